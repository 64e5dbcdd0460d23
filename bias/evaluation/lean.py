"""How often the lean model names the side of an article's outlet, known outlets and new ones.

Three views of an article are measured: its story as the shipped model sees it, the same
with every name seen, and the whole page text with names and furniture, which gives the
outlet away.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import bootstrap
from bias.evaluation.measures import Floats, Numbers, calibration_error
from bias.labelled.lean import story_keys
from bias.models.lean import SIDES
from bias.rating.beside import lean_of
from bias.reading import Reading

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.lean import LeanCorpus

COLUMNS = ("view", "articles", "measure", "value", "low", "high", "n")
SHIPPED = "story, known names hidden"
Row = tuple[Any, ...]


def evaluate_lean(data: Path) -> "pd.DataFrame":
    """Fit on the official random split and with sources left out, and judge the rest.

    `data` is the folder that holds `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns view, articles, measure, value, low, high, n. Low and high are a 95 %
        bootstrap interval: over articles for known outlets, over outlets for new ones.
    """
    import pandas as pd

    from bias.labelled.lean import read_corpora

    views = {SHIPPED: story_keys, "story, names seen": seen_keys, "with furniture": page_keys}
    corpora = read_corpora(data, list(views.values()))
    rows = [row for name, c in zip(views, corpora, strict=True) for row in view_rows(name, c)]
    return pd.DataFrame([*rows, *swap_rows(data)], columns=COLUMNS)


def seen_keys(reading: Reading) -> list[str]:
    """Return the story's keys, every name among them."""
    return reading.told.keys[reading.story]


def page_keys(reading: Reading) -> list[str]:
    """Return the keys of all paragraphs, furniture and inserts among them."""
    return reading.document.keys


def view_rows(view: str, corpus: "LeanCorpus") -> Iterator[Row]:
    """Yield the figures of one view."""
    from bias.labelled.lean import count_grams
    from bias.training.lean import choose, judge_known, judge_new, probabilities, sharpness_of

    grams, sides = count_grams(corpus), corpus.sides
    known, outside = judge_known(corpus, choose(corpus, grams))
    sharpness = sharpness_of(known, sides[outside])
    for part in ("valid", "test"):
        chosen = corpus.split[outside] == part
        found, groups = probabilities(known[chosen], sharpness), np.arange(chosen.sum())
        yield from _measures(view, f"official {part}", found, sides[outside][chosen], groups)
    found = probabilities(judge_new(corpus, grams), sharpness)
    groups = np.unique(corpus.sources, return_inverse=True)[1]
    yield from _measures(view, "outlets left out", found, sides, groups)


def _measures(
    view: str, articles: str, found: Floats, sides: Numbers, groups: Numbers
) -> Iterator[Row]:
    guess, n = found.argmax(axis=1), len(sides)
    right = guess == sides
    counts = np.bincount(groups, right), np.bincount(groups)
    ends = bootstrap(lambda hits, sizes: hits.sum() / sizes.sum(), *counts)
    yield view, articles, "accuracy", float(right.mean()), *ends, n
    error = calibration_error(right, found.max(axis=1))
    yield view, articles, "calibration error", error, np.nan, np.nan, n
    for number, side in enumerate(SIDES):
        chosen = sides == number
        for other, name in enumerate(SIDES):
            share = float((guess[chosen] == other).mean())
            yield view, articles, f"{side} taken for {name}", share, np.nan, np.nan, chosen.sum()


def swap_rows(data: Path) -> Iterator[Row]:
    """Yield how far each kind of swapped names moves the shipped model's probabilities."""
    from bias.document.article import Article
    from bias.evaluation.swaps import kinds
    from bias.evaluation.symmetry import swap_article, swapped_articles
    from bias.labelled.real_articles import reading_of

    def lean(article: Article) -> Floats | None:
        found = lean_of(reading_of(article))
        return None if found is None else np.array([found.probability(side) for side in SIDES])

    moved: dict[str, list[float]] = {kind: [] for kind in kinds()}
    for article in swapped_articles(data):
        before = lean(article)
        for kind in moved:
            after = lean(swap_article(article, kind))
            if before is not None and after is not None:
                moved[kind].append(float(np.abs(after - before).max()))
    for kind, values in moved.items():
        for measure, value in (("mean", np.mean(values)), ("largest", np.max(values))):
            name = f"{measure} movement, names swapped: {kind}"
            yield SHIPPED, "shipped model", name, float(value), np.nan, np.nan, len(values)
