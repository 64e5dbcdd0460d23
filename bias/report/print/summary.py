"""The corpus report: its PDF, page by page, and its card."""

from typing import TYPE_CHECKING

from bias.charts.distribution import distribution, distribution_height
from bias.charts.own_terms import own_terms
from bias.charts.pairs import headline_and_body
from bias.charts.ranges import ranges
from bias.charts.sheet import Sheet, pdf_of, styled
from bias.charts.style import SOFT, number
from bias.codebook import in_words
from bias.corpus.corpus import Corpus
from bias.corpus.own_lists import list_label, own_rates
from bias.report.print.article_pdf import join
from bias.report.print.card import A4, CARD, CARD_PIXELS, fit, right_aligned, section
from bias.report.print.corpus_sections import (
    about,
    closing_sections,
    opening_sections,
    reading_sections,
    time_sections,
)
from bias.report.print.flow import LEFT, RIGHT, flow
from bias.report.print.group_sections import group_sections
from bias.report.print.list_sections import list_sections
from bias.report.subject import NO_HEADLINE
from bias.version import __version__

if TYPE_CHECKING:
    import pandas as pd

ROWS_ON_CARD = 14
LISTED_ON_CARD = 5
PAIRS_ON_CARD = 5
"""Up to so many groups, the card also shows headline against body."""


def summary_pdf(corpus: Corpus) -> bytes:
    """Return the corpus report as a PDF; equal input, equal bytes."""
    with styled():
        first = Sheet(*A4)
        y = _title(first, corpus, LEFT, 66, RIGHT, 20) + 20
        sections = [
            *opening_sections(corpus),
            *group_sections(corpus),
            *list_sections(corpus),
            *time_sections(corpus),
            *reading_sections(corpus),
            *closing_sections(corpus),
        ]
        running = fit(corpus.heading(), "sans", 7, RIGHT - LEFT - 40)
        sheets, chapters = flow(sections, running, first, y)
        facts = {"/Subject": corpus.facts(), "/Keywords": "media bias, comparison"}
        return join([pdf_of(sheets)], corpus.heading(), chapters, after=0, facts=facts)


def summary_card(corpus: Corpus) -> bytes:
    """Return the summary as a 1600 × 900 PNG image."""
    with styled():
        return _card(corpus).png(CARD_PIXELS)


def _title(sheet: Sheet, corpus: Corpus, left: float, y: float, right: float, size: float) -> float:
    sheet.text(left, y, fit(corpus.heading(), "serif-bold", size, right - left), "serif-bold", size)
    y += 1.1 * size
    small = 0.43 * size
    sheet.text(left, y, fit(corpus.facts(), "sans", small, right - left - 60), "sans", small, SOFT)
    right_aligned(sheet, f"bias {__version__}", right, y, small)
    return y


def _card(corpus: Corpus) -> Sheet:
    sheet = Sheet(*CARD)
    left, middle, right = 44.0, 470.0, CARD[0] - 44.0
    y = _title(sheet, corpus, left, 62, right, 32)
    section(sheet, left, middle - 40, y + 22, "How the ratings spread", corpus.bands(), 13)
    ratings = corpus.articles["bias"]
    height = distribution_height(ratings, 11, 190)
    distribution(ratings, sheet.axes(left, y + 56, middle - 40 - left, height), 11)
    _reading_list(sheet, corpus, left, middle - 40, y + height + 72)
    _groups_on_card(sheet, corpus, middle, right, y + 22)
    return sheet


def _reading_list(sheet: Sheet, corpus: Corpus, left: float, right: float, y: float) -> None:
    section(sheet, left, right, y, "Read these first", "highest ratings", 13)
    articles = corpus.first_to_read().head(LISTED_ON_CARD).to_dict("records")
    for row, article in enumerate(articles):
        at, wide = y + 50 + 42 * row, right - 50 - left
        sheet.text(left, at, number(article["bias"]), "sans-bold", 13)
        headline = fit(article["headline"] or NO_HEADLINE, "serif-bold", 14, wide)
        sheet.text(left + 50, at, headline, "serif-bold", 14)
        sheet.text(left + 50, at + 16, fit(about(article), "sans", 10.5, wide), "sans", 10.5, SOFT)


def _groups_on_card(sheet: Sheet, corpus: Corpus, left: float, right: float, y: float) -> None:
    """Draw the groups; of many both ends, of few their headlines and bodies as well."""
    most, shown = _ends(corpus)
    section(sheet, left, right, y, f"By {in_words(corpus.by)}", shown, 13)
    height = min(34.0, 490 / (len(most) + 1.4)) * (len(most) + 1.4)
    axes = sheet.axes(left + 250, y + 32, right - left - 330, height)
    ranges(most, corpus.ratings, axes, 12)
    if len(most) <= PAIRS_ON_CARD:
        y = _pairs_on_card(sheet, most, left, right, y + height + 50)
        if rates := own_rates(corpus.lists, quoted=False):
            _list_on_card(sheet, most, rates[0], left, right, y + 8)


def _ends(corpus: Corpus) -> "tuple[pd.DataFrame, str]":
    """Return the groups on the card, and which these are."""
    means, groups = "mean rating, 90 % interval", corpus.groups
    if len(groups) <= ROWS_ON_CARD:
        return groups, means
    if corpus.by == "date":
        return groups.tail(ROWS_ON_CARD), f"{means}; the last {ROWS_ON_CARD} of {len(groups)}"
    half, sure = ROWS_ON_CARD // 2, groups[groups["given"] & ~groups["few"]]
    both = groups[groups.index.isin([*sure.index[:half], *sure.index[-half:]])]
    return both, f"{means}; the {half} highest and the {half} lowest of {len(groups)}"


def _pairs_on_card(
    sheet: Sheet, groups: "pd.DataFrame", left: float, right: float, y: float
) -> float:
    """Draw headlines and bodies; return the height below them."""
    means = "percentile points from real news articles"
    section(sheet, left, right, y, "Headline and body", means, 13)
    height = 32 * (len(groups) + 1.4)
    headline_and_body(groups, sheet.axes(left + 250, y + 32, right - left - 330, height), 12)
    return y + 32 + height


def _list_on_card(
    sheet: Sheet, groups: "pd.DataFrame", rate: str, left: float, right: float, y: float
) -> None:
    """Draw the first of the user's lists, where there is room for it."""
    height = 26 * (len(groups) + 1.4)
    if y + 32 + height > CARD[1]:
        return
    means = "terms per 100 words of the outlet’s own, 90 % interval"
    section(sheet, left, right, y, f"Your list: {list_label(rate)}", means, 13)
    own_terms(groups, rate, sheet.axes(left + 250, y + 32, right - left - 330, height), 12)
