"""What a page can draw, and the marked line drawn on it.

Lengths are points from the upper left corner; text stands on its baseline.
"""

from typing import Protocol

from bias.charts.fonts import Face
from bias.charts.sheet import Dash, Points
from bias.charts.style import INK, Family, Underline, lighter
from bias.report.marks import Ink
from bias.report.print.lines import Line

DASHES: dict[Underline, Dash] = {"dashed": (2.6, 1.6), "broken": (3.4, 1.2), "dotted": (0.8, 1.4)}
WEIGHTS: dict[Underline, float] = {"thick": 0.13, "solid": 0.075, "broken": 0.11, "wavy": 0.06}
"""Line weight as a share of the type size."""
THIN = 0.05
DROP = 0.2
"""From the baseline to the underline, as a share of the type size."""
WAVE = 0.22


class Canvas(Protocol):
    """A surface to draw on: a matplotlib figure or a PDF page."""

    def text(
        self, x: float, y: float, words: str, face: Face, size: float, colour: str = INK
    ) -> None:
        """Set words, their baseline starting at (x, y)."""

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle from its upper left corner."""

    def path(self, points: Points, colour: str, weight: float, dash: Dash = None) -> None:
        """Draw straight strokes from point to point."""


def draw_line(
    canvas: Canvas, line: Line[Ink], x: float, y: float, size: float, colour: str = INK
) -> None:
    """Draw one set line with its marks: tints first, words, then underlines."""
    marked = [placed for placed in line if placed.piece.tag.families]
    for placed in marked:
        _tint(canvas, placed.piece.tag, x + placed.x, y, placed.width, size)
    for placed in line:
        piece, ink = placed.piece, placed.piece.tag
        raised, told = (0.34 * size, ink.family.ink) if ink.references else (0.0, colour)
        at, height = x + placed.x, y - raised
        canvas.text(at, height, piece.text, piece.face, size * piece.scale, told)
    for placed in marked:
        if not placed.piece.tag.references:
            _underlines(canvas, placed.piece.tag, x + placed.x, y, placed.width, size)


def _tint(canvas: Canvas, ink: Ink, x: float, y: float, width: float, size: float) -> None:
    if ink.family.tint and not ink.quoted and not ink.references:
        canvas.box(x, y - 0.78 * size, width, 1.02 * size, fill=ink.family.tint)


def _underlines(canvas: Canvas, ink: Ink, x: float, y: float, width: float, size: float) -> None:
    """Draw one underline a family, each below the last."""
    depth = y + DROP * size
    for family in ink.families:
        faint = 0.0 if family in ink.strong else 0.4
        underline(canvas, family, x, depth, width, size, ink.quoted, faint)
        depth += 0.14 * size


def underline(
    canvas: Canvas, family: Family, x: float, y: float, width: float, size: float, quoted: bool,
    faint: float = 0.0,
) -> None:  # fmt: skip
    """Draw a family's underline; for quoted words lighter and dotted, for minor cues faint."""
    style: Underline = "dotted" if quoted else family.underline
    colour = lighter(family.colour, max(faint, 0.25 if quoted else 0.0))
    weight = size * WEIGHTS.get(style, THIN)
    points = _wave(x, y, width, size) if style == "wavy" else [(x, y), (x + width, y)]
    canvas.path(points, colour, weight, DASHES.get(style))
    if style == "double":
        below = y + 0.1 * size
        canvas.path([(x, below), (x + width, below)], colour, weight)


def _wave(x: float, y: float, width: float, size: float) -> Points:
    step = WAVE * size
    count = max(2, round(width / step))
    return [(x + width * i / count, y + (step / 2 if i % 2 else 0.0)) for i in range(count + 1)]
