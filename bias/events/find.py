"""Which articles of many tell one event: by shared names, rare words and dates.

Articles that share telling words are compared, in their whole, their beginning and their
headlines; those that likely tell one event are gathered from the surest pair down, as long as the
groups that come together are on average likely to (average linkage).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np

from bias.events.account import Account
from bias.models.by_word import Floats
from bias.models.events import Events, shipped_events
from bias.models.linear import Numbers
from bias.models.pairs import probabilities

VIEWS: Mapping[str, int | None] = {"whole": None, "opening": 5, "headline": 0}
"""Parts of an article that are compared: up to which sentence, the headline being 0."""
NEWS = 1000
"""So many articles of other news have a say in how telling a word is: few articles tell little."""
ALIKE = 0.03
"""Cosine of whole articles from which they are compared further."""
AT_ONCE = 256
"""Articles whose likeness to all others is held in memory."""
PAIRS_AT_ONCE = 4096
"""Pairs of articles that are compared further at a time."""
MOST_LIKE = 100
"""Other articles with which one is compared further: the likest."""
UNDATED = 2.0
"""Days between two articles of which one has no date."""
LEAST_LIKELY = 0.02
"""Pairs less likely than this count as nothing."""


@dataclass(frozen=True, eq=False)
class Near:
    """Pairs of articles that may tell one event, each once."""

    one: Numbers
    other: Numbers
    measures: Mapping[str, Floats]


def find_events(accounts: Sequence[Account], events: Events | None = None) -> list[list[int]]:
    """Return groups of articles that tell one event, as places; each article is in one.

    Groups stand in the order of their first articles.
    """
    learnt = events or shipped_events()
    near = near_pairs(accounts)
    likely = probabilities(learnt.alike.odds(near.measures))
    groups = join(len(accounts), near, likely, learnt.least)
    return sorted(groups)


def near_pairs(accounts: Sequence[Account]) -> Near:
    """Return the pairs of articles that share telling words, with what is measured of each."""
    views = {name: _weighted(accounts, last) for name, last in VIEWS.items()}
    pairs = [*_candidates(views["whole"])]
    one, other = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    measures: dict[str, Floats] = {}
    for name, view in views.items():
        measures[name] = np.sqrt(_cosines(view, one, other))
    days = np.array([a.day.toordinal() if a.day else np.nan for a in accounts])
    apart = np.nan_to_num(np.abs(days[one] - days[other]), nan=UNDATED)
    return Near(one, other, {**measures, "days": np.log1p(apart)})


def _weighted(accounts: Sequence[Account], last: int | None) -> Any:
    """Return one row an article: its stems, how often they stand there and how telling they are.

    Rows have length 1; stems of one article alone are left out.
    """
    from scipy.sparse import csr_matrix

    kept = [_counted(account, last) for account in accounts]
    stems, columns = np.unique(np.concatenate([k[0] for k in kept]), return_inverse=True)
    rarity = np.full(len(stems), np.inf)
    np.minimum.at(rarity, columns, np.concatenate([k[2] for k in kept]))
    holding = np.bincount(columns, minlength=len(stems))
    telling = np.log((len(accounts) + NEWS) / (holding + NEWS * np.exp(-rarity)))
    counts = np.concatenate([k[1] for k in kept])
    values = np.where(holding[columns] > 1, np.sqrt(counts) * telling[columns], 0.0)
    sizes = [len(k[0]) for k in kept]
    rows = np.repeat(np.arange(len(accounts)), sizes)
    lengths = np.sqrt(np.bincount(rows, values**2, len(accounts)))
    values /= np.maximum(lengths, 1e-9)[rows]
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    table = csr_matrix((values, columns, bounds), shape=(len(accounts), len(stems)))
    table.eliminate_zeros()
    return table


def _counted(account: Account, last: int | None) -> tuple[Numbers, Floats, Floats]:
    """Return the stems of the first sentences, how often each stands there, and its rarity."""
    words = account.words
    end = len(words) if last is None else int(words.line.searchsorted(last + 1))
    stems, firsts, counts = np.unique(words.stem[:end], return_index=True, return_counts=True)
    return stems, counts.astype(float), words.rarity[:end][firsts]


def _candidates(whole: Any) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles that are alike, each once."""
    turned = whole.T.tocsc()
    for start in range(0, whole.shape[0], AT_ONCE):
        alike = (whole[start : start + AT_ONCE] @ turned).toarray()
        for row, cosines in enumerate(alike, start):
            cosines[: row + 1] = 0
            places = np.flatnonzero(cosines >= ALIKE)
            if len(places) > MOST_LIKE:
                places = np.sort(places[np.argsort(-cosines[places], kind="stable")[:MOST_LIKE]])
            yield from ((row, place) for place in places.tolist())


def _cosines(view: Any, one: Numbers, other: Numbers) -> Floats:
    """Return the cosine of some rows with some others."""
    parts = [
        view[one[start : start + PAIRS_AT_ONCE]]
        .multiply(view[other[start : start + PAIRS_AT_ONCE]])
        .sum(axis=1)
        for start in range(0, len(one), PAIRS_AT_ONCE)
    ]
    if not parts:
        return np.empty(0)
    return np.asarray(np.clip(np.asarray(np.concatenate(parts)).ravel(), 0.0, 1.0))


def join(count: int, near: Near, likely: Floats, least: float) -> list[list[int]]:
    """Gather articles into groups by average linkage; pairs that are not given are unlikely."""
    sums: list[dict[int, float]] = [defaultdict(float) for _ in range(count)]
    kept = likely >= LEAST_LIKELY
    triples = zip(
        near.one[kept].tolist(), near.other[kept].tolist(), likely[kept].tolist(), strict=True
    )
    for one, other, value in triples:
        sums[one][other] = sums[other][one] = value
    members = {place: [place] for place in range(count)}
    heap = [(-value, a, b) for a, row in enumerate(sums) for b, value in row.items() if a < b]
    heapify(heap)
    while heap:
        value, a, b = heappop(heap)
        if -value < least:
            break
        if a not in members or b not in members or -value != _mean(sums, members, a, b):
            continue
        _merge(sums, members, a, b, heap)
    return [sorted(group) for group in members.values()]


def _mean(
    sums: Sequence[Mapping[int, float]], members: Mapping[int, Sequence[int]], a: int, b: int
) -> float:
    return sums[a].get(b, 0.0) / (len(members[a]) * len(members[b]))


def _merge(
    sums: list[dict[int, float]],
    members: dict[int, list[int]],
    a: int,
    b: int,
    heap: list[tuple[float, int, int]],
) -> None:
    """Make one group of two; a new number stands for it."""
    new = len(sums)
    members[new] = members.pop(a) + members.pop(b)
    row: dict[int, float] = defaultdict(float)
    for old in (a, b):
        for place, value in sums[old].items():
            if place in members:
                row[place] += value
    sums.append(row)
    for place in row:
        sums[place][new] = row[place]
        heappush(heap, (-_mean(sums, members, place, new), place, new))
