"""Rows as bytes: what an output's unfinished parts are made of.

Parts only ever grow, so that a run that was killed can cut them back to its
last checkpoint and go on. A Parquet file cannot grow like that: its rows are
kept as JSON lists until the end (`bias.outputs.parquet`). In a row an undefined
number is None; NaN and infinity, which JSON has not, are an error in every form.
"""

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a text cell for a formula, full-width forms included
(OWASP, "CSV Injection", 2026-11-23)."""

BATCH = 1_000
"""Cues, sentences or paragraphs of a record that become JSON at a time."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One article's rows of one table."""

    header: bytes
    """What a part that is empty begins with."""
    content: bytes
    count: int


def as_lines(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Return each row as one line of JSON."""
    return Rows(b"", b"".join(part for row in rows for part in (_line(row), b"\n")), len(rows))


def _line(row: Mapping[str, Any]) -> bytes:
    """Return a row as JSON; that of a book in batches, as each takes ten times its length."""
    if not any(isinstance(value, list) and len(value) > BATCH for value in row.values()):
        return _json(row)
    fields = (_json(name) + b": " + _batched(value) for name, value in row.items())
    return b"{" + b", ".join(fields) + b"}"


def _batched(value: Any) -> bytes:
    if not isinstance(value, list):
        return _json(value)
    batches = (value[first : first + BATCH] for first in range(0, len(value), BATCH))
    return b"[" + b", ".join(_json(batch)[1:-1] for batch in batches) + b"]"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Return rows of a table that spreadsheets open without running any cell of it."""
    return Rows(_csv([columns]), _csv(row.values() for row in rows), len(rows))


def as_cells(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Return each row as a JSON list of its cells, below a list of the columns."""
    lines = "".join(json.dumps(list(row.values()), allow_nan=False) + "\n" for row in rows)
    return Rows((json.dumps(list(columns)) + "\n").encode(), lines.encode(), len(rows))


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _harmless(cell: Any) -> Any:
    """Keep a spreadsheet from running text that came from an article, or ending a row in it."""
    if isinstance(cell, float) and not math.isfinite(cell):
        raise ValueError(f"a row holds {cell}")
    if not isinstance(cell, str):
        return cell
    if "\r" in cell:  # Python's writer quotes no carriage return, at which many readers end a row
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
