"""Readers of many articles in one file: JSON lines, JSON, CSV, TSV.

All but `.json` are streamed: one line or row is held at a time.
"""

import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.decode import text_lines
from bias.inputs.delimited import Broken, Rows
from bias.inputs.items import Records
from bias.inputs.limits import LARGEST, LARGEST_DOCUMENT, bounded_lines, too_long, whole
from bias.inputs.record import Origin, article_of
from bias.inputs.refusal import RAW_LIMIT, Refusal
from bias.inputs.structures import begins_document, records_of, unwrapped, values_of

Numbered = Iterator[tuple[int | None, Any]]
"""Records, or refusals, and their places from 1; None where a file is one record."""


def read_jsonl(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read one JSON object a line; blank lines are passed over.

    Objects that stand over several lines are read as those of a `.json` file.
    """
    yield from articles_of(rows_of_jsonl(stream, origin.name, columns), origin, columns)


def read_json(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read one object or several, a list of objects, or an object that holds such a list."""
    yield from articles_of(rows_of_json(stream, origin.name, columns), origin, columns)


def read_csv(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a table with a header line; commas, semicolons, tabs or bars part its cells."""
    rows = iter(rows_of_csv(stream, origin.name, columns))
    first = next(rows, None)
    if first is None:
        return
    header = list(first[1])
    columns.check(header)
    yield from articles_of(with_body(rows, header, columns), origin, columns, header)


def rows_of_jsonl(stream: io.BufferedReader, name: str, columns: Columns) -> Numbered:
    """Yield what each line holds, or a refusal."""
    with text_lines(stream, newline="\n") as lines:
        numbered = enumerate(bounded_lines(lines), start=1)
        number, first = next(((n, line) for n, line in numbered if line.strip()), (0, ""))
        if begins_document(first):
            content = first + whole(lines, "the file", LARGEST_DOCUMENT)
            yield from _from_document(content, columns)
            return
        all_lines = itertools.chain([(number, first)], numbered)
        yield from ((n, _parsed(line, name, n)) for n, line in all_lines if line.strip())


def rows_of_json(stream: io.BufferedReader, name: str, columns: Columns) -> Numbered:
    """Yield the records of a JSON text."""
    with text_lines(stream, newline="\n") as lines:
        content = whole(lines, "the file", LARGEST_DOCUMENT)
    yield from _from_document(content, columns)


def rows_of_csv(stream: io.BufferedReader, name: str, columns: Columns) -> Numbered:
    """Yield the rows of a table by column, or refusals; before them, as row 0, the header."""
    csv.field_size_limit(LARGEST)
    with text_lines(stream, newline="") as text:
        rows = iter(Rows(bounded_lines(text)))
        header = next(rows, [])
        if isinstance(header, Broken):
            raise ReadError(header.reason)
        yield 0, dict.fromkeys(header)
        yield from ((n, _cells(header, row, name, n)) for n, row in enumerate(rows, 1) if row)


def articles_of(
    records: Iterable[tuple[int | None, Any]],
    origin: Origin,
    columns: Columns,
    header: Iterable[Any] | None = None,
) -> Records:
    """Yield an article or a refusal for each record; log what the columns are read as.

    `header` are the columns; None where each record has its own.
    """
    if header is not None:
        columns.tell(header, origin.name)
    is_told = header is not None
    for number, record in records:
        if isinstance(record, Refusal):
            yield record
            continue
        if header is None and isinstance(record, Mapping):
            record = unwrapped(record, columns)
        if not is_told and isinstance(record, Mapping):
            columns.tell(record, origin.name)
            is_told = True
        yield article_or_refusal(record, origin, number, columns)


def with_body(
    records: Iterable[tuple[int | None, Any]], header: Iterable[Any], columns: Columns
) -> Numbered:
    """Pass records on; of a table without a body none, where a column looks like one.

    Raises `ReadError`.
    """
    stream = iter(records)
    first = list(itertools.islice(stream, 1))
    if first and isinstance(first[0][1], Mapping) and not columns.has("body", header):
        columns.check_body(first[0][1])
    return itertools.chain(first, stream)


def article_or_refusal(
    record: Any, origin: Origin, number: int | None, columns: Columns
) -> Article | Refusal:
    """Turn one record into an article, or say why it is none."""
    try:
        if not isinstance(record, Mapping):
            raise ReadError(
                f"a record must be an object with headline and body, not a {type(record).__name__}."
            )
        return article_of(record, origin.at(number), columns)
    except ReadError as error:
        raw = json.dumps(record, ensure_ascii=False, default=str)[:RAW_LIMIT]
        return Refusal(origin.name, number, str(error), raw)


def _from_document(content: str, columns: Columns) -> Iterator[tuple[int | None, Any]]:
    """Yield the records of a JSON text, however they are held."""
    values = values_of(content)
    first = list(itertools.islice(values, 2))
    if len(first) == 1:
        records, are_several = records_of(first[0], columns)
        yield from enumerate(records, start=1) if are_several else [(None, records[0])]
    else:
        yield from enumerate(itertools.chain(first, values), start=1)


def _parsed(line: str, name: str, number: int) -> Any:
    """Return what a line of JSON holds, or a refusal."""
    try:
        if len(line) > LARGEST:
            raise too_long("the line", LARGEST)
        values = [*values_of(line)]
        if len(values) != 1:
            raise ReadError("not valid JSON (several values in a line).")
        return values[0]
    except ReadError as error:
        return Refusal(name, number, str(error), line[:RAW_LIMIT].rstrip("\n"))


def _cells(header: list[str], row: list[str] | Broken, name: str, number: int) -> Any:
    """Return a row by its columns, or a refusal; short rows lack their trailing cells only."""
    if isinstance(row, Broken):
        return Refusal(name, number, row.reason, row.raw[:RAW_LIMIT])
    if len(row) > len(header):
        reason = f"the row has {len(row)} cells, the header {len(header)}. Quote cells with commas."
        return Refusal(name, number, reason, ",".join(row)[:RAW_LIMIT])
    return _by_column(header, row)


def _by_column(header: Sequence[str], row: Sequence[str]) -> dict[str, str | None]:
    """Return cells by column; of columns that are called alike the first that holds something."""
    if len(set(header)) == len(header):
        return dict(itertools.zip_longest(header, row))
    cells = dict[str, str | None]()
    for name, cell in itertools.zip_longest(header, row):
        cells[name] = cells.get(name) or cell
    return cells
