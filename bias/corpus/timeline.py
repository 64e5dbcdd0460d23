"""Articles over time: means by period with their intervals, gaps kept."""

import math
from typing import TYPE_CHECKING, Any

from bias.corpus.groups import FEW, means_of
from bias.corpus.periods import day_of, every_period, grain_of, period_name, start_of

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

COLUMNS = ("period", "start", "grain", "articles", "rated", "few", "mean", "low", "high",
           "headline", "headline_low", "headline_high", "wording", "wording_low", "wording_high",
           "with_inserts", "inserts_low", "inserts_high")  # fmt: skip


def time_table(articles: "pd.DataFrame") -> "pd.DataFrame":
    """Return one row per day, week, month or year, as the span demands.

    `articles`: as in `bias.corpus.tables.Tables`.

    Returns
    -------
    pandas.DataFrame
        `period`, `start` (its first day), `grain`, `articles`, `rated`, `few`,
        and mean and interval of rating, headline, wording and inserts as in
        `bias.corpus.groups.group_table`. A period without articles has a row
        of NaN; articles without a readable date are left out.
    """
    import pandas as pd

    days = articles["date"].map(day_of)
    known = list(days.dropna())
    if not known:
        return pd.DataFrame(columns=list(COLUMNS))
    grain = grain_of(known)
    starts = days.map(lambda day: start_of(day, grain), na_action="ignore")
    parts = dict(list(articles.groupby(starts)))
    names = every_period(min(parts), max(parts), grain)
    empty = articles.iloc[:0]
    rows = [
        {"period": period_name(start, grain), "start": start.isoformat(), "grain": grain}
        | _row(parts.get(start, empty))
        for start in names
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def undated(articles: "pd.DataFrame") -> int:
    """Count the articles whose date is missing or cannot be read for certain."""
    return int(articles["date"].map(day_of).isna().sum())


def span_of(articles: "pd.DataFrame") -> "tuple[date, date] | None":
    """Return the first and the last day, or None without readable dates."""
    days = list(articles["date"].map(day_of).dropna())
    return (min(days), max(days)) if days else None


def _row(part: "pd.DataFrame") -> dict[str, Any]:
    unsure = {"inserts_low": math.nan, "inserts_high": math.nan} if len(part) < FEW else {}
    return means_of(part) | unsure
