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


@dataclass(frozen=True, slots=True)
class Rows:
    """One article's rows of one table."""

    header: bytes
    """What a part that is empty begins with."""
    content: bytes
    count: int


def as_lines(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Return each row as one line of JSON."""
    lines = [json.dumps(row, ensure_ascii=False, allow_nan=False).encode() for row in rows]
    return Rows(b"", b"".join(line + b"\n" for line in lines), len(rows))


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
    """Keep a spreadsheet from running text that came from an article."""
    if isinstance(cell, float) and not math.isfinite(cell):
        raise ValueError(f"a row holds {cell}")
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell
