"""What each word shows of being part of an attribution, as codes: what its model sums over.

A sign is a value of a word or its neighbours; signs of many values share `MOST` codes. Nothing
here reaches beyond a sentence, so that each sign costs a look-up a word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.document import Document
from bias.document.masked import mask
from bias.models.attribution import (
    ANSWERS,
    CLUSTERS,
    CONTENT,
    CUE,
    SOURCE,
    AttributionModel,
    Scores,
)
from bias.speakers.word_class import CLASS, CLASSES, COMMA, NAME, OUTSIDE
from bias.words.types import Bools, Ints

MOST = 2**17 - 1
"""Codes of one kind of sign, at most; a prime, so that few values share one."""
REACH = 5
"""Words before and after one that are looked at."""
FINE = np.array([0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97], dtype=np.float32)
ROUGH = np.array([0.05, 0.2, 0.5, 0.8], dtype=np.float32)
"""Where steps of a probability begin."""
FAR = np.array([1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30])
"""Where steps of a distance begin."""
SURE, LIKELY = 0.5, 0.2
"""A word this probably part of a cue is one, for the words around it."""

WINDOW = 3
"""Words before and after one that its class counts for."""
Places = NDArray[np.intp]
Values = NDArray[Any]
Sign = tuple[Values, int]
"""Its value of each word, and how many values there are."""


@dataclass(frozen=True, eq=False)
class Words:
    """Some words, whole sentences, with what stands around each in its sentence."""

    numbers: Ints
    """In the shipped vocabulary."""
    kinds: Ints
    """Class of each."""
    quoted: Bools
    headline: Bools
    """Which are the headline's."""
    sentence: Ints
    """The index of each word's sentence, rising by one."""
    clusters: Ints
    """Of the vocabulary's words, see `AttributionModel`."""
    tokens: Ints
    """Where each stands in its document: of neighbouring names, only the first is a word."""

    @classmethod
    def of(cls, document: Document, clusters: Ints) -> "Words":
        """Return the words of a document.

        As the models of wording see them: names are hidden and neighbouring ones joined, so that
        what they are called, and in how many words, moves nothing; both sexes are one.
        """
        masked = mask(document)
        tokens = masked.tokens.astype(np.int32)
        numbers = np.where(masked.numbers < len(clusters) - 1, masked.numbers, 0)
        return cls(
            numbers.astype(np.int32),
            np.where(masked.is_name, NAME, document.column(CLASS)[tokens]).astype(np.int32),
            document.quoted[tokens],
            tokens < document.headline.last,
            document.sentence_of[tokens],
            clusters,
            tokens,
        )

    def where(self, kept: Bools) -> "Words":
        """Return the words of some of the sentences."""
        sentence = np.cumsum(np.diff(self.sentence[kept], prepend=-1) != 0, dtype=np.int32) - 1
        return Words(
            self.numbers[kept],
            self.kinds[kept],
            self.quoted[kept],
            self.headline[kept],
            sentence,
            self.clusters,
            self.tokens[kept],
        )

    @cached_property
    def firsts(self) -> Places:
        """The first word of each sentence."""
        return np.flatnonzero(np.diff(self.sentence, prepend=-1))

    @cached_property
    def at(self) -> Places:
        """Where each word stands when `REACH` places are left free around each sentence."""
        return np.arange(len(self.sentence)) + REACH * (self.sentence + np.intp(1))

    def spaced(self, values: Values, outside: int) -> Values:
        """Return values with something else around each sentence: `spaced(…)[at + 1]` is next."""
        room = len(values) + REACH * (len(self.firsts) + 1)
        spaced = np.full(room, outside, dtype=values.dtype)
        spaced[self.at] = values
        return spaced

    def beside(self, values: Values, outside: int, *steps: int) -> list[Values]:
        """Return the values so many words further on; negative steps lead back."""
        spaced = self.spaced(values, outside)
        return [spaced[self.at + step] for step in steps]

    @cached_property
    def cluster(self) -> Ints:
        """The cluster of each word."""
        return self.clusters[self.numbers]

    @cached_property
    def voice(self) -> Ints:
        """1 for a word in direct speech."""
        return self.quoted.astype(np.int32)


