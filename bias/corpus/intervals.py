"""Intervals: of a share by Wilson's formula, of anything else by drawing cases again."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Z, Z_90 = 1.96, 1.6449
"""Standard deviations on either side of a normal mean that hold 95 % of it, and 90 %."""
DRAWS = 1000
SEED = 20261122


def wilson(successes: int, trials: int, z: float = Z) -> tuple[float, float]:
    """Return Wilson's interval of a share; NaN without trials (Wilson 1927).

    >>> [round(end, 2) for end in wilson(9, 10)], wilson(0, 10)[0]
    ([0.6, 0.98], 0.0)
    """
    if not trials:
        return math.nan, math.nan
    share, square = successes / trials, z * z / trials
    middle = (share + square / 2) / (1 + square)
    reach = z * math.sqrt(share * (1 - share) / trials + square / trials / 4) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def share(successes: int, trials: int, z: float = Z) -> tuple[float, float, float]:
    """Return a share with Wilson's interval; NaN without trials."""
    return successes / trials if trials else math.nan, *wilson(successes, trials, z)


def draws(count: int, seed: int = SEED) -> Iterator[NDArray[np.int64]]:
    """Yield the places of so many cases, drawn again with replacement, `DRAWS` times."""
    random = np.random.default_rng(seed)
    return (random.integers(0, count, count) for _ in range(DRAWS))


def middle_of(values: Sequence[float], level: float = 0.95) -> tuple[float, float]:
    """Return the ends of the middle 95 % of some values; NaN are left out."""
    defined = np.array(values)[~np.isnan(values)]
    if not defined.size:
        return math.nan, math.nan
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def bootstrap(
    measure: Callable[..., float], *columns: NDArray[Any], level: float = 0.95, seed: int = SEED
) -> tuple[float, float]:
    """Return the bootstrap interval of a measure over cases drawn again (Efron 1979).

    Parameters
    ----------
    measure
        From the columns to a number; draws for which it is NaN are left out.
    columns
        What was measured, one value per case.
    """
    count = len(columns[0])
    if count < 2:
        return math.nan, math.nan
    again = draws(count, seed)
    return middle_of([measure(*(column[rows] for column in columns)) for rows in again], level)
