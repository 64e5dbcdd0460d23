"""Entries of lists that stand in a few words, such as a headline, to be asked for by group."""

from bisect import bisect_left
from dataclasses import dataclass

from bias.lists.groups import Group
from bias.lists.hits import Match
from bias.lists.index import Index, Listed


@dataclass(frozen=True, slots=True)
class Few:
    """What stands in a few words of a row; places count from the first of them.

    Examples
    --------
    >>> from bias.lists.groups import REPORT
    >>> from bias.lists.index import shipped_index
    >>> index = shipped_index()
    >>> few = Few.of(index.walk(index.numbers("what he pointed out".split())), 1, 4)
    >>> [(match.first, match.last) for match in few.find(REPORT, 0, 3)]
    [(1, 3)]
    """

    forms: list[tuple[int, int, int]]
    """Of each: its first word, one past its last, and its number in the index."""
    index: Index

    @classmethod
    def of(cls, listed: Listed, first: int, last: int) -> "Few":
        """Return what begins on the words `[first, last)`."""
        begin, end = listed.places.searchsorted((first, last)).tolist()
        forms = listed.forms[begin:end]
        firsts = listed.places[begin:end] - first
        lasts = firsts + listed.index.lengths[forms]
        rows = zip(firsts.tolist(), lasts.tolist(), forms.tolist(), strict=True)
        return cls(list(rows), listed.index)

    def find(self, group: Group, first: int, last: int) -> list[Match]:
        """Return the entries of one group within `[first, last)`, leftmost and longest."""
        term_of, terms, matches = self.index.of_form[group], self.index.terms[group], list[Match]()
        for place in range(bisect_left(self.forms, (first,)), len(self.forms)):
            begin, end, form = self.forms[place]
            if begin >= last:
                break
            term = term_of.item(form)
            if term >= 0 and first <= begin and end <= last:
                matches.append(Match(begin, end, terms[term]))
                first = end
        return matches
