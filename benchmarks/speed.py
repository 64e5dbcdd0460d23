"""Articles a second, peak memory, cost by stage, growth; against NELA and VADER.

    python benchmarks/speed.py --data PATH/article-bias-prediction [--quick] [-o docs]

Writes `figures/speed.csv` and `figures/speed.png` below the folder, and its tables into
`speed.md` there, between two marks; without `-o` it prints the tables. `vaderSentiment` and
`nela-features` are compared where they are installed.
"""

import argparse
import csv
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import command
import peers
import stages

from bias.document.article import Article
from bias.document.segment import segment

START, END = "<!-- speed -->", "<!-- end of speed -->"


class Size(NamedTuple):
    """How much is measured."""

    corpora: tuple[int, ...]
    """Articles of the growing corpora; all but the last are run with one job, too."""
    lengths: tuple[int, ...]
    """Words."""
    peers: int
    """Articles peers are given: NELA takes a tenth of a second for each."""
    stages: int
    dates: int
    """Articles for NELA's dates, which take seconds each."""
    large: tuple[int, ...]
    """Characters of single articles; the longest one that can be read has 16 million."""


FULL = Size(
    (1_000, 10_000, 37_000), (100, 1_000, 10_000, 100_000), 1_000, 200, 20, (1_000_000, 10_000_000)
)
QUICK = Size((100, 200), (100, 1_000, 10_000), 20, 10, 3, (100_000, 1_000_000))
SHORTEST = 3_000
"""Characters that an article has on average at least, to know how many make a long one."""


class Figure(NamedTuple):
    """One row of the tidy table."""

    table: str
    setting: str
    measure: str
    value: float


def main() -> int:
    """Measure; write or print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="a small run, for trying it out")
    parser.add_argument("-o", "--out", type=Path, help="folder of the docs")
    options = parser.parse_args()
    figures = list(measure(options.data, QUICK if options.quick else FULL))
    text = markdown(figures, options.quick)
    if options.out is None:
        print(text)
        return 0
    (options.out / "figures").mkdir(exist_ok=True)
    save(figures, options.out / "figures" / "speed.csv")
    draw(figures, options.out / "figures" / "speed.png")
    fill(options.out / "speed.md", text)
    return 0


def measure(data: Path, size: Size) -> Iterator[Figure]:
    """Yield all figures; told on standard error as they come."""
    for figure in _measure(data, size):
        print(
            f"{figure.table}: {figure.setting}: {figure.value:.4g} {figure.measure}",
            file=sys.stderr,
        )
        yield figure


def _measure(data: Path, size: Size) -> Iterator[Figure]:
    most = max(size.peers, size.stages, size.lengths[-1] // 100, size.large[-1] // SHORTEST)
    articles = [
        Article(row["headline"] or "", row["body"]) for row in islice(command.rows(data), most)
    ]
    yield from command_costs(data, size)
    yield from peer_rates(articles[: size.peers], size.dates)
    for stage, spent in stages.by_stage(articles[: size.stages]).items():
        yield Figure("stage", stage, "ms an article", spent)
    for words, spent in stages.by_length(articles, size.lengths).items():
        yield Figure("length", f"{words}", "ms per 1,000 words", 1000 * spent / words)
    yield from large_costs(articles, size.large)


def command_costs(data: Path, size: Size) -> Iterator[Figure]:
    """Yield the command's speed and memory by jobs, and by the size of the corpus."""
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name, "articles.jsonl"), Path(name, "records.jsonl")
        for count in size.corpora:
            written = command.write_articles(data, count, source)
            for jobs in (2,) if count == size.corpora[-1] else (1, 2):
                cost = command.run(source, out, written, jobs)
                setting = f"{cost.articles} articles, {jobs} jobs".replace("1 jobs", "1 job")
                yield Figure("command", setting, "articles/s", cost.rate)
                yield Figure("command", setting, "MB", cost.megabytes)


def large_costs(articles: Sequence[Article], lengths: Sequence[int]) -> Iterator[Figure]:
    """Yield what one long article costs: processor time, and the memory of the command."""
    first = None
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name, "article.jsonl"), Path(name, "records.jsonl")
        for length in lengths:
            article = stages.of_characters(articles, length)
            command.write_article(article, source)
            spent, cost = stages.seconds(article), command.run(source, out, 1, 1)
            first = first or spent
            setting = f"{length:,} characters"
            yield Figure("one article", setting, "s", spent)
            yield Figure("one article", setting, "times the first", spent / first)
            yield Figure("one article", setting, "MB", cost.megabytes)


def peer_rates(articles: Sequence[Article], dates: int) -> Iterator[Figure]:
    """Yield articles a second of one process: ours, and each peer that is installed."""
    documents = [segment(article) for article in articles]
    whole = stages.by_stage(articles, runs=1)["whole"]
    yield Figure("peer", "this package, all", "articles/s", 1000 / whole)
    found = {
        "VADER, each sentence": peers.vader(documents),
        "NELA: complexity, bias, affect, moral": peers.nela(documents),
        "NELA: the same and dates": peers.nela(documents[:dates], dates=True),
    }
    for name, rate in found.items():
        if rate is not None:
            yield Figure("peer", name, "articles/s", rate)
            yield Figure("peer", name, "times as fast is this package", 1000 / whole / rate)


def markdown(figures: Sequence[Figure], quick: bool) -> str:
    """Return one table for each experiment, and what they were made on."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    what = "A small run (`--quick`)" if quick else "The whole run"
    parts = [f"{what} of {date.today()} on {machine}."]
    for table in dict.fromkeys(figure.table for figure in figures):
        own = [figure for figure in figures if figure.table == table]
        columns = list(dict.fromkeys(figure.measure for figure in own))
        lines = [f"| {table} | {' | '.join(columns)} |", "| --- |" + " ---: |" * len(columns)]
        for setting in dict.fromkeys(figure.setting for figure in own):
            values = {f.measure: _short(f.value) for f in own if f.setting == setting}
            lines.append(f"| {setting} | {' | '.join(values.get(c, '') for c in columns)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def save(figures: Sequence[Figure], path: Path) -> None:
    """Write the tidy table."""
    with path.open("w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(Figure._fields)
        writer.writerows((*figure[:3], f"{figure.value:.6g}") for figure in figures)


def _short(value: float) -> str:
    """Return three digits, or all before the point."""
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def fill(path: Path, text: str) -> None:
    """Put the tables between the marks of a page."""
    page = path.read_text("utf-8")
    pattern = re.compile(f"{START}.*?{END}", re.DOTALL)
    path.write_text(pattern.sub(lambda _: f"{START}\n{text}\n{END}", page), "utf-8")


def draw(figures: Sequence[Figure], path: Path) -> None:
    """Draw stages, growth with the corpus and growth with the length."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    plots = (
        ("stage", "ms an article", "Cost by stage"),
        ("command", "articles/s", "The command, start-up included"),
        ("length", "ms per 1,000 words", "By words of the article"),
    )
    sheet, places = plt.subplots(1, 3, figsize=(13, 4.2), layout="constrained")
    for axes, (table, measured, title) in zip(places, plots, strict=True):
        own = [f for f in figures if (f.table, f.measure) == (table, measured)]
        own = [f for f in own if f.setting != "whole"][::-1]
        axes.barh([f.setting for f in own], [f.value for f in own], color="#3b6ea5", height=0.6)
        axes.set_title(title, loc="left")
        axes.set_xlabel(measured)
        axes.spines[["top", "right"]].set_visible(False)
    sheet.savefig(path, dpi=110, metadata={"Software": None})


if __name__ == "__main__":
    sys.exit(main())
