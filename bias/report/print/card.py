"""The first page of an article's report and its card: the same parts, two formats."""

from collections.abc import Sequence
from dataclasses import replace

from bias.charts.article import percentile_dots, rating_scale, score_bars
from bias.charts.fonts import Face, printable, width_of
from bias.charts.sheet import Sheet, pdf_of, styled
from bias.charts.strip import bias_strip
from bias.charts.style import FAINT, INK, RULE, SOFT, capital, family_of, number, shorten
from bias.features.base import MINOR
from bias.report.evidence import kinds, numbers_by_cue, where, whys
from bias.report.marks import cut, pieces, plain
from bias.report.print.canvas import Canvas, draw_line
from bias.report.print.lines import break_lines
from bias.report.subject import NO_HEADLINE, Subject, drivers
from bias.version import __version__
from bias.why.strongest import NOTHING, Numbered

A4 = (595.28, 841.89)
CARD = (1152.0, 648.0)
CARD_PIXELS = 1600
STRIP_TOP = 478.0
FOOT, FOOT_SIZE = A4[1] - 34, 6.8
"""Where page one's limits start, in points from the top, and their type's size."""
PAGE_LIMITS = (
    "A reading aid, not a verdict: it shows wording and layout, not whether the article is "
    "true, complete or fair. Definitions, method and limits are on the last page."
)
RATING_MEANS = (
    "Probability that readers judge the article biased, if they held both equally likely before."
)
SCORES_MEAN = (
    "each 0 to 1, more is more slanted; percentile: among real news; “as in”: so many have as much"
)
STRIP_MEANS = (
    "One bar per sentence: width its length, height the probability that experts judge it biased. "
    "Light and dotted: mostly quotation. Open box: promo insert. Tick: paragraph."
)

EVIDENCE_SIZE, EVIDENCE_STEP = 8.6, 29.0
"""Of the type on page one, and from one cue to the next where there is room."""
PAGE_EVIDENCE, CARD_EVIDENCE = 6, 5
"""Cues listed; only these are numbered."""
RANK_ROOM = 6.2
"""Kept free right of the percentiles' lines, in sizes of the type: "as in 45 %" goes there."""
VERSION_ROOM = 7.0
"""Kept free for the version beside the facts, in sizes of the type."""


def page_one(subject: Subject) -> bytes:
    """Return the report's first page as a one-page PDF."""
    with styled():
        return pdf_of([_page(subject)])


def card(subject: Subject) -> bytes:
    """Return the 1600 × 900 card as a PNG image."""
    with styled():
        return _card(subject).png(CARD_PIXELS)


def facts_line(
    sheet: Sheet, subject: Subject, left: float, right: float, y: float, size: float
) -> None:
    """Set what is known about the article, and the version at the right."""
    room = right - left - VERSION_ROOM * size
    sheet.text(left, y, fit(subject.facts(), "sans", size, room), "sans", size, SOFT)
    right_aligned(sheet, f"bias {__version__}", right, y, size)


def _page(subject: Subject) -> Sheet:
    sheet, subject = Sheet(*A4), replace(subject, top=PAGE_EVIDENCE)
    left, right = 46.0, A4[0] - 46.0
    y = headline(sheet, subject, left, 66, right - left, 19, lines=3)
    facts_line(sheet, subject, left, right, y + 4, 8)
    y = section(sheet, left, right, y + 20, "Rating", RATING_MEANS)
    y = rating_block(sheet, subject, left, y + 4, right - left, 8)
    y = paragraph(sheet, drivers(subject.analysis.rating), left, y + 2, right - left, 7.4, SOFT)
    y = section(
        sheet,
        left,
        right,
        y + 8,
        "Where",
        SCORES_MEAN,
    )
    y = score_block(sheet, subject, left, y, right - left, 19, 8)
    y = section(sheet, left, right, y + 12, "Along the article", "")
    y = strip_block(sheet, subject, left + 16, y + 4, right - left - 16, 118, 7)
    y = paragraph(sheet, STRIP_MEANS, left, y + 12, right - left, 7, SOFT)
    section(sheet, left, right, y + 8, "Strongest evidence", _evidence_means(subject))
    room = _limits(sheet, subject, left, right) - EVIDENCE_SIZE - (y + 40)
    step = min(EVIDENCE_STEP, room / max(1, len(subject.evidence)))
    evidence_list(sheet, subject.evidence, left, y + 40, right - left, EVIDENCE_SIZE, step)
    return sheet


