"""Scores that are sums over words and pairs of neighbouring words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import ByPair, ByWord, Floats, Pairs
from bias.models.fields import Fields
from bias.words.numbered import Counted, Numbered
from bias.words.types import Ints
from bias.words.vocabulary import Vocabulary, shipped_vocabulary

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Weights:
    """What every word and every pair of words adds to a score."""

    base: float
    words: Mapping[str, float]
    """By masked key; a word that is not here adds nothing."""
    pairs: Pairs = field(default_factory=dict)
    """By first key, then second."""

    @classmethod
    def read(cls, fields: Fields, name: str) -> "Weights":
        """Return what `content` wrote into a field of a model file."""
        part = fields.part(name, "base", "words", "pairs")
        return cls(part.number("base"), ByWord.read(part, "words"), ByPair.read(part, "pairs"))

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        words, pairs = ByWord.of(self.words), ByPair.of(self.pairs)
        return {"base": self.base, "words": words.content(), "pairs": pairs.content()}

    def score(self, rows: Sequence[Sequence[str]]) -> Floats:
        """Return the score of some sentences' masked keys, as `Linear` has it."""
        linear = Linear(shipped_vocabulary(), [self])
        return linear.scores(linear.terms(Numbered.of(rows, linear.vocabulary)))[0]


@dataclass(frozen=True, eq=False)
class Distinct:
    """What each of several sentences holds, once each."""

    sentence: Numbers
    """Of each, rising."""
    row: Numbers
    """Of each, rising within a sentence."""

    @classmethod
    def of(cls, sentence: Numbers, row: Numbers, size: int) -> "Distinct":
        """Put rows, all below `size`, into order.

        >>> found = Distinct.of(np.array([0, 0, 0, 1]), np.array([3, 1, 3, 2]), 4)
        >>> found.sentence.tolist(), found.row.tolist()
        ([0, 0, 1], [1, 3, 2])
        """
        bits = size.bit_length()
        found = _distinct(sentence << bits | row)
        return cls(found >> bits, found & ((1 << bits) - 1))

    def sums(self, weights: Floats, count: int) -> NDArray[Any]:
        """Return the sum of each sentence's weights, which are given by row."""
        return np.bincount(self.sentence, weights[self.row], count)


@dataclass(frozen=True, eq=False)
class Terms:
    """The distinct words and pairs of each of several sentences."""

    words: Distinct
    """A row is the word's number."""
    pairs: Distinct
    """A row is the pair's place among those that `Linear` knows."""
    lengths: Numbers
    """Words of each sentence, repeated ones too."""


class Linear:
    """One or several scores of the same words.

    A sentence scores `base` plus the weights of its distinct words and pairs, divided by the
    square root of its number of words: long sentences hold more evidence, but not in
    proportion. A whole text is pulled by logarithmic counts, see `pull`.

    Parameters
    ----------
    vocabulary
        Numbers the words; one that it does not hold adds nothing.
    wordings
        One for each score.

    Examples
    --------
    >>> one = Linear(Vocabulary(["plan", "radical"]), [Weights(-1.0, {"radical": 2.0})])
    >>> text = Numbered.of([["a", "radical", "plan", "."], []], one.vocabulary)
    >>> one.scores(one.terms(text))[0].tolist()
    [0.0, -1.0]
    """

    def __init__(self, vocabulary: Vocabulary, wordings: Sequence[Weights]) -> None:
        self.vocabulary = vocabulary
        self._base = [wording.base for wording in wordings]
        words = [ByWord.of(wording.words, vocabulary) for wording in wordings]
        pairs = [self._coded(ByPair.of(wording.pairs, vocabulary)) for wording in wordings]
        ends = np.array([vocabulary.size**2])
        self._codes = np.unique(np.concatenate([ends, *(codes for codes, _ in pairs)]))
        self._first = words[0]
        self._words = [own.column() for own in words]
        self._pairs = [self._placed(*coded) for coded in pairs]

    def _coded(self, pairs: ByPair) -> tuple[Numbers, Floats]:
        """Return each pair of known words as one number, and its weight."""
        known = pairs.numbers.all(axis=1)
        first, second = pairs.numbers[known].T.astype(np.int64)
        return first * self.vocabulary.size + second, pairs.weights[known]

    def _placed(self, codes: Numbers, values: Floats) -> Floats:
        """Return a weight for each pair of any score; 0 where it is not among `codes`."""
        weights = np.zeros(len(self._codes) - 1)
        weights[np.searchsorted(self._codes, codes)] = values
        return weights

    def terms(self, text: Numbered) -> Terms:
        """Return the distinct words and pairs of every sentence."""
        numbers, sentence = text.numbers.astype(np.int64), text.sentence.astype(np.int64)
        pairs = numbers[:-1] * self.vocabulary.size + numbers[1:]
        places = np.searchsorted(self._codes, pairs)
        within = sentence[1:] == sentence[:-1]
        found = ((self._codes[places] == pairs) & within).nonzero()[0]
        return Terms(
            Distinct.of(sentence, numbers, self.vocabulary.size),
            Distinct.of(sentence[found], places[found], len(self._codes)),
            text.lengths,
        )

    def scores(self, terms: Terms) -> list[Floats]:
        """Return each score of every sentence.

        To the last digit: the words' weights are added in the order of their numbers, then the
        pairs' in that of the numbers of their first and second word, then the two sums.
        """
        count, roots = len(terms.lengths), np.sqrt(np.maximum(terms.lengths, 1))
        return [
            base + (terms.words.sums(words, count) + terms.pairs.sums(pairs, count)) / roots
            for base, words, pairs in zip(self._base, self._words, self._pairs, strict=True)
        ]

    def pull(self, counted: Counted) -> float:
        """Return how far a text's words pull the first score, whatever the text's length.

        A word said `n` times counts `1 + log(n)`; the sum is divided by the length of all
        counts taken as a vector. Only words with a weight count; `numpy.sum` adds them up
        in the order of their numbers.

        >>> vocabulary = Vocabulary(["plan", "radical"])
        >>> counted = Counted.of(vocabulary, np.array([2, 1, 0, 0]))
        >>> Linear(vocabulary, [Weights(-1.0, {"radical": 2.0})]).pull(counted)
        1.0
        """
        weights = self._by_number[counted.numbers]
        known = (weights == weights).nonzero()[0]
        amounts = 1 + np.log(counted.amounts[known])
        norm = math.sqrt((amounts * amounts).sum() or 1.0)
        return self._base[0] + float((amounts * weights[known]).sum()) / norm

    def weights_of(self, numbers: Ints) -> Floats:
        """Return the weight of some words in the first score, 0 for a word without."""
        return np.nan_to_num(self._by_number[numbers])

    @cached_property
    def _by_number(self) -> Floats:
        """Weights of the first score by number of word; NaN for a word without."""
        return self._first.column(math.nan)


def _distinct(numbers: Numbers) -> Numbers:
    """Return what `numpy.unique` does, for a thousand numbers in a fifth of the time."""
    numbers.sort()
    is_first = np.ones(len(numbers), dtype=np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=is_first[1:])
    return numbers[is_first]


def logistic(log_odds: float) -> float:
    """Return the probability of some log-odds.

    >>> logistic(0.0)
    0.5
    """
    if log_odds < 0:
        power = math.exp(log_odds)
        return power / (1 + power)
    return 1 / (1 + math.exp(-log_odds))


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability strictly between 0 and 1.

    >>> log_odds(0.5)
    0.0
    """
    return math.log(probability / (1 - probability))
