"""The article itself, set like an article, with every cue marked in place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bias.charts.fonts import Face, width_of
from bias.charts.sheet import Points
from bias.charts.style import (
    FAMILIES,
    FURNITURE_LABELS,
    INK,
    INSERT_LABELS,
    SOFT,
    Family,
    families_in,
    family_of,
)
from bias.features.base import MINOR
from bias.report.evidence import insert_label, kinds, numbers_by_cue, whys
from bias.report.marks import Ink, cut, pieces, plain
from bias.report.print.canvas import draw_line, underline
from bias.report.print.lines import Line, Piece, break_lines
from bias.report.print.pages import BOTTOM, LEFT, RIGHT, TOP, Pages

if TYPE_CHECKING:
    from bias.analysis import LabelledParagraph
    from bias.report.subject import Subject

SIZE, LEADING = 10.8, 14.9
FURNITURE_SIZE = 9.5
COLUMN, COLUMN_WIDTH = 92.0, 314.0
"""About 66 characters."""
MARGIN_END = COLUMN - 9
NOTES = 424.0
NOTE_SIZE, NOTE_LEADING = 6.7, 8.6
LABEL_SIZE = 6.5
PARAGRAPH_GAP = 6.0
BOX_PAD = 6.0


def article_pages(pages: Pages, subject: "Subject") -> None:
    """Set the article's text with its marks, margin letters and side notes."""
    pages.chapter("The article, with its evidence in place")
    _legend(pages, subject)
    notes = SideNotes(pages, subject)
    analysis, numbers = subject.analysis, numbers_by_cue(subject.evidence)
    _headline(pages, subject, notes)
    for paragraph in analysis.paragraphs:
        face: Face = "serif-bold" if paragraph.role == "subhead" else "serif"
        words = pieces(analysis.text, cut(analysis, paragraph, numbers, least=MINOR), face)
        _paragraph(pages, paragraph, words, notes)
    if not analysis.paragraphs:
        pages.text(COLUMN, pages.y + SIZE, "This article has no body.", "serif-italic", SIZE, SOFT)
        pages.y += 2 * LEADING
    notes.finish()


def _legend(pages: Pages, subject: "Subject") -> None:
    """Show every mark with its name, drawn as in the text."""
    x = LEFT
    samples = [(family, family.label, False) for family in families_in(subject.analysis)]
    for family, label, quoted in [*samples, (FAMILIES[1], "inside a quotation", True)]:
        width = width_of(label, "serif", 9.5)
        if x + width + 16 > RIGHT:
            x, pages.y = LEFT, pages.y + 15
        if not quoted:
            pages.text(x, pages.y, family.letter, "sans-bold", 7, family.ink)
        _sample(pages, family, label, x + 10, quoted)
        x += width + 26
    pages.y += 13
    told = (
        "Letters in the margin name the marks on their line; weak cues, such as “said”, are marked "
        "in the HTML report only. Framed, or marked P amid the text: insert that leads elsewhere. "
        "Grey: polls, credits, notices. Raised numbers: strongest evidence, explained at the side."
    )
    for line in break_lines(plain(told, "sans"), 7, RIGHT - LEFT):
        draw_line(pages, line, LEFT, pages.y, 7, SOFT)
        pages.y += 10
    pages.y += 14


def _sample(pages: Pages, family: Family, label: str, x: float, quoted: bool) -> None:
    width = width_of(label, "serif", 9.5)
    if family.tint and not quoted:
        pages.box(x, pages.y - 7.4, width, 9.7, fill=family.tint)
    pages.text(x, pages.y, label, "serif", 9.5)
    underline(pages, family, x, pages.y + 1.9, width, 9.5, quoted)


def _headline(pages: Pages, subject: "Subject", notes: "SideNotes") -> None:
    analysis = subject.analysis
    if not analysis.headline:
        return
    numbers = numbers_by_cue(subject.evidence)
    stretches = cut(analysis, analysis.document.headline, numbers, least=MINOR)
    words = pieces(analysis.text, stretches, "serif-bold")
    for line in break_lines(words, 15, COLUMN_WIDTH):
        pages.need(20)
        draw_line(pages, line, COLUMN, pages.y + 15, 15)
        _margin(pages, line, pages.y + 15)
        notes.add(line, pages.y + 15)
        pages.y += 20
    pages.y += PARAGRAPH_GAP


