"""Clickbait probability: a held-out tenth, and plain political headlines.

The tenth is scored by a model that never saw it: the shipped recipe fitted on
the other nine. Neutral headlines of `headline_devices` are scored by the shipped
model, which was never shown them.

    python -m bias.evaluation.clickbait --data PATH

prints the accuracy of all ten tenths, each held out in turn.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bias.corpus.intervals import share
from bias.features.headline.teasing import clickbait_probability
from bias.features.headline.words import Headline
from bias.labelled.files import kept_out
from bias.labelled.headlines import labelled_headlines
from bias.models.clickbait import THRESHOLD

if TYPE_CHECKING:
    import pandas as pd

TENTH = 10
"""Every tenth headline of a fixed shuffle is held out."""
Result = tuple[str, float, float, float, int]


def evaluate_clickbait(path: Path) -> "pd.DataFrame":
    """Return accuracy on a held-out tenth, and how often plain headlines are called clickbait.

    Parameters
    ----------
    path
        The folder that holds `clickbait-chakraborty`, `article-bias-prediction` and
        `headline_devices`. A set that is not there gives no row.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, low, high (95 %, Wilson), n.
    """
    import pandas as pd

    table: list[Result] = []
    if (path / "clickbait-chakraborty").is_dir():
        table += _held_out(path)
    if (path / "headline_devices").is_dir():
        table.append(_plain(path))
    return pd.DataFrame(table, columns=["measure", "value", "low", "high", "n"])


def _held_out(path: Path) -> Iterator[Result]:
    called, truth = _scored(path, 0)
    yield _share("accuracy of clickbait, a tenth held out", _right(called, truth))
    found = [t for c, t in zip(called, truth, strict=True) if c]
    yield _share("precision of clickbait, a tenth held out", found)
    there = [c for c, t in zip(called, truth, strict=True) if t]
    yield _share("recall of clickbait, a tenth held out", there)


def all_tenths(path: Path) -> Iterator[Result]:
    """Yield the accuracy of each tenth, held out in turn, then of all headlines together."""
    every: list[bool] = []
    for tenth in range(TENTH):
        right = _right(*_scored(path, tenth))
        every += right
        yield _share(f"accuracy of clickbait, tenth {tenth}", right)
    yield _share("accuracy of clickbait, ten folds", every)


def _scored(path: Path, tenth: int) -> tuple[list[bool], list[bool]]:
    """Fit without one tenth; return what it calls that tenth's headlines, and what they are."""
    import numpy as np

    from bias.training.clickbait import fit, read_labelled, read_plain

    labelled = read_labelled(path)
    order = np.random.default_rng(0).permutation(len(labelled.keys)).tolist()
    first, last = (len(order) * edge // TENTH for edge in (tenth, tenth + 1))
    model = fit(labelled.take(order[:first] + order[last:]), read_plain(path, kept_out(path)))
    test = labelled.take(order[first:last])
    called = [model.probability(keys) >= THRESHOLD for keys in test.keys]
    return called, test.clickbait.tolist()


def _right(called: Sequence[bool], truth: Sequence[bool]) -> list[bool]:
    return [c == t for c, t in zip(called, truth, strict=True)]


def _plain(path: Path) -> Result:
    headlines = [row["headline"] for row in labelled_headlines(path) if row["slant"] == 0]
    called = [clickbait_probability(h) >= THRESHOLD for h in Headline.alone(headlines)]
    return _share("share of neutral headlines called clickbait", called)


def _share(measure: str, cases: Sequence[bool]) -> Result:
    return measure, *share(sum(cases), len(cases)), len(cases)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bias.evaluation.clickbait")
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    rows = all_tenths(parser.parse_args(arguments).data)
    csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
