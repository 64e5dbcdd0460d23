"""Cut a paragraph into sentences: every mark that may end one, then rules that join.

Abbreviations are known as they are written, so that "Ill." is a state and
"ill." a word; initials, list numbers, ellipses and what follows a closing
quotation mark have rules of their own. One pass, no model, no data to fetch.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bias.words.classes import abbreviations, sentence_starters
from bias.words.inflect import inflections
from bias.words.remembered import Remembered

_LIST_ITEM = re.compile(r"\n\s*(?=(?:[-*•▪‣–—]|\(?\d{1,2}[.)])\s)")
_END = re.compile(r"([.!?…](?<!\s…)(?<!\A…)[^\w\s,;:]{0,5}(?:\[\d+\])?)\s+")
"""What may end a sentence, with closing marks and a footnote number."""
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]")
_MARKS_BEFORE = "\"'“‘«„([{*¿¡—–-…."
_TAIL = re.compile(r"(?:[”’)\]»]|\[\d+\]|[\"'](?!\S))+")
"""What a sentence end leaves over: closing marks and footnote numbers."""
_LAST_WORD = re.compile(r"([^\s\"'“‘«„(\[{—–/]{1,24})\.[\"'”’)\]]*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")
"""U.S, p.m, J.K, and a middle initial."""
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
"""iPhone, eBay: begins a sentence although the first letter is small."""
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = frozenset(["No", "Nos", "Art", "Sec", "Fig", "Vol", "Ch", "Rule", "p", "pp", "no"])
"""Abbreviations before a number only."""
_SAID = "|".join(
    sorted(form for verb in ("say", "ask", "tell", "write") for form in inflections(verb, "v"))
)
_NAME_THEN_VERB = re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,4}}(?:{_SAID})\b")
"""“Never!” Mr. Smith said: the sentence goes on after the mark."""


def sentence_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the sentences in the paragraph `text[start:end]`.

    >>> text = "“Why?” Mr. Fox asked. He left the U.S. in 2012."
    >>> [text[a:b] for a, b in sentence_bounds(text, 0, len(text))]
    ['“Why?” Mr. Fox asked.', 'He left the U.S. in 2012.']
    """
    bounds: list[tuple[int, int]] = []
    for first, last in _lines(text, start, end):
        mended: list[tuple[int, int]] = []
        for cut in _proposals(text, first, last):
            _add(text, mended, cut)
        bounds.extend(mended)
    return bounds


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut before each list item."""
    if text.find("\n", start, end) < 0:
        yield start, end
        return
    cuts = [start, *(match.end() for match in _LIST_ITEM.finditer(text, start, end)), end]
    yield from pairwise(cuts)


def _proposals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence for every mark that may end one, blanks around it left out."""
    start = _skip_blanks(text, start, end)
    for match in _END.finditer(text, start, end):
        yield start, match.end(1)
        start = match.end()
    if start < end:
        yield start, start + len(text[start:end].rstrip())


def _add(text: str, bounds: list[tuple[int, int]], cut: tuple[int, int]) -> None:
    """Append a proposed sentence, or join it to the one before."""
    start, end = cut
    if bounds:
        tail = _TAIL.match(text, start, end)
        if tail:
            bounds[-1] = (bounds[-1][0], tail.end())
            start = _skip_blanks(text, tail.end(), end)
        if start < end and _joins(text, bounds[-1], (start, end)):
            bounds[-1] = (bounds[-1][0], end)
            return
    if start < end:
        bounds.append((start, end))


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _joins(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether a proposed sentence belongs to the one before it."""
    word = _WORD.search(text, *after)
    if not word or before[1] == after[0] or _is_list_number(text, *before):
        return True
    opening = text[after[0] : word.start()].strip(_MARKS_BEFORE) == ""
    if opening and text[word.start()].islower():
        return not _CAMEL.match(text, word.start())
    if text[before[1] - 1] in "\"'”’" and text[before[1] - 2] in "?!":
        return bool(_NAME_THEN_VERB.match(text, after[0]))
    initial = len(word[0]) == 1 and text[word.end() : word.end() + 1] == "."
    return _ends_abbreviated(text, before, word[0], initial)


def _is_list_number(text: str, start: int, end: int) -> bool:
    return end - start <= 5 and bool(_LIST_NUMBER.fullmatch(text, start, end))


def _ends_abbreviated(text: str, before: tuple[int, int], following: str, initial: bool) -> bool:
    """Tell whether the full stop before `following` only shortens a word.

    `initial` says that `following` is one letter with a full stop, as in "J. K."
    """
    last = text[max(before[0], before[1] - 30) : before[1]].rsplit(maxsplit=1)[-1]
    shortened = _SHORTENED[last]
    if shortened == "numbered":
        return following[0].isdigit()
    if shortened:
        return initial or following.lower() not in sentence_starters()
    return False


def _shortening(end: str) -> str:
    """Tell whether a sentence's end, from its last blank on, is or may be a shortened word."""
    last = _LAST_WORD.search(end)
    if not last:
        return ""
    if last[1] in _NUMBERED:
        return "numbered"
    known = last[1] in abbreviations() or _INITIALS.fullmatch(last[1])
    return "abbreviated" if known else ""


_SHORTENED = Remembered(_shortening)
