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

from bias.values import value

RANKS = 101
"""Quantiles 0 to 100, each whole percent."""
HIGHEST = 99
"""Nothing is above all the news there is."""
DIGITS = 5
"""Significant digits of the tables; a number is rounded so before it is looked up."""
LEVEL = 20
"""Percent: where so many articles have the very same value, that is said instead of a rank."""
LENGTH_EDGES = (300, 600, 1200)
"""Words at which a new length class begins: a brief, a report, a long report, a feature."""
LENGTH_CLASSES = (
    "under 300 words",
    "300 to 599 words",
    "600 to 1,199 words",
    "1,200 words or more",
)


@value(frozen=True, slots=True)
class Place:
    """Where a value stands among the reference articles.

    Examples
    --------
    >>> Place(below=0, level=45).rank, Place(below=77, level=0).rank
    (22.5, 77.0)
    """

    below: float
    """Percent of them that have less."""
    level: float
    """Percent that have the very same value, 0 when hardly any."""

    @property
    def rank(self) -> float:
        """The percentile, 0 to 99: where many are level, the middle of their range."""
        return min(HIGHEST, self.below + self.level / 2)

    @property
    def words(self) -> str:
        """The place in words, to be followed by "of news articles" or the like.

        >>> Place(77, 0).words, Place(0, 45).words, Place(66, 33).words
        ('above 77 %', 'as in 45 %', 'above 66 %, as in 33 %')
        """
        above = f"above {min(HIGHEST, self.below):.0f} %"
        if self.level < LEVEL:
            return above
        level = f"as in {self.level:.0f} %"
        return f"{above}, {level}" if self.below else level

    @property
    def short(self) -> str:
        """The place for a table's cell: the percentile, or how many are level.

        >>> Place(77, 0).short, Place(0, 45).short
        ('77', 'as in 45 %')
        """
        return f"as in {self.level:.0f} %" if self.level >= LEVEL else f"{self.rank:.0f}"


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
        Share of the reference articles that lie below and half of those that are level, in
        percent, 0 to 99; NaN where the value is undefined or has no reference.
    """
    places = ((name, place_of(name, number, length)) for name, number in values.items())
    return {name: math.nan if place is None else place.rank for name, place in places}


def place_of(name: str, number: float | None, length: str | None = None) -> Place | None:
    """Return where a value stands; None where it is undefined or has no reference."""
    quantiles = _quantiles(length).get(name)
    if quantiles is None or number is None or math.isnan(number):
        return None
    known = float(f"{number:.{DIGITS}g}") if number % 1 else number
    below, last = bisect_left(quantiles, known), bisect_right(quantiles, known) - 1
    return Place(below, max(0, last - below))


def reference_quantiles(name: str, length: str | None = None) -> tuple[float, ...]:
    """Return a measure's value at each whole percentile, 0 to 100; empty without a reference."""
    return tuple(_quantiles(length).get(name, ()))


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
