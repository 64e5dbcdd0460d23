"""Models as plain data: one format, and one check for ours and those from elsewhere.

A file is JSON, gzipped where its name ends so: the name of a format, its version, and fields.
Thousands of numbers stand in one field as an array: their type, their shape and their bytes
in base64; decimal fractions as whole numbers and how many digits to move the point, rising
numbers as the steps between them. Nothing
that can run is ever stored, so a model outlives every library it was fitted with, and the
same content always gives the same bytes. Nothing that a file holds is believed unseen.
"""

import base64
import gzip
import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from bias.errors import ModelError
from bias.models.fields import MOST_DIGITS, TYPES, Fields, refuse

LARGEST_FILE, LARGEST = 4_000_000, 10_000_000
"""Bytes of a file, packed and unpacked: four times the largest model of these kinds that comes
with the package. A judgement of 2026-11-23."""
MOST_BRACKETS = 40_000
"""Objects and lists in a file, counted before it is parsed, since each takes far more memory
than its two bytes; the largest model that comes with the package had 5,861 (2026-11-23)."""


@dataclass(frozen=True)
class Form:
    """A kind of model file."""

    name: str
    version: int
    fields: tuple[str, ...]
    """All that it holds, beside these two."""

    def __str__(self) -> str:
        return f"{self.name!r} version {self.version}"


File = Path | Traversable


def write_model(path: Path, form: Form, content: Mapping[str, Any]) -> None:
    """Write a model; fields in the order given, no time stamp: a rerun gives the same bytes.

    Parameters
    ----------
    path
        Gzipped where its name has `.gz`.
    form
        What it is.
    content
        Its fields: objects, lists, texts, numbers and arrays.
    """
    record = {"format": form.name, "version": form.version, **content}
    data = f"{_lines(record)}\n".encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if ".gz" in path.suffixes else data)


def _lines(value: Any, depth: int = 1) -> str:
    """Return JSON with each field of an object in a line of its own."""
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=pack)
    rows = (f"{' ' * depth}{_lines(key)}: {_lines(row, depth + 1)}" for key, row in value.items())
    return "{\n" + ",\n".join(rows) + "\n" + " " * (depth - 1) + "}"


def pack(array: NDArray[Any]) -> dict[str, Any]:
    """Return an array as fields of JSON: in the shortest type that gives the same numbers back.

    >>> pack(np.array([0.25, -1.5]))
    {'array': '<i2', 'digits': 2, 'rising': False, 'shape': [2], 'data': 'GQBq/w=='}
    """
    digits = next((d for d in range(MOST_DIGITS + 1) if _comes_back(array, d)), 0)
    stored = np.round(array * 10.0**digits) if digits else array
    rising = array.ndim == 1 and array.dtype.kind in "iu" and bool((array[1:] >= array[:-1]).all())
    stored = np.diff(array, prepend=array.dtype.type(0)) if rising else stored
    kind = next(kind for kind in TYPES if _fits(stored, np.dtype(kind)))
    data = base64.b64encode(stored.astype(kind).tobytes()).decode("ascii")
    shape = [*array.shape]
    return {"array": kind, "digits": digits, "rising": rising, "shape": shape, "data": data}


def _comes_back(array: NDArray[Any], digits: int) -> bool:
    """Tell whether fractions are the same after they were whole numbers."""
    return bool((np.round(array * 10.0**digits) / 10.0**digits == array).all())


def _fits(array: NDArray[Any], kind: "np.dtype[Any]") -> bool:
    """Tell whether numbers are the same in another type."""
    if kind.kind == "f":
        return True
    limits, ends = np.iinfo(kind), (array.min(initial=0), array.max(initial=0))
    is_whole = array.dtype.kind in "iub" or _comes_back(array, 0)
    return bool(is_whole and limits.min <= ends[0] and ends[1] <= limits.max)


def read_model(path: File, form: Form) -> Fields:
    """Return the fields of a model file.

    Parameters
    ----------
    path
        A `.json` or `.json.gz` file.
    form
        What the caller can use.

    Raises
    ------
    ModelError
        When the file is missing, damaged, of another kind, or holds what is not understood.
    """
    try:
        record = unpack(path.read_bytes(), str(path))
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    name, version = record.pop("format", None), record.pop("version", None)
    if (name, version) != (form.name, form.version):
        refuse(str(path), f"is {name!r:.40} version {version!r:.20}, expected {form}")
    return Fields(record, str(path), form.fields)


def unpack(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that a file of JSON holds, gzipped or not.

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
        text = data if data[:1] == b"{" else _gunzip(data)
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


def _gunzip(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return stream.read(LARGEST + 1)


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of a model")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object, in which no name may stand twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def shipped(name: str) -> Traversable:
    """Return the file of a model that comes with the package."""
    return resources.files("bias.models.data").joinpath(name)
