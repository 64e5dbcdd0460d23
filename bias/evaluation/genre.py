"""How well reporting and opinion are told apart, at outlets that the model does not know."""

import csv
import gzip
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import expit

from bias.corpus.intervals import bootstrap
from bias.document.article import Article
from bias.evaluation.measures import Floats, Labels, auc, calibration_error, macro_f1, precision
from bias.labelled.files import read_lines
from bias.labelled.genre import JUDGED, Judged, read_judged
from bias.labelled.real_articles import reading_of
from bias.rating.beside import genre_of
from bias.training.sums import platt

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.genre import Example

SECTIONS = "sections, outlets left out"
CHECK, FOLDED = f"{JUDGED}, check part", f"{JUDGED}, out of fold and check part"
LATER, CLIMATE = "mediabiasdetector-checks", "narrative-frames-climate"


def evaluate_genre(data: Path) -> "pd.DataFrame":
    """Cross-validate on outlets' sections and judged articles; test on sets that taught nothing.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction` and, if they are to be tested on,
        `semeval23-task3-en`, `mediabiasdetector-checks` and `narrative-frames-climate`.

    Returns
    -------
    pandas.DataFrame
        Columns test, measure, value, low, high, n; low and high are a 95 % bootstrap
        interval. `always opinion` is the macro F1 of calling everything opinion.
    """
    import pandas as pd

    judged = read_judged(data)
    rows = _on_check([one for one in judged if one.is_check]) if judged else []
    rows += _out_of_fold(data, judged)
    for name, read in ((LATER, _read_later), (CLIMATE, _read_climate)):
        if (data / name).exists():
            rows += _on_unseen(name, *read(data / name))
    return pd.DataFrame(rows, columns=["test", "measure", "value", "low", "high", "n"])


def _on_check(judged: Sequence[Judged]) -> list[tuple[Any, ...]]:
    """Test the shipped model on the check part of the judged articles."""
    found = np.array([_opinion(one.article) for one in judged])
    return _told(CHECK, np.array([one.opinion for one in judged]), found)


def _told(test: str, labels: Labels, found: Floats) -> list[tuple[Any, ...]]:
    """Return agreement and AUC of probabilities; NaN are left out."""
    rated = ~np.isnan(found)
    labels, found = labels[rated], found[rated]
    ends = bootstrap(auc, labels, found)
    return [
        *_agreement(test, labels, found > 0.5),
        (test, "AUC", auc(labels, found), *ends, len(found)),
    ]


def _out_of_fold(data: Path, judged: Sequence[Judged]) -> list[tuple[Any, ...]]:
    from bias.labelled.genre import read_examples
    from bias.training.genre import out_of_fold

    teaching = [one for one in judged if not one.is_check]
    examples = [*read_examples(data), *(one.example() for one in teaching)]
    scores = out_of_fold(examples)
    split = len(examples) - len(teaching)
    rows = _on_sections(examples[:split], scores[:split])
    if judged:
        check = [one for one in judged if one.is_check]
        found = [*expit(scores[split:]), *(_opinion(one.article) for one in check)]
        labels = np.array([one.opinion for one in (*teaching, *check)])
        rows += _told(FOLDED, labels, np.array(found))
    return rows


def _on_sections(examples: Sequence["Example"], scores: Floats) -> list[tuple[Any, ...]]:
    from bias.training.genre import labels_of, two_sided

    labels = labels_of(examples)
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


def _read_later(folder: Path) -> tuple[list[bool], list[Article]]:
    """Read articles of 2024: opinion against news reports; analyses are neither."""
    with gzip.open(folder / "articles.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["news_type"] != "news analysis"]
    kinds = [row["news_type"] == "opinion" for row in rows]
    return kinds, [Article(body=row["text"]) for row in rows]


def _read_climate(folder: Path) -> tuple[list[bool], list[Article]]:
    """Read articles on climate: those that their outlet marks as opinion, and the others."""
    rows = list(read_lines(folder / "articles.jsonl.gz"))
    return [str(row["opinion"]) == "True" for row in rows], [Article(body=r["text"]) for r in rows]


def _on_unseen(
    test: str, labels: Sequence[bool], articles: Sequence[Article]
) -> list[tuple[Any, ...]]:
    """Test the shipped model on articles that taught nothing."""
    return _told(test, np.array(labels), np.array([_opinion(article) for article in articles]))


def _opinion(article: Article) -> float:
    return genre_of(reading_of(article))["genre_opinion"]


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
