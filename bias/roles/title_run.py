"""Where a headline ends that stands inside a paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from bias.roles.look import Look

TITLE_RUN = 5
"""So many words set like a headline are one, even where prose follows without a stop."""
LEAST_TITLE = 3
"""Fewer words are no headline."""
LONGEST_SENTENCE = 25
"""A headline in sentence case has at most so many words."""
LONGEST_STOPPED = 12
"""The same where it ends with a full stop."""
REACH = 5
"""How many words before the first in small letters a sentence can have begun."""
LONGEST = 60
"""Words beyond which nothing set like a headline is one."""
NAME = 2
"""Words that a sentence without another sign is taken to begin with: a person's name."""

_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_OPENING = re.compile(r"(?:\s+[“‘\"'(\[]*)?$")
_SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of",
    "off", "on", "or", "out", "over", "per", "so", "the", "to", "up", "via", "vs", "with",
    "yet", "amid", "after", "than",
))  # fmt: skip
"""Stay small in title case."""
_OPENERS = frozenset((
    "the", "this", "that", "these", "those", "there", "he", "she", "they", "it", "we", "but",
    "and", "in", "on", "at", "for", "when", "while", "after", "before", "since", "although",
    "earlier", "however", "meanwhile", "my", "our", "his", "her", "their", "its",
))  # fmt: skip
"""Begin a sentence more often than they stand inside a headline, with a capital."""


def end_of_title(look: Look, start: int) -> int | None:
    """Return where the headline ends that begins at an offset; None where no telling.

    It ends with the paragraph, with a sentence, or where a run of capitalised
    words turns into prose.

    Parameters
    ----------
    look
        The paragraph.
    start
        Where the headline begins; offsets count from the paragraph's start.
    """
    title = _words_from(look, start)
    run = _run(title)
    if not title or run == LONGEST:
        return None
    if run == len(title):
        return _trimmed(look.text, len(look.text))
    first = bisect_right(look.sentences, start, key=lambda s: s.end)
    ends = [s.end for s in look.sentences[first : first + LONGEST]]
    stops = [
        end
        for end in ends
        if end <= title[run][0] and _ENDS.search(look.text, max(start, end - 4), end)
    ]
    if stops:
        return _trimmed(look.text, stops[-1])
    if run >= TITLE_RUN:
        return _trimmed(look.text, title[_turn(title, run)][0])
    return _end_of_sentence(look.text, ends[0] if ends else len(look.text), title)


def is_title(look: Look, start: int) -> bool:
    """Tell whether the words from an offset on are set like a headline."""
    title = _words_from(look, start)
    return _run(title) >= min(TITLE_RUN, max(len(title), LEAST_TITLE))


def _words_from(look: Look, start: int) -> list[tuple[int, str]]:
    """Return offset and form of the words from an offset on, as far as a headline can reach."""
    first = bisect_left(look.starts, start)
    reach = slice(first, first + LONGEST)
    pairs = zip(look.starts[reach], look.ends[reach], strict=True)
    return [(begin, look.text[begin:end]) for begin, end in pairs]


def _run(title: Sequence[tuple[int, str]]) -> int:
    """Return how many words go by before one in small letters that is no small word."""
    for number, (_, form) in enumerate(title):
        if form[0].islower() and form not in _SMALL and not any(map(str.isupper, form)):
            return number
    return len(title)


def _turn(title: Sequence[tuple[int, str]], run: int) -> int:
    """Return the number of the word with which prose begins, at or before the run's end."""
    last = run
    while last > 1 and title[last - 1][1] in _SMALL:
        last -= 1
    for number in range(last - 1, max(last - REACH, 2), -1):
        if title[number][1][0].isupper() and title[number][1].lower() in _OPENERS:
            return number
    return max(last - NAME, 1)


def _end_of_sentence(text: str, end: int, title: Sequence[tuple[int, str]]) -> int | None:
    """Return where a headline in sentence case ends: with its sentence, if that is short.

    Headlines have no full stop: a sentence that ends with one must be shorter still.
    """
    inside = [(offset, form) for offset, form in title if offset < end]
    for (before, last), (offset, form) in pairwise(inside):
        is_open = text[before + len(last) : offset].isspace()
        if is_open and last[0].islower() and form[0].isupper() and form.lower() in _OPENERS:
            return _trimmed(text, offset)
    stopped = text[:end].rstrip().endswith(".")
    return end if len(inside) <= (LONGEST_STOPPED if stopped else LONGEST_SENTENCE) else None


def _trimmed(text: str, end: int) -> int:
    """Return an end without the blanks before it, nor marks that open what follows."""
    return len(_OPENING.sub("", text[:end]))
