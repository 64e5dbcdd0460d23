"""Several articles at a glance: how the ratings spread, and group by group."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bias import __version__
from bias.report.article_pdf import join
from bias.report.card import A4, CARD, CARD_PIXELS, fit, paragraph, right_aligned, section
from bias.report.groups import FEW, group_table
from bias.report.sheet import Sheet, pdf_of, styled
from bias.report.style import INK, RULE, SOFT, in_words, number, undefined
from bias.report.subject import NO_HEADLINE
from bias.report.summary_charts import (
    distribution,
    distribution_height,
    group_intervals,
    score_heat,
)

if TYPE_CHECKING:
    import pandas as pd

LEFT, RIGHT = 46.0, A4[0] - 46.0
ROWS_A_PAGE = 42
"""Groups drawn on one page."""
ROWS_ON_CARD = 14
LISTED_ON_CARD = 5
HEAT_ON_CARD = 5
BOTH_FIT = 14
"""Up to so many groups, comparison and heat map share a page."""
HEAT_MEANS = (
    "Mean percentile of each score among real news articles: 50 is the middle article; darker is "
    "farther from it. Last column: share of articles with promo inserts, 90 % interval in brackets."
)
LIMITS = (
    "Intervals hold 90 % and come from resampling the articles given; they do not make up for "
    "articles chosen unevenly. A mean says nothing about any single article, and wording is not "
    "truthfulness."
)


@dataclass(frozen=True)
class Corpus:
    """Several articles as the summary needs them."""

    articles: "pd.DataFrame"
    """As in `bias.report.tables.Tables`."""
    by: str = "outlet"
    title: str | None = None
    top: int = 10

    @cached_property
    def groups(self) -> "pd.DataFrame":
        """Return one row per group, with intervals."""
        return group_table(self.articles, self.by)

    @cached_property
    def scores(self) -> list[str]:
        """Return the names of the scores."""
        columns = self.articles.columns
        return [name.removeprefix("score_") for name in columns if name.startswith("score_")]

    def heading(self) -> str:
        """Return the title, the caller's or one that counts."""
        return self.title or f"Bias summary: {len(self.articles):,} articles"

    def facts(self) -> str:
        """Say who was read, in one line."""
        rated = int(self.articles["bias"].notna().sum())
        dates = sorted(str(date) for date in self.articles["date"].dropna() if date)
        span = f"{dates[0]} to {dates[-1]}" if dates else "no dates given"
        groups = f"{len(self.groups)} {in_words(self.by)}{'s' * (len(self.groups) != 1)}"
        return f"{len(self.articles):,} articles, {rated:,} rated · {groups} · {span}"

    def bands(self) -> str:
        """Say how many articles fall in each band."""
        counts = self.articles["band"].value_counts()
        named = [f"{counts[band]} {band}" for band in ("low", "moderate", "high") if band in counts]
        return ", ".join(named)

    def first_to_read(self) -> "pd.DataFrame":
        """Return the articles with the highest ratings."""
        rated = self.articles.dropna(subset=["bias"])
        order = rated.sort_values(["bias", "article"], ascending=[False, True])
        return order.head(self.top)


def summary_pdf(corpus: Corpus) -> bytes:
    """Return the summary as a PDF."""
    with styled():
        sheets = [_overview(corpus), *_comparisons(corpus)]
        chapters = [(f"By {in_words(corpus.by)}", 1)]
        return join([pdf_of(sheets)], corpus.heading(), chapters, after=0)


def summary_card(corpus: Corpus) -> bytes:
    """Return the summary as a 1600 × 900 PNG image."""
    with styled():
        return _card(corpus).png(CARD_PIXELS)


def _overview(corpus: Corpus) -> Sheet:
    sheet = Sheet(*A4)
    y = _title(sheet, corpus, LEFT, 66, RIGHT, 20)
    y = section(sheet, LEFT, RIGHT, y + 16, "How the ratings spread", corpus.bands())
    height = distribution_height(corpus.articles, 8, 170)
    distribution(sheet.axes(LEFT, y + 4, RIGHT - LEFT, height), corpus.articles, 8)
    y = section(
        sheet,
        LEFT,
        RIGHT,
        y + height + 16,
        "Read these first",
        "highest ratings, with their intervals",
    )
    for _, article in corpus.first_to_read().head(14).iterrows():
        _article(sheet, article, y + 12)
        y += 30
    paragraph(sheet, LIMITS, LEFT, A4[1] - 40, RIGHT - LEFT, 6.8, SOFT)
    return sheet


def _title(sheet: Sheet, corpus: Corpus, left: float, y: float, right: float, size: float) -> float:
    sheet.text(left, y, fit(corpus.heading(), "serif-bold", size, right - left), "serif-bold", size)
    y += 1.1 * size
    sheet.text(left, y, fit(corpus.facts(), "sans", 0.43 * size, right - left - 60), "sans",
               0.43 * size, SOFT)  # fmt: skip
    right_aligned(sheet, f"bias {__version__}", right, y, 0.43 * size)
    return y


