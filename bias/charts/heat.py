"""Groups by measures: how far each mean lies from the news, and a key to the tones."""

from typing import TYPE_CHECKING

from bias.charts.draw import ROW_HEIGHT, axes_for, bare, nothing, row_name, words
from bias.charts.fonts import Face
from bias.charts.given import Table, table_of
from bias.charts.style import INK, PAPER, RULE, SOFT, WASH, mixed, undefined

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ABOVE, BELOW = "#c9882b", "#7a68a6"
"""Above and below the news; alike in grey, where the signs tell them apart."""
FULL = 40.0
"""Points of deviation at which the tone is full."""
DEEPEST = 0.85
KEY = (-40, -20, 0, 20, 40)
HEAD = 6.2
"""Room for the measures' names, in rows."""


def heat_map(cells: Table, ax: "Axes | None" = None, size: float = 7.5) -> "Axes":
    """Draw group by measure, toned by its deviation from the news.

    Deviations whose interval leaves out 0 are bold.

    Parameters
    ----------
    cells
        `bias.summarize(analyses)`, or a table as in `deviations.csv`: `group`, `label`,
        `deviation` in percentile points, `low`, `high`; rows and columns come in its order.

    Examples
    --------
    >>> import bias
    >>> story = bias.Article("Bridge Opens", "It is open.", outlet="Echo")
    >>> chart = bias.charts.heat_map(bias.summarize([bias.analyze(story)]))
    """
    cells = table_of(cells, "deviations", "group", "label", "deviation", "low", "high")
    groups, labels = list(dict.fromkeys(cells["group"])), list(dict.fromkeys(cells["label"]))
    axes = axes_for(ax, ROW_HEIGHT * (len(groups) + HEAD + 3), 0.26, 0.9)
    if not groups:
        nothing(axes, "No group to compare.", size)
        return axes
    bare(axes)
    axes.set(xlim=(0, len(labels)), ylim=(len(groups) + 2.2, -HEAD))
    for column, label in enumerate(labels):
        words(axes, column + 0.42, -0.75, label, "sans", 0.9 * size, ha="left", va="bottom",
              rotation=50, rotation_mode="anchor")  # fmt: skip
    for row, group in enumerate(groups):
        row_name(axes, row, str(group), size)
    for cell in cells.itertuples():
        place = labels.index(cell.label), groups.index(cell.group)
        _cell(axes, place, float(cell.deviation), _certain(cell.low, cell.high), size)
    _key(axes, len(labels), len(groups) + 1.2, size)
    return axes


def _certain(low: float, high: float) -> bool:
    return not undefined(low) and (low > 0 or high < 0)


def points(deviation: float) -> str:
    """Write a deviation in whole points with its sign.

    >>> points(12.4), points(-0.2), points(-3)
    ('+12', '0', '−3')
    """
    whole = round(deviation)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def _tone(deviation: float) -> str:
    depth = DEEPEST * min(1.0, abs(deviation) / FULL)
    return mixed(PAPER, ABOVE if deviation > 0 else BELOW, depth)


def _cell(
    axes: "Axes", place: tuple[int, int], deviation: float, certain: bool, size: float
) -> None:
    column, row = place
    missing = undefined(deviation)
    _box(axes, column + 0.02, row - 0.46, 0.96, WASH if missing else _tone(deviation))
    face: Face = "sans-bold" if certain else "sans"
    text = "–" if missing else points(deviation)
    words(axes, column + 0.5, row, text, face, 0.85 * size, ha="center", color=INK)


def _box(axes: "Axes", x: float, y: float, width: float, colour: str) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((x, y), width, 0.92, facecolor=colour, edgecolor=RULE, linewidth=0.2))


def _key(axes: "Axes", wide: float, y: float, size: float) -> None:
    """Draw the tones with their numbers, and say which end is which."""
    step = wide / 16
    start = wide / 2 - step * len(KEY) / 2
    for at, deviation in enumerate(KEY):
        _box(axes, start + step * at, y - 0.46, 0.96 * step, _tone(deviation))
        text = points(deviation)
        words(axes, start + step * (at + 0.48), y, text, "sans", 0.8 * size, ha="center")
    ends = ((start - 0.2 * step, "less than in the news", "right"),
            (start + step * (len(KEY) + 0.2), "more than in the news", "left"))  # fmt: skip
    for x, text, side in ends:
        words(axes, x, y, text, "sans", 0.85 * size, ha=side, color=SOFT)
