"""Labelled articles for the role model: read, and made.

Real articles come from promo_inserts. Made ones are clean articles into which
lines are dropped that news pages carry beside the story: headlines of
unrelated articles, bare or behind a label, and furniture (`typical_lines.tsv`).
"""

import csv
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.files import FOLDER, read_lines, shipped_lines
from bias.roles.role import ROLES, Topic

SETS = ("roles_dev", "roles_more")
"""The annotated articles; not every folder of data holds both."""
MADE_PER_ARTICLE = 6
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
class Line:
    """One paragraph with its role."""

    text: str
    role: str
    topic: Topic | None = None
    sure: bool = True


def read_real(data: Path, sets: Iterable[str] = SETS) -> list[Labelled]:
    """Read the annotated articles to learn from, check outlets by any of their names left out."""
    aliases = _aliases(data)
    kept_out = {aliases.get(outlet, outlet) for outlet in check_outlets(data)}
    return [article for _, article in _annotated(data, sets) if article.outlet not in kept_out]


def read_check(data: Path) -> list[Labelled]:
    """Read the annotated articles of the check outlets: never learnt from, never tuned on."""
    return [article for outlet, article in _annotated(data, SETS) if outlet in check_outlets(data)]


def _annotated(data: Path, sets: Iterable[str]) -> Iterator[tuple[str, Labelled]]:
    """Read all annotated articles that are at hand, with the outlet as the set names it."""
    for name in sets:
        file = data / "promo_inserts" / f"{name}.jsonl.gz"
        if file.exists():
            outlets = [row["outlet"] for row in read_lines(file)]
            yield from zip(outlets, _read(data, name, "real"), strict=True)


@cache
def check_outlets(data: Path) -> frozenset[str]:
    """Return the outlets whose articles are kept for the figure that is printed."""
    path = data / "promo_inserts" / "check_outlets.txt"
    return frozenset(path.read_text("utf-8").splitlines() if path.exists() else ())


def read_bare(data: Path) -> list[Labelled]:
    """Read the clean articles with bare headlines of others dropped in."""
    return list(_read(data, "bare_inserts_dev", "bare"))


def make_articles(data: Path, seed: int = 0) -> list[Labelled]:
    """Drop typical lines into clean articles, the same ones for the same seed."""
    rng, headlines, lines = random.Random(seed), other_headlines(data), _typical_lines()
    clean = clean_articles(data)
    return [
        _drop_lines(article, headlines, lines, rng)
        for _ in range(MADE_PER_ARTICLE)
        for article in clean
    ]


def _read(data: Path, name: str, kind: str) -> Iterator[Labelled]:
    aliases = _aliases(data)
    for row in read_lines(data / "promo_inserts" / f"{name}.jsonl.gz"):
        parts = [
            Line(p["text"], p["role"], p["topic"], kind == "real" or p["role"] != "body")
            for p in row["paragraphs"]
        ]
        outlet = aliases.get(row["outlet"], row["outlet"])
        yield labelled_of(row["headline"], parts, outlet, kind, row["id"])


def labelled_of(
    headline: str, parts: list[Line], outlet: str, kind: str, name: str = ""
) -> Labelled:
    """Return an article made of these paragraphs."""
    document = segment(Article(headline, "\n\n".join(part.text for part in parts), id=name))
    roles, topics = tuple(p.role for p in parts), tuple(p.topic for p in parts)
    return Labelled(document, roles, topics, outlet, kind, tuple(p.sure for p in parts))


def _aliases(data: Path) -> dict[str, str]:
    path = data / FOLDER / "outlets.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["source"]: row["outlet"] for row in csv.DictReader(file)}


def other_headlines(data: Path, first: int = 0) -> list[str]:
    """Read headlines of other articles, for dropping in, from some place on."""
    titles = (row["title"].strip() for row in read_lines(data / FOLDER / "articles_0.jsonl.xz"))
    fitting = (title for title in titles if 4 <= title.count(" ") <= 18)
    return list(islice(fitting, first, first + HEADLINES))


def _typical_lines() -> dict[str, list[tuple[str, str]]]:
    """Read our typical lines: for each role, pairs of place and line."""
    _, *lines = shipped_lines("bias.labelled", "typical_lines.tsv")
    rows = [line.split("\t") for line in lines]
    return {role: [(place, line) for r, place, line in rows if r == role] for role in ROLES}


def clean_articles(data: Path) -> list[Labelled]:
    """Return the articles into which lines are dropped."""
    return [article for article in read_bare(data) if article.roles.count("body") > 4]


def prose_of(article: Labelled) -> list[Line]:
    """Return the paragraphs of a clean article that are long enough to be no furniture."""
    texts = [paragraph.of(article.document.text) for paragraph in article.document.paragraphs]
    return [
        Line(text, "body", sure=False)
        for text, role in zip(texts, article.roles, strict=True)
        if role == "body" and len(text) >= PROSE_CHARACTERS
    ]


def _drop_lines(
    article: Labelled,
    headlines: list[str],
    lines: dict[str, list[tuple[str, str]]],
    rng: random.Random,
) -> Labelled:
    document, prose = article.document, prose_of(article)
    names = _NAMES.findall(" ".join(part.text for part in prose)) or ["he"]
    new = [_pick(headlines, lines, names, rng) for _ in range(rng.randint(*LINES_PER_ARTICLE))]
    for place, line in new:
        where = {"lead": 0, "tail": len(prose)}.get(place, rng.randint(1, max(len(prose) - 1, 1)))
        prose.insert(where, line)
    return labelled_of(document.headline.of(document.text), prose, article.outlet, "made")


def _pick(
    headlines: list[str],
    lines: dict[str, list[tuple[str, str]]],
    names: list[str],
    rng: random.Random,
) -> tuple[str, Line]:
    """Return one line to drop, and its place: `any`, `lead` or `tail`."""
    headline = as_set(rng.choice(headlines), rng)
    if rng.random() < BARE_SHARE:
        return "any", Line(headline, "promo_story", "off")
    role = rng.choice([role for role in lines if lines[role]])
    place, line = rng.choice(lines[role])
    text = line.replace("{headline}", headline).replace("{topic}", rng.choice(names))
    return place, Line(text, role, "off" if role == "promo_story" else None)


def as_set(headline: str, rng: random.Random) -> str:
    """Set a headline as it is, in title case or in capitals."""
    return rng.choice((str, str, _title_case, str.upper))(headline)


def _title_case(headline: str) -> str:
    return re.sub(r"(?<!\S)\w", lambda match: match[0].upper(), headline)
