"""How well the sentence model finds sentences that experts call biased (BABE, SG2)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from bias.corpus.intervals import bootstrap
from bias.evaluation.measures import (
    Floats,
    Labels,
    bag_of_words,
    calibration_error,
    macro_f1,
)
from bias.evaluation.other_sentences import other_rows
from bias.evaluation.unseen import SEED, Unseen, folds

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.babe import Labelled


def evaluate_sentences(data: Path) -> "pd.DataFrame":
    """Cross-validate the sentence model and a bag of words on the same folds.

    The training procedure is run again in each of five stratified folds; what
    it learnt about words beforehand saw no label of BABE. Where `babe-relabelled` and
    `mediabiasdetector-checks` are at hand, they are judged too.

    `data` is the folder that holds `babe`.

    Returns
    -------
    pandas.DataFrame
        Columns model, group, measure, value, low, high, n; low and high are a
        95 % bootstrap interval.
    """
    import pandas as pd

    from bias.labelled.babe import read_babe

    labelled = read_babe(data)
    bag = bag_of_words(labelled.texts, labelled.biased, folds(labelled.biased))
    unseen = Unseen.fitted(labelled)
    found = {"bias": judge(labelled, unseen), "bag of words": expit(bag)}
    types = np.array(labelled.outlet_type)
    rows = [
        row
        for name, predicted in found.items()
        for group in ("all", *sorted(set(labelled.outlet_type)))
        for row in _measures(name, group, labelled.biased, predicted, types)
    ]
    rows += other_rows(data, unseen)
    alpha, labels = annotator_alpha(data)
    rows.append(("annotators", "all", "Krippendorff's alpha", alpha, None, None, labels))
    return pd.DataFrame(rows, columns=["model", "group", "measure", "value", "low", "high", "n"])


def cross_validate(labelled: "Labelled") -> Floats:
    """Return each sentence's probability from a model that did not see it."""
    return judge(labelled, Unseen.fitted(labelled))


def judge(labelled: "Labelled", unseen: Unseen) -> Floats:
    """Return each sentence's probability from the model of its fold."""
    found = np.zeros(len(labelled.rows))
    for (_, outside), model in zip(folds(labelled.biased), unseen.models, strict=True):
        found[outside] = expit(model.score([labelled.rows[i] for i in outside]))
    return found


def _measures(
    name: str, group: str, labels: Labels, predicted: Floats, types: NDArray[Any]
) -> list[tuple[Any, ...]]:
    chosen = np.ones(len(labels), bool) if group == "all" else types == group
    y, p = labels[chosen], predicted[chosen]
    ends = bootstrap(macro_f1, y, p > 0.5, seed=SEED)
    rows: list[tuple[Any, ...]] = [(name, group, "macro F1", macro_f1(y, p > 0.5), *ends, len(y))]
    if group == "all":
        error = calibration_error(y, p)
        rows.append((name, group, "calibration error", error, np.nan, np.nan, len(y)))
    return rows


LABELS = ("Biased", "Non-biased")


def annotator_alpha(data: Path) -> tuple[float, int]:
    """Return Krippendorff's alpha of BABE's annotators, and the number of labels.

    `data` is the folder that holds `babe`.

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
