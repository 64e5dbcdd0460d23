"""What is measured of a pair of sentences, all pairs of two articles at once.

Every measure has one value for each sentence of the one article and each of the other. What they
mean together is learnt: see `bias.models.pairs`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bias.events.account import Account
from bias.events.quantities import agree
from bias.events.scene import Stage
from bias.models.by_word import Floats
from bias.words.types import Bools

KIN = 0.5
"""Cosine from which two words count as alike."""
TINY = 1e-6
MOST_QUANTITIES, MOST_AGREEING = 200, 3
"""Figures of an account that are compared, and of a pair of sentences that count."""


@dataclass(frozen=True, eq=False)
class Sharing:
    """Two accounts and the stems that both have."""

    one: Stage
    other: Stage

    @property
    def stages(self) -> tuple[Stage, Stage]:
        """Both."""
        return self.one, self.other

    @cached_property
    def common(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where the stems that both have stand in the columns of each."""
        _, first, second = np.intersect1d(
            self.one.stems, self.other.stems, assume_unique=True, return_indices=True
        )
        return first.astype(np.int64), second.astype(np.int64)

    def shared(self, weights: str, words: Callable[[Account], Bools] | None = None) -> Floats:
        """Return the weight of the stems that two sentences share, shape (sentences, sentences)."""
        first, second = self.common
        one, other = (
            stage.all if words is None else stage.held(words(stage.account))
            for stage in self.stages
        )
        weight = WEIGHTS[weights](self.one)[first]
        return np.asarray((one[:, first] * weight) @ other[:, second].T)

    def totals(
        self, weights: str, words: Callable[[Account], Bools] | None = None
    ) -> tuple[Floats, Floats]:
        """Return the weight of all stems of each sentence, as a column and as a row."""
        one, other = (
            (stage.all if words is None else stage.held(words(stage.account)))
            @ WEIGHTS[weights](stage)
            for stage in self.stages
        )
        return one[:, None], other[None]

    def cosine(self, weights: str) -> Floats:
        """Return the cosine of the sentences' stems, each counted once and so weighted."""
        squared = f"{weights}²"
        one, other = self.totals(squared)
        return np.asarray(self.shared(squared) / (np.sqrt(one * other) + TINY))

    def kinship(self) -> tuple[Floats, Floats]:
        """Return how much of each sentence has a word of like company in the other.

        As much of the one as the other holds, then as much of the other as the one holds.
        """
        kin = self.one.vectors @ self.other.vectors.T
        kin[kin <= KIN] = 0
        first, second = self.common
        kin[first, second] = 1
        return _likest(self.one, self.other, kin), _likest(self.other, self.one, kin.T).T

    def company(self) -> Floats:
        """Return the cosine of the sentences' mean vectors."""
        one, other = (_mean_vectors(stage) for stage in self.stages)
        return np.asarray(one @ other.T)


WEIGHTS: Mapping[str, Callable[[Stage], Floats]] = {
    "news": lambda stage: stage.rarity,
    "here": lambda stage: stage.here,
    "both": lambda stage: stage.rarity * stage.here,
    "news²": lambda stage: stage.rarity**2,
    "here²": lambda stage: stage.here**2,
    "both²": lambda stage: (stage.rarity * stage.here) ** 2,
    "one": lambda stage: np.ones_like(stage.here),
}
"""How much a stem counts."""


def _likest(stage: Stage, other: Stage, kin: Floats) -> Floats:
    """Return what share of each sentence's weight has kin in each sentence of another account."""
    words = other.account.words
    best = np.zeros((len(stage.stems), len(other.account.lines)), np.float32)
    if len(words):
        filled, firsts = np.unique(words.line, return_index=True)
        best[:, filled] = np.maximum.reduceat(kin[:, other.columns], firsts, axis=1)
    weight = WEIGHTS["both"](stage)
    return np.asarray((stage.all * weight) @ best / ((stage.all @ weight)[:, None] + TINY))


def _mean_vectors(stage: Stage) -> Floats:
    summed = (stage.all * stage.rarity) @ stage.vectors
    return np.asarray(summed / (np.linalg.norm(summed, axis=1, keepdims=True) + TINY))


def _names(account: Account) -> Bools:
    return account.words.is_name


def _figures(account: Account) -> Bools:
    return account.words.is_figure


def _spoken(account: Account) -> Bools:
    return account.words.quoted


def rows_shared(one: Account, other: Account, size: int) -> Floats:
    """Count the different rows of so many neighbouring words that two sentences share."""
    rows = [account.run.rows(size) for account in (one, other)]
    common, held = np.intersect1d(rows[0][1], rows[1][1]), []
    for account, (line, code) in zip((one, other), rows, strict=True):
        known = np.isin(code, common)
        table = np.zeros((len(account.lines), len(common)), np.float32)
        table[line[known], common.searchsorted(code[known])] = 1
        held.append(table)
    return np.asarray(held[0] @ held[1].T)


def _ranks(values: Floats) -> Floats:
    """Return the place of each value in its row, from 0 for the highest."""
    order = np.argsort(-values, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(values.shape[1])[None], axis=1)
    return ranks.astype(float)


def _beside(values: Floats) -> Floats:
    """Return the higher value of the pairs before and after: both sentences one further."""
    wide = np.pad(values, 1)
    return np.maximum(wide[:-2, :-2], wide[2:, 2:])


