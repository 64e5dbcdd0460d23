"""What all answers have in common: a bounded article, and stretches of it with their places."""

from typing import Any

from bias.analysis import Analysis, analyze
from bias.charts.style import shorten
from bias.document.article import Article
from bias.errors import UsageError
from bias.words.cut import Span

Answer = dict[str, Any]

MOST_LETTERS = 200_000
"""Of all that a call gives, headlines included: the longest articles of newspapers have as many."""
LONGEST = 300
"""Letters of a stretch that an answer repeats."""


def analysis_of(article: Article) -> Analysis:
    """Analyse an article; raise `UsageError` for one that is too long."""
    check_length(len(article.headline) + len(article.body))
    return analyze(article)


def check_length(letters: int) -> None:
    """Raise `UsageError` where a call gives more than is read."""
    if letters > MOST_LETTERS:
        raise UsageError(
            f"The text has {letters:,} characters; at most {MOST_LETTERS:,} are read in a call. "
            "Give a part of it."
        )


def place_of(text: str, span: Span) -> Answer:
    """Return a stretch of a text with its place; of a long one the beginning."""
    return {"start": span.start, "end": span.end, "text": shorten(span.of(text), LONGEST)}
