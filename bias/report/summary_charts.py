"""The charts of several articles: frames and axes in, drawn axes out."""

from typing import TYPE_CHECKING

import numpy as np

from bias.report.charts import bare, words
from bias.report.fonts import printable
from bias.report.groups import FEW, keys_of
from bias.report.style import (
    FAINT,
    INK,
    PAPER,
    RULE,
    SOFT,
    WASH,
    mixed,
    number,
    score_family,
    score_label,
    shorten,
    undefined,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MOST_DOTS = 400
"""More articles than this are drawn as bars, not one dot each."""
BINS = 40
NAME_LENGTH = 30
ABOVE, BELOW = "#c9882b", "#7a68a6"
"""Towards a higher and a lower percentile than the middle article's."""


def distribution_height(articles: "pd.DataFrame", size: float, most: float) -> float:
    """Return the height, in points, that `distribution` fills with its dots."""
    counts = np.histogram(articles["bias"].dropna(), bins=BINS, range=(0, 1))[0]
    return min(most, (6 + 0.95 * int(counts.max())) * size)


def distribution(axes: "Axes", articles: "pd.DataFrame", size: float = 8) -> None:
    """Draw the ratings: one dot an article, or bars when there are very many."""
    rated = articles["bias"].dropna().to_numpy(float)
    bare(axes)
    if not len(rated):
        axes.set(xlim=(0, 1), ylim=(0, 1))
        words(axes, 0, 0.5, "None of the articles could be rated.", "serif-italic", 1.3 * size)
        return
    counts = np.histogram(rated, bins=BINS, range=(0, 1))[0]
    height = axes.get_position().height * axes.figure.bbox.height / axes.figure.dpi * 72
    pitch = min(0.95 * size, (height - 5 * size) / counts.max())
    foot, top = 2.4 * size / pitch, (height - 2.4 * size) / pitch
    axes.set(xlim=(-0.01, 1.01), ylim=(-foot, top))
    _ruler(axes, 0, -0.5 * foot, size)
    middles = (np.arange(BINS) + 0.5) / BINS
    if len(rated) > MOST_DOTS:
        axes.bar(middles, counts, width=0.9 / BINS, color=SOFT, linewidth=0)
    else:
        x = np.repeat(middles, counts)
        y = np.concatenate([np.arange(count) + 0.6 for count in counts])
        axes.plot(x, y, "o", markersize=0.85 * min(pitch, size), color=SOFT, markeredgewidth=0)
    _median(axes, float(np.median(rated)), counts.max() + 1.2 * size / pitch, size)


def _median(axes: "Axes", median: float, height: float, size: float) -> None:
    axes.plot([median, median], [0, height], color=INK, linewidth=0.9)
    text = f"  median {number(median)}  "
    words(axes, median, height, text, "sans-bold", size, ha="left" if median < 0.7 else "right")


def _ruler(axes: "Axes", y: float, below: float, size: float) -> None:
    axes.plot([0, 1], [y, y], color=INK, linewidth=0.7)
    for tick in (0, 0.25, 0.5, 0.75, 1):
        words(axes, tick, below, f"{tick:g}", "sans", 0.85 * size, ha="center", color=SOFT)


def group_intervals(
    axes: "Axes", groups: "pd.DataFrame", articles: "pd.DataFrame", by: str, size: float = 7.5
) -> None:
    """Draw one row per group: its articles faint, its mean with the interval.

    Means of few articles are hollow.
    """
    rows = len(groups)
    bare(axes)
    axes.set(xlim=(-0.01, 1.01), ylim=(rows + 0.4, -1.0))
    for tick in (0, 0.25, 0.5, 0.75, 1):
        axes.plot([tick, tick], [-0.5, rows - 0.5], color=RULE, linewidth=0.5, zorder=0)
        words(axes, tick, -0.8, f"{tick:g}", "sans", 0.85 * size, ha="center", color=SOFT)
    keys, everyone = keys_of(articles, by), float(articles["bias"].mean())
    if not undefined(everyone):
        axes.plot(
            [everyone] * 2, [-0.5, rows - 0.4], color=SOFT, linewidth=0.9, linestyle=(0, (3, 2))
        )
        text = f"all articles {number(everyone)}"
        words(axes, everyone, rows - 0.05, text, "sans", 0.85 * size, ha="center", color=SOFT)
    for row, group in enumerate(groups.itertuples()):
        _name(axes, row, str(group.group), size)
        words(axes, -0.03, row, f"{group.rated}", "sans", 0.9 * size, ha="right", color=SOFT)
        own = articles.loc[keys == group.group, "bias"]
        axes.plot(own, np.full(len(own), row), "|", color=FAINT, markersize=0.8 * size, alpha=0.7)
        _mean(axes, row, group.mean, group.low, group.high, group.rated, size)


def _name(axes: "Axes", row: int, name: str, size: float) -> None:
    words(axes, -0.11, row, shorten(printable(name, "sans"), NAME_LENGTH), "sans", size, ha="right")


def _mean(
    axes: "Axes", row: int, mean: float, low: float, high: float, rated: int, size: float
) -> None:
    if undefined(mean):
        words(axes, 0, row, "no article could be rated", "serif-italic", 1.1 * size, color=SOFT)
        return
    few = rated < FEW
    if not undefined(low):
        axes.plot([low, high], [row, row], color=INK, linewidth=1.6, solid_capstyle="butt")
    axes.plot(mean, row, "o", markersize=0.75 * size, color=INK, zorder=4,
              markerfacecolor=PAPER if few else INK)  # fmt: skip
    note = f"{number(mean)}{'  few' if few else ''}"
    words(axes, 1.03, row, note, "sans", 0.9 * size, ha="left", color=SOFT if few else INK)


def score_heat(axes: "Axes", groups: "pd.DataFrame", scores: list[str], size: float = 7.5) -> None:
    """Draw group by score: the mean percentile, toned by its distance from 50."""
    bare(axes)
    axes.set(xlim=(0, len(scores) + 1), ylim=(len(groups) + 0.2, -1.4))
    for column, score in enumerate(scores):
        family = score_family(score)
        label = score_label(score).replace(", ", ",\n").replace(" and ", "\nand ")
        words(axes, column + 0.5, -0.95, label, "sans", 0.85 * size, ha="center", color=family.ink)
    words(axes, len(scores) + 0.5, -0.95, "articles\nwith inserts", "sans", 0.85 * size,
          ha="center", color=SOFT)  # fmt: skip
    for row, group in enumerate(groups.to_dict("records")):
        words(
            axes,
            -0.08,
            row,
            shorten(printable(group["group"], "sans"), NAME_LENGTH),
            "sans",
            size,
            ha="right",
        )
        for column, score in enumerate(scores):
            _cell(axes, column, row, group.get(f"percentile_{score}"), size)
        low, high = (round(100 * group[end]) for end in ("inserts_low", "inserts_high"))
        share = f"{100 * group['with_inserts']:.0f} %  ({low}–{high})"
        words(axes, len(scores) + 0.5, row, share, "sans", 0.85 * size, ha="center")


def _cell(axes: "Axes", column: int, row: int, rank: float | None, size: float) -> None:
    from matplotlib.patches import Rectangle

    missing = rank is None or undefined(rank)
    colour, text = WASH, "undefined"
    if rank is not None and not missing:
        colour = mixed(PAPER, ABOVE if rank > 50 else BELOW, min(0.85, abs(rank - 50) / 50))
        text = f"{rank:.0f}"
    axes.add_patch(
        Rectangle((column + 0.02, row - 0.46), 0.96, 0.92, facecolor=colour, linewidth=0)
    )
    words(axes, column + 0.5, row, text, "serif-italic" if missing else "sans", size, ha="center",
          color=SOFT if missing else INK)  # fmt: skip
