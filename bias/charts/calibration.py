"""Predicted probability against what came true, tenth by tenth."""

from typing import TYPE_CHECKING

from bias.charts.draw import SHARES, axes_for, words
from bias.charts.sheet import Sheet
from bias.charts.style import FAINT, INK, RULE, SOFT

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SIDE = 300.0
"""Of the square, in points."""
MARGIN = 44.0
PIXELS_PER_POINT = 2


def calibration(reliability: "pd.DataFrame", ax: "Axes | None" = None, size: float = 8) -> "Axes":
    """Draw a point for each tenth of the predictions, with its 95 % interval.

    Parameters
    ----------
    reliability
        Rows of one model as `bias evaluate calibration` gives them; the rows `tenth 1` to
        `tenth 10` are drawn, `predicted` across, `value`, `low` and `high` up.
    """
    axes = axes_for(ax, SIDE, 0.12, 0.9)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(False)
    for share in SHARES:
        axes.plot([share, share], [0, 1], color=RULE, linewidth=0.4, zorder=0)
        axes.plot([0, 1], [share, share], color=RULE, linewidth=0.4, zorder=0)
        words(axes, share, -0.05, f"{share:g}", "sans", size, ha="center", color=SOFT)
        words(axes, -0.03, share, f"{share:g}", "sans", size, ha="right", color=SOFT)
    axes.plot([0, 1], [0, 1], color=FAINT, linewidth=0.8, linestyle=(0, (4, 3)))
    words(axes, 0.5, -0.11, "predicted probability", "sans", size, ha="center")
    words(axes, 0.0, 1.04, "share that came true, 95 % interval", "sans", size, ha="left")
    tenths = reliability[reliability["measure"].str.fullmatch(r"tenth \d+")]
    for _, row in tenths.iterrows():
        axes.plot([row["predicted"]] * 2, [row["low"], row["high"]], color=INK, linewidth=1.1)
    axes.plot(tenths["predicted"], tenths["value"], "o", color=INK, markersize=0.6 * size)
    return axes


def calibration_png(reliability: "pd.DataFrame") -> bytes:
    """Return the chart as a PNG image; the same table gives the same bytes.

    Of several models in the table, each has a square of its own.
    """
    models = list(dict.fromkeys(reliability["model"]))
    step = SIDE + 2 * MARGIN
    sheet = Sheet(step * len(models), step)
    for place, model in enumerate(models):
        axes = sheet.axes(step * place + MARGIN, MARGIN, SIDE, SIDE)
        calibration(reliability[reliability["model"] == model], axes)
        sheet.text(step * place + MARGIN, 0.4 * MARGIN, str(model), "sans-bold", 9)
    return sheet.png(round(sheet.width * PIXELS_PER_POINT))
