"""Headline against body: how far each group's headlines and bodies lie from the news."""

from typing import TYPE_CHECKING, Any

import numpy as np

from bias.charts.draw import ROW_HEIGHT, axes_for, reach, row_name, rows, scale, words
from bias.charts.given import Table, table_of
from bias.charts.style import PAPER, RULE, SOFT, lighter, score_family, undefined

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STEP = 25.0
"""Of the scale, in percentile points."""
PARTS = {
    "headline": ("headline", "devices in the headline", -0.13),
    "wording": ("loaded", "loaded wording of the body", 0.13),
}
"""By column: the score it comes from, its name on the page, its place in the row."""


def headline_and_body(groups: Table, ax: "Axes | None" = None, size: float = 7.5) -> "Axes":
    """Draw one row per group: how far its headlines and its bodies lie from the news.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)`, or a table as in `groups.csv`: `group`, `articles`, `few`, and
        `headline`, `headline_low`, `headline_high`, `wording`, `wording_low`, `wording_high`, in
        percentile points.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.headline_and_body(bias.summarize([bias.analyze(story)]))
    """
    ends = [f"{name}{end}" for name in PARTS for end in ("", "_low", "_high")]
    groups = table_of(groups, "shown", "group", "articles", "few", *ends)
    count = len(groups)
    axes = axes_for(ax, ROW_HEIGHT * (count + 1.4), 0.36)
    most = reach(groups[ends].stack(), STEP)
    rows(axes, count, (-1.02 * most, 1.02 * most), size)
    scale(axes, count, list(np.arange(-most, most + 1, STEP)), size, "+g")
    for row, group in enumerate(groups.to_dict("records")):
        row_name(axes, row, str(group["group"]), size, f"{group['articles']}")
        known = [group[name] for name in PARTS if not undefined(group[name])]
        if not known:
            words(
                axes, -50, row, "undefined for all its articles", "serif-italic", size, color=SOFT
            )
        elif len(known) == len(PARTS):
            axes.plot(known, [row, row], color=RULE, linewidth=1.0, zorder=1)
        for name in PARTS:
            _part(axes, row, group, name, size)
    _direct_labels(axes, count - 0.05, most, size)
    return axes


def _part(axes: "Axes", row: int, group: dict[str, Any], name: str, size: float) -> None:
    score, _, shift = PARTS[name]
    value, family = group[name], score_family(score)
    if undefined(value):
        return
    if not undefined(group[f"{name}_low"]):
        ends = [group[f"{name}_low"], group[f"{name}_high"]]
        axes.plot(ends, [row + shift] * 2, color=lighter(family.colour, 0.35), linewidth=1.0)
    axes.plot(value, row + shift, family.marker, markersize=0.65 * size, zorder=4,
              markeredgecolor=family.colour,
              markerfacecolor=PAPER if group["few"] else family.colour)  # fmt: skip


def _direct_labels(axes: "Axes", y: float, most: float, size: float) -> None:
    """Name the two signs below the last row."""
    for x, (score, told, _) in zip((-0.8, 0.18), PARTS.values(), strict=True):
        family = score_family(score)
        axes.plot((x - 0.07) * most, y, family.marker, markersize=0.65 * size, color=family.colour)
        words(axes, x * most, y, told, "sans", 0.85 * size, ha="left", color=family.ink)
