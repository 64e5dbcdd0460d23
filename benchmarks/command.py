"""`bias analyze` as a user runs it: its time, and the memory of all its processes together."""

import json
import lzma
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bias.document.article import Article


@dataclass(frozen=True)
class Cost:
    """Of one run of the command, start-up included."""

    articles: int
    jobs: int
    seconds: float
    megabytes: float
    """The peak, over all processes; memory they share counts once."""

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds


def rows(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of all shards as our records."""
    for shard in sorted(data.glob("articles_*.jsonl.xz")):
        with lzma.open(shard, "rt") as lines:
            for row in map(json.loads, lines):
                article = {"id": row["ID"], "headline": row["title"], "body": row["content"]}
                yield article | {"outlet": row["source"]}


def write_articles(data: Path, count: int, path: Path) -> int:
    """Write the first articles; return how many there were."""
    written = 0
    with path.open("w") as out:
        for row in islice(rows(data), count):
            out.write(json.dumps(row) + "\n")
            written += 1
    return written


def write_article(article: Article, path: Path) -> None:
    """Write one article."""
    path.write_text(json.dumps({"headline": article.headline, "body": article.body}) + "\n")


def run(source: Path, out: Path, articles: int, jobs: int) -> Cost:
    """Run the command over a file and watch it."""
    command = [sys.executable, "-m", "bias", "analyze", str(source), "-o", str(out), "--quiet"]
    start, peak = time.perf_counter(), 0.0
    process = subprocess.Popen([*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, sum(share(pid) for pid in family(process.pid)))
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"the command ended with status {process.returncode}.")
    return Cost(articles, jobs, seconds, peak)


def family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in family(int(child)))]


def share(pid: int) -> float:
    """Return a process's proportional share of memory in MB, 0 once it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
