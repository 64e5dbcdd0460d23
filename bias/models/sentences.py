"""Probability that experts judge a sentence biased.

Every word and pair of words has a fixed weight; the words that experts would most
likely mark as loaded count once more. So each probability can be traced to the
words that made it. `bias/models/data/sentences.md` is the model's card.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import ByWord, Floats
from bias.models.fields import Fields
from bias.models.files import Form, read_model, shipped
from bias.models.linear import Distinct, Linear, Numbers, Terms, Weights
from bias.words.numbered import Numbered
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-sentences", 3, ("biased", "partisan"))
FLOOR = -5.0
"""Log-odds of being marked as loaded of a word that has no number, and the least."""
TOP = 3
"""So many of the most loaded words are averaged."""


@dataclass(frozen=True, eq=False)
class SentenceScores:
    """What the model says of some sentences; every column has one value a sentence."""

    log_odds: Floats
    """That experts judge it biased."""
    partisan: Floats
    """How far it is worded as in partisan outlets; standardised."""

    @classmethod
    def of_parts(cls, parts: Sequence["SentenceScores"]) -> "SentenceScores":
        """Put the scores of some sentences and of those that follow them together."""
        log_odds = np.concatenate([part.log_odds for part in parts])
        return cls(log_odds, np.concatenate([part.partisan for part in parts]))

    def part(self, sentences: slice | NDArray[np.integer[Any]]) -> "SentenceScores":
        """Return the scores of some of the sentences."""
        return SentenceScores(self.log_odds[sentences], self.partisan[sentences])

    @property
    def probabilities(self) -> list[float]:
        """P(biased), 0 to 1."""
        power = np.exp(-np.abs(self.log_odds))
        found: list[float] = (np.where(self.log_odds < 0, power, 1.0) / (1 + power)).tolist()
        return found


@dataclass(frozen=True)
class JudgedWording:
    """Log-odds that experts judge a sentence biased, as a model file says it."""

    wording: Weights
    """What every word and pair adds."""
    loaded: Mapping[str, float]
    """Log-odds that experts mark a word as loaded, by masked key, above `FLOOR`."""
    peak_weights: Sequence[float]
    """What the two numbers of `SentenceModel.peaks` add."""

    def score(self, rows: Sequence[Sequence[str]]) -> Floats:
        """Return the log-odds of some sentences' masked keys, as `SentenceModel` has them."""
        return SentenceModel(self).score(Numbered.of(rows, shipped_vocabulary())).log_odds

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {
            "wording": self.wording.content(),
            "loaded": ByWord.of(self.loaded).content(),
            "peak_weights": list(self.peak_weights),
        }


NOTHING = Weights(0.0, {})
"""A score that is 0 for every sentence."""


@dataclass(frozen=True, eq=False)
class SentenceModel:
    """The two scores of a sentence."""

    biased: JudgedWording
    """Log-odds that experts judge the sentence biased."""
    partisan: Weights = NOTHING
    """How far it is worded as in partisan outlets rather than in wire news; standardised."""

    def score(self, text: Numbered) -> SentenceScores:
        """Return the scores of every sentence; words have the shipped numbers."""
        return SentenceScores.of_parts([self._score(part) for part in text.parts()])

    def _score(self, text: Numbered) -> SentenceScores:
        terms = self._linear.terms(text)
        biased, partisan = self._linear.scores(terms)
        first, second = self.biased.peak_weights
        highest, mean = self._peaks(terms)
        return SentenceScores(biased + (first * highest + second * mean), partisan)

    def peaks(self, text: Numbered) -> tuple[Floats, Floats]:
        """Return how loaded the most loaded word is, and the mean of the `TOP` most loaded.

        The sum over all words cannot tell one vile word from many faintly coloured ones.

        Returns
        -------
        tuple of numpy.ndarray
            Log-odds, one of each a sentence.
        """
        return self._peaks(self._linear.terms(text))

    def _peaks(self, terms: Terms) -> tuple[Floats, Floats]:
        words, count = terms.words, len(terms.lengths)
        ranked = Distinct.of(words.sentence, self._rank[words.row], len(self._rank))
        starts = np.searchsorted(ranked.sentence, np.arange(count))
        place = np.arange(len(ranked.row)) - starts[ranked.sentence]
        top = np.flatnonzero(place < TOP)
        found = np.full((TOP, count), FLOOR)
        found[place[top], ranked.sentence[top]] = self._ranked[ranked.row[top]]
        return found[0], found.sum(axis=0) / TOP

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Tell by number which words the news writes in lower case."""
        return ByWord.of(self.partisan.words).known

    @cached_property
    def _linear(self) -> Linear:
        return Linear(shipped_vocabulary(), (self.biased.wording, self.partisan))

    @cached_property
    def _loaded(self) -> Floats:
        return ByWord.of(self.biased.loaded).column(FLOOR)

    @cached_property
    def _ranked(self) -> Floats:
        """What is in `_loaded`, the highest first."""
        return -np.sort(-self._loaded)

    @cached_property
    def _rank(self) -> Numbers:
        """Of each word by number, its place there."""
        return np.argsort(np.argsort(-self._loaded))

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {"biased": self.biased.content(), "partisan": self.partisan.content()}


def read_sentence_model(fields: Fields) -> SentenceModel:
    """Return the model that a file holds."""
    biased = fields.part("biased", "wording", "loaded", "peak_weights")
    wording, loaded = Weights.read(biased, "wording"), ByWord.read(biased, "loaded")
    judged = JudgedWording(wording, loaded, biased.numbers("peak_weights", 2))
    return SentenceModel(judged, Weights.read(fields, "partisan"))


@cache
def shipped_model() -> SentenceModel:
    """Return the model that comes with the package."""
    return read_sentence_model(read_model(shipped("sentences.json.gz"), FORM))
