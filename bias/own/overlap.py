"""Rows of a table that the shipped model learnt from: what is said of them is too good."""

from dataclasses import dataclass

import numpy as np

from bias.evaluation.measures import Labels
from bias.models.seen import learnt_from
from bias.own.table import FEWEST, Table

_TOO_GOOD = {
    "sentences": "This recipe builds upon that model, so the figures of both are too good",
    "articles": "The shipped model's figures are too good",
}


@dataclass(frozen=True)
class Overlap:
    """Which rows of a table the shipped model of its kind has read, with their labels."""

    task: str
    read: Labels
    """One per row."""
    enough: bool
    """The other rows have enough of either label to be judged by."""

    @property
    def unread(self) -> Labels:
        """The other rows."""
        return ~self.read

    @property
    def warning(self) -> str | None:
        """What must be said; None where the model has read none."""
        count, rows = int(self.read.sum()), len(self.read)
        if not count:
            return None
        rest = (
            "those of the other rows stand beside them"
            if self.enough
            else "too few other rows are left to judge by: test on texts that are not among them"
        )
        return (
            f"{count} of {rows} rows ({100 * count / rows:.0f} %) are texts that the shipped model "
            f"of {self.task} learnt from. {_TOO_GOOD[self.task]}; {rest}."
        )


def overlap_of(task: str, table: Table) -> Overlap:
    """Return which rows of a table the shipped model of this kind has read."""
    read = learnt_from(task, [article.body or article.headline for article in table.articles])
    others = table.biased[~read]
    enough = min(np.count_nonzero(others), np.count_nonzero(~others)) >= FEWEST
    return Overlap(task, read, bool(enough))
