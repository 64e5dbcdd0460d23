"""Events told by several outlets and read sentence by sentence: `event_comparison`, on BASIL.

Every third event, by a hash of its id, is the check part: nothing is learnt from it and nothing
chosen by it.
"""

import csv
import gzip
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from bias.document.article import Article
from bias.errors import UsageError
from bias.labelled.files import read_lines
from bias.words.cut import Span

FOLDER, TEXTS = "event_comparison", "basil"
THIRDS = 3
"""One event in so many is kept for the check."""
TITLE = -1
"""Number of an article's headline among its sentences."""
Place = tuple[str, int]
"""Outlet and number of a sentence."""


@dataclass(frozen=True)
class Told:
    """One outlet's article, with where each labelled sentence stands in the text as analysed."""

    article: Article
    sentences: Mapping[int, Span]


@dataclass(frozen=True)
class Event:
    """One event with its labels."""

    id: str
    told: Mapping[str, Told]
    """By outlet."""
    pairs: Mapping[tuple[Place, Place], str]
    """`same` or `overlap`; the outlets of a pair in the order of `told`."""
    only_here: frozenset[Place]
    shared: frozenset[Place]
    """Sentences that are in a pair or hold a shared fact, and are not `only_here`."""
    ignored: frozenset[Place]
    """Furniture."""
    conflicts: tuple[tuple[Place, Place], ...]

    @property
    def is_check(self) -> bool:
        """It is kept out of training and of every choice."""
        return is_check(self.id)


def is_check(event: str) -> bool:
    """Tell whether an event is of the check part.

    >>> is_check("a"), is_check("g")
    (False, True)
    """
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % THIRDS == 0


def read_events(data: Path) -> list[Event]:
    """Return the labelled events, in the order of the file; `data` holds both folders."""
    folder = data / FOLDER
    if not (folder / "events.jsonl.gz").exists():
        raise UsageError(f"{folder}: no events.jsonl.gz there. Give --data PATH.")
    told, conflicts = read_basil(data), defaultdict[str, list[tuple[Place, Place]]](list)
    for row in read_lines(folder / "conflicts.jsonl.gz"):
        conflicts[row["event_id"]].append((_place(row["a"]), _place(row["b"])))
    return [
        _event(row, told[row["event_id"]], conflicts[row["event_id"]])
        for row in read_lines(folder / "events.jsonl.gz")
    ]


def _event(
    row: Mapping[str, Any], told: Mapping[str, Told], conflicts: Sequence[tuple[Place, Place]]
) -> Event:
    pairs = {
        ((one, first), (other, second)): relation
        for one, first, other, second, relation in row["pairs"]
    }
    only_here, ignored = _places(row["only_here"]), _places(row["furniture"])
    in_facts = {
        place
        for fact in row["facts"]
        if sum(bool(fact.get(outlet)) for outlet in told) > 1
        for place in _places({outlet: fact.get(outlet) or () for outlet in told})
    }
    shared = in_facts.union(*pairs) - only_here - ignored
    return Event(
        row["event_id"], told, pairs, only_here, frozenset(shared), ignored, tuple(conflicts)
    )


def _places(numbers: Mapping[str, Sequence[int]]) -> frozenset[Place]:
    return frozenset((outlet, number) for outlet, found in numbers.items() for number in found)


def _place(pair: Sequence[Any]) -> Place:
    return pair[0], pair[1]


def read_basil(data: Path) -> dict[str, dict[str, Told]]:
    """Return the articles of BASIL by event and outlet."""
    rows = {row["article"]: row for row in read_lines(data / TEXTS / "articles.jsonl.gz")}
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for name, sentences in _sentences(data):
        row = rows[name]
        found[row["event_id"]][row["source"].lower()] = _told(row, sentences)
    return found


def _sentences(data: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    file = data / TEXTS / "sentences.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        for name, rows in groupby(csv.DictReader(lines), key=lambda row: row["article"]):
            yield name, [*rows]


def _told(row: Mapping[str, Any], rows: Sequence[Mapping[str, str]]) -> Told:
    """Lay sentences out as an article, and note where each comes to stand."""
    headline = " ".join((row["title"] or "").split())
    body, at, sentences = "", len(headline) + 2 if headline else 0, dict[int, Span]()
    sentences[TITLE] = Span(0, len(headline))
    for _, group in groupby(rows, key=lambda sentence: sentence["paragraph_no"]):
        for place, sentence in enumerate(group):
            text = " ".join(sentence["text"].split())
            if not text:
                continue
            body += (" " if place else "\n\n") * bool(body) + text
            sentences[int(sentence["sent_no"])] = Span(at + len(body) - len(text), at + len(body))
    identity = {"id": row["article"], "outlet": row["source"].lower(), "date": row["date"]}
    return Told(Article(headline=headline, body=body, **identity), sentences)
