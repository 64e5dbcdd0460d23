"""All term lists at once: one walk over a text's word numbers finds the forms of every list.

The walk says which forms stand where, whatever list they are of. A group of lists then picks
its own, and of those that overlap the leftmost and longest, so that a phrase wins over the words
inside it and nothing is counted twice:

    document.listed(EPISTEMIC).within(bounds_of(document.sentences))
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.lists.groups import GROUPS, Group
from bias.lists.hits import Hits, Places
from bias.lists.terms import Term
from bias.words.types import Ints
from bias.words.vocabulary import Vocabulary, shipped_vocabulary


@dataclass(frozen=True, eq=False)
class Listed:
    """All forms that stand in a row of words, whatever list they are of."""

    places: Places
    """Of their first words, rising."""
    forms: Ints
    """Their numbers in the index; of those that begin at one place, the longest first."""
    index: "Index" = field(repr=False)

    def hits(self, group: Group) -> Hits:
        """Return what stands of one group; entries may overlap."""
        index = self.index
        terms = index.of_form[group][self.forms]
        own = np.flatnonzero(terms >= 0)
        firsts, forms = self.places[own], self.forms[own]
        return Hits(firsts, firsts + index.lengths[forms], terms[own], index.terms[group])

    def within(self, stretch_of: Ints) -> "Listed":
        """Return what stands in one stretch; given is the number of each word's stretch."""
        lasts = self.places + self.index.lengths[self.forms] - 1
        return self._where(stretch_of[self.places] == stretch_of[lasts])

    def part(self, words: Places | slice) -> "Listed":
        """Return what begins on some words, given by place, and count its places among them.

        Words of one entry are all among them, or none is.
        """
        if isinstance(words, slice):
            found = slice(*self.places.searchsorted((words.start, words.stop)).tolist())
            return Listed(self.places[found] - words.start, self.forms[found], self.index)
        near = self._where(slice(*self.places.searchsorted((words[0], words[-1] + 1)).tolist()))
        at = words.searchsorted(near.places)
        inside = words[at] == near.places
        return Listed(at[inside], near.forms[inside], self.index)

    def _where(self, kept: NDArray[np.bool_] | slice) -> "Listed":
        return Listed(self.places[kept], self.forms[kept], self.index)


