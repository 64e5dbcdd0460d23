"""Labelled sets as they lie on the disk: objects, one a line, and the articles of all sides."""

import csv
import gzip
import json
import lzma
from collections.abc import Iterator
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Any

from bias.errors import UsageError

FOLDER = "article-bias-prediction"
"""Of Article-Bias-Prediction (Baly et al. 2020): articles of left, centre and right outlets."""
_OPENED: dict[str, Any] = {".gz": gzip.open, ".xz": lzma.open}


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, unpacked where its name says that it is packed."""
    with _OPENED.get(file.suffix, open)(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def read_news(data: Path) -> Iterator[dict[str, Any]]:
    """Return the articles of `article-bias-prediction`, in the order of the files: by a hash.

    `data` is the folder that holds it. Raises `UsageError`, at once, where it is not there.
    """
    files = sorted((data / FOLDER).glob("articles_*.jsonl.xz"))
    if not files:
        raise UsageError(f"{data / FOLDER}: no articles_*.jsonl.xz there. Give --data PATH.")
    return chain.from_iterable(map(read_lines, files))


def read_outlets(data: Path) -> dict[str, str]:
    """Return the outlet of each source's name: some have several. `data` as for `read_news`."""
    with (data / FOLDER / "outlets.csv").open(encoding="utf-8", newline="") as file:
        return {row["source"]: row["outlet"] for row in csv.DictReader(file)}


def shipped_lines(package: str, name: str) -> list[str]:
    """Return the lines of a text that lies in one of our packages, remarks left out."""
    text = resources.files(package).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def kept_out(data: Path) -> frozenset[str]:
    """Return the article ids of `headline_devices`, which no model may learn from."""
    rows = read_lines(data / "headline_devices" / "headlines_dev.jsonl.gz")
    return frozenset(str(row["id"]) for row in rows)
