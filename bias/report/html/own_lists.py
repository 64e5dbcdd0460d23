"""The user's own lists by group, as HTML."""

from typing import TYPE_CHECKING, Any

from bias.charts.style import number, undefined
from bias.codebook import in_words
from bias.corpus.own_lists import list_label
from bias.report.html.element import element, escaped, number_cell, sortable

if TYPE_CHECKING:
    from bias.corpus.corpus import Corpus

MEANS = (
    "Terms of your lists per 100 words of the outlets’ own voice, or of quoted voice: the mean "
    "over articles, in brackets a 90 % interval from resampling them, which few articles do not "
    "have. They enter no score and no rating."
)


def lists_part(corpus: "Corpus") -> str:
    """Return one row per group, one column per list and category; empty without lists."""
    if not corpus.lists:
        return ""
    heads = [(in_words(corpus.by), ""), ("articles", "n")]
    heads += [(list_label(name), "n") for name in corpus.lists]
    groups = corpus.groups.sort_values(corpus.lists[0], ascending=False, kind="stable")
    rows = "".join(_row(row, corpus.lists) for row in groups.to_dict("records"))
    told = element("p", MEANS, class_="soft")
    return told + sortable(heads, rows, "lists", "Your lists", list_label(corpus.lists[0]))


def _row(row: dict[str, Any], lists: list[str]) -> str:
    name = element("th", escaped(row["group"]), scope="row", dir="auto")
    cells = (_cell(*(row[f"{rate}{end}"] for end in ("", "_low", "_high"))) for rate in lists)
    return element("tr", name + number_cell(f"{row['articles']:,}") + "".join(cells))


def _cell(mean: float, low: float, high: float) -> str:
    if undefined(mean):
        return number_cell("")
    ends = "" if undefined(low) else f" ({number(low)} to {number(high)})"
    return element("td", f"{number(mean)}{ends}", class_="n", data_v=f"{mean:.4f}")
