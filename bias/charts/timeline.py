"""Change over time: one mark per period, its interval, and gaps left open."""

from typing import TYPE_CHECKING, Any

import numpy as np

from bias.charts.draw import axes_for, bare, nothing, reach, words
from bias.charts.given import Table, table_of
from bias.charts.style import INK, PAPER, RULE, SOFT, WASH, lighter, score_family

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

LINES = {
    "mean": ("low", "high", "", "mean rating"),
    "headline": ("headline_low", "headline_high", "headline", "headline devices, points"),
    "wording": ("wording_low", "wording_high", "loaded", "loaded wording, points"),
    "with_inserts": ("inserts_low", "inserts_high", "promo", "articles with inserts"),
}
"""By column: its interval, the score whose colour it takes, and what the height says where the
chart stands alone."""
SHARED = ("mean", "with_inserts")
"""Columns on a scale from 0 to 1; the others are percentile points, from the news."""
STEP = 20.0
MOST_NAMES = 12
UNDATED = "No article has a date that can be read for certain."


def over_time(
    periods: Table, value: str = "mean", ax: "Axes | None" = None, size: float = 7.5
) -> "Axes":
    """Draw a mean over time with its interval; periods of few articles are hollow.

    Parameters
    ----------
    periods
        `bias.summarize(analyses)`, or a table as in `over_time.csv`: one row per period without
        holes, NaN where there were no articles.
    value
        `mean` (the rating), `headline` or `wording` (points from the news), or
        `with_inserts` (share of articles).

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo", date="2026-03-02")
    >>> chart = bias.charts.over_time(bias.summarize([bias.analyze(story)]), "headline")
    """
    low, high, score, label = LINES[value]
    periods = table_of(periods, "periods", "period", "articles", "few", value, low, high)
    colour = score_family(score).colour if score else INK
    axes = axes_for(ax, 130, 0.1)
    if periods.empty:
        nothing(axes, UNDATED, size)
        return axes
    if not periods[value].notna().any():
        nothing(axes, "Undefined in every period.", size)
        return axes
    ticks = _ticks(periods[[value, low, high]].stack(), value)
    _frame(axes, len(periods), ticks, value, size)
    _gaps(axes, periods, ticks)
    if ax is None:
        _height_label(axes, label, size)
    x = np.arange(len(periods))
    middles = periods[value].to_numpy(float)
    lows, highs = periods[low].to_numpy(float), periods[high].to_numpy(float)
    axes.plot(x, middles, color=lighter(colour, 0.45), linewidth=0.9, zorder=2)
    axes.vlines(x, lows, highs, color=lighter(colour, 0.3), linewidth=1.6, zorder=2)
    for few, face in ((True, PAPER), (False, colour)):
        chosen = (periods["few"].astype(bool) == few).to_numpy()
        axes.plot(x[chosen], middles[chosen], "o", markersize=0.55 * size, color=colour,
                  markerfacecolor=face, zorder=3)  # fmt: skip
    _names(axes, list(periods["period"]), ticks[0] - 0.13 * (ticks[-1] - ticks[0]), size)
    return axes


def articles_over_time(periods: Table, ax: "Axes | None" = None, size: float = 7.5) -> "Axes":
    """Draw how many articles each period has.

    Parameters
    ----------
    periods
        `bias.summarize(analyses)`, or a table as in `over_time.csv`.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo", date="2026-03-02")
    >>> chart = bias.charts.articles_over_time(bias.summarize([bias.analyze(story)]))
    """
    periods = table_of(periods, "periods", "period", "articles")
    axes = axes_for(ax, 90)
    if periods.empty:
        nothing(axes, UNDATED, size)
        return axes
    counts = periods["articles"].to_numpy(float)
    most = float(counts.max())
    bare(axes)
    axes.set(xlim=(-0.7, len(counts) - 0.3), ylim=(-0.28 * most, 1.2 * most))
    axes.bar(np.arange(len(counts)), counts, width=0.8, color=SOFT, linewidth=0)
    axes.plot([-0.5, len(counts) - 0.5], [0, 0], color=INK, linewidth=0.6)
    if len(counts) <= 2 * MOST_NAMES:
        for at, count in enumerate(counts):
            if not count:
                continue
            words(axes, at, count + 0.1 * most, f"{count:,.0f}", "sans", 0.85 * size, ha="center")
    else:
        text = f"most in one: {most:,.0f}"
        words(axes, len(counts) - 0.5, 1.14 * most, text, "sans", 0.85 * size, ha="right")
    _names(axes, list(periods["period"]), -0.16 * most, size)
    return axes


def _ticks(values: "pd.Series", value: str) -> tuple[float, ...]:
    most = reach(values, STEP)
    return (0, 0.5, 1) if value in SHARED else (-most, 0, most)


def _frame(axes: "Axes", count: int, ticks: tuple[float, ...], value: str, size: float) -> None:
    bare(axes)
    foot, wide = ticks[0], ticks[-1] - ticks[0]
    axes.set(xlim=(-0.7, count - 0.3), ylim=(foot - 0.24 * wide, ticks[-1] + 0.08 * wide))
    for tick in ticks:
        axes.plot([-0.7, count - 0.3], [tick, tick], color=RULE, linewidth=0.5, zorder=0)
        text = _tick(tick, value)
        words(axes, -0.7, tick, f"{text} ", "sans", 0.85 * size, ha="right", color=SOFT)


def _height_label(axes: "Axes", label: str, size: float) -> None:
    words(axes, -0.08, 0.56, label, "sans", 0.9 * size, ha="center", rotation=90, color=SOFT,
          transform=axes.transAxes)  # fmt: skip


def _tick(tick: float, value: str) -> str:
    if value == "with_inserts":
        return f"{100 * tick:.0f} %"
    return f"{tick:g}" if value == "mean" or not tick else f"{tick:+g}".replace("-", "−")


def _gaps(axes: "Axes", periods: "pd.DataFrame", ticks: tuple[float, ...]) -> None:
    """Shade the periods without articles."""
    for at in np.flatnonzero(periods["articles"].to_numpy(int) == 0):
        axes.fill_between(
            [at - 0.5, at + 0.5], ticks[0], ticks[-1], color=WASH, linewidth=0, zorder=0
        )


def _names(axes: "Axes", names: list[Any], y: float, size: float) -> None:
    """Name some periods, evenly spaced."""
    step = max(1, -(-len(names) // MOST_NAMES))
    for at in range(0, len(names), step):
        text = str(names[at]).removeprefix("week of ")
        words(axes, at, y, text, "sans", 0.8 * size, ha="center", color=SOFT)
