"""One line for the prompt."""

from functools import singledispatch

from bias.analysis import Analysis
from bias.charts.style import number, shorten
from bias.corpus.corpus import Corpus
from bias.rating.rate import Rating

HEADLINE = 60
"""Letters of a headline."""


@singledispatch
def line(thing: object) -> str:
    """Return what a thing is in one line."""
    return f"<{type(thing).__name__}>"


@line.register
def _(rating: Rating) -> str:
    return f"<Rating {judged(rating)}>"


@line.register
def _(analysis: Analysis) -> str:
    headline = shorten(analysis.headline or "(no headline)", HEADLINE)
    evidence = ", ".join(f"“{shorten(cue.text, 20)}”" for cue in analysis.evidence[:3])
    told = f"evidence {evidence}" if evidence else "nothing stands out"
    return f"<Analysis “{headline}”: {judged(analysis.rating)}; {told}>"


@line.register
def _(corpus: Corpus) -> str:
    return f"<Corpus {corpus.facts()}>"


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
