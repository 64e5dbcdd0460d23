"""Checks on a model file from elsewhere: nothing that it holds is believed unseen."""

import gzip
import io
import json
import math
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from bias.errors import ModelError

LARGEST_FILE, LARGEST = 4_000_000, 10_000_000
"""Bytes of a file, packed and unpacked: four times the largest model of these kinds that comes
with the package. A judgement of 2026-11-23."""
MOST_BRACKETS = 40_000
"""Objects and lists in a file, counted before it is parsed, since each takes far more memory
than its two bytes; the largest model that comes with the package has 5,861 (2026-11-23)."""
LARGEST_NUMBER = 1e6
"""No weight of a sound model comes near it, and sums of such numbers stay finite."""


def unpack(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that a gzipped JSON file holds.

    Parameters
    ----------
    data
        The file's bytes.
    name
        What to call it in errors.

    Raises
    ------
    ModelError
        It is too large, unpacks to too much, is nested too deep, or is not JSON.
    """
    if len(data) > LARGEST_FILE:
        refuse(name, f"has {len(data):,} bytes; at most {LARGEST_FILE:,} are read")
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            text = stream.read(LARGEST + 1)
        if len(text) > LARGEST:
            refuse(name, f"unpacks to more than {LARGEST:,} bytes")
        if (count := text.count(b"[") + text.count(b"{")) > MOST_BRACKETS:
            refuse(name, f"holds {count:,} brackets; at most {MOST_BRACKETS:,} are read")
        record = json.loads(
            text.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_once
        )
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as error:
        raise ModelError(
            f"{name}: cannot be read as gzipped JSON ({error}). Name a .json.gz file that "
            "`bias train` wrote."
        ) from error
    if not isinstance(record, dict):
        refuse(name, f"holds a {type(record).__name__}, expected an object")
    return record


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of a model")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object, in which no name may stand twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def refuse(name: str, why: str) -> NoReturn:
    """Raise the error for a file that cannot be used."""
    raise ModelError(f"{name}: {why}. Name a file that `bias train` of this version wrote.")


def fields(value: Any, needed: Iterable[str], place: str) -> dict[str, Any]:
    """Return an object that has the fields needed and no others."""
    if not isinstance(value, dict):
        refuse(place, f"is a {type(value).__name__}, expected an object")
    wanted, found = set(needed), set(value)
    if missing := sorted(wanted - found):
        refuse(place, f"lacks {', '.join(missing)}")
    if unknown := sorted(found - wanted):
        refuse(place, f"has fields that nobody here understands: {', '.join(unknown)[:200]}")
    return value


def number(value: Any, place: str) -> float:
    """Return a finite number of sensible size."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse(place, f"holds {value!r:.40}, expected a number")
    if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER or math.isnan(value):
        refuse(place, f"holds {value!r:.40}; at most {LARGEST_NUMBER:,.0f} either way is allowed")
    return float(value)


def numbers(value: Any, size: int, place: str) -> tuple[float, ...]:
    """Return a list of so many finite numbers."""
    if not isinstance(value, list) or len(value) != size:
        what = f"{len(value)} items" if isinstance(value, list) else f"a {type(value).__name__}"
        refuse(place, f"holds {what}, expected a list of {size} numbers")
    return tuple(number(item, place) for item in value)


def weights(value: Any, place: str) -> Mapping[str, float]:
    """Return an object whose values are finite numbers."""
    if not isinstance(value, dict):
        refuse(place, f"is a {type(value).__name__}, expected an object of numbers")
    return {word: number(weight, place) for word, weight in value.items()}
