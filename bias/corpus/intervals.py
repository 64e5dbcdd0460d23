"""95 % intervals of what an evaluation measures."""

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Z = 1.96
"""Standard deviations on either side of a normal mean that hold 95 % of it."""
DRAWS = 1000
SEED = 20261122


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share; NaN without trials (Wilson 1927).

    >>> [round(end, 2) for end in wilson(9, 10)], wilson(0, 10)[0]
    ([0.6, 0.98], 0.0)
    """
    if not trials:
        return math.nan, math.nan
    share, square = successes / trials, Z * Z / trials
    middle = (share + square / 2) / (1 + square)
    reach = Z * math.sqrt(share * (1 - share) / trials + square / trials / 4) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def bootstrap(
    rows: Sequence[Row], measure: Callable[[Sequence[Row]], float]
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a measure over rows drawn again (Efron 1979).

    Parameters
    ----------
    rows
        What was measured, one per case.
    measure
        From rows to a number; draws for which it is NaN are left out.
    """
    import numpy as np

    if len(rows) < 2:
        return math.nan, math.nan
    picks = np.random.default_rng(SEED).integers(0, len(rows), (DRAWS, len(rows)))
    values = [measure([rows[i] for i in pick]) for pick in picks]
    defined = [value for value in values if not math.isnan(value)]
    if not defined:
        return math.nan, math.nan
    low, high = np.percentile(defined, [2.5, 97.5])
    return float(low), float(high)
