"""Where two accounts of one event contradict each other: other figures, days, names, outcomes.

Two sentences that probably tell the same, and in them two things of one kind that cannot both be
true: 16 bills and 15, Tuesday and Wednesday, Norfolk and Norwalk, her older sister and her
younger one. What one account tells in both ways is no contradiction.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from itertools import chain, islice, product

import numpy as np

from bias.events.account import Account
from bias.events.align import SURE, Aligned
from bias.events.quantities import Quantity, agree
from bias.events.scene import Stage
from bias.events.words import number_of, stem_of
from bias.values import value
from bias.words.cut import Span

LEAST, POSSIBLE = -2.0, -3.5
"""Score from which a difference is shown. This and all that follows was set by hand on the events
that `bias.training.pairs` learns from (2026-11-30): at most two false ones an event. Figures and
days that score less are shown where they differ alike in other sentences, and surer; so are names
and opposite words, however little they score."""
MOST = 4
"""Differences of an event that are shown, at most: the strongest."""
UNLIKELY = 0.02
"""Probability of a pair of sentences from which they are compared."""
OPPOSED = 1.0
"""What opposite words lose: they may be said of different things."""
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
TELLING = {"money": 1.0, "tally": 1.0, "percent": 0.5, "year": -1.0, "month": -1.0, "day": -0.5}
"""What a kind of figure adds: of money an article has few, of years and days many."""
SPELLED, SPELLED_ALIKE = 0.65, 10.0
"""Likeness of two spellings from which they may be one name, and what more of it adds."""
SHORTEST, OPENING = 4, 5
"""Letters of a name worth comparing; letters in which two forms of one name agree."""
COUNTED = frozenset(("count", "ordinal"))
"""Kinds that are of something: what stands behind them."""
SIZES, LIKE_SIZE = frozenset(("count", "money", "percent", "age")), 10
"""Kinds that have a size, and by how much larger one may be than the other."""
NEAR, FAR, SMALL = 1.0, 1.0, 10
"""What figures add that are near each other, and lose that are not; small ones are always near."""
MOST_QUANTITIES, MOST_NAMES = 200, 60
"""Of an account that are compared."""


@value(frozen=True, slots=True)
class Difference:
    """A contradiction between two sentences."""

    kind: str
    """Such as `money`, `day`, `name`, `outcome`."""
    one: Span
    other: Span
    """The words that differ, in the one text and in the other."""
    lines: tuple[int, int]
    """Their sentences."""
    values: frozenset[str]
    """What is meant by the words: Tuesday and Wednesday, whoever says which."""
    score: float
    """Log odds, roughly, that the two sentences tell the same and contradict each other."""


def differences(couples: Sequence[Aligned]) -> list[list[Difference]]:
    """Return what the accounts of an event tell otherwise, for each couple of them.

    A contradiction that is plain in one pair of sentences is shown in every other pair that may
    hold it, in other articles as well.
    """
    found = [[*_Finder(couple).all()] for couple in couples]
    best: dict[tuple[str, frozenset[str]], float] = {}
    for difference in chain.from_iterable(found):
        what = difference.kind, difference.values
        best[what] = max(best.get(what, LEAST), difference.score)
    plain = sorted((what for what in best if best[what] > LEAST), key=lambda what: -best[what])
    shown = set(plain[:MOST])
    return [
        sorted((d for d in some if (d.kind, d.values) in shown), key=lambda d: (-d.score, d.lines))
        for some in found
    ]


@dataclass(frozen=True, eq=False)
class _Finder:
    """Looks through the pairs of sentences of two accounts."""

    aligned: Aligned

    @property
    def stages(self) -> tuple[Stage, Stage]:
        return self.aligned.one, self.aligned.other

    @property
    def accounts(self) -> tuple[Account, Account]:
        return self.aligned.one.account, self.aligned.other.account

    def odds(self, lines: tuple[int, int]) -> float:
        """Return the log odds that two sentences tell the same."""
        likely = float(self.aligned.probability[lines])
        return math.log((likely + SURE) / (1 - likely + SURE))

    def all(self) -> Iterator[Difference]:
        """Yield whatever differs."""
        yield from self._figures()
        yield from self._names()
        for i, j in np.argwhere(self.aligned.probability >= UNLIKELY).tolist():
            yield from self._outcomes((i, j))

    def _figures(self) -> Iterator[Difference]:
        """Yield figures and days of a kind that are not the same; each once in two sentences."""
        found = sorted(self._pairs(), key=lambda d: (-d.score, d.one.start, d.other.start))
        taken: set[tuple[tuple[int, int], int, int]] = set()
        for difference in found:
            ends = [
                (difference.lines, side, span.start)
                for side, span in enumerate((difference.one, difference.other))
            ]
            if taken.isdisjoint(ends):
                taken.update(ends)
                yield difference

    def _pairs(self) -> Iterator[Difference]:
        """Yield every two figures or days of one kind that may be said of one thing."""
        one, other = (account.quantities[:MOST_QUANTITIES] for account in self.accounts)
        for first in one:
            for second in other:
                likely = self.aligned.probability[first.line, second.line]
                if first.kind == second.kind and likely >= UNLIKELY and not agree(first, second):
                    score, lines = self._score(first, second), (first.line, second.line)
                    values = frozenset((f"{first.value:g}", f"{second.value:g}"))
                    if score >= POSSIBLE:
                        yield Difference(first.kind, first, second, lines, values, score)

    def _score(self, first: Quantity, second: Quantity) -> float:
        """Return how much speaks for two figures being said of one thing."""
        one, other = self.accounts
        if _has(one, second, first.line) or _has(other, first, second.line):
            return -math.inf
        if first.kind in SIZES and _apart(first.value, second.value):
            return -math.inf
        score = self.odds((first.line, second.line)) + TELLING.get(first.kind, 0.0)
        score -= ELSEWHERE * (_has(one, second) + _has(other, first))
        score += self._counted(first, second) if first.kind in COUNTED else 0.0
        score += _nearness(first, second)
        score -= FRESH * (first.kind == "day" and self._are_fresh(first, second))
        common = self.stages[0].near(first, REACH) & self.stages[1].near(second, REACH)
        return score + PER_WORD * float(self.stages[0].scene.here[sorted(common)].sum())

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

    def _names(self) -> Iterator[Difference]:
        """Yield names that are spelled alike, each in one article alone."""
        for first, ones in _only_in(*self.accounts).items():
            for second, others in _only_in(*reversed(self.accounts)).items():
                likeness = _likeness(first, second)
                for (i, a), (j, b) in product(ones, others) if likeness >= SPELLED else ():
                    if self.aligned.probability[i, j] >= UNLIKELY:
                        score = self.odds((i, j)) + SPELLED_ALIKE * (likeness - SPELLED)
                        yield Difference("name", a, b, (i, j), frozenset((first, second)), score)

    def _outcomes(self, lines: tuple[int, int]) -> Iterator[Difference]:
        """Yield opposite words."""
        first, second = (a.keys_of(line) for a, line in zip(self.accounts, lines, strict=True))
        for word, place in first.items():
            for opposite in opposites().get(word, ()):
                if opposite in second and opposite not in first and word not in second:
                    values = frozenset((word, opposite))
                    score = self.odds(lines) - OPPOSED
                    yield Difference("outcome", place, second[opposite], lines, values, score)


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


def _only_in(account: Account, other: Account) -> dict[str, list[tuple[int, Span]]]:
    """Return the names of an account that the other has nowhere, and where they stand."""
    found: dict[str, list[tuple[int, Span]]] = {}
    for line, span, key in account.named:
        plain = key.replace(".", "")
        if len(plain) >= SHORTEST and plain.isalpha() and plain not in other.every_key:
            found.setdefault(plain, []).append((line, span))
    return dict(islice(found.items(), MOST_NAMES))


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are spelled, 0 for two forms of one name.

    >>> _likeness("norfolk", "norwalk") > 0.7, _likeness("russian", "russians")
    (True, 0)
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > 2 or one[:OPENING] == other[:OPENING]:
        return 0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Return the opposites of each word of `opposites.tsv`."""
    lines = resources.files("bias.events").joinpath("opposites.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    both = [*pairs, *([other, one] for one, other in pairs)]
    return {word: frozenset(b for a, b in both if a == word) for word, _ in both}


@cache
def durations() -> frozenset[int]:
    """Return the stems of the words that measure time: so many of them are never other ones."""
    words = "minute minutes hour hours day days week weeks month months year years decade decades"
    return frozenset(number_of(stem_of(word)) for word in words.split())