def _card(subject: Subject) -> Sheet:
    sheet, subject = Sheet(*CARD), replace(subject, top=CARD_EVIDENCE)
    left, right, middle = 44.0, CARD[0] - 44.0, 600.0
    y = headline(sheet, subject, left, 58, right - left, 30, lines=2)
    facts_line(sheet, subject, left, right, y + 2, 13)
    top = y + 20
    section(sheet, left, middle - 30, top, "Rating", "", 13)
    y = rating_block(sheet, subject, left, top + 26, middle - 30 - left, 13)
    section(sheet, left, middle - 30, y + 2, "Where", "", 13)
    row = (STRIP_TOP - y - 46) / max(1, len(subject.analysis.scores))
    score_block(sheet, subject, left, y + 22, middle - 30 - left, min(25, row), 12)
    section(sheet, middle, right, top, "Strongest evidence", "", 13)
    evidence_list(sheet, subject.evidence, middle, top + 46, right - middle, 13.5, 48)
    moved = drivers(subject.analysis.rating)
    paragraph(sheet, moved, middle, STRIP_TOP - 42, 0.94 * (right - middle), 10.5, SOFT)
    section(
        sheet,
        left,
        right,
        STRIP_TOP,
        "Along the article",
        "one bar a sentence; height: how probably experts judge it biased",
        13,
    )
    strip_block(sheet, subject, left + 20, STRIP_TOP + 20, right - left - 20, 136, 11)
    return sheet


def headline(
    canvas: Canvas, subject: Subject, x: float, y: float, width: float, size: float, lines: int
) -> float:
    """Set the headline with its cues marked; return the y below it."""
    analysis = subject.analysis
    numbers = numbers_by_cue(subject.evidence)
    text = plain(NO_HEADLINE, "serif-italic")
    if analysis.headline:
        stretches = cut(analysis, analysis.document.headline, numbers, least=MINOR)
        text = pieces(analysis.text, stretches, "serif-bold")
    for line in break_lines(text, size, width, lines):
        draw_line(canvas, line, x, y, size)
        y += 1.3 * size
    return y


def rating_block(
    sheet: Sheet, subject: Subject, x: float, y: float, width: float, size: float
) -> float:
    """Draw the number, the band, the scale with its interval and the finding."""
    rating = subject.analysis.rating
    big, words = ("–", "not rated")
    if rating.bias is not None:
        big, words = number(rating.bias), rating.band or ""
    sheet.text(x, y + 3.6 * size, big, "sans-bold", 3.4 * size)
    sheet.text(x, y + 5.2 * size, words, "sans-bold", 1.35 * size)
    axes = sheet.axes(x + 11 * size, y, width - 11 * size, 5.2 * size)
    rating_scale(rating, axes, size, reference=subject.analysis.rated_by is None)
    x, width = x + 11 * size, width - 11 * size
    y = paragraph(sheet, subject.finding(), x, y + 6.3 * size, width, size)
    return paragraph(sheet, subject.manner(), x, y, width, 0.9 * size, SOFT)


def score_block(
    sheet: Sheet, subject: Subject, x: float, y: float, width: float, row: float, size: float
) -> float:
    """Draw the scores and, beside them, their percentiles; return the y below."""
    scores, ranks = dict(subject.analysis.scores), dict(subject.analysis.percentiles)
    height = row * len(scores)
    label, bars = 0.30 * width, 0.24 * width
    sheet.text(x + label, y + size, "this article", "sans", 0.85 * size, SOFT)
    start = x + label + bars + 0.09 * width
    sheet.text(start, y + size, "percentile, grey: middle half", "sans", 0.85 * size, SOFT)
    y += 1.4 * size
    score_bars(scores, sheet.axes(x + label, y, bars, height), size)
    dots = sheet.axes(start, y, x + width - start - RANK_ROOM * size, height)
    percentile_dots(scores, ranks, dots, size)
    return y + height


