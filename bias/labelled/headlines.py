"""The labelled headlines of `headline_devices`."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from bias.errors import ReadError
from bias.labelled.files import read_lines

SET = "headlines_dev.jsonl*"
"""The 200 headlines that the figures and floors are of, each with the opening of its story."""
PATTERN = "headlines*.jsonl*"
"""Sets of the same form: read where the first is not there, or when named."""


def labelled_headlines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of `headline_devices`: the folder, its parent, or one of its files.

    Of a folder the set of the published figures is read; a further one is read when it is named.

    Raises `ReadError` when there is no such file.
    """
    folder = path / "headline_devices" if (path / "headline_devices").is_dir() else path
    files = [folder] if folder.is_file() else _files(folder)
    if not files:
        raise ReadError(
            f"{path}: no {PATTERN} here. Give the headline_devices folder or its parent."
        )
    yield from chain.from_iterable(map(read_lines, files))


def every_labelled(data: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return ids and texts, in lower case, of all labelled headlines: no model learns of them else.

    `data` is the folder that holds `headline_devices`.
    """
    files = sorted((data / "headline_devices").glob(PATTERN))
    rows = [*chain.from_iterable(map(read_lines, files))]
    texts = (row["headline"].strip().lower() for row in rows)
    return frozenset(str(row["id"]) for row in rows), frozenset(texts)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(SET)) or sorted(folder.glob(PATTERN))
