"""The page that leads to every article's page, with the comparison by group."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from bias.report.element import element, escaped, number_cell, table
from bias.report.html import page
from bias.report.html_charts import interval_cells
from bias.report.style import in_words
from bias.report.subject import NO_HEADLINE

if TYPE_CHECKING:
    import pandas as pd

    from bias.report.summary import Corpus

PLACE = "0 to 1, with 90 % interval"


def index_html(corpus: "Corpus") -> bytes:
    """Return the index of several articles."""
    by = escaped(in_words(corpus.by))
    facts = element("p", escaped(f"{corpus.facts()} · {corpus.bands()}"), class_="facts")
    header = element("header", element("h1", escaped(corpus.heading())) + facts)
    parts = (
        (f"By {by}", _groups(corpus.groups, by)),
        ("Articles, highest ratings first", _articles(corpus.articles)),
    )
    return page(corpus.heading(), header, parts)


def _groups(groups: "pd.DataFrame", by: str) -> str:
    rows = []
    for row in groups.to_dict("records"):
        few = " (few articles)" if row["few"] else ""
        name = element("th", escaped(row["group"] + few)) + number_cell(str(row["rated"]))
        mean = interval_cells(row["mean"], row["low"], row["high"])
        inserts = number_cell(f"{100 * row['with_inserts']:.0f} %")
        rows.append(element("tr", name + mean + inserts))
    return table((by, "rated", "mean", PLACE, "articles with inserts"), rows)


def _articles(articles: "pd.DataFrame") -> str:
    ordered = articles.sort_values(["bias", "article"], ascending=[False, True], na_position="last")
    rows = []
    for row in ordered.to_dict("records"):
        headline = escaped(row["headline"] or NO_HEADLINE)
        name = element("th", element("a", headline, href=f"{quote(row['article'])}.html"))
        outlet = row["outlet"] if isinstance(row["outlet"], str) else ""
        rating = interval_cells(row["bias"], row["low"], row["high"])
        rows.append(element("tr", name + element("td", escaped(outlet)) + rating))
    return table(("article", "outlet", "rating", PLACE), rows)
