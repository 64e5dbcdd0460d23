"""How likely the words of a headline judge, by which device, and what adds up to its score.

Two small sums in one file. The first gives each word a probability for each of three devices,
from what is known of the word, of the words beside it and of the headline as a whole; the second
adds named parts to the log-odds that readers see a clear slant. Neither holds a word list: what a
word says by itself is the token model's, what the term lists say of it is theirs.
`bias/models/data/headline.md` is the model's card.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.files import File, Form, read_model, shipped
from bias.models.linear import Linear, Weights
from bias.words.vocabulary import shipped_vocabulary

Floats = NDArray[np.float64]

FORM = Form("bias-headline-devices", 1, ("base", "measures", "signs", "score"))
WORDING_FORM = Form("bias-headline-wording", 1, ("wording",))
JUDGING = ("loaded_verb", "loaded_label", "hyperbole")
"""The devices that rest on single words."""


@dataclass(frozen=True)
class HeadlineModel:
    """What judges words, and what weighs the parts of the score."""

    base: Sequence[float]
    """Log-odds of each of `JUDGING` against no device, before anything is known."""
    measures: Mapping[str, Sequence[float]]
    """What one unit of each measure adds to each."""
    signs: Mapping[str, Sequence[float]]
    """What each sign adds to each; one that is not here adds nothing."""
    score: Mapping[str, float]
    """What one unit of each part adds to the log-odds of a clear slant, and `base`."""

    def probabilities(
        self, measures: Sequence[Sequence[float]], signs: Sequence[Iterable[str]]
    ) -> Floats:
        """Return of each word the probability of each of `JUDGING`, shape (words, 3).

        Parameters
        ----------
        measures
            Of each word, in the order of `measures`.
        signs
            Of each word.
        """
        weights = np.array([*self.measures.values()]).reshape(-1, len(JUDGING))
        nothing = (0.0,) * len(JUDGING)
        added = [
            [*map(sum, zip(nothing, *(self.signs.get(sign, nothing) for sign in row), strict=True))]
            for row in signs
        ]
        known = np.array(measures, dtype=np.float64).reshape(-1, len(weights))
        total = np.array(self.base) + known @ weights
        total += np.array(added, dtype=np.float64).reshape(-1, len(JUDGING))
        powers = np.exp(np.minimum(total, 50.0))
        found: Floats = powers / (1 + powers.sum(axis=1, keepdims=True))
        return found

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {
            "base": list(self.base),
            "measures": {name: list(row) for name, row in self.measures.items()},
            "signs": {name: list(row) for name, row in self.signs.items()},
            "score": dict(self.score),
        }


def read_headline_model(path: File) -> HeadlineModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    fields, size = read_model(path, FORM), len(JUDGING)
    return HeadlineModel(
        fields.numbers("base", size),
        fields.lists_by_name("measures", size),
        fields.lists_by_name("signs", size),
        fields.numbers_by_name("score"),
    )


@cache
def shipped_headline_model() -> HeadlineModel:
    """Return the model that comes with the package."""
    return read_headline_model(shipped("headline_devices.json"))


@cache
def shipped_headline_wording() -> Linear:
    """Return what weighs the wording of headlines: log-odds of comment against report."""
    fields = read_model(shipped("headline_wording.json.gz"), WORDING_FORM)
    return Linear(shipped_vocabulary(), [Weights.read(fields, "wording")])
