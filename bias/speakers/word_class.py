"""What kind of word each is, as far as its letters tell: a column for the model of attributions."""

from functools import cache

import numpy as np

from bias.lists.groups import REPORT
from bias.lists.identity import one_sex
from bias.lists.index import listed_words
from bias.words.classes import DATES, FUNCTION_WORDS, HONORIFICS, common_words
from bias.words.cut import key_of, kind_of
from bias.words.types import Column

_MARKS = (
    ".", ",", ":", ";", "?", "!", "(", ")", "[", "]", "—", "–", "-", "--", "...", "…", "'", "'s",
    '"', "“", "”", "‘", "’", "''",
)  # fmt: skip
"""Marks that have a class of their own."""
_ENDINGS = (
    "ed", "ing", "ly", "tion", "ment", "ers", "er", "ors", "or", "ists", "ist", "ians", "ian",
    "s", "al", "ive", "y", "e",
)  # fmt: skip
"""The first that fits gives the class of a word of which nothing else is known."""
_REPORT_ENDINGS = ("ed", "ing", "s")
_SHAPES = ("number", "mark", "date", "title", "capitals", "common capital", "capital", "other")
_OWN = tuple(dict.fromkeys((*_MARKS, *sorted(FUNCTION_WORDS))))
_NAMES = (
    *_OWN,
    *_SHAPES,
    *(f"report {ending}" for ending in (*_REPORT_ENDINGS, "")),
    *(f"-{ending}" for ending in _ENDINGS),
)
_NUMBER = {name: number for number, name in enumerate(_NAMES)}
CLASSES = len(_NAMES) + 1
"""How many there are; the last stands outside of any sentence."""
OUTSIDE = CLASSES - 1


def _class(word: str) -> int:
    """Return the number of a word's class; both sexes have the same.

    >>> [_NAMES[_class(word)] for word in ("said", "Said", "Ohio", "touting", "--", "she")]
    ['said', 'said', 'capital', 'report ing', '--', 'he']
    """
    key = one_sex(key_of(word))
    return _NUMBER[key] if key in _own() else _NUMBER[_shape(word, key)]


@cache
def _own() -> frozenset[str]:
    return frozenset(_OWN)


@cache
def _reporting() -> frozenset[str]:
    return frozenset(listed_words(REPORT))


def _shape(word: str, key: str) -> str:
    """Name the class of a word that has none of its own."""
    kind = kind_of(word)
    if kind != "word":
        return kind
    if key in DATES or key.rstrip(".") in HONORIFICS:
        return "date" if key in DATES else "title"
    if word[0].isupper():
        if word.isupper() and len(word) > 1:
            return "capitals"
        return "common capital" if key in common_words() else "capital"
    if key in _reporting():
        ending = next((ending for ending in _REPORT_ENDINGS if key.endswith(ending)), "")
        return f"report {ending}"
    ending = next((e for e in _ENDINGS if key.endswith(e) and len(key) > len(e) + 2), "")
    return f"-{ending}" if ending else "other"


CLASS = Column(_class, np.int16)
"""Number of a word's class."""
COMMA = _NUMBER[","]
NAME = _NUMBER["capital"]
"""Of a name, however it is written."""