def _paragraph(
    pages: Pages, paragraph: "LabelledParagraph", words: list[Piece[Ink]], notes: "SideNotes"
) -> None:
    insert, furniture = paragraph.role in INSERT_LABELS, paragraph.role in FURNITURE_LABELS
    size, leading = (FURNITURE_SIZE, 13.0) if furniture else (SIZE, LEADING)
    lines = break_lines(words, size, COLUMN_WIDTH)
    if insert:
        pages.need(3.5 * leading)
        _open_box(pages, paragraph)
    for number, line in enumerate(lines):
        pages.need(leading * (2 if number == 0 and len(lines) > 1 else 1))
        baseline = pages.y + size
        draw_line(pages, line, COLUMN, baseline, size, SOFT if furniture else INK)
        if furniture and number == 0:
            _at_margin(pages, FURNITURE_LABELS[paragraph.role], baseline)
        _margin(pages, line, baseline)
        notes.add(line, baseline)
        if insert:
            _box_sides(pages, leading)
        pages.y += leading
    if insert:
        _close_box(pages)
    pages.y += PARAGRAPH_GAP


def _open_box(pages: Pages, paragraph: "LabelledParagraph") -> None:
    """Draw the upper edge of an insert's box, with what it is."""
    family = family_of("promo")
    label = f"INSERT · {insert_label(paragraph)}"
    edge = pages.y
    pages.path(_across(edge), family.colour, 0.9)
    letter_at = MARGIN_END - width_of(family.letter, "sans-bold", 7.5) - 1.5
    pages.text(letter_at, edge + LABEL_SIZE + 4, family.letter, "sans-bold", 7.5, family.ink)
    pages.text(COLUMN, edge + LABEL_SIZE + 4, label, "sans", LABEL_SIZE, family.ink)
    _box_sides(pages, 14)
    pages.y += 14


def _box_sides(pages: Pages, height: float) -> None:
    for x in (COLUMN - BOX_PAD, COLUMN + COLUMN_WIDTH + BOX_PAD):
        points = [(x, pages.y), (x, pages.y + height)]
        pages.path(points, family_of("promo").colour, 0.9)


def _close_box(pages: Pages) -> None:
    _box_sides(pages, 3)
    pages.y += 3
    pages.path(_across(pages.y), family_of("promo").colour, 0.9)
    pages.y += 2


def _across(y: float) -> Points:
    return [(COLUMN - BOX_PAD, y), (COLUMN + COLUMN_WIDTH + BOX_PAD, y)]


def _margin(pages: Pages, line: Line[Ink], y: float) -> None:
    """Set the letters of the families marked on a line into the left margin."""
    inks = [placed.piece.tag for placed in line]
    found = dict.fromkeys(f for ink in inks for f in ink.families if f in ink.strong)
    x = MARGIN_END
    for family in reversed(list(found)):
        x -= width_of(family.letter, "sans-bold", 7.5) + 1.5
        pages.text(x, y, family.letter, "sans-bold", 7.5, family.ink)


def _at_margin(pages: Pages, label: str, y: float) -> None:
    words = label if len(label) < 10 else label.split(" or ")[0]
    pages.text(LEFT, y, words, "sans", 6, SOFT)


class SideNotes:
    """Notes beside the text, each at its line or as soon below as there is room."""

    def __init__(self, pages: Pages, subject: "Subject") -> None:
        self.pages = pages
        self.items = {item.number: item for item in subject.evidence}
        self.page, self.free = pages.number, TOP
        self.waiting: list[int] = []

    def add(self, line: Line[Ink], y: float) -> None:
        """Set the notes that a line refers to, after those still waiting."""
        if self.pages.number != self.page:
            self.page, self.free = self.pages.number, TOP
        self.waiting += [n for placed in line for n in placed.piece.tag.references]
        while self.waiting and self._set(self.waiting[0], y):
            self.waiting.pop(0)

    def finish(self) -> None:
        """Set what is still waiting, on a new page if need be; go on below all notes."""
        while self.waiting:
            if not self._set(self.waiting[0], self.free):
                self.pages.turn()
                self.page, self.free = self.pages.number, TOP
                continue
            self.waiting.pop(0)
        if self.page == self.pages.number:
            self.pages.y = max(self.pages.y, self.free)

    def _set(self, number: int, y: float) -> bool:
        """Set one note from `y` down; False when the page has no room for it."""
        lines, family = self._lines(number), family_of(self.items[number].cue.feature)
        top = max(y, self.free)
        if top + NOTE_LEADING * (len(lines) - 1) > BOTTOM:
            return False
        self.pages.text(NOTES, top, str(number), "sans-bold", NOTE_SIZE, family.ink)
        for line in lines:
            draw_line(self.pages, line, NOTES + 12, top, NOTE_SIZE)
            top += NOTE_LEADING
        self.free = top + 4
        return True

    def _lines(self, number: int) -> list[Line[Ink]]:
        item = self.items[number]
        return list(_note_lines((kinds(item), whys(item))))


def _note_lines(texts: Iterable[str]) -> Iterable[Line[Ink]]:
    faces: tuple[Face, ...] = ("sans-bold", "sans")
    for text, face in zip(texts, faces, strict=True):
        yield from break_lines(plain(text, face), NOTE_SIZE, RIGHT - NOTES - 12)
