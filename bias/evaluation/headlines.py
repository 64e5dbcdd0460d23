"""Headline score and devices, on the `headline_devices` set.

Slant is scored as area under the ROC curve, clearly slanted (2 or 3) against
neutral (0), and as rank correlation with all four grades. A device counts as
found in a headline when at least one cue of its category stands there; gold and
found devices inside quoted words count as well.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bias.corpus.intervals import bootstrap, wilson
from bias.document.article import Article
from bias.document.segment import segment
from bias.evaluation.clickbait import evaluate_clickbait
from bias.evaluation.headline_gap import evaluate_gap
from bias.features.base import Evidence
from bias.features.headline.devices import DEVICES
from bias.features.headline.extractor import HEADLINE
from bias.labelled.headlines import auc, labelled_headlines
from bias.reading import Reading
from bias.roles import ParagraphRole

if TYPE_CHECKING:
    import pandas as pd

AUC = "AUC of the score, slant 2 or 3 against 0"
BASELINES = {
    "bag of words fitted on BABE's sentences": 0.76,
    "bag of words fitted on clickbait": 0.79,
}
"""AUC as the data set's README states it, read 2026-11-22."""

Result = tuple[str, float, float, float, int]
"""Measure, value, low and high end of its 95 % interval, number of cases."""
Pair = TypeVar("Pair")


@dataclass(frozen=True, slots=True)
class _Graded:
    outlet: str
    slant: int
    score: float

    @property
    def half(self) -> int:
        """Which half of the outlets it is in: by the name's digest, so the same every time."""
        return int(sha256(self.outlet.encode()).hexdigest(), 16) % 2


def evaluate_headlines(path: Path) -> "pd.DataFrame":
    """Return the score's AUC and rank correlation, and precision and recall per device.

    Parameters
    ----------
    path
        The `headline_devices` folder, its parent, or one of its files.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, low, high (95 %), n; NaN where nothing is there to count.
        Intervals are Wilson's for shares, else bootstrapped.
    """
    import pandas as pd

    rows = list(labelled_headlines(path))
    read = [_read(row) for row in rows]
    graded = [
        _Graded(row["outlet"], int(row["slant"]), evidence.score)
        for row, evidence in zip(rows, read, strict=True)
    ]
    table = [*_slant_rows(graded), *_baseline_rows(graded)]
    gold = [{device["device"] for device in row["devices"]} for row in rows]
    found = [{cue.category for cue in evidence.cues} for evidence in read]
    for device in DEVICES:
        table += _device_rows(device, gold, found)
    table += _gap_rows(rows, read)
    own = pd.DataFrame(table, columns=["measure", "value", "low", "high", "n"])
    further = [evaluate_gap(path), evaluate_clickbait(path)]
    return pd.concat([own, *(t for t in further if len(t))], ignore_index=True)


def _read(row: dict[str, Any]) -> Evidence:
    document = segment(Article(row["headline"], "\n\n".join(row["lead"])))
    return HEADLINE.extract(
        Reading(document, (ParagraphRole("body", 1.0),) * len(document.paragraphs))
    )


def _slant_rows(graded: Sequence[_Graded]) -> Iterator[Result]:
    halves = {0: "one half of the outlets", 1: "the other half"}
    yield _result(AUC, _poles(graded), auc)
    for half, name in halves.items():
        yield _result(f"{AUC}, {name}", _poles([g for g in graded if g.half == half]), auc)
    pairs = [(g.slant, g.score) for g in graded]
    yield _result("Spearman correlation of the score with slant", pairs, _spearman)
    for half, name in halves.items():
        some = [(g.slant, g.score) for g in graded if g.half == half]
        yield _result(f"Spearman correlation, {name}", some, _spearman)


def _baseline_rows(graded: Sequence[_Graded]) -> Iterator[Result]:
    count = len(_poles(graded))
    for name, value in BASELINES.items():
        yield f"{AUC}, baseline: {name}", value, math.nan, math.nan, count


def _poles(graded: Sequence[_Graded]) -> list[tuple[bool, float]]:
    return [(g.slant >= 2, g.score) for g in graded if g.slant != 1]


def _result(name: str, pairs: Sequence[Pair], measure: Callable[[Sequence[Pair]], float]) -> Result:
    return name, measure(pairs), *bootstrap(pairs, measure), len(pairs)


def _device_rows(device: str, gold: list[set[str]], found: list[set[str]]) -> Iterator[Result]:
    there, marked = sum(device in g for g in gold), sum(device in f for f in found)
    both = sum(device in g and device in f for g, f in zip(gold, found, strict=True))
    for name, total in (("precision", marked), ("recall", there)):
        share = both / total if total else math.nan
        yield f"{name}, {device}", share, *wilson(both, total), total


def _gap_rows(rows: list[dict[str, Any]], read: list[Evidence]) -> Iterator[Result]:
    """How well two gap measures tell a headline that goes beyond its lead."""
    for name, sign in (("headline_unsupported_names", 1), ("headline_lead_overlap", -1)):
        values = [
            (row["gap"] != "none", sign * e.features[name])
            for row, e in zip(rows, read, strict=True)
        ]
        defined = [pair for pair in values if not math.isnan(pair[1])]
        direction = "more" if sign > 0 else "less"
        yield _result(f"AUC of {direction} {name} for a gap", defined, auc)


def _spearman(pairs: Sequence[tuple[int, float]]) -> float:
    """Return the correlation of ranks; NaN where one side never varies."""
    import pandas as pd

    frame = pd.DataFrame(pairs).rank()
    return float(frame[0].corr(frame[1])) if len(frame) > 1 else math.nan
