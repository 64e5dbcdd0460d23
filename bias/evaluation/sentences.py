"""How well the sentence model finds sentences that experts call biased (BABE, SG2)."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.models.linear import logistic

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.babe import Labelled

FOLDS = 5
SEED = 0
RESAMPLES = 1000
BINS = 10

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]


def evaluate_sentences(data: Path) -> "pd.DataFrame":
    """Cross-validate the sentence model and a bag of words on the same folds.

    The training procedure is run again in each of five stratified folds; what
    it learnt about words beforehand saw no label of BABE.

    Parameters
    ----------
    data
        The folder that holds `babe`.

    Returns
    -------
    pandas.DataFrame
        Columns model, group, measure, value, low, high, n; low and high are a
        95 % bootstrap interval.
    """
    import pandas as pd

    from bias.labelled.babe import read_babe

    labelled = read_babe(data)
    found = {"bias": cross_validate(labelled), "bag of words": np.zeros(len(labelled.rows))}
    for inside, outside in folds(labelled.biased):
        found["bag of words"][outside] = _bag_of_words(
            labelled.texts, labelled.biased, inside, outside
        )
    types = np.array(labelled.outlet_type)
    rows = [
        row
        for name, predicted in found.items()
        for group in ("all", *sorted(set(labelled.outlet_type)))
        for row in _measures(name, group, labelled.biased, predicted, types)
    ]
    alpha, labels = annotator_alpha(data)
    rows.append(("annotators", "all", "Krippendorff's alpha", alpha, None, None, labels))
    return pd.DataFrame(rows, columns=["model", "group", "measure", "value", "low", "high", "n"])


def cross_validate(labelled: "Labelled") -> Floats:
    """Return each sentence's probability from a model that did not see it."""
    from bias.training.sentences import fit_calibrated

    found = np.zeros(len(labelled.rows))
    for inside, outside in folds(labelled.biased):
        model = fit_calibrated(labelled.rows, labelled, inside)
        scores = model.score([labelled.rows[i] for i in outside])
        found[outside] = [logistic(score) for score in scores.tolist()]
    return found


def folds(labels: Labels) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return the five stratified folds: rows inside and outside."""
    from sklearn.model_selection import StratifiedKFold

    return list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(labels, labels))


def _bag_of_words(
    texts: Sequence[str], labels: Labels, inside: NDArray[np.int64], outside: NDArray[np.int64]
) -> Floats:
    """Return the probabilities of a plain bag of words, unmasked."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(CountVectorizer(), LogisticRegression(max_iter=2000))
    model.fit([texts[i] for i in inside], labels[inside])
    predicted: Floats = model.predict_proba([texts[i] for i in outside])[:, 1]
    return predicted


def _measures(
    name: str, group: str, labels: Labels, predicted: Floats, types: NDArray[Any]
) -> list[tuple[Any, ...]]:
    chosen = np.ones(len(labels), bool) if group == "all" else types == group
    y, p = labels[chosen], predicted[chosen]
    low, high = bootstrap(y, p)
    rows: list[tuple[Any, ...]] = [(name, group, "macro F1", macro_f1(y, p), low, high, len(y))]
    if group == "all":
        error = calibration_error(y, p)
        rows.append((name, group, "calibration error", error, np.nan, np.nan, len(y)))
    return rows


def macro_f1(labels: Labels, probabilities: Floats) -> float:
    """Return the mean of the F1 of both classes, at 0.5."""
    from sklearn.metrics import f1_score

    return float(f1_score(labels, probabilities > 0.5, average="macro"))


def bootstrap(labels: Labels, probabilities: Floats) -> tuple[float, float]:
    """Return the 95 % interval of macro F1 over resampled sentences."""
    random = np.random.default_rng(SEED)
    draws = [random.integers(0, len(labels), len(labels)) for _ in range(RESAMPLES)]
    values = [macro_f1(labels[draw], probabilities[draw]) for draw in draws]
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def calibration_error(labels: Labels, probabilities: Floats) -> float:
    """Return the mean gap between predicted and observed shares over ten equal groups."""
    groups = np.array_split(np.argsort(probabilities, kind="stable"), BINS)
    gaps = [len(g) * abs(probabilities[g].mean() - labels[g].mean()) for g in groups]
    return float(sum(gaps) / len(labels))


LABELS = ("Biased", "Non-biased")


def annotator_alpha(data: Path) -> tuple[float, int]:
    """Return Krippendorff's alpha of BABE's annotators, and the number of labels.

    Parameters
    ----------
    data
        The folder that holds `babe`.

    Returns
    -------
    tuple
        Alpha, 1 for perfect agreement and 0 for what chance gives; labels compared.

    References
    ----------
    Krippendorff (1980), computed by NLTK's `AnnotationTask`.
    """
    import pandas as pd
    from nltk.metrics.agreement import AnnotationTask

    frame = pd.read_csv(data / "babe" / "sg2_annotators.csv.gz")
    frame = frame[frame["label_bias"].isin(LABELS)].dropna(subset=["text", "annotator_id"])
    columns = (frame[name].astype(str) for name in ("annotator_id", "text", "label_bias"))
    task = AnnotationTask(data=list(dict.fromkeys(zip(*columns, strict=True))))
    return float(task.alpha()), len(frame)
