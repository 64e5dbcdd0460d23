"""Who says what: a label for each word, from what stands around it. It knows no document.

Two layers of sums over signs of a word and its neighbours. The first says of each word alone how
likely it belongs to a source, a cue or a content; the second sees those answers around the word,
and a chain over the words of a sentence chooses the labels that fit together best.
`bias/models/data/attribution.md` is the model's card.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import ByWord
from bias.models.fields import Fields
from bias.models.files import Form, read_model, shipped
from bias.words.types import Bools, Ints

Scores = NDArray[np.float32]

FORM = Form("bias-attribution", 1, ("clusters", "first", "second", "steps", "starts"))
PARTS = ("source", "cue", "content")
"""Of an attribution: who says it, the words that say so, and what is said."""
SOURCE, CUE, CONTENT = range(1, len(PARTS) + 1)
"""Columns of the first layer's answers; column 0 is none of them."""
BEGINS = tuple(range(1, 2 * len(PARTS), 2))
"""Labels of a part's first word; one more is that of its other words, and 0 stands for no part."""
LABELS = 1 + 2 * len(PARTS)
ANSWERS = 1 + len(PARTS)
FIRST_CODES, SECOND_CODES = 1_600_000, 900_000
"""Codes of the signs that each layer sums, at most: see `bias.speakers.signs`."""
LONGEST = 120
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
        sums: Scores = np.add.reduce(self.weights[self.index[codes]], axis=0)
        return sums


@dataclass(frozen=True, eq=False)
class AttributionModel:
    """Labels words as parts of attributions."""

    clusters: Ints
    """Of each word of the vocabulary: a number shared by words that are used alike, or 0."""
    first: Layer
    """Its first `ANSWERS` columns are the first layer's, the others the second's."""
    second: Layer
    steps: Scores
    """What a label behind another adds, shape (`LABELS`, `LABELS`)."""
    starts: Scores
    """What a label at the start of a chain adds."""

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
        best, came = list[Scores](), list[Ints]()
        for number, words in enumerate(rows):
            if number:
                paths = best[-1][: len(words), :, np.newaxis] + self.steps
                came.append(paths.argmax(axis=1).astype(np.int32))
                best.append(paths.max(axis=1) + scores[words])
            else:
                best.append(scores[words] + self.starts)
        return _backwards(rows, best, came, len(scores))


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


def _backwards(
    rows: list[NDArray[np.intp]], best: list[Scores], came: list[Ints], count: int
) -> Ints:
    """Follow the best labels from the last word of each chain to its first."""
    labels, behind = np.zeros(count, dtype=np.int32), np.zeros(0, dtype=np.int32)
    for number in range(len(rows) - 1, -1, -1):
        here = best[number].argmax(axis=1).astype(np.int32)
        if len(behind):
            here[: len(behind)] = came[number][np.arange(len(behind)), behind]
        labels[rows[number]] = here
        behind = here
    return labels


@cache
def shipped_attribution_model() -> AttributionModel:
    """Return the model that comes with the package."""
    fields = read_model(shipped("attribution.json.gz"), FORM)
    steps, starts = fields.array("steps"), fields.array("starts")
    if steps.shape != (LABELS, LABELS) or starts.shape != (LABELS,):
        fields.refuse("steps", f"are of shape {steps.shape}, {starts.shape}")
    return AttributionModel(
        ByWord.read(fields, "clusters").column().astype(np.int32),
        Layer.read(fields, "first", FIRST_CODES, ANSWERS + LABELS),
        Layer.read(fields, "second", SECOND_CODES, LABELS),
        steps.astype(np.float32),
        starts.astype(np.float32),
    )
