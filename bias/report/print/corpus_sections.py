"""The corpus report's other sections: who was read, change, what to read, method."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from bias.charts.distribution import MOST_DOTS, distribution, distribution_height
from bias.charts.style import INK, RULE, SOFT, capital, number, undefined
from bias.charts.timeline import articles_over_time, over_time
from bias.corpus.groups import FEW, NOT_GIVEN
from bias.corpus.timeline import undated
from bias.report import findings
from bias.report.print.card import fit, paragraph
from bias.report.print.flow import LEFT, RIGHT, Section, across, in_parts
from bias.report.print.group_sections import no_groups
from bias.report.subject import NO_HEADLINE

if TYPE_CHECKING:
    import pandas as pd

    from bias.charts.sheet import Sheet
    from bias.corpus.corpus import Corpus

SIZE = 7.5
ARTICLES_A_PAGE = 18
ARTICLE = 36.0
TRACK = 84.0
TEXT = LEFT + 34 + TRACK + 14
RAISED, LOWERED = "raised", "lowered"
TIME_LINES = {
    "mean": "Rating, mean",
    "headline": "Headline devices, percentile points from the news",
    "wording": "Loaded wording, percentile points from the news",
    "with_inserts": "Articles with promo inserts",
}
LINE_HEIGHTS = (150.0, 104.0, 104.0, 104.0)
SPREAD = "Ratings from 0 to 1, {mark}; {bands}."
TIME = (
    "Means by {grain} with 90 % intervals; hollow: fewer than {few} rated articles. Shaded: no "
    "articles. A change may come from other articles as well as from other wording."
)
FIRST = "The highest ratings with their 90 % intervals, and what raised them most (log-odds)."
CALMEST = "The lowest ratings, for comparison, and what lowered them most."
MEANS = (
    "Intervals of means hold 90 % and come from resampling the articles given; they do not make up "
    "for articles chosen unevenly. A mean says nothing about any single article."
)
LIMITS = (
    "Wording is not truthfulness. Rating: the probability that readers judge an article biased, "
    "for a reader who before reading held both equally likely. Percentiles compare with a "
    "reference sample of real news articles, nearly all of them American political news of 2012 "
    "to 2020.",
    "Beside this file: groups.csv, deviations.csv, over_time.csv and terms.csv hold the numbers "
    "drawn here; articles.csv, paragraphs.csv, sentences.csv and cues.csv everything else.",
)

RESERVED = (
    "Rated but unlike the articles that the rating learnt from, and so not listed: {count:,}. The "
    "column “reason” of articles.csv says why."
)


def opening_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield how the ratings spread, and when the articles appeared."""
    ratings = corpus.articles["bias"]
    height = distribution_height(ratings, 8, 190)
    mark = "one dot an article" if ratings.count() <= MOST_DOTS else "articles in each fortieth"
    means = SPREAD.format(mark=mark, bands=corpus.bands()) if ratings.count() else ""
    draw = across(partial(distribution, ratings), height, 8)
    yield Section("Ratings", findings.spread_finding(corpus), means, height, draw)
    if len(corpus.periods):
        told = f"{undated(corpus.articles):,} articles have no date that can be read for certain."
        means = f"Articles by {corpus.periods['grain'].iloc[0]}. "
        means += told if undated(corpus.articles) else ""
        yield Section("Dates", _busiest(corpus), means, 92, partial(_draw_counts, corpus))


def _busiest(corpus: "Corpus") -> str:
    periods = corpus.periods
    if len(periods) == 1:
        return f"All dated articles are of {periods['period'].iloc[0]}"
    first, last = (periods["period"].iloc[at].removeprefix("week of ") for at in (0, -1))
    return f"The articles span {first} to {last}"


def _draw_counts(corpus: "Corpus", sheet: "Sheet", y: float) -> None:
    articles_over_time(corpus.periods, sheet.axes(LEFT, y + 4, RIGHT - LEFT, 84), SIZE)


def time_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield the change over time; nothing where there are fewer than two periods."""
    periods = corpus.periods
    if len(periods) < 2:
        return
    means = TIME.format(grain=periods["grain"].iloc[0], few=FEW)
    height, draw = sum(LINE_HEIGHTS), partial(_draw_lines, corpus)
    yield Section("Change over time", findings.time_finding(corpus), means, height, draw)


def _draw_lines(corpus: "Corpus", sheet: "Sheet", y: float) -> None:
    for (value, name), height in zip(TIME_LINES.items(), LINE_HEIGHTS, strict=True):
        sheet.text(LEFT, y + 14, name, "sans-bold", SIZE)
        over_time(corpus.periods, value, sheet.axes(LEFT + 26, y + 20, RIGHT - LEFT - 26,
                  height - 24), SIZE)  # fmt: skip
        y += height


def reading_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield what to read first, and the calmest articles, with links to their pages."""
    lists = (
        ("Worth reading first", FIRST, corpus.first_to_read(), RAISED),
        ("The calmest articles", CALMEST, corpus.calmest(), LOWERED),
    )
    for title, means, articles, moved in lists:
        for name, told, part in in_parts(title, title, articles, ARTICLES_A_PAGE):
            draw = partial(_draw_articles, corpus, part, moved)
            yield Section(name, told, means, ARTICLE * len(part), draw)


