"""How likely two sentences of two articles about one event tell the same: sums of measures.

Two looks. The first asks the measures of a pair by themselves; the second also how likely the
pairs around it looked: a sentence that has found its like is less likely to have another. See
`bias/models/data/pairs.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from bias.models.by_word import Floats
from bias.models.fields import Fields
from bias.models.files import Form, read_model, shipped

FORM = Form("bias-pairs", 1, ("first", "second", "same", "told", "least"))
FILE = "pairs.json"


@dataclass(frozen=True)
class Sum:
    """Log odds that are a sum of measures.

    Examples
    --------
    >>> Sum({"alike": 2.0}, -1.0).odds({"alike": np.array([0.5, 1.0])}).tolist()
    [0.0, 1.0]
    """

    weights: Mapping[str, float]
    base: float

    def odds(self, measures: Mapping[str, Floats]) -> Floats:
        """Return the log odds; measures of one shape give as many, others are passed over."""
        added = (weight * measures[name] for name, weight in self.weights.items())
        return np.asarray(sum(added, start=np.float64(self.base)))

    @classmethod
    def read(cls, fields: Fields, name: str) -> "Sum":
        """Return what `content` wrote into a field of a model file."""
        part = fields.part(name, "base", "weights")
        return cls(part.numbers_by_name("weights"), part.number("base"))

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {"base": self.base, "weights": dict(self.weights)}


@dataclass(frozen=True)
class Pairs:
    """What is learnt of pairs of sentences."""

    first: Sum
    """Of the measures of a pair: do both tell the same, in whole or in part?"""
    second: Sum
    """Of the same, of `first`, and of the pairs around it."""
    same: Sum
    """Of a pair that does: does neither tell more than a detail beside it?"""
    told: Sum
    """Of a sentence, from its likeliest pairs: does another article tell its main content?"""
    least: float
    """Probability from which a pair counts as one."""


@cache
def shipped_pairs() -> Pairs:
    """Read `pairs.json`."""
    fields = read_model(shipped(FILE), FORM)
    first, second, same, told = (Sum.read(fields, name) for name in FORM.fields[:-1])
    return Pairs(first, second, same, told, fields.number("least"))


def probabilities(log_odds: Floats) -> Floats:
    """Return the probabilities of some log odds.

    >>> probabilities(np.array([0.0, 800.0])).round(6).tolist()
    [0.5, 1.0]
    """
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))