def _speakers(one: Account, other: Account) -> Floats:
    """Return 1 where two sentences have a speaker in common, -1 where only others; else 0."""
    names = sorted({name for a in (one, other) for line in a.lines for name in line.speakers})
    place = {name: number for number, name in enumerate(names)}
    held = []
    for account in (one, other):
        table = np.zeros((len(account.lines), len(names)), np.float32)
        for row, line in enumerate(account.lines):
            table[row, [place[name] for name in line.speakers]] = 1
        held.append(table)
    common = held[0] @ held[1].T > 0
    known = [np.asarray(table.any(axis=1)) for table in held]
    both = known[0][:, None] & known[1][None]
    return np.asarray(np.where(common, 1.0, -1.0) * both)


def measure_pairs(one: Stage, other: Stage) -> dict[str, Floats]:
    """Return every measure of every pair, by name, each of shape (sentences, sentences)."""
    both, accounts = Sharing(one, other), (one.account, other.account)
    shape = (len(one.account.lines), len(other.account.lines))
    alike = both.cosine("both")
    found = {"alike_here": both.cosine("here"), "alike_news": both.cosine("news"), "alike": alike}
    found |= _shares(both) | _places(shape)
    found |= {"company": both.company(), "speakers": _speakers(*accounts)}
    found |= _windows(both) | {"agreeing": _agreeing(*accounts)}
    found |= _voices(both) | _lengths(*accounts)
    found["rows_of_two"] = np.log1p(rows_shared(*accounts, 2))
    found["rows_of_three"] = np.log1p(rows_shared(*accounts, 3))
    found["place_in_row"] = np.log1p(_ranks(alike))
    found["place_in_column"] = np.log1p(_ranks(alike.T).T)
    found["below_row"] = alike - alike.max(axis=1, keepdims=True, initial=0)
    found["below_column"] = alike - alike.max(axis=0, keepdims=True, initial=0)
    found["beside"] = _beside(alike)
    return {name: np.broadcast_to(values, shape) for name, values in found.items()}


def _shares(both: Sharing) -> dict[str, Floats]:
    """Return what share of a sentence's words the other has: the smaller and the larger one."""
    found = {}
    for name, weights in (("news", "news"), ("here", "both")):
        shared = both.shared(weights)
        parts = [shared / (total + TINY) for total in both.totals(weights)]
        found[f"held_less_{name}"], found[f"held_more_{name}"] = _ordered(*parts)
    found["weight"] = both.shared("news")
    found["kin_less"], found["kin_more"] = _ordered(*both.kinship())
    found["names"] = np.log1p(both.shared("news", _names))
    most = np.maximum(*both.totals("news", _names))
    found["names_share"] = both.shared("news", _names) / (most + 1)
    found["figures"] = both.shared("one", _figures)
    return found


def _windows(both: Sharing) -> dict[str, Floats]:
    """Return how alike the sentences are together with those before and after them.

    And what share of the words of each stands around the other: what one outlet tells in a sentence
    another may tell in two.
    """
    first, second = both.common
    weight = WEIGHTS["both"](both.one)[first]
    wide = [_with_neighbours(stage.all) for stage in both.stages]
    squared = [held @ WEIGHTS["both²"](s) for held, s in zip(wide, both.stages, strict=True)]
    shared = (wide[0][:, first] * weight**2) @ wide[1][:, second].T
    one, other = both.totals("both")
    inside = (
        (both.one.all[:, first] * weight) @ wide[1][:, second].T / (one + TINY),
        (wide[0][:, first] * weight) @ both.other.all[:, second].T / (other + TINY),
    )
    less, more = _ordered(*inside)
    cosine = shared / (np.sqrt(np.outer(*squared)) + TINY)
    return {"around": cosine, "around_less": less, "around_more": more}


def _with_neighbours(held: Floats) -> Floats:
    """Return 1 where a sentence, or the one before or after it, holds a stem."""
    wide = np.pad(held, ((1, 1), (0, 0)))
    return np.asarray(np.maximum(np.maximum(wide[:-2], wide[2:]), held))


def _agreeing(one: Account, other: Account) -> Floats:
    """Count the figures and days that two sentences have in common; `MOST_AGREEING` at most."""
    counts = np.zeros((len(one.lines), len(other.lines)))
    for first in one.quantities[:MOST_QUANTITIES]:
        for second in other.quantities[:MOST_QUANTITIES]:
            if first.kind == second.kind and agree(first, second):
                counts[first.line, second.line] += 1
    return np.minimum(counts, MOST_AGREEING)


def _voices(both: Sharing) -> dict[str, Floats]:
    """Return what direct speech they share, and whether they are speech."""
    fewest = np.minimum(*both.totals("news"))
    one, other = (np.array([line.quoted for line in stage.account.lines]) for stage in both.stages)
    return {
        "spoken": both.shared("news", _spoken) / (fewest + TINY),
        "both_speech": np.minimum(one[:, None], other[None]),
        "one_speech": np.abs(one[:, None] - other[None]),
    }


def _lengths(one: Account, other: Account) -> dict[str, Floats]:
    first, second = (np.array([line.words for line in a.lines], float) for a in (one, other))
    less, more = _ordered(first[:, None], second[None])
    return {"shorter": less, "length_ratio": less / (more + 1)}


def _places(shape: tuple[int, int]) -> dict[str, Floats]:
    """Return how far down the articles they stand."""
    first, second = np.arange(shape[0])[:, None], np.arange(shape[1])[None]
    down = [place / max(1, count - 1) for place, count in zip((first, second), shape, strict=True)]
    less, more = _ordered(np.log1p(first), np.log1p(second))
    return {"apart": np.abs(down[0] - down[1]), "upper": less, "lower": more}


def _ordered(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Return the smaller and the larger of two, value by value."""
    return np.minimum(one, other), np.maximum(one, other)
