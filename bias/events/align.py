"""Which sentences of two accounts tell the same, and how surely."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bias.events.measures import measure_pairs
from bias.events.scene import Stage
from bias.models.by_word import Floats
from bias.models.pairs import Pairs, Sum, probabilities
from bias.words.types import Bools

NOTHING = 0.005
"""Pairs less alike than this share no telling word: they are not looked at."""
SURE = 1e-3
"""Keeps log odds finite."""


@dataclass(frozen=True, eq=False)
class Aligned:
    """All pairs of sentences of two accounts, shape (sentences, sentences)."""

    one: Stage
    other: Stage
    probability: Floats
    """That both tell the same, in whole or in part."""
    same: Floats
    """If they do: that neither tells more than a detail beside it."""


def align(one: Stage, other: Stage, pairs: Pairs) -> Aligned:
    """Judge every pair of sentences of two accounts of one event."""
    probability, measures = likelihood(measure_pairs(one, other), pairs.first, pairs.second)
    return Aligned(one, other, probability, probabilities(pairs.same.odds(measures)))


def likelihood(
    measures: Mapping[str, Floats], first: Sum, second: Sum
) -> tuple[Floats, dict[str, Floats]]:
    """Return how likely each pair tells the same by two looks, and all that was measured."""
    every = {**measures, **around(first_look(measures, first))}
    odds = second.odds(every)
    return np.where(worth_a_look(measures), probabilities(odds), 0.0), every


def worth_a_look(measures: Mapping[str, Floats]) -> Bools:
    """Tell which pairs share a telling word."""
    return np.asarray(measures["alike_here"] > NOTHING)


def first_look(measures: Mapping[str, Floats], first: Sum) -> Floats:
    """Return how likely each pair is by its own measures."""
    return np.where(worth_a_look(measures), probabilities(first.odds(measures)), 0.0)


def around(looked: Floats) -> dict[str, Floats]:
    """Return what the pairs around each say, from how likely they looked."""
    wide = np.pad(looked, 1)
    sideways = np.maximum(wide[1:-1, :-2], wide[1:-1, 2:])
    upright = np.maximum(wide[:-2, 1:-1], wide[2:, 1:-1])
    in_row, in_column = best_other(looked), best_other(looked.T).T
    sums = [looked.sum(axis=axis, keepdims=True) for axis in (1, 0)]
    return {
        "first": np.log((looked + SURE) / (1 - looked + SURE)),
        "both_further": np.maximum(wide[:-2, :-2], wide[2:, 2:]),
        "one_further": np.maximum(sideways, upright),
        "rival_more": np.maximum(in_row, in_column),
        "rival_less": np.minimum(in_row, in_column),
        "in_row": np.broadcast_to(np.log1p(sums[0]), looked.shape),
        "in_column": np.broadcast_to(np.log1p(sums[1]), looked.shape),
    }


def best_other(values: Floats) -> Floats:
    """Return the highest of the other values of each value's row.

    >>> best_other(np.array([[0.1, 0.7, 0.2]])).tolist()
    [[0.7, 0.2, 0.7]]
    """
    if values.shape[1] < 2:
        return np.zeros_like(values)
    second, first = np.partition(values, -2, axis=1)[:, -2:].T[:, :, None]
    return np.asarray(np.where(values == first, second, first))
