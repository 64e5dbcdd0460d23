"""How often the lean model names the side of an article's outlet, and how often it is right.

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
    from bias.training.lean_calibration import Held
    from bias.words.types import Bools

COLUMNS = ("view", "articles", "measure", "value", "low", "high", "n")
SHIPPED, LEFT_OUT = "story, known names hidden", "outlets left out"
SURE, STEP = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), 0.1
"""Where a step of the likeliest side's probability begins."""
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
    from bias.training.lean import choose, judge_known, judge_new
    from bias.training.lean_calibration import (
        Held,
        fit_calibration,
        hold_out,
        least_sure,
        probabilities,
        said_of,
    )

    grams, sides, outlets, opinions = (
        count_grams(corpus), corpus.sides, corpus.sources, corpus.opinions,
    )  # fmt: skip
    new = judge_new(corpus, grams)
    held = hold_out(new, opinions, sides, outlets)
    calibration = fit_calibration(new, opinions, sides, outlets)
    least = least_sure(held)
    known, outside = judge_known(corpus, choose(corpus, grams))
    for part in ("valid", "test"):
        chosen = corpus.split[outside] == part
        rows = outside[chosen]
        found = probabilities(calibration, known[chosen], opinions[rows])
        of_part = Held(found, sides[rows], outlets[rows])
        said = of_part.said(least)
        yield from _measures(view, f"official {part}", of_part, said, np.arange(len(rows)))
    groups = np.unique(outlets, return_inverse=True)[1]
    yield from _measures(view, LEFT_OUT, held, said_of(held), groups)


def _measures(
    view: str, articles: str, held: "Held", said: "Bools", groups: Numbers
) -> Iterator[Row]:
    right, sure, n = held.right, held.sure, len(groups)
    yield view, articles, "accuracy", *_share(right, groups), n
    error = calibration_error(right, sure)
    yield view, articles, "calibration error", error, np.nan, np.nan, n
    yield view, articles, "speaks", *_share(said, groups), n
    yield view, articles, "right where it speaks", *_share(right[said], groups[said]), said.sum()
    for number, side in enumerate(SIDES):
        named = said & (held.called == number)
        if named.any():
            told = *_share(right[named], groups[named]), named.sum()
            yield view, articles, f"right where it says {side}", *told
    for low in SURE:
        as_sure = (sure >= low) & (sure < low + STEP)
        if as_sure.any():
            told = *_share(right[as_sure], groups[as_sure]), as_sure.sum()
            yield view, articles, f"right where {low:.1f} to {low + STEP:.1f} sure", *told
    for number, side in enumerate(SIDES):
        chosen = held.sides == number
        for other, name in enumerate(SIDES):
            share = float((held.called[chosen] == other).mean())
            yield view, articles, f"{side} taken for {name}", share, np.nan, np.nan, chosen.sum()


def _share(hits: "Bools", groups: Numbers) -> tuple[float, float, float]:
    """Return a share and its 95 % interval over groups."""
    if not len(hits):
        return np.nan, np.nan, np.nan
    _, of = np.unique(groups, return_inverse=True)
    ends = bootstrap(
        lambda found, sizes: found.sum() / sizes.sum(), np.bincount(of, hits), np.bincount(of)
    )
    return float(hits.mean()), *ends


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
