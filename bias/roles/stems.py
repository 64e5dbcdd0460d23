"""Which stems each paragraph of an article holds."""

from dataclasses import dataclass

import numpy as np

from bias.roles.words import CAPITAL, COMMON, SILENT, STEM, Counts, Words, ranges
from bias.words.types import Bools

HEADLINE, NOBODY = -1, -2
"""Stand among the paragraphs for the headline, and for a paragraph that there is not."""
_APART = np.int64(0x61C8864680B583EB)
"""Sets the stems of one paragraph apart from those of the next: 2**64 over the golden ratio."""


@dataclass(frozen=True)
class Stems:
    """Pairs of a paragraph and a stem that it holds, each once, in the order of paragraphs.

    A stem is what a word with content is cut to; a number stands for it, see `words.STEM`.
    """

    paragraphs: Counts
    """Of each pair; -1 for the headline."""
    numbers: Counts
    """Of each pair: the stem."""
    is_name: Bools
    """The paragraph writes the stem with a capital."""
    is_rare: Bools
    """It says what the paragraph is about: a name or a rare word."""
    codes: Counts
    """The pairs once more, each as one number, rising."""

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
        wanted = _code(paragraphs, numbers)
        place = np.minimum(self.codes.searchsorted(wanted), len(self.codes) - 1)
        held: Bools = self.codes[place] == wanted
        return held


def stems_of(words: Words) -> Stems:
    """Return the stems of a document's headline and paragraphs."""
    numbers, lengths = words.row.column(STEM), np.diff(words.bounds)
    paragraphs = np.arange(HEADLINE, len(lengths) + HEADLINE).repeat(lengths)
    codes = _code(paragraphs, numbers)
    order = codes.argsort()
    codes = codes[order]
    firsts = np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)].nonzero()[0]
    told = (words.signs ^ (SILENT | COMMON))[order]
    signs = np.bitwise_or.reduceat(told, firsts)
    has_content = (signs & SILENT) != 0
    codes, places, signs = (
        codes[firsts][has_content],
        order[firsts][has_content],
        signs[has_content],
    )
    in_order = places.argsort()
    places, signs = places[in_order], signs[in_order]
    return Stems(
        paragraphs[places], numbers[places], (signs & CAPITAL) != 0, (signs & COMMON) != 0, codes
    )


def _code(paragraphs: Counts | int, numbers: Counts) -> Counts:
    """Return one number for a paragraph and a stem; two pairs hardly ever share one."""
    return paragraphs * _APART + numbers
