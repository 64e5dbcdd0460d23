"""Headline score and devices, on the `headline_devices` set.

Slant is scored as area under the ROC curve, clearly slanted (2 or 3) against
neutral (0), and as rank correlation with all four grades. A device counts as
found in a headline when at least one cue of its category stands there; gold and
found devices inside quoted words count as well.
"""

import gzip
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.article import Article
from bias.errors import ReadError
from bias.features.base import Evidence, Reading
from bias.features.headline import HEADLINE
from bias.features.headline_devices import DEVICES
from bias.roles import ParagraphRole
from bias.segment import segment

if TYPE_CHECKING:
    import pandas as pd

PATTERN = "headlines*.jsonl*"


def evaluate_headlines(path: Path) -> "pd.DataFrame":
    """Return the score's AUC and rank correlation, and precision and recall per device.

    Parameters
    ----------
    path
        The `headline_devices` folder, its parent, or one of its files.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, n; NaN where nothing is there to count.
    """
    import pandas as pd

    rows = list(_rows(path))
    read = [_read(row) for row in rows]
    slants = [int(row["slant"]) for row in rows]
    table = [*_slant_rows(slants, [evidence.score for evidence in read])]
    gold = [{device["device"] for device in row["devices"]} for row in rows]
    found = [{cue.category for cue in evidence.cues} for evidence in read]
    for device in DEVICES:
        table += _device_rows(device, gold, found)
    table += _gap_rows(rows, read)
    return pd.DataFrame(table, columns=["measure", "value", "n"])


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    folder = path / "headline_devices" if (path / "headline_devices").is_dir() else path
    files = [folder] if folder.is_file() else sorted(folder.glob(PATTERN))
    if not files:
        raise ReadError(
            f"{path}: no {PATTERN} here. Give the headline_devices folder or its parent."
        )
    for file in files:
        data = file.read_bytes()
        text = gzip.decompress(data) if file.suffix == ".gz" else data
        yield from (json.loads(line) for line in text.decode("utf-8").splitlines() if line)


def _read(row: dict[str, Any]) -> Evidence:
    document = segment(Article(row["headline"], "\n\n".join(row["lead"])))
    return HEADLINE.extract(
        Reading(document, (ParagraphRole("body", 1.0),) * len(document.paragraphs))
    )


def _slant_rows(slants: list[int], scores: list[float]) -> Iterator[tuple[str, float, int]]:
    import pandas as pd

    poles = [(slant >= 2, score) for slant, score in zip(slants, scores, strict=True) if slant != 1]
    yield "AUC of the score, slant 2 or 3 against 0", _auc(poles), len(poles)
    correlation = pd.Series(slants).corr(pd.Series(scores), method="spearman")
    yield "Spearman correlation of the score with slant", float(correlation), len(slants)


def _device_rows(
    device: str, gold: list[set[str]], found: list[set[str]]
) -> Iterator[tuple[str, float, int]]:
    there, marked = sum(device in g for g in gold), sum(device in f for f in found)
    both = sum(device in g and device in f for g, f in zip(gold, found, strict=True))
    yield f"precision, {device}", both / marked if marked else math.nan, marked
    yield f"recall, {device}", both / there if there else math.nan, there


def _gap_rows(rows: list[dict[str, Any]], read: list[Evidence]) -> Iterator[tuple[str, float, int]]:
    """How well two gap measures tell a headline that goes beyond its lead."""
    for name, sign in (("headline_unsupported_names", 1), ("headline_lead_overlap", -1)):
        values = [
            (row["gap"] != "none", sign * e.features[name])
            for row, e in zip(rows, read, strict=True)
        ]
        defined = [pair for pair in values if not math.isnan(pair[1])]
        direction = "more" if sign > 0 else "less"
        yield f"AUC of {direction} {name} for a gap", _auc(defined), len(defined)


def _auc(pairs: list[tuple[bool, float]]) -> float:
    """Return the chance that a positive scores above a negative; ties count half."""
    positive = [score for label, score in pairs if label]
    negative = [score for label, score in pairs if not label]
    wins = sum((p > n) + (p == n) / 2 for p in positive for n in negative)
    return wins / (len(positive) * len(negative)) if positive and negative else math.nan
