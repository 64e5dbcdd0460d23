"""Pages of charts: sections one below the other, each under its finding."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bias.charts.sheet import Sheet
from bias.charts.style import RULE, SOFT
from bias.report.marks import Ink, plain
from bias.report.print.canvas import draw_line
from bias.report.print.card import A4, paragraph, right_aligned
from bias.report.print.lines import Line, break_lines

LEFT, RIGHT = 46.0, A4[0] - 46.0
TOP, BOTTOM = 62.0, A4[1] - 40.0
FINDING, MEANS = 13.0, 7.2
"""Sizes of a section's sentence and of what stands below it."""
GAP = 22.0
LINE = 1.4
Draw = Callable[[Sheet, float], None]


@dataclass(frozen=True)
class Section:
    """One chart with its words."""

    chapter: str
    """For the bookmarks; empty when it goes on from the page before."""
    finding: str
    means: str
    """What is drawn, and how to read it."""
    height: float
    draw: Draw
    """Draws on a sheet, from this height down."""

    @property
    def needs(self) -> float:
        """Return the height of words and chart together."""
        lines = len(_finding_lines(self.finding))
        means = len(break_lines(plain(self.means, "sans"), MEANS, RIGHT - LEFT))
        return 1.25 * FINDING * lines + LINE * MEANS * means + 8 + self.height


def across(
    chart: Callable[..., object], height: float, size: float, left: float = LEFT,
    right: float = RIGHT,
) -> Draw:  # fmt: skip
    """Return what draws a chart, by default from margin to margin."""

    def draw(sheet: Sheet, y: float) -> None:
        chart(ax=sheet.axes(left, y, right - left, height), size=size)

    return draw


def in_parts(
    chapter: str, finding: str, items: Sequence[Any], most: int
) -> Iterator[tuple[str, str, Any]]:
    """Yield chapter, finding and items of each of a section's parts, `most` items in one."""
    for at in range(0, len(items), most):
        part = items[at : at + most]
        yield ("", f"{finding} (continued)", part) if at else (chapter, finding, part)


def flow(
    sections: Sequence[Section], running: str, first: Sheet, y: float
) -> tuple[list[Sheet], list[tuple[str, int]]]:
    """Set sections from a first sheet's height `y` on; return the sheets and the chapters."""
    sheets, chapters = [first], []
    for section in sections:
        if y > TOP and y + section.needs > BOTTOM:
            sheets.append(_sheet(running, len(sheets) + 1))
            y = TOP
        if section.chapter:
            chapters.append((section.chapter, len(sheets) - 1))
        y = _set(sheets[-1], section, y) + GAP
    return sheets, chapters


def _sheet(running: str, page: int) -> Sheet:
    sheet = Sheet(*A4)
    sheet.text(LEFT, 34, running, "sans", 7, SOFT)
    right_aligned(sheet, f"{page}", RIGHT, 34, 7)
    sheet.path([(LEFT, 41), (RIGHT, 41)], RULE, 0.6)
    return sheet


def _set(sheet: Sheet, section: Section, y: float) -> float:
    """Set one section; return the height below it."""
    for line in _finding_lines(section.finding):
        draw_line(sheet, line, LEFT, y + 0.75 * FINDING, FINDING)
        y += 1.25 * FINDING
    y = paragraph(sheet, section.means, LEFT, y + MEANS, RIGHT - LEFT, MEANS, SOFT)
    section.draw(sheet, y)
    return y + section.height


def _finding_lines(finding: str) -> list[Line[Ink]]:
    return break_lines(plain(finding, "serif-bold"), FINDING, RIGHT - LEFT, 2)
