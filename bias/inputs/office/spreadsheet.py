"""Read the rows of a spreadsheet, through openpyxl."""

import datetime
import io
import warnings
from collections.abc import Iterator, Sequence
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


def read_xlsx(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read every sheet that has a column for the body or the headline, row by row.

    Of a formula its last value counts. Raises `ReadError` when no sheet has such a column.
    """
    package = opened(stream, ".xlsx")
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(package, read_only=True, data_only=True, keep_links=False)
            yield from _tables(book, origin, columns)
    except FAULTS as error:
        raise ReadError(f"it is no sound .xlsx file ({error}). Save it again.") from error


def _tables(book: Any, origin: Origin, columns: Columns) -> Records:
    """Yield the articles of each sheet; rows are numbered as the sheet numbers them."""
    counted, header = _Counted(), list[Any]()
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        rows = enumerate(counted.rows(sheet), start=1)
        tops = list(islice(rows, TITLE_ROWS))
        at = next((n for n, (_, row) in enumerate(tops) if _is_header(row, columns)), None)
        if at is None:
            header = header or next((_names(row) for _, row in tops if any(row)), [])
            continue
        names, place = _names(tops[at][1]), origin
        if len(sheets) > 1:
            place = Origin(f"{origin.name}[{sheet.title}]", f"{origin.stem}:{sheet.title}")
        cells = ((n, _record(names, row)) for n, row in chain(tops[at + 1 :], rows) if any(row))
        yield from articles_of(with_body(cells, names, columns), place, columns, names)
        columns, header = columns, [None]
    if header and header != [None]:
        columns.check(header)


def _is_header(row: Row, columns: Columns) -> bool:
    names = _names(row)
    return columns.has("body", names) or columns.has("headline", names)


def _names(row: Row) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _record(names: Sequence[str], row: Row) -> dict[str, Any]:
    return {name: _plain(cell) for name, cell in zip(names, row, strict=False) if name}


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
