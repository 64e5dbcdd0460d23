"""Who says what: a label for each word, from what stands around it. It knows no document.

Two layers of sums over signs of a word and its neighbours. The first says of each word alone how
likely it belongs to a source, a cue or a content; the second sees those answers around the word,
and a chain over the words of a sentence chooses the labels that fit together best.
`bias/models/data/attribution.md` is the model's card.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import ByWord
from bias.models.fields import Fields
from bias.models.files import Form, read_model, shipped
from bias.words.types import Bools, Ints

Scores = NDArray[np.float32]

FORM = Form("bias-attribution", 1, ("size", "clusters", "first", "second", "steps", "starts"))
PARTS = ("source", "cue", "content")
"""Of an attribution: who says it, the words that say so, and what is said."""
SOURCE, CUE, CONTENT = range(1, len(PARTS) + 1)
"""Columns of the first layer's answers; column 0 is none of them."""
BEGINS = tuple(range(1, 2 * len(PARTS), 2))
"""Labels of a part's first word; one more is that of its other words, and 0 stands for no part."""
LABELS = 1 + 2 * len(PARTS)
ANSWERS = 1 + len(PARTS)
CLUSTERS = 512
"""More than there are groups of words; the last stands outside of any sentence."""
FIRST_CODES, SECOND_CODES = 1_600_000, 900_000
"""Codes of the signs that each layer sums, at most: see `bias.speakers.signs`."""
LONGEST = 64
"""Words of a chain, at most: a longer sentence is cut, so that a hostile one takes no longer."""


@dataclass(frozen=True, eq=False)
class Layer:
    """What each sign adds to some scores; a sign is a code, and most codes add nothing."""

    index: Ints
    """By code, the row of `weights`; row 0 holds zeros."""
    weights: Scores

    @classmethod
    def of(cls, size: int, codes: Ints, weights: NDArray[np.float64]) -> "Layer":
        """Make one of rising codes below `size` and a row of weights for each."""
        index = np.zeros(size, dtype=np.int32)
        index[codes] = np.arange(1, len(codes) + 1)
        rows = np.zeros((len(codes) + 1, weights.shape[1]), dtype=np.float32)
        rows[1:] = weights
        return cls(index, rows)

    @classmethod
    def read(cls, fields: Fields, name: str, size: int, width: int) -> "Layer":
        """Return what a model file holds in a field."""
        part = fields.part(name, "codes", "weights")
        codes, weights = part.array("codes", size), part.array("weights")
        if weights.shape != (len(codes), width) or codes.dtype.kind not in "iu":
            fields.refuse(name, f"has weights of shape {weights.shape}, {codes.shape} codes")
        if not ((codes >= 0) & (codes < size)).all():
            fields.refuse(name, f"holds codes that are not below {size}")
        return cls.of(size, codes.astype(np.int32), weights)

    def scores(self, codes: Ints) -> Scores:
        """Return the sums of each word: `codes` has a row for each kind of sign."""
        rows = self.weights.take(self.index.take(codes), axis=0)
        sums: Scores = np.add.reduce(rows, axis=0)
        return sums

    def table(self, first: int, size: int, steps: int) -> Scores:
        """Return the weights of the signs of a value in each place of a window.

        Parameters
        ----------
        first
            The code of the lowest value in the window's first place.
        size
            How many values there are: those of the next place follow.
        steps
            Places of the window.

        Returns
        -------
        numpy.ndarray
            Shape (size, steps, scores).
        """
        codes = np.arange(first, first + size * steps).reshape(steps, size)
        return self.weights[self.index[codes]].transpose(1, 0, 2).copy()


