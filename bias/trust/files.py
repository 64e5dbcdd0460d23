"""Files of records, and folders of tables that a second run writes again."""

import csv
import gzip
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import BufferedIOBase
from pathlib import Path
from typing import Any

from bias.errors import ReadError
from bias.outputs.forms import Rows
from bias.outputs.record import Record
from bias.trust.record import is_record

MANIFEST = "manifest.json"
RECORDS = (".jsonl", ".jsonl.gz")
ERRORS = "errors.jsonl"


def files_of(path: Path) -> list[Path]:
    """Return the files of records that a path names: itself, or those in the folder."""
    if not path.is_dir():
        return [path]
    found = [file for file in sorted(path.iterdir()) if file.name.endswith(RECORDS)]
    return [file for file in found if not file.name.endswith(ERRORS)]


def records_of(path: Path) -> Iterator[tuple[int, Record]]:
    """Yield the records of a file, each with its line.

    Raises `ReadError` where it cannot be read, or at a line that is no record.
    """
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, 1):
                found = json.loads(line)
                if not is_record(found):
                    raise ReadError(
                        f"{path}, line {number}: no record of this schema. Give what "
                        "`bias analyze -o FILE.jsonl` of this version wrote."
                    )
                yield number, found
    except (OSError, EOFError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read as records ({error}).") from error


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return what a folder of tables says of its run; raise `ReadError` where it says nothing."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
        return found | {"options": found["options"], "inputs": found["inputs"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{folder / MANIFEST}: cannot be read as a manifest ({error}).") from error


class Again:
    """Compares the tables of a folder with the bytes that a second run gives.

    Parameters
    ----------
    files
        The file of each table.
    """

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._paths = files
        self._stack = ExitStack()
        self._files = dict[str, BufferedIOBase]()
        self.faults = dict[str, str]()
        """What differs first, by table."""

    def __enter__(self) -> "Again":
        for name, path in self._paths.items():
            try:
                self._files[name] = self._stack.enter_context(_opened(path))
            except OSError as error:
                self.faults[name] = f"{path}: {error.strerror or error}"
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, tables: Mapping[str, Rows]) -> None:
        """Compare the rows of one article."""
        for name, rows in tables.items():
            if name in self.faults:
                continue
            file = self._files[name]
            header = rows.header if file.tell() == 0 else b""
            there = file.read(len(header) + len(rows.content))
            if there != header + rows.content:
                self.faults[name] = f"{self._paths[name]}: {_first(there, header + rows.content)}"

    def finish(self) -> list[str]:
        """Return what differs: a fault for each table at most."""
        for name, file in self._files.items():
            if name not in self.faults and file.read(1):
                self.faults[name] = f"{self._paths[name]}: has rows that a second run does not give"
        return [*self.faults.values()]


def _opened(path: Path) -> BufferedIOBase:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _first(there: bytes, again: bytes) -> str:
    """Name the first cell in which two stretches of a table differ."""
    both = [csv.reader(b.decode("utf-8", "replace").splitlines(True)) for b in (there, again)]
    for one, other in zip(*both, strict=False):
        for cell, expected in zip(one, other, strict=False):
            if cell != expected:
                return f"in the row of {one[0]!r} stands {cell!r:.60}, and again {expected!r:.60}"
    return "has fewer rows than a second run gives"
