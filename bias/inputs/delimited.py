"""Delimited tables, row by row; nothing is lost behind a quotation mark that is never closed."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from bias.errors import ReadError
from bias.inputs.columns import ALIASES, KNOWN, plain_name
from bias.inputs.limits import LARGEST, too_long

_TEXTS = frozenset(plain_name(name) for field in ("headline", "body") for name in ALIASES[field])
DELIMITERS = ",;\t|"
MOST_READ_AGAIN = 4 * LARGEST
"""Characters read a second time behind stray quotation marks before a table is given up."""

LONGEST_NAME = 40
"""Characters of a column's name above which there may be others."""
TITLE_LINES = 10
"""Lines at the top among which the header is sought."""
SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\s*\Z", re.IGNORECASE)
"""Excel's first line, which names what parts the cells."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read."""

    reason: str
    raw: str


def delimiter_of(header: str) -> str:
    """Return what parts the cells: it gives most names that are known, then most cells.

    >>> delimiter_of("title;text, as sent;date")
    ';'
    """

    def worth(sign: str) -> tuple[int, int]:
        cells = [plain_name(cell.strip().strip('"')) for cell in header.split(sign)]
        return len(KNOWN.intersection(cells)) if len(cells) > 1 else 0, len(cells)

    return max(DELIMITERS, key=worth)


def _names_texts(line: str) -> bool:
    """Tell a line of names, one of them for a headline or a body.

    >>> _names_texts("id;Headline;Text"), _names_texts("The headline is late, text follows")
    (True, False)
    """
    cells = [cell.strip().strip('"') for cell in line.split(delimiter_of(line))]
    are_names = all(len(cell) <= LONGEST_NAME for cell in cells)
    return are_names and not _TEXTS.isdisjoint(map(plain_name, cells))


class _RowTooLongError(Exception):
    """A row is longer than an article may be."""


class Rows:
    """The rows of a table, the header first.

    `lines`: of the file, each at most one character longer than `LARGEST`.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again = deque[str]()
        """Lines to be read a second time."""
        self._taken: list[str] = []
        """Lines of the current row so far."""
        self._length, self._number, self._read_again = 0, 0, 0
        first = self._first()
        declared = SEPARATOR.match(first)
        self._delimiter = declared[1] if declared else ""
        if not declared:
            self._put_back([first] if first else [])
        header = self._pass_over_titles()
        self._delimiter = self._delimiter or delimiter_of(header)
        self._is_escaped = False
        """Quotation marks inside cells have a backslash before them."""
        self._rows = self._reader()
        self._cells, self._is_spaced = 0, False
        """Of the header: how many, and whether there are blanks behind its delimiters."""

    def _reader(self) -> Iterator[list[str]]:
        escape = "\\" if self._is_escaped else None
        return csv.reader(
            self._next_line(),
            delimiter=self._delimiter,
            strict=True,
            escapechar=escape,
            doublequote=not self._is_escaped,
        )

    def _pass_over_titles(self) -> str:
        """Pass over the lines above the header, such as a title; return the header.

        It is one of the first lines, names a headline or a body, and has more cells than those
        above it; else it is the first.
        """
        above = list[str]()
        while len(above) < TITLE_LINES and not (above and _names_texts(above[-1])):
            if not (line := self._take()):
                break
            above.append(line)
        at = next((n for n, line in enumerate(above) if _names_texts(line)), 0)
        if not above:
            return ""
        sign = self._delimiter or delimiter_of(above[at])
        cells = [sum(map(bool, map(str.strip, line.split(sign)))) for line in above[: at + 1]]
        at = at if max(cells[:-1], default=-1) < cells[-1] else 0
        self._put_back(above[at:])
        return above[at]

    def _take(self) -> str:
        """Return the next line."""
        line = self._again.popleft() if self._again else next(self._lines, "")
        self._number += bool(line)
        return line

    def _first(self) -> str:
        """Return the first line that holds something."""
        for line in self._lines:
            self._number += 1
            if line.strip():
                return line
        return ""

    def _put_back(self, lines: list[str]) -> None:
        self._again.extendleft(reversed(lines))
        self._number -= len(lines)

    def _next_line(self) -> Iterator[str]:
        while line := self._take():
            self._taken.append(line)
            self._length += len(line)
            if self._length > LARGEST:
                raise _RowTooLongError(too_long("the row", LARGEST))
            yield line

    def __iter__(self) -> Iterator[list[str] | Broken]:
        """Yield rows, or what is wrong with one; blank rows are empty."""
        while True:
            self._taken, self._length = [], 0
            try:
                row = next(self._rows)
            except StopIteration:
                return
            except (csv.Error, _RowTooLongError) as error:
                if self._is_read_otherwise():
                    continue
                cells = self._unquoted()
                yield cells if cells else self._broken(error)
                continue
            if not self._cells:
                self._cells, self._is_spaced = len(row), any(c.startswith(" ") for c in row)
            yield row

    def _is_read_otherwise(self) -> bool:
        r"""Read the row again where its marks are escaped as `\"`, and all rows behind it."""
        if self._is_escaped or not any('\\"' in line for line in self._taken):
            return False
        self._is_escaped = True
        self._put_back(self._taken)
        self._rows = self._reader()
        return True

    def _unquoted(self) -> list[str]:
        """Return the cells of a line between tabs, where marks mean nothing; else none."""
        line = self._taken[0].rstrip("\r\n") if self._taken else ""
        cells = line.split(self._delimiter)
        if self._delimiter != "\t" or len(cells) != self._cells:
            return []
        self._put_back(self._taken[1:])
        self._rows = self._reader()
        return cells

    def _broken(self, error: Exception) -> Broken:
        """Refuse the row in which a mark is astray; the lines behind it are read again."""
        first, *rest = self._taken
        at = self._number - len(rest)
        self._rows = self._reader()
        if not rest:
            why = str(error) if isinstance(error, _RowTooLongError) else _unsound(error)
            return Broken(why, first)
        self._read_again += sum(map(len, rest))
        if self._read_again > MOST_READ_AGAIN:
            self._give_up(at)
        self._put_back(rest)
        last = self._pass_over()
        lines = f"line {at} is" if last == at else f"lines {at} to {last} are"
        return Broken(
            f"a quotation mark in line {at} of the file is not closed as sound CSV wants it "
            f"({error}); {lines} left out. Double the marks inside a cell.",
            first,
        )

    def _pass_over(self) -> int:
        """Pass over lines behind a stray mark that are no rows; return the last one's number."""
        while self._again and not self._is_row(self._again[0]):
            self._again.popleft()
            self._number += 1
        return self._number

    def _is_row(self, line: str) -> bool:
        """Tell a line that can begin a row from a piece of a story in a cell."""
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter))
        except (csv.Error, StopIteration):
            return False
        is_open = line.count('"') % 2 == 1
        fits = len(cells) == self._cells or (is_open and len(cells) <= self._cells)
        prose = not self._is_spaced and any(cell.startswith(" ") for cell in cells)
        return fits and len(cells) > 1 and not prose

    def _give_up(self, at: int) -> NoReturn:
        raise ReadError(
            f"too many stray quotation marks; the file is lost from line {at} on. "
            "Double the marks inside the cells, or save it as .jsonl."
        )


def _unsound(error: Exception) -> str:
    return f"the row's quotation marks or line ends are not sound CSV ({error})."
