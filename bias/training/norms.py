"""Where real news articles lie on every measure: the table behind percentiles.

    python -m bias.training norms --data PATH [-o FOLDER]

Writes `bias/models/data/norms.csv`: each feature's, score's and the rating's value
at every whole percentile over a sample of articles, the same number from each
outlet's left, centre and right group, so that no side sets the norm. Beside it
`norms_by_length.csv`: the same for the articles of each length class.
"""

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from tqdm import tqdm

from bias.analysis import analyze
from bias.document.article import Article
from bias.engines.local import map_in_order
from bias.labelled.files import read_news
from bias.models.norms import DIGITS, LENGTH_CLASSES, RANKS
from bias.outputs import replacing

PER_LEAN = 2000
"""Articles from left, centre and right outlets each."""
JOBS = 2
"""Processes that analyse the sample."""


def write(data: Path, folder: Path) -> None:
    """Analyse the sample and write the tables."""
    articles = sample(data)
    rows = list(tqdm(map_in_order(measures, articles, JOBS), total=len(articles)))
    write_overall(rows, folder / "norms.csv")
    write_by_length(rows, folder / "norms_by_length.csv")


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is kept of one article."""

    length: str
    """Its length class."""
    values: dict[str, float]
    """Everything that gets a percentile, by name."""


def sample(data: Path) -> list[Article]:
    """Return the articles with the lowest checksum of their id, as many from each lean."""
    groups: dict[str, list[tuple[int, Article]]] = {}
    for row in read_news(data):
        article = Article(row["title"] or "", row["content"] or "", id=row["ID"])
        groups.setdefault(row["bias_text"], []).append((crc32(row["ID"].encode()), article))
    chosen = [sorted(g, key=lambda pair: pair[0])[:PER_LEAN] for _, g in sorted(groups.items())]
    return [article for group in chosen for _, article in group]


def measures(article: Article) -> Measurement:
    """Measure one article."""
    analysis = analyze(article)
    bias = math.nan if analysis.rating.bias is None else analysis.rating.bias
    values = dict(analysis.values) | dict(analysis.scores) | {"bias": bias}
    return Measurement(analysis.length, values)


def write_overall(rows: list[Measurement], out: Path) -> None:
    """Write one line per measure: its name and its quantiles."""
    _write(["name"], quantile_rows(rows), out)


def write_by_length(rows: list[Measurement], out: Path) -> None:
    """Write one line per length class and measure; none for a class of few articles."""
    cut = [(length, [r for r in rows if r.length == length]) for length in LENGTH_CLASSES]
    known = ((length, group) for length, group in cut if len(group) >= RANKS)
    _write(["length", "name"], ([n, *q] for n, group in known for q in quantile_rows(group)), out)


def quantile_rows(rows: list[Measurement]) -> Iterator[list[str]]:
    """Yield a measure's name and its value at each whole percentile; undefined values left out."""
    for name in rows[0].values if rows else ():
        values = np.array([row.values[name] for row in rows], dtype=float)
        defined = values[~np.isnan(values)]
        if len(defined):
            quantiles = np.quantile(defined, np.linspace(0, 1, RANKS), method="nearest")
            yield [name, *(f"{q:.{DIGITS}g}" for q in quantiles)]


def _write(keys: list[str], rows: Iterable[list[str]], out: Path) -> None:
    with replacing(out) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*keys, *(f"p{rank}" for rank in range(RANKS))])
        writer.writerows(rows)
