"""Articles by outlet, or by another column: means with their intervals."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import Z_90, bootstrap, share
from bias.corpus.own_lists import own_rates
from bias.corpus.periods import day_of, grain_of, period_name, start_of
from bias.roles.role import PROMO_INSERTS

if TYPE_CHECKING:
    import pandas as pd

NOT_GIVEN = "not given"
FEW = 5
"""A group with fewer rated articles is marked and gets no interval: its mean says little."""
LEVEL = 0.90
USUAL_RANK = 50.0
"""Mean percentile of the reference articles: of those that are level, each has the middle."""
INSERT_SHARE = ("with_inserts", "inserts_low", "inserts_high")
INSERT_KINDS = tuple(sorted(PROMO_INSERTS))


def group_table(articles: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """Return one row per group, the highest mean rating first, groups of few articles last.

    Periods come in their order; articles without a value always last.

    Parameters
    ----------
    articles
        As in `bias.corpus.tables.Tables`.
    by
        The column to group by; articles without it come under "not given".

    Returns
    -------
    pandas.DataFrame
        `group`, `given` (whether the group is a value or the lack of one),
        `articles`, `rated`, `few`, `mean` with the bootstrap interval `low`
        to `high` (NaN for few articles), `headline` and `wording` (how many points
        the mean percentile of that score lies above the news, each with
        `…_low` and `…_high`), `with_inserts` (share of
        articles, with Wilson's interval `inserts_low` to `inserts_high`),
        inserts per article by kind (`per_article_…`), the mean of every
        `percentile_*` column, and of every rate of a list of the user's (`lexicon_*`) the mean
        with its bootstrap interval `…_low` to `…_high`.
    """
    import pandas as pd

    rows = [_row(name, part) for name, part in articles.groupby(keys_of(articles, by), sort=True)]
    table = pd.DataFrame(rows)
    order = ["given", "group"] if by == "date" else ["given", "few", "mean", "group"]
    rising = [name not in ("given", "mean") for name in order]
    return table.sort_values(order, ascending=rising, ignore_index=True)


def keys_of(articles: "pd.DataFrame", by: str) -> "pd.Series":
    """Return the group of every article; NaN and empty come under "not given".

    Dates are joined to periods; what is no date comes under "not given" too.
    """
    column = articles[by]
    if by == "date":
        return _periods(column)
    return column.where(column.notna() & (column != ""), NOT_GIVEN).astype(str)


def _periods(column: "pd.Series") -> "pd.Series":
    days = {text: day_of(text) for text in column.unique()}
    grain = grain_of(day for day in days.values() if day)
    names = {
        text: period_name(start_of(day, grain), grain) if day else NOT_GIVEN
        for text, day in days.items()
    }
    return column.map(names).fillna(NOT_GIVEN).astype(str)


def _row(name: Any, part: "pd.DataFrame") -> dict[str, Any]:
    ranks = part.filter(like="percentile_").astype(float).mean().to_dict()
    kinds = {f"per_article_{k}": float(part[f"inserts_{k}"].mean()) for k in INSERT_KINDS}
    own = {key: end for rate in own_rates(part) for key, end in _own_rate(part, rate).items()}
    given = {"group": str(name), "given": name != NOT_GIVEN}
    return {**given, **means_of(part), **kinds, **ranks, **own}


def _own_rate(part: "pd.DataFrame", name: str) -> dict[str, float]:
    """Return the mean of a rate over the articles for which it is defined, and its interval."""
    ends = mean_of(part[name].dropna().to_numpy(float))
    return dict(zip((name, f"{name}_low", f"{name}_high"), ends, strict=True))


def means_of(part: "pd.DataFrame") -> dict[str, Any]:
    """Return number, means and intervals of some articles, by column of the tables."""
    rated, count = part["bias"].dropna().to_numpy(float), len(part)
    touched = int((part["inserts"] > 0).sum())
    return {
        "articles": count,
        "rated": len(rated),
        "few": len(rated) < FEW,
        **dict(zip(("mean", "low", "high"), mean_of(rated), strict=True)),
        **_deviation(part, "headline", "headline"),
        **_deviation(part, "loaded", "wording"),
        **dict(zip(INSERT_SHARE, share(touched, count, Z_90), strict=True)),
    }


def _deviation(part: "pd.DataFrame", score: str, name: str) -> dict[str, float]:
    """Return how far a score's mean percentile lies from the news, in points, and its interval."""
    column = f"percentile_{score}"
    ranks = part[column].dropna().to_numpy(float) if column in part else np.empty(0)
    columns = (name, f"{name}_low", f"{name}_high")
    return dict(zip(columns, mean_of(ranks - USUAL_RANK), strict=True))


def mean_of(values: Any) -> tuple[float, float, float]:
    """Return a mean with its bootstrap interval; NaN for fewer than `FEW` values.

    Of so few it would come out far too narrow. The same values give the same interval.
    """
    mean = float(values.mean()) if len(values) else math.nan
    if len(values) < FEW:
        return mean, math.nan, math.nan
    return mean, *bootstrap(np.mean, values, level=LEVEL)
