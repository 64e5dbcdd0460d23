"""The page that leads to every article's page, with the comparison by group."""

from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bias.charts.style import number, undefined
from bias.codebook import in_words
from bias.corpus.groups import NOT_GIVEN
from bias.models.norms import reference_quantiles
from bias.report.html.charts import (
    PLACE,
    interval_cells,
    outline,
    percent,
    stretched,
)
from bias.report.html.element import element, escaped, sortable
from bias.report.html.groups import frames_part, groups_part, terms_part
from bias.report.html.own_lists import lists_part
from bias.report.html.page import Section, page
from bias.report.html.style import index_style
from bias.report.subject import NO_HEADLINE

if TYPE_CHECKING:
    import pandas as pd

    from bias.corpus.corpus import Corpus

FLOOR = 82
"""Height of the spread's line, in pixels from the top."""
TALL = 74
MOST_TICKS = 300
"""More articles than this are drawn as an outline alone."""
OPTIONS = {"low": "low", "moderate": "moderate", "high": "high", "": "not rated"}
"""Bands to choose from; the empty one has no rating."""


def index_html(corpus: "Corpus") -> bytes:
    """Return the index of several articles."""
    by = in_words(corpus.by)
    facts = element("p", escaped(f"{corpus.facts()} · {corpus.bands()}"), class_="facts")
    header = element("h1", escaped(corpus.heading()), dir="auto") + facts
    sections = [
        Section("spread", "How the ratings spread", _spread(corpus.articles), "Spread"),
        Section("articles", "Articles", _tools(corpus) + _articles(corpus)),
    ]
    if corpus.compared:
        sections.insert(1, Section("groups", f"By {by}", groups_part(corpus)))
        if frames := frames_part(corpus):
            sections.insert(2, Section("frames", "Policy frames", frames, "Frames"))
    if terms := terms_part(corpus):
        sections.insert(-1, Section("words", "Words that set them apart", terms, "Words"))
    if lists := lists_part(corpus):
        sections.insert(-1, Section("lists", "Your lists", lists, "Lists"))
    scripts = ("page.js", "index.js")
    return page(corpus.heading(), header, sections, index_style(), scripts, "articles")


def _spread(articles: "pd.DataFrame") -> str:
    """Draw the articles' ratings against the hill of real news articles."""
    ratings = tuple(articles["bias"].dropna())
    if not ratings:
        return element("p", "No article could be rated.", class_="soft")
    shapes = outline(reference_quantiles("bias"), "all", 92)
    nested = stretched(shapes + outline(ratings, "got", 92, closed=False), FLOOR - TALL, TALL)
    axis = element("line", class_="axis", x2="100%", y1=FLOOR, y2=FLOOR)
    ticks = "".join(_tick(value) for value in ratings) if len(ratings) <= MOST_TICKS else ""
    ends = [(0.0, "0", "start"), (0.5, "0.5", "middle"), (1.0, "1", "end")]
    words = "".join(
        element("text", label, x=percent(x), y=FLOOR + 17, text_anchor=anchor)
        for x, label, anchor in ends
    )
    middle = number(median(ratings))
    told = f"Ratings of {len(ratings)} articles from 0 to 1, the middle one {middle}"
    drawn = element(
        "svg", nested + axis + ticks + words, class_="spread", role="img", aria_label=told
    )
    means = (
        f"Line: these {len(ratings):,} articles; the middle one is rated {middle}. Grey: "
        "real news articles."
    )
    return element("figure", drawn + element("figcaption", means))


def _tick(rating: float) -> str:
    x = percent(rating)
    return element("line", class_="one", x1=x, x2=x, y1=FLOOR, y2=FLOOR - 6)


def _tools(corpus: "Corpus") -> str:
    """Return search and choices; the script shows them, without it they would do nothing."""
    groups = sorted(set(corpus.keys), key=lambda g: (g == NOT_GIVEN, g))
    bands = corpus.articles["band"].fillna("")
    known = [(band, label) for band, label in OPTIONS.items() if (bands == band).any()]
    find = _tool("find", "Search", '<input type="search" id="find" autocomplete="off">')
    group = _choice("group", in_words(corpus.by).capitalize(), [(g, g) for g in groups])
    band = _choice("band", "Band", [(band or "none", label) for band, label in known])
    status = element("p", "", role="status", id="found")
    return element("div", find + group + band + status, class_="tools", hidden="", role="search")


def _choice(id: str, label: str, options: list[tuple[str, str]]) -> str:
    every = element("option", "all", value="")
    listed = "".join(element("option", escaped(words), value=value) for value, words in options)
    return _tool(id, label, element("select", every + listed, id=id))


def _tool(id: str, label: str, control: str) -> str:
    return element("div", element("label", escaped(label), for_=id) + control)


def _articles(corpus: "Corpus") -> str:
    articles = corpus.articles.assign(group=corpus.keys)
    ordered = articles.sort_values(["bias", "article"], ascending=[False, True], na_position="last")
    dated = bool(articles["date"].notna().any())
    rows = "".join(_row(row, corpus, dated) for row in ordered.to_dict("records"))
    none = element("p", "No article fits.", class_="none soft", id="nothing", hidden="")
    return sortable(_heads(corpus, dated), rows, "articles", "Articles", "rating") + none


def _heads(corpus: "Corpus", dated: bool) -> list[tuple[str, str]]:
    """Return what stands over each column, and its class."""
    by = [] if corpus.by in ("outlet", "date") else [(in_words(corpus.by), "minor")]
    return [
        ("article", ""), ("outlet", ""), *by, *([("date", "")] if dated else []),
        ("words", "n minor"), ("headline", "n minor"), ("loaded", "n minor"),
        ("inserts", "n minor"), ("rating", "n"), (PLACE, "place"),
    ]  # fmt: skip


def _row(row: dict[str, Any], corpus: "Corpus", dated: bool) -> str:
    headline = escaped(row["headline"] or NO_HEADLINE)
    href = f"{quote(row['article'])}.html" if row.get("page", True) else None
    link = element("a" if href else "span", headline, href=href, dir="auto")
    cells = [element("th", link, scope="row"), _word_cell(row["outlet"], "outlet")]
    if corpus.by not in ("outlet", "date"):
        cells.append(_word_cell(row["group"], "minor"))
    if dated:
        cells.append(_word_cell(row["date"], "date"))
    cells.append(element("td", f"{row['words']}", class_="n minor"))
    cells += [_score_cell(row.get(name)) for name in ("score_headline", "score_loaded")]
    cells.append(element("td", f"{row['inserts']}", class_="n minor"))
    cells.append(interval_cells(row["bias"], row["low"], row["high"]))
    band = row["band"] if isinstance(row["band"], str) else "none"
    return element("tr", "".join(cells), data_g=row["group"], data_b=band) + "\n"


def _word_cell(value: Any, name: str) -> str:
    words = value if isinstance(value, str) else ""
    return element("td", escaped(words), class_=name)


def _score_cell(value: float | None) -> str:
    return element("td", "" if undefined(value) else number(value), class_="n minor")
