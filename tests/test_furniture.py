"""What is no part of the story moves no figure: not the rating, the genre, the lean or a score."""

import csv
import json
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bias.analysis import analyze
from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.features import EXTRACTORS
from bias.inputs import read_article
from bias.rating.beside import genre_of, lean_of
from bias.rating.rate import rate
from bias.reading import Reading
from bias.roles import PROMO_INSERTS, InsertStretch, ParagraphRole, label_paragraphs

MOST = 0.01
"""The largest movement of the rating that is allowed where the roles are found, not told."""
FEWEST = 4
"""Paragraphs of an article that lines are set into."""
ROLE_MISSES = 0.15
"""Share of articles in which a line may be taken for the story, or change what another is: 27 of
200 do (2026-11-30)."""
STRANGE = (
    "He said it was “a shameful, disgusting fraud” and you, your, you!",
    "“They lied to you, of course",
    "Corrupt Cronies Slam Shameless Frauds — Again (2016)",
    "“We were robbed,” she added.",
    "der die das und in den von zu mit sich",
    "{ x = [1]; } <div>",
)
"""Lines that would move every measure, were they read; no page has them as furniture."""
RUNNING = (
    "Council Votes on Bridge",
    "“We will build it,” Mayor Ann Fox said on Monday. “It will cost us a lot of money, and we "
    "know that it comes late.\n\n“But it will be built, and nobody will stop it this time,” she "
    "said.\n\nHe was not asked, said Tom Birch, who keeps the inn at the ferry. He called it a "
    "shameless plan of arrogant people.\n\nThe council votes in May. The shameful plan has cost "
    "the town two years, and critics say that it will cost more.",
)
"""A quotation that runs on in the next paragraph, and pronouns that look back."""


def lines() -> Iterator[tuple[str, str]]:
    """Yield role and text of our lines."""
    with (Path(__file__).parent / "cases" / "furniture.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t")
        yield from ((row["role"], row["line"]) for row in rows)


LINES = [*lines(), *(("residue", line) for line in STRANGE)]
ROLES = tuple(dict.fromkeys(role for role, _ in LINES))


def figures(reading: Reading) -> dict[str, object]:
    """Return all that is measured and judged, but what counts the inserts themselves."""
    evidence = {e.score_name: e.extract(reading) for e in EXTRACTORS}
    scores = {name: found.score for name, found in evidence.items()}
    features = {n: v for found in evidence.values() for n, v in found.features.items()}
    rating, lean = rate(reading, features | scores), lean_of(reading)
    told: dict[str, object] = {
        **features,
        **scores,
        **rating.measures,
        **genre_of(reading),
        **{side: lean and lean.probability(side) for side in ("left", "center", "right")},
        "rating": (rating.bias, rating.low, rating.high),
        "reason": rating.reason,
        "words": reading.words,
    }
    return {n: v for n, v in told.items() if not n.startswith(("promo", "furniture"))}


def bias_of(reading: Reading) -> float | None:
    """Return the rating."""
    return analyze(reading.document.article).rating.bias


def same(value: object) -> object:
    """Return what a figure must be equal to."""
    exact = value is None or isinstance(value, str | int)
    return value if exact else pytest.approx(value, abs=1e-9, nan_ok=True)


def assert_same(mixed: Reading, plain: Mapping[str, object]) -> None:
    """Every figure of an article is that of the plain one."""
    found = figures(mixed)
    assert [n for n, value in found.items() if value != same(plain[n])] == []


def paragraphs_of(document: Document) -> list[str]:
    """Return the paragraphs as they are written."""
    return [paragraph.of(document.text) for paragraph in document.paragraphs]


def with_lines(reading: Reading, role: str, random: Random) -> Reading:
    """Set one to eight lines of a role at random places, and say what each paragraph is."""
    document = reading.document
    mixed = list(zip(paragraphs_of(document), reading.roles, document.paragraphs, strict=True))
    told = ParagraphRole(role, 1.0, "off" if role == "promo_story" else None)  # type: ignore[arg-type]
    own = [line for known, line in LINES if known == role]
    for _ in range(random.randint(1, 8)):
        line = (random.choice(own), told, document.headline)
        mixed.insert(random.randint(0, len(mixed)), line)
    body = "\n\n".join(text for text, *_ in mixed)
    made = segment(replace(document.article, body=body, blocks=()))
    roles = (
        _moved(known, new.start - old.start)
        for new, (_, known, old) in zip(made.paragraphs, mixed, strict=True)
    )
    return Reading(made, tuple(roles))


def _moved(role: ParagraphRole, by: int) -> ParagraphRole:
    stretches = (replace(s, start=s.start + by, end=s.end + by) for s in role.stretches)
    return replace(role, stretches=tuple(stretches))


