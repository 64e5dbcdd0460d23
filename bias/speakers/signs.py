"""What each word shows of being part of an attribution, as codes: what its model sums over.

A sign is a value of a word or its neighbours; signs of many values share `MOST` codes. Nothing
here reaches beyond a sentence, so that each sign costs a look-up a word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import NUMBER
from bias.document.document import Document
from bias.models.attribution import ANSWERS, CONTENT, CUE, SOURCE, Scores
from bias.speakers.word_class import CLASS, CLASSES, COMMA, OUTSIDE
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

MOST = 2**17 - 1
"""Codes of one kind of sign, at most; a prime, so that few values share one."""
CLUSTERS = 512
REACH = 5
"""Words before and after one that are looked at."""
FINE = np.array([0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97], dtype=np.float32)
ROUGH = np.array([0.05, 0.2, 0.5, 0.8], dtype=np.float32)
"""Where steps of a probability begin."""
FAR = np.array([1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30])
"""Where steps of a distance begin."""
SURE, LIKELY = 0.5, 0.2
"""A word this probably part of a cue is one, for the words around it."""

Sign = tuple[NDArray[np.integer], int]
"""Its value of each word, and how many values there are."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a document, with what stands around each in its sentence."""

    document: Document
    clusters: Ints
    """Of the vocabulary's words, see `AttributionModel`."""

    @cached_property
    def sentence(self) -> Ints:
        """The index of each word's sentence."""
        return self.document.sentence_of

    @cached_property
    def firsts(self) -> NDArray[np.intp]:
        """The first word of each sentence."""
        return np.flatnonzero(np.diff(self.sentence, prepend=-1))

    @cached_property
    def at(self) -> NDArray[np.intp]:
        """Where each word stands when `REACH` places are left free around each sentence."""
        return np.arange(len(self.sentence)) + REACH * (self.sentence + np.intp(1))

    def spaced(self, values: NDArray[np.generic], outside: float) -> NDArray[np.generic]:
        """Return values with something else around each sentence: `spaced(…)[at + 1]` is next."""
        room = len(values) + REACH * (len(self.firsts) + 1)
        spaced = np.full(room, outside, dtype=values.dtype)
        spaced[self.at] = values
        return spaced

    def beside(
        self, values: NDArray[np.generic], outside: float, *steps: int
    ) -> list[NDArray[np.generic]]:
        """Return the values so many words further on; negative steps lead back."""
        spaced = self.spaced(values, outside)
        return [spaced[self.at + step] for step in steps]

    @cached_property
    def classes(self) -> list[NDArray[np.int64]]:
        """Class of the words three back to three on."""
        column = self.document.column(CLASS).astype(np.int64)
        return self.beside(column, OUTSIDE, *range(-3, 4))  # type: ignore[return-value]

    @cached_property
    def cluster(self) -> NDArray[np.int64]:
        """The cluster of each word."""
        return self.clusters[self.document.column(NUMBER)].astype(np.int64)

    @cached_property
    def quoted(self) -> NDArray[np.int64]:
        """1 for a word in direct speech."""
        return self.document.quoted.astype(np.int64)

    def of_sentence(self, sums: NDArray[np.generic]) -> NDArray[np.generic]:
        """Return what is known of each sentence, for each of its words."""
        return sums[self.sentence]


def first_signs(words: Words) -> Iterable[Sign]:
    """Yield what word, class, cluster and voice show, in a window of a few words."""
    size = shipped_vocabulary().size
    for number in words.beside(words.document.column(NUMBER), size, *range(-2, 3)):
        yield number, size + 1
    clusters = words.beside(words.cluster, CLUSTERS - 1, *range(-2, 3))
    for cluster in clusters:
        yield cluster, CLUSTERS
    for kind in words.classes:
        yield kind, CLASSES
    _, c2, c1, here, d1, d2, _ = words.classes
    _, before, cluster, after, _ = clusters
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
    last, here, following = words.beside(words.quoted, 2, -1, 0, 1)
    yield ((last * 3 + here) * 3 + following) * CLASSES + words.classes[3], MOST
    lengths = np.bincount(words.sentence)
    shares = np.ceil(np.bincount(words.sentence, words.quoted) / np.maximum(lengths, 1) * 4)
    place = np.minimum(np.arange(len(words.sentence)) - words.firsts[words.sentence], 3)
    is_headline = np.arange(len(words.sentence)) < words.document.headline.last
    share = words.of_sentence(shares.astype(np.int64))
    yield ((place * 2 + is_headline) * 5 + share) * 2 + words.quoted, 80


