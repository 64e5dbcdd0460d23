"""Where a number stands among real news articles.

The table holds, for every feature and score, its value at each whole
percentile over a large sample of articles; `bias/models/norms.md` says which.
"""

import csv
import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib import resources

RANKS = 101
"""Quantiles 0 to 100, each whole percent."""
HIGHEST = 99
"""Nothing is above all the news there is."""


def percentile_ranks(values: Mapping[str, float]) -> dict[str, float]:
    """Return each value's percentile rank among the reference articles.

    Parameters
    ----------
    values
        By feature or score name.

    Returns
    -------
    dict
        Share of the reference articles that lie below, in percent, 0 to 99;
        NaN where the value is undefined or has no reference.
    """
    return {name: _rank(name, value) for name, value in values.items()}


def reference_quantiles(name: str) -> tuple[float, ...]:
    """Return a measure's value at each whole percentile, 0 to 100; empty without a reference."""
    return tuple(_quantiles().get(name, ()))


def _rank(name: str, value: float) -> float:
    quantiles = _quantiles().get(name)
    if quantiles is None or math.isnan(value):
        return math.nan
    return float(min(HIGHEST, bisect_left(quantiles, value)))


@cache
def _quantiles() -> dict[str, list[float]]:
    """Read the shipped table: name, then the 101 quantiles."""
    text = resources.files("bias.models").joinpath("norms.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return {row[0]: [float(cell) for cell in row[1:]] for row in rows}
