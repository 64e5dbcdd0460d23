"""The loaded terms that set one group apart from the others."""

from typing import TYPE_CHECKING

from bias.charts.draw import ROW_HEIGHT, axes_for, bare, nothing, words
from bias.charts.fonts import printable
from bias.charts.style import RULE, SOFT, score_family, shorten

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

TERM_LENGTH = 20
NO_TERMS = "No loaded term sets this group apart."


def distinctive(
    terms: "pd.DataFrame", most: float | None = None, ax: "Axes | None" = None, size: float = 7.5
) -> "Axes":
    """Draw one group's terms: log-odds against all other groups, with their intervals.

    Parameters
    ----------
    terms
        One group's rows of `terms.csv`: `term`, `count`, `articles`,
        `log_odds`, `low`, `high`.
    most
        Right end of the scale, so that several groups share one.
    """
    axes = axes_for(ax, ROW_HEIGHT * (len(terms) + 1), 0.3, 0.86)
    if terms.empty:
        nothing(axes, NO_TERMS, size)
        return axes
    end = most or float(terms["high"].max())
    bare(axes)
    axes.set(xlim=(0, end), ylim=(len(terms) - 0.4, -0.6))
    axes.plot([0, 0], [-0.5, len(terms) - 0.5], color=RULE, linewidth=0.7)
    family = score_family("loaded")
    for row, term in enumerate(terms.to_dict("records")):
        name = shorten(printable(term["term"], "sans"), TERM_LENGTH)
        words(axes, -0.03 * end, row, name, "sans", size, ha="right")
        axes.plot([max(0, term["low"]), term["high"]], [row, row], color=RULE, linewidth=1.6)
        axes.plot(term["log_odds"], row, family.marker, markersize=0.6 * size, color=family.colour)
        told = f"{term['count']} : {term['elsewhere']}"
        words(axes, 1.03 * end, row, told, "sans", 0.85 * size, ha="left", color=SOFT)
    return axes
