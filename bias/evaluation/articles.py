"""How well the rating agrees with readers' judgement of whole articles (SemEval-2019)."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import bootstrap
from bias.evaluation.sentences import calibration_error
from bias.models.linear import logistic

if TYPE_CHECKING:
    import pandas as pd

    from bias.training.articles import Example
    from bias.training.house_style import HouseStyle

FOLDS = 10
SEED = 0
TENTHS = 10

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]
Splits = list[tuple[NDArray[np.int64], NDArray[np.int64]]]
Figure = tuple[str, float, float, float]
"""A measure's name, its value, and the ends of its interval; NaN without one."""


def evaluate_articles(data: Path) -> "pd.DataFrame":
    """Cross-validate the article model, with articles at random and with outlets left out.

    The whole training procedure is run again in each fold. Accuracy uses the
    training share of biased articles as prior; balanced accuracy and
    calibration use even odds, as ratings do.

    Parameters
    ----------
    data
        The folder that holds `hyperpartisan-semeval19` and `article-bias-prediction`.

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
        bag = _bag_of_words(examples, labels, splits)
        rows += [("bag of words", name, "paragraphs", *m) for m in _measures(labels, bag, 0.0)[:2]]
    columns = ["model", "split", "text", "measure", "value", "low", "high"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(n=len(labels))


def make_splits(examples: Sequence["Example"], labels: Labels) -> dict[str, Splits]:
    """Return the folds, by how they are drawn: rows inside and outside."""
    from sklearn.model_selection import GroupKFold

    from bias.training.articles import split

    domains = [example.domain for example in examples]
    return {
        "articles at random": split(labels, FOLDS, SEED),
        "outlets left out": list(GroupKFold(FOLDS).split(domains, labels, domains)),
    }


def cross_validate(
    examples: Sequence["Example"],
    flat: Sequence["Example"],
    splits: Splits,
    house: "HouseStyle | None" = None,
) -> tuple[Floats, Floats, Floats]:
    """Return log-odds of both forms out of fold, and the ends of the intervals."""
    from bias.training.articles import fit, predict

    shown, lined, ends = (
        np.zeros(len(examples)),
        np.zeros(len(examples)),
        np.zeros((len(examples), 2)),
    )
    for inside, outside in splits:
        model = fit([examples[i] for i in inside], house)
        for i in outside:
            shown[i], deviations = predict(model, examples[i])
            lined[i], _ = predict(model, flat[i])
            ends[i] = shown[i] + np.array(model.spread(deviations))
    return shown, lined, ends


def _bag_of_words(examples: Sequence["Example"], labels: Labels, splits: Splits) -> Floats:
    """Return log-odds of a plain bag of words, names and all."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    found = np.zeros(len(labels))
    for inside, outside in splits:
        model = make_pipeline(CountVectorizer(), LogisticRegression(max_iter=2000))
        model.fit([examples[i].text for i in inside], labels[inside])
        found[outside] = model.decision_function([examples[i].text for i in outside])
    return found


def _measures(labels: Labels, scores: Floats, prior: float) -> list[Figure]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    def with_interval(name: str, measure: Callable[[Any], float]) -> Figure:
        whole = range(len(labels))
        return name, measure(np.array(whole)), *bootstrap(whole, lambda r: measure(np.array(r)))

    probabilities = np.array([logistic(score + prior) for score in scores])
    slope = LogisticRegression(C=1e6).fit(scores[:, None], labels).coef_[0, 0]
    right, even = (scores + prior > 0) == labels, (scores > 0) == labels
    return [
        with_interval("accuracy", lambda rows: float(right[rows].mean())),
        with_interval("balanced accuracy", lambda rows: _balanced(labels[rows], even[rows])),
        with_interval("AUC", lambda rows: float(roc_auc_score(labels[rows], scores[rows]))),
        ("calibration error", calibration_error(labels, probabilities), math.nan, math.nan),
        ("calibration slope", float(slope), math.nan, math.nan),
    ]


def _balanced(labels: Labels, right: Labels) -> float:
    """Return the mean over both classes of the share that is right."""
    return float((right[labels].mean() + right[~labels].mean()) / 2)


def _coverage(labels: Labels, scores: Floats, ends: Floats) -> list[Figure]:
    """Compare, for each tenth of the ratings, observed odds with the mean interval.

    Shares are put to even odds beforehand, as the ratings are.
    """
    weights = np.where(labels, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    tenths = np.array_split(np.argsort(scores, kind="stable"), TENTHS)
    inside, widths = [], []
    for tenth in tenths:
        observed = np.average(labels[tenth], weights=weights[tenth])
        low, high = (np.mean([logistic(end) for end in ends[tenth, side]]) for side in (0, 1))
        noise = np.sqrt(observed * (1 - observed) / len(tenth))
        inside.append(low - 1.64 * noise <= observed <= high + 1.64 * noise)
        widths.append(high - low)
    return [
        ("tenths inside their mean interval", float(np.mean(inside)), math.nan, math.nan),
        ("mean width of the interval", float(np.mean(widths)), math.nan, math.nan),
    ]
