"""Fit weights of signs to labels: of each word by itself, or of a chain of words.

Both are convex and are fitted by L-BFGS with a quadratic penalty. The chain is a linear
conditional random field (Lafferty et al. 2001); its sums over all labellings are worked out for
the first words of all chains at once, then for their second words, and so on.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.attribution import Scores, rows_of
from bias.words.types import Bools, Ints

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Signs:
    """Which signs each word has, as a sparse matrix and its transpose."""

    matrix: Any
    transposed: Any

    @classmethod
    def of(cls, columns: Ints, width: int) -> "Signs":
        """Make one of the columns of each word, shape (words, signs); -1 for a sign left out."""
        from scipy.sparse import csr_matrix

        kept = columns >= 0
        bounds = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
        ones = np.ones(int(bounds[-1]), dtype=np.float32)
        matrix = csr_matrix((ones, columns[kept], bounds), shape=(len(columns), width))
        return cls(matrix, matrix.T.tocsr())

    @property
    def width(self) -> int:
        """How many different signs there are."""
        return int(self.matrix.shape[1])

    def scores(self, weights: Matrix) -> Scores:
        """Return the sums of each word."""
        scores: Scores = self.matrix @ weights.astype(np.float32)
        return scores


def _one_hot(labels: Ints, count: int) -> Scores:
    found = np.zeros((len(labels), count), dtype=np.float32)
    found[np.arange(len(labels)), labels] = 1
    return found


def fit_words(signs: Signs, labels: Ints, count: int, penalty: float, rounds: int) -> Matrix:
    """Return weights under which each word's label is likely by itself, shape (signs, labels)."""
    seen = signs.transposed @ _one_hot(labels, count)

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(signs.width, count)
        scores = signs.scores(weights)
        most = scores.max(axis=1, keepdims=True)
        powers = np.exp(scores - most)
        sums = powers.sum(axis=1, keepdims=True)
        value = float((np.log(sums) + most).sum()) - float((seen * weights).sum())
        slope = signs.transposed @ (powers / sums) - seen + penalty * weights
        return value + penalty / 2 * float(flat @ flat), slope.astype(np.float64).ravel()

    return _least(loss, signs.width * count, rounds).reshape(signs.width, count)


@dataclass(frozen=True, eq=False)
class Chain:
    """What a fitted chain adds up."""

    weights: Matrix
    """Of each sign and label."""
    steps: Matrix
    """Of a label behind another."""
    starts: Matrix
    """Of a label at the start."""

    @classmethod
    def of(cls, flat: Matrix, width: int, count: int) -> "Chain":
        """Cut what the solver sees as one row of numbers."""
        weights, steps, starts = np.split(flat, [width * count, (width + count) * count])
        return cls(weights.reshape(width, count), steps.reshape(count, count), starts)


def fit_chain(
    signs: Signs, labels: Ints, is_first: Bools, count: int, penalty: float, rounds: int
) -> Chain:
    """Return the chain under which the labels are likely.

    Parameters
    ----------
    signs, labels
        Of each word, chain behind chain.
    is_first
        Which words begin a chain.
    count
        How many labels there are.
    penalty, rounds
        Of the fit: what weighs against large weights, and how long it goes on.
    """
    rows = rows_of(np.flatnonzero(is_first), len(labels))
    inside = ~is_first[1:]
    seen = signs.transposed @ _one_hot(labels, count)
    steps = np.zeros((count, count))
    np.add.at(steps, (labels[:-1][inside], labels[1:][inside]), 1)
    starts = np.bincount(labels[is_first], minlength=count)

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        chain = Chain.of(flat, signs.width, count)
        log_sum, likely, passed = _expected(signs.scores(chain.weights), chain, rows)
        given = (seen * chain.weights).sum() + (steps * chain.steps).sum() + starts @ chain.starts
        slopes = (
            signs.transposed @ likely - seen,
            passed - steps,
            likely[rows[0]].sum(axis=0) - starts,
        )
        slope = np.concatenate([part.ravel() for part in slopes]) + penalty * flat
        return log_sum - float(given) + penalty / 2 * float(flat @ flat), slope

    flat = _least(loss, (signs.width + count + 1) * count, rounds)
    return Chain.of(flat, signs.width, count)


def _expected(
    scores: Scores, chain: Chain, rows: list[NDArray[np.intp]]
) -> tuple[float, Scores, Matrix]:
    """Return the log sum over all labellings, each word's labels and the steps under it."""
    most = scores.max(axis=1, keepdims=True)
    here, over = np.exp(scores - most), np.exp(chain.steps)
    paths, sums = list[Any](), list[Any]()
    for number, words in enumerate(rows):
        before = paths[-1][: len(words)] @ over if number else np.exp(chain.starts)
        path = before * here[words]
        sums.append(path.sum(axis=1, keepdims=True))
        paths.append(path / sums[-1])
    log_sum = float(most.sum()) + sum(float(np.log(part).sum()) for part in sums)
    likely, passed = np.empty_like(scores), np.zeros_like(chain.steps)
    behind = np.ones((0, scores.shape[1]))
    for number in range(len(rows) - 1, -1, -1):
        later = np.ones((len(rows[number]), scores.shape[1]))
        later[: len(behind)] = behind @ over.T
        passed += paths[number][: len(behind)].T @ behind
        likely[rows[number]] = paths[number] * later
        behind = here[rows[number]] * later / sums[number]
    return log_sum, likely, passed * over


def _least(loss: Any, size: int, rounds: int) -> Matrix:
    """Return where a convex function of so many numbers is least."""
    from scipy.optimize import minimize

    options = {"maxiter": rounds, "maxcor": 6}
    found: Matrix = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=options).x
    return found
