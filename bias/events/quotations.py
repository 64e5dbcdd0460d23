"""A quotation that several accounts share, cut at another place.

What one outlet kept of somebody's words and another left out is slant that nothing but a
comparison shows. Words count as shared where three of them in a row stand in the other article,
whether it sets them in marks or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from bias.events.account import Account
from bias.events.event import Event
from bias.events.parts import Spoken
from bias.words.cut import Span
from bias.words.types import Bools

ROW = 3
"""Neighbouring words that make a row."""
LEAST_SHARED, LEAST_ALONE = 5, 4
"""Words of a quotation that another article has, and words of it that it has not, at least."""
MOST_SPOKEN = 200
"""Quotations of an account that are looked at."""


@dataclass(frozen=True)
class Cut:
    """A quotation of one account of which another has only a part."""

    one: int
    other: int
    """Which accounts: the one that has more of it, and the one that has less."""
    spoken: Spoken
    """The longer form, in the first account."""
    alone: tuple[Span, ...]
    """The words of it that the other account has nowhere."""
    lines: frozenset[int]
    """Sentences of the other account that have the rest."""


def cut_quotations(event: Event, places: Sequence[int]) -> list[Cut]:
    """Return the shared quotations of some accounts that are cut, the longest rest first."""
    found = [cut for one, other in permutations(places, 2) for cut in _cuts(event, one, other)]
    return sorted(found, key=lambda cut: (-_length(cut), cut.one, cut.spoken.start, cut.other))


def _length(cut: Cut) -> int:
    return sum(span.end - span.start for span in cut.alone)


def _cuts(event: Event, one: int, other: int) -> Iterator[Cut]:
    """Yield the quotations of one account of which another has a part."""
    first, second = event.accounts[one], event.accounts[other]
    own, theirs = first.run.rows(ROW, across=True), second.run.rows(ROW, across=True)
    shared = np.zeros(len(first.run.letters), np.bool_)
    common = np.isin(own[1], theirs[1]).nonzero()[0]
    for step in range(ROW):
        shared[common + step] = True
    for spoken in first.spoken[:MOST_SPOKEN]:
        begin, end = first.run.start.searchsorted((spoken.start, spoken.end)).tolist()
        alone = tuple(_alone(first, shared, begin, end))
        if shared[begin:end].sum() >= LEAST_SHARED and alone:
            kept = np.isin(theirs[1], own[1][begin : max(begin, end - ROW + 1)])
            lines = frozenset(theirs[0][kept].tolist())
            if lines:
                yield Cut(one, other, spoken, alone, lines)


def _alone(account: Account, shared: Bools, begin: int, end: int) -> Iterator[Span]:
    """Yield the stretches of some words that are not shared and long enough to tell something."""
    edges = np.flatnonzero(np.diff(shared[begin:end].astype(np.int8), prepend=1, append=1))
    for first, last in edges.reshape(-1, 2).tolist():
        if last - first >= LEAST_ALONE:
            start, stop = account.run.start[begin + first], account.run.end[begin + last - 1]
            yield Span(int(start), int(stop))
