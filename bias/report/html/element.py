"""HTML elements from parts, with every attribute escaped."""

import html
import unicodedata
from collections.abc import Iterable

KEPT_CONTROLS = "\n\t"


def escaped(text: str) -> str:
    """Return text that HTML shows and never runs: in content and in quoted attributes."""
    kept = (c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"})
    return html.escape("".join(kept), quote=True)


def element(tag: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Return an element around content that is HTML already.

    Attributes are escaped; those that are None are left out. An underscore in
    a name stands for a hyphen, one at its end for nothing.

    >>> element("a", "x", href='"', class_="n", aria_label=None)
    '<a href="&quot;" class="n">x</a>'
    """
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{named}>{content}</{tag}>"


def table(heads: Iterable[str], rows: Iterable[str], name: str | None = None) -> str:
    """Return a table; heads are words, empty where a column needs none; rows are `tr` elements."""
    cells = (
        element("th", escaped(words), scope="col") if words else "<td></td>" for words in heads
    )
    head = element("thead", element("tr", "".join(cells)))
    return element("table", head + element("tbody", "".join(rows)), class_=name)


def sortable(heads: Iterable[tuple[str, str]], rows: str, name: str, label: str, by: str) -> str:
    """Return a table that a script can sort; it comes in the falling order of the column `by`."""
    cells = (
        element(
            "th", escaped(words), scope="col", class_=kind or None,
            aria_sort="descending" if words == by else None,
        )
        for words, kind in heads
    )  # fmt: skip
    parts = element("thead", element("tr", "".join(cells))) + element("tbody", rows)
    drawn = element("table", parts, class_=f"{name} sortable", aria_label=label)
    return element("div", drawn, class_="scroll")


def number_cell(words: str) -> str:
    """Return a table cell with a number."""
    return element("td", escaped(words), class_="n")


def soft_cell(words: str) -> str:
    """Return a table cell with words of the second rank."""
    return element("td", escaped(words), class_="soft")
