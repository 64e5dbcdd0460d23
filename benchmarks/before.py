"""One version of the package against another, in turn, on the same articles.

    python benchmarks/before.py BEFORE AFTER INPUT [--turns 2] [--jobs 1 2]

`BEFORE` and `AFTER` are the `bias` commands of two environments, `INPUT` a file of articles that
neither has seen. Each runs `bias analyze INPUT -o x.jsonl`, start-up and writing included,
A B A B; printed are the articles a second of each run by wall clock, the medians of wall and
processor time, and how many times as fast the second is. Then the same for one article.
"""

import argparse
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path


def run(command: str, source: Path, folder: Path, jobs: int) -> tuple[float, float]:
    """Return wall and processor time of one run, in seconds."""
    out = folder / "records.jsonl"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    given = [command, "analyze", str(source), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    subprocess.run(given, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(commands: Sequence[str], source: Path, folder: Path, jobs: int, turns: int) -> None:
    """Run both in turn and print what they took."""
    count = sum(1 for _ in source.open("rb"))
    found = [[run(command, source, folder, jobs) for command in commands] for _ in range(turns)]
    walls, spent = ([[turn[k][i] for turn in found] for k in (0, 1)] for i in (0, 1))
    for name, times, used in zip(("before", "after"), walls, spent, strict=True):
        rates = ", ".join(f"{count / seconds:.1f}" for seconds in times)
        print(f"{jobs} job(s), {count} article(s), {name}: {rates} articles/s; "
              f"processor {statistics.median(used):.2f} s")  # fmt: skip
    ratios = [statistics.median(a) / statistics.median(b) for a, b in (walls, spent)]
    print(f"  after is {ratios[0]:.2f} times as fast (processor time: {ratios[1]:.2f})")


def main() -> None:
    """Compare two versions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("source", type=Path)
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    commands = (options.before, options.after)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = folder / "one.jsonl"
        with options.source.open("rb") as lines:
            one.write_bytes(b"".join(islice(lines, 1)))
        for jobs in options.jobs:
            compare(commands, options.source, folder, jobs, options.turns)
        compare(commands, one, folder, 1, 2 * options.turns + 1)


if __name__ == "__main__":
    main()
