"""Add and stretch scores that are sums over words."""

from bias.models.linear import Weights

DIGITS = 4
"""Of a stored weight."""


def add(one: Weights, other: Weights, factor: float) -> Weights:
    """Return `one` plus `factor` times `other`."""
    words = {
        word: one.words.get(word, 0.0) + factor * other.words.get(word, 0.0)
        for word in {**one.words, **other.words}
    }
    pairs = {
        first: {
            second: one.pairs.get(first, {}).get(second, 0.0)
            + factor * other.pairs.get(first, {}).get(second, 0.0)
            for second in {**one.pairs.get(first, {}), **other.pairs.get(first, {})}
        }
        for first in {**one.pairs, **other.pairs}
    }
    return Weights(one.base + factor * other.base, words, pairs)


def stretch(wording: Weights, slope: float, shift: float) -> Weights:
    """Return `slope` times the score plus `shift`, rounded for storing."""

    def short(weight: float) -> float:
        return round(slope * weight, DIGITS)

    pairs = {
        first: {second: short(weight) for second, weight in row.items() if short(weight)}
        for first, row in wording.pairs.items()
    }
    words = {word: short(weight) for word, weight in wording.words.items()}
    return Weights(
        short(wording.base) + round(shift, DIGITS), words, {k: v for k, v in pairs.items() if v}
    )