def first_scores(model: AttributionModel, words: Words) -> Scores:
    """Return what the first layer's signs add up to, shape (words, `ANSWERS` + `LABELS`)."""
    outside = len(model.clusters) - 1
    numbers, kinds = words.spaced(words.numbers, outside), words.spaced(words.kinds, OUTSIDE)
    near = model.near(numbers, kinds, CLASSES, WINDOW)[words.at]
    codes, _ = codes_of(pair_signs(words))
    sums: Scores = near + model.first.scores(codes + window_codes(words))
    return sums


def window_codes(words: Words) -> int:
    """Return how many codes the signs of single words have."""
    return 5 * (len(words.clusters) + CLUSTERS) + (2 * WINDOW + 1) * CLASSES


def window_signs(words: Words) -> Iterable[Sign]:
    """Yield what word, cluster and class of each word in a window show."""
    outside = len(words.clusters) - 1
    for number in words.beside(words.numbers, outside, *range(-2, 3)):
        yield number, outside + 1
    for cluster in words.beside(words.cluster, CLUSTERS - 1, *range(-2, 3)):
        yield cluster, CLUSTERS
    for kind in words.beside(words.kinds, OUTSIDE, *range(-WINDOW, WINDOW + 1)):
        yield kind, CLASSES


def pair_signs(words: Words) -> Iterable[Sign]:
    """Yield what neighbouring words show together."""
    c2, c1, here, d1, d2 = words.beside(words.kinds, OUTSIDE, *range(-2, 3))
    before, cluster, after = words.beside(words.cluster, CLUSTERS - 1, -1, 0, 1)
    yield c1 * CLASSES + here, MOST
    yield here * CLASSES + d1, MOST
    yield (c1 * CLASSES + here) * CLASSES + d1, MOST
    yield (c2 * CLASSES + c1) * CLASSES + here, MOST
    yield (here * CLASSES + d1) * CLASSES + d2, MOST
    yield cluster * CLASSES + c1, MOST
    yield cluster * CLASSES + d1, MOST
    yield before * CLUSTERS + cluster, MOST
    yield cluster * CLUSTERS + after, MOST
    yield from _voice_signs(words)


def _voice_signs(words: Words) -> Iterable[Sign]:
    """Yield whose voice it is, and where in the sentence."""
    last, here, following = words.beside(words.voice, 2, -1, 0, 1)
    yield ((last * 3 + here) * 3 + following) * CLASSES + words.kinds, MOST
    shares = np.bincount(words.sentence, words.quoted) / np.bincount(words.sentence)
    share = np.ceil(shares * 4).astype(np.int32)[words.sentence]
    place = np.minimum(np.arange(len(words.sentence)) - words.firsts[words.sentence], 3)
    yield ((place * 2 + words.headline) * 5 + share) * 2 + words.voice, 80


def second_signs(words: Words, answers: Scores) -> Iterable[Sign]:
    """Yield what the first layer's answers show, of a word and of those around it.

    Parameters
    ----------
    words
        The document's.
    answers
        Probabilities, shape (words, `ANSWERS`).
    """
    fine = np.searchsorted(FINE, answers[:, 1:], side="right").astype(np.int32)
    rough = np.searchsorted(ROUGH, answers[:, 1:], side="right").astype(np.int32)
    cue = fine[:, CUE - 1]
    yield (cue * 11 + fine[:, SOURCE - 1]) * 11 + fine[:, CONTENT - 1], 11**3
    for part in (SOURCE, CUE, CONTENT):
        a, b, c, d, e = words.beside(rough[:, part - 1], 5, -2, -1, 0, 1, 2)
        yield (((a * 6 + b) * 6 + c) * 6 + d) * 6 + e, 6**5
    sources, contents = rough[:, SOURCE - 1], rough[:, CONTENT - 1]
    code = cue * 5 + _most(words, sources, range(-5, 0))
    code = code * 5 + _most(words, sources, range(1, 5))
    code = code * 5 + _most(words, contents, range(-3, 0))
    yield code * 5 + _most(words, contents, range(1, 5)), 11 * 5**4
    for least in (SURE, LIKELY):
        yield from _cue_signs(words, answers[:, CUE] > least)
    sums = np.bincount(words.sentence, answers[:, CUE])
    most = np.maximum.reduceat(fine[:, CUE - 1], words.firsts)
    yield (most[words.sentence] * 11 + cue) * 2 + words.voice, 11 * 11 * 2
    steps = np.searchsorted([0.1, 0.3, 0.6, 1, 1.5, 2.2, 3, 4], sums, side="right")
    yield steps[words.sentence] * 11 + cue, 9 * 11


