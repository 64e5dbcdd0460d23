"""How good a model of several labels is on rows that it did not see, beside two others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from bias.corpus.intervals import middle_of
from bias.evaluation.calibration import COLUMNS, Predicted, describe
from bias.evaluation.measures import Floats, Numbers, f1, precision
from bias.own.figures import draws_of
from bias.training.folds import Splits

if TYPE_CHECKING:
    import pandas as pd


def figures(
    labels: Numbers, names: Sequence[str], found: Mapping[str, Floats], groups: Sequence[str] = ()
) -> "pd.DataFrame":
    """Return each model's measures with 95 % bootstrap intervals.

    Parameters
    ----------
    labels
        The place of each row's label.
    names
        Of the labels.
    found
        By model: the rows' chances, shape (rows, labels).
    groups
        The rows' outlets, if they have any: whole outlets are then drawn.

    Returns
    -------
    pandas.DataFrame
        Columns model, measure, value, low, high, n.
    """
    import pandas as pd

    again = list(draws_of(len(labels), groups))
    rows = [
        (
            model,
            name,
            measure(labels, said),
            *middle_of([measure(labels[d], said[d]) for d in again]),
        )
        for model, chances in found.items()
        for said in [chances.argmax(axis=1)]
        for name, measure in _measures(names).items()
    ]
    table = pd.DataFrame(rows, columns=["model", "measure", "value", "low", "high"])
    return table.assign(n=len(labels))


def _measures(names: Sequence[str]) -> dict[str, Callable[[Numbers, Numbers], float]]:
    """Return the measures, by name; each is given labels and what was said, as places."""
    each = {f"F1 of {name}": partial(_f1_of, place) for place, name in enumerate(names)}
    recalls = [partial(_recall_of, place) for place in range(len(names))]
    return {
        "accuracy": lambda labels, said: float((labels == said).mean()),
        "balanced accuracy": partial(_mean_of, recalls),
        "macro F1": partial(_mean_of, each.values()),
        **each,
    }


def _mean_of(
    measures: Iterable[Callable[[Numbers, Numbers], float]], labels: Numbers, said: Numbers
) -> float:
    return float(np.nanmean([measure(labels, said) for measure in measures]))


def _f1_of(place: int, labels: Numbers, said: Numbers) -> float:
    return f1(np.asarray(labels == place), np.asarray(said == place))


def _recall_of(place: int, labels: Numbers, said: Numbers) -> float:
    return precision(np.asarray(said == place), np.asarray(labels == place))


def reliability(labels: Numbers, chances: Floats) -> "pd.DataFrame":
    """Return how often the likeliest label is right, by how likely it was said to be."""
    import pandas as pd

    right = np.asarray(chances.argmax(axis=1) == labels)
    return pd.DataFrame(describe(Predicted("own", chances.max(axis=1), right)), columns=COLUMNS)


def bag_of_words(texts: Sequence[str], labels: Numbers, splits: Splits) -> Floats:
    """Return chances out of fold of a plain bag of words that sees names."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    found = np.zeros((len(texts), len(np.unique(labels))))
    for inside, outside in splits:
        counted = CountVectorizer(token_pattern=r"(?u)\w+|[^\w\s]")
        model = make_pipeline(counted, LogisticRegression(max_iter=2000))
        model.fit([texts[i] for i in inside], labels[inside])
        found[outside] = model.predict_proba([texts[i] for i in outside])
    return found


def commonest(labels: Numbers) -> Floats:
    """Return the shares of the labels, for every row."""
    return np.tile(np.bincount(labels) / len(labels), (len(labels), 1))
