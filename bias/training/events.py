"""Learn which articles tell one event.

    python -m bias.training events --data PATH [-o FOLDER]

Reads `same-event-triples` and `article-bias-prediction`: the articles of some months are compared,
those of no event among them; two of one event and two of different events teach. A third of the
events, by a hash of their ids, is left out; writes `bias/models/data/events.json` (two minutes).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bias.analysis import analyze
from bias.document.article import Article
from bias.events.account import Account
from bias.events.find import Near, join, near_pairs
from bias.labelled.comparisons import is_check
from bias.labelled.files import read_lines, read_news
from bias.models.events import FILE, FORM
from bias.models.files import write_model
from bias.models.linear import Numbers
from bias.models.pairs import Sum, probabilities
from bias.training.pairs import fit
from bias.words.types import Bools

TRIPLES = "same-event-triples/events.jsonl.gz"
MONTH = len("2019-01")
MONTHS, ARTICLES = 8, 400
"""Those with the most articles of events, and articles of each: first all that are of an event."""
LIMITS = np.arange(0.1, 0.9, 0.05)
INVERSE_PENALTY = 10.0
Labelled = tuple[str, Account]
"""Event and article."""


def read_triples(data: Path) -> dict[str, str]:
    """Return the event of each article of `article-bias-prediction` that is in a triple."""
    return {
        article["abp_id"]: row["event"]
        for row in read_lines(data / TRIPLES)
        for article in row["articles"]
        if article.get("abp_id")
    }


def article_of(row: Mapping[str, Any]) -> Article:
    """Return an article of `article-bias-prediction`."""
    return Article(
        headline=row["title"] or "",
        body=row["content"] or "",
        id=row["ID"],
        date=row["date"] or None,
    )


def read_months(
    data: Path, months: int = MONTHS, most: int = ARTICLES
) -> dict[str, list[Labelled]]:
    """Return articles of the months with most events; those of no event have an empty one."""
    events, rows = read_triples(data), defaultdict[str, list[Mapping[str, Any]]](list)
    for row in read_news(data):
        if row["date"]:
            rows[row["date"][:MONTH]].append(row)
    known = {month: sum(row["ID"] in events for row in found) for month, found in rows.items()}
    chosen = sorted(sorted(known, key=lambda month: (-known[month], month))[:months])
    return {
        month: [
            (events.get(row["ID"], ""), Account.of(analyze(article_of(row))))
            for row in sorted(rows[month], key=lambda row: (row["ID"] not in events, row["ID"]))[
                :most
            ]
        ]
        for month in chosen
    }


def part_of(events: Sequence[str], check: bool) -> list[str]:
    """Return the events of the check part, or of the others; for all else an empty name."""
    return [event if event and is_check(event) == check else "" for event in events]


def labels_of(near: Near, events: Sequence[str]) -> tuple[Bools, Bools]:
    """Tell which pairs have labels, and which of these are of one event."""
    names = np.array(events)
    one, other = names[near.one], names[near.other]
    known = np.asarray((one != "") & (other != ""))
    return known, np.asarray((one == other)[known])


def pairwise_f1(groups: Sequence[Sequence[int]], events: Sequence[str]) -> tuple[int, int, int]:
    """Count the pairs of articles that are put together rightly, put together, and of one event.

    Articles whose event is empty are left out.
    """
    group = {place: number for number, some in enumerate(groups) for place in some}
    known = [place for place, event in enumerate(events) if event]
    found: Numbers = np.array([group[place] for place in known])
    true = np.unique([events[place] for place in known], return_inverse=True)[1]
    both = np.unique(np.stack([found, true]), axis=1, return_counts=True)[1]
    return tuple(
        int(sum(count * (count - 1) // 2 for count in counts))
        for counts in (both, np.bincount(found), np.bincount(true))
    )  # type: ignore[return-value]


def f1_of(counts: Sequence[tuple[int, int, int]]) -> float:
    """Return the F1 of pairs, all parts together."""
    right, called, true = np.sum(counts, axis=0)
    return float(2 * right / max(1, called + true))


def best_limit(months: Sequence[tuple[list[str], Near]], alike: Sum) -> float:
    """Return the mean probability from which groups are joined with the highest F1."""
    likely = [probabilities(alike.odds(near.measures)) for _, near in months]
    scores = [
        f1_of([
            pairwise_f1(join(len(events), near, values, limit), events)
            for (events, near), values in zip(months, likely, strict=True)
        ])
        for limit in LIMITS
    ]  # fmt: skip
    return round(float(LIMITS[int(np.argmax(scores))]), 2)


def write(data: Path, folder: Path) -> None:
    """Read the events of a folder and write the model into another."""
    months = [
        (part_of([event for event, _ in found], False), near_pairs([a for _, a in found]))
        for found in read_months(data).values()
    ]
    labels = [labels_of(near, events) for events, near in months]
    measures = {
        name: np.concatenate(
            [n.measures[name][known] for (_, n), (known, _) in zip(months, labels, strict=True)]
        )
        for name in months[0][1].measures
    }
    alike = fit(measures, np.concatenate([same for _, same in labels]), INVERSE_PENALTY)
    content = {"alike": alike.content(), "least": best_limit(months, alike)}
    write_model(folder / FILE, FORM, content)
