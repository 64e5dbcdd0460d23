"""How far those who marked agree: alpha of all, kappa and F1 of every two.

Values are NLTK's (`nltk.metrics`); their intervals come from drawing the articles again, or the
items where there are fewer than five articles.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bias.coding.items import BIASED, PLAIN
from bias.coding.read import Mark
from bias.coding.tool import TOOL
from bias.corpus.intervals import draws, middle_of
from bias.models.by_word import Floats
from bias.words.cut import Span, find_tokens

if TYPE_CHECKING:
    import pandas as pd

MARKED = "marked"
UNITS = ("article", "paragraph", "sentence", "word")
COLUMNS = ("unit", "measure", "coders", "value", "low", "high", "items")
LEVEL = 0.9
"""Of the intervals."""
FEWEST_ARTICLES = 5
"""With fewer the items are drawn again."""
Measure = Callable[[Floats], Floats]
"""From tables of counts, shape (draws, labels, labels), to a value of each; NaN where undefined."""


class Said(NamedTuple):
    """One label of one person."""

    coder: str
    item: str
    label: str
    article: str


def agreement(marks: Iterable[Mark]) -> "pd.DataFrame":
    """Return how far people agree with each other, and with the tool where it is among them.

    Parameters
    ----------
    marks
        Of all sheets; of the tool from `bias.coding.tool`.

    Returns
    -------
    DataFrame
        Columns `unit` (`article`, `paragraph`, `sentence` or `word`), `measure`, `coders`, `value`,
        `low`, `high` (90 % interval), `items`. `alpha` is Krippendorff's (nominal) of all people,
        the tool left out; of every two, `kappa` is Cohen's, `agree` the share of items with one
        label, and `f1` that of `biased` or of marked words. NaN where nobody differs from anybody,
        or nothing is in common.
    """
    import pandas as pd

    said = defaultdict[str, list[Said]](list)
    for mark in marks:
        for unit, one in _said(mark):
            said[unit].append(one)
    rows = [row for unit in UNITS for row in _rows(unit, said[unit])]
    return pd.DataFrame(rows, columns=[*COLUMNS])


def _said(mark: Mark) -> Iterator[tuple[str, Said]]:
    """Yield the labels of a mark: of its item, and of each word of a sentence that was judged."""
    article = mark.item if mark.kind == "article" else mark.item.rpartition(":")[0]
    if mark.label:
        yield mark.kind, Said(mark.coder, mark.item, mark.label, article)
    if mark.kind == "sentence" and (mark.label or mark.words):
        for token, kind in find_tokens(mark.text):
            if kind == "word":
                label = MARKED if _is_marked(token, mark.words) else PLAIN
                yield "word", Said(mark.coder, f"{mark.item}@{token.start}", label, article)


def _is_marked(token: Span, words: Sequence[Span]) -> bool:
    return any(token.meets(span) for span in words)


def _rows(unit: str, said: Sequence[Said]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of one unit."""
    people = sorted({one.coder for one in said} - {TOOL})
    coders = [*people, TOOL] if any(one.coder == TOOL for one in said) else people
    if len(people) > 1:
        yield unit, "alpha", "all", *_alpha([one for one in said if one.coder != TOOL])
    for two in combinations(coders, 2):
        common = _in_common([one for one in said if one.coder in two])
        for name, value in _of_two(unit, common, two):
            yield unit, name, " and ".join(two), *value


def _in_common(said: Sequence[Said]) -> list[Said]:
    """Return the labels of items that both gave one."""
    count = defaultdict[str, int](int)
    for one in said:
        count[one.item] += 1
    return [one for one in said if count[one.item] == 2]


Value = tuple[float, float, float, int]
"""A value, the ends of its interval, and of how many items."""


def _alpha(said: Sequence[Said]) -> Value:
    """Return Krippendorff's alpha of all items that several people judged."""
    from nltk.metrics.agreement import AnnotationTask

    by_item = defaultdict[str, list[Said]](list)
    for one in said:
        by_item[one.item].append(one)
    judged = {item: some for item, some in by_item.items() if len(some) > 1}
    labels = sorted({one.label for some in judged.values() for one in some})
    if len(labels) < 2:
        return math.nan, math.nan, math.nan, len(judged)
    value = AnnotationTask([one[:3] for some in judged.values() for one in some]).alpha()
    counts = np.array(
        [[[one.label for one in some].count(label) for label in labels] for some in judged.values()]
    )
    low, high = _interval([some[0].article for some in judged.values()], _apart(counts), alphas)
    return float(value), low, high, len(judged)


