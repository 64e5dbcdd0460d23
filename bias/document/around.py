"""What stands around a marked stretch in its sentence, counted in words.

Names differ in letters: a window of letters would see more beside one name than beside another.
"""

import re

from bias.words.cut import Span

WINDOW = 27
"""Words read on either side of a stretch, at most; words, since names differ in letters."""
REACH = 480
"""Characters on either side in which they are sought; so many words have seldom more."""
_SENTENCE_END = re.compile(r"[.!?](?<=[a-z0-9%)]{3}.)[\"”’']?\s+(?=[A-Z“‘\"])")


def around(text: str, unit: Span, stretch: Span) -> tuple[str, str]:
    """Return what stands before and after in the same sentence, roughly."""
    left = text[max(unit.start, stretch.start - REACH) : stretch.start]
    right = text[stretch.end : min(unit.end, stretch.end + REACH)]
    left, right = left[first_of(left, WINDOW) :], right[: end_of(right, WINDOW)]
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    stop = _SENTENCE_END.search(right)
    return left[ends[-1] if ends else 0 :], right[: stop.end()] if stop else right


def first_of(text: str, words: int) -> int:
    """Return where the last words of a text start; 0 where it has no more.

    >>> first_of("says the mayor", 2)
    5
    """
    parts = text.rsplit(None, words)
    return len(parts[0]) + 1 if len(parts) > words else 0


def end_of(text: str, words: int) -> int:
    """Return where the first words of a text end; its length where it has no more.

    >>> end_of("says the mayor", 2)
    9
    """
    parts = text.split(None, words)
    return len(text) - len(parts[words]) if len(parts) > words else len(text)
