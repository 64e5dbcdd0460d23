"""Where entries of lists stand in a row of words, and which of them count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bias.lists.terms import Term
from bias.values import value
from bias.words.types import Ints

Places = NDArray[np.intp]


@value(frozen=True, slots=True)
class Match:
    """One occurrence of a term: the tokens `[first, last)`."""

    first: int
    last: int
    term: Term


class Stretch(Protocol):
    """Part of a row of words, `[first, last)`, such as a sentence."""

    @property
    def first(self) -> int:
        """Its first word."""

    @property
    def last(self) -> int:
        """One past its last."""


def bounds_of(stretches: Iterable[Stretch]) -> Ints:
    """Return where stretches begin and end, shape (stretches, 2).

    >>> bounds_of([]).shape
    (0, 2)
    """
    return np.array([(s.first, s.last) for s in stretches], dtype=np.int32).reshape(-1, 2)


@dataclass(frozen=True, eq=False)
class Hits:
    """Entries of one group where they stand, in order; of those that begin together, longest first.

    They may overlap; `within` and `each` choose the leftmost and longest.

    Examples
    --------
    >>> term = Term("a b", "phrase", "", 1.0, "", "", "test", 1)
    >>> hits = Hits(np.array([0, 3, 4]), np.array([2, 5, 6]), np.array([0, 0, 0]), [term])
    >>> [(match.first, match.last) for match in hits.within(np.array([[0, 6]])).matches()]
    [(0, 2), (3, 5)]
    >>> [[match.first for match in found] for found in hits.each(np.array([[0, 1], [4, 6]]))]
    [[], [4]]
    """

    firsts: Places
    """Of each, the first word's place in the row."""
    lasts: Places
    """One past the last word's."""
    numbers: Ints
    """Which entry of `entries` it is."""
    entries: Sequence[Term] = field(repr=False)
    """The group's."""

    def __len__(self) -> int:
        return len(self.firsts)

    def where(self, kept: NDArray[np.generic]) -> "Hits":
        """Return some of them: `kept` is a truth value for each, or places in rising order."""
        return Hits(self.firsts[kept], self.lasts[kept], self.numbers[kept], self.entries)

    def within(self, bounds: Ints) -> "Hits":
        """Return the leftmost and longest in each of several stretches that do not overlap.

        Parameters
        ----------
        bounds
            Where each begins and ends, in order, shape (stretches, 2): see `bounds_of`.
        """
        if not len(self):
            return self
        stretch = np.searchsorted(bounds[:, 0], self.firsts, side="right")
        ends = np.append(0, bounds[:, 1])[stretch]
        return self.where(np.flatnonzero(self.lasts <= ends)).apart()

    def apart(self) -> "Hits":
        """Return those left when each takes its words, from the left, the longest first."""
        kept, free = list[int](), 0
        for place, (first, last) in enumerate(
            zip(self.firsts.tolist(), self.lasts.tolist(), strict=True)
        ):
            if first >= free:
                kept.append(place)
                free = last
        return self if len(kept) == len(self) else self.where(np.array(kept, dtype=np.intp))

    def of_several_words(self) -> "Hits":
        """Return the phrases."""
        return self.where(np.flatnonzero(self.lasts - self.firsts > 1))

    def terms(self) -> list[Term]:
        """Return the entry of each."""
        return list(map(self.entries.__getitem__, self.numbers.tolist()))

    def matches(self) -> list[Match]:
        """Return each as an object."""
        return list(map(Match, self.firsts.tolist(), self.lasts.tolist(), self.terms()))

    def each(self, bounds: Ints) -> Iterator[list[Match]]:
        """Yield the leftmost and longest in each of several stretches, as objects."""
        found = self.within(bounds)
        matches = found.matches()
        cuts = np.searchsorted(found.firsts, bounds[:, 0]).tolist()
        return (matches[a:b] for a, b in pairwise([*cuts, len(matches)]))
