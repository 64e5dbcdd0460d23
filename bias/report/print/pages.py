"""PDF pages of flowing text: the same canvas as the charts', on fpdf2.

Equal pages give equal bytes: no dates, no random identifiers.
"""

from datetime import UTC, datetime

from bias.charts.fonts import Face, font_path, font_runs, printable, width_of
from bias.charts.sheet import Dash, Points
from bias.charts.style import FAINT, INK, RULE, SOFT
from bias.models.norms import LEVEL, Place

WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT = 46.0, WIDTH - 46.0
TOP, BOTTOM = 64.0, HEIGHT - 52.0
FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)


class Pages:
    """Pages filled from top to bottom; `y` is where the next line goes.

    Parameters
    ----------
    running
        The words at the head of every page.
    first
        The number of the first page.
    """

    def __init__(self, running: str, first: int) -> None:
        from fpdf import FPDF

        self.pdf: FPDF = FPDF(unit="pt", format=(WIDTH, HEIGHT))
        self.pdf.set_auto_page_break(False)
        self.pdf.set_creation_date(FIXED_DATE)
        self.running, self.first = running, first
        self.chapters: list[tuple[str, int]] = []
        """Title and page, counted from 0, of what the bookmarks list."""
        self.y = BOTTOM

    @property
    def number(self) -> int:
        """Return the page's number as printed."""
        return int(self.pdf.page) - 1 + self.first

    def turn(self) -> None:
        """Start a page."""
        self.pdf.add_page()
        self.text(LEFT, 36, self.running, "sans", 7, SOFT)
        page = str(self.number)
        self.text(RIGHT - width_of(page, "sans", 7), 36, page, "sans", 7, SOFT)
        self.path([(LEFT, 43), (RIGHT, 43)], RULE, 0.6)
        self.y = TOP

    def need(self, height: float) -> bool:
        """Make room for `height` points; say whether that took a new page."""
        if self.pdf.page and self.y + height <= BOTTOM:
            return False
        self.turn()
        return True

    def chapter(self, title: str) -> None:
        """Set a title that the bookmarks list."""
        self.need(60)
        self.chapters.append((title, int(self.pdf.page) - 1))
        self.text(LEFT, self.y + 6, title, "sans-bold", 10)
        self.y += 22

    def bytes(self) -> bytes:
        """Return the pages as a PDF."""
        return bytes(self.pdf.output())

    def text(
        self, x: float, y: float, words: str, face: Face, size: float, colour: str = INK
    ) -> None:
        """Set words, their baseline starting at (x, y)."""
        self.pdf.set_text_color(colour)
        for name, run in font_runs(printable(words, face), face):
            if name.lower() not in self.pdf.fonts:
                self.pdf.add_font(name, "", font_path(name))
            self.pdf.set_font(name, "", size)
            self.pdf.text(x, y, run)
            x += width_of(run, face, size)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle from its upper left corner."""
        self.pdf.set_fill_color(fill)
        self.pdf.rect(x, y, width, height, "F")

    def path(self, points: Points, colour: str, weight: float, dash: Dash = None) -> None:
        """Draw straight strokes from point to point; level ones end square at their points."""
        (x, y), (last_x, last_y) = points[0], points[-1]
        if len(points) == 2 and dash is None and (x == last_x or y == last_y):
            wide, tall = (weight, last_y - y) if x == last_x else (last_x - x, weight)
            left, top = (x - weight / 2, y) if x == last_x else (x, y - weight / 2)
            self.box(left, top, wide, tall, fill=colour)
            return
        self.pdf.set_draw_color(colour)
        self.pdf.set_line_width(weight)
        if dash:
            self.pdf.set_dash_pattern(*dash)
        self.pdf.polyline(points)
        if dash:
            self.pdf.set_dash_pattern()


def percentile_track(pages: Pages, x: float, y: float, width: float, place: Place) -> None:
    """Draw where a measure stands from 0 to 100, the middle half of articles grey.

    Articles that are level with it are a bar.
    """
    pages.box(x + width / 4, y - 4.5, width / 2, 6, fill="#e8ebee")
    pages.path([(x, y - 1.5), (x + width, y - 1.5)], FAINT, 0.4)
    if place.level >= LEVEL:
        pages.box(x + width * place.below / 100, y - 3, width * place.level / 100, 3, fill=SOFT)
        return
    at = x + width * place.rank / 100
    pages.path([(at, y - 5), (at, y + 2)], INK, 1.8)