def strip_block(
    sheet: Sheet, subject: Subject, x: float, y: float, width: float, height: float, size: float
) -> float:
    """Draw the strip; return the y below."""
    tables = subject.tables
    axes = sheet.axes(x, y, width, height)
    bias_strip(tables.sentences, tables.cues, subject.evidence, axes, size)
    return y + height


def evidence_list(
    canvas: Canvas,
    items: Sequence[Numbered],
    x: float,
    y: float,
    width: float,
    size: float,
    step: float,
) -> None:
    """List cues, each with its words, its kind and one line that says why."""
    if not items:
        canvas.text(x, y, f"{capital(NOTHING)}.", "serif-italic", 1.1 * size, SOFT)
    for item in items:
        _evidence(canvas, item, x, y, width, size)
        y += step


def _evidence(
    canvas: Canvas, item: Numbered, x: float, y: float, width: float, size: float
) -> None:
    family, small, indent = family_of(item.cue.feature), 0.82 * size, 2.2 * size
    canvas.text(x, y, str(item.number), "sans-bold", size, family.ink)
    quote = fit(f"“{_unquoted(item.cue.text)}”", "serif-bold", 1.15 * size, 0.5 * width)
    canvas.text(x + indent, y, quote, "serif-bold", 1.15 * size)
    at = x + indent + width_of(quote, "serif-bold", 1.15 * size) + size
    canvas.text(at, y, family.letter, "sans-bold", small, family.ink)
    at += 1.4 * small
    times = f", {item.times} times" if item.times > 1 else ""
    what = f"{kinds(item)} · {where(item.cue)}{times}"
    canvas.text(at, y, fit(what, "sans", small, x + width - at), "sans", small, INK)
    reason = fit(whys(item), "sans", small, width - indent)
    canvas.text(x + indent, y + 1.35 * size, reason, "sans", small, SOFT)


def _unquoted(text: str) -> str:
    return printable(text, "serif-bold").strip("“”\"'‘’ ")


def fit(words: str, face: Face, size: float, width: float) -> str:
    """Shorten words to a width, at a word's end where that is near."""
    words = printable(words, face)
    length = len(words)
    while length > 8 and width_of(shorten(words, length), face, size) > width:
        length -= max(1, length // 20)
    short = shorten(words, length)
    return short + "”" if words.startswith("“") and not short.endswith("”") else short


def paragraph(
    canvas: Canvas, words: str, x: float, y: float, width: float, size: float, colour: str = INK
) -> float:
    """Set plain words in lines; return the y below the last."""
    for line in break_lines(plain(words, "sans"), size, width):
        draw_line(canvas, line, x, y, size, colour)
        y += 1.4 * size
    return y


def section(
    canvas: Canvas, left: float, right: float, y: float, title: str, means: str, size: float = 8.5
) -> float:
    """Draw a rule and a section's title; return the y below."""
    canvas.path([(left, y), (right, y)], RULE, 0.8)
    canvas.text(left, y + 1.6 * size, title, "sans-bold", size)
    at = left + width_of(title, "sans-bold", size) + size
    canvas.text(
        at, y + 1.6 * size, fit(means, "sans", 0.82 * size, right - at), "sans", 0.82 * size, SOFT
    )
    return y + 2.2 * size


def right_aligned(canvas: Canvas, words: str, right: float, y: float, size: float) -> None:
    """Set words so that they end at `right`."""
    canvas.text(right - width_of(words, "sans", size), y, words, "sans", size, FAINT)


def _evidence_means(subject: Subject) -> str:
    count = len(subject.analysis.cues)
    return f"the outlet’s own; {len(subject.evidence)} of {count} cues; numbered in the text too"


def _limits(canvas: Canvas, subject: Subject, left: float, right: float) -> float:
    """Set, apart from the rating, whose wording it resembles, then the limits; return the top."""
    lean = subject.resemblance()
    told = [f"Apart from the rating: {lean[:1].lower()}{lean[1:]}"] if lean else []
    top = y = FOOT - len(told) * 2 * 1.4 * FOOT_SIZE
    for words in (*told, PAGE_LIMITS):
        y = paragraph(canvas, words, left, y, right - left, FOOT_SIZE, SOFT)
    return top
