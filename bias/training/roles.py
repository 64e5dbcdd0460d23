"""Train the models of paragraph roles and of promos' topics.

    python -m bias.training roles --data PATH [-o FOLDER]

Writes `lines.json.gz`, `roles.json`, `role_trees.json.gz` and `topic.json`, the same bytes each
time on the same data.
What the words of a line say is a measure among others of the model of roles. It learns how far to
trust them on lines of outlets that the words were not learnt from.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from bias.labelled.inserts import Labelled, make_articles, read_bare, read_real
from bias.labelled.rails import make_rails, make_runs
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.lines import FORM as LINES_FORM
from bias.models.lines import LineModel
from bias.models.trees import FORM as TREES_FORM
from bias.roles.context import look_around
from bias.roles.measures import measure
from bias.roles.model import FORM as ROLES_FORM
from bias.roles.model import Linear, RoleModel
from bias.roles.role import ROLES
from bias.roles.topic import FORM as TOPIC_FORM
from bias.roles.topic import TopicModel, topic_measures
from bias.training.folds import left_out
from bias.training.lines import fit_lines, read_lines, weight_of
from bias.training.trees import fit_trees

REGULARISATION = 0.03
"""scikit-learn's C (0.01 to 0.1 do alike with outlets left out, 2026-11-30)."""
TREES = 0.6
"""Weight of the trees in the log odds, beside the linear part's (0.4 to 0.7 do alike)."""
INNER_FOLDS = 4
"""By which words are learnt on some outlets and trusted on others."""
TOPIC_REGULARISATION = 0.1
"""The same of topics (0.1 and 1 do alike with outlets left out, 2026-11-22)."""
WEIGHTS = {"real": 1.0, "bare": 1.2, "made": 0.3}
"""How much a paragraph of each kind of article counts (made 0.03 to 0.3 tried likewise: more of
them find more rails and more that are none)."""
DIGITS = 4

Asked = tuple[dict[str, float], str]
"""The measures of a promo and its topic, `on` or `off`."""


@dataclass(frozen=True)
class Example:
    """One paragraph with its measures, by name."""

    row: dict[str, float]
    role: str
    weight: float


@dataclass(frozen=True)
class Fitted:
    """Both models of roles."""

    lines: LineModel
    roles: RoleModel


def fit_both(articles: Sequence[Labelled]) -> Fitted:
    """Fit the model of lines, and the model of measures on outlets that the lines are not from."""
    lines = [read_lines(article) if article.kind == "real" else [] for article in articles]
    examples = list[Example]()
    for inside, outside in left_out([article.outlet for article in articles], INNER_FOLDS):
        model = fit_lines([line for index in inside for line in lines[index]])
        examples += [e for index in outside for e in examples_of(articles[index], model)]
    return Fitted(fit_lines([*chain.from_iterable(lines)]), fit(examples))


def examples_of(article: Labelled, lines: LineModel) -> list[Example]:
    """Return the paragraphs to learn from, their words weighed by a model that saw none of them.

    Left out: `mixed` ones, and paragraphs of clean articles that hold a
    give-away phrase, as they may be furniture that nobody annotated.
    """
    measured = measure(look_around(article.document, lines=lines))
    weight, alike = WEIGHTS[article.kind], Counter(article.roles)
    return [
        Example(
            row,
            article.roles[index],
            weight * weight_of(article.roles[index], alike[article.roles[index]]),
        )
        for index, row in measured.rows()
        if article.roles[index] != "mixed" and (article.sure[index] or not row["any_phrase"])
    ]


def fit(examples: Sequence[Example]) -> RoleModel:
    """Fit both parts of the model of roles."""
    from sklearn.linear_model import LogisticRegression

    labels = [ROLES.index(example.role) for example in examples]  # type: ignore[arg-type]
    rows, importance = [example.row for example in examples], [e.weight for e in examples]
    names, values = _stack(rows)
    judge = LogisticRegression(C=REGULARISATION, tol=1e-3, max_iter=2000)
    base, weights = _fit_scaled(judge, values, labels, importance)
    roles = tuple(ROLES[k] for k in judge.classes_)
    rest = 1 - TREES
    linear = Linear(roles, names, (rest * base).round(DIGITS), (rest * weights).round(DIGITS))
    return RoleModel(linear, fit_trees(values, labels, importance, names, ROLES, TREES))


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
    names, values = _stack(rows)
    base, weights = (part.round(DIGITS) for part in _fit_scaled(judge, values, labels))
    return TopicModel(float(base[0]), dict(zip(names, weights[:, 0].tolist(), strict=True)))


def _stack(rows: Sequence[dict[str, float]]) -> tuple[tuple[str, ...], Floats]:
    """Return the names of measures and their values, shape (rows, measures)."""
    names = tuple(sorted(rows[0]))
    return names, np.array([[row[name] for name in names] for row in rows], float)


def _fit_scaled(
    judge: Any,
    values: Floats,
    labels: Sequence[int],
    importance: Sequence[float] | None = None,
) -> tuple[Floats, Floats]:
    """Fit on scaled measures; return base and weights for unscaled ones."""
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    judge.fit((values - mean) / scale, labels, sample_weight=importance)
    weights = (judge.coef_ / scale).T
    return judge.intercept_ - mean @ weights, weights


def train(data: Path) -> Fitted:
    """Fit the shipped models on everything there is but the check outlets.

    `data`: folder that holds `promo_inserts` and `article-bias-prediction`.
    """
    return fit_both([*read_real(data), *read_bare(data), *make_all(data)])


def make_all(data: Path, seed: int = 0) -> list[Labelled]:
    """Return the articles that are made to learn from."""
    return [*make_articles(data, seed), *make_rails(data, seed), *make_runs(data, seed)]


def train_topic(data: Path) -> TopicModel:
    """Fit the shipped model of topics on the annotated and the dropped-in promo stories."""
    return fit_topic([p for a in [*read_real(data), *read_bare(data)] for p in promos_of(a)])


def write(data: Path, folder: Path) -> None:
    """Train the models on the data sets in a folder and write them into another."""
    fitted, topic = train(data), train_topic(data)
    write_model(folder / "lines.json.gz", LINES_FORM, fitted.lines.content())
    write_model(folder / "roles.json", ROLES_FORM, fitted.roles.linear.content())
    write_model(folder / "role_trees.json.gz", TREES_FORM, fitted.roles.trees.content())
    write_model(folder / "topic.json", TOPIC_FORM, topic.content())
