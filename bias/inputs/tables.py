"""Readers of many articles in one file: JSON lines, JSON, CSV, TSV, Parquet.

All but `.json` are streamed: one line, row or batch is held at a time.
"""

import csv
import io
import itertools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.decode import text_lines
from bias.inputs.items import Records
from bias.inputs.limits import LARGEST, LARGEST_DOCUMENT, bounded_lines, too_long, whole
from bias.inputs.record import Columns, Origin, article_of
from bias.inputs.refusal import RAW_LIMIT, Refusal

BATCH_ROWS = 64
"""Rows of a Parquet file held at a time."""
LARGEST_GROUP = 1_000_000_000
"""Bytes of one row group of a Parquet file, unpacked; writers keep to some 128 MB."""

_DELIMITERS = ",;\t|"


def read_jsonl(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read one JSON object a line; blank lines are passed over."""
    with text_lines(stream, newline="\n") as lines:
        for number, line in enumerate(bounded_lines(lines), start=1):
            if len(line) > LARGEST:
                reason = str(too_long("the line", LARGEST))
                yield Refusal(origin.name, number, reason, line[:RAW_LIMIT])
            elif line.strip():
                yield _from_json(line, origin, number, columns)


def read_json(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read one object, a list of objects, or an object with such a list under `articles`."""
    with text_lines(stream, newline="\n") as lines:
        content = _parse(whole(lines, "the file", LARGEST_DOCUMENT))
    if isinstance(content, dict) and isinstance(content.get("articles"), list):
        content = content["articles"]
    if not isinstance(content, list):
        yield _from_record(content, origin, None, columns)
        return
    for number, record in enumerate(content, start=1):
        yield _from_record(record, origin, number, columns)


def read_csv(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a table with a header line; commas, semicolons, tabs or bars part its cells."""
    csv.field_size_limit(LARGEST)
    with text_lines(stream, newline="") as text:
        lines = _RowLines(bounded_lines(text))
        rows = _csv_rows(lines, max(_DELIMITERS, key=lines.first.count))
        header = next(rows)
        if isinstance(header, str):
            raise ReadError(header)
        columns.check(header)
        for number, row in enumerate(rows, start=1):
            if row:
                yield _from_row(header, row, origin, number, columns)


def read_parquet(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a Parquet file batch by batch; needs pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ReadError(
            "Parquet files need pyarrow. Install it with: pip install newsbias[parquet]"
        ) from error
    compressed = not isinstance(stream.raw, io.FileIO)
    try:
        file = pq.ParquetFile(io.BytesIO(_unpack(stream)) if compressed else stream)
        _check_groups(file.metadata)
        columns.check(file.schema_arrow.names)
        batches = file.iter_batches(batch_size=BATCH_ROWS)
        records = (record for batch in batches for record in batch.to_pylist())
        for number, record in enumerate(records, start=1):
            yield _from_record(record, origin, number, columns)
    except pa.ArrowException as error:
        raise ReadError(f"it is no sound Parquet file ({error}).") from error


def _unpack(stream: io.BufferedReader) -> bytes:
    """Return what `.parquet.gz` holds; Parquet is read from both ends, so it must be whole."""
    data = stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise ReadError(f"it unpacks to more than {LARGEST_DOCUMENT:,} bytes. Unpack it first.")
    return data


def _check_groups(metadata: Any) -> None:
    """Refuse a file whose row groups would fill the memory."""
    sizes = (metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    if max(sizes, default=0) > LARGEST_GROUP:
        raise ReadError(
            f"a row group of it unpacks to more than {LARGEST_GROUP:,} bytes. "
            "Write it again with smaller row groups."
        )


class _RowLines:
    """The lines of a table; a row of them that is too long is an error, and reading can go on."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.first = next(lines, "")
        self.length = 0
        """Characters of the current row so far."""
        self._lines = itertools.chain([self.first], lines)

    def __iter__(self) -> "_RowLines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.length += len(line)
        if self.length > LARGEST:
            raise too_long("the row", LARGEST)
        return line


def _csv_rows(lines: _RowLines, delimiter: str) -> Iterator[list[str] | str]:
    """Yield rows, or what is wrong with one."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.length = 0
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"the row's quotation marks or line ends are not sound CSV ({error})."
        except ReadError as error:
            yield str(error)
            rows = csv.reader(lines, delimiter=delimiter, strict=True)


def _from_row(
    header: list[str], row: list[str] | str, origin: Origin, number: int, columns: Columns
) -> Article | Refusal:
    """Turn a CSV row into an article; short rows pass when only trailing cells are missing."""
    if isinstance(row, str):
        return Refusal(origin.name, number, row)
    if len(row) > len(header):
        reason = f"the row has {len(row)} cells, the header {len(header)}. Quote cells with commas."
        return Refusal(origin.name, number, reason, ",".join(row)[:RAW_LIMIT])
    return _from_record(dict(itertools.zip_longest(header, row)), origin, number, columns)


def _from_json(line: str, origin: Origin, number: int, columns: Columns) -> Article | Refusal:
    try:
        return _from_record(_parse(line), origin, number, columns)
    except ReadError as error:
        return Refusal(origin.name, number, str(error), line[:RAW_LIMIT].rstrip("\n"))


def _parse(text: str) -> Any:
    """Parse JSON; also nesting too deep and numbers too long are the input's fault."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"not valid JSON ({error}).") from error


def _from_record(
    record: Any, origin: Origin, number: int | None, columns: Columns
) -> Article | Refusal:
    try:
        if not isinstance(record, Mapping):
            raise ReadError(
                f"a record must be an object with headline and body, not a {type(record).__name__}."
            )
        return article_of(record, origin.at(number), columns)
    except ReadError as error:
        return Refusal(origin.name, number, str(error), _raw(record))


def _raw(record: Any) -> str:
    """Return the beginning of a refused record, as JSON."""
    return json.dumps(record, ensure_ascii=False, default=str)[:RAW_LIMIT]
