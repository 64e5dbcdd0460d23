"""The words of an article as roles count them, and what is asked of each by its letters alone.

Whether a promo fits the story is asked of the words they share. An outlet has one word in
its name or three, and a party goes by several names (Dems, Democrats, GOP): counted as they
are written, the answer would depend on which outlet or party is meant. So each of their names
is one word, the same for all outlets and for both parties.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, KIND, MARK, UPPER
from bias.document.document import Document
from bias.lists.groups import OUTLET_NOTE, OUTLETS
from bias.lists.identity import identity_words
from bias.words.classes import common_words
from bias.words.cut import key_of, kind_of
from bias.words.types import Column, Row

Counts = NDArray[np.signedinteger[Any]]
"""Whole numbers: counts, indices, places."""

OUTLET, PARTY = "⟨outlet⟩", "⟨party⟩"
STEM_LENGTH = 6
"""Letters by which two words count as the same: Russia, Russian."""
SHORT_WORD = 2
"""Words of so many letters have no content."""

FUNCTION, SMALL, ARTICLE, PERSON, BE, SILENT, COMMON, NAME, NAME_FIRST, NAME_SECOND, CAPITAL = (
    1 << place for place in range(11)
)
"""Signs of a word: the set of `words.txt` that it is in (a number counts as small); without
content; written in lower case by news, any other word being a name or rare; a name of an outlet
or a party by itself, or one's first or second word; begun with a capital where it stands."""


def _words(name: str) -> frozenset[str]:
    """Return one of the word sets of `words.txt`."""
    text = resources.files("bias.roles").joinpath("words.txt").read_text("utf-8")
    _, _, rest = text.partition(f"\n[{name}]")
    lines = rest.partition("\n[")[0].splitlines()[1:]
    return frozenset(word for line in lines for word in line.split())


@cache
def _names() -> dict[str, list[tuple[list[str], str]]]:
    """Return the names of outlets and parties by their first word, and what each counts as."""
    names: dict[tuple[str, ...], str] = {}
    for term in OUTLETS.terms:
        for form in term.forms():
            names.setdefault(form, OUTLET if term.note == OUTLET_NOTE else PARTY)
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for form in sorted(names, key=len, reverse=True):
        by_first.setdefault(form[0], []).append(([*form], names[form]))
    return by_first


@cache
def _signs_by_key() -> dict[str, int]:
    """Return the signs of each word that has some.

    Words for parties, faiths and peoples are not common however often they are written.
    """
    forms = [form for named in _names().values() for form, _ in named]
    signs: Counter[str] = Counter()
    for sign, words in {
        FUNCTION | SILENT: _words("function_words"),
        SMALL: _words("small"),
        ARTICLE: _words("articles"),
        PERSON: _words("persons"),
        BE: _words("be"),
        SILENT: {OUTLET},
        COMMON: common_words() - identity_words(),
        NAME: {form[0] for form in forms if len(form) == 1},
        NAME_FIRST: {form[0] for form in forms if len(form) > 1},
        NAME_SECOND: {form[1] for form in forms if len(form) > 1},
    }.items():
        signs.update(dict.fromkeys(words, sign))
    return signs


def _signs(word: str) -> int:
    """Return the signs of a word that its letters tell, added up.

    >>> _signs("The") == FUNCTION + SMALL + ARTICLE + SILENT + COMMON + NAME_FIRST
    True
    >>> _signs("Obama"), _signs("12") == SMALL + SILENT
    (0, True)
    """
    key = key_of(word)
    signs = _signs_by_key().get(key, 0)
    if len(key) <= SHORT_WORD:
        signs |= SILENT
    return signs | SMALL | SILENT if word[0].isdecimal() and kind_of(word) == "number" else signs


def _stem(word: str) -> int:
    """Return a number that stands for the first letters of a word, in this process only.

    >>> _stem("Russia") == _stem("russian"), _stem("Russia") == _stem("rusk")
    (True, False)
    """
    return hash(key_of(word)[:STEM_LENGTH])


def _count_letters(word: str) -> int:
    """Count letters.

    >>> _count_letters("A-10s")
    2
    """
    return len(word) if word.isalpha() else sum(map(str.isalpha, word))


def _count_capitals(word: str) -> int:
    """Count capitals.

    >>> _count_capitals("McCain")
    2
    """
    return 0 if word.islower() else sum(map(str.isupper, filter(str.isalpha, word)))


def _count_digits(word: str) -> int:
    """Count digits.

    >>> _count_digits("A-10s")
    2
    """
    return 0 if word.isalpha() else sum(map(str.isdigit, word))


