"""How far lines that are no part of the story move the rating.

    python benchmarks/furniture.py --data PATH [--articles 200]

Sets one to eight lines of each role (`tests/cases/furniture.tsv`) at random places of real
articles and analyses them again. Prints a table: mean and largest movement of the rating, how
many articles move by more than 0.01, which share of the lines is taken for the story, and mean and
largest movement of the articles in which no line is and nothing else changes its place in it.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean

from bias.analysis import Analysis, analyze
from bias.document.article import Article
from bias.labelled.files import read_news

LINES = Path(__file__).parent.parent / "tests" / "cases" / "furniture.tsv"
FEWEST = 4
"""Paragraphs of an article."""
MOST = 8
"""Lines set into one article."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One article with lines of a role."""

    role: str
    moved: float
    """How far the rating moved."""
    missed: int
    """Lines taken for the story."""
    lines: int
    kept: bool
    """What else was the story still is, and nothing more."""


def articles(data: Path, most: int) -> Iterator[Article]:
    """Yield articles in paragraphs."""
    for row in read_news(data):
        if most and (row["content"] or "").count("\n\n") >= FEWEST:
            most -= 1
            yield Article(row["title"] or "", row["content"])
        elif not most:
            return


def lines_by_role() -> dict[str, list[str]]:
    """Return our lines."""
    found = dict[str, list[str]]()
    with LINES.open(encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"):
            found.setdefault(row["role"], []).append(row["line"])
    return found


def trial(plain: Analysis, role: str, own: list[str], random: Random) -> Trial | None:
    """Set lines into an article; None where it has no rating."""
    text = plain.text
    mixed = [(text[p.start : p.end], p.role == "body") for p in plain.paragraphs]
    old = [told for _, told in mixed]
    places = list[int]()
    for _ in range(random.randint(1, MOST)):
        place = random.randint(0, len(mixed))
        mixed.insert(place, (random.choice(own), False))
        places = [at + (at >= place) for at in places] + [place]
    found = analyze(Article(plain.headline, "\n\n".join(text for text, _ in mixed)))
    told = [paragraph.role == "body" for paragraph in found.paragraphs]
    if plain.rating.bias is None or found.rating.bias is None or len(told) != len(mixed):
        return None
    missed = sum(told[at] for at in places)
    kept = [is_told for at, is_told in enumerate(told) if at not in places] == old
    return Trial(role, abs(plain.rating.bias - found.rating.bias), missed, len(places), kept)


def line_of(role: str, trials: list[Trial]) -> str:
    """Return a line of the table."""
    known = [trial.moved for trial in trials if trial.kept and not trial.missed]
    missed = sum(trial.missed for trial in trials) / sum(trial.lines for trial in trials)
    moved = [trial.moved for trial in trials]
    over = sum(amount > 0.01 for amount in moved)
    return (
        f"| {role} | {fmean(moved):.4f} / {max(moved):.3f} | {over} of {len(moved)} | "
        f"{100 * missed:.1f} % | {fmean(known):.4f} / {max(known):.3f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="as for bias evaluate")
    parser.add_argument("--articles", type=int, default=200, help="how many")
    options = parser.parse_args()
    random, lines, found = Random(14), lines_by_role(), dict[str, list[Trial]]()
    for article in articles(options.data, options.articles):
        plain = analyze(article)
        for role, own in lines.items():
            if tried := trial(plain, role, own, random):
                found.setdefault(role, []).append(tried)
    print(
        "| role | all | over 0.01 | lines taken for the story | every line known |\n"
        "| --- | --- | --- | --- | --- |"
    )
    for role, trials in found.items():
        print(line_of(role, trials))
    print(line_of("all", [trial for trials in found.values() for trial in trials]))


if __name__ == "__main__":
    main()
