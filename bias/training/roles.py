"""Train the models of paragraph roles and of promos' topics.

    python -m bias.training roles --data PATH [-o FOLDER]

Writes `roles.json` and `topic.json`, the same bytes each time on the same data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bias.labelled.inserts import Labelled, make_articles, read_bare, read_real
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.roles.context import look_around
from bias.roles.measures import measure
from bias.roles.model import FORM as ROLES_FORM
from bias.roles.model import RoleModel
from bias.roles.role import ROLES
from bias.roles.topic import FORM as TOPIC_FORM
from bias.roles.topic import TopicModel, topic_measures

REGULARISATION = 0.05
"""scikit-learn's C (chosen from 0.03 to 0.3 by `bias evaluate promo-inserts`, 2026-11-22)."""
TOPIC_REGULARISATION = 0.1
"""The same of topics (0.1 and 1 do alike with outlets left out, 2026-11-22)."""
MADE_WEIGHT = 0.3
"""How much a made paragraph counts beside a real one (chosen likewise)."""
DIGITS = 4

Asked = tuple[dict[str, float], str]
"""The measures of a promo and its topic, `on` or `off`."""


@dataclass(frozen=True)
class Example:
    """One paragraph with its measures, by name."""

    row: dict[str, float]
    role: str
    weight: float


def examples_of(article: Labelled) -> list[Example]:
    """Return the paragraphs to learn from.

    Left out: `mixed` ones, and paragraphs of clean articles that hold a
    give-away phrase, as they may be furniture that nobody annotated.
    """
    measured = measure(look_around(article.document))
    weight = MADE_WEIGHT if article.kind == "made" else 1.0
    return [
        Example(row, article.roles[index], weight)
        for index, row in measured.rows()
        if article.roles[index] != "mixed" and (article.sure[index] or not row["any_phrase"])
    ]


def fit(examples: Sequence[Example]) -> RoleModel:
    """Fit the linear model of roles."""
    from sklearn.linear_model import LogisticRegression

    labels = [ROLES.index(example.role) for example in examples]  # type: ignore[arg-type]
    judge = LogisticRegression(C=REGULARISATION, max_iter=2000)
    rows, importance = [example.row for example in examples], [e.weight for e in examples]
    names, base, weights = _fit_scaled(judge, rows, labels, importance)
    return RoleModel(tuple(ROLES[k] for k in judge.classes_), names, base, weights)


def promos_of(article: Labelled) -> list[Asked]:
    """Return the promo stories to learn from, those without a word of their own left out."""
    asked = [(index, topic) for index, topic in enumerate(article.topics) if topic]
    scene = look_around(article.document) if asked else None
    rows = [(topic_measures(scene, index), topic) for index, topic in asked if scene]
    return [(row, topic) for row, topic in rows if row is not None]


def fit_topic(promos: Sequence[Asked]) -> TopicModel:
    """Fit the model of topics, both weighing alike."""
    from sklearn.linear_model import LogisticRegression

    judge = LogisticRegression(C=TOPIC_REGULARISATION, class_weight="balanced", max_iter=1000)
    rows, labels = [row for row, _ in promos], [topic == "off" for _, topic in promos]
    names, base, weights = _fit_scaled(judge, rows, labels)
    return TopicModel(float(base[0]), dict(zip(names, weights[:, 0].tolist(), strict=True)))


def _fit_scaled(
    judge: Any,
    rows: Sequence[dict[str, float]],
    labels: Sequence[int],
    importance: Sequence[float] | None = None,
) -> tuple[tuple[str, ...], Floats, Floats]:
    """Fit on scaled measures; return their names, base and weights for unscaled ones, rounded."""
    names = tuple(sorted(rows[0]))
    values = np.array([[row[name] for name in names] for row in rows], float)
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    judge.fit((values - mean) / scale, labels, sample_weight=importance)
    weights = (judge.coef_ / scale).T
    return names, (judge.intercept_ - mean @ weights).round(DIGITS), weights.round(DIGITS)


def train(data: Path) -> RoleModel:
    """Fit the shipped model on everything there is.

    `data`: folder that holds `promo_inserts` and `article-bias-prediction`.
    """
    articles = [*read_real(data), *read_bare(data), *make_articles(data)]
    return fit([example for article in articles for example in examples_of(article)])


def train_topic(data: Path) -> TopicModel:
    """Fit the shipped model of topics on the annotated and the dropped-in promo stories."""
    return fit_topic([p for a in [*read_real(data), *read_bare(data)] for p in promos_of(a)])


def write(data: Path, folder: Path) -> None:
    """Train both models on the data sets in a folder and write them into another."""
    roles, topic = train(data), train_topic(data)
    write_model(folder / "roles.json", ROLES_FORM, roles.content())
    write_model(folder / "topic.json", TOPIC_FORM, topic.content())
