"""What every chart draws with: words in the reports' fonts, bare axes, rows with names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bias.charts.fonts import Face, printable, width_of
from bias.charts.sheet import PER_INCH, face_of
from bias.charts.style import INK, RULE, SOFT, shorten, undefined

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

NAME_ROOM = 17.0
"""For a row's name, in sizes of its type."""
ROW_HEIGHT = 16.0
"""Of one group's row, in points, where a chart makes its own figure."""
ALONE = 560.0
"""Width, in points, of a figure that a chart makes for itself."""
SHARES = (0, 0.25, 0.5, 0.75, 1)


def axes_for(ax: "Axes | None", height: float, left: float = 0.06, right: float = 0.96) -> "Axes":
    """Return the axes given, or the only axes of a new figure of this height in points."""
    if ax is not None:
        return ax
    from matplotlib.figure import Figure

    from bias.charts.shown import Chart

    figure = Figure(figsize=(ALONE / PER_INCH, height / PER_INCH))
    return figure.add_axes((left, 0.06, right - left, 0.88), axes_class=Chart)


def words(axes: "Axes", x: float, y: float, text: str, face: Face, size: float, **how: Any) -> None:
    """Set words in data coordinates, what the fonts lack spelled out."""
    how.setdefault("va", "center")
    how.setdefault("color", INK)
    text = "\n".join(printable(line, face) for line in text.split("\n"))
    axes.text(x, y, text, fontproperties=face_of(face, size), parse_math=False, **how)


def short(name: str, face: Face, size: float, room: float) -> str:
    """Shorten a name until it is set in so many points."""
    told = printable(name, face)
    length = len(told)
    while length > 4 and width_of(told, face, size) > room:
        length -= 1
        told = shorten(printable(name, face), length)
    return told


def bare(axes: "Axes") -> None:
    """Take away frame and ticks."""
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)


def nothing(axes: "Axes", why: str, size: float) -> None:
    """Say, in the place of an empty chart, why there is nothing to draw."""
    bare(axes)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    words(axes, 0, 0.5, why, "serif-italic", 1.3 * size, color=SOFT)


def rows(axes: "Axes", count: int, across: tuple[float, float], size: float) -> None:
    """Make room for rows from top to bottom, with a line for the scale above them."""
    bare(axes)
    axes.set(xlim=across, ylim=(count + 0.4, -1.0))


def scale(axes: "Axes", count: int, ticks: Sequence[float], size: float, sign: str = "g") -> None:
    """Draw the rows' scale: a faint line down each tick, its number on top."""
    for tick in ticks:
        axes.plot([tick, tick], [-0.5, count - 0.5], color=RULE, linewidth=0.5, zorder=0)
        text = format(tick, sign).replace("-", "−") if tick or "%" in sign else "0"
        words(axes, tick, -0.8, text, "sans", 0.85 * size, ha="center", color=SOFT)


def row_name(axes: "Axes", row: int, name: str, size: float, note: str = "") -> None:
    """Set a row's name left of the axes, and between them a note such as a count."""
    left, point = axes.get_xlim()[0], _point(axes)
    told = short(name, "sans", size, NAME_ROOM * size)
    words(axes, left - 3.8 * size * point, row, told, "sans", size, ha="right")
    if note:
        words(axes, left - 0.8 * size * point, row, note, "sans", 0.9 * size, ha="right",
              color=SOFT)  # fmt: skip


def row_end(axes: "Axes", row: float, text: str, size: float, colour: str = INK) -> None:
    """Set a row's number right of the axes."""
    at = axes.get_xlim()[1] + 0.8 * size * _point(axes)
    words(axes, at, row, text, "sans", 0.9 * size, ha="left", color=colour)


def _point(axes: "Axes") -> float:
    """Return the width of a point in the axes' own units."""
    low, high = axes.get_xlim()
    inches = axes.get_position().width * axes.figure.bbox.width / axes.figure.dpi
    return float((high - low) / (inches * PER_INCH))


def reach(values: "pd.Series", step: float) -> float:
    """Return the least multiple of `step` that no value exceeds on either side of 0."""
    most = values.abs().max()
    return step if undefined(most) else max(step, step * -(-float(most) // step))
