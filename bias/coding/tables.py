"""What marks are good for: a list of what people saw otherwise, and labels to train on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bias.coding.items import BIASED
from bias.coding.read import Mark
from bias.coding.tool import TOOL

if TYPE_CHECKING:
    import pandas as pd


def disagreements(marks: Iterable[Mark]) -> "pd.DataFrame":
    """Return the items with several labels: kind, item, text, and a column for each who marked."""
    import pandas as pd

    table = pd.DataFrame(_rows(marks))
    if table.empty:
        return pd.DataFrame(columns=["kind", "item", "text"])
    wide = table.pivot_table(
        index=["kind", "item", "text"], columns="coder", values="label", aggfunc="first", sort=False
    )
    return wide[wide.nunique(axis=1) > 1].rename_axis(columns=None).reset_index()


def _rows(marks: Iterable[Mark]) -> Iterator[dict[str, str]]:
    for mark in marks:
        if mark.label:
            named = {"kind": mark.kind, "item": mark.item, "text": mark.text}
            yield {**named, "coder": mark.coder, "label": mark.label}


def labels(marks: Iterable[Mark]) -> "pd.DataFrame":
    """Return what `bias train sentences` takes: one row a sentence that people judged.

    Columns `id`, `group` (its article: rows of one are kept together), `body`, `label` (the share
    of people who called it biased) and `coders`, how many they are.
    """
    import pandas as pd

    table = pd.DataFrame(
        [row for row in _rows(marks) if row["kind"] == "sentence" and row["coder"] != TOOL],
        columns=["kind", "item", "text", "coder", "label"],
    )
    biased = table.assign(label=(table["label"] == BIASED).astype(float))
    grouped = biased.groupby(["item", "text"], sort=False)["label"].agg(["mean", "size"])
    found = grouped.reset_index().set_axis(["id", "body", "label", "coders"], axis=1)
    found.insert(1, "group", found["id"].str.rpartition(":")[0])
    return found
