"""Where real news articles lie on every measure: the table behind percentiles.

    python -m bias.training.norms --data PATH/article-bias-prediction

Writes `bias/models/norms.csv`: each feature's, score's and the rating's value
at every whole percentile over a sample of articles, the same number from each
outlet's left, centre and right group, so that no side sets the norm.
"""

import argparse
import csv
import json
import lzma
import math
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np
from tqdm import tqdm

from bias.analysis import analyze
from bias.article import Article
from bias.norms import RANKS
from bias.output import replacing
from bias.parallel import map_in_order

PER_LEAN = 2000
"""Articles from left, centre and right outlets each."""
DIGITS = 5


def main() -> None:
    """Analyse the sample and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parents[1] / "models" / "norms.csv"
    )
    options = parser.parse_args()
    articles = sample(options.data)
    rows = list(tqdm(map_in_order(measures, articles, options.jobs), total=len(articles)))
    write(rows, options.out)
    print(f"{len(rows)} articles, {len(rows[0])} measures -> {options.out}")


def sample(data: Path) -> list[Article]:
    """Return the articles with the lowest checksum of their id, as many from each lean."""
    groups: dict[str, list[tuple[int, Article]]] = {}
    for row in _rows(data):
        article = Article(row["title"] or "", row["content"] or "", id=row["ID"])
        groups.setdefault(row["bias_text"], []).append((crc32(row["ID"].encode()), article))
    chosen = [sorted(g, key=lambda pair: pair[0])[:PER_LEAN] for _, g in sorted(groups.items())]
    return [article for group in chosen for _, article in group]


def _rows(data: Path) -> Iterator[dict[str, str]]:
    for shard in sorted(data.glob("articles_*.jsonl.xz")):
        with lzma.open(shard, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def measures(article: Article) -> dict[str, float]:
    """Return everything that gets a percentile, by name."""
    analysis = analyze(article)
    bias = math.nan if analysis.rating.bias is None else analysis.rating.bias
    return dict(analysis.values) | dict(analysis.scores) | {"bias": bias}


def write(rows: list[dict[str, float]], out: Path) -> None:
    """Write one line per measure: its name and its quantiles; undefined values left out."""
    with replacing(out) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", *(f"p{rank}" for rank in range(RANKS))])
        for name in rows[0]:
            values = np.array([row[name] for row in rows], dtype=float)
            defined = values[~np.isnan(values)]
            if len(defined):
                quantiles = np.quantile(defined, np.linspace(0, 1, RANKS), method="nearest")
                writer.writerow([name, *(f"{q:.{DIGITS}g}" for q in quantiles)])


if __name__ == "__main__":
    main()
