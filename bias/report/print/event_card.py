"""An event's card: the headlines, what ties the accounts, and the plainest differences."""

import re
from dataclasses import replace

from bias.charts.sheet import Sheet, styled
from bias.charts.style import INK, SOFT
from bias.report.marks import Ink, plain
from bias.report.print.canvas import draw_line
from bias.report.print.card import CARD, CARD_PIXELS, fit, right_aligned, section
from bias.report.print.event_columns import widths
from bias.report.print.event_marks import ODD, REST, marked_pieces
from bias.report.print.event_ties import draw_ties
from bias.report.print.lines import Line, Placed, break_lines
from bias.report.telling import Telling
from bias.version import __version__

LEFT, RIGHT, MIDDLE = 44.0, CARD[0] - 44.0, 640.0
LISTED = 3
"""Of each kind on the card, at most."""
WIDER = 1.035
"""How much wider an image sets small bold letters than their font says: they are fitted to dots."""
ROOM = 90.0
"""Height that a title with one item needs."""


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
    lowest, size = y, 18.0
    for (x, width), place in zip(
        widths(len(telling.shown), LEFT, RIGHT), telling.shown, strict=True
    ):
        account, at = telling.event.accounts[place], y
        told = " · ".join(filter(None, (telling.names[place], account.date)))
        sheet.text(x, at, fit(told, "sans", 11, width), "sans", 11, SOFT)
        at += 1.3 * size
        marks = {"devices": telling.headlines.devices(place), "adds": telling.headlines.adds(place)}
        pieces = marked_pieces(account, account.headline, "serif-bold", **marks)
        for line in break_lines(pieces, size, width / WIDER, 3):
            draw_line(sheet, by_word(line, size), x, at, size)
            at += 1.28 * size
        sheet.text(x, at, f"rating {telling.rating(place)}", "sans", 11, SOFT)
        lowest = max(lowest, at)
    return lowest + 16


def by_word(line: Line[Ink], size: float) -> Line[Ink]:
    """Return a line with a place for every word: set as a whole, an image's letters run wide."""
    made = list[Placed[Ink]]()
    for placed in line:
        x = WIDER * placed.x
        for word in re.findall(r"\S+\s*|\s+", placed.piece.text):
            piece = replace(placed.piece, text=word)
            made.append(Placed(piece, x, WIDER * piece.width(size)))
            x += WIDER * piece.width(size)
    return made


def _differs(sheet: Sheet, telling: Telling, y: float) -> None:
    """Set the plainest differences, the quotations that are cut, and other words for the same."""
    at = y
    for title, means, items in (
        ("Where they differ", "", _contradictions(telling)),
        ("A quotation, cut", "what one alone has", _cuts(telling)),
        ("Other words for the same", "", _contrasts(telling)),
    ):
        if items and at + ROOM <= CARD[1] - 50:
            section(sheet, MIDDLE, RIGHT, at, title, means, 13)
            at += 46
            for words, names, colour in items[:LISTED]:
                if at + 40 <= CARD[1] - 50:
                    at = _item(sheet, words, names, colour, at)
            at += 4
    if at == y:
        told = "No contradiction and no cut quotation found."
        sheet.text(MIDDLE, y + 24, told, "serif-italic", 14, SOFT)


Item = tuple[str, str, str]
"""Words, who says them, colour."""


def _contradictions(telling: Telling) -> list[Item]:
    return [
        (
            f"{telling.text(d.one, d.what.one)} | {telling.text(d.other, d.what.other)}",
            f"{d.label}: {telling.names[d.one]} | {telling.names[d.other]}",
            ODD.ink,
        )
        for d in telling.differences
    ]


def _cuts(telling: Telling) -> list[Item]:
    found = []
    for cut in telling.cuts:
        longest = max(cut.alone, key=lambda span: span.end - span.start)
        names = f"in {telling.names[cut.one]}; not in {telling.names[cut.other]}"
        names = f"{cut.spoken.speaker}, {names}" if cut.spoken.speaker else names
        found.append((f"“{telling.text(cut.one, longest)}”", names, REST.ink))
    return found


def _contrasts(telling: Telling) -> list[Item]:
    return [
        (
            f"{telling.text(c.one, c.first)} | {telling.text(c.other, c.second)}",
            f"{telling.names[c.one]} | {telling.names[c.other]}",
            INK,
        )
        for c in telling.contrasts
    ]


def _item(sheet: Sheet, words: str, names: str, colour: str, y: float) -> float:
    for line in break_lines(plain(words, "serif-bold"), 15, RIGHT - MIDDLE, 2):
        draw_line(sheet, line, MIDDLE, y, 15, colour)
        y += 20
    sheet.text(MIDDLE, y - 3, fit(names, "sans", 10.5, RIGHT - MIDDLE), "sans", 10.5, SOFT)
    return y + 24
