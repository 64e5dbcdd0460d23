"""An article model on labels of one's own: the shipped model's procedure on another table."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bias.article import Article
from bias.article_measures import count_words, without_inserts
from bias.rating import FEWEST_WORDS, FORMAT, VERSION, shipped_model
from bias.training.articles import Example, as_record, example_of, fit, predict
from bias.training.own_table import FEWEST_GROUPS, Splits, Table

Floats = NDArray[np.float64]
FORM = (FORMAT, VERSION)
content_of = as_record


def read_examples(table: Table) -> list[Example]:
    """Measure each article; where outlets are too few to draw again, articles are drawn."""
    places = [article.source for article in table.articles]
    outlets = table.groups if len(set(table.groups)) >= FEWEST_GROUPS else places
    rows = zip(table.articles, table.biased.tolist(), outlets, strict=True)
    return [example_of(article, biased, outlet) for article, biased, outlet in rows]


def cross_validate(examples: Sequence[Example], splits: Splits) -> tuple[Floats, Floats]:
    """Return log-odds out of fold, and the ends of the 90 % intervals before widening."""
    scores, ends = np.zeros(len(examples)), np.zeros((len(examples), 2))
    for inside, outside in splits:
        model = fit([examples[i] for i in inside])
        for i in outside:
            scores[i], deviations = predict(model, examples[i])
            ends[i] = scores[i] + np.array(model.spread(deviations))
    return scores, ends


def shipped_log_odds(examples: Sequence[Example]) -> Floats:
    """Return what the model that comes with the package says."""
    return np.array([predict(shipped_model(), example)[0] for example in examples])


def too_short(article: Article) -> str:
    """Return why an article cannot be rated; empty when it can."""
    ...
