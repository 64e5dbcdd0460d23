"""An article model on labels of one's own: the shipped model's procedure on another table."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bias.evaluation.measures import Floats
from bias.own.progress import Told, untold, watched
from bias.own.table import FEWEST_GROUPS, Table
from bias.rating.rate import FEWEST_WORDS, shipped_model
from bias.training.articles import Example, example_of, predict


def read_examples(table: Table, told: Told = untold) -> tuple[Table, list[Example]]:
    """Measure each article; leave out what is too short to be rated.

    Where outlets are too few to be drawn again for the interval, articles are.
    """
    rows = watched(table.articles, "measuring articles", told)
    examples = [example_of(a, bool(b), "") for a, b in zip(rows, table.biased, strict=True)]
    rated = [_is_long_enough(example) for example in examples]
    notes = [
        f"left out: {article.source}: fewer than {FEWEST_WORDS} words of headline and story"
        for article, fits in zip(table.articles, rated, strict=True)
        if not fits
    ]
    places = [i for i, fits in enumerate(rated) if fits]
    table = table.only(places, notes)
    named = table.groups if len(set(table.groups)) >= FEWEST_GROUPS else ()
    outlets = named or tuple(article.source for article in table.articles)
    return table, [replace(examples[i], domain=o) for i, o in zip(places, outlets, strict=True)]


def _is_long_enough(example: Example) -> bool:
    sentences = example.sentences
    return bool(sentences.is_body.any()) and sentences.word_count >= FEWEST_WORDS


def shipped_log_odds(examples: Sequence[Example]) -> Floats:
    """Return what the model that comes with the package says."""
    return np.array([predict(shipped_model(), example)[0] for example in examples])
