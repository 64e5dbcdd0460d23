"""False alarms on calm texts of the left and of the right.

Calm is what people judged so, or what comes from outlets that report: never what the
instrument itself finds calm. Labelled texts are scored by models that did not see them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bias.analysis import analyze
from bias.corpus.intervals import share
from bias.evaluation.swaps import count_sides
from bias.labelled.genre import genre_label
from bias.labelled.real_articles import RealArticle, read_articles
from bias.models.linear import logistic
from bias.rating.rate import HIGH_EDGE

EDGES = (0.5, HIGH_EDGE)
PER_OUTLET = 110
"""Articles of one reporting outlet at most."""
REPORTING = {
    "left": (
        "ABC News", "CBS News", "CNN (Web News)", "New York Times - News", "Politico",
        "The Guardian", "Washington Post", "Time Magazine", "BuzzFeed News",
    ),
    "right": (
        "Fox News", "Fox News (Online)", "Fox Online News", "MarketWatch", "New York Post",
        "Newsmax - News", "Washington Times", "Washington Examiner",
    ),
    "center": (
        "Associated Press", "Axios", "BBC News", "Bloomberg", "Christian Science Monitor",
        "NPR Online News", "Reuters", "The Hill", "USA TODAY", "Wall Street Journal - News",
    ),
}  # fmt: skip
"""News desks, by the label of the outlet. Their opinion pieces are left out."""
PAPERS_AND_BROADCASTERS = frozenset(
    {
        "ABC News", "CBS News", "CNN (Web News)", "New York Times - News", "The Guardian",
        "Washington Post", "Fox News", "Fox News (Online)", "Fox Online News", "New York Post",
        "Newsmax - News", "Washington Times",
    }
)  # fmt: skip
"""Those of a kind that both sides have: no magazine, no politics or business site."""
_OPINION = re.compile(
    r"opinion|commentisfree|commentary|editorial|column|blog|/fixgov|upshot|magazine|analysis|/vdh",
    re.IGNORECASE,
)
FEWEST_NAMES = 5
"""Names of parties and leaders in an article that is about one side."""
MOSTLY = 2 / 3
"""Share of them that is that side's."""
Row = tuple[Any, ...]
Sided = tuple[str, float]
"""Side of a calm text and its probability."""


def calm_rows(data: Path) -> Iterator[Row]:
    """Yield for each set of calm texts the share of false alarms per side and the difference."""
    yield from compare("sentence experts called not biased", _sentences(data))
    yield from compare("article readers called not biased", _articles(data))
    reports = list(_reports(data))
    by_outlet = [(r.side, p) for r, p in reports if r.side != "center"]
    yield from compare("report, by outlet", by_outlet)
    alike = [(r.side, p) for r, p in reports if r.source in PAPERS_AND_BROADCASTERS]
    yield from compare("report, papers and broadcasters", alike)
    about = [(about_side(r), p) for r, p in reports if r.side == "center"]
    yield from compare("report of a centre outlet, by whom it names", about)


def compare(text: str, sided: Iterable[Sided]) -> Iterator[Row]:
    """Yield shares above each edge of both sides, with Wilson's interval, and the difference."""
    found: dict[str, list[float]] = {"left": [], "right": []}
    for side, probability in sided:
        if side in found and not math.isnan(probability):
            found[side].append(probability)
    for edge in EDGES:
        hits = {side: sum(p > edge for p in values) for side, values in found.items()}
        totals = {side: len(values) for side, values in found.items()}
        yield from _share_rows(f"calm {text}", f"share above {edge}", hits, totals)


def _share_rows(
    text: str, measure: str, hits: dict[str, int], totals: dict[str, int]
) -> Iterator[Row]:
    if not all(totals.values()):
        return
    for side, total in totals.items():
        value, low, high = share(hits[side], total)
        yield text, side, measure, value, math.nan, math.nan, low, high, total
    sides = [(hits[side], totals[side]) for side in totals]
    gap, low, high = difference(*sides)
    yield text, "left less right", measure, gap, math.nan, math.nan, low, high, sum(totals.values())


def difference(one: tuple[int, int], other: tuple[int, int]) -> tuple[float, float, float]:
    """Return the difference of two shares with its 95 % interval (Newcombe 1998).

    >>> [round(x, 2) for x in difference((5, 10), (5, 10))]
    [0.0, -0.37, 0.37]
    """
    (p, p_low, p_high), (q, q_low, q_high) = share(*one), share(*other)
    below, above = math.hypot(p - p_low, q_high - q), math.hypot(p_high - p, q - q_low)
    return p - q, p - q - below, p - q + above


def _sentences(data: Path) -> list[Sided]:
    """Return BABE's sentences not called biased, by the side of their outlet."""
    from bias.evaluation.sentences import cross_validate
    from bias.labelled.babe import read_babe

    labelled = read_babe(data)
    rows = zip(labelled.outlet_type, labelled.biased, cross_validate(labelled), strict=True)
    return [(side, float(p)) for side, biased, p in rows if not biased]


def _articles(data: Path) -> list[Sided]:
    """Return articles not called hyperpartisan, by the side of their outlet's other articles."""
    import numpy as np

    from bias.evaluation.articles import cross_validate, make_splits
    from bias.training.articles import read_hyperpartisan
    from bias.training.house_style import read_house_style

    examples, sides = read_hyperpartisan(data), side_of_domains(data)
    splits = make_splits(examples, np.array([e.biased for e in examples]))["outlets left out"]
    scores, _, _ = cross_validate(examples, examples, splits, read_house_style(data))
    pairs = zip(examples, scores, strict=True)
    return [(sides.get(e.domain, ""), logistic(z)) for e, z in pairs if not e.biased]


def side_of_domains(data: Path) -> dict[str, str]:
    """Return the commonest label of the sources that publish under each web address."""
    counts: dict[str, Counter[str]] = {}
    for row in read_articles(data, per_source=3):
        domain = urlsplit(row.url).netloc.removeprefix("www.")
        counts.setdefault(domain, Counter())[row.side] += 1
    return {domain: sides.most_common(1)[0][0] for domain, sides in counts.items() if domain}


def _reports(data: Path) -> Iterator[tuple[RealArticle, float]]:
    """Yield the reports of the news desks with their ratings."""
    sources = {source for names in REPORTING.values() for source in names}
    for row in read_articles(data, PER_OUTLET, sources):
        if not is_labelled_opinion(row):
            bias = analyze(row.article).rating.bias
            yield row, math.nan if bias is None else bias


def is_labelled_opinion(row: RealArticle) -> bool:
    """Tell whether the address or the headline calls an article opinion or analysis."""
    labelled = genre_label(row.url, row.article.headline, row.source) == "opinion"
    return labelled or _OPINION.search(row.url) is not None


def about_side(row: RealArticle) -> str:
    """Return the side most of whose parties and leaders an article names; empty when neither."""
    left, right = count_sides(f"{row.article.headline}\n{row.article.body}")
    if left + right < FEWEST_NAMES:
        return ""
    of_left = left / (left + right)
    return "left" if of_left >= MOSTLY else "right" if of_left <= 1 - MOSTLY else ""
