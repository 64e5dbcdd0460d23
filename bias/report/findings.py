"""What the corpus report's charts show, in one sentence each.

A sentence names a difference only where the intervals support it.
"""

from typing import TYPE_CHECKING

import numpy as np

from bias.charts.heat import points
from bias.charts.style import number, shorten, undefined
from bias.codebook import in_words
from bias.corpus.groups import FEW
from bias.corpus.own_lists import list_label

if TYPE_CHECKING:
    import pandas as pd

    from bias.corpus.corpus import Corpus

NAME = 28
LEAST_SHARE = 0.01


def spread_finding(corpus: "Corpus") -> str:
    """Say between which ratings the middle half of the articles lies; of a few, all."""
    rated = corpus.articles["bias"].dropna()
    if rated.empty:
        return "None of the articles could be rated"
    if len(rated) < FEW:
        return f"Rated {' to '.join(dict.fromkeys(map(number, (rated.min(), rated.max()))))}"
    low, high = np.percentile(rated, (25, 75))
    return f"Half of the ratings lie between {number(low)} and {number(high)}"


def range_finding(corpus: "Corpus") -> str:
    """Say which groups lie at the ends, if their intervals part them."""
    sure = corpus.given[~corpus.given["few"]]
    if len(sure) < 2:
        return f"Too few rated articles to compare: each {in_words(corpus.by)} needs five"
    if not (ends := _ends_apart(sure, "group")):
        return "No mean rating stands clearly apart: the intervals of the ends overlap"
    return f"Mean ratings run from {ends[0]} to {ends[1]}"


def _ends_apart(sure: "pd.DataFrame", column: str) -> list[str]:
    """Name what has the lowest and the highest mean; nothing where their intervals overlap."""
    top, low = sure.loc[sure["mean"].idxmax()], sure.loc[sure["mean"].idxmin()]
    if top["low"] <= low["high"]:
        return []
    return [f"{_name(end[column])} ({number(end['mean'])})" for end in (low, top)]


def share_finding(corpus: "Corpus") -> str:
    """Say how much of the differences between articles the groups account for."""
    share = explained(corpus.ratings[corpus.keys.isin(corpus.given["group"])])
    one = corpus.counted(1).removeprefix("1 ")
    if share is None:
        return f"Too few articles to part differences between and within {corpus.counted(2)[2:]}"
    if share < LEAST_SHARE:
        return f"Articles of one {one} differ as much as articles of several"
    return f"The {one} accounts for {100 * share:.0f} % of the differences between articles"


def explained(ratings: "pd.DataFrame") -> float | None:
    """Return the share of the ratings' variance between groups: adjusted eta squared, from 0 up.

    None when there are too few ratings to tell.
    """
    rated = ratings.dropna(subset=["bias"])
    count, groups = len(rated), rated["group"].nunique()
    if groups < 2 or count - groups < groups:
        return None
    total = float(((rated["bias"] - rated["bias"].mean()) ** 2).sum())
    means = rated.groupby("group")["bias"].transform("mean")
    within = float(((rated["bias"] - means) ** 2).sum())
    if not total:
        return None
    return float(max(0.0, 1 - within / (count - groups) * (count - 1) / total))


def deviation_finding(corpus: "Corpus") -> str:
    """Name the group and measure farthest from the news."""
    cells = corpus.deviations
    sure = cells[(cells["low"] > 0) | (cells["high"] < 0)]
    if sure.empty:
        return "Nothing lies clearly apart from the news"
    far = sure.loc[sure["deviation"].abs().idxmax()]
    told = f"{far['label'].lower()}, {points(far['deviation'])} points"
    return f"Farthest from the news: {_name(far['group'])} ({told})"


def frame_finding(corpus: "Corpus") -> str:
    """Name the group and frame farthest from all articles."""
    cells = corpus.frames
    sure = cells[(cells["low"] > 0) | (cells["high"] < 0)]
    if sure.empty:
        return "No group frames its articles clearly otherwise than all together"
    far = sure.loc[sure["deviation"].abs().idxmax()]
    told = f"{far['label'].lower()}, {points(far['deviation'])} points"
    return f"Farthest from all articles: {_name(far['group'])} ({told})"


def pair_finding(corpus: "Corpus") -> str:
    """Count the groups whose headlines stand above their bodies, and the reverse."""
    sure = corpus.given.dropna(subset=["headline_low", "wording_low"])
    if sure.empty:
        return "Too few articles to compare headlines with bodies"
    above = int((sure["headline_low"] > sure["wording_high"]).sum())
    below = int((sure["headline_high"] < sure["wording_low"]).sum())
    if not above and not below:
        return "Headlines and bodies stand about alike"
    kinds = ((above, "stronger"), (below, "calmer"))
    told = [f"{sense} than bodies in {count}" for count, sense in kinds if count]
    whom = corpus.counted(len(sure))
    if len(sure) < len(corpus.given):
        whom = f"the {whom} with five or more articles"
    return f"Headlines are {', '.join(told)} of {whom}"


def insert_finding(corpus: "Corpus") -> str:
    """Say how many articles carry inserts."""
    share = float((corpus.articles["inserts"] > 0).mean())
    if not share:
        return "No article carries a promo insert"
    return f"{100 * share:.0f} % of the articles carry promo inserts"


def time_finding(corpus: "Corpus") -> str:
    """Name the periods of the lowest and the highest mean rating, if their intervals part them."""
    periods = corpus.periods
    sure = periods[~periods["few"].astype(bool)]
    if len(sure) < 2:
        return "Too few rated articles in each period to see a change"
    if not (ends := _ends_apart(sure, "period")):
        return "No clear change over time: the intervals of the ends overlap"
    return f"The mean rating was lowest in {ends[0]} and highest in {ends[1]}"


def term_finding(corpus: "Corpus") -> str:
    """Say how many groups have loaded terms of their own."""
    groups = corpus.distinctive["group"].nunique()
    if not groups:
        return "No loaded term sets one group apart from the others"
    return f"Loaded terms set {groups:,} of {corpus.counted(len(corpus.given))} apart"


def list_finding(corpus: "Corpus", rate: str) -> str:
    """Say in which groups terms of a list stand most and least, if their intervals part them."""
    label, named = list_label(rate), {rate: "mean", f"{rate}_low": "low", f"{rate}_high": "high"}
    own = corpus.given[["group", *named]].rename(columns=named).dropna()
    if len(own) >= 2 and (ends := _ends_apart(own, "group")):
        return f"Terms of “{label}” per 100 words run from {ends[0]} to {ends[1]}"
    every = corpus.articles[rate].mean()
    if undefined(every):
        return f"Terms of “{label}” are undefined for all articles"
    return f"Terms of “{label}”: {number(every)} per 100 words; no group stands clearly apart"


def _name(group: str) -> str:
    return shorten(str(group), NAME)
