"""The fields of a model file, each believed only when it is what the reader expects."""

import base64
import math
from collections.abc import Iterable
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from bias.errors import ModelError

LARGEST_NUMBER = 1e6
"""No weight of a sound model comes near it, and sums of such numbers stay finite."""
MOST_DIGITS = 6
"""By which the point of fractions that are stored as whole numbers moves."""
TYPES = ("|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<f8")
"""Of stored numbers, the shortest first."""


def refuse(place: str, why: str) -> NoReturn:
    """Raise the error for a file that cannot be used."""
    raise ModelError(f"{place}: {why}. Name a file that `bias train` of this version wrote.")


class Fields:
    """An object of a model file, or of a part of one.

    Parameters
    ----------
    value
        What the file holds.
    place
        Where, for errors.
    needed
        The fields that must be there, and no others.

    Raises
    ------
    ModelError
        It is no object, lacks a field, or has one that nobody understands.

    Examples
    --------
    >>> Fields({"base": 0.5}, "mine.json.gz", ["base"]).number("base")
    0.5
    """

    def __init__(self, value: Any, place: str, needed: Iterable[str]) -> None:
        if not isinstance(value, dict):
            refuse(place, f"is a {type(value).__name__}, expected an object")
        wanted, found = set(needed), set(value)
        if missing := sorted(wanted - found):
            refuse(place, f"lacks {', '.join(missing)}")
        if unknown := sorted(found - wanted):
            refuse(place, f"has fields that nobody here understands: {', '.join(unknown)[:200]}")
        self._value, self._place = value, place

    def refuse(self, name: str, why: str) -> NoReturn:
        """Raise the error for a field that cannot be used."""
        refuse(f"{self._place}, {name}", why)

    def part(self, name: str, *needed: str) -> "Fields":
        """Return the fields of a field."""
        return Fields(self._value[name], f"{self._place}, {name}", needed)

    def number(self, name: str) -> float:
        """Return a finite number of sensible size."""
        return self._number(self._value[name], name)

    def numbers(self, name: str, size: int) -> tuple[float, ...]:
        """Return a list of so many finite numbers."""
        return self._numbers(self._value[name], name, size)

    def rows(self, name: str, fewest: int, most: int, width: int) -> tuple[tuple[float, ...], ...]:
        """Return a list of lists of so many finite numbers."""
        rows = self._value[name]
        if not isinstance(rows, list) or not fewest <= len(rows) <= most:
            self.refuse(name, f"must be a list of {fewest} to {most}")
        return tuple(self._numbers(row, name, width) for row in rows)

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, each once."""
        names = self._value[name]
        if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
            self.refuse(name, "must be a list of names")
        if len(set(names)) < len(names):
            self.refuse(name, "names one thing twice")
        return tuple(names)

    def lines(self, name: str) -> list[str]:
        """Return the lines of a text, each once."""
        text = self._value[name]
        if not isinstance(text, str):
            self.refuse(name, f"is a {type(text).__name__}, expected a text")
        lines = text.split("\n")
        if len(set(lines)) < len(lines):
            self.refuse(name, "names one thing twice")
        return lines

    def numbers_by_name(self, name: str) -> dict[str, float]:
        """Return an object whose values are finite numbers."""
        value = self._value[name]
        if not isinstance(value, dict):
            self.refuse(name, f"is a {type(value).__name__}, expected an object of numbers")
        return {key: self._number(item, name) for key, item in value.items()}

    def numbers_by_names(self, name: str) -> dict[str, dict[str, float]]:
        """Return an object of objects whose values are finite numbers."""
        value = self._value[name]
        part = Fields(value, f"{self._place}, {name}", value if isinstance(value, dict) else ())
        return {key: part.numbers_by_name(key) for key in value}

    def lists_by_name(self, name: str, size: int) -> dict[str, tuple[float, ...]]:
        """Return an object whose values are lists of so many finite numbers."""
        value = self._value[name]
        if not isinstance(value, dict):
            self.refuse(name, f"is a {type(value).__name__}, expected an object of lists")
        return {key: self._numbers(row, name, size) for key, row in value.items()}

    def array(self, name: str, largest: float = LARGEST_NUMBER) -> NDArray[Any]:
        """Return finite numbers as an array, see `bias.models.files.pack`.

        Parameters
        ----------
        largest
            Size of the largest number allowed.

        Returns
        -------
        numpy.ndarray
            Fractions as float64, whole numbers in the type in which they are stored.
        """
        value = self.part(name, "array", "digits", "rising", "shape", "data")._value
        if value["array"] not in TYPES or value["digits"] not in range(MOST_DIGITS + 1):
            self.refuse(name, f"is of type {value['array']!r:.20}, {value['digits']!r:.20} digits")
        try:
            data = base64.b64decode(value["data"], validate=True)
            array = np.frombuffer(data, dtype=value["array"]).reshape(value["shape"])
        except (TypeError, ValueError) as error:
            self.refuse(name, f"is no array ({error})")
        array = np.cumsum(array, dtype=np.int64) if value["rising"] else array
        array = array / 10.0 ** value["digits"] if value["digits"] else array
        if not (np.abs(array) <= largest).all():
            self.refuse(name, f"holds a number that is not at most {largest:,.0f}")
        return array

    def _numbers(self, value: Any, name: str, size: int) -> tuple[float, ...]:
        if not isinstance(value, list) or len(value) != size:
            what = f"{len(value)} items" if isinstance(value, list) else f"a {type(value).__name__}"
            self.refuse(name, f"holds {what}, expected a list of {size} numbers")
        return tuple(self._number(item, name) for item in value)

    def _number(self, value: Any, name: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(name, f"holds {value!r:.40}, expected a number")
        if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER or math.isnan(value):
            self.refuse(
                name, f"holds {value!r:.40}; at most {LARGEST_NUMBER:,.0f} either way is allowed"
            )
        return float(value)
