"""Small charts of the HTML reports: bars and tracks as inline drawings, one a table cell."""

from bias.charts.style import number, undefined
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


def track(rank: float) -> str:
    """Draw a percentile, 0 to 100, on a line whose middle half is grey."""
    return _small(_at(rank / 100), "track")


def interval(value: float, low: float, high: float) -> str:
    """Draw a rating on the scale from 0 to 1, with its interval where there is one."""
    reach = ""
    if not undefined(low) and not undefined(high):
        reach = _rect("reach", low, high - low)
    return _small(reach + _at(value), "span")


def rank_cells(rank: float | None) -> str:
    """Return two cells: the percentile and its place on a track."""
    if rank is None or undefined(rank):
        return number_cell("") + soft_cell("no reference")
    return number_cell(f"{rank:.0f}") + element("td", track(rank), class_="place")


def interval_cells(value: float, low: float, high: float) -> str:
    """Return two cells: a rating and its place, with the interval drawn."""
    if undefined(value):
        return element("td", class_="n rating") + element("td", "not rated", class_="place soft")
    told = "" if undefined(low) else f"{number(low)} to {number(high)}"
    drawn = element("td", interval(value, low, high), class_="place", title=told or None)
    return element("td", number(value), class_="n rating") + drawn


def _rect(name: str, left: float, width: float) -> str:
    x = percent(left) if left else None
    return element("rect", class_=name, x=x, width=percent(width), height="100%")


def _at(share: float) -> str:
    """Draw where a value stands; at the right end the mark stays inside."""
    return element("rect", class_="at", x=percent(share * LAST), width=MARK, height="100%")


def _small(content: str, name: str) -> str:
    return element("svg", content, class_=name, aria_hidden="true")
