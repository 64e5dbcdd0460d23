"""Kill a run again and again at random moments, resume it, and compare the outputs.

    python benchmarks/resume.py --data PATH/article-bias-prediction [--articles 5000] [--kills 20]

For each kind of output: one undisturbed run, then one that is killed with
SIGKILL, resumed, killed again and so on, at moments drawn over the whole run,
and resumed to its end. The files of both must be the same to the byte.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from command import write_articles

SEED = 20261123


def main() -> int:
    """Print a line for each kind of output; 1 when one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", nargs="+", default=["records.jsonl.gz", "tables"])
    options = parser.parse_args()
    chance, same = random.Random(SEED), True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(options.data, options.articles, folder / "articles.jsonl")
        for out in options.out:
            seconds = undisturbed(folder, out, options.jobs)
            kills = disturbed(folder, out, options, seconds, chance)
            equal = digests(folder / "whole") == digests(folder / "killed")
            same = same and equal
            print(f"{out}: killed {kills} times, {'identical' if equal else 'DIFFERENT'}")
    return int(not same)


def command(folder: Path, place: str, out: str, jobs: int, *more: str) -> list[str]:
    """Return the command line that writes `out` into `folder/place`."""
    target = folder / place / out
    target.parent.mkdir(exist_ok=True)
    start = [sys.executable, "-m", "bias", "analyze", str(folder / "articles.jsonl")]
    return [*start, "-o", str(target), "--jobs", str(jobs), "--quiet", *more]


def undisturbed(folder: Path, out: str, jobs: int) -> float:
    """Run to the end; return the seconds."""
    start = time.perf_counter()
    subprocess.run(command(folder, "whole", out, jobs), check=False, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def disturbed(
    folder: Path, out: str, options: argparse.Namespace, seconds: float, chance: random.Random
) -> int:
    """Run, kill and resume until the run ends by itself; return the number of kills."""
    line = command(folder, "killed", out, options.jobs, "--resume")
    for kills in range(options.kills):
        run = subprocess.Popen(line, stderr=subprocess.DEVNULL)
        try:
            run.wait(chance.uniform(0, 2 * seconds / options.kills))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        else:
            return kills
    subprocess.run(line, check=False, stderr=subprocess.DEVNULL)
    return options.kills


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


if __name__ == "__main__":
    sys.exit(main())