def _most(words: Words, values: Values, steps: Iterable[int]) -> Values:
    """Return the highest value so many words on or back."""
    most: Values = np.maximum.reduce(words.beside(values, 0, *steps))
    return most


def _cue_signs(words: Words, is_cue: Bools) -> Iterable[Sign]:
    """Yield what stands between a word and the nearest cues, how far they are, and what they are.

    A cue is told by the word that it ends with, to the left, or begins with, to the right.
    """
    count, here = len(is_cue), words.kinds
    before, after = words.beside(words.kinds, OUTSIDE, -1, 1)
    places = np.arange(count)
    left, right = _before(is_cue, words.sentence), _after(is_cue, words.sentence)
    has_left, has_right = left >= 0, right >= 0
    far = np.where(has_left, np.searchsorted(FAR, places - left, side="right") + 1, 0)
    near = np.where(has_right, np.searchsorted(FAR, right - places, side="right") + 1, 0)
    commas = np.cumsum(here == COMMA)
    since = np.minimum(np.where(has_left, commas - commas[left], 0), 3)
    until = np.minimum(np.where(has_right, commas[right] - commas, 0), 3)
    yield ((far * 13 + near) * 4 + since) * 4 + until, 13 * 13 * 16
    behind = np.where(has_left, after[left], OUTSIDE)
    yield (behind * CLASSES + here) * 4 + np.searchsorted([1, 3, 7], far, side="right"), MOST
    ahead = np.where(has_right, before[right], OUTSIDE)
    yield (ahead * CLASSES + here) * 4 + np.searchsorted([1, 3, 7], near, side="right"), MOST
    yield ((since * 4 + until) * 13 + far) * CLASSES + here, MOST
    said = np.where(has_left, words.cluster[left], CLUSTERS - 1)
    yield (said * 2 + (far > 4)) * 2 + words.voice, CLUSTERS * 4
    said = np.where(has_right, words.cluster[right], CLUSTERS - 1)
    yield (said * 2 + (near > 4)) * 2 + words.voice, CLUSTERS * 4


def _before(is_one: Bools, sentence: Ints) -> Places:
    """Return the nearest place before each word, in its sentence, that is one; -1 for none.

    >>> _before(np.array([True, False, False, False]), np.array([0, 0, 0, 1])).tolist()
    [-1, 0, 0, -1]
    """
    latest = np.maximum.accumulate(np.where(is_one, np.arange(len(is_one)), -1))
    latest = np.concatenate([[-1], latest[:-1]])
    return np.where((latest >= 0) & (sentence[latest] == sentence), latest, -1)


def _after(is_one: Bools, sentence: Ints) -> Places:
    """Return the nearest place after each word, in its sentence, that is one; -1 for none."""
    found = _before(is_one[::-1], sentence[::-1])[::-1]
    return np.where(found >= 0, len(is_one) - 1 - found, -1)


def codes_of(signs: Iterable[Sign]) -> tuple[Ints, int]:
    """Return a row of codes for each sign, no code in two rows, and how many codes there are."""
    rows, size = list[Values](), 0
    for values, most in signs:
        rows.append(values % most + size if most == MOST else values + size)
        size += most
    return np.array(rows, dtype=np.int32), size


def answers_of(scores: Scores) -> Scores:
    """Turn the first layer's scores into probabilities, shape (words, `ANSWERS`)."""
    own = scores[:, :ANSWERS]
    powers = np.exp(own - own.max(axis=1, keepdims=True))
    answers: Scores = powers / powers.sum(axis=1, keepdims=True)
    return answers
