"""How good a model of one's own is on rows that it did not see, beside two others.

Scores are log-odds for even odds beforehand. Accuracy and calibration are of the table as it
is: the log-odds of its share of ones are added.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit

from bias.corpus.intervals import draws, middle_of
from bias.evaluation import measures
from bias.evaluation.calibration import COLUMNS, Predicted, describe
from bias.evaluation.measures import (
    Floats,
    Labels,
    Numbers,
    auc,
    balanced_accuracy,
    macro_f1,
)
from bias.models.linear import log_odds
from bias.training.folds import Splits

if TYPE_CHECKING:
    import pandas as pd

SEED = 20261123
Measure = Callable[[Labels, Floats], float]


def figures(
    labels: Labels, found: Mapping[str, Floats], groups: Sequence[str] = ()
) -> "pd.DataFrame":
    """Return each model's measures with 95 % bootstrap intervals.

    Parameters
    ----------
    labels
        Of the rows.
    found
        By model: the rows' log-odds.
    groups
        The rows' outlets, if they have any: whole outlets are then drawn.

    Returns
    -------
    pandas.DataFrame
        Columns model, measure, value, low, high, n.
    """
    import pandas as pd

    again = [rows for rows in draws_of(len(labels), groups) if 0 < labels[rows].sum() < len(rows)]
    rows = [
        (
            model,
            name,
            measure(labels, scores),
            *middle_of([measure(labels[d], scores[d]) for d in again]),
        )
        for model, scores in found.items()
        for name, measure in _MEASURES.items()
    ]
    table = pd.DataFrame(rows, columns=["model", "measure", "value", "low", "high"])
    return table.assign(n=len(labels))


def draws_of(count: int, groups: Sequence[str]) -> Iterator[Numbers]:
    """Yield rows drawn again; whole groups where there are any."""
    names = np.array(groups or range(count))
    places = [np.flatnonzero(names == name) for name in np.unique(names)]
    for drawn in draws(len(places), SEED):
        yield np.concatenate([places[i] for i in drawn])


def _accuracy(labels: Labels, scores: Floats) -> float:
    return float(((scores + _prior(labels) > 0) == labels).mean())


def _prior(labels: Labels) -> float:
    return log_odds(float(labels.mean()))


_MEASURES: Mapping[str, Measure] = {
    "accuracy": _accuracy,
    "balanced accuracy": lambda labels, scores: balanced_accuracy(labels, scores > 0),
    "macro F1": lambda labels, scores: macro_f1(labels, scores > 0),
    "AUC": auc,
}


def reliability(labels: Labels, scores: Floats, ends: Floats | None = None) -> "pd.DataFrame":
    """Return what `bias evaluate calibration` tells of a model.

    `ends`: of the 90 % intervals, log-odds, shape (n, 2), where the model gives them.
    """
    import pandas as pd

    prior = _prior(labels)
    within = None if ends is None else expit(ends + prior)
    rows = describe(Predicted("own", expit(scores + prior), labels, within))
    return pd.DataFrame(rows, columns=COLUMNS)


def bag_of_words(texts: Sequence[str], labels: Labels, splits: Splits) -> Floats:
    """Return log-odds, even odds beforehand, of a plain bag of words that sees names."""
    # every run of letters is a word, so that no table is without one
    found = measures.bag_of_words(texts, labels, splits, token_pattern=r"(?u)\w+|[^\w\s]")
    for inside, outside in splits:
        found[outside] -= _prior(labels[inside])
    return found
