"""Figures of a benchmark, one row each, with their intervals."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bias.charts.draw import ROW_HEIGHT, rows, scale, words
from bias.charts.sheet import Sheet
from bias.charts.style import INK

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SCALE, LETTER = 262.0, 4.4
"""Width of the scale and of a letter of the names left of it, in points."""
STEP = 0.25
"""Between the marks of the scale."""
PIXELS_PER_POINT = 2
MOST = 60
"""Rows drawn; the table has them all."""
_NUMBERS = ("value", "low", "high", "n", "predicted")


def figures(table: "pd.DataFrame", ax: "Axes", size: float = 7.5) -> "Axes":
    """Draw each row's value and interval on a scale from 0 to 1, or as far as they reach.

    Parameters
    ----------
    table
        Columns value, low, high, and any that name a row.
    """
    first = math.floor(min(0.0, table["low"].min()) / STEP)
    last = math.ceil(max(1.0, table["high"].max()) / STEP)
    low, high = STEP * first, STEP * last
    rows(ax, len(table), (low - 0.01, high + 0.01), size)
    scale(ax, len(table), [STEP * mark for mark in range(first, last + 1)], size)
    for place, row in enumerate(table.to_dict("records")):
        words(ax, low - 0.03 * (high - low), place, _name(row), "sans", size, ha="right")
        ax.plot([row["low"], row["high"]], [place, place], color=INK, linewidth=1.4)
        ax.plot(row["value"], place, "o", color=INK, markersize=0.7 * size, clip_on=False)
        end = high + 0.03 * (high - low)
        words(ax, end, place, f"{row['value']:.3f}", "sans", 0.95 * size, ha="left")
    return ax


def figures_png(table: "pd.DataFrame") -> bytes:
    """Return the chart as a PNG image."""
    table = table.head(MOST)
    names = 16 + LETTER * max(len(_name(row)) for row in table.to_dict("records"))
    sheet = Sheet(names + SCALE + 48, ROW_HEIGHT * (len(table) + 2.4))
    figures(table, sheet.axes(names, 8, SCALE, sheet.height - 16))
    return sheet.png(round((names + SCALE + 48) * PIXELS_PER_POINT))


def _name(row: Mapping[Any, Any]) -> str:
    """Return what a row is about: all that is no number."""
    return ", ".join(str(value) for column, value in row.items() if column not in _NUMBERS)
