"""Headline score and devices, on the `headline_devices` set.

Slant is scored as area under the ROC curve, clearly slanted (2 or 3) against
neutral (0), and as rank correlation with all four grades. A device counts as
found in a headline when at least one cue of its category stands there; gold and
found devices inside quoted words count as well.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import bootstrap, share
from bias.document.article import Article
from bias.document.segment import segment
from bias.evaluation.clickbait import evaluate_clickbait
from bias.evaluation.measures import auc
from bias.features.base import Evidence
from bias.features.headline.devices import DEVICES
from bias.features.headline.extractor import HEADLINE
from bias.features.headline.gap import THRESHOLD
from bias.labelled.headlines import labelled_headlines
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
COLUMNS = ("measure", "value", "low", "high", "n")
BEYOND = frozenset({"stronger", "unsupported"})
"""What readers say of a headline that goes beyond its story; their `other` is left out. They
agree only moderately (kappa 0.55) and the cases are few, so the intervals are wide."""


def evaluate_headlines(path: Path) -> "pd.DataFrame":
    """Return the score's AUC and rank correlation, and precision and recall per device.

    `path` is the `headline_devices` folder, its parent, or one of its files.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, low, high (95 %), n; NaN where nothing is there to count.
        Intervals are Wilson's for shares, else bootstrapped.
    """
    import pandas as pd

    rows = list(labelled_headlines(path))
    read = [_read(row) for row in rows]
    table = list(_slant_rows(rows, read))
    gold = [{device["device"] for device in row["devices"]} for row in rows]
    found = [{cue.category for cue in evidence.cues} for evidence in read]
    for device in DEVICES:
        there = np.array([device in marked for marked in gold])
        table += _share_rows(f", {device}", there, np.array([device in cues for cues in found]))
    table += _gap_rows(rows, read)
    own, clickbait = pd.DataFrame(table, columns=COLUMNS), evaluate_clickbait(path)
    return pd.concat([own, clickbait], ignore_index=True) if len(clickbait) else own


def _read(row: dict[str, Any]) -> Evidence:
    document = segment(Article(row["headline"], "\n\n".join(row["lead"])))
    roles = (ParagraphRole("body", 1.0),) * len(document.paragraphs)
    return HEADLINE.extract(Reading(document, roles))


def _slant_rows(rows: Sequence[dict[str, Any]], read: Sequence[Evidence]) -> Iterator[Result]:
    """Yield how well the score ranks, of all headlines and of either half of the outlets."""
    slant, half = np.array([int(row["slant"]) for row in rows]), np.array([*map(_half, rows)])
    score, clear = np.array([evidence.score for evidence in read]), slant != 1
    halves = {", one half of the outlets": half == 0, ", the other half": half == 1}
    for name, some in {"": half >= 0, **halves}.items():
        yield _result(f"{AUC}{name}", auc, slant[some & clear] >= 2, score[some & clear])
    for name, some in {" of the score with slant": half >= 0, **halves}.items():
        yield _result(f"Spearman correlation{name}", _spearman, slant[some], score[some])
    for name, value in BASELINES.items():
        yield f"{AUC}, baseline: {name}", value, math.nan, math.nan, int(clear.sum())


def _half(row: dict[str, Any]) -> int:
    """Tell which half of the outlets it is in: by the name's digest, so the same every time."""
    return int(sha256(row["outlet"].encode()).hexdigest(), 16) % 2


def _result(
    name: str, measure: Callable[..., float], gold: NDArray[Any], score: NDArray[Any]
) -> Result:
    return name, measure(gold, score), *bootstrap(measure, gold, score), len(gold)


def _share_rows(name: str, gold: NDArray[Any], called: NDArray[Any]) -> Iterator[Result]:
    both = int((gold & called).sum())
    for kind, total in (("precision", int(called.sum())), ("recall", int(gold.sum()))):
        yield f"{kind}{name}", *share(both, total), total


def _gap_rows(rows: Sequence[dict[str, Any]], read: Sequence[Evidence]) -> Iterator[Result]:
    """Yield how well three measures tell a headline that goes beyond its story."""
    told = np.array([row["gap"] for row in rows])
    for name, sign in (("headline_unsupported_names", 1), ("headline_lead_overlap", -1)):
        values = np.array([sign * evidence.features[name] for evidence in read])
        known, direction = ~np.isnan(values), "more" if sign > 0 else "less"
        title = f"AUC of {direction} {name} for a gap"
        yield _result(title, auc, told[known] != "none", values[known])
    gaps = np.array([evidence.features["headline_gap"] for evidence in read])
    known = ~np.isnan(gaps) & (told != "other")
    gaps, beyond = gaps[known], np.isin(told[known], sorted(BEYOND))
    yield from _share_rows(" of headline_gap", beyond, gaps >= THRESHOLD)
    yield _result("AUC of headline_gap", auc, beyond, gaps)


def _spearman(one: NDArray[Any], other: NDArray[Any]) -> float:
    """Return the correlation of ranks; NaN where one side never varies."""
    import pandas as pd

    ranks = pd.DataFrame({"one": one, "other": other}).rank()
    return float(ranks["one"].corr(ranks["other"])) if len(ranks) > 1 else math.nan