def _article(sheet: Sheet, article: "pd.Series", y: float) -> None:
    """Set one article of the reading list: rating, its interval, headline, outlet."""
    track, wide = LEFT + 34, 90.0
    sheet.text(LEFT, y, number(article["bias"]), "sans-bold", 9)
    sheet.path([(track, y - 3), (track + wide, y - 3)], RULE, 0.8)
    if not undefined(article["low"]):
        ends = [(track + wide * article[end], y - 3) for end in ("low", "high")]
        sheet.path(ends, SOFT, 3.2)
    at = track + wide * article["bias"]
    sheet.path([(at, y - 7), (at, y + 1)], INK, 1.8)
    x = track + wide + 16
    headline = article["headline"] or NO_HEADLINE
    sheet.text(x, y, fit(headline, "serif-bold", 10, RIGHT - x), "serif-bold", 10)
    where = about(article)
    sheet.text(x, y + 11, fit(where, "sans", 7, RIGHT - x), "sans", 7, SOFT)


def about(article: "pd.Series") -> str:
    """Say where an article of the reading list comes from."""
    facts = article[["outlet", "date", "article"]].dropna()
    return " · ".join(str(fact) for fact in facts if fact)


def _comparisons(corpus: Corpus) -> list[Sheet]:
    groups = corpus.groups
    parts = [groups[at : at + ROWS_A_PAGE] for at in range(0, len(groups), ROWS_A_PAGE)]
    sheets = []
    for part in parts:
        sheet = Sheet(*A4)
        y = _intervals(sheet, corpus, part, 50)
        if len(groups) > BOTH_FIT:
            sheets.append(sheet)
            sheet, y = Sheet(*A4), 30.0
        _heat(sheet, corpus, part, y + 20)
        paragraph(sheet, LIMITS, LEFT, A4[1] - 40, RIGHT - LEFT, 6.8, SOFT)
        sheets.append(sheet)
    return sheets


def _intervals(sheet: Sheet, corpus: Corpus, part: "pd.DataFrame", y: float) -> float:
    means = (
        "Mean rating with its 90 % interval; faint ticks: single articles. Hollow: fewer than "
        f"{FEW} rated articles, too few for an interval. Before each row: how many were rated."
    )
    y = section(sheet, LEFT, RIGHT, y, f"By {in_words(corpus.by)}", "")
    y = paragraph(sheet, means, LEFT, y + 6, RIGHT - LEFT, 7, SOFT)
    height = 15.5 * (len(part) + 1.2)
    axes = sheet.axes(LEFT + 172, y, RIGHT - LEFT - 222, height)
    group_intervals(axes, part, corpus.articles, corpus.by, 7.5)
    return y + height


def _heat(sheet: Sheet, corpus: Corpus, part: "pd.DataFrame", y: float) -> float:
    y = section(sheet, LEFT, RIGHT, y, "Where they differ", "")
    y = paragraph(sheet, HEAT_MEANS, LEFT, y + 6, RIGHT - LEFT, 7, SOFT)
    height = 15.5 * (len(part) + 1.6)
    score_heat(sheet.axes(LEFT + 138, y + 4, RIGHT - LEFT - 138, height), part, corpus.scores, 7.5)
    return y + height


def _card(corpus: Corpus) -> Sheet:
    sheet = Sheet(*CARD)
    left, middle, right = 44.0, 470.0, CARD[0] - 44.0
    y = _title(sheet, corpus, left, 62, right, 32)
    section(sheet, left, middle - 40, y + 22, "How the ratings spread", corpus.bands(), 13)
    height = distribution_height(corpus.articles, 11, 190)
    distribution(sheet.axes(left, y + 56, middle - 40 - left, height), corpus.articles, 11)
    _reading_list(sheet, corpus, left, middle - 40, y + height + 72)
    _groups_on_card(sheet, corpus, middle, right, y + 22)
    return sheet


def _reading_list(sheet: Sheet, corpus: Corpus, left: float, right: float, y: float) -> None:
    section(sheet, left, right, y, "Read these first", "highest ratings", 13)
    for row, (_, article) in enumerate(corpus.first_to_read().head(LISTED_ON_CARD).iterrows()):
        at, wide = y + 50 + 42 * row, right - 50 - left
        sheet.text(left, at, number(article["bias"]), "sans-bold", 13)
        headline = fit(article["headline"] or NO_HEADLINE, "serif-bold", 14, wide)
        sheet.text(left + 50, at, headline, "serif-bold", 14)
        sheet.text(left + 50, at + 16, fit(about(article), "sans", 10.5, wide), "sans", 10.5, SOFT)


def _groups_on_card(sheet: Sheet, corpus: Corpus, left: float, right: float, y: float) -> None:
    """Draw the largest groups; when they are few, their scores as well."""
    most = corpus.groups.nlargest(ROWS_ON_CARD, "rated").sort_index()
    shown = f"mean rating, 90 % interval; {len(most)} of {len(corpus.groups)}"
    section(sheet, left, right, y, f"By {in_words(corpus.by)}", shown, 13)
    height = min(34.0, 490 / (len(most) + 1.4)) * (len(most) + 1.4)
    axes = sheet.axes(left + 250, y + 32, right - left - 330, height)
    group_intervals(axes, most, corpus.articles, corpus.by, 12)
    if len(most) <= HEAT_ON_CARD:
        y += height + 50
        section(
            sheet,
            left,
            right,
            y,
            "Where they differ",
            "mean percentile, 50: the middle article",
            13,
        )
        rows = len(most) + 1.6
        score_heat(
            sheet.axes(left + 150, y + 34, right - left - 150, 30 * rows), most, corpus.scores, 10
        )
