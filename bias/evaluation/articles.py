"""How well the rating agrees with readers' judgement of whole articles (SemEval-2019)."""

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import expit

from bias.corpus.intervals import bootstrap
from bias.evaluation.measures import (
    Floats,
    Labels,
    auc,
    bag_of_words,
    balanced_accuracy,
    calibration_error,
    tenths,
)
from bias.training.folds import Split, Splits, left_out, stratified
from bias.training.sums import platt

if TYPE_CHECKING:
    import pandas as pd

    from bias.training.articles import Example
    from bias.training.house_style import HouseStyle

FOLDS = 10
SEED = 0

Figure = tuple[str, float, float, float]
"""A measure's name, its value, and the ends of its interval; NaN without one."""


def evaluate_articles(data: Path) -> "pd.DataFrame":
    """Cross-validate the article model, with articles at random and with outlets left out.

    The whole training procedure is run again in each fold. Accuracy uses the
    training share of biased articles as prior; balanced accuracy and
    calibration use even odds, as ratings do.

    `data` is the folder that holds `hyperpartisan-semeval19` and `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns model, split, text, measure, value, low, high, n. `text` is `paragraphs`
        or `flat`: the same models on the one-line form of the same articles. `low` and
        `high`: 95 % bootstrap interval over the articles, where there is one.
    """
    import pandas as pd

    from bias.training.articles import read_hyperpartisan
    from bias.training.house_style import read_house_style

    house = read_house_style(data)
    examples, flat = read_hyperpartisan(data), read_hyperpartisan(data, flat=True)
    labels = np.array([example.biased for example in examples])
    rows: list[tuple[Any, ...]] = []
    for name, splits in make_splits(examples, labels).items():
        shown, lined, ends = cross_validate(examples, flat, splits, house)
        prior = np.log(labels.mean() / (1 - labels.mean()))
        rows += [("bias", name, "paragraphs", *m) for m in _measures(labels, shown, prior)]
        rows += [("bias", name, "flat", *m) for m in _measures(labels, lined, prior)]
        rows += [("bias", name, "paragraphs", *m) for m in _coverage(labels, shown, ends)]
        bag = bag_of_words([example.text for example in examples], labels, splits)
        rows += [("bag of words", name, "paragraphs", *m) for m in _measures(labels, bag, 0.0)[:2]]
    columns = ["model", "split", "text", "measure", "value", "low", "high"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(n=len(labels))


def make_splits(examples: Sequence["Example"], labels: Labels) -> dict[str, Splits]:
    """Return the folds, by how they are drawn: rows inside and outside."""
    return {
        "articles at random": stratified(labels, FOLDS, SEED),
        "outlets left out": left_out([example.domain for example in examples], FOLDS),
    }


def cross_validate(
    examples: Sequence["Example"],
    flat: Sequence["Example"],
    splits: Iterable[Split],
    house: "HouseStyle | None" = None,
) -> tuple[Floats, Floats, Floats]:
    """Return log-odds of both forms out of fold, and the ends of the intervals."""
    from bias.training.articles import fit, predict

    shown, lined = np.zeros((2, len(examples)))
    ends = np.zeros((len(examples), 2))
    for inside, outside in splits:
        model = fit([examples[i] for i in inside], house)
        for i in outside:
            shown[i], deviations = predict(model, examples[i])
            lined[i], _ = predict(model, flat[i])
            ends[i] = shown[i] + np.array(model.spread(deviations))
    return shown, lined, ends


def _measures(labels: Labels, scores: Floats, prior: float) -> list[Figure]:
    def with_interval(name: str, measure: Callable[..., float], given: Any) -> Figure:
        return name, measure(labels, given), *bootstrap(measure, labels, given)

    error = calibration_error(labels, expit(scores + prior))
    return [
        with_interval("accuracy", lambda y, called: (y == called).mean(), scores + prior > 0),
        with_interval("balanced accuracy", balanced_accuracy, scores > 0),
        with_interval("AUC", auc, scores),
        ("calibration error", error, math.nan, math.nan),
        ("calibration slope", platt(scores, labels)[0], math.nan, math.nan),
    ]


def _coverage(labels: Labels, scores: Floats, ends: Floats) -> list[Figure]:
    """Compare, for each tenth of the ratings, observed odds with the mean interval.

    Shares are put to even odds beforehand, as the ratings are.
    """
    weights = np.where(labels, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    inside, widths = [], []
    for tenth in tenths(scores):
        observed = np.average(labels[tenth], weights=weights[tenth])
        low, high = expit(ends[tenth]).mean(axis=0)
        noise = np.sqrt(observed * (1 - observed) / len(tenth))
        inside.append(low - 1.64 * noise <= observed <= high + 1.64 * noise)
        widths.append(high - low)
    return [
        ("tenths inside their mean interval", float(np.mean(inside)), math.nan, math.nan),
        ("mean width of the interval", float(np.mean(widths)), math.nan, math.nan),
    ]
