"""Read the rows of a spreadsheet, through openpyxl."""

import datetime
import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.items import Records
from bias.inputs.limits import LARGEST_DOCUMENT
from bias.inputs.office.package import FAULTS, opened
from bias.inputs.record import Origin
from bias.inputs.tables import articles_of, with_body

MOST_ROWS, MOST_COLUMNS = 1_048_576, 512
"""Rows that a sheet can have; columns that are looked at."""
TITLE_ROWS = 10
"""Rows at the top among which the header is sought."""

Row = tuple[Any, ...]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible sheet of a workbook."""

    title: str
    """Empty where it is the only one."""
    names: list[str]
    """Of its columns; where no row is a header, what stands in the first."""
    rows: Iterator[tuple[int, Record]] | None
    """Cells by column, with the number that the sheet gives the row; None without a header."""


def read_xlsx(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read every sheet that has a column for the body or the headline, row by row.

    Of a formula its last value counts. Raises `ReadError` when no sheet has such a column.
    """

    def is_header(names: Sequence[str]) -> bool:
        return columns.has("body", names) or columns.has("headline", names)

    unread, is_read = list[str](), False
    for sheet in sheets_of(stream, is_header):
        if sheet.rows is None:
            unread = unread or sheet.names
            continue
        is_read, place = True, origin
        if sheet.title:
            place = Origin(f"{origin.name}[{sheet.title}]", f"{origin.stem}:{sheet.title}")
        yield from articles_of(
            with_body(sheet.rows, sheet.names, columns), place, columns, sheet.names
        )
    if unread and not is_read:
        columns.check(unread)


def sheets_of(
    stream: io.BufferedReader, is_header: Callable[[Sequence[str]], bool]
) -> Iterator[Sheet]:
    """Yield the sheets of a workbook; each is read before the next.

    `is_header` tells by its cells the row that names the columns. Raises `ReadError`.
    """
    package = opened(stream, ".xlsx")
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(package, read_only=True, data_only=True, keep_links=False)
            yield from _sheets(book, is_header)
    except FAULTS as error:
        raise ReadError(f"it is no sound .xlsx file ({error}). Save it again.") from error


def _sheets(book: Any, is_header: Callable[[Sequence[str]], bool]) -> Iterator[Sheet]:
    counted = _Counted()
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        title = sheet.title if len(sheets) > 1 else ""
        rows = enumerate(counted.rows(sheet), start=1)
        tops = list(islice(rows, TITLE_ROWS))
        at = next((n for n, (_, row) in enumerate(tops) if is_header(_names(row))), None)
        if at is None:
            first = next((_names(row) for _, row in tops if any(row)), [])
            yield Sheet(title, first, None)
        else:
            names = _names(tops[at][1])
            yield Sheet(title, names, _records(names, chain(tops[at + 1 :], rows)))


def _records(names: Sequence[str], rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Record]]:
    for number, row in rows:
        if any(row):
            yield number, {n: _plain(cell) for n, cell in zip(names, row, strict=False) if n}


def _names(row: Row) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _plain(cell: Any) -> Any:
    """Return a date as ISO writes it, without a time of midnight."""
    if isinstance(cell, datetime.datetime):
        return cell.isoformat().removesuffix("T00:00:00")
    return cell.isoformat() if isinstance(cell, datetime.date | datetime.time) else cell


class _Counted:
    """Rows of a workbook; how much text they hold is counted: a cell may stand in a million."""

    def __init__(self) -> None:
        self._characters = 0

    def rows(self, sheet: Any) -> Iterator[Row]:
        """Yield the rows of a sheet."""
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
            self._characters += sum(len(cell) for cell in row if isinstance(cell, str))
            if self._characters > LARGEST_DOCUMENT:
                raise ReadError(
                    f"its cells hold more than {LARGEST_DOCUMENT:,} characters. Save it as .csv."
                )
            yield row
