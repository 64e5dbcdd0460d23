"""Figures and days of two accounts that contradict each other.

Two figures of one kind in sentences that may tell the same, with like words around them, that are
not the same figure rounded. Each is set against the one figure of the other account that fits best.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bias.events.account import Account
from bias.events.align import Aligned
from bias.events.difference import LEAST, UNLIKELY, Difference, odds_of
from bias.events.quantities import Quantity, agree
from bias.events.scene import Stage
from bias.events.words import number_of, stem_of

FRESH = 4.0
"""What a weekday loses that is the day on which its article appeared, or the day before, where the
other's is as well and they appeared on different days: each reports what is new to it."""
REACH = 60
"""Characters on either side of a figure or day whose words say what it is of."""
PER_WORD = 0.4
"""What the weight of the words around both adds."""
ELSEWHERE = 1.5
"""What it takes away that an article has the other's figure, too, in another sentence."""
UNIT, UNIT_OF_TIME, NO_UNIT = 3.0, 1.0, 2.5
"""What a common unit adds to a count, less if it is one of time; and what every count loses."""
STRANGE = 1.0
"""What figures lose that have names around them, but none in common."""
TELLING = {"money": 1.0, "tally": 1.0, "percent": -0.5, "year": -1.5, "month": -1.0, "day": -0.5}
"""What a kind of figure adds: of money an article has few, of years and days many."""
COUNTED = frozenset(("count", "ordinal"))
"""Kinds that are of something: what stands behind them."""
SIZES, LIKE_SIZE = frozenset(("count", "money", "percent", "age")), 10
"""Kinds that have a size, and by how much larger one may be than the other."""
NEAR, FAR, SMALL = 1.0, 1.0, 10
"""What figures add that are near each other, and lose that are not; small ones are always near."""
MOST_QUANTITIES = 200
"""Of an account that are compared."""


def contrary_figures(aligned: Aligned) -> Iterator[Difference]:
    """Yield figures and days of a kind that are not the same.

    Each figure stands against one value of the other account: that which fits it best.
    """
    finder = _Finder(aligned)
    best: dict[tuple[int, int], frozenset[str]] = {}
    taken: set[tuple[tuple[int, int], int, int]] = set()
    for found in sorted(finder.pairs(), key=lambda d: (-d.score, d.one.start, d.other.start)):
        sides = [*enumerate((found.one, found.other))]
        ends = [(found.lines, side, span.start) for side, span in sides]
        places = [(side, span.start) for side, span in sides]
        fits = all(best.setdefault(place, found.values) == found.values for place in places)
        if fits and taken.isdisjoint(ends):
            taken.update(ends)
            yield found


@dataclass(frozen=True, eq=False)
class _Finder:
    """Looks through the figures of two accounts."""

    aligned: Aligned

    @property
    def stages(self) -> tuple[Stage, Stage]:
        return self.aligned.one, self.aligned.other

    @property
    def accounts(self) -> tuple[Account, Account]:
        return self.aligned.one.account, self.aligned.other.account

    def pairs(self) -> Iterator[Difference]:
        """Yield every two figures or days of one kind that may be said of one thing."""
        one, other = (account.quantities[:MOST_QUANTITIES] for account in self.accounts)
        for first in one:
            for second in other:
                likely = self.aligned.probability[first.line, second.line]
                if first.kind == second.kind and likely >= UNLIKELY and not agree(first, second):
                    score, lines = self._score(first, second), (first.line, second.line)
                    values = frozenset((f"{first.value:g}", f"{second.value:g}"))
                    if score >= LEAST:
                        yield Difference(first.kind, first, second, lines, values, score)

    def _score(self, first: Quantity, second: Quantity) -> float:
        """Return how much speaks for two figures being said of one thing."""
        one, other = self.accounts
        if _has(one, second, first.line) or _has(other, first, second.line):
            return -math.inf
        if _are_of_two_things(first, second):
            return -math.inf
        score = odds_of(self.aligned, (first.line, second.line)) + TELLING.get(first.kind, 0.0)
        score -= ELSEWHERE * (_has(one, second) + _has(other, first))
        score += self._counted(first, second) if first.kind in COUNTED else 0.0
        score += _nearness(first, second)
        score -= STRANGE * self._are_of_others(first, second)
        score -= FRESH * (first.kind == "day" and self._are_fresh(first, second))
        common = self.stages[0].near(first, REACH) & self.stages[1].near(second, REACH)
        return score + PER_WORD * float(self.stages[0].scene.here[sorted(common)].sum())

    def _are_of_others(self, first: Quantity, second: Quantity) -> bool:
        """Tell whether both have names around them, and other ones."""
        names = [
            stage.near(quantity, REACH, names=True)
            for stage, quantity in zip(self.stages, (first, second), strict=True)
        ]
        return all(names) and names[0].isdisjoint(names[1])

    def _are_fresh(self, first: Quantity, second: Quantity) -> bool:
        """Tell whether two weekdays are those on which the articles appeared, or those before."""
        days = [account.day for account in self.accounts]
        if None in days or days[0] == days[1]:
            return False
        return all(
            day is not None and (day.weekday() - quantity.value) % 7 <= 1
            for day, quantity in zip(days, (first, second), strict=True)
        )

    def _counted(self, first: Quantity, second: Quantity) -> float:
        """Return what the units of two counts say."""
        if common := first.units & second.units:
            return (UNIT_OF_TIME if common <= durations() else UNIT) - NO_UNIT
        if (first.units | second.units) & durations():
            return -math.inf
        vectors = [
            stage.vectors_of(quantity.units)
            for stage, quantity in zip(self.stages, (first, second), strict=True)
        ]
        return UNIT * float((vectors[0] @ vectors[1].T).max(initial=0.0)) - NO_UNIT


def _are_of_two_things(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures cannot be of one thing.

    One is far larger; or one counts all, the other what is left; or one is the day of some words,
    the other of what they tell; or one lies ahead.
    """
    if one.kind in SIZES and _apart(one.value, other.value):
        return True
    if one.kind == "day" and (one.said, one.coming) != (other.said, other.coming):
        return True
    return one.further != other.further


def _nearness(first: Quantity, second: Quantity) -> float:
    """Return what the size of two figures says: those of one thing are seldom far apart."""
    less, more = sorted((first.value, second.value))
    if first.kind in SIZES:
        return NEAR if less >= SMALL and more <= 1.3 * less else -FAR * (more > 3 * less)
    return NEAR * (first.kind == "year" and more - less <= 1)


def _apart(one: float, other: float) -> bool:
    """Tell whether two figures are too unlike in size to be of one thing.

    >>> _apart(16, 15), _apart(22, 5_600_000)
    (False, True)
    """
    return max(one, other) > LIKE_SIZE * min(one, other)


def _has(account: Account, quantity: Quantity, line: int | None = None) -> bool:
    """Tell whether an account, or one sentence of it, has a figure or day."""
    return any(
        other.kind == quantity.kind and agree(other, quantity)
        for other in account.quantities
        if line is None or other.line == line
    )


@cache
def durations() -> frozenset[int]:
    """Return the stems of the words that measure time: so many of them are never other ones."""
    words = "minute minutes hour hours day days week weeks month months year years decade decades"
    return frozenset(number_of(stem_of(word)) for word in words.split())
