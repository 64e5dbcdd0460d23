"""An event's card: the headlines, what ties the accounts, and the plainest differences."""

from bias.charts.sheet import Sheet, styled
from bias.charts.style import SOFT
from bias.report.marks import plain
from bias.report.print.canvas import draw_line
from bias.report.print.card import CARD, CARD_PIXELS, fit, right_aligned, section
from bias.report.print.event_columns import widths
from bias.report.print.event_marks import ODD, REST, marked_pieces
from bias.report.print.event_ties import draw_ties
from bias.report.print.lines import break_lines
from bias.report.telling import Telling
from bias.version import __version__

LEFT, RIGHT, MIDDLE = 44.0, CARD[0] - 44.0, 640.0
LISTED = 4
"""Differences and cut quotations on the card."""


def event_card(telling: Telling) -> bytes:
    """Return the 1600 × 900 card as a PNG image."""
    with styled():
        return _card(telling).png(CARD_PIXELS)


def _card(telling: Telling) -> Sheet:
    sheet = Sheet(*CARD)
    sheet.text(LEFT, 58, telling.title, "serif-bold", 28)
    sheet.text(LEFT, 80, fit(telling.about(), "sans", 12, RIGHT - LEFT - 80), "sans", 12, SOFT)
    right_aligned(sheet, f"bias {__version__}", RIGHT, 80, 12)
    y = _headlines(sheet, telling, 112)
    section(sheet, LEFT, MIDDLE - 30, y, "What several tell", "one bar a sentence; lines join", 13)
    draw_ties(sheet, telling, LEFT, y + 38, MIDDLE - 30 - LEFT, CARD[1] - y - 110, 11)
    sheet.text(LEFT, CARD[1] - 24, fit(telling.finding(), "sans", 12, RIGHT - LEFT), "sans", 12)
    _differs(sheet, telling, y)
    return sheet


def _headlines(sheet: Sheet, telling: Telling, y: float) -> float:
    """Set the headlines side by side; return the y below the longest."""
    lowest, size = y, 17.0
    for (x, width), place in zip(widths(len(telling.shown), LEFT, RIGHT), telling.shown, strict=True):
        account, at = telling.event.accounts[place], y
        told = " · ".join(filter(None, (telling.names[place], account.date)))
        sheet.text(x, at, fit(told, "sans", 11, width), "sans", 11, SOFT)
        at += 1.3 * size
        marks = {"devices": telling.devices(place), "adds": telling.adds(place)}
        pieces = marked_pieces(account, account.headline, "serif-bold", **marks)
        for line in break_lines(pieces, size, width, 3):
            draw_line(sheet, line, x, at, size)
            at += 1.28 * size
        sheet.text(x, at, f"rating {telling.rating(place)}", "sans", 11, SOFT)
        lowest = max(lowest, at)
    return lowest + 16


def _differs(sheet: Sheet, telling: Telling, y: float) -> None:
    """Set the plainest differences, then the quotations that are cut."""
    section(sheet, MIDDLE, RIGHT, y, "Where they differ", "", 13)
    at, left = y + 48, LISTED
    for found in telling.differences[:left]:
        words = f"{telling.text(found.one, found.what.one)} | {telling.text(found.other, found.what.other)}"
        names = f"{found.label}: {telling.names[found.one]} | {telling.names[found.other]}"
        at = _item(sheet, words, names, ODD.ink, at)
    for cut in telling.cuts[: left - len(telling.differences[:left])]:
        longest = max(cut.alone, key=lambda span: span.end - span.start)
        names = f"said, in {telling.names[cut.one]}; not in {telling.names[cut.other]}"
        at = _item(sheet, f"“{telling.text(cut.one, longest)}”", names, REST.ink, at)
    if at == y + 48:
        sheet.text(MIDDLE, at, "No contradiction and no cut quotation found.", "serif-italic", 14, SOFT)


def _item(sheet: Sheet, words: str, names: str, colour: str, y: float) -> float:
    for line in break_lines(plain(words, "serif-bold"), 15, RIGHT - MIDDLE, 2):
        draw_line(sheet, line, MIDDLE, y, 15, colour)
        y += 20
    sheet.text(MIDDLE, y - 3, fit(names, "sans", 10.5, RIGHT - MIDDLE), "sans", 10.5, SOFT)
    return y + 24
