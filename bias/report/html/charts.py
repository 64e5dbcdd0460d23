"""Small charts of the HTML reports: bars and tracks as inline drawings, one a table cell."""

from collections.abc import Sequence

from bias.charts.article import HILL_BINS, density
from bias.charts.style import number, undefined
from bias.models.norms import LEVEL, Place
from bias.report.html.element import element, number_cell, soft_cell

PLACE = "0 to 1, with 90 % interval"
"""Heads the column of the interval's drawing."""
MARK = "2.5%"
LAST = 0.975
"""Width of a mark on a track, and where the last one begins."""


def percent(share: float) -> str:
    """Write a share as drawings want it.

    >>> percent(0.5), percent(0.12345)
    ('50%', '12.35%')
    """
    return f"{round(100 * share, 2):g}%"


def meter(share: float, name: str = "") -> str:
    """Draw a share of a whole as a bar; `name` gives its colour."""
    return _small(_rect("got", 0, max(0.0, min(1.0, share))), f"meter {name}".strip())


def track(place: Place) -> str:
    """Draw a place on a line whose middle half is grey; articles that are level as a bar."""
    if place.level >= LEVEL:
        return _small(_rect("level", place.below / 100, place.level / 100), "track")
    return _small(_at(place.rank / 100), "track")


def interval(value: float, low: float, high: float) -> str:
    """Draw a rating on the scale from 0 to 1, with its interval where there is one."""
    reach = ""
    if not undefined(low) and not undefined(high):
        reach = _rect("reach", low, high - low)
    return _small(reach + _at(value), "span")


def rank_cells(place: Place | None) -> str:
    """Return two cells: the percentile, or how many are level, and its place on a track."""
    if place is None:
        return number_cell("") + soft_cell("no reference")
    return number_cell(place.short) + element("td", track(place), class_="place")


def interval_cells(value: float, low: float, high: float) -> str:
    """Return two cells: a rating and its place, with the interval drawn."""
    if undefined(value):
        return element("td", class_="n rating") + element("td", "not rated", class_="place soft")
    told = "" if undefined(low) else f"{number(low)} to {number(high)}"
    drawn = element("td", interval(value, low, high), class_="place", title=told or None)
    return element("td", number(value), class_="n rating") + drawn


def outline(values: Sequence[float], name: str, tall: float = 100, closed: bool = True) -> str:
    """Draw how numbers from 0 to 1 lie, as a line in a box of 100 by 100; empty without any."""
    counts = density(values)
    if not counts:
        return ""
    heights = [f"{100 - tall * count / max(counts):.1f}" for count in counts]
    steps = "".join(
        f"L{100 * (i + 0.5) / HILL_BINS:g} {height}" for i, height in enumerate(heights)
    )
    path = f"M0 100L0 {heights[0]}{steps}L100 {heights[-1]}L100 100"
    return element("path", class_=name, d=path + ("Z" if closed else ""))


def stretched(content: str, y: float, height: float) -> str:
    """Set a drawing in a box of 100 by 100 across the whole width."""
    return element(
        "svg", content, viewBox="0 0 100 100", preserveAspectRatio="none", y=y, width="100%",
        height=height,
    )  # fmt: skip


def _rect(name: str, left: float, width: float) -> str:
    x = percent(left) if left else None
    return element("rect", class_=name, x=x, width=percent(width), height="100%")


def _at(share: float) -> str:
    """Draw where a value stands; at the right end the mark stays inside."""
    return element("rect", class_="at", x=percent(share * LAST), width=MARK, height="100%")


def _small(content: str, name: str) -> str:
    return element("svg", content, class_=name, aria_hidden="true")
