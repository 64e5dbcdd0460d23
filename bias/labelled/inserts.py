"""Labelled articles for the role model: read, and made.

Real articles come from promo_inserts. Made ones are clean articles into which
lines are dropped that news pages carry beside the story: headlines of
unrelated articles, bare or behind a label, and furniture (`typical_lines.tsv`).
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.files import FOLDER, read_lines, shipped_lines
from bias.roles.role import ROLES, Topic

MADE_PER_ARTICLE = 2
LINES_PER_ARTICLE = (2, 4)
PROSE_CHARACTERS = 80
"""Shorter paragraphs of a "clean" article may be furniture and are left out."""
HEADLINES = 1500
BARE_SHARE = 0.2
"""Share of dropped lines that are bare headlines."""
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")


@dataclass(frozen=True)
class Labelled:
    """One article with a role for every paragraph."""

    document: Document
    roles: tuple[str, ...]
    """`mixed` paragraphs are neither trained on nor scored."""
    topics: tuple[Topic | None, ...]
    outlet: str
    """Aliases joined, so that an outlet is left out whole."""
    kind: str
    """`real`, `bare` or `made`."""
    sure: tuple[bool, ...]
    """False for the paragraphs of clean articles, which nobody annotated: there
    `body` only means that the paragraph was not dropped in."""


@dataclass(frozen=True)
class _Line:
    text: str
    role: str
    topic: Topic | None = None
    sure: bool = True


def read_real(data: Path) -> list[Labelled]:
    """Read the annotated articles."""
    return list(_read(data, "roles_dev", "real"))


def read_bare(data: Path) -> list[Labelled]:
    """Read the clean articles with bare headlines of others dropped in."""
    return list(_read(data, "bare_inserts_dev", "bare"))


def make_articles(data: Path, seed: int = 0) -> list[Labelled]:
    """Drop typical lines into clean articles, the same ones for the same seed."""
    rng, headlines, lines = random.Random(seed), _headlines(data), _typical_lines()
    clean = [article for article in read_bare(data) if article.roles.count("body") > 4]
    return [
        _drop_lines(article, headlines, lines, rng)
        for _ in range(MADE_PER_ARTICLE)
        for article in clean
    ]


def _read(data: Path, name: str, kind: str) -> Iterator[Labelled]:
    aliases = _aliases(data)
    for row in read_lines(data / "promo_inserts" / f"{name}.jsonl.gz"):
        parts = [
            _Line(p["text"], p["role"], p["topic"], kind == "real" or p["role"] != "body")
            for p in row["paragraphs"]
        ]
        outlet = aliases.get(row["outlet"], row["outlet"])
        yield _labelled(row["headline"], parts, outlet, kind, row["id"])


def _labelled(
    headline: str, parts: list[_Line], outlet: str, kind: str, name: str = ""
) -> Labelled:
    document = segment(Article(headline, "\n\n".join(part.text for part in parts), id=name))
    roles, topics = tuple(p.role for p in parts), tuple(p.topic for p in parts)
    return Labelled(document, roles, topics, outlet, kind, tuple(p.sure for p in parts))


def _aliases(data: Path) -> dict[str, str]:
    path = data / FOLDER / "outlets.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["source"]: row["outlet"] for row in csv.DictReader(file)}


def _headlines(data: Path) -> list[str]:
    """Read headlines of other articles, for dropping in."""
    titles = (row["title"].strip() for row in read_lines(data / FOLDER / "articles_0.jsonl.xz"))
    return list(islice((title for title in titles if 4 <= title.count(" ") <= 18), HEADLINES))


def _typical_lines() -> dict[str, list[tuple[str, str]]]:
    """Read our typical lines: for each role, pairs of place and line."""
    _, *lines = shipped_lines("bias.labelled", "typical_lines.tsv")
    rows = [line.split("\t") for line in lines]
    return {role: [(place, line) for r, place, line in rows if r == role] for role in ROLES}


def _drop_lines(
    article: Labelled,
    headlines: list[str],
    lines: dict[str, list[tuple[str, str]]],
    rng: random.Random,
) -> Labelled:
    document = article.document
    texts = [document.text[p.start : p.end] for p in document.paragraphs]
    prose = [
        _Line(text, "body", sure=False)
        for text, role in zip(texts, article.roles, strict=True)
        if role == "body" and len(text) >= PROSE_CHARACTERS
    ]
    names = _NAMES.findall(" ".join(part.text for part in prose)) or ["he"]
    new = [_pick(headlines, lines, names, rng) for _ in range(rng.randint(*LINES_PER_ARTICLE))]
    for place, line in new:
        where = {"lead": 0, "tail": len(prose)}.get(place, rng.randint(1, max(len(prose) - 1, 1)))
        prose.insert(where, line)
    return _labelled(document.headline.of(document.text), prose, article.outlet, "made")


def _pick(
    headlines: list[str],
    lines: dict[str, list[tuple[str, str]]],
    names: list[str],
    rng: random.Random,
) -> tuple[str, _Line]:
    """Return one line to drop, and its place: `any`, `lead` or `tail`."""
    headline = rng.choice((str, str, _title_case, str.upper))(rng.choice(headlines))
    if rng.random() < BARE_SHARE:
        return "any", _Line(headline, "promo_story", "off")
    role = rng.choice([role for role in lines if lines[role]])
    place, line = rng.choice(lines[role])
    text = line.replace("{headline}", headline).replace("{topic}", rng.choice(names))
    return place, _Line(text, role, "off" if role == "promo_story" else None)


def _title_case(headline: str) -> str:
    return re.sub(r"(?<!\S)\w", lambda match: match[0].upper(), headline)
