"""What a desk is told of one article, as stretches of its text."""

from typing import Literal

from bias.desk.place import Lines
from bias.report.html.kinds import MEANINGS
from bias.values import value
from bias.words.cut import Span

Level = Literal["error", "warning", "note"]

AROUND = 80
"""Letters before and after a stretch by which it is found again in its file."""
RATING = "rating"
"""The category of an article whose rating is too high."""
CATEGORIES = frozenset({*MEANINGS, RATING})
"""All that can be switched off, or on."""


@value(frozen=True, slots=True)
class Mark(Span):
    """One thing to look at."""

    category: str
    message: str
    level: Level
    text: str
    before: str
    """Up to `AROUND` letters of its line before it."""
    after: str


@value(frozen=True, slots=True)
class Marked:
    """One article and what is to be looked at in it."""

    source: str
    """The file it was read from, with a row number in a table."""
    beginning: Mark
    """Where it begins."""
    marks: tuple[Mark, ...]
    """By position."""
    lines: Lines
    """Of the text as analysed."""


def mark(text: str, span: Span, category: str, message: str, level: Level) -> Mark:
    """Return a mark with the text around it that stands in the same line."""
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    return Mark(span.start, span.end, category, message, level, span.of(text), before, after)
