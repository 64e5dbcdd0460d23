"""Probability that experts judge a sentence biased.

Every word and pair of words has a fixed weight; the words that experts would most
likely mark as loaded count once more. So each probability can be traced to the
words that made it. `bias/models/data/sentences.md` is the model's card.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat

from bias.document.document import Document
from bias.document.masked import Masker
from bias.models.files import read_model, shipped
from bias.models.linear import LinearWording, logistic
from bias.models.wording_table import WordingTable

FORMAT, VERSION = "bias-sentences", 2
FLOOR = -5.0
"""Log-odds of being marked as loaded of a word that has no number, and the least."""
TOP = 3
"""So many of the most loaded words are averaged."""


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """What the model says of one sentence."""

    keys: Sequence[str]
    """Its words, names hidden."""
    log_odds: float
    """That experts judge it biased."""
    partisan: float
    """How far it is worded as in partisan outlets; standardised."""

    @property
    def probability(self) -> float:
        """P(biased), 0 to 1."""
        return logistic(self.log_odds)


@dataclass(frozen=True)
class JudgedWording:
    """Log-odds that experts judge a sentence biased."""

    wording: LinearWording
    """What every word and pair adds."""
    loaded: Mapping[str, float]
    """Log-odds that experts mark a word as loaded, by masked key, above `FLOOR`."""
    peak_weights: Sequence[float]
    """What `peaks` adds."""

    def score(self, keys: Sequence[str]) -> float:
        """Return the log-odds of one sentence's masked keys."""
        return self.wording.score(keys) + self.peak(keys)

    def peak(self, keys: Sequence[str]) -> float:
        """Return what the most loaded words add."""
        first, second = self.peak_weights
        highest, mean = peaks(keys, self.loaded)
        return first * highest + second * mean


def peaks(keys: Sequence[str], loaded: Mapping[str, float]) -> tuple[float, float]:
    """Return the log-odds of the most loaded word and the mean of the `TOP` most loaded.

    The sum over all words cannot tell one vile word from many faintly coloured ones.

    >>> peaks(["a", "vile", "plan"], {"vile": 1.0, "plan": -4.0})
    (1.0, -2.6666666666666665)
    """
    top = sorted(map(loaded.get, set(keys), repeat(FLOOR)), reverse=True)[:TOP]
    top += [FLOOR] * (TOP - len(top))
    return top[0], sum(top) / TOP


@dataclass(frozen=True)
class SentenceModel:
    """The two scores of a sentence."""

    biased: JudgedWording
    """Log-odds that experts judge the sentence biased."""
    partisan: LinearWording
    """How far it is worded as in partisan outlets rather than in wire news; standardised."""

    def score(self, document: Document) -> list[SentenceScore]:
        """Return the scores of every sentence, in order."""
        masked = [*self._masker.mask_each(document, document.sentences)]
        return [
            SentenceScore(keys, biased + self.biased.peak(keys), partisan)
            for keys, (biased, partisan) in zip(
                masked, self._table.score(masked).tolist(), strict=True
            )
        ]

    @cached_property
    def _masker(self) -> Masker:
        return Masker(self.partisan.words)

    @cached_property
    def _table(self) -> WordingTable:
        return WordingTable((self.biased.wording, self.partisan))


@cache
def shipped_model() -> SentenceModel:
    """Return the model that comes with the package."""
    record = read_model(shipped("sentences.json.gz"), FORMAT, VERSION, ("biased", "partisan"))
    biased = record["biased"]
    judged = JudgedWording(
        LinearWording(**biased["wording"]), biased["loaded"], biased["peak_weights"]
    )
    return SentenceModel(judged, LinearWording(**record["partisan"]))


def score_sentences(document: Document) -> list[SentenceScore]:
    """Return the scores of every sentence of a document, in order."""
    return shipped_model().score(document)
