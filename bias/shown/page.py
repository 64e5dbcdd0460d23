"""One HTML page that needs nothing beside it."""

from functools import singledispatch

from bias.analysis import Analysis
from bias.corpus.corpus import Corpus
from bias.report.compare import Comparison
from bias.report.html.article import article_html
from bias.report.html.element import element, escaped
from bias.report.html.event import event_html
from bias.report.html.events import events_html
from bias.report.html.index import index_html
from bias.report.subject import Subject
from bias.report.telling import Telling
from bias.shown.card import card
from bias.shown.line import line


@singledispatch
def page(thing: object) -> str:
    """Return a thing as a page; of a rating that is what a notebook shows of it."""
    head = '<meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    title = element("title", escaped(line(thing).strip("<>")))
    return f'<!doctype html>\n<html lang="en">{head}{title}<body>{card(thing)}</body></html>\n'


@page.register
def _(analysis: Analysis) -> str:
    return article_html(Subject(analysis)).decode()


@page.register
def _(corpus: Corpus) -> str:
    return index_html(corpus.without_pages()).decode()


@page.register
def _(comparison: Comparison) -> str:
    if len(comparison.groups) == 1:
        return event_html(Telling(next(comparison.each()))).decode()
    return events_html(comparison.groups, {}).decode()
