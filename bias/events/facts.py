"""What an event's accounts tell alike, gathered: one fact, the sentences that tell it.

Sentences are joined from the surest tie down, as long as those that come together are on average
likely to tell the same (average linkage), so that a chain of loose ties makes no fact.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from bias.events.event import Event

LINKED = 0.3
"""Mean probability, over all pairs of sentences of two groups, from which they are one fact."""
MOST_LINES = 2
"""Sentences of one account in a fact, at most: one that another outlet has made two of."""

Line = tuple[int, int]
"""Account and sentence."""


@dataclass(frozen=True)
class Fact:
    """Sentences of several accounts that tell the same, in whole or in part."""

    lines: Mapping[int, tuple[int, ...]]
    """Of each account that tells it: its sentences, in order."""
    probability: float
    """That two of its sentences in different accounts tell the same, on average."""
    differs: bool
    """Some of them contradict each other."""

    @property
    def place(self) -> float:
        """How far down the accounts it stands, on average, in sentences."""
        firsts = [lines[0] for lines in self.lines.values()]
        return sum(firsts) / len(firsts)


def facts(event: Event) -> list[Fact]:
    """Return what more than one account tells: what most of them tell first, then by place."""
    linked = _Links(event)
    groups: dict[Line, frozenset[Line]] = {}
    for tie in sorted(event.ties, key=lambda tie: -tie.probability):
        one, other = (tie.one, tie.line), (tie.other, tie.other_line)
        first, second = (groups.get(line, frozenset([line])) for line in (one, other))
        if first != second and linked.fit(first, second):
            both = first | second
            groups.update(dict.fromkeys(both, both))
    found = [linked.fact(group) for group in dict.fromkeys(groups.values())]
    return sorted(found, key=lambda fact: (-len(fact.lines), fact.place))


class _Links:
    """How likely any two sentences of an event tell the same."""

    def __init__(self, event: Event) -> None:
        self._likely = {(c.one, c.other): c.probability for c in event.couples}
        differing = (tie for tie in event.ties if tie.relation == "differs")
        self._differing = {((t.one, t.line), (t.other, t.other_line)) for t in differing}

    def fit(self, one: frozenset[Line], other: frozenset[Line]) -> bool:
        """Tell whether two groups are one fact."""
        counts: dict[int, int] = defaultdict(int)
        for account, _ in one | other:
            counts[account] += 1
        return max(counts.values()) <= MOST_LINES and self._mean(one, other) >= LINKED

    def _mean(self, one: frozenset[Line], other: frozenset[Line]) -> float:
        found = [self._of(a, b) for a, b in product(one, other) if a[0] != b[0]]
        return sum(found) / len(found) if found else 0.0

    def _of(self, one: Line, other: Line) -> float:
        (account, line), (second, other_line) = sorted((one, other))
        values = self._likely.get((account, second))
        return 0.0 if values is None else float(values[line, other_line])

    def fact(self, group: frozenset[Line]) -> Fact:
        """Return a group as a fact."""
        lines: dict[int, list[int]] = defaultdict(list)
        for account, line in sorted(group):
            lines[account].append(line)
        pairs = [(a, b) for a, b in product(sorted(group), repeat=2) if a[0] < b[0]]
        mean = sum(self._of(a, b) for a, b in pairs) / len(pairs)
        differs = any(pair in self._differing for pair in pairs)
        return Fact({account: tuple(found) for account, found in lines.items()}, mean, differs)
