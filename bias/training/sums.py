"""Scores that are sums over words: folded, added, calibrated and stretched."""

from collections.abc import Mapping

import numpy as np

from bias.models.by_word import Floats
from bias.models.linear import Weights
from bias.models.sentences import JudgedWording
from bias.training.matrices import Columns
from bias.words.types import Bools

DIGITS = 4
"""Of a stored weight."""


def fold(base: float, words: Floats, pairs: Floats, columns: Columns, digits: int) -> Weights:
    """Turn columns of weights into a `Weights`; pairs that round to nothing are left out."""
    nested: dict[str, dict[str, float]] = {}
    for (first, second), column in columns.pairs.items():
        weight = round(float(pairs[column]), digits)
        if weight:
            nested.setdefault(first, {})[second] = weight
    rounded = {word: round(float(words[column]), digits) for word, column in columns.words.items()}
    return Weights(round(float(base), digits), rounded, nested)


def add(one: Weights, other: Weights, factor: float) -> Weights:
    """Return `one` plus `factor` times `other`."""

    def both(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
        return {key: one.get(key, 0.0) + factor * other.get(key, 0.0) for key in {**one, **other}}

    pairs = {
        first: both(one.pairs.get(first, {}), other.pairs.get(first, {}))
        for first in {**one.pairs, **other.pairs}
    }
    return Weights(one.base + factor * other.base, both(one.words, other.words), pairs)


def platt(scores: Floats, labels: Bools, weights: Floats | None = None) -> tuple[float, float]:
    """Return slope and shift that make log-odds of scores (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6, max_iter=1000)
    model.fit(scores[:, None], labels, sample_weight=weights)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def calibrate(scores: Floats, labels: Bools) -> tuple[float, float]:
    """Return slope and shift that make log-odds of out-of-fold scores, for even odds beforehand.

    The log-odds of the share of positives are taken off.
    """
    (slope, shift), prior = platt(scores, labels), labels.mean()
    return slope, float(shift - np.log(prior / (1 - prior)))


def stretch(wording: Weights, slope: float, shift: float) -> Weights:
    """Return `slope` times the score plus `shift`, rounded for storing."""

    def short(weights: Mapping[str, float]) -> dict[str, float]:
        return {key: round(slope * weight, DIGITS) for key, weight in weights.items()}

    nested = {first: short(row) for first, row in wording.pairs.items()}
    pairs = {first: {k: v for k, v in row.items() if v} for first, row in nested.items()}
    base = round(slope * wording.base, DIGITS) + round(shift, DIGITS)
    return Weights(base, short(wording.words), {first: row for first, row in pairs.items() if row})


def stretch_judged(judged: JudgedWording, slope: float, shift: float) -> JudgedWording:
    """Return the same of log-odds that know how loaded the most loaded words are."""
    peaks = [round(slope * weight, DIGITS) for weight in judged.peak_weights]
    return JudgedWording(stretch(judged.wording, slope, shift), judged.loaded, peaks)
