"""A score that is a sum over words and pairs of neighbouring words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise, repeat

_NOTHING = repeat(0.0)
"""What each unknown word adds."""


@dataclass(frozen=True)
class LinearWording:
    """What every word and every pair of words adds to a score.

    A sentence scores `base` plus the weights of its distinct words and pairs,
    divided by the square root of its number of tokens: long sentences hold more
    evidence, but not in proportion.
    """

    base: float
    words: Mapping[str, float]
    """By masked key; a word that is not here adds nothing."""
    pairs: Mapping[str, Mapping[str, float]]
    """By first key, then second."""

    def score(self, keys: Sequence[str]) -> float:
        """Return the score of one sentence's masked keys; `base` when empty.

        >>> LinearWording(-1.0, {"radical": 2.0}, {}).score(["a", "radical", "plan", "."])
        0.0
        """
        total = sum(map(self.words.get, dict.fromkeys(keys), _NOTHING), 0.0)
        pairs = self.pairs
        starting = compress(pairwise(keys), map(pairs.__contains__, keys))
        for first, second in dict.fromkeys(starting):
            total += pairs[first].get(second, 0.0)
        return self.base + total / math.sqrt(len(keys) or 1)


def pull_of(counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """Return how far a text's words pull, whatever its length.

    A word said `n` times counts `1 + log(n)`; the sum is divided by the length of all counts
    taken as a vector.

    Parameters
    ----------
    counts
        How often each word occurs.
    weights
        Of each word; one that is not here adds nothing.

    Examples
    --------
    >>> pull_of({"radical": 1, "plan": 3}, {"radical": 2.0})
    2.0
    """
    known = [
        (1 + math.log(count) if count > 1 else 1.0, weight)
        for count, weight in zip(counts.values(), map(weights.get, counts), strict=True)
        if weight is not None
    ]
    norm = sum([amount * amount for amount, _ in known])
    return sum([amount * weight for amount, weight in known]) / math.sqrt(norm or 1)


def logistic(log_odds: float) -> float:
    """Return the probability of some log-odds.

    >>> logistic(0.0)
    0.5
    """
    if log_odds < 0:
        power = math.exp(log_odds)
        return power / (1 + power)
    return 1 / (1 + math.exp(-log_odds))


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability strictly between 0 and 1.

    >>> log_odds(0.5)
    0.0
    """
    return math.log(probability / (1 - probability))
