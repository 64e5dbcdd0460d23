"""The whole report of an article as one HTML file."""

from bias.analysis import Analysis
from bias.report.html.article import article_html
from bias.report.subject import Subject


def page(analysis: Analysis) -> str:
    """Return the page that `bias report` writes: no network, nothing beside it."""
    return article_html(Subject(analysis)).decode()
