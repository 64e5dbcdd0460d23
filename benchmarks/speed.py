"""How many articles a second, against VADER per sentence on the same articles.

    python benchmarks/speed.py --data PATH/article-bias-prediction [--articles 1000] [--jobs 2]

VADER scores one number per sentence and is the usual lexicon baseline; it is
handed our sentences, so that only scoring is compared. Needs `vaderSentiment`
for that column; without it only our own figures are printed.
"""

import argparse
import json
import lzma
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "articles.jsonl"), Path(folder, "records.jsonl")
        words = write_articles(options.data, options.articles, source)
        print(f"{options.articles} articles, {words / options.articles:.0f} words each on average")
        ours = [time_analyze(source, out, options.jobs) for _ in range(options.runs)]
        peak = peak_memory(source, out, options.jobs)
        report("bias analyze, records written", options.articles, ours)
        print(f"peak memory of all processes together: {peak:.0f} MB")
        theirs = time_vader(source)
        if theirs:
            report("VADER per sentence, one process", options.articles, [theirs])
            print(f"ratio, ours to VADER: {theirs / statistics.median(ours):.2f}")


def write_articles(data: Path, count: int, path: Path) -> int:
    """Write the first articles of the first shard as our input; return their words."""
    words = 0
    with lzma.open(data / "articles_0.jsonl.xz", "rt") as shard, path.open("w") as out:
        for line in islice(shard, count):
            row = json.loads(line)
            words += len(row["content"].split())
            article = {"id": row["ID"], "headline": row["title"], "body": row["content"]}
            out.write(json.dumps(article | {"outlet": row["source"]}) + "\n")
    return words


def time_analyze(source: Path, out: Path, jobs: int) -> float:
    """Return the seconds of one whole run of the command, start-up included."""
    command = [sys.executable, "-m", "bias", "analyze", str(source), "-o", str(out)]
    start = time.perf_counter()
    subprocess.run([*command, "--jobs", str(jobs), "--quiet"], check=True)
    return time.perf_counter() - start


def peak_memory(source: Path, out: Path, jobs: int) -> float:
    """Return the largest sum of resident memory over the command's processes, in MB."""
    command = [sys.executable, "-m", "bias", "analyze", str(source), "-o", str(out), "--quiet"]
    process = subprocess.Popen([*command, "--jobs", str(jobs)])
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(resident(pid) for pid in family(process.pid)))
        time.sleep(0.05)
    return peak or resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in family(int(child)))]


def resident(pid: int) -> float:
    """Return a process's proportional share of memory in MB, 0 once it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def time_vader(source: Path) -> float | None:
    """Return VADER's seconds over all sentences, or None when it is not installed."""
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    import bias
    from bias.segment import segment

    documents = [segment(article) for article in bias.read_articles(source)]
    sentences = [s.of(document.text) for document in documents for s in document.sentences]
    analyzer = SentimentIntensityAnalyzer()
    start = time.perf_counter()
    for sentence in sentences:
        analyzer.polarity_scores(sentence)
    return time.perf_counter() - start


def report(label: str, articles: int, seconds: list[float]) -> None:
    """Print one line: median and spread."""
    rates = sorted(articles / s for s in seconds)
    middle = statistics.median(rates)
    spread = f"{rates[0]:.0f} to {rates[-1]:.0f}, {os.cpu_count()} cores"
    print(f"{label}: {middle:.0f} articles/s ({spread})")


if __name__ == "__main__":
    main()
