"""How well reporting and opinion are told apart, at outlets that the model does not know."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import expit

from bias.corpus.intervals import bootstrap
from bias.document.article import Article
from bias.evaluation.measures import Floats, Labels, auc, calibration_error, macro_f1, precision
from bias.labelled.files import read_lines
from bias.labelled.real_articles import reading_of
from bias.rating.beside import genre_of
from bias.training.sums import platt

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.genre import Example

SECTIONS, JUDGED = "sections, outlets left out", "semeval23-task3-en"
JUDGED_FILE = "semeval23-task3-en/articles.jsonl.gz"


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
    examples: Sequence["Example"], labels: Labels, scores: Floats, both: Labels
) -> list[tuple[str, float]]:
    from bias.training.genre import weights_of

    outlets = np.array([example.outlet for example in examples])
    parts = [outlets == outlet for outlet in sorted(set(outlets[both]))]
    areas = [auc(labels[part], scores[part]) for part in parts]
    weights = weights_of(examples)
    drawn = np.random.default_rng(0).choice(len(labels), len(labels), p=weights / weights.sum())
    return [
        ("AUC within an outlet, mean of outlets", float(np.mean(areas))),
        ("AUC within an outlet, lowest", float(np.min(areas))),
        ("calibration slope", platt(scores, labels, weights)[0]),
        ("calibration error, even odds", calibration_error(labels[drawn], expit(scores[drawn]))),
    ]


def _on_judged(file: Path) -> list[tuple[Any, ...]]:
    """Test the shipped model on articles that people called reporting or opinion."""
    articles = [row for row in read_lines(file) if row["genre"] in ("reporting", "opinion")]
    found = np.array([_opinion(row["title"], row["text"]) for row in articles])
    labels = np.array([row["genre"] == "opinion" for row in articles])
    rated = ~np.isnan(found)
    rows = _agreement(JUDGED, labels[rated], found[rated] > 0.5)
    area = auc(labels[rated], found[rated])
    return [*rows, (JUDGED, "AUC", area, None, None, int(rated.sum()))]


def _opinion(title: str, text: str) -> float:
    body = text.removeprefix(title).strip()
    return genre_of(reading_of(Article(headline=title, body=body)))["genre_opinion"]


def _agreement(test: str, labels: Labels, called: Labels) -> list[tuple[Any, ...]]:
    """Return macro F1, precision and recall of each genre, and what a constant answer gets."""
    measures: list[tuple[str, Callable[[Labels, Labels], float]]] = [
        ("macro F1", macro_f1),
        ("precision, opinion", precision),
        ("recall, opinion", lambda labels, called: precision(called, labels)),
        ("precision, reporting", lambda labels, called: precision(~labels, ~called)),
        ("recall, reporting", lambda labels, called: precision(~called, ~labels)),
    ]
    found = [(name, f(labels, called), *bootstrap(f, labels, called)) for name, f in measures]
    constant = "macro F1, always opinion", macro_f1(labels, np.ones(len(labels), bool))
    return [(test, *figure, len(labels)) for figure in (*found, (*constant, None, None))]
