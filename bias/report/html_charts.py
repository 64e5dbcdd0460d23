"""The charts of the HTML reports: inline SVG and plain boxes, no scripts."""

from typing import TYPE_CHECKING, Any

from bias.report.element import element, escaped, number_cell, soft_cell
from bias.report.strip import place
from bias.report.style import number, score_family, score_label, undefined

if TYPE_CHECKING:
    import pandas as pd

    from bias.rating import Rating

STRIP_WIDTH, STRIP_HEIGHT = 1000.0, 120.0
STRIP_MEANS = (
    "One bar per sentence: width its length, height the probability that experts judge it biased "
    "(0 to 1). Dotted: mostly quotation. Open: promo insert. A bar leads to its sentence."
)


def rating_scale(rating: "Rating") -> str:
    """Draw the scale from 0 to 1 with interval and point."""
    parts = [element("line", class_="axis", x1=0, x2="100%", y1=22, y2=22)]
    if rating.low is not None and rating.high is not None:
        width = rating.high - rating.low
        parts.append(
            element("rect", class_="interval", x=percent(rating.low), width=percent(width), y=14,
                    height=16)
        )  # fmt: skip
    parts += _without_inserts(rating)
    if rating.bias is not None:
        parts.append(element("circle", class_="point", cx=percent(rating.bias), cy=22, r=7))
    for x, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        parts.append(element("text", f"{x:g}", x=percent(x), y=48, text_anchor=anchor))
    told = "not rated" if rating.bias is None else f"rating {number(rating.bias)} from 0 to 1"
    return element("svg", "".join(parts), class_="scale", role="img", aria_label=told)


def _without_inserts(rating: "Rating") -> list[str]:
    """Mark where the rating would stand without the inserts, if that differs."""
    without = rating.without_inserts
    if without is None or number(without) == number(rating.bias):
        return []
    told = f"without the inserts {number(without)}"
    x = percent(without)
    return [
        element("circle", element("title", told), class_="without", cx=x, cy=22, r=6),
        element("text", told, x=x, y=9, text_anchor="middle"),
    ]


def percent(share: float) -> str:
    """Write a share as CSS and SVG want it."""
    return f"{100 * share:.2f}%"


def score_row(name: str, value: float, rank: float | None) -> str:
    """Return a score's row: its bar, and its percentile on a track."""
    family = score_family(name)
    label = element("th", f"{family.letter} {escaped(score_label(name))}")
    if undefined(value):
        cells = number_cell("") + soft_cell("undefined here") + 2 * element("td")
        return element("tr", label + cells)
    bar = element("i", style=f"width:{percent(min(1.0, max(0.0, value)))}")
    meter = element("td", element("span", bar, class_=f"meter {family.feature}"))
    return element("tr", label + number_cell(number(value)) + meter + rank_cells(rank))


def rank_cells(rank: float | None) -> str:
    """Return two cells: the percentile and its place on a track."""
    if rank is None or undefined(rank):
        return number_cell("") + soft_cell("no reference")
    mark = element("i", style=f"left:{percent(rank / 100)}")
    return number_cell(f"{rank:.0f}") + element("td", element("span", mark, class_="track"))


def interval_cells(value: float, low: float, high: float) -> str:
    """Return two cells: a rating and its place, with the interval drawn."""
    if undefined(value):
        return number_cell("") + soft_cell("not rated")
    drawn = ""
    if not undefined(low) and not undefined(high):
        reach = f"left:{percent(low)};width:{percent(high - low)}"
        drawn = element("i", class_="reach", style=reach)
    drawn += element("i", style=f"left:{percent(value)}")
    return number_cell(number(value)) + element("td", element("span", drawn, class_="span"))


def strip(sentences: "pd.DataFrame") -> str:
    """Draw the sentences as bars; each leads to its sentence."""
    if sentences.empty:
        return element("p", "No sentences to draw.", class_="soft")
    grid = "".join(
        element("line", class_="grid", x1=0, x2=STRIP_WIDTH, y1=y, y2=y)
        for y in (0, STRIP_HEIGHT / 2, STRIP_HEIGHT)
    )
    bars = "".join(_bar(row) for row in place(sentences).to_dict("records"))
    box = f"0 0 {STRIP_WIDTH:g} {STRIP_HEIGHT:g}"
    drawn = element("svg", grid + bars, class_="strip", viewBox=box, preserveAspectRatio="none")
    return element("figure", drawn + element("figcaption", STRIP_MEANS))


def _bar(row: dict[str, Any]) -> str:
    told = f"sentence {row['sentence'] + 1}, {row['role']}: {number(row['bias'])}"
    tall = max(1.0, STRIP_HEIGHT * row["bias"])
    bar = element(
        "rect",
        element("title", escaped(told)),
        class_=f"bar {row['kind']}",
        x=f"{STRIP_WIDTH * row['left']:.1f}",
        y=f"{STRIP_HEIGHT - tall:.1f}",
        width=f"{max(0.6, STRIP_WIDTH * (row['right'] - row['left']) - 0.8):.1f}",
        height=f"{tall:.1f}",
    )
    return element("a", bar, href=f"#s{row['sentence']}", aria_label=told)
