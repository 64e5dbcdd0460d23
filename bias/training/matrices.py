"""Sentences as sparse matrices of distinct words and pairs, for training.

The rows follow `Linear.scores`: binary, divided by the square root of the
number of tokens. So whatever linear is learnt on them folds into one weight a word.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

from bias.models.by_word import Floats

Keys = Sequence[str]
Thing = TypeVar("Thing", str, tuple[str, str])


@dataclass(frozen=True)
class Columns:
    """Which words and pairs have a column."""

    words: dict[str, int]
    pairs: dict[tuple[str, str], int]


def choose_columns(rows: Sequence[Keys], known: Sequence[str], fewest: int) -> Columns:
    """Give a column to every known word and to each pair found in `fewest` rows."""
    words = {word: column for column, word in enumerate(known)}
    counts = Counter(pair for row in rows for pair in dict.fromkeys(pairwise(row)))
    of_known = {p: count for p, count in counts.items() if p[0] in words and p[1] in words}
    return Columns(words, columns_of(of_known, fewest))


def columns_of(counts: Mapping[Thing, int], fewest: int) -> dict[Thing, int]:
    """Give a column to each thing that was counted so often, in their own order."""
    often = sorted(thing for thing, count in counts.items() if count >= fewest)
    return {thing: column for column, thing in enumerate(often)}


def word_matrix(rows: Sequence[Keys], columns: Columns) -> Any:
    """Return the rows' distinct words as a sparse matrix."""
    found = [[columns.words[w] for w in dict.fromkeys(row) if w in columns.words] for row in rows]
    return sparse(found, len(columns.words), roots(rows))


def pair_matrix(rows: Sequence[Keys], columns: Columns) -> Any:
    """Return the rows' distinct pairs as a sparse matrix."""
    found = [
        [columns.pairs[pair] for pair in dict.fromkeys(pairwise(row)) if pair in columns.pairs]
        for row in rows
    ]
    return sparse(found, len(columns.pairs), roots(rows))


def roots(rows: Sequence[Collection[str]]) -> Floats:
    """Return for each row one divided by the root of its length."""
    return np.array([1 / np.sqrt(len(row) or 1) for row in rows])


def sparse(found: Sequence[Sequence[int]], width: int, values: Floats | float = 1.0) -> Any:
    """Return a matrix with a row's value in the columns that were found in it, 0 elsewhere."""
    from scipy.sparse import csr_matrix

    sizes = [len(columns) for columns in found]
    data = np.repeat(np.broadcast_to(values, len(found)), sizes)
    indices = np.fromiter((column for columns in found for column in columns), dtype=np.int64)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    return csr_matrix((data, indices, bounds), shape=(len(found), width))


def rarity(matrix: Any, fewest: int) -> Floats:
    """Return the inverse document frequency of each column; 0 below `fewest` rows."""
    found = np.asarray((matrix > 0).sum(axis=0)).ravel()
    logs = np.log(matrix.shape[0] / np.maximum(found, 1)) + 1
    return np.asarray(np.where(found >= fewest, logs, 0.0))


def fit_blocks(
    blocks: Sequence[Any],
    scales: Sequence[Floats],
    share: Floats,
    inverse_penalty: float,
    counts: Floats | float = 1.0,
) -> tuple[float, list[Floats]]:
    """Fit log-odds to columns in blocks; a row counts as positive and as not, by its share.

    Parameters
    ----------
    blocks
        Sparse, with one row each a sentence.
    scales
        By how much each column of a block is scaled for the fit: how freely it may be used.
    share
        Of each row, 0 to 1.
    inverse_penalty
        scikit-learn's C.
    counts
        As how many rows each counts.

    Returns
    -------
    tuple
        The base, and the weights of each block's columns as they were given.
    """
    from scipy.sparse import diags, hstack, vstack
    from sklearn.linear_model import LogisticRegression

    matrix = hstack([b @ diags(s) for b, s in zip(blocks, scales, strict=True)]).tocsr()
    up, down = share * counts, (1 - share) * counts
    positive, negative = np.flatnonzero(up), np.flatnonzero(down)
    model = LogisticRegression(C=inverse_penalty, max_iter=5000).fit(
        vstack([matrix[positive], matrix[negative]]),
        np.repeat([1, 0], [len(positive), len(negative)]),
        sample_weight=np.concatenate([up[positive], down[negative]]),
    )
    cuts = np.cumsum([block.shape[1] for block in blocks])[:-1]
    weights = np.split(model.coef_[0] * np.concatenate(scales), cuts)
    return float(model.intercept_[0]), weights
