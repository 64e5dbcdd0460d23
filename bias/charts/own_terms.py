"""How often the terms of a list of one's own stand in each group's articles."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bias.charts.draw import ROW_HEIGHT, axes_for, nothing, row_end, row_name, rows, scale
from bias.charts.given import Table, table_of
from bias.charts.style import OTHER, PAPER, number, undefined
from bias.corpus.own_lists import list_label, own_rates
from bias.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STEPS = 4
"""Parts of the scale."""
ROUND = (1, 2, 2.5, 5, 10)
"""What a part may be, times a power of ten."""


def own_terms(
    groups: Table, measure: str | None = None, ax: "Axes | None" = None, size: float = 7.5
) -> "Axes":
    """Draw one row per group: terms of a list per 100 words, mean and 90 % interval.

    Parameters
    ----------
    groups
        `bias.summarize(analyses)` of articles analysed with a list; or a table as in `groups.csv`
        of a report with `--lexicon`: `group`, `articles`, and the measure with its `…_low` and
        `…_high`, which few articles do not have; those are hollow.
    measure
        Such as `lexicon_fear_fear_per_100_words`, or `fear` for short; without it the first.

    Raises
    ------
    UsageError
        The table has no such measure.
    """
    groups = table_of(groups, "shown", "group", "articles")
    measure = _known(own_rates(map(str, groups.columns)), measure)
    count = len(groups)
    axes = axes_for(ax, ROW_HEIGHT * (count + 1.4), 0.36, 0.88)
    most = groups[[measure, f"{measure}_high"]].max().max()
    if undefined(most):
        nothing(axes, f"{list_label(measure)}: undefined for all articles", size)
        return axes
    step = _step(float(most))
    rows(axes, count, (-0.01 * STEPS * step, 1.01 * STEPS * step), size)
    scale(axes, count, [step * tick for tick in range(STEPS + 1)], size)
    for row, group in enumerate(groups.to_dict("records")):
        row_name(axes, row, str(group["group"]), size, f"{group['articles']}")
        _mean(axes, row, group[measure], (group[f"{measure}_low"], group[f"{measure}_high"]), size)
    return axes


def _known(measures: Sequence[str], asked: str | None) -> str:
    """Return the measure that is asked for, by its name or for short."""
    found = [name for name in measures if asked in (None, name, list_label(name))]
    if not found:
        told = ", ".join(measures) or "none; analyse with a list of your own"
        raise UsageError(f"measure is {asked!r}. In these groups: {told}.")
    return found[0]


def _step(most: float) -> float:
    """Return a round number that, `STEPS` times, is no less than `most`.

    >>> _step(0.9), _step(0)
    (0.25, 0.25)
    """
    if most <= 0:
        return 1 / STEPS
    power = 10.0 ** math.floor(math.log10(most / STEPS))
    return next(power * part for part in ROUND if power * part * STEPS >= most)


def _mean(axes: "Axes", row: int, mean: float, ends: tuple[float, float], size: float) -> None:
    if undefined(mean):
        row_end(axes, row, "undefined", size)
        return
    few = undefined(ends[0])
    if not few:
        axes.plot(ends, [row, row], color=OTHER.colour, linewidth=1.6)
    axes.plot(mean, row, "o", markersize=0.75 * size, color=OTHER.colour, zorder=4, clip_on=False,
              markerfacecolor=PAPER if few else OTHER.colour)  # fmt: skip
    row_end(axes, row, number(mean) + "  few" * few, size)
