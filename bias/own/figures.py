"""How good a model of one's own is on rows that it did not see, beside two others.

Scores are log-odds for even odds beforehand. Accuracy and calibration are of the table as it
is: the log-odds of its share of ones are added.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.evaluation.calibration import Predicted, describe
from bias.models.linear import log_odds

if TYPE_CHECKING:
    import pandas as pd

DRAWS = 1000
SEED = 20261123

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Splits = Sequence[tuple[Numbers, Numbers]]
Measure = Callable[[Labels, Floats, float], float]


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

    prior, draws = log_odds(float(labels.mean())), list(_draws(labels, groups))
    rows = [
        (model, name, measure(labels, scores, prior), *_interval(measure, labels, scores, draws))
        for model, scores in found.items()
        for name, measure in _MEASURES.items()
    ]
    table = pd.DataFrame(rows, columns=["model", "measure", "value", "low", "high"])
    return table.assign(n=len(labels))


def _draws(labels: Labels, groups: Sequence[str]) -> Iterator[Numbers]:
    """Yield rows drawn again, those of one class left out."""
    random = np.random.default_rng(SEED)
    names = np.array(groups or range(len(labels)))
    places = [np.flatnonzero(names == name) for name in np.unique(names)]
    for _ in range(DRAWS):
        rows = np.concatenate([places[i] for i in random.integers(0, len(places), len(places))])
        if 0 < labels[rows].sum() < len(rows):
            yield rows


def _interval(
    measure: Measure, labels: Labels, scores: Floats, draws: Sequence[Numbers]
) -> tuple[float, float]:
    values = [measure(labels[d], scores[d], log_odds(float(labels[d].mean()))) for d in draws]
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def _accuracy(labels: Labels, scores: Floats, prior: float) -> float:
    return float(((scores + prior > 0) == labels).mean())


def _balanced(labels: Labels, scores: Floats, prior: float) -> float:
    return float(((scores[labels] > 0).mean() + (scores[~labels] <= 0).mean()) / 2)


def _macro_f1(labels: Labels, scores: Floats, prior: float) -> float:
    called = scores > 0
    halves = [
        2 * (kind & call).sum() / max(1, kind.sum() + call.sum())
        for kind, call in ((labels, called), (~labels, ~called))
    ]
    return float(np.mean(halves))


def _area(labels: Labels, scores: Floats, prior: float) -> float:
    """Return the chance that a one scores above a nought; ties count half (Mann-Whitney)."""
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    ones, noughts = int(labels.sum()), int((~labels).sum())
    return float((ranks[labels].sum() - ones * (ones + 1) / 2) / (ones * noughts))


_MEASURES: Mapping[str, Measure] = {
    "accuracy": _accuracy,
    "balanced accuracy": _balanced,
    "macro F1": _macro_f1,
    "AUC": _area,
}


def reliability(labels: Labels, scores: Floats, ends: Floats | None = None) -> "pd.DataFrame":
    """Return what `bias evaluate calibration` tells of a model.

    Parameters
    ----------
    ends
        Of the 90 % intervals, log-odds, shape (n, 2), where the model gives them.
    """
    import pandas as pd

    from bias.evaluation.calibration import COLUMNS

    prior = log_odds(float(labels.mean()))
    within = None if ends is None else _logistic(ends + prior)
    rows = describe(Predicted("own", _logistic(scores + prior), labels, within))
    return pd.DataFrame(rows, columns=COLUMNS)


def _logistic(scores: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -500, 500))))


def bag_of_words(texts: Sequence[str], labels: Labels, splits: Splits) -> Floats:
    """Return log-odds, even odds beforehand, of a plain bag of words that sees names."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    found = np.zeros(len(labels))
    for inside, outside in splits:
        # every run of letters is a word, so that no table is without one
        words = CountVectorizer(token_pattern=r"(?u)\w+|[^\w\s]")
        model: Any = make_pipeline(words, LogisticRegression(max_iter=2000))
        model.fit([texts[i] for i in inside], labels[inside])
        prior = log_odds(float(labels[inside].mean()))
        found[outside] = model.decision_function([texts[i] for i in outside]) - prior
    return found
