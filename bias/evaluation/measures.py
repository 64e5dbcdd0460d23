"""How good answers are: how often right, how well they rank, how well chances are judged."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.training.folds import Splits

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]
Numbers = NDArray[np.int64]
BINS = 10


def precision(labels: Labels, called: Labels) -> float:
    """Return the share of what was called so that is so; labels and calls changed round, recall."""
    return float(labels[called].mean()) if called.any() else math.nan


def f1(labels: Labels, called: Labels) -> float:
    """Return the harmonic mean of precision and recall; 0 where nothing is so or called so."""
    return float(2 * (labels & called).sum() / max(1, labels.sum() + called.sum()))


def macro_f1(labels: Labels, called: Labels) -> float:
    """Return the mean of the F1 of both classes."""
    return (f1(labels, called) + f1(~labels, ~called)) / 2


def balanced_accuracy(labels: Labels, called: Labels) -> float:
    """Return the mean over both classes of the share that is right."""
    right = labels == called
    return float((right[labels].mean() + right[~labels].mean()) / 2)


def auc(labels: Labels, scores: Floats) -> float:
    """Return the chance that a positive scores above a negative; ties count half (Mann-Whitney)."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    ones, noughts = int(labels.sum()), int((~labels).sum())
    above = ranks[labels].sum() - ones * (ones + 1) / 2
    return float(above / (ones * noughts)) if ones and noughts else math.nan


def tenths(probabilities: Floats) -> list[Numbers]:
    """Return the places of ten groups as large as each other, by probability."""
    return np.array_split(np.argsort(probabilities, kind="stable"), BINS)


def calibration_error(labels: Labels, probabilities: Floats) -> float:
    """Return the mean gap between predicted and observed shares over ten equal groups."""
    groups = tenths(probabilities)
    gaps = [len(g) * abs(probabilities[g].mean() - labels[g].mean()) for g in groups]
    return float(sum(gaps) / len(labels))


def bag_of_words(texts: Sequence[str], labels: Labels, splits: Splits, **how: Any) -> Floats:
    """Return log-odds out of fold of a plain bag of words, names and all.

    `how` goes to scikit-learn's `CountVectorizer`.
    """
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    def some(rows: Iterable[int]) -> list[str]:
        return [texts[row] for row in rows]

    found = np.zeros(len(labels))
    for inside, outside in splits:
        model = make_pipeline(CountVectorizer(**how), LogisticRegression(max_iter=2000))
        found[outside] = model.fit(some(inside), labels[inside]).decision_function(some(outside))
    return found
