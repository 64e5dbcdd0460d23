"""The corpus report's charts of the user's own lists."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from bias.charts.own_terms import own_terms
from bias.corpus.own_lists import list_label, own_rates
from bias.report import findings
from bias.report.print.flow import LEFT, RIGHT, Section, in_parts
from bias.report.print.group_sections import NAMES, ROW, ROWS_A_PAGE, SIZE

if TYPE_CHECKING:
    import pandas as pd

    from bias.charts.sheet import Sheet
    from bias.corpus.corpus import Corpus

MOST_DRAWN = 8
"""Categories of more lists than this are in groups.csv only."""
MEANS = (
    "Terms of your list per 100 words of the outlets’ own voice: mean over articles with its 90 % "
    "bootstrap interval. Hollow: few articles, no interval. Before each row: articles. The list "
    "enters no score and no rating."
)


def list_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield a chart for each category of the user's lists; none without lists."""
    rates = own_rates(corpus.articles.columns, quoted=False)
    for rate in rates[:MOST_DRAWN]:
        left = len(rates) - MOST_DRAWN
        more = f" {left} more are in groups.csv." if left > 0 else ""
        finding = findings.list_finding(corpus, rate)
        chapter = f"Your list: {list_label(rate)}"
        for name, told, part in in_parts(chapter, finding, corpus.shown, ROWS_A_PAGE):
            height = ROW * (len(part) + 1.8)
            yield Section(name, told, MEANS + more, height, partial(_draw, part, rate))


def _draw(part: "pd.DataFrame", rate: str, sheet: "Sheet", y: float) -> None:
    axes = sheet.axes(LEFT + NAMES, y, RIGHT - LEFT - NAMES - 50, ROW * (len(part) + 1.4))
    own_terms(part, rate, axes, SIZE)
