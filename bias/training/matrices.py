"""Sentences as sparse matrices of distinct words and pairs, for training.

The rows follow `Linear.scores`: binary, divided by the square root of the
number of tokens. So whatever linear is learnt on them folds into one weight a word.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.linear import Weights

Keys = Sequence[str]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Columns:
    """Which words and pairs have a column."""

    words: dict[str, int]
    pairs: dict[tuple[str, str], int]


def choose_columns(rows: Sequence[Keys], known: Sequence[str], fewest: int) -> Columns:
    """Give a column to every known word and to each pair found in `fewest` rows."""
    words = {word: column for column, word in enumerate(known)}
    counts = Counter(pair for row in rows for pair in dict.fromkeys(pairwise(row)))
    often = sorted(
        pair
        for pair, count in counts.items()
        if count >= fewest and pair[0] in words and pair[1] in words
    )
    return Columns(words, {pair: column for column, pair in enumerate(often)})


def word_matrix(rows: Sequence[Keys], columns: Columns) -> Any:
    """Return the rows' distinct words as a sparse matrix."""
    found = [[columns.words[w] for w in dict.fromkeys(row) if w in columns.words] for row in rows]
    return _matrix(rows, found, len(columns.words))


def pair_matrix(rows: Sequence[Keys], columns: Columns) -> Any:
    """Return the rows' distinct pairs as a sparse matrix."""
    found = [
        [columns.pairs[pair] for pair in dict.fromkeys(pairwise(row)) if pair in columns.pairs]
        for row in rows
    ]
    return _matrix(rows, found, len(columns.pairs))


def _matrix(rows: Sequence[Keys], found: list[list[int]], width: int) -> Any:
    from scipy.sparse import csr_matrix

    sizes = [len(columns) for columns in found]
    values = np.repeat([1 / np.sqrt(len(row) or 1) for row in rows], sizes)
    indices = np.fromiter((c for columns in found for c in columns), dtype=np.int64)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    return csr_matrix((values, indices, bounds), shape=(len(rows), width))


def fold(base: float, words: Floats, pairs: Floats, columns: Columns, digits: int) -> Weights:
    """Turn columns of weights into a `Weights`; pairs that round to nothing are left out."""
    nested: dict[str, dict[str, float]] = {}
    for (first, second), column in columns.pairs.items():
        weight = round(float(pairs[column]), digits)
        if weight:
            nested.setdefault(first, {})[second] = weight
    rounded = {word: round(float(words[column]), digits) for word, column in columns.words.items()}
    return Weights(round(float(base), digits), rounded, nested)
