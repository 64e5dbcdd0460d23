"""Articles by outlet, or by another column: means with their intervals."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

NOT_GIVEN = "not given"
FEW = 5
"""A group with fewer rated articles is marked and gets no interval: its mean says little."""
RESAMPLES = 1000
LEVEL = 0.90
Z = 1.6449
"""Of the normal distribution, for a 90 % interval."""
SEED = 20261122


def group_table(articles: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """Return one row per group, the highest mean rating first, groups of few articles last.

    Parameters
    ----------
    articles
        As in `bias.report.tables.Tables`.
    by
        The column to group by; articles without it come under "not given".

    Returns
    -------
    pandas.DataFrame
        `group`, `articles`, `rated`, `few`, `mean` with the bootstrap interval `low`
        to `high` (NaN for few articles), `with_inserts` (share of
        articles, with Wilson's interval `inserts_low` to `inserts_high`), and
        the mean of every `percentile_*` column.
    """
    import pandas as pd

    rows = [_row(name, part) for name, part in articles.groupby(keys_of(articles, by), sort=True)]
    table = pd.DataFrame(rows)
    order = ["few", "mean", "group"]
    return table.sort_values(order, ascending=[True, False, True], ignore_index=True)


def keys_of(articles: "pd.DataFrame", by: str) -> "pd.Series":
    """Return the group of every article; NaN and empty come under "not given"."""
    column = articles[by]
    return column.where(column.notna() & (column != ""), NOT_GIVEN).astype(str)


def _row(name: Any, part: "pd.DataFrame") -> dict[str, Any]:
    rated = part["bias"].dropna().to_numpy(float)
    low, high = bootstrap(rated)
    share = float((part["inserts"] > 0).mean())
    inserts_low, inserts_high = wilson(share, len(part))
    ranks = part.filter(like="percentile_").astype(float).mean()
    return {
        "group": str(name),
        "articles": len(part),
        "rated": len(rated),
        "few": len(rated) < FEW,
        "mean": float(rated.mean()) if len(rated) else math.nan,
        "low": low,
        "high": high,
        "with_inserts": share,
        "inserts_low": inserts_low,
        "inserts_high": inserts_high,
        **ranks.to_dict(),
    }


def bootstrap(values: Any) -> tuple[float, float]:
    """Return the percentile bootstrap interval of a mean; NaN for fewer than `FEW` values.

    Of so few it would come out far too narrow. The same values give the same interval.
    """
    if len(values) < FEW:
        return math.nan, math.nan
    drawn = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(values[drawn].mean(axis=1), [tail, 100 - tail])
    return float(low), float(high)


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return Wilson's interval for a share of `count` articles.

    >>> tuple(round(end, 2) for end in wilson(0.0, 10))
    (0.0, 0.21)
    """
    middle = (share + Z**2 / (2 * count)) / (1 + Z**2 / count)
    spread = (
        Z / (1 + Z**2 / count) * math.sqrt(share * (1 - share) / count + (Z / (2 * count)) ** 2)
    )
    return max(0.0, middle - spread), min(1.0, middle + spread)
