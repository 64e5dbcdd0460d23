"""Which stems each paragraph of an article holds, and in how many the story tells each."""

from dataclasses import dataclass

import numpy as np

from bias.roles.words import COMMON, SILENT, STEM, Counts, Words
from bias.words.types import Bools

HEADLINE, NOBODY = -1, -2
"""Stand among the paragraphs for the headline, and for a paragraph that there is not."""


@dataclass(frozen=True)
class Stems:
    """Pairs of a paragraph and a stem that it holds, in order, each once.

    A stem is what a word with content is cut to; it has a number in its article.
    """

    size: int
    """How many numbers there are."""
    of_word: Counts
    """The number that each word's first letters have; without content they are no stem."""
    codes: Counts
    """Of each pair: the paragraph (-1 for the headline) times `size`, plus the stem."""
    paragraphs: Counts
    numbers: Counts
    is_name: Bools
    """The paragraph writes the stem with a capital."""
    is_rare: Bools
    """It says what the paragraph is about: a name or a rare word."""

    def of(self, paragraph: int) -> Counts:
        """Return the stems of a paragraph."""
        return self.numbers[self._place(paragraph)]

    def rare_of(self, paragraph: int) -> Counts:
        """Return those of them that are names or rare words."""
        place = self._place(paragraph)
        return self.numbers[place][self.is_rare[place]]

    def _place(self, paragraph: int) -> slice:
        return slice(*self.paragraphs.searchsorted((paragraph, paragraph + 1)).tolist())

    def pairs_of(self, paragraphs: Counts) -> tuple[Counts, Counts]:
        """Return the pairs of some paragraphs, by place, and how many each paragraph has."""
        firsts = self.paragraphs.searchsorted(paragraphs)
        lengths = self.paragraphs.searchsorted(paragraphs + 1) - firsts
        return ranges(firsts, lengths), lengths

    def hold(self, paragraphs: Counts | int, numbers: Counts) -> Bools:
        """Tell of some pairs whether the paragraph holds the stem."""
        wanted = paragraphs * self.size + numbers
        place = self.codes.searchsorted(wanted)
        held: Bools = self.codes[np.minimum(place, len(self.codes) - 1)] == wanted
        return held


def stems_of(words: Words) -> Stems:
    """Return the stems of a document's headline and paragraphs."""
    letters, of_word = np.unique(words.row.column(STEM), return_inverse=True)
    size, lengths = len(letters), np.diff(words.bounds)
    codes = np.repeat(np.arange(HEADLINE, len(lengths) + HEADLINE), lengths) * size + of_word
    order = np.argsort(codes, kind="stable")
    firsts = np.flatnonzero(np.diff(codes[order], prepend=NOBODY * size))
    content = words.is_word & ~words.has(SILENT)
    told = np.array([content, words.upper, ~words.has(COMMON)])
    content, is_name, is_rare = np.logical_or.reduceat(told[:, order], firsts, axis=1)
    codes = codes[order[firsts]][content]
    paragraphs, numbers = np.divmod(codes, size) if size else (codes, codes)
    return Stems(size, of_word, codes, paragraphs, numbers, is_name[content], is_rare[content])


def ranges(firsts: Counts, lengths: Counts) -> Counts:
    """Return whole numbers from several starts on, one range behind the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = lengths.cumsum()
    numbers: Counts = np.arange(lengths.sum()) + np.repeat(firsts + lengths - ends, lengths)
    return numbers