class Index:
    """Groups of terms, all found in one walk.

    Parameters
    ----------
    groups
        The terms of each; where two share a form, the first wins.
    vocabulary
        Numbers of words; a form with a word that has none is never found.

    Examples
    --------
    >>> term = Term("point out", "phrase", "v", 1.0, "", "", "report_verb", 1)
    >>> group = Group(("report_verbs",))
    >>> index = Index({group: [term]}, Vocabulary(["he", "pointed", "out"]))
    >>> numbers = index.numbers(["he", "pointed", "out", "pointed"])
    >>> index.walk(numbers).hits(group).matches()[0].first
    1
    """

    def __init__(self, groups: dict[Group, Sequence[Term]], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.terms = groups
        self._forms: dict[tuple[str, ...], int] = {}
        self.of_form = _terms_of_forms(groups, self._forms)
        self.lengths = np.array([len(form) for form in self._forms], dtype=np.int32)
        self._grow()

    def _grow(self) -> None:
        """Lay the forms out as a tree: a step is a node and a word's number as one number.

        The steps from the root come first, then those from their ends, and so on. So they rise,
        and the node that a step leads to is one more than its place.
        """
        size, table = self._vocabulary.size, self._table()
        known = np.count_nonzero(table, axis=1) == self.lengths
        nodes, steps = np.zeros(len(table), dtype=np.int64), np.zeros(0, dtype=np.int64)
        for depth, words in enumerate(table.T):
            here = np.flatnonzero(known & (self.lengths > depth))
            wanted, which = np.unique(nodes[here] * size + words[here], return_inverse=True)
            nodes[here] = 1 + len(steps) + which
            steps = np.append(steps, wanted)
        self._steps = np.append(steps, np.iinfo(np.int64).max)
        self._form_at = np.full(len(self._steps), -1, dtype=np.int32)
        self._form_at[nodes[known]] = np.flatnonzero(known)
        self._plant(steps, size)

    def _table(self) -> NDArray[np.int64]:
        """Return the numbers of each form's words, shape (forms, words of the longest)."""
        table = np.zeros((len(self.lengths), self.lengths.max()), dtype=np.int64)
        inside = np.arange(table.shape[1]) < self.lengths[:, None]
        table[inside] = self.numbers(word for form in self._forms for word in form)
        return table

    def _plant(self, steps: NDArray[np.int64], size: int) -> None:
        """Tell by a word's number which form it is by itself, and where it begins a phrase.

        Also which words may stand further on in one: most words are followed by none.
        """
        first = np.searchsorted(steps, size)
        self._begins = np.zeros(size, dtype=np.int64)
        self._begins[steps[:first]] = np.arange(1, first + 1)
        self._alone = self._form_at[self._begins]
        self._is_alone = self._alone >= 0
        self._goes_on = np.zeros(size, dtype=np.bool_)
        self._goes_on[steps[first:] % size] = True
        goes_further = np.zeros(len(self._form_at), dtype=np.bool_)
        goes_further[steps[first:] // size] = True
        self._begins_phrase = goes_further[self._begins]

    def numbers(self, keys: Iterable[str]) -> Ints:
        """Return the numbers of some words."""
        return np.fromiter(map(self._vocabulary.__getitem__, keys), np.int32)

    def forms(self, group: Group) -> dict[tuple[str, ...], Term]:
        """Return the forms of a group, as rows of words, and the term of each."""
        pairs = zip(self._forms, self.of_form[group].tolist(), strict=True)
        return {form: self.terms[group][number] for form, number in pairs if number >= 0}

    def walk(self, numbers: Ints) -> Listed:
        """Return which forms stand in a row of words, given by number."""
        places = self._is_alone[numbers].nonzero()[0]
        found = [(places, self._alone[numbers[places]])]
        begun = self._begins_phrase[numbers[:-1]] & self._goes_on[numbers[1:]]
        places, after = begun.nonzero()[0], np.append(numbers, 0)
        nodes = self._begins[numbers[places]]
        while len(places):
            nodes = self._step(nodes, after[places + len(found)])
            going = nodes.nonzero()[0]
            places, nodes = places[going], nodes[going]
            forms = self._form_at[nodes]
            whole = (forms >= 0).nonzero()[0]
            found.append((places[whole], forms[whole]))
        return Listed(*_longest_first(found), self)

    def _step(self, nodes: NDArray[np.int64], words: Ints) -> NDArray[np.int64]:
        """Return the nodes that words lead to, 0 where to none."""
        wanted = nodes * self._vocabulary.size + words
        at = np.searchsorted(self._steps, wanted)
        return np.where(self._steps[at] == wanted, at + 1, 0)


def _terms_of_forms(
    groups: dict[Group, Sequence[Term]], forms: dict[tuple[str, ...], int]
) -> dict[Group, Ints]:
    """Return for each group which of its terms a form is of, -1 if none; number the forms."""
    known, rows = dict[int, list[int]](), dict[Group, dict[int, int]]()
    for group, terms in groups.items():
        row = rows[group] = {}
        for place, term in enumerate(terms):
            own = known.get(id(term))
            if own is None:
                own = [forms.setdefault(form, len(forms)) for form in sorted(term.forms())]
                known[id(term)] = own
            for form in own:
                row.setdefault(form, place)
    return {group: _column(row, len(forms)) for group, row in rows.items()}


def _column(row: dict[int, int], size: int) -> Ints:
    column = np.full(size, -1, dtype=np.int32)
    column[[*row]] = [*row.values()]
    return column


def _longest_first(found: Sequence[tuple[Places, Ints]]) -> tuple[Places, Ints]:
    """Put forms in order of their places; they come by length, the shortest first."""
    places = np.concatenate([places for places, _ in reversed(found)])
    order = np.argsort(places, kind="stable")
    return places[order], np.concatenate([forms for _, forms in reversed(found)])[order]


@cache
def shipped_index() -> Index:
    """Return the lists that come with the package, in their groups."""
    return Index({group: group.terms for group in GROUPS}, shipped_vocabulary())


@cache
def listed_words(group: Group) -> dict[str, Term]:
    """Return the single words of a group of the shipped lists, in every form, and their terms."""
    return {form[0]: term for form, term in shipped_index().forms(group).items() if len(form) == 1}
