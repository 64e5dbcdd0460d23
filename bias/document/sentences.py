"""Cut a paragraph into sentences: every mark that may end one, then rules that join.

Abbreviations are known as they are written, so that "Ill." is a state and
"ill." a word; initials, list numbers, ellipses and what follows a closing
quotation mark have rules of their own. One pass, no model, no data to fetch.
"""

import re
from itertools import pairwise

from bias.words.classes import abbreviations, sentence_starters
from bias.words.inflect import inflections

_LIST_ITEM = re.compile(r"\n\s*(?=(?:[-*•▪‣–—]|\(?\d{1,2}[.)])\s)")
_END = re.compile(r"([.!?…](?<!\s…)(?<!\A…)[^\w\s,;:]{0,5}(?:\[\d+\])?)\s+")
"""What may end a sentence, with closing marks and a footnote number."""
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]")
_MARKS_BEFORE = "\"'“‘«„([{*¿¡—–-…."
_TAIL = re.compile(r"(?:[”’)\]»]|\[\d+\]|[\"'](?!\S))+")
"""What a sentence end leaves over: closing marks and footnote numbers."""
_TAILS = "”’)]»[\"'"
"""How they may begin."""
_CLOSING = "\"'”’)]"
_OPENING = re.compile(r"[\"'“‘«„(\[{—–/]")
_LONGEST_SHORT = 24
"""Characters of a shortened word, at most."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")
"""U.S, p.m, J.K, and a middle initial."""
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
"""iPhone, eBay: begins a sentence although the first letter is small."""
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = frozenset(["No", "Nos", "Art", "Sec", "Fig", "Vol", "Ch", "Rule", "p", "pp", "no"])
"""Abbreviations before a number only."""
_SPEAK = (
    "say",
    "ask",
    "tell",
    "write",
    "cry",
    "shout",
    "reply",
    "yell",
    "exclaim",
    "answer",
    "add",
)
_SAID = "|".join(sorted(form for verb in _SPEAK for form in inflections(verb, "v")))
_NAME_THEN_VERB = re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,4}}(?:{_SAID})\b")
"""“Never!” Mr. Smith said: the sentence goes on after the mark."""


def sentence_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the sentences in the paragraph `text[start:end]`.

    >>> text = "“Why?” Mr. Fox asked. He left the U.S. in 2012."
    >>> [text[a:b] for a, b in sentence_bounds(text, 0, len(text))]
    ['“Why?” Mr. Fox asked.', 'He left the U.S. in 2012.']
    """
    if text.find("\n", start, end) < 0:
        return _cut_line(text, start, end)
    cuts = [start, *(match.end() for match in _LIST_ITEM.finditer(text, start, end)), end]
    return [bounds for line in pairwise(cuts) for bounds in _cut_line(text, *line)]


def _cut_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at every mark that may end a sentence, and join what it does not end."""
    bounds: list[tuple[int, int]] = []
    start = _skip_blanks(text, start, end)
    for match in _END.finditer(text, start, end):
        _add(text, bounds, start, match.end(1))
        start = match.end()
    if start < end:
        _add(text, bounds, start, start + len(text[start:end].rstrip()))
    return bounds


def _add(text: str, bounds: list[tuple[int, int]], start: int, end: int) -> None:
    """Append a proposed sentence, or join it to the one before."""
    if bounds:
        tail = _TAIL.match(text, start, end) if text[start] in _TAILS else None
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
    first = word.start()
    if text[first].islower() and not text[after[0] : first].strip(_MARKS_BEFORE):
        return not _CAMEL.match(text, first)
    if text[before[1] - 1] in "\"'”’" and text[before[1] - 2] in "?!":
        return bool(_NAME_THEN_VERB.match(text, after[0]))
    return _ends_abbreviated(text, before, word)


def _is_list_number(text: str, start: int, end: int) -> bool:
    return end - start <= 5 and bool(_LIST_NUMBER.fullmatch(text, start, end))


def _ends_abbreviated(text: str, before: tuple[int, int], following: re.Match[str]) -> bool:
    """Tell whether the full stop before a word only shortens the one it follows."""
    last = text[max(before[0], before[1] - 30) : before[1]].rsplit(maxsplit=1)[-1]
    shortened = _shortened(last)
    if shortened in _NUMBERED:
        return following[0][0].isdigit()
    if shortened in abbreviations() or _INITIALS.fullmatch(shortened):
        is_initial = len(following[0]) == 1 and text[following.end() : following.end() + 1] == "."
        return is_initial or following[0].lower() not in sentence_starters()
    return False


def _shortened(end: str) -> str:
    """Return the word before the full stop at a sentence's end; nothing without one.

    >>> _shortened("(Corp.”"), _shortened("Corp!")
    ('Corp', '')
    """
    word = end.rstrip(_CLOSING)
    return _OPENING.split(word[:-1])[-1][-_LONGEST_SHORT:] if word[-1:] == "." else ""
