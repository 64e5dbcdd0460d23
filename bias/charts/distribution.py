"""How ratings spread: all together, and group by group as small multiples."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.charts.draw import SHARES, axes_for, bare, nothing, short, words
from bias.charts.given import Table, ratings_of, table_of
from bias.charts.style import INK, PAPER, RULE, SOFT, WASH, number, undefined
from bias.corpus.corpus import Corpus
from bias.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MOST_DOTS = 400
"""More articles than this are drawn as bars, not one dot each."""
BINS = 40
TENTHS = 10
PANEL_NAME = 16.0
"""Room for a panel's name, in sizes of its type."""
NOTHING_RATED = "None of the articles could be rated."


def distribution_height(ratings: "pd.Series", size: float, most: float) -> float:
    """Return the height, in points, that `distribution` fills with its dots."""
    counts = np.histogram(ratings.dropna(), bins=BINS, range=(0, 1))[0]
    return min(most, (6 + 0.95 * int(counts.max())) * size)


def distribution(
    ratings: "pd.Series | pd.DataFrame | Corpus", ax: "Axes | None" = None, size: float = 8
) -> "Axes":
    """Draw ratings from 0 to 1: one dot an article, or bars when there are very many.

    Parameters
    ----------
    ratings
        `bias.summarize(analyses)`, or a number per article, NaN where it could not be rated; of a
        table its column `bias`.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.distribution(bias.summarize([bias.analyze(story)]))
    """
    if isinstance(ratings, Corpus) or not hasattr(ratings, "to_numpy") or ratings.ndim > 1:
        ratings = table_of(ratings, "ratings", "bias")["bias"]
    rated = ratings.dropna().to_numpy(float)
    axes = axes_for(ax, distribution_height(ratings, size, 200))
    if not len(rated):
        nothing(axes, NOTHING_RATED, size)
        return axes
    bare(axes)
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
    return axes


def _median(axes: "Axes", median: float, height: float, size: float) -> None:
    axes.plot([median, median], [0, height], color=INK, linewidth=0.9)
    text = f"  median {number(median)}  "
    words(axes, median, height, text, "sans-bold", size, ha="left" if median < 0.7 else "right")


def _ruler(axes: "Axes", y: float, below: float, size: float) -> None:
    axes.plot([0, 1], [y, y], color=INK, linewidth=0.7)
    for tick in SHARES:
        words(axes, tick, below, f"{tick:g}", "sans", 0.85 * size, ha="center", color=SOFT)


def panels(
    groups: Table,
    ratings: "pd.DataFrame | None" = None,
    columns: int = 4,
    ax: "Axes | None" = None,
    size: float = 7,
) -> "Axes":
    """Draw one small histogram per group, all to one scale, over the outline of all articles.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)`, or a table as in `groups.csv`.
    ratings
        One row per article: `group` and `bias`; a corpus has them.
    columns
        Panels side by side.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.panels(bias.summarize([bias.analyze(story)]))
    """
    told = ratings_of(groups, ratings)
    if told is None:
        raise UsageError("panels needs the ratings beside a table. Give bias.summarize(analyses).")
    ratings = told
    groups = table_of(groups, "pictured", "group", "rated", "few", "mean", "low", "high")
    lines = -(-len(groups) // columns)
    axes = axes_for(ax, 68.0 * lines)
    bare(axes)
    axes.set(xlim=(0, columns), ylim=(lines, 0))
    everyone = _tenths(ratings["bias"].dropna())
    shares = {str(name): _tenths(part.dropna()) for name, part in ratings.groupby("group")["bias"]}
    most = max((share.max() for share in (*shares.values(), everyone)), default=1.0) or 1.0
    for cell, group in zip(_cells(columns), groups.to_dict("records"), strict=False):
        _panel(
            axes,
            cell,
            group,
            shares.get(str(group["group"]), everyone * 0) / most,
            everyone / most,
            size,
        )
    return axes


def _tenths(ratings: Any) -> Any:
    """Return the share of ratings in each tenth of the scale."""
    counts = np.histogram(ratings, bins=TENTHS, range=(0, 1))[0]
    return counts / max(1, counts.sum())


def _cells(columns: int) -> Iterator[tuple[float, float]]:
    """Yield the left end and the foot of panel after panel."""
    number = 0
    while True:
        line, column = divmod(number, columns)
        yield column + 0.03, line + 0.74
        number += 1


def _panel(
    axes: "Axes",
    cell: tuple[float, float],
    group: dict[str, Any],
    own: Any,
    everyone: Any,
    size: float,
) -> None:
    """Draw one panel: name, bars, everyone's outline, mean with interval below the line."""
    left, foot = cell
    wide, tall = 0.9, 0.46
    edges = left + wide * np.arange(TENTHS + 1) / TENTHS
    axes.bar(edges[:-1], -tall * own, width=0.94 * wide / TENTHS, bottom=foot, align="edge",
             color=WASH if group["few"] else RULE, linewidth=0)  # fmt: skip
    axes.step(edges, foot - tall * np.append(everyone, everyone[-1]), where="post", color=SOFT,
              linewidth=0.6)  # fmt: skip
    axes.plot([left, left + wide], [foot, foot], color=INK, linewidth=0.6)
    for tick in (0, 0.5, 1):
        axes.plot([left + wide * tick] * 2, [foot, foot + 0.03], color=INK, linewidth=0.6)
    name = short(str(group["group"]), "sans-bold", size, PANEL_NAME * size)
    words(axes, left, foot - 0.6, name, "sans-bold", size, ha="left")
    _panel_mean(axes, left, foot + 0.1, wide, group, size)


def _panel_mean(
    axes: "Axes", left: float, y: float, wide: float, group: dict[str, Any], size: float
) -> None:
    mean, few = group["mean"], group["few"]
    if undefined(mean):
        words(axes, left, y, "no article could be rated", "serif-italic", size, color=SOFT)
        return
    if not undefined(group["low"]):
        ends = [left + wide * group[end] for end in ("low", "high")]
        axes.plot(ends, [y, y], color=INK, linewidth=1.6, solid_capstyle="butt")
    axes.plot(left + wide * mean, y, "o", markersize=0.55 * size, color=INK,
              markerfacecolor=PAPER if few else INK)  # fmt: skip
    told = f"{number(mean)} · {group['rated']}{' · few' if few else ''}"
    side = "right" if mean < 0.5 else "left"
    at = left + wide if mean < 0.5 else left
    words(axes, at, y, told, "sans", 0.85 * size, ha=side, color=SOFT)
