"""How well reporting and opinion are told apart, at outlets that the model does not know."""

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import bootstrap
from bias.document.article import Article
from bias.document.segment import segment
from bias.evaluation.sentences import calibration_error
from bias.models.linear import logistic
from bias.rating.beside import genre_of
from bias.reading import Reading
from bias.roles import label_paragraphs

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.genre import Example

SECTIONS, JUDGED = "sections, outlets left out", "semeval23-task3-en"
JUDGED_FILE = "semeval23-task3-en/articles.jsonl.gz"

Case = tuple[bool, bool]
"""Is opinion, and was called opinion."""


def evaluate_genre(data: Path) -> "pd.DataFrame":
    """Cross-validate on outlets' sections; run the shipped model on articles judged by people.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction` and, if it is to be tested on,
        `semeval23-task3-en`, whose articles teach nothing.

    Returns
    -------
    pandas.DataFrame
        Columns test, measure, value, low, high, n; low and high are a 95 % bootstrap
        interval. `always opinion` is the macro F1 of calling everything opinion.
    """
    import pandas as pd

    rows = _on_sections(data)
    if (data / JUDGED_FILE).exists():
        rows += _on_judged(data / JUDGED_FILE)
    return pd.DataFrame(rows, columns=["test", "measure", "value", "low", "high", "n"])


def _on_sections(data: Path) -> list[tuple[Any, ...]]:
    from bias.labelled.genre import read_examples
    from bias.training.genre import labels_of, out_of_fold, two_sided

    examples = read_examples(data)
    scores, labels = out_of_fold(examples), labels_of(examples)
    both = np.isin([example.outlet for example in examples], sorted(two_sided(examples)))
    rows = _agreement(SECTIONS, labels[both], scores[both] > 0)
    for name, value in _ranking(examples, labels, scores, both):
        rows.append((SECTIONS, name, value, None, None, int(both.sum())))
    for lean in ("left", "center", "right"):
        chosen = both & np.array([example.lean == lean for example in examples])
        share = float(((scores > 0) == labels)[chosen].mean())
        rows.append((SECTIONS, f"accuracy, {lean} outlets", share, None, None, int(chosen.sum())))
    return rows


def _ranking(
    examples: Sequence["Example"],
    labels: NDArray[np.bool_],
    scores: NDArray[np.float64],
    both: NDArray[np.bool_],
) -> list[tuple[str, float]]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    from bias.training.genre import weights_of

    outlets = np.array([example.outlet for example in examples])
    areas = [
        roc_auc_score(labels[outlets == outlet], scores[outlets == outlet])
        for outlet in sorted(set(outlets[both]))
    ]
    weights = weights_of(examples)
    slope = LogisticRegression(C=1e6).fit(scores[:, None], labels, sample_weight=weights)
    drawn = np.random.default_rng(0).choice(len(labels), len(labels), p=weights / weights.sum())
    told = np.array([logistic(score) for score in scores[drawn]])
    return [
        ("AUC within an outlet, mean of outlets", float(np.mean(areas))),
        ("AUC within an outlet, lowest", float(np.min(areas))),
        ("calibration slope", float(slope.coef_[0, 0])),
        ("calibration error, even odds", calibration_error(labels[drawn], told)),
    ]


def _on_judged(file: Path) -> list[tuple[Any, ...]]:
    """Test the shipped model on articles that people called reporting or opinion."""
    from sklearn.metrics import roc_auc_score

    with gzip.open(file, "rt", encoding="utf-8") as lines:
        articles = [row for row in map(json.loads, lines) if row["genre"] in _GENRES]
    found = np.array([_opinion(row["title"], row["text"]) for row in articles])
    labels = np.array([row["genre"] == "opinion" for row in articles])
    rated = ~np.isnan(found)
    rows = _agreement(JUDGED, labels[rated], found[rated] > 0.5)
    area = float(roc_auc_score(labels[rated], found[rated]))
    return [*rows, (JUDGED, "AUC", area, None, None, int(rated.sum()))]


_GENRES = ("reporting", "opinion")


def _opinion(title: str, text: str) -> float:
    body = text.removeprefix(title).strip()
    document = segment(Article(headline=title, body=body))
    return genre_of(Reading(document, label_paragraphs(document)))["genre_opinion"]


def _agreement(
    test: str, labels: NDArray[np.bool_], called: NDArray[np.bool_]
) -> list[tuple[Any, ...]]:
    """Return macro F1, precision and recall of each genre, and what a constant answer gets."""
    cases = list(zip(labels.tolist(), called.tolist(), strict=True))
    measures: list[tuple[str, Callable[[Sequence[Case]], float]]] = [
        ("macro F1", _macro_f1),
        ("precision, opinion", lambda rows: _precision(rows, True)),
        ("recall, opinion", lambda rows: _recall(rows, True)),
        ("precision, reporting", lambda rows: _precision(rows, False)),
        ("recall, reporting", lambda rows: _recall(rows, False)),
    ]
    rows = [(test, name, f(cases), *bootstrap(cases, f), len(cases)) for name, f in measures]
    constant = _macro_f1([(label, True) for label, _ in cases])
    return [*rows, (test, "macro F1, always opinion", constant, None, None, len(cases))]


def _macro_f1(cases: Sequence[Case]) -> float:
    return (_f1(cases, True) + _f1(cases, False)) / 2


def _f1(cases: Sequence[Case], genre: bool) -> float:
    right = sum(label == call == genre for label, call in cases)
    named = sum((label == genre) + (call == genre) for label, call in cases)
    return 2 * right / named if named else float("nan")


def _precision(cases: Sequence[Case], genre: bool) -> float:
    called = [label == genre for label, call in cases if call == genre]
    return sum(called) / len(called) if called else float("nan")


def _recall(cases: Sequence[Case], genre: bool) -> float:
    return _precision([(call, label) for label, call in cases], genre)
