"""How likely the words of a headline judge, by which device, and what adds up to its score.

Three small sums in one file. The first gives each word a probability for each of three devices,
from what is known of the word, of the words beside it and of the headline as a whole; the second
tells how likely a name is the butt; the third adds named parts to the log-odds that readers see a
clear slant. None holds a word list: what a word says by itself is the token model's, what the term
lists say of it is theirs.
`bias/models/data/headline.md` is the model's card.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bias.models.files import File, Form, read_model, shipped
from bias.models.linear import Linear, Weights, logistic
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-headline-devices", 2, ("base", "measures", "signs", "butts", "score"))
WORDING_FORM = Form("bias-headline-wording", 1, ("wording",))
JUDGING = ("loaded_verb", "loaded_label", "hyperbole")
"""The devices that rest on single words."""
_MOST_LOG_ODDS = 50.0
"""More says no more."""


@dataclass(frozen=True)
class HeadlineModel:
    """What judges words and names, and what weighs the parts of the score."""

    base: Sequence[float]
    """Log-odds of each of `JUDGING` against no device, before anything is known."""
    measures: Mapping[str, Sequence[float]]
    """What one unit of each measure adds to each."""
    signs: Mapping[str, Sequence[float]]
    """What each sign adds to each; one that is not here adds nothing."""
    butts: Mapping[str, float]
    """What one unit of each measure of a name, then each of its signs, adds to the log-odds that
    it is the butt, and `base`."""
    score: Mapping[str, float]
    """What one unit of each part adds to the log-odds of a clear slant, and `base`."""

    def probabilities(
        self, measures: Iterable[Sequence[float]], signs: Iterable[Iterable[str]]
    ) -> list[list[float]]:
        """Return of each word the probability of each of `JUDGING`.

        Parameters
        ----------
        measures
            Of each word, in the order of `measures`.
        signs
            Of each word.
        """
        return [*map(self._judge, measures, signs)]

    def _judge(self, measures: Sequence[float], signs: Iterable[str]) -> list[float]:
        """Return the probabilities of one word: a headline has few, and no array is as quick."""
        verb, label, size = self.base
        for value, (a, b, c) in zip(measures, self._measures, strict=True):
            verb, label, size = verb + value * a, label + value * b, size + value * c
        for sign in signs:
            if (weights := self.signs.get(sign)) is not None:
                a, b, c = weights
                verb, label, size = verb + a, label + b, size + c
        powers = [math.exp(min(total, _MOST_LOG_ODDS)) for total in (verb, label, size)]
        whole = 1 + sum(powers)
        return [power / whole for power in powers]

    def butt(self, measures: Iterable[tuple[str, float]], signs: Iterable[str]) -> float:
        """Return the probability that a name is the butt.

        Parameters
        ----------
        measures
            Names and values.
        signs
            What the name shows.
        """
        weights = self.butts
        known = math.fsum(weights[name] * value for name, value in measures)
        return logistic(weights["base"] + known + sum(weights.get(sign, 0.0) for sign in signs))

    @cached_property
    def _measures(self) -> list[Sequence[float]]:
        return [*self.measures.values()]

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {
            "base": list(self.base),
            "measures": {name: list(row) for name, row in self.measures.items()},
            "signs": {name: list(row) for name, row in self.signs.items()},
            "butts": dict(self.butts),
            "score": dict(self.score),
        }


def read_headline_model(path: File) -> HeadlineModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    fields, size = read_model(path, FORM), len(JUDGING)
    return HeadlineModel(
        fields.numbers("base", size),
        fields.lists_by_name("measures", size),
        fields.lists_by_name("signs", size),
        fields.numbers_by_name("butts"),
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
