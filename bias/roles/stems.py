"""Which stems each unit holds: each paragraph, and each headline."""

from dataclasses import dataclass

import numpy as np

from bias.roles.signs import CAPITAL, COMMON, SILENT, STEM
from bias.roles.words import Counts, Words, ranges
from bias.words.types import Bools

NOBODY = -1
"""Stands for a unit that there is not."""
_APART = np.int64(0x61C8864680B583EB)
"""Sets the stems of one group apart from those of the next: 2**64 over the golden ratio."""


@dataclass(frozen=True)
class Stems:
    """Pairs of a unit and a stem that it holds, each once, in the order of units.

    A stem is what a word with content is cut to; a number stands for it, see `words.STEM`.
    """

    units: Counts
    """Of each pair."""
    numbers: Counts
    """Of each pair: the stem."""
    is_name: Bools
    """The unit writes the stem with a capital."""
    is_rare: Bools
    """It says what the unit is about: a name or a rare word."""
    codes: Counts
    """The pairs once more, each as one number, rising."""

    def of(self, unit: int) -> Counts:
        """Return the stems of a unit."""
        return self.numbers[self._place(unit)]

    def rare_of(self, unit: int) -> Counts:
        """Return those of them that are names or rare words."""
        place = self._place(unit)
        return self.numbers[place][self.is_rare[place]]

    def _place(self, unit: int) -> slice:
        return slice(*self.units.searchsorted((unit, unit + 1)).tolist())

    def pairs_of(self, units: Counts) -> tuple[Counts, Counts]:
        """Return the pairs of some units, by place, and how many each unit has."""
        firsts = self.units.searchsorted(units)
        lengths = self.units.searchsorted(units + 1) - firsts
        return ranges(firsts, lengths), lengths

    def hold(self, units: Counts | int, numbers: Counts) -> Bools:
        """Tell of some pairs whether the unit holds the stem."""
        wanted = code(units, numbers)
        place = np.minimum(self.codes.searchsorted(wanted), len(self.codes) - 1)
        held: Bools = self.codes[place] == wanted
        return held


def stems_of(words: Words) -> Stems:
    """Return the stems of every unit."""
    numbers, lengths = words.row.column(STEM), np.diff(words.bounds)
    units = np.arange(len(lengths)).repeat(lengths)
    codes = code(units, numbers)
    order = codes.argsort()
    codes = codes[order]
    firsts = np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)].nonzero()[0]
    told = (words.signs ^ (SILENT | COMMON))[order]
    signs = np.bitwise_or.reduceat(told, firsts)
    kept = ((signs & SILENT) != 0).nonzero()[0]
    codes, places, signs = codes[firsts[kept]], order[firsts[kept]], signs[kept]
    in_order = places.argsort()
    places, signs = places[in_order], signs[in_order]
    is_name, is_rare = (signs & CAPITAL) != 0, (signs & COMMON) != 0
    return Stems(units[places], numbers[places], is_name, is_rare, codes)


def code(groups: Counts | int, numbers: Counts) -> Counts:
    """Return one number for a group and a stem in it; two pairs hardly ever share one."""
    return np.atleast_1d(groups) * _APART + numbers
