"""One event: its accounts, the oldest first, and all that comparing them gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from bias.events.account import Account
from bias.events.align import align
from bias.events.difference import Difference
from bias.events.differs import differences
from bias.events.scene import Scene, Stage
from bias.events.told import told_elsewhere
from bias.models.by_word import Floats
from bias.models.pairs import shipped_pairs
from bias.values import value

MOST_COMPARED = 40
"""Accounts of an event of which every two are compared; of the others each is compared with
these, which are the first to appear: time stays linear however many articles an event has."""
SAME = 0.5
"""Probability from which two sentences that tell the same tell nothing beside it."""


@value(frozen=True, slots=True)
class Tie:
    """Two sentences of two accounts that tell the same, in whole or in part."""

    one: int
    other: int
    """Which accounts, the one before the other."""
    line: int
    other_line: int
    relation: str
    """`same`, `overlap` or `differs`."""
    probability: float


@dataclass(frozen=True, eq=False)
class Couple:
    """Two accounts of an event."""

    one: int
    other: int
    probability: Floats
    """Of every pair of their sentences, that both tell the same."""
    same: Floats
    """If they do: that neither tells more than a detail beside it."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, eq=False)
class Event:
    """One event told by several accounts."""

    name: str
    accounts: tuple[Account, ...]
    """By date, then by outlet; those without a date last."""
    couples: tuple[Couple, ...]

    @classmethod
    def of(cls, name: str, accounts: Sequence[Account]) -> "Event":
        """Compare the accounts of one event."""
        ordered = tuple(sorted(accounts, key=_by_date))
        scene, pairs = Scene.of(ordered), shipped_pairs()
        stages = [Stage(account, scene) for account in ordered]
        places = [two for two in combinations(range(len(ordered)), 2) if two[0] < MOST_COMPARED]
        aligned = [align(stages[one], stages[other], pairs) for one, other in places]
        found = differences(aligned)
        couples = (
            Couple(*two, a.probability, a.same, tuple(some))
            for two, a, some in zip(places, aligned, found, strict=True)
        )
        return cls(name, ordered, tuple(couples))

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The pairs of sentences that tell the same, and those that contradict each other."""
        return tuple(tie for couple in self.couples for tie in _ties(couple))

    @cached_property
    def told(self) -> tuple[Floats, ...]:
        """Of each account: the probability that another tells its sentences' main content.

        Nothing of an event with one account.
        """
        pairs = shipped_pairs()
        if len(self.accounts) < 2:
            return ()
        return tuple(
            told_elsewhere(account, self.found_of(place), pairs)
            for place, account in enumerate(self.accounts)
        )

    def found_of(self, place: int) -> list[Floats]:
        """Return how likely an account's sentences tell the same as each other account's."""
        found = [couple.probability for couple in self.couples if couple.one == place]
        return found + [c.probability.T for c in self.couples if c.other == place]


def _by_date(account: Account) -> tuple[bool, str, str, str]:
    day = account.day
    return day is None, day.isoformat() if day else "", account.outlet, account.id


def _ties(couple: Couple) -> Iterator[Tie]:
    """Yield the ties of a couple by sentence."""
    contrary = {difference.lines for difference in couple.differences}
    least = shipped_pairs().least
    likely = couple.probability >= least
    for lines in contrary:
        likely[lines] = True
    for line, other in np.argwhere(likely).tolist():
        place = line, other
        relation = "same" if couple.same[place] >= SAME else "overlap"
        relation = "differs" if place in contrary else relation
        probability = float(couple.probability[place])
        yield Tie(couple.one, couple.other, line, other, relation, probability)
