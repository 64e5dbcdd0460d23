"""How often the lean model names the side of an article's outlet, known outlets and new ones.

Three views of an article are measured: its story as the shipped model sees it, the same
with every name seen, and the whole page text with names and furniture, which gives the
outlet away.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import SEED
from bias.labelled.lean import story_keys
from bias.models.lean import SIDES
from bias.rating.beside import lean_of
from bias.reading import Reading

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.lean import LeanCorpus

DRAWS = 1000
BINS = 10
COLUMNS = ("view", "articles", "measure", "value", "low", "high", "n")
SHIPPED = "story, known names hidden"
Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
Row = tuple[Any, ...]


def evaluate_lean(data: Path) -> "pd.DataFrame":
    """Fit on the official random split and with sources left out, and judge the rest.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction`.

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
    return [
        key for key, told in zip(reading.document.keys, reading.story.tolist(), strict=True) if told
    ]


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
    low, high = _interval(right, groups)
    yield view, articles, "accuracy", float(right.mean()), low, high, n
    yield view, articles, "calibration error", calibration_error(found, sides), np.nan, np.nan, n
    for number, side in enumerate(SIDES):
        chosen = sides == number
        for other, name in enumerate(SIDES):
            share = float((guess[chosen] == other).mean())
            yield view, articles, f"{side} taken for {name}", share, np.nan, np.nan, chosen.sum()


def _interval(right: NDArray[np.bool_], groups: Numbers) -> tuple[float, float]:
    """Return the bootstrap interval of a share, whole groups drawn again."""
    hits, sizes = np.bincount(groups, right), np.bincount(groups)
    random = np.random.default_rng(SEED)
    draws = [random.integers(0, len(sizes), len(sizes)) for _ in range(DRAWS)]
    shares = [hits[draw].sum() / sizes[draw].sum() for draw in draws]
    low, high = np.percentile(shares, [2.5, 97.5])
    return float(low), float(high)


def calibration_error(found: Floats, sides: Numbers) -> float:
    """Return how far the likeliest side's probability is from how often it is right.

    The mean over ten groups of equal size of the absolute difference, weighted by size.
    """
    top, right = found.max(axis=1), found.argmax(axis=1) == sides
    groups: Sequence[Numbers] = np.array_split(np.argsort(top, kind="stable"), BINS)
    gaps = [abs(top[group].mean() - right[group].mean()) * len(group) for group in groups]
    return float(sum(gaps) / len(top))


def swap_rows(data: Path) -> Iterator[Row]:
    """Yield how far each kind of swapped names moves the shipped model's probabilities."""
    from bias.document.article import Article
    from bias.document.segment import segment
    from bias.evaluation.swaps import kinds, swap
    from bias.evaluation.symmetry import swapped_articles
    from bias.roles import label_paragraphs

    def lean(article: Article) -> Floats | None:
        document = segment(article)
        found = lean_of(Reading(document, label_paragraphs(document)))
        return None if found is None else np.array([found.probability(side) for side in SIDES])

    moved: dict[str, list[float]] = {kind: [] for kind in kinds()}
    for article in swapped_articles(data):
        before = lean(article)
        for kind in moved:
            after = lean(Article(swap(article.headline, kind), swap(article.body, kind)))
            if before is not None and after is not None:
                moved[kind].append(float(np.abs(after - before).max()))
    for kind, values in moved.items():
        for measure, value in (("mean", np.mean(values)), ("largest", np.max(values))):
            name = f"{measure} movement, names swapped: {kind}"
            yield SHIPPED, "shipped model", name, float(value), np.nan, np.nan, len(values)
