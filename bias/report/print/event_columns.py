"""Rows of columns on PDF pages: what stands beside each other stays beside each other."""

from collections.abc import Sequence
from dataclasses import replace

from bias.charts.style import INK, RULE, SOFT
from bias.report.marks import Ink, plain
from bias.report.print.canvas import draw_line
from bias.report.print.lines import Line, Piece, break_lines
from bias.report.print.pages import BOTTOM, LEFT, RIGHT, Pages

GUTTER = 14.0
LEADING = 1.36
Text = Sequence[Piece[Ink]]


def widths(count: int, left: float = LEFT, right: float = RIGHT) -> list[tuple[float, float]]:
    """Return where each of so many columns begins, and how wide it is."""
    width = (right - left - GUTTER * (count - 1)) / count
    return [(left + place * (width + GUTTER), width) for place in range(count)]


def small(words: str) -> list[Piece[Ink]]:
    """Return plain words to be set smaller than what stands beside them."""
    return [replace(piece, scale=0.82) for piece in plain(words, "sans")]


def set_row(
    pages: Pages,
    columns: Sequence[Sequence[Text]],
    size: float,
    label: str = "",
    colour: str = INK,
    ruled: bool = True,
) -> None:
    """Set texts side by side, each column from the same height; a row may go on overleaf.

    Parameters
    ----------
    columns
        Of each, its paragraphs.
    label, colour
        What stands above the row, and its colour.
    ruled
        Draw a line above it.
    """
    places = widths(len(columns))
    lines = [
        _lines(column, size, width) for column, (_, width) in zip(columns, places, strict=True)
    ]
    step, most = LEADING * size, max((len(column) for column in lines), default=0)
    pages.need(min(most, 4) * step + (16 if label else 6))
    if ruled:
        pages.path([(LEFT, pages.y - 9), (RIGHT, pages.y - 9)], RULE, 0.4)
    if label:
        pages.text(LEFT, pages.y + 2, label, "sans-bold", 6.6, colour)
        pages.y += 12
    for row in range(most):
        if pages.y > BOTTOM:
            pages.turn()
        for column, (x, _) in zip(lines, places, strict=True):
            if row < len(column):
                draw_line(pages, column[row], x, pages.y, size)
        pages.y += step
    pages.y += 0.7 * size


def _lines(paragraphs: Sequence[Text], size: float, width: float) -> list[Line[Ink]]:
    return [line for text in paragraphs for line in break_lines(text, size, width)]


def set_words(pages: Pages, words: str, size: float = 7.2, colour: str = SOFT) -> None:
    """Set plain words from margin to margin."""
    for line in break_lines(plain(words, "sans"), size, RIGHT - LEFT):
        pages.need(LEADING * size)
        draw_line(pages, line, LEFT, pages.y, size, colour)
        pages.y += LEADING * size
    pages.y += 0.5 * size
