"""Which of several labels of a person's own a text has: a sum of its words for each label."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from bias.models.by_word import Floats
from bias.models.fields import Fields
from bias.models.files import Form
from bias.models.linear import Linear, Weights
from bias.words.numbered import Counted
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-labels", 1, ("labels", "wordings"))
MOST_LABELS = 50
"""Each is a column of the output."""


@dataclass(frozen=True)
class LabelModel:
    """Probabilities of several labels, of which a text has one."""

    labels: tuple[str, ...]
    wordings: tuple[Weights, ...]
    """One for each; a repeated word counts by its logarithm."""

    def scores(self, counts: Counted) -> Floats:
        """Return a text's log-odds of each label, up to what all have in common."""
        return np.array([linear.pull(counts) for linear in self._linears])

    def chances(self, counts: Counted) -> Mapping[str, float]:
        """Return the probability of each label, for even odds beforehand; they add up to 1."""
        return dict(zip(self.labels, softmax(self.scores(counts)).tolist(), strict=True))

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        parts = {str(place): wording.content() for place, wording in enumerate(self.wordings)}
        return {"labels": list(self.labels), "wordings": parts}

    @cached_property
    def _linears(self) -> list[Linear]:
        return [Linear(shipped_vocabulary(), [wording]) for wording in self.wordings]


def softmax(scores: Floats) -> Floats:
    """Return probabilities of log-odds along the last axis.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    power = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = power / power.sum(axis=-1, keepdims=True)
    return shares


def read_label_model(fields: Fields) -> LabelModel:
    """Return the model that a file holds."""
    labels = fields.names("labels")
    if not 2 <= len(labels) <= MOST_LABELS:
        fields.refuse("labels", f"has {len(labels)} names; 2 to {MOST_LABELS} are allowed")
    places = [str(place) for place in range(len(labels))]
    parts = fields.part("wordings", *places)
    return LabelModel(labels, tuple(Weights.read(parts, place) for place in places))