def second_signs(words: Words, answers: Scores) -> Iterable[Sign]:
    """Yield what the first layer's answers show, of a word and of those around it.

    Parameters
    ----------
    words
        The document's.
    answers
        Probabilities, shape (words, `ANSWERS`).
    """
    fine = np.searchsorted(FINE, answers[:, 1:], side="right")
    rough = np.searchsorted(ROUGH, answers[:, 1:], side="right")
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
    yield (words.of_sentence(most) * 11 + cue) * 2 + words.quoted, 11 * 11 * 2
    steps = np.searchsorted([0.1, 0.3, 0.6, 1, 1.5, 2.2, 3, 4], sums, side="right")
    yield words.of_sentence(steps) * 11 + cue, 9 * 11


def _most(words: Words, values: NDArray[np.int64], steps: Iterable[int]) -> NDArray[np.int64]:
    """Return the highest value so many words on or back."""
    return np.maximum.reduce(words.beside(values, 0, *steps))


def _cue_signs(words: Words, is_cue: Bools) -> Iterable[Sign]:
    """Yield what stands between a word and the nearest cues, how far they are, and what they are.

    A cue is told by the word that it ends with, to the left, or begins with, to the right.
    """
    count, here = len(is_cue), words.classes[3]
    places = np.arange(count)
    left, right = _before(is_cue, words.sentence), _after(is_cue, words.sentence)
    has_left, has_right = left >= 0, right >= 0
    far = np.where(has_left, np.searchsorted(FAR, places - left, side="right") + 1, 0)
    near = np.where(has_right, np.searchsorted(FAR, right - places, side="right") + 1, 0)
    commas = np.cumsum(here == COMMA)
    since = np.minimum(np.where(has_left, commas - commas[left], 0), 3)
    until = np.minimum(np.where(has_right, commas[right] - commas, 0), 3)
    yield ((far * 13 + near) * 4 + since) * 4 + until, 13 * 13 * 16
    behind = np.where(has_left, words.classes[4][left], OUTSIDE)
    yield (behind * CLASSES + here) * 4 + np.searchsorted([1, 3, 7], far, side="right"), MOST
    ahead = np.where(has_right, words.classes[2][right], OUTSIDE)
    yield (ahead * CLASSES + here) * 4 + np.searchsorted([1, 3, 7], near, side="right"), MOST
    yield ((since * 4 + until) * 13 + far) * CLASSES + here, MOST
    said = np.where(has_left, words.cluster[left], CLUSTERS - 1)
    yield (said * 2 + (far > 4)) * 2 + words.quoted, CLUSTERS * 4
    said = np.where(has_right, words.cluster[right], CLUSTERS - 1)
    yield (said * 2 + (near > 4)) * 2 + words.quoted, CLUSTERS * 4


def _before(is_one: Bools, sentence: Ints) -> NDArray[np.intp]:
    """Return the nearest place before each word, in its sentence, that is one; -1 for none.

    >>> _before(np.array([True, False, False, False]), np.array([0, 0, 0, 1])).tolist()
    [-1, 0, 0, -1]
    """
    latest = np.maximum.accumulate(np.where(is_one, np.arange(len(is_one)), -1))
    latest = np.concatenate([[-1], latest[:-1]])
    return np.where((latest >= 0) & (sentence[latest] == sentence), latest, -1)


def _after(is_one: Bools, sentence: Ints) -> NDArray[np.intp]:
    """Return the nearest place after each word, in its sentence, that is one; -1 for none."""
    found = _before(is_one[::-1], sentence[::-1])[::-1]
    return np.where(found >= 0, len(is_one) - 1 - found, -1)


def codes_of(signs: Iterable[Sign]) -> tuple[Ints, int]:
    """Return a row of codes for each sign, no code in two rows, and how many codes there are."""
    rows, size = list[NDArray[np.integer]](), 0
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