def with_stretches(reading: Reading, random: Random) -> Reading:
    """Glue a line to the front or the end of some paragraphs, and say that it is an insert.

    Not to the number of an item: behind words "1." ends a sentence.
    """
    document, texts, places = reading.document, [], []
    own = [line for role, line in LINES if role in PROMO_INSERTS]
    for text, role in zip(paragraphs_of(document), reading.roles, strict=True):
        line = random.choice(own)
        front, glued = random.random() < 0.5, random.random() < 0.5 and not role.stretches
        places.append((0, len(line)) if front else (len(text) + 1, len(text) + 1 + len(line)))
        joined = f"{line} {text}" if front else f"{text} {line}"
        if not glued or role.role != "body" or text[0].isdigit():
            joined, places[-1] = text, (0, 0)
        texts.append(joined)
    made = segment(replace(document.article, body="\n\n".join(texts), blocks=()))
    rows = zip(made.paragraphs, document.paragraphs, reading.roles, places, strict=True)
    return Reading(
        made, tuple(_glued(role, new.start, old.start, at) for new, old, role, at in rows)
    )


def _glued(role: ParagraphRole, new: int, old: int, at: tuple[int, int]) -> ParagraphRole:
    if at == (0, 0):
        return _moved(role, new - old)
    return replace(role, stretches=(InsertStretch(new + at[0], new + at[1], "ad"),))


def reading_of(article: Article) -> Reading:
    """Read an article with the roles that are found."""
    document = segment(article)
    return Reading(document, label_paragraphs(document))


def our_articles() -> Iterator[Article]:
    """Yield the seed articles with paragraphs, and a text of our own."""
    yield Article(*RUNNING)
    for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt")):
        article = read_article(path)
        if len(segment(article).paragraphs) >= FEWEST:
            yield article


def real_articles(data: Path, most: int) -> Iterator[Article]:
    """Yield news articles in paragraphs."""
    path = data / "article-bias-prediction" / "articles_1.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["content"].count("\n\n") >= FEWEST and most:
                most -= 1
                yield Article(row["title"] or "", row["content"])
            elif not most:
                return


OURS = [*our_articles()]


def test_advertisements_leave_a_rant_a_rant() -> None:
    """Five markers of advertisements in a short, loud text leave its rating as it is."""
    body = (
        "This disgraceful council has once again betrayed everyone who pays its bloated salaries.",
        "Of course the so-called experts cheered, because that is what shameless cronies do.",
        "You are being robbed, and the media could not care less!",
        "Who do these arrogant frauds think they are, and who will stop them?",
        "The council votes on Monday.",
    )
    marker = "Advertisement - story continues below"
    headline = "Shameless Council Betrays You Again"
    plain = analyze(Article(headline, "\n\n".join(body))).rating
    mixed = analyze(Article(headline, f"\n\n{marker}\n\n".join((*body, "")))).rating
    assert plain.band == "high"
    assert mixed.bias == plain.bias == mixed.without_inserts


@pytest.mark.parametrize("role", ROLES)
def test_lines_move_nothing_once_they_are_known(role: str) -> None:
    """With one to eight lines of any role, every figure is the same to the last digit."""
    random = Random(role)
    for article in OURS:
        plain = reading_of(article)
        expected = figures(plain)
        for _ in range(4):
            assert_same(with_lines(plain, role, random), expected)


def test_stretches_move_nothing_once_they_are_known() -> None:
    """Lines glued to a paragraph of the story move nothing either."""
    random = Random(14)
    for article in OURS:
        plain = reading_of(article)
        expected = figures(plain)
        for _ in range(4):
            assert_same(with_stretches(plain, random), expected)


def test_real_articles_are_not_moved(data: Path) -> None:
    """The same of 200 real articles, each with lines of three roles and with stretches."""
    random = Random(200)
    for article in real_articles(data, 200):
        plain = reading_of(article)
        expected = figures(plain)
        for role in random.sample(ROLES, 3):
            assert_same(with_lines(plain, role, random), expected)
        assert_same(with_stretches(plain, random), expected)


def test_roles_find_most_lines(data: Path) -> None:
    """Where the roles are found, few articles are moved by more than is allowed.

    What moves it is a line taken for the story, or one that changes what another line is.
    """
    random, moved, tried = Random(14), 0, 0
    for number, article in enumerate(real_articles(data, 200)):
        plain = reading_of(article)
        mixed = with_lines(plain, ROLES[number % len(ROLES)], random)
        found = reading_of(mixed.document.article)
        expected, bias = bias_of(plain), bias_of(found)
        tried += expected is not None
        moved += bias != pytest.approx(expected, abs=MOST)
        if [r.role == "body" for r in found.roles] == [r.role == "body" for r in mixed.roles]:
            assert bias == pytest.approx(expected, abs=MOST)
    assert moved <= ROLE_MISSES * tried