def _apart(counts: Floats) -> Floats:
    """Return for each item what alpha sums: its labels, and how much they differ, last."""
    several = counts.sum(axis=1, keepdims=True)
    alike = (counts * (counts - 1)).sum(axis=1, keepdims=True)
    return np.hstack([counts, several - alike / (several - 1)]).astype(float)


def alphas(sums: Floats) -> Floats:
    """Return alpha of sums of what `_apart` gives, shape (draws, labels + 1)."""
    totals, apart = sums[:, :-1], sums[:, -1]
    every = totals.sum(axis=1)
    alike = (totals * (totals - 1)).sum(axis=1) / (every * (every - 1))
    return np.asarray(1 - (apart / every) / np.where(alike < 1, 1 - alike, np.nan))


def _of_two(unit: str, said: Sequence[Said], two: tuple[str, str]) -> Iterator[tuple[str, Value]]:
    """Yield kappa, the share of equal labels, and F1 where one label is looked for."""
    from nltk.metrics.agreement import AnnotationTask

    labels = sorted({one.label for one in said})
    firsts = {one.item: one for one in said if one.coder == two[0]}
    pairs = [
        (firsts[one.item].label, one.label, one.article) for one in said if one.coder == two[1]
    ]
    tables = np.zeros((len(pairs), len(labels), len(labels)))
    for place, (first, second, _) in enumerate(pairs):
        tables[place, labels.index(first), labels.index(second)] = 1
    articles = [article for *_, article in pairs]
    kappa = math.nan
    if len(labels) > 1:
        kappa = float(AnnotationTask([one[:3] for one in said]).kappa_pairwise(*two))
    yield "kappa", (kappa, *_interval(articles, tables, kappas), len(pairs))
    equal = sum(first == second for first, second, _ in pairs) / len(pairs) if pairs else math.nan
    yield "agree", (equal, *_interval(articles, tables, shares), len(pairs))
    wanted = MARKED if unit == "word" else BIASED
    if unit != "paragraph":
        at = labels.index(wanted) if wanted in labels else -1
        value = float(f1s(tables.sum(axis=0)[None], at)[0]) if pairs else math.nan
        ends = _interval(articles, tables, lambda drawn: f1s(drawn, at))
        yield "f1", (value, *ends, len(pairs))


def kappas(tables: Floats) -> Floats:
    """Return Cohen's kappa of tables of counts, shape (draws, labels, labels)."""
    every = tables.sum(axis=(1, 2))
    equal = np.trace(tables, axis1=1, axis2=2) / every
    chance = (tables.sum(axis=1) * tables.sum(axis=2)).sum(axis=1) / every**2
    return np.asarray((equal - chance) / np.where(chance < 1, 1 - chance, np.nan))


def shares(tables: Floats) -> Floats:
    """Return the share of equal labels of each table."""
    return np.asarray(np.trace(tables, axis1=1, axis2=2) / tables.sum(axis=(1, 2)))


def f1s(tables: Floats, at: int) -> Floats:
    """Return F1 of one label, by its place; NaN where nobody gave it, and for -1."""
    if at < 0:
        return np.full(len(tables), np.nan)
    given = tables[:, at, :].sum(axis=1) + tables[:, :, at].sum(axis=1)
    return np.asarray(2 * tables[:, at, at] / np.where(given > 0, given, np.nan))


def _interval(articles: Sequence[str], sums: Floats, measure: Measure) -> tuple[float, float]:
    """Return the interval of a measure of sums over items."""
    if len(articles) < 2:
        return math.nan, math.nan
    names = sorted(set(articles))
    if len(names) >= FEWEST_ARTICLES:
        place = {name: number for number, name in enumerate(names)}
        grouped = np.zeros((len(names), *sums.shape[1:]))
        np.add.at(grouped, [place[name] for name in articles], sums)
        sums = grouped
    drawn = np.array([sums[chosen].sum(axis=0) for chosen in draws(len(sums))])
    return middle_of(measure(drawn).tolist(), LEVEL)
