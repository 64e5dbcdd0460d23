"""The words of an article as roles count them, and what is asked of each by its letters alone.

Whether a promo fits the story is asked of the words they share. An outlet has one word in
its name or three, and a party goes by several names (Dems, Democrats, GOP): counted as they
are written, the answer would depend on which outlet or party is meant. So each of their names
is one word, the same for all outlets and for both parties.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KIND, MARK, NUMBER, UPPER
from bias.document.document import Document
from bias.lists.groups import OUTLET_NOTE, OUTLETS
from bias.lists.hits import Hits
from bias.lists.identity import identity_words
from bias.lists.index import Index
from bias.words.classes import common_words
from bias.words.cut import key_of
from bias.words.types import Bools, Column, Row
from bias.words.vocabulary import shipped_vocabulary

Counts = NDArray[np.signedinteger[Any]]
"""Whole numbers: counts, indices, places."""

OUTLET, PARTY = "⟨outlet⟩", "⟨party⟩"
STEM_LENGTH = 6
"""Letters by which two words count as the same: Russia, Russian."""
SHORT_WORD = 2
"""Words of so many letters have no content."""

SETS = ("function_words", "small", "articles", "persons", "be")
FUNCTION, SMALL, ARTICLE, PERSON, BE, SILENT, COMMON = (1 << place for place in range(7))
"""Signs of a word: in which set of `words.txt` it is; that it has no content; and that news
writes it in lower case, any other word being a name or rare."""


def _words(name: str) -> frozenset[str]:
    """Return one of the word sets of `words.txt`."""
    text = resources.files("bias.roles").joinpath("words.txt").read_text("utf-8")
    _, _, rest = text.partition(f"\n[{name}]")
    lines = rest.partition("\n[")[0].splitlines()[1:]
    return frozenset(word for line in lines for word in line.split())


@cache
def _signs_by_key() -> dict[str, int]:
    """Return the signs of each word that has some.

    Words for parties, faiths and peoples are not common however often they are written.
    """
    sets = [_words(name) for name in SETS]
    sets += [sets[0] | {OUTLET}, common_words() - identity_words()]
    signs = dict[str, int]()
    for place, words in enumerate(sets):
        for word in words:
            signs[word] = signs.get(word, 0) | 1 << place
    return signs


def _signs(word: str) -> int:
    """Return the signs of a word, added up.

    >>> _signs("The") == FUNCTION + SMALL + ARTICLE + SILENT + COMMON, _signs("Obama")
    (True, 0)
    """
    key = key_of(word)
    signs = _signs_by_key().get(key, 0)
    return signs if len(key) > SHORT_WORD else signs | SILENT


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


SIGNS = Column(_signs, np.uint8)
"""Its signs, added up."""
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
        return np.searchsorted(self.tokens, bounds_of_units(self.document))

    def of(self, paragraph: int) -> slice:
        """Return which words are a paragraph's; those of the headline for -1."""
        first, last = self.bounds[paragraph + 1 : paragraph + 3].tolist()
        return slice(first, last)

    def form(self, place: int) -> str:
        """Return one as it is written; a name with what stands between its words."""
        return self.document.text[self.starts[place] : self.ends[place]]

    def has(self, signs: int) -> Bools:
        """Tell of each whether it has one of some signs."""
        has: Bools = (self.row.column(SIGNS) & signs) != 0
        return has

    @cached_property
    def is_word(self) -> Bools:
        """Tell of each whether it is a word: no number."""
        return self.document.is_word[self.tokens]

    @cached_property
    def upper(self) -> Bools:
        """Tell of each whether it begins with a capital."""
        return self.document.column(UPPER)[self.tokens]


def bounds_of_units(document: Document) -> list[int]:
    """Return the first token of the headline, of each paragraph, and the number of tokens."""
    firsts = [paragraph.first for paragraph in document.paragraphs]
    return [document.headline.first, *firsts, len(document.row)]


def words_of(document: Document) -> Words:
    """Return the words of a document, with each name of an outlet or a party as one."""
    tokens = np.flatnonzero(document.column(KIND) != MARK)
    row = Row(document.row.types, document.row.numbers[tokens])
    words = Words(document, row, tokens, document.ends[tokens])
    return _join_names(words, _find_names(words))


def _find_names(words: Words) -> Hits:
    """Return the names, as far as written with a capital (*slate* is a stone)."""
    found = _outlets().walk(words.row.column(NUMBER)).hits(OUTLETS)
    if len(found):
        found = found.within(np.column_stack([words.bounds[:-1], words.bounds[1:]]))
    return found.where(words.upper[found.lasts - 1])


def _join_names(words: Words, names: Hits) -> Words:
    """Put one word for each of some names."""
    if not len(names):
        return words
    numbers, ends = words.row.numbers.copy(), words.ends.copy()
    types = words.row.types
    numbers[names.firsts] = [
        types[OUTLET if term.note == OUTLET_NOTE else PARTY] for term in names.terms()
    ]
    ends[names.firsts] = ends[names.lasts - 1]
    kept = np.ones(len(numbers), np.bool_)
    for first, last in zip(names.firsts.tolist(), names.lasts.tolist(), strict=True):
        kept[first + 1 : last] = False
    return Words(words.document, Row(types, numbers[kept]), words.tokens[kept], ends[kept])


@cache
def _outlets() -> Index:
    return Index({OUTLETS: OUTLETS.terms}, shipped_vocabulary())


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
    sums = np.zeros((len(rows), len(firsts)), np.int64)
    if filled.any():
        sums[:, filled] = np.add.reduceat(rows, firsts[filled], axis=1, dtype=np.int64)
    return sums
