"""One article's numbers: the rating on its scale, scores, percentiles."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bias.analysis import Analysis
from bias.charts.draw import axes_for, bare, words
from bias.charts.style import (
    FAINT,
    INK,
    PAPER,
    RULE,
    SOFT,
    WASH,
    lighter,
    number,
    score_family,
    score_label,
    undefined,
)
from bias.models.norms import LEVEL, place_of, reference_quantiles
from bias.rating.rate import Rating

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MEDIAN = 50
MIDDLE_HALF = (25, 75)
BAR = 0.44
"""Thickness of a score's bar, of its row."""
LEVEL_BAR = 0.24
"""Likewise of the bar over the articles that are level."""
HILL = lighter(RULE, 0.4)
HILL_BINS = 25
HILL_HEIGHT = 0.75
"""Of the half axis above the rating's scale."""


def rating_scale(
    rating: Rating | Analysis,
    ax: "Axes | None" = None,
    size: float = 8,
    reference: bool = True,
) -> "Axes":
    """Draw the rating on a scale from 0 to 1, with its interval.

    Without a rating the scale stays empty. Where another model than the shipped one rated,
    ratings of real articles are no `reference` and are not drawn.

    Examples
    --------
    >>> import bias
    >>> analysis = bias.analyze(bias.Article("Bridge Opens", "It is open."))
    >>> chart = bias.charts.rating_scale(analysis)
    """
    if isinstance(rating, Analysis):
        reference, rating = reference and rating.rated_by is None, rating.rating
    axes = axes_for(ax, 60)
    bare(axes)
    axes.set(xlim=(-0.015, 1.015), ylim=(-1.25, 1.25))
    for tick in (0, 0.25, 0.5, 0.75, 1):
        axes.plot([tick, tick], [-0.2, 0.2], color=FAINT, linewidth=0.7)
        words(axes, tick, -0.78, f"{tick:g}", "sans", 0.8 * size, ha="center", color=SOFT)
    if rating.bias is None:
        axes.plot([0, 1], [0, 0], color=FAINT, linewidth=1.2, linestyle=(0, (1.5, 2.5)))
        return axes
    if reference:
        _reference_hill(axes)
    axes.plot([0, 1], [0, 0], color=FAINT, linewidth=1.2)
    if rating.low is not None and rating.high is not None:
        axes.fill_between([rating.low, rating.high], -0.34, 0.34, color=RULE, linewidth=0)
        for end in (rating.low, rating.high):
            axes.plot([end, end], [-0.34, 0.34], color=INK, linewidth=1)
    axes.plot(rating.bias, 0, "o", markersize=1.35 * size, color=INK, markeredgecolor=PAPER,
              clip_on=False)  # fmt: skip
    return axes


def _reference_hill(axes: "Axes") -> None:
    """Draw where the ratings of real news articles lie, behind the scale."""
    if not (counts := density(reference_quantiles("bias"))):
        return
    middles = [(i + 0.5) / HILL_BINS for i in range(HILL_BINS)]
    heights = [HILL_HEIGHT * count / max(counts) for count in counts]
    axes.fill_between(middles, 0, heights, color=HILL, linewidth=0)


def density(values: Sequence[float]) -> list[float]:
    """Return how many numbers between 0 and 1 lie in each of `HILL_BINS` bins, smoothed.

    Empty for no numbers.
    """
    import numpy as np

    if not len(values):
        return []
    counts = np.histogram(values, bins=HILL_BINS, range=(0, 1))[0]
    return [float(count) for count in np.convolve(counts, (0.25, 0.5, 0.25), "same")]


def score_bars(
    scores: Mapping[str, float] | Analysis, ax: "Axes | None" = None, size: float = 8
) -> "Axes":
    """Draw one bar per score, labelled; what is undefined is said, not drawn.

    Examples
    --------
    >>> import bias
    >>> analysis = bias.analyze(bias.Article("Bridge Opens", "It is open."))
    >>> chart = bias.charts.score_bars(analysis)
    """
    if isinstance(scores, Analysis):
        scores = scores.scores
    axes = axes_for(ax, 22 * len(scores), 0.34, 0.88)
    _score_rows(axes, scores, (0.0, 1.0))
    for row, (name, value) in enumerate(scores.items()):
        family = score_family(name)
        words(axes, -0.04, row, score_label(name), "sans", size, ha="right")
        if undefined(value):
            words(axes, 0.01, row, "undefined here", "serif-italic", 1.1 * size, color=SOFT)
            continue
        axes.barh(row, 1, height=BAR, color=WASH, linewidth=0)
        if value > 0:
            axes.barh(row, value, height=BAR, color=family.colour, linewidth=0)
        words(axes, 1.03, row, number(value), "sans-bold", 0.95 * size, ha="left")
    return axes


def percentile_dots(
    scores: Mapping[str, float] | Analysis,
    percentiles: Mapping[str, float] | None = None,
    ax: "Axes | None" = None,
    size: float = 8,
) -> "Axes":
    """Draw where each score stands among real news articles, 0 to 100.

    Where many of them have the very same score, a bar covers them all. The percentiles are the
    analysis's own where one is given.

    Examples
    --------
    >>> import bias
    >>> analysis = bias.analyze(bias.Article("Bridge Opens", "It is open."))
    >>> chart = bias.charts.percentile_dots(analysis)
    """
    if isinstance(scores, Analysis):
        percentiles, scores = scores.percentiles, scores.scores
    percentiles = percentiles or {}
    axes = axes_for(ax, 22 * len(scores))
    _score_rows(axes, scores, (-5.0, 105.0))
    rows = range(len(scores))
    if any(not undefined(percentiles.get(name)) for name in scores):
        axes.axvspan(*MIDDLE_HALF, color=WASH, linewidth=0)
        axes.axvline(MEDIAN, color=FAINT, linewidth=0.7)
    for row, name in zip(rows, scores, strict=True):
        rank, family = percentiles.get(name), score_family(name)
        place = None if undefined(rank) else place_of(name, scores[name])
        if place is None:
            why = "" if undefined(scores[name]) else "no reference"
            words(axes, 0, row, why, "serif-italic", 1.1 * size, ha="left", color=SOFT)
            continue
        axes.plot([0, 100], [row, row], color=RULE, linewidth=0.7, zorder=1)
        if place.level >= LEVEL:
            axes.barh(row, place.level, left=place.below, height=LEVEL_BAR, color=family.colour,
                      linewidth=0, zorder=2)  # fmt: skip
        else:
            marker = family.marker if family.marker != "|" else "v"
            axes.plot(place.rank, row, marker, color=family.colour, markersize=0.85 * size,
                      markeredgecolor=PAPER, zorder=3)  # fmt: skip
        words(axes, 109, row, place.short, "sans-bold", 0.95 * size, ha="left")
    return axes


def _score_rows(axes: "Axes", scores: Mapping[str, float], across: tuple[float, float]) -> None:
    bare(axes)
    axes.set(xlim=across, ylim=(len(scores) - 0.5, -0.5))
