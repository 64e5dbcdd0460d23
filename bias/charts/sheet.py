"""A matplotlib figure measured in points from its upper left corner.

Only figures and canvases of its own: no pyplot, no global style.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bias.charts.fonts import FILES, Face, font_path, printable
from bias.charts.style import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

PER_INCH = 72
Points = list[tuple[float, float]]
Dash = tuple[float, float] | None
"""Lengths of stroke and gap; None for an unbroken line."""


class Sheet:
    """One page or card to draw on.

    Parameters
    ----------
    width, height
        In points.
    """

    def __init__(self, width: float, height: float) -> None:
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure: Figure = Figure(figsize=(width / PER_INCH, height / PER_INCH))

    def axes(self, x: float, y: float, width: float, height: float) -> "Axes":
        """Return axes in this place."""
        left, bottom = x / self.width, 1 - (y + height) / self.height
        return self.figure.add_axes((left, bottom, width / self.width, height / self.height))

    def text(
        self, x: float, y: float, words: str, face: Face, size: float, colour: str = INK,
        url: str | None = None,
    ) -> None:  # fmt: skip
        """Set words, their baseline starting at (x, y); with `url` a PDF makes them a link."""
        self.figure.text(
            x / self.width,
            1 - y / self.height,
            printable(words, face),
            fontproperties=face_of(face, size),
            color=colour,
            va="baseline",
            parse_math=False,
            url=url,
            zorder=-0.5,  # before the charts: the reading order of the PDF's text
        )

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle from its upper left corner."""
        from matplotlib.patches import Rectangle

        corner = (x / self.width, 1 - (y + height) / self.height)
        size = (width / self.width, height / self.height)
        patch = Rectangle(
            corner, *size, transform=self.figure.transFigure, zorder=-1, facecolor=fill,
            edgecolor="none", linewidth=0.8,
        )  # fmt: skip
        self.figure.add_artist(patch)

    def path(self, points: Points, colour: str, weight: float, dash: Dash = None) -> None:
        """Draw straight strokes from point to point."""
        from matplotlib.lines import Line2D

        line = Line2D(
            [x / self.width for x, _ in points], [1 - y / self.height for _, y in points],
            transform=self.figure.transFigure, color=colour, linewidth=weight,
            linestyle="-" if dash is None else (0, (dash[0] / weight, dash[1] / weight)),
            solid_capstyle="butt", zorder=-0.4,
        )  # fmt: skip
        self.figure.add_artist(line)

    def png(self, pixels: int) -> bytes:
        """Return the sheet as a PNG image of this width."""
        target = io.BytesIO()
        dots = pixels / (self.width / PER_INCH)
        with styled():
            self.figure.savefig(target, format="png", dpi=dots, metadata={"Software": "bias"})
        return target.getvalue()


def pdf_of(sheets: Iterable[Sheet]) -> bytes:
    """Return sheets as the pages of a PDF with selectable text.

    Its fonts are drawn outlines (Type 3): they look and search alike, and cost half a second
    less a file than cutting font files down (Type 42).
    """
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages

    target = io.BytesIO()
    nameless = {"CreationDate": None, "Creator": None, "Producer": None}
    with (
        styled(),
        matplotlib.rc_context({"pdf.fonttype": 3}),
        PdfPages(target, metadata=nameless) as pages,
    ):
        for sheet in sheets:
            pages.savefig(sheet.figure)
    return target.getvalue()


@contextmanager
def styled() -> Iterator[None]:
    """Draw inside this: the reports' look, undone afterwards."""
    import matplotlib

    style = resources.files("bias.charts").joinpath("bias.mplstyle")
    with resources.as_file(style) as path, matplotlib.rc_context(fname=path):
        yield


@cache
def face_of(face: Face, size: float) -> "FontProperties":
    """Return a face as matplotlib names it, with its fall-backs."""
    from matplotlib.font_manager import FontProperties

    bold = face.endswith("bold")
    families = [_family_name(name) for name in FILES[face]]
    return FontProperties(
        family=list(dict.fromkeys(families)),
        weight="bold" if bold else "normal",
        style="italic" if face.endswith("italic") else "normal",
        size=size,
    )


@cache
def _family_name(name: str) -> str:
    from matplotlib.ft2font import FT2Font

    return str(FT2Font(str(font_path(name))).family_name)
