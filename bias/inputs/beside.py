"""A table beside the files: outlet, date and the like of each, by the file's name."""

import io
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.inputs.columns import FILE_NAMES, Columns, named, plain_name
from bias.inputs.items import Item
from bias.inputs.office.spreadsheet import sheets_of
from bias.inputs.page import Page
from bias.inputs.record import fields_of
from bias.inputs.refusal import FAILURES, Refusal, explain
from bias.inputs.tables import Numbered, rows_of_csv, rows_of_json, rows_of_jsonl

NAMED = 5
"""Files and rows without each other that are named; all are counted."""


def rows_of_xlsx(stream: io.BufferedReader, name: str, columns: Columns) -> Numbered:
    """Yield the rows of every sheet with a column that names files; `ReadError` without one."""
    sheets = sheets_of(stream, lambda names: any(plain_name(n) in FILE_NAMES for n in names))
    found, first = False, list[str]()
    for sheet in sheets:
        found, first = found or sheet.rows is not None, first or sheet.names
        yield from sheet.rows or ()
    if not found:
        raise _no_file(first)


_READERS: dict[str, Callable[[io.BufferedReader, str, Columns], Numbered]] = {
    ".csv": rows_of_csv,
    ".tsv": rows_of_csv,
    ".txt": rows_of_csv,
    ".jsonl": rows_of_jsonl,
    ".json": rows_of_json,
    ".xlsx": rows_of_xlsx,
}
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class About:
    """What the table says of a file; None and empty where it says nothing."""

    fields: tuple[tuple[str, Any], ...]
    """Fields of an article."""
    extra: tuple[tuple[str, str], ...]
    """Its own columns."""

    def told_of(self, article: Article) -> Article:
        """Return the article with it; the table's word counts for more than the file's."""
        extra = {**article.extra, **dict(self.extra)}
        return replace(article, **dict(self.fields), extra=extra)


class Beside:
    """The rows of a table, by the files that they tell of.

    Parameters
    ----------
    path
        `.csv`, `.tsv`, `.txt`, `.jsonl`, `.json` or `.xlsx`, with a column `file`.

    Raises
    ------
    UsageError
        It cannot be read, or has no such column.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._about: dict[str, About] = {}
        """By the name as written."""
        try:
            for row in self._rows():
                name, about = _read(row)
                self._about[name.lower()] = about
        except FAILURES as error:
            raise UsageError(f"--metadata {self.path}: {explain(error)}") from error
        if not self._about:
            raise UsageError(f"--metadata {self.path}: there are no rows in it.")
        pairs = [(end, name) for name in self._about for end in _ends(name)[1:]]
        count = Counter(end for end, _ in pairs)
        self._ends = {end: name for end, name in pairs if count[end] == 1}
        """Of the table's names those with more folders than the caller may give."""
        self._used: set[str] = set()
        self._unknown = Counter[str]()

    def _rows(self) -> Iterator[Mapping[Any, Any]]:
        reader = _READERS.get(self.path.suffix.lower())
        if reader is None:
            raise ReadError(
                f"files of the format {self.path.suffix!r} are not read here. "
                f"Allowed are {' '.join(_READERS)}."
            )
        with self.path.open("rb") as stream:
            for number, row in reader(stream, self.path.name, Columns.of(None)):
                if isinstance(row, Refusal):
                    raise ReadError(str(row))
                if not isinstance(row, Mapping):
                    raise ReadError(f"row {number} is a {type(row).__name__}, no object.")
                if number != 0:
                    yield row

    def is_at(self, path: Path) -> bool:
        """Tell whether a file is the table itself."""
        return path.name == self.path.name and path.resolve() == self.path.resolve()

    def told_of(self, item: Item, path: Path) -> Item:
        """Return an article or a page of a file with what the table says of the file."""
        if isinstance(item, Refusal):
            return item
        name = self._name_of(path)
        if name is None:
            self._unknown[str(path)] += 1
            return item
        self._used.add(name)
        about = self._about[name]
        return replace(item, about=about) if isinstance(item, Page) else about.told_of(item)

    def _name_of(self, path: Path) -> str | None:
        """Return the name by which the table knows a file: its path, or an end of either."""
        known = [end for name in _names_of(path) for end in _ends(name) if end in self._about]
        longer = [self._ends[name] for name in _names_of(path) if name in self._ends]
        return max(known, key=len, default=None) or next(filter(None, longer), None)

    def tell(self) -> None:
        """Log which files have no row, and which rows no file."""
        unused = [name for name in self._about if name not in self._used]
        self._tell(list(self._unknown), "file without a row", "files without a row")
        self._tell(unused, "row names no file", "rows name no file")

    def _tell(self, names: list[str], one: str, several: str) -> None:
        if names:
            count, more = len(names), len(names) - NAMED
            told = f"{count} {one if count == 1 else several}: {', '.join(names[:NAMED])}"
            _LOG.warning("%s: %s", self.path, told + (f" and {more} more" if more > 0 else ""))


def _read(row: Mapping[Any, Any]) -> tuple[str, About]:
    """Return a row's file and what it says of it."""
    names = {plain_name(column): column for column in reversed(list(row))}
    column = next((names[name] for name in FILE_NAMES if name in names), None)
    if column is None:
        raise _no_file(list(row))
    rest = {name: value for name, value in row.items() if name != column}
    fields, extra = fields_of(rest, Columns.of(None))
    if authors := fields.pop("authors", None):
        extra["authors"] = authors
    given = tuple((name, value) for name, value in fields.items() if value)
    file = str(row[column] or "").strip().replace("\\", "/").removeprefix("./")
    return file, About(given, tuple(extra.items()))


def _no_file(columns: list[Any]) -> ReadError:
    return ReadError(
        f"no column for the file. Columns found: {named(columns)}. "
        f"It is read from {' or '.join(FILE_NAMES)}."
    )


def _names_of(path: Path) -> list[str]:
    """Return the names that a table may give a file: with its suffixes, or without.

    >>> _names_of(Path("fox/A.txt.gz"))
    ['fox/a.txt.gz', 'fox/a.txt', 'fox/a']
    """
    name = path.as_posix().lower()
    bare = name.removesuffix(".gz")
    return list(dict.fromkeys([name, bare, str(PurePosixPath(bare).with_suffix(""))]))


def _ends(name: str) -> list[str]:
    """Return a path and its ends.

    >>> _ends("news/fox/a.txt")
    ['news/fox/a.txt', 'fox/a.txt', 'a.txt']
    """
    parts = name.removeprefix("./").split("/")
    return ["/".join(parts[start:]) for start in range(len(parts))]