def _draw_articles(
    corpus: "Corpus", articles: "pd.DataFrame", moved: str, sheet: "Sheet", y: float
) -> None:
    for article in articles.to_dict("records"):
        _article(sheet, article, page_of(corpus, article), y + 14)
        why = moved_by(str(article.get("why") or ""), moved)
        sheet.text(TEXT, y + 33, fit(why, "sans", 6.6, RIGHT - TEXT), "sans", 6.6, SOFT)
        y += ARTICLE


def moved_by(why: str, moved: str) -> str:
    """Return the half of an account of drivers that says what raised, or lowered, the rating.

    >>> moved_by("Raised by names +0.4; lowered by figures −0.2 (log-odds).", "lowered")
    'Lowered by figures −0.2'
    """
    halves = why.removesuffix(" (log-odds).").split("; ")
    told = [half for half in halves if half.lower().startswith(moved)]
    return capital(told[0]) if told else ""


def page_of(corpus: "Corpus", article: "dict[str, object]") -> str | None:
    """Return where an article's page lies beside this report, or None without one."""
    if not article.get("page", True):
        return None
    return f"{quote(str(article['article']))}.{corpus.linked}"


def _article(sheet: "Sheet", article: "dict[str, object]", page: str | None, y: float) -> None:
    """Set one article: rating, its interval, headline, where it comes from."""
    track, wide = LEFT + 34, TRACK
    bias, low, high = (float(str(article[name])) for name in ("bias", "low", "high"))
    sheet.text(LEFT, y, number(bias), "sans-bold", 9)
    sheet.path([(track, y - 3), (track + wide, y - 3)], RULE, 0.8)
    if not undefined(low):
        sheet.path([(track + wide * end, y - 3) for end in (low, high)], SOFT, 3.2)
    at = track + wide * bias
    sheet.path([(at, y - 7), (at, y + 1)], INK, 1.8)
    headline = fit(str(article["headline"] or NO_HEADLINE), "serif-bold", 10, RIGHT - TEXT)
    sheet.text(TEXT, y, headline, "serif-bold", 10, url=page)
    sheet.text(TEXT, y + 10, fit(about(article), "sans", 7, RIGHT - TEXT), "sans", 7, SOFT)


def about(article: "dict[str, object]") -> str:
    """Say where an article of the reading list comes from."""
    facts = (article[name] for name in ("outlet", "date", "article"))
    return " · ".join(fact for fact in facts if isinstance(fact, str) and fact)


def closing_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield how the report is made, what is missing and why."""
    means = [MEANS] if corpus.compared or len(corpus.periods) > 1 else []
    told = [*means, *LIMITS, *_missing(corpus)]
    yield Section("Method and limits", "Method and limits", "", 16.0 * len(told) + 40,
                  partial(_draw_text, told))  # fmt: skip


def _missing(corpus: "Corpus") -> Iterator[str]:
    """Yield a sentence on everything that could not be drawn."""
    reasons = corpus.articles.loc[corpus.articles["bias"].isna(), "reason"].value_counts()
    for reason, count in reasons.items():
        yield f"Not rated, {count:,} article{'s' * (count != 1)}: {reason}"
    if reserved := int((corpus.articles["bias"].notna() & corpus.articles["reason"].notna()).sum()):
        yield RESERVED.format(count=reserved)
    if told := no_groups(corpus):
        yield told
    elif corpus.distinctive.empty:
        yield f"{findings.term_finding(corpus)}, as far as these articles tell."
    lacking = int((corpus.keys == NOT_GIVEN).sum())
    if lacking and corpus.compared:
        yield f"{lacking:,} articles without a value for {corpus.by} come last, as “{NOT_GIVEN}”."
    if not len(corpus.periods):
        yield "Change over time is left out: no article has a date that can be read for certain."
    if "page" in corpus.articles and not corpus.articles["page"].all():
        pages = int(corpus.articles["page"].sum())
        yield f"Of {len(corpus.articles):,} articles {pages:,}, those listed, have own pages."


def _draw_text(told: list[str], sheet: "Sheet", y: float) -> None:
    for text in told:
        y = paragraph(sheet, text, LEFT, y + 4, RIGHT - LEFT, 7, SOFT)
