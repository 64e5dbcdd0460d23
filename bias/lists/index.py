"""All term lists at once: one walk over a text's word numbers finds the forms of every list.

The walk says which forms stand where, whatever list they are of. A group of lists then picks
its own (`Index.hits`), and of those that overlap the leftmost and longest (`Hits.within`), so
that a phrase wins over the words inside it and nothing is counted twice. A form is a row of
words; the words of the forms lead through a tree whose steps are numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bias.lists.groups import GROUPS, Group
from bias.lists.terms import Match, Term
from bias.words.types import Ints
from bias.words.vocabulary import Vocabulary, shipped_vocabulary

Places = NDArray[np.intp]


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

    >>> bounds_of([Match(0, 3, GROUPS[0].terms[0])]).tolist()
    [[0, 3]]
    """
    return np.array([(s.first, s.last) for s in stretches], dtype=np.int32).reshape(-1, 2)


@dataclass(frozen=True, eq=False)
class Hits:
    """Entries of one group where they stand, in order; of those that begin together, longest first.

    Examples
    --------
    The longest phrase within each stretch is taken, and no word twice:

    >>> group, index = GROUPS[2], shipped_index()
    >>> keys = "he pointed out it was pointed out".split()
    >>> hits = index.hits(group, *index.walk(index.numbers(keys)))
    >>> [keys[match.first : match.last] for match in hits.matches()]
    [['pointed', 'out'], ['pointed', 'out']]
    >>> [len(found) for found in hits.each(np.array([[0, 2], [2, 7]]))]
    [0, 1]
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
        stretch = np.searchsorted(bounds[:, 0], self.firsts, side="right") - 1
        inside = (stretch >= 0) & (self.lasts <= bounds[stretch, 1]) if len(bounds) else stretch > 0
        return self.where(np.flatnonzero(inside)).apart()

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


class Index:
    """Groups of terms, all found in one walk.

    Parameters
    ----------
    groups
        The terms of each; where two share a form, the first wins.
    vocabulary
        Numbers of words; a form with a word that has none is never found.
    """

    def __init__(self, groups: dict[Group, Sequence[Term]], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._terms = groups
        self._forms: dict[tuple[str, ...], int] = {}
        self._of_form = _terms_of_forms(groups, self._forms)
        self._lengths = np.array([len(form) for form in self._forms], dtype=np.int32)
        self._grow()

    def _grow(self) -> None:
        """Lay the forms out as a tree: a step is a node and a word's number as one number."""
        size, steps, ends = self._vocabulary.size, dict[int, int](), dict[int, int]()
        for form, number in self._forms.items():
            node, numbers = 0, [*map(self._vocabulary.__getitem__, form)]
            if all(numbers):
                for word in numbers:
                    node = steps.setdefault(node * size + word, len(steps) + 1)
                ends[node] = number
        self._steps = np.array(sorted(steps), dtype=np.int64)
        self._nodes = np.array([steps[step] for step in self._steps.tolist()], dtype=np.int64)
        self._form_at = np.full(len(steps) + 1, -1, dtype=np.int32)
        self._form_at[[*ends]] = [*ends.values()]
        roots = self._steps < size
        self._roots = np.zeros(size, dtype=np.int64)
        self._roots[self._steps[roots]] = self._nodes[roots]

    def numbers(self, keys: Iterable[str]) -> Ints:
        """Return the numbers of some words."""
        return np.fromiter(map(self._vocabulary.__getitem__, keys), np.int32)

    def words(self, group: Group) -> frozenset[str]:
        """Return the single words of a group, in every form."""
        of_form = self._of_form[group]
        return frozenset(
            form[0] for form, n in self._forms.items() if len(form) == 1 and of_form[n] >= 0
        )

    def walk(self, numbers: Ints) -> tuple[Places, Ints]:
        """Return which forms stand in a row of words.

        Parameters
        ----------
        numbers
            Of the words.

        Returns
        -------
        places
            Of the first words, rising.
        forms
            By number; of those that begin at one place, the longest first.
        """
        after = np.append(numbers, 0)
        places = np.flatnonzero(self._roots[numbers])
        nodes, found = self._roots[numbers[places]], list[tuple[Places, Ints]]()
        while len(places):
            forms = self._form_at[nodes]
            whole = forms >= 0
            found.append((places[whole], forms[whole]))
            nodes = self._step(nodes, after[places + len(found)])
            going = np.flatnonzero(nodes)
            places, nodes = places[going], nodes[going]
        return _longest_first(found)

    def _step(self, nodes: NDArray[np.int64], words: Ints) -> NDArray[np.int64]:
        """Return the nodes that words lead to, 0 where to none."""
        wanted = nodes * self._vocabulary.size + words
        at = np.searchsorted(self._steps, wanted)
        at[at == len(self._steps)] = 0
        return np.where(self._steps[at] == wanted, self._nodes[at], 0)

    def hits(self, group: Group, places: Places, forms: Ints) -> Hits:
        """Return what stands of one group, from what `walk` found."""
        terms = self._of_form[group][forms]
        own = np.flatnonzero(terms >= 0)
        firsts, forms = places[own], forms[own]
        return Hits(firsts, firsts + self._lengths[forms], terms[own], self._terms[group])


def _terms_of_forms(
    groups: dict[Group, Sequence[Term]], forms: dict[tuple[str, ...], int]
) -> dict[Group, Ints]:
    """Return for each group which of its terms a form is of, -1 if none; number the forms."""
    known, rows = dict[Term, list[int]](), dict[Group, dict[int, int]]()
    for group, terms in groups.items():
        row = rows[group] = {}
        for place, term in enumerate(terms):
            if term not in known:
                known[term] = [forms.setdefault(f, len(forms)) for f in sorted(term.forms())]
            for form in known[term]:
                row.setdefault(form, place)
    return {group: _column(row, len(forms)) for group, row in rows.items()}


def _column(row: dict[int, int], size: int) -> Ints:
    column = np.full(size, -1, dtype=np.int32)
    column[[*row]] = [*row.values()]
    return column


def _longest_first(found: Sequence[tuple[Places, Ints]]) -> tuple[Places, Ints]:
    """Put forms in order of their places; they come by length, the shortest first."""
    if not found:
        return np.zeros(0, np.intp), np.zeros(0, np.int32)
    places = np.concatenate([places for places, _ in reversed(found)])
    order = np.argsort(places, kind="stable")
    return places[order], np.concatenate([forms for _, forms in reversed(found)])[order]


@cache
def shipped_index() -> Index:
    """Return the lists that come with the package, in their groups."""
    return Index({group: group.terms for group in GROUPS}, shipped_vocabulary())
