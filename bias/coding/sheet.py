"""A sheet as a table: one row for each item, three columns to fill in."""

import csv
from collections.abc import Iterable
from pathlib import Path

from bias.coding.items import Item
from bias.coding.page import sheet_page
from bias.document.document import Document
from bias.errors import UsageError
from bias.outputs.files import replacing

COLUMNS = ("item", "kind", "text", "label", "words", "note", "coder")
"""`words` of a sentence are parted by ` | `; without `coder` the file's name tells who marked."""
SUFFIXES = (".csv", ".html")
BETWEEN = " | "


def write_sheet(articles: Iterable[tuple[Document, tuple[Item, ...]]], out: Path) -> int:
    """Write a sheet; return how many articles it holds.

    Parameters
    ----------
    articles
        Each with what `bias.coding.items.items_of` finds in it.
    out
        `.csv`, or `.html` for a page that works without a network and exports such a table.

    Raises
    ------
    UsageError
        Two articles have one id, or the suffix is another.
    """
    check_suffix(out)
    kept = [*articles]
    names = [items[0].article for _, items in kept]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(
            f"{len(twice)} ids come twice, such as {twice[0]!r}. Marks are told apart by them: "
            "give each article an id of its own."
        )
    if out.suffix == ".html":
        with replacing(out, "wb") as file:
            file.write(sheet_page(kept, COLUMNS, BETWEEN))
        return len(kept)
    with replacing(out) as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(
            {"item": item.name, "kind": item.kind, "text": item.text}
            for _, items in kept
            for item in items
        )
    return len(kept)


def check_suffix(out: Path) -> None:
    """Raise `UsageError` for a sheet that is neither a table nor a page."""
    if out.suffix.lower() not in SUFFIXES:
        allowed = " or ".join(SUFFIXES)
        raise UsageError(f"{out}: a sheet is {allowed}. Name it so, such as -o sheet.html.")
