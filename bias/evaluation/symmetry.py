"""How far swapping names moves a number, and whether calm reports of both sides stay calm.

Real sentences and articles are measured as they are and with names of parties, leaders,
outlets, states, faiths, nations, peoples and sexes changed for those of the other side.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.alone import rate_sentences
from bias.analysis import Analysis, analyze
from bias.document.article import Article
from bias.document.judged import score_sentences
from bias.document.segment import segment
from bias.errors import UsageError
from bias.evaluation.calm import calm_rows
from bias.evaluation.swaps import ALL, count_swapped, has_glued_names, kinds, swap
from bias.features import EXTRACTORS
from bias.features.loaded.words import ScoredWords
from bias.labelled.real_articles import read_articles
from bias.lists.hits import bounds_of
from bias.models.lean import SIDES
from bias.models.tokens import shipped_token_model

if TYPE_CHECKING:
    import pandas as pd

PER_OUTLET = 15
"""Articles of one outlet at most, so that no house style speaks for all."""
PER_SIDE = 80
"""Articles of left, centre and right outlets each."""
FEWEST_NAMES = 5
"""Names that change in an article."""
MOVED = 0.01
"""A number that moves by more counts as moved."""
SCORES = tuple(extractor.score_name for extractor in EXTRACTORS)
COLUMNS = ("text", "names", "measure", "mean", "largest", "moved", "low", "high", "n")
Measures = dict[str, float]
Row = tuple[Any, ...]


def evaluate_symmetry(data: Path) -> "pd.DataFrame":
    """Return how far swaps move sentences, articles and headlines, and false alarms by side.

    `data` is the folder that holds `babe`, `hyperpartisan-semeval19` and
    `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns text, names, measure, mean, largest, moved, low, high, n. Movements are
        absolute differences on the scale of 0 to 1; `moved` is the share above 0.01. In the
        rows of calm texts, `mean` is the share that raises a false alarm, or the difference
        between the sides, and low and high are its 95 % interval.
    """
    import pandas as pd

    rows = [*_movements("sentence", babe_texts(data), sentence_measures)]
    rows += _movements("article", swapped_articles(data), article_measures)
    rows += calm_rows(data)
    return pd.DataFrame(rows, columns=COLUMNS)


def babe_texts(data: Path) -> list[Article]:
    """Return BABE's sentences, each as a headline, which segmentation never cuts."""
    import pandas as pd

    file = data / "babe" / "sg2_sentences.csv.gz"
    if not file.exists():
        raise UsageError(f"{file}: there is no such file. Give --data PATH.")
    texts = pd.read_csv(file)["text"].drop_duplicates()
    return [Article(headline=" ".join(text.split())) for text in texts]


def swapped_articles(data: Path) -> Iterator[Article]:
    """Yield articles of many outlets that hold enough names, none of them glued to a word."""
    taken = dict.fromkeys(SIDES, 0)
    for row in read_articles(data, PER_OUTLET):
        text = f"{row.article.headline}\n{row.article.body}"
        room = taken[row.side] < PER_SIDE and not has_glued_names(text)
        if room and count_swapped(text) >= FEWEST_NAMES:
            taken[row.side] += 1
            yield row.article
        if all(count == PER_SIDE for count in taken.values()):
            return


def _movements(text: str, articles: Iterable[Article], measure: Any) -> Iterator[Row]:
    """Yield a row for each kind of names and each measure, over the texts that change."""
    found: dict[tuple[str, str], list[float]] = {}
    for article in articles:
        before: Measures = {}
        for kind in kinds():
            changed = swap_article(article, kind)
            if changed != article:
                before = before or measure(article)
                for name, moved in _differences(before, measure(changed)).items():
                    found.setdefault((kind, name), []).append(moved)
    for (kind, name), values in sorted(found.items(), key=_order):
        yield text, kind, name, *describe(values), math.nan, math.nan, len(values)


def _order(item: tuple[tuple[str, str], object]) -> tuple[str, int]:
    (kind, name), _ = item
    return name, kinds().index(kind)


def swap_article(article: Article, kind: str = ALL) -> Article:
    """Return an article with the names of a kind swapped in headline and body."""
    return Article(swap(article.headline, kind), swap(article.body, kind))


def _differences(before: Measures, after: Measures) -> Measures:
    """Return absolute movements; a number that appears or vanishes moves by 1."""
    moved = {}
    for name, value in before.items():
        other = after[name]
        if not (math.isnan(value) and math.isnan(other)):
            moved[name] = 1.0 if math.isnan(value) or math.isnan(other) else abs(value - other)
    return moved


def describe(moved: Sequence[float]) -> tuple[float, float, float]:
    """Return mean, largest and share of movements above `MOVED`.

    >>> describe([0.0, 0.02])
    (0.01, 0.02, 0.5)
    """
    values = np.array(moved)
    return float(values.mean()), float(values.max()), float((values > MOVED).mean())


def sentence_measures(article: Article) -> Measures:
    """Return a sentence's probability and its most loaded word's."""
    text = article.headline
    return {"bias": float(rate_sentences([text])[0]), "most loaded word": _most_loaded(text)}


def _most_loaded(text: str) -> float:
    """Return the highest probability the token model gives a word of a sentence."""
    model, document = shipped_token_model(), segment(Article(body=text))
    log_odds = score_sentences(document).log_odds
    words = ScoredWords.of(model, document, bounds_of(document.sentences), log_odds)
    at = np.flatnonzero(document.is_word)
    return max(model.probabilities(words.around(at, np.zeros(len(at)))), default=math.nan)


def article_measures(article: Article) -> Measures:
    """Return an article's rating, scores and clickbait probability; NaN where undefined."""
    return measures_of(analyze(article))


def measures_of(analysis: Analysis) -> Measures:
    """Return the numbers of an analysis that no name may move."""
    rating = analysis.rating.bias
    return {
        "rating.bias": math.nan if rating is None else rating,
        **{f"scores.{name}": analysis.scores[name] for name in SCORES},
        "headline_clickbait": analysis.values["headline_clickbait"],
    }
