"""How many articles the inputs hold, where that can be told without reading them."""

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from bias.inputs.decode import text_lines
from bias.inputs.delimited import Rows
from bias.inputs.inputs import File, find_files, is_stream
from bias.inputs.limits import LARGEST, bounded_lines
from bias.inputs.read import FORMATS
from bias.inputs.refusal import FAILURES

MOST_BYTES = 500_000_000
"""Of tables that are gone through to be counted; that takes seconds."""


def length_of(inputs: Iterable[str | Path]) -> int | None:
    """Return the number of articles and refusals to expect; None where it is not known."""
    count, left = 0, MOST_BYTES
    try:
        for given in inputs:
            if is_stream(given):
                return None
            for file in find_files(given, FORMATS):
                left -= file.path.stat().st_size if file.suffix in _COUNTERS else 0
                number = _count(file) if left >= 0 else None
                if number is None:
                    return None
                count += number
    except (*FAILURES, csv.Error):
        return None
    return count


def _count(file: File) -> int | None:
    if file.path.suffix.lower() == ".gz" and file.suffix in (*_COUNTERS, *_UNKNOWN):
        return None
    if file.suffix in _UNKNOWN:
        return None
    count = _COUNTERS.get(file.suffix)
    if count is None:
        return 1
    with file.open() as stream:
        return count(stream)


def _lines(stream: io.BufferedReader) -> int:
    return sum(not line.isspace() for line in stream)


def _rows(stream: io.BufferedReader) -> int:
    csv.field_size_limit(LARGEST)
    with text_lines(stream, newline="") as text:
        return max(0, sum(bool(row) for row in Rows(bounded_lines(text))) - 1)


def _parquet(stream: io.BufferedReader) -> int:
    from pyarrow.parquet import ParquetFile

    count: int = ParquetFile(stream).metadata.num_rows
    return count


_COUNTERS: dict[str, Callable[[io.BufferedReader], int]] = {
    ".jsonl": _lines,
    ".jl": _lines,
    ".ndjson": _lines,
    ".csv": _rows,
    ".tsv": _rows,
    ".tab": _rows,
    ".parquet": _parquet,
}
_UNKNOWN = frozenset({".json", ".warc"})
"""Formats of several articles that are counted no faster than they are read."""
