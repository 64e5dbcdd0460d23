"""Whether probabilities mean what they say: of sentences, articles, loaded words and inserts.

Every probability is of a model that did not see what it judges. A finite sample shows a
calibration error even of a perfect model; how much is found by drawing outcomes from the
probabilities themselves, and taken off.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import expit

from bias.corpus.intervals import share
from bias.evaluation.measures import BINS, Floats, Labels, calibration_error, tenths
from bias.labelled.files import FOLDER
from bias.models.linear import log_odds
from bias.training.sums import platt

if TYPE_CHECKING:
    import pandas as pd

DRAWS = 1000
SEED = 20261122
EDGE = 1e-6
"""Probabilities are kept so far from 0 and 1 where log-odds are needed."""
COLUMNS = ("model", "measure", "predicted", "value", "low", "high", "n")
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Predicted:
    """What a model said of cases it did not see, and what was so."""

    model: str
    probabilities: Floats
    labels: Labels
    ends: Floats | None = None
    """Of the 90 % intervals, shape (n, 2), where the model gives them."""


def evaluate_calibration(data: Path) -> "pd.DataFrame":
    """Return calibration errors, slopes and the reliability of each tenth.

    Parameters
    ----------
    data
        The folder that holds `babe`, `hyperpartisan-semeval19` with `article-bias-prediction`,
        and `promo_inserts`; a set that is not there gives no rows.

    Returns
    -------
    pandas.DataFrame
        Columns model, measure, predicted, value, low, high, n. In the row of a tenth,
        `predicted` is its mean probability, `value` the share that came true with its 95 %
        interval; in the row of a tenth's interval low and high are the mean ends of the
        90 % intervals.
    """
    import pandas as pd

    found = [row for predicted in _predictions(data) for row in describe(predicted)]
    return pd.DataFrame(found, columns=COLUMNS)


def _predictions(data: Path) -> Iterator[Predicted]:
    if (data / "babe").is_dir():
        yield sentence_predictions(data)
    if all((data / name).is_dir() for name in ("hyperpartisan-semeval19", FOLDER)):
        yield from article_predictions(data)
    if (data / "promo_inserts").is_dir():
        yield from insert_predictions(data)


def sentence_predictions(data: Path) -> Predicted:
    """Return the sentence model's probabilities on BABE, five folds."""
    from bias.evaluation.sentences import cross_validate
    from bias.labelled.babe import read_babe

    labelled = read_babe(data)
    return Predicted("sentences", cross_validate(labelled), labelled.biased)


def article_predictions(data: Path) -> Iterator[Predicted]:
    """Yield the rating's probabilities, articles at random and outlets left out, ten folds.

    Ratings are for even odds; here the log-odds of the share of biased articles are added,
    so that they can be held against the articles as they are.
    """
    from bias.evaluation.articles import cross_validate, make_splits
    from bias.training.articles import read_hyperpartisan
    from bias.training.house_style import read_house_style

    examples, house = read_hyperpartisan(data), read_house_style(data)
    labels = np.array([example.biased for example in examples])
    prior = log_odds(float(labels.mean()))
    for name, splits in make_splits(examples, labels).items():
        scores, _, ends = cross_validate(examples, examples, splits, house)
        yield Predicted(f"articles, {name}", expit(scores + prior), labels, expit(ends + prior))


def insert_predictions(data: Path) -> Iterator[Predicted]:
    """Yield the role model's probabilities of a promo insert, outlets left out in five folds."""
    from bias.evaluation.promo.inserts import cross_validate
    from bias.roles.role import PROMO_INSERTS

    judged = [j for j in cross_validate(data) if j.kind == "real" and j.doubtful]
    yield Predicted(
        "promo inserts, paragraphs in doubt",
        np.array([j.insert for j in judged]),
        np.array([j.gold in PROMO_INSERTS for j in judged]),
    )


def describe(found: Predicted) -> Iterator[Row]:
    """Yield one model's errors, its slope, and a row for each tenth."""
    y, p, n = found.labels, found.probabilities, len(found.labels)
    error, expected = calibration_error(y, p), expected_error(p)
    slope, shift = slope_and_shift(y, p)
    figures = {
        "calibration error": error,
        "calibration error of a perfect model": expected,
        "calibration error less a perfect model's": error - expected,
        "slope": slope,
        "intercept": shift,
    }
    for name, value in figures.items():
        yield found.model, name, np.nan, value, np.nan, np.nan, n
    if found.ends is not None:
        yield from _interval_rows(found, found.ends)
    for number, tenth in enumerate(tenths(p), 1):
        hits = int(y[tenth].sum())
        mean, inside = float(p[tenth].mean()), len(tenth)
        yield found.model, f"tenth {number}", mean, *share(hits, inside), inside


def expected_error(probabilities: Floats) -> float:
    """Return the mean calibration error of a perfectly calibrated model on such a sample."""
    random = np.random.default_rng(SEED)
    draws = (random.random(len(probabilities)) < probabilities for _ in range(DRAWS))
    return float(np.mean([calibration_error(draw, probabilities) for draw in draws]))


def slope_and_shift(labels: Labels, probabilities: Floats) -> tuple[float, float]:
    """Return slope and intercept of outcomes on log-odds: 1 and 0 when calibrated (Cox 1958).

    A slope below 1 says that probabilities are too extreme. NaN where all came true, or none.
    """
    if labels.all() or not labels.any():
        return math.nan, math.nan
    kept = np.clip(probabilities, EDGE, 1 - EDGE)
    return platt(np.log(kept / (1 - kept)), labels)


def _interval_rows(found: Predicted, ends: Floats) -> Iterator[Row]:
    """Yield how many tenths' observed shares lie in their mean interval, and each interval."""
    groups = tenths(found.probabilities)
    means = [ends[tenth].mean(axis=0) for tenth in groups]
    seen = [float(found.labels[tenth].mean()) for tenth in groups]
    inside = [low <= true <= high for (low, high), true in zip(means, seen, strict=True)]
    name = "tenths inside their mean interval"
    yield found.model, name, np.nan, float(np.mean(inside)), np.nan, np.nan, BINS
    for number, (tenth, ends, true) in enumerate(zip(groups, means, seen, strict=True), 1):
        mean = float(found.probabilities[tenth].mean())
        yield found.model, f"interval of tenth {number}", mean, true, *ends.tolist(), len(tenth)