@dataclass(frozen=True, eq=False)
class AttributionModel:
    """Labels words as parts of attributions."""

    clusters: Ints
    """Of each word of the vocabulary: a number shared by words that are used alike, or 0; one
    more for what stands outside of a sentence."""
    first: Layer
    """Its first `ANSWERS` columns are the first layer's, the others the second's."""
    second: Layer
    steps: Scores
    """What a label behind another adds, shape (`LABELS`, `LABELS`)."""
    starts: Scores
    """What a label at the start of a chain adds."""
    _by_class: dict[tuple[int, int], Scores] = field(default_factory=dict, repr=False)

    @cached_property
    def _by_number(self) -> Scores:
        """What a word and its cluster add in each place of a window of five."""
        size = len(self.clusters)
        words = self.first.table(0, size, 5)
        words += self.first.table(5 * size, CLUSTERS, 5)[self.clusters]
        return words

    def near(self, spaced: Ints, classes: Ints, count: int, window: int) -> Scores:
        """Return what words and classes add for each word of a spaced row, nothing at its ends.

        Parameters
        ----------
        spaced, classes
            Number and class of each word, with places outside of any sentence between.
        count
            How many classes there are.
        window
            Words before and after one that its class counts for.
        """
        key = count, window
        if key not in self._by_class:
            start = 5 * (len(self.clusters) + CLUSTERS)
            self._by_class[key] = self.first.table(start, count, 2 * window + 1)
        sums = _slid(self._by_number.take(spaced, axis=0), window)
        sums += _slid(self._by_class[key].take(classes, axis=0), window)
        return sums

    def labels(self, scores: Scores, is_first: Bools) -> Ints:
        """Return the labels that fit best together.

        Parameters
        ----------
        scores
            Of each word and label, shape (words, `LABELS`).
        is_first
            Which words begin a chain.
        """
        rows = rows_of(np.flatnonzero(is_first), len(scores))
        if not rows:
            return np.zeros(0, dtype=np.int32)
        parts = [scores.take(words, axis=0).T for words in rows]
        best, steps = [parts[0] + self.starts[:, np.newaxis]], self.steps[:, :, np.newaxis]
        for part in parts[1:]:
            paths = best[-1][:, np.newaxis, : part.shape[1]] + steps
            best.append(np.maximum.reduce(paths, axis=0) + part)
        return self._backwards(rows, best, len(scores))

    def _backwards(
        self, rows: Sequence[NDArray[np.intp]], best: Sequence[Scores], count: int
    ) -> Ints:
        """Follow the best labels from the last word of each chain to its first."""
        labels, behind = np.zeros(count, dtype=np.int32), np.zeros(0, dtype=np.intp)
        for words, here in zip(reversed(rows), reversed(best), strict=True):
            here[:, : len(behind)] += self.steps[:, behind]
            behind = here.argmax(axis=0)
            labels[words] = behind
        return labels


def _slid(added: Scores, window: int) -> Scores:
    """Add up what each word's neighbours add for it; `added` has a row for each place."""
    reach, sums = added.shape[1] // 2, np.zeros((len(added), added.shape[2]), dtype=np.float32)
    for place in range(added.shape[1]):
        step, inner = place - reach, slice(window, len(added) - window)
        sums[inner] += added[window + step : len(added) - window + step, place]
    return sums


def rows_of(firsts: NDArray[np.intp], count: int) -> list[NDArray[np.intp]]:
    """Return the first words of all chains, then their second words, and so on; longest first.

    >>> [row.tolist() for row in rows_of(np.array([0, 1]), 3)]
    [[1, 0], [2]]
    """
    lengths = np.diff(np.append(firsts, count))
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    most = int(lengths.max(initial=0))
    alive = len(lengths) - np.searchsorted(lengths[::-1], np.arange(most), side="right")
    return [firsts[:many] + step for step, many in enumerate(alive.tolist())]


@cache
def shipped_attribution_model() -> AttributionModel:
    """Return the model that comes with the package."""
    fields = read_model(shipped("attribution.json.gz"), FORM)
    steps, starts = fields.array("steps"), fields.array("starts")
    if steps.shape != (LABELS, LABELS) or starts.shape != (LABELS,):
        fields.refuse("steps", f"are of shape {steps.shape}, {starts.shape}")
    return AttributionModel(
        clusters_of(ByWord.read(fields, "clusters"), int(fields.number("size"))),
        Layer.read(fields, "first", FIRST_CODES, ANSWERS + LABELS),
        Layer.read(fields, "second", SECOND_CODES, LABELS),
        steps.astype(np.float32),
        starts.astype(np.float32),
    )


def clusters_of(words: ByWord, size: int) -> Ints:
    """Return the cluster of each number below `size`, and of what stands outside.

    Parameters
    ----------
    words
        The cluster of each word that has one.
    size
        Of the vocabulary in training: the codes of signs rest on it, so words that were
        numbered later are unknown to the model.
    """
    return np.append(words.column()[:size], CLUSTERS - 1).astype(np.int32)
