"""Promo inserts by group: how many articles have any, and of which kinds."""

from typing import TYPE_CHECKING, Any

from bias.charts.draw import ROW_HEIGHT, SHARES, axes_for, row_end, row_name, rows, scale, words
from bias.charts.given import Table, table_of
from bias.charts.style import INK, SOFT, lighter, score_family, undefined
from bias.corpus.groups import INSERT_SHARE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

KINDS = {
    "promo_story": ("other stories", 0.0),
    "promo_media": ("video, podcast", 0.35),
    "signup": ("sign-up", 0.6),
    "ad": ("advertisement", 0.82),
}
"""Kinds of insert: their names, and how light their tone is; dark to light as drawn."""


def insert_shares(groups: Table, ax: "Axes | None" = None, size: float = 7.5) -> "Axes":
    """Draw one row per group: the share of its articles with inserts, with Wilson's interval.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)`, or a table as in `groups.csv`: `group`, `articles`,
        `with_inserts`, `inserts_low`, `inserts_high`, shares from 0 to 1.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.insert_shares(bias.summarize([bias.analyze(story)]))
    """
    groups = table_of(groups, "shown", "group", "articles", *INSERT_SHARE)
    count, colour = len(groups), score_family("promo").colour
    axes = axes_for(ax, ROW_HEIGHT * (count + 1.4), 0.36, 0.88)
    rows(axes, count, (-0.01, 1.01), size)
    scale(axes, count, SHARES, size, ".0%")
    for row, group in enumerate(groups.to_dict("records")):
        row_name(axes, row, str(group["group"]), size, f"{group['articles']}")
        share = group["with_inserts"]
        if undefined(share):
            continue
        ends = [group["inserts_low"], group["inserts_high"]]
        axes.plot(ends, [row, row], color=lighter(colour, 0.4), linewidth=1.6)
        axes.plot(share, row, "^", markersize=0.75 * size, color=colour, zorder=4, clip_on=False)
        row_end(axes, row, f"{100 * share:.0f} %", size)
    return axes


def insert_kinds(groups: Table, ax: "Axes | None" = None, size: float = 7.5) -> "Axes":
    """Draw one row per group: inserts per article, by kind.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)`, or a table as in `groups.csv`: `per_article_promo_story` and
        so on.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.insert_kinds(bias.summarize([bias.analyze(story)]))
    """
    columns = [f"per_article_{kind}" for kind in KINDS]
    groups = table_of(groups, "shown", "group", *columns)
    count = len(groups)
    most = float(groups[columns].sum(axis=1).max()) or 1.0
    axes = axes_for(ax, ROW_HEIGHT * (count + 1.4), 0.36, 0.88)
    rows(axes, count, (0.0, 1.02 * most), size)
    for row, group in enumerate(groups.to_dict("records")):
        if ax is None:
            row_name(axes, row, str(group["group"]), size)
        row_end(axes, row, f"{_stack(axes, row, group):.1f}", size, SOFT)
    _names(axes, count, most, size)
    return axes


def _stack(axes: "Axes", row: int, group: dict[str, Any]) -> float:
    """Draw a row's bars end to end; return where they end."""
    colour, at = score_family("promo").colour, 0.0
    for kind, (_, light) in KINDS.items():
        value = float(group[f"per_article_{kind}"])
        if value > 0:
            axes.barh(row, value, left=at, height=0.6, color=lighter(colour, light),
                      edgecolor=colour, linewidth=0.4)  # fmt: skip
            at += value
    return at


def _names(axes: "Axes", count: int, most: float, size: float) -> None:
    """Name the tones above the rows, two on a line."""
    colour = score_family("promo").colour
    for at, (name, light) in enumerate(KINDS.values()):
        x, y = 0.5 * most * (at % 2), -1.45 + 0.62 * (at // 2)
        axes.barh(y, 0.035 * most, left=x, height=0.4, color=lighter(colour, light),
                  edgecolor=colour, linewidth=0.4, clip_on=False)  # fmt: skip
        words(axes, x + 0.06 * most, y, name, "sans", 0.8 * size, ha="left", color=INK)
