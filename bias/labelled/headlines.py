"""The labelled headlines of `headline_devices`."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from bias.errors import ReadError
from bias.labelled.files import read_lines

SET = "headlines_dev.jsonl*"
"""The 200 headlines that the figures and floors are of, each with the opening of its story."""
CHECK = "check_ids.txt"
"""Ids of the headlines that nothing is learnt from or tuned on."""
PATTERN = "headlines*.jsonl*"
"""Sets of the same form: read where the first is not there, or when named."""


def labelled_headlines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of `headline_devices`: the folder, its parent, or one of its files.

    Of a folder the set of the published figures is read; a further one is read when it is named.

    Raises `ReadError` when there is no such file.
    """
    folder = path if path.is_file() else folder_of(path)
    files = [folder] if folder.is_file() else _files(folder)
    if not files:
        raise ReadError(
            f"{path}: no {PATTERN} here. Give the headline_devices folder or its parent."
        )
    yield from chain.from_iterable(map(read_lines, files))


def split_headlines(data: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the headlines to learn from, and those that are kept to check what was learnt.

    `data` is the folder `headline_devices` or its parent. No outlet of the second is in the first
    set that was labelled; nobody reads what goes wrong in them.

    Raises `ReadError` when the files are not there.
    """
    folder = folder_of(data)
    names = folder / CHECK
    if not names.is_file():
        raise ReadError(f"{names}: there is no such file. Give --data PATH.")
    kept = frozenset(names.read_text("utf-8").split())
    rows = [*chain.from_iterable(map(read_lines, sorted(folder.glob(PATTERN))))]
    learnt = [row for row in rows if str(row["id"]) not in kept]
    return learnt, [row for row in rows if str(row["id"]) in kept]


def group_of(row: dict[str, Any]) -> str:
    """Return what must not be parted between learning and judging: the outlet, or the headline."""
    return row["outlet"] or str(row["id"])


def every_labelled(data: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return ids and texts, in lower case, of all labelled headlines: no model learns of them else.

    `data` is the folder that holds `headline_devices`.
    """
    files = sorted((data / "headline_devices").glob(PATTERN))
    rows = [*chain.from_iterable(map(read_lines, files))]
    texts = (row["headline"].strip().lower() for row in rows)
    return frozenset(str(row["id"]) for row in rows), frozenset(texts)


def folder_of(path: Path) -> Path:
    """Return the `headline_devices` folder: `path` is it, its parent, or one of its files."""
    if path.is_file():
        return path.parent
    return path / "headline_devices" if (path / "headline_devices").is_dir() else path


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(SET)) or sorted(folder.glob(PATTERN))
