"""Parquet files, assembled from rows that were kept as JSON lists."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from bias.errors import UsageError
from bias.outputs.rows import TEXT_COLUMNS, WHOLE_COLUMNS
from bias.outputs.wide import Wide

ROW_GROUP = 10_000
"""Rows held at a time, and written as one group: some 10 MB of an articles table."""


def check_parquet(out: Path) -> None:
    """Make sure that Parquet can be written.

    Raises `UsageError` when pyarrow is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise UsageError(
            f"{out}: writing parquet needs pyarrow. Install `newsbias[parquet]`, or write .csv."
        ) from error


def assemble(part: Path, out: Path) -> None:
    """Write the rows of a part as a Parquet file; equal rows give equal bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    wide = Wide(part)
    with part.open(encoding="utf-8") as lines:
        next(lines)
        schema = _schema(wide.ours, wide.texts)
        with pq.ParquetWriter(out, schema) as writer:
            for rows in _groups(lines):
                columns = zip(*map(wide.cells, rows), strict=True)
                cells = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
                writer.write_table(pa.Table.from_arrays(cells, schema=schema))


def _schema(columns: list[str], texts: list[str]) -> Any:
    import pyarrow as pa

    def kind(column: str) -> Any:
        if column in TEXT_COLUMNS:
            return pa.string()
        return pa.int64() if column in WHOLE_COLUMNS else pa.float64()

    own = [(column, pa.string()) for column in texts]
    return pa.schema([(column, kind(column)) for column in columns] + own)


def _groups(lines: IO[str]) -> Iterator[list[list[Any]]]:
    while rows := [json.loads(line) for line in islice(lines, ROW_GROUP)]:
        yield rows