SIGNS = Column(_signs, np.uint16)
"""The signs that its letters tell, added up."""
STEM = Column(_stem, np.int64)
"""What stands for its first letters."""
LETTERS = Column(_count_letters, np.int32)
CAPITALS = Column(_count_capitals, np.int32)
DIGITS = Column(_count_digits, np.int32)


@dataclass(frozen=True)
class Words:
    """The words and numbers of a document; the name of an outlet or a party is one word."""

    document: Document
    row: Row
    tokens: Counts
    """The token of the document that each is, or begins with."""
    ends: Counts
    """Where each ends in the text."""

    @cached_property
    def starts(self) -> Counts:
        """Where each starts in the text."""
        return self.document.starts[self.tokens]

    @cached_property
    def bounds(self) -> Counts:
        """The first word of the headline, of each paragraph, and their number."""
        return self.tokens.searchsorted(bounds_of_units(self.document))

    @cached_property
    def signs(self) -> Counts:
        """The signs of each, added up."""
        capital = self.document.column(UPPER)[self.tokens].astype(np.uint16)
        signs: Counts = self.row.column(SIGNS) | capital * np.uint16(CAPITAL)
        return signs

    def of(self, paragraph: int) -> slice:
        """Return which words are a paragraph's; those of the headline for -1."""
        first, last = self.bounds[paragraph + 1 : paragraph + 3].tolist()
        return slice(first, last)

    def form(self, place: int) -> str:
        """Return one as it is written; a name with what stands between its words."""
        return self.document.text[self.starts[place] : self.ends[place]]


def bounds_of_units(document: Document) -> list[int]:
    """Return the first token of the headline, of each paragraph, and the number of tokens."""
    firsts = [paragraph.first for paragraph in document.paragraphs]
    return [document.headline.first, *firsts, len(document.row)]


def words_of(document: Document) -> Words:
    """Return the words of a document, with each name of an outlet or a party as one."""
    tokens = (document.column(KIND) != MARK).nonzero()[0]
    row = Row(document.row.types, document.row.numbers[tokens])
    words = Words(document, row, tokens, document.ends[tokens])
    names = [*_find_names(words)]
    return _join_names(words, names) if names else words


def _find_names(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and kind of each name, leftmost and longest.

    Only those written with a capital are names (*slate* is a stone).
    """
    signs, keys, free = words.signs, words.row.column(KEY), 0
    begins = signs & NAME
    begins[:-1] |= signs[:-1] & NAME_FIRST & signs[1:] >> 1
    places = begins.nonzero()[0]
    ends = words.bounds[words.bounds.searchsorted(places, "right")]
    for first, end in zip(places.tolist(), ends.tolist(), strict=True):
        for form, name in _names()[keys[first]] if first >= free else ():
            last = first + len(form)
            if last <= end and keys[first:last].tolist() == form:
                free = last
                if signs[last - 1] & CAPITAL:
                    yield first, last, name
                break


def _join_names(words: Words, names: Sequence[tuple[int, int, str]]) -> Words:
    """Put one word for each of some names."""
    numbers, ends = words.row.numbers.copy(), words.ends.copy()
    kept = np.ones(len(numbers), np.bool_)
    for first, last, name in names:
        numbers[first], ends[first] = words.row.types[name], ends[last - 1]
        kept[first + 1 : last] = False
    row = Row(words.row.types, numbers[kept])
    return Words(words.document, row, words.tokens[kept], ends[kept])


def sum_within(rows: NDArray[np.generic], bounds: Counts) -> Counts:
    """Sum rows of numbers within each of several stretches that follow each other.

    Parameters
    ----------
    rows
        Shape (any, n).
    bounds
        Where each stretch begins, and n.

    Examples
    --------
    >>> sum_within(np.array([[1, 2, 3]]), np.array([0, 0, 2, 3])).tolist()
    [[0, 3, 3]]
    """
    firsts, filled = bounds[:-1], bounds[:-1] < bounds[1:]
    if filled.all():
        return np.add.reduceat(rows, firsts, axis=1, dtype=np.int64)
    sums = np.zeros((len(rows), len(firsts)), np.int64)
    sums[:, filled] = np.add.reduceat(rows, firsts[filled], axis=1, dtype=np.int64)
    return sums


def ranges(firsts: Counts, lengths: Counts) -> Counts:
    """Return whole numbers from several starts on, one range behind the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = lengths.cumsum()
    numbers: Counts = np.arange(lengths.sum()) + (firsts + lengths - ends).repeat(lengths)
    return numbers


def bounds_between(lengths: Counts) -> Counts:
    """Return where stretches of some lengths begin that follow each other, and the end.

    >>> bounds_between(np.array([2, 3])).tolist()
    [0, 2, 5]
    """
    return np.concatenate([[0], lengths.cumsum()])
