"""One line for the prompt."""

from collections.abc import Sequence
from functools import singledispatch

from bias.analysis import Analysis
from bias.charts.style import number, shorten
from bias.corpus.corpus import Corpus
from bias.events.account import Account
from bias.rating.rate import Rating
from bias.report.compare import Comparison
from bias.shown.harmless import counted, harmless

HEADLINE = 60
"""Letters of a headline."""
OUTLETS = 4
"""Accounts of an event that are named."""


def line(thing: object) -> str:
    """Return what a thing is in one line, without a terminal's commands."""
    return harmless(" ".join(_line(thing).split()))


@singledispatch
def _line(thing: object) -> str:
    return f"<{type(thing).__name__}>"


@_line.register
def _(rating: Rating) -> str:
    return f"<Rating {judged(rating)}>"


@_line.register
def _(analysis: Analysis) -> str:
    headline = shorten(analysis.headline or "(no headline)", HEADLINE)
    evidence = ", ".join(f"“{shorten(cue.text, 20)}”" for cue in analysis.evidence[:3])
    told = f"evidence {evidence}" if evidence else "nothing stands out"
    return f"<Analysis “{headline}”: {judged(analysis.rating)}; {told}>"


@_line.register
def _(corpus: Corpus) -> str:
    return f"<Corpus {corpus.facts()}>"


@_line.register
def _(comparison: Comparison) -> str:
    if len(comparison.groups) > 1:
        return f"<Comparison {several(comparison)}>"
    (group,) = comparison.groups
    names = ", ".join(shorten(account.name, 24) for account in group[:OUTLETS])
    more = ", …" if len(group) > OUTLETS else ""
    headline = shorten(headline_of(first_of(group)), HEADLINE)
    return f"<Comparison of {len(group)} accounts ({names}{more}): “{headline}”>"


def several(comparison: Comparison) -> str:
    """Say how many articles tell how many events together."""
    articles = counted(sum(map(len, comparison.groups)), "article")
    return f"{articles}, {counted(len(comparison.several), 'event')} told by several"


def first_of(group: Sequence[Account]) -> Account:
    """Return the account that appeared first, as far as dates tell."""
    return min(group, key=lambda account: (not account.date, account.date, account.outlet))


def headline_of(account: Account) -> str:
    """Return an account's headline, or that it has none."""
    return account.headline.of(account.text) or "(no headline)"


def judged(rating: Rating) -> str:
    """Say how an article is rated, and how sure that is.

    >>> judged(Rating(None, None, None, None, (), "too short to rate"))
    'not rated (too short to rate)'
    """
    if rating.bias is None:
        return f"not rated ({rating.reason})"
    return (
        f"{number(rating.bias)} {rating.band}, "
        f"90 % interval {number(rating.low)} to {number(rating.high)}"
    )
