"""List the paragraph roles that are most wrong, whole outlets left out.

    python -m bias.evaluation.promo.worst --data PATH [--count N]

Prints article, paragraph, gold role, given role and its probability, worst
first; never text. The folds are those of `bias evaluate promo-inserts`.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from bias.evaluation.promo.inserts import cross_validate
from bias.evaluation.promo.scores import Judged

COUNT = 20
HEAD = ("article", "paragraph", "gold", "given", "probability")


def worst_mistakes(data: Path, count: int = COUNT) -> list[Judged]:
    """Return the wrong roles with the highest probability, worst first, so many at most.

    `data` is the folder that `bias evaluate promo-inserts` takes.
    """
    wrong = [judged for judged in cross_validate(data) if judged.gold != judged.given]
    return sorted(wrong, key=lambda j: (-j.probability, j.article, j.paragraph))[:count]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bias.evaluation.promo.worst", description=__doc__
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("--count", type=int, default=COUNT, help="how many to list")
    options = parser.parse_args(arguments)
    mistakes = worst_mistakes(options.data, options.count)
    rows = [(m.article, m.paragraph, m.gold, m.given, f"{m.probability:.3f}") for m in mistakes]
    csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows([HEAD, *rows])


if __name__ == "__main__":
    main()
