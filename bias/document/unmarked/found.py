"""A stretch of a paragraph that is somebody else's words, and where its speaker is named."""

from bias.values import value
from bias.words.cut import Span


@value(frozen=True, slots=True)
class Unmarked(Span):
    """Words of somebody's that have no marks: one paragraph, or the part of it that is theirs."""

    paragraph: int
    """Index into the paragraphs that were looked at."""
    by: Span | None = None
    """Where the name of who says them stands; None where the text gives none."""
