"""Charts: a tidy table in, matplotlib axes out; each can be drawn alone in a notebook.

Without `ax` a chart makes a figure of its own, `chart.figure`. Draw inside
`styled()` for the reports' look. Nothing here touches pyplot or global style.
"""

from bias.charts.article import percentile_dots, rating_scale, score_bars
from bias.charts.calibration import calibration
from bias.charts.distribution import distribution, panels
from bias.charts.heat import heat_map
from bias.charts.inserts import insert_kinds, insert_shares
from bias.charts.own_terms import own_terms
from bias.charts.pairs import headline_and_body
from bias.charts.ranges import ranges
from bias.charts.sheet import styled
from bias.charts.strip import bias_strip
from bias.charts.terms import distinctive
from bias.charts.timeline import articles_over_time, over_time

__all__ = [
    "articles_over_time",
    "bias_strip",
    "calibration",
    "distinctive",
    "distribution",
    "headline_and_body",
    "heat_map",
    "insert_kinds",
    "insert_shares",
    "over_time",
    "own_terms",
    "panels",
    "percentile_dots",
    "ranges",
    "rating_scale",
    "score_bars",
    "styled",
]


def __dir__() -> list[str]:
    return __all__
