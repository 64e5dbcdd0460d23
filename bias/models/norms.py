"""Where a number stands among real news articles.

The tables hold, for every feature and score, its value at each whole
percentile over a large sample of articles, and over those of like length;
`bias/models/data/norms.md` says which.
"""

import csv
import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from importlib import resources

RANKS = 101
"""Quantiles 0 to 100, each whole percent."""
HIGHEST = 99
"""Nothing is above all the news there is."""
LENGTH_EDGES = (300, 600, 1200)
"""Words at which a new length class begins: a brief, a report, a long report, a feature."""
LENGTH_CLASSES = (
    "under 300 words",
    "300 to 599 words",
    "600 to 1,199 words",
    "1,200 words or more",
)


def length_class(words: int) -> str:
    """Return the length class of a story of so many words.

    Examples
    --------
    >>> length_class(299), length_class(300)
    ('under 300 words', '300 to 599 words')
    """
    return LENGTH_CLASSES[bisect_right(LENGTH_EDGES, words)]


def percentile_ranks(values: Mapping[str, float], length: str | None = None) -> dict[str, float]:
    """Return each value's percentile rank among the reference articles.

    Parameters
    ----------
    values
        By feature or score name.
    length
        One of `LENGTH_CLASSES`: compare with articles of that length only.

    Returns
    -------
    dict
        Share of the reference articles that lie below, in percent, 0 to 99;
        NaN where the value is undefined or has no reference.
    """
    table = _quantiles(length)
    return {name: _rank(table.get(name), value) for name, value in values.items()}


def reference_quantiles(name: str, length: str | None = None) -> tuple[float, ...]:
    """Return a measure's value at each whole percentile, 0 to 100; empty without a reference."""
    return tuple(_quantiles(length).get(name, ()))


def _rank(quantiles: list[float] | None, value: float) -> float:
    if quantiles is None or math.isnan(value):
        return math.nan
    return float(min(HIGHEST, bisect_left(quantiles, value)))


def _quantiles(length: str | None) -> dict[str, list[float]]:
    return _overall() if length is None else _by_length()[length]


@cache
def _overall() -> dict[str, list[float]]:
    return {name: _numbers(cells) for name, *cells in _rows("norms.csv")}


@cache
def _by_length() -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = {name: {} for name in LENGTH_CLASSES}
    for length, name, *cells in _rows("norms_by_length.csv"):
        found[length][name] = _numbers(cells)
    return found


def _rows(file: str) -> list[list[str]]:
    """Return the rows below the head of a shipped table."""
    text = resources.files("bias.models.data").joinpath(file).read_text("utf-8")
    return list(csv.reader(text.splitlines()))[1:]


def _numbers(cells: list[str]) -> list[float]:
    return [float(cell) for cell in cells]
