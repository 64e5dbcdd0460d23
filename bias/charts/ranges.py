"""Groups compared: one row each, its articles faint, its mean with the interval."""

from typing import TYPE_CHECKING, Any

import numpy as np

from bias.charts.draw import ROW_HEIGHT, SHARES, axes_for, row_end, row_name, rows, scale, words
from bias.charts.given import Table, ratings_of, table_of
from bias.charts.style import FAINT, INK, PAPER, SOFT, WASH, number, undefined

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MOST_TICKS = 60
"""A group of more articles is drawn by the band that holds its middle eight tenths."""
BAND = (10, 90)


def ranges(
    groups: Table,
    ratings: "pd.DataFrame | None" = None,
    ax: "Axes | None" = None,
    size: float = 7.5,
) -> "Axes":
    """Draw one row per group: mean rating, its interval, and its articles behind.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)`, or a table as in `groups.csv`: `group`, `rated`, `few`,
        `mean`, `low`, `high`. Means of few articles are hollow.
    ratings
        One row per article, `group` and `bias`; of a table without it means only.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.ranges(bias.summarize([bias.analyze(story)]))
    """
    ratings = ratings_of(groups, ratings)
    groups = table_of(groups, "shown", "group", "rated", "few", "mean", "low", "high")
    count = len(groups)
    axes = axes_for(ax, ROW_HEIGHT * (count + 1.4), 0.36, 0.88)
    rows(axes, count, (-0.01, 1.01), size)
    scale(axes, count, SHARES, size)
    parts = {} if ratings is None else dict(list(ratings.groupby("group")["bias"]))
    if ratings is not None:
        _everyone(axes, float(ratings["bias"].mean()), count, size)
    for row, group in enumerate(groups.to_dict("records")):
        row_name(axes, row, str(group["group"]), size, f"{group['rated']}")
        if str(group["group"]) in parts:
            _articles(axes, row, parts[str(group["group"])].dropna().to_numpy(float), size)
        _mean(axes, row, group, size)
    return axes


def _everyone(axes: "Axes", mean: float, count: int, size: float) -> None:
    if undefined(mean):
        return
    dash = (0, (3, 2))
    axes.plot([mean] * 2, [-0.5, count - 0.4], color=SOFT, linewidth=0.9, linestyle=dash)
    text = f"all articles {number(mean)}"
    words(axes, mean, count - 0.05, text, "sans", 0.85 * size, ha="center", color=SOFT)


def _articles(axes: "Axes", row: int, ratings: Any, size: float) -> None:
    """Draw each article as a tick, or very many by the band of the middle ones."""
    if len(ratings) > MOST_TICKS:
        low, high = np.percentile(ratings, BAND)
        axes.fill_between([low, high], row - 0.3, row + 0.3, color=WASH, linewidth=0, zorder=0.5)
        return
    height = np.full(len(ratings), row)
    axes.plot(ratings, height, "|", color=FAINT, markersize=0.8 * size, alpha=0.7)


def _mean(axes: "Axes", row: int, group: dict[str, Any], size: float) -> None:
    mean, few = group["mean"], group["few"]
    if undefined(mean):
        words(axes, 0, row, "no article could be rated", "serif-italic", 1.1 * size, color=SOFT)
        return
    if not undefined(group["low"]):
        reach = [group["low"], group["high"]]
        axes.plot(reach, [row, row], color=INK, linewidth=1.6, solid_capstyle="butt")
    axes.plot(mean, row, "o", markersize=0.75 * size, color=INK, zorder=4, clip_on=False,
              markerfacecolor=PAPER if few else INK)  # fmt: skip
    note = f"{number(mean)}{'  few' if few else ''}"
    row_end(axes, row, note, size, SOFT if few else INK)
