"""A model of several labels of one's own: the words of a text, names hidden.

A multinomial logistic model over logarithmic counts, the rarer a word in the table, the freer
its weight, as in the genre model; its sharpness is set on rows that it did not see.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bias.document.segment import segment
from bias.errors import ReadError
from bias.evaluation.measures import Floats, Numbers
from bias.models.labels import LabelModel, softmax
from bias.models.linear import Weights
from bias.own.progress import Told, untold, watched
from bias.own.table import Table, draw_splits
from bias.rating.labels import counts_of
from bias.reading import Reading
from bias.roles import label_paragraphs
from bias.training.article_words import is_content, word_matrix
from bias.training.folds import Split
from bias.training.sums import DIGITS
from bias.words.numbered import Counted

REGULARISATION = 8.0
"""scikit-learn's C: the genre model's, whose words count alike."""
FEWEST = 2
"""Rows in which a word must stand to get a weight."""


@dataclass(frozen=True)
class Row:
    """One text as the model sees it."""

    counts: Counted
    words: dict[str, int]
    """The same by word, those that say something."""


def read_rows(table: Table, told: Told = untold) -> list[Row]:
    """Return the words of each text."""
    found = []
    for article in watched(table.articles, "reading texts", told):
        document = segment(article)
        counts = counts_of(Reading(document, label_paragraphs(document)))
        words = {word: n for word, n in counts.by_word().items() if is_content(word)}
        found.append(Row(counts, words))
    return found


def fit(rows: Sequence[Row], labels: Numbers, names: tuple[str, ...]) -> LabelModel:
    """Fit on texts; every label counts alike, however many have it."""
    from scipy.sparse import diags
    from sklearn.linear_model import LogisticRegression

    often = Counter(word for row in rows for word in row.words)
    places = {word: place for place, word in enumerate(_kept(often))}
    if not places:
        raise ReadError("no word stands in two of the texts. Give texts in English, and more.")
    matrix = word_matrix([row.words for row in rows], places)
    rarity = np.log(len(rows) / np.array([often[word] for word in places])) + 1
    rarity /= np.sqrt(np.mean(rarity**2))
    model = LogisticRegression(C=REGULARISATION, max_iter=2000, class_weight="balanced")
    model.fit(matrix @ diags(rarity), labels)
    bases, slopes = _each_label(model, len(names))
    return LabelModel(
        names,
        tuple(
            Weights(float(base), dict(zip(places, (slope * rarity).tolist(), strict=True)))
            for base, slope in zip(bases, slopes, strict=True)
        ),
    )


def _kept(often: Counter[str]) -> list[str]:
    return sorted(word for word, count in often.items() if count >= FEWEST)


def _each_label(model: Any, count: int) -> tuple[Floats, Floats]:
    """Return base and weights of each label; of two, scikit-learn has the second's alone."""
    if count == 2:
        zero = np.zeros_like(model.coef_)
        return np.append([0.0], model.intercept_), np.concatenate([zero, model.coef_])
    return model.intercept_, model.coef_


def fit_calibrated(
    rows: Sequence[Row], labels: Numbers, names: tuple[str, ...], groups: tuple[str, ...]
) -> LabelModel:
    """Fit; how sharp it is, is set on rows out of fold, every label counting alike."""
    scores = np.zeros((len(rows), len(names)))
    for inside, outside in draw_splits(labels, groups)[0]:
        model = fit([rows[i] for i in inside], labels[inside], names)
        scores[outside] = [model.scores(rows[i].counts) for i in outside]
    return _sharpened(fit(rows, labels, names), _slope(scores, labels))


def _slope(scores: Floats, labels: Numbers) -> float:
    """Return what to multiply log-odds by so that chances come true (Guo et al. 2017)."""
    from scipy.optimize import minimize_scalar

    weights = 1 / np.bincount(labels)[labels]

    def loss(power: float) -> float:
        chances = softmax(scores * np.exp(power))[np.arange(len(labels)), labels]
        return float(-(weights * np.log(np.maximum(chances, 1e-12))).sum())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def _sharpened(model: LabelModel, slope: float) -> LabelModel:
    wordings = (
        Weights(
            round(slope * wording.base, DIGITS),
            {word: round(slope * weight, DIGITS) for word, weight in wording.words.items()},
        )
        for wording in model.wordings
    )
    return LabelModel(model.labels, tuple(wordings))


def cross_validate(table: Table, rows: Sequence[Row], splits: Iterable[Split]) -> Floats:
    """Return each text's chances from a model that did not see it, shape (rows, labels)."""
    labels, found = table.classes, np.zeros((len(rows), len(table.kinds)))
    for inside, outside in splits:
        groups = tuple(table.groups[i] for i in inside) if table.groups else ()
        model = fit_calibrated([rows[i] for i in inside], labels[inside], table.kinds, groups)
        found[outside] = [softmax(model.scores(rows[i].counts)) for i in outside]
    return found
