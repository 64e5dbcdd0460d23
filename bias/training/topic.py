"""Train the model that tells whether a promo is about the article's matter.

`python -m bias.training roles` writes it beside the model of roles.
"""

from collections.abc import Sequence

import numpy as np

from bias.labelled.inserts import Labelled
from bias.roles.context import look_around
from bias.roles.topic import TopicModel, topic_measures

REGULARISATION = 0.1
"""scikit-learn's C (0.1 and 1 do alike with outlets left out, 2026-11-22)."""
DIGITS = 4

Asked = tuple[dict[str, float], str]
"""The measures of a promo and its topic, `on` or `off`."""


def promos_of(article: Labelled) -> list[Asked]:
    """Return the promo stories to learn from, those without a word of their own left out."""
    asked = [(index, topic) for index, topic in enumerate(article.topics) if topic]
    scene = look_around(article.document) if asked else None
    rows = [(topic_measures(scene, index), topic) for index, topic in asked if scene]
    return [(row, topic) for row, topic in rows if row is not None]


def fit_topic(promos: Sequence[Asked]) -> TopicModel:
    """Fit the linear model, both topics weighing alike; weights are for unscaled measures."""
    from sklearn.linear_model import LogisticRegression

    names = sorted(promos[0][0])
    values = np.array([[row[name] for name in names] for row, _ in promos], float)
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    judge = LogisticRegression(C=REGULARISATION, class_weight="balanced", max_iter=1000)
    judge.fit((values - mean) / scale, [topic == "off" for _, topic in promos])
    weights = judge.coef_[0] / scale
    rounded = map(float, weights.round(DIGITS))
    return TopicModel(
        round(float(judge.intercept_[0] - mean @ weights), DIGITS),
        dict(zip(names, rounded, strict=True)),
    )
