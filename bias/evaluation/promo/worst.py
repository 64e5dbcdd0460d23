"""List the paragraph roles that are most wrong, whole outlets left out.

    python -m bias.evaluation.promo.worst --data PATH [--count N]

Prints article, paragraph, gold role, given role and its probability, worst
first; never text. The folds are those of `bias evaluate promo-inserts`.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bias.evaluation.promo.inserts import FOLDS, SEED, judge_folds, split_outlets
from bias.labelled.files import read_lines
from bias.labelled.inserts import Labelled, make_articles, read_bare, read_real

COUNT = 20
HEAD = ("article", "paragraph", "gold", "given", "probability")
SETS = ("roles_dev", "bare_inserts_dev")


@dataclass(frozen=True)
class Mistake:
    """One paragraph that got a wrong role."""

    article: str
    """Its id in the set."""
    paragraph: int
    """Counted from 0."""
    gold: str
    given: str
    probability: float
    """Of the wrong role."""


def worst_mistakes(data: Path, count: int = COUNT) -> list[Mistake]:
    """Return the wrong roles with the highest probability, worst first.

    Parameters
    ----------
    data
        The folder that `bias evaluate promo-inserts` takes.
    count
        How many at most.
    """
    articles = [*read_real(data), *read_bare(data)]
    judged = judge_folds(articles, make_articles(data, SEED))
    wrong = [
        Mistake(article, paragraph, one.gold, one.given, one.probability)
        for (article, paragraph), one in zip(_places(articles, _ids(data)), judged, strict=True)
        if one.gold != one.given
    ]
    return sorted(wrong, key=lambda m: (-m.probability, m.article, m.paragraph))[:count]


def _ids(data: Path) -> list[str]:
    files = (data / "promo_inserts" / f"{name}.jsonl.gz" for name in SETS)
    return [row["id"] for file in files for row in read_lines(file)]


def _places(articles: Sequence[Labelled], ids: Sequence[str]) -> list[tuple[str, int]]:
    """Return article and number of every paragraph, in the order they are judged in."""
    fold_of = split_outlets(articles, FOLDS)
    return [
        (name, index)
        for fold in range(FOLDS)
        for article, name in zip(articles, ids, strict=True)
        if fold_of[article.outlet] == fold
        for index, role in enumerate(article.roles)
        if role != "mixed"
    ]


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
