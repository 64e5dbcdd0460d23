"""Train the models of paragraph roles and of promos' topics.

    python -m bias.training roles --data PATH [-o FOLDER]

Writes `roles.json` and `topic.json`, the same bytes each time on the same data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bias.labelled.inserts import Labelled, make_articles, read_bare, read_real
from bias.models.files import write_model
from bias.roles.context import look_around
from bias.roles.measures import measure
from bias.roles.model import FORM as ROLES_FORM
from bias.roles.model import RoleModel
from bias.roles.role import ROLES
from bias.roles.topic import FORM as TOPIC_FORM
from bias.roles.topic import TopicModel
from bias.training.topic import fit_topic, promos_of

REGULARISATION = 0.05
"""scikit-learn's C (chosen from 0.03 to 0.3 by `bias evaluate promo-inserts`, 2026-11-22)."""
MADE_WEIGHT = 0.3
"""How much a made paragraph counts beside a real one (chosen likewise)."""
DIGITS = 4


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
    """Fit the linear model; measures are scaled for the fit, weights scaled back."""
    from sklearn.linear_model import LogisticRegression

    measures = tuple(sorted(examples[0].row))
    values = np.array([[example.row[name] for name in measures] for example in examples], float)
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    labels = [ROLES.index(example.role) for example in examples]  # type: ignore[arg-type]
    judge = LogisticRegression(C=REGULARISATION, max_iter=2000)
    judge.fit((values - mean) / scale, labels, sample_weight=[e.weight for e in examples])
    weights = (judge.coef_ / scale).T
    roles = tuple(ROLES[k] for k in judge.classes_)
    return RoleModel(
        roles, measures, (judge.intercept_ - mean @ weights).round(DIGITS), weights.round(DIGITS)
    )


def train(data: Path) -> RoleModel:
    """Fit the shipped model on everything there is.

    Parameters
    ----------
    data
        Folder that holds `promo_inserts` and `article-bias-prediction`.
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
