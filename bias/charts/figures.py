"""Figures of a benchmark, one row each, with their intervals."""

from typing import TYPE_CHECKING

from bias.charts.draw import ROW_HEIGHT, SHARES, rows, scale, words
from bias.charts.sheet import Sheet
from bias.charts.style import INK

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

WIDTH, NAMES = 620.0, 310.0
"""Of the whole, and of the names left of the scale, in points."""
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
    low, high = min(0.0, table["low"].min()), max(1.0, table["high"].max())
    rows(ax, len(table), (low - 0.01, high + 0.01), size)
    scale(ax, len(table), [low, *SHARES[1:-1], high] if high == 1 else [low, 0, high], size)
    names = [column for column in table.columns if column not in _NUMBERS]
    for place, row in enumerate(table.to_dict("records")):
        told = ", ".join(str(row[name]) for name in names)
        words(ax, low - 0.03 * (high - low), place, told, "sans", size, ha="right")
        ax.plot([row["low"], row["high"]], [place, place], color=INK, linewidth=1.4)
        ax.plot(row["value"], place, "o", color=INK, markersize=0.7 * size, clip_on=False)
        end = high + 0.03 * (high - low)
        words(ax, end, place, f"{row['value']:.3f}", "sans", 0.95 * size, ha="left")
    return ax


def figures_png(table: "pd.DataFrame") -> bytes:
    """Return the chart as a PNG image."""
    table = table.head(MOST)
    sheet = Sheet(WIDTH, ROW_HEIGHT * (len(table) + 2.4))
    figures(table, sheet.axes(NAMES, 8, WIDTH - NAMES - 48, sheet.height - 16))
    image: bytes = sheet.png(round(WIDTH * PIXELS_PER_POINT))
    return image
