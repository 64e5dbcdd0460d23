"""Sheets that people filled in."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bias.coding.items import LABELS
from bias.coding.sheet import BETWEEN, COLUMNS
from bias.errors import ReadError, UsageError
from bias.words.cut import Span

REQUIRED = ("item", "kind", "text", "label")
MOST_LETTERS = 1_000_000
"""Of a cell: an article's longest paragraph is far shorter."""


class Mark(NamedTuple):
    """What one person said of one item."""

    coder: str
    item: str
    kind: str
    text: str
    label: str
    """One of `LABELS`; empty where nothing was said."""
    words: tuple[Span, ...]
    """Stretches of `text` that were marked."""


def read_sheets(paths: Sequence[Path]) -> list[Mark]:
    """Return the marks of several people, one sheet after another.

    Raises
    ------
    ReadError
        A sheet cannot be read, lacks a column, or says what is not known; with file and line.
    UsageError
        Two sheets are of one person.
    """
    marks, seen = list[Mark](), dict[str, Path]()
    for path in paths:
        found = [*_read(path)]
        for coder in {mark.coder for mark in found}:
            if coder in seen:
                raise UsageError(
                    f"{path}: {coder!r} marked {seen[coder]} as well. Give each sheet a name of "
                    "its own in the column coder, or as its file's name."
                )
            seen[coder] = path
        marks += found
    return marks


def _read(path: Path) -> Iterator[Mark]:
    csv.field_size_limit(MOST_LETTERS)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            _check_columns(path, rows.fieldnames or ())
            for row in rows:
                yield _mark(path, rows.line_num, row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(
            f"{path}: cannot be read as a sheet ({error}). Give a .csv that `bias annotate` wrote "
            "or that its page saved."
        ) from error


def _check_columns(path: Path, found: Sequence[str]) -> None:
    if lacking := [name for name in REQUIRED if name not in found]:
        raise ReadError(
            f"{path}: no column {', '.join(lacking)}. A sheet has {', '.join(COLUMNS)}."
        )


def _mark(path: Path, line: int, row: dict[str, str | None]) -> Mark:
    kind, label = _cell(row, "kind"), _cell(row, "label").casefold().replace(" ", "_")
    allowed = LABELS.get(kind)
    if allowed is None:
        raise ReadError(f"{path}, line {line}: kind is {kind!r}. Allowed: {', '.join(LABELS)}.")
    if label and label not in allowed:
        told = f"a label of a {kind} is {label!r}. Allowed: {', '.join(allowed)}, or nothing."
        raise ReadError(f"{path}, line {line}: {told}")
    text = row.get("text") or ""
    words = tuple(_places(path, line, text, _cell(row, "words")))
    return Mark(_cell(row, "coder") or path.stem, _cell(row, "item"), kind, text, label, words)


def _cell(row: dict[str, str | None], name: str) -> str:
    return (row.get(name) or "").strip()


def _places(path: Path, line: int, text: str, words: str) -> Iterator[Span]:
    """Yield where the marked words of a sentence stand: everywhere they do, in any case."""
    for phrase in filter(None, (part.strip() for part in words.split(BETWEEN.strip()))):
        found = [Span(*m.span()) for m in re.finditer(re.escape(phrase), text, re.IGNORECASE)]
        if not found:
            raise ReadError(
                f"{path}, line {line}: the words {phrase!r} do not stand in the sentence. Copy "
                f"them as they are, several parted by {BETWEEN.strip()}."
            )
        yield from found
