"""How far each group's measures lie from the news: rows and columns in telling order."""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.groups import FEW, NOT_GIVEN, USUAL_RANK
from bias.corpus.intervals import Z_90

if TYPE_CHECKING:
    import pandas as pd

MEASURES = {
    "bias": "Rating",
    "headline": "Headline",
    "headline_clickbait": "Clickbait headline",
    "loaded": "Wording",
    "loaded_verbs_per_100_words": "Loaded verbs",
    "loaded_labels_per_100_words": "Loaded labels",
    "intensifiers_per_100_words": "Intensifiers",
    "sneers_per_100_words": "Sneers",
    "quoted_loaded_terms_per_100_words": "Loaded quotations",
    "framing": "Suggestion",
    "promo": "Promo inserts",
    "attribution": "Attribution",
    "unnamed_source_share": "Unnamed sources",
    "epistemology": "Certainty",
    "hedges_per_100_words": "Hedges",
    "boosters_per_100_words": "Boosters",
    "agency": "Agency left out",
}
"""The measures of the heat map, and what its columns are called."""
COLUMNS = ("group", "measure", "label", "articles", "deviation", "low", "high")


def deviation_table(articles: "pd.DataFrame", keys: "pd.Series") -> "pd.DataFrame":
    """Return one row per group and measure, in the order in which the heat map draws them.

    Parameters
    ----------
    articles
        With `percentile_*` columns.
    keys
        The group of every article; "not given" is left out.

    Returns
    -------
    pandas.DataFrame
        `group`, `measure`, `label`, `articles` (for which it is defined),
        `deviation` (mean percentile less that of the reference articles,
        50, in points) with its 90 % normal interval `low` to `high`
        (NaN for few articles).
    """
    import pandas as pd

    measures = [name for name in MEASURES if f"percentile_{name}" in articles]
    rows = [
        _cell(str(group), measure, part[f"percentile_{measure}"].dropna().to_numpy(float))
        for group, part in articles.groupby(keys)
        if group != NOT_GIVEN
        for measure in measures
    ]
    return ordered(pd.DataFrame(rows, columns=list(COLUMNS)))


def _cell(group: str, measure: str, ranks: Any) -> dict[str, Any]:
    count = len(ranks)
    middle = float(ranks.mean()) - USUAL_RANK if count else math.nan
    reach = Z_90 * float(ranks.std(ddof=1)) / math.sqrt(count) if count >= FEW else math.nan
    return {"group": group, "measure": measure, "label": MEASURES[measure], "articles": count,
            "deviation": middle, "low": middle - reach, "high": middle + reach}  # fmt: skip


def ordered(table: "pd.DataFrame") -> "pd.DataFrame":
    """Put groups, and measures after the rating, along the axis that parts the groups most."""
    if table["deviation"].isna().all():
        return table.iloc[:0]
    wide = table.pivot(index="group", columns="measure", values="deviation")
    wide = wide[list(dict.fromkeys(table["measure"]))].dropna(axis="columns", how="all")
    filled = wide.fillna(wide.mean()).to_numpy(float)
    _, _, right = np.linalg.svd(filled - filled.mean(axis=0), full_matrices=False)
    along = right[0] * np.sign(right[0].sum() or 1.0)
    scores = filled @ along
    groups = [wide.index[i] for i in np.argsort(-scores, kind="stable")]
    rest = [wide.columns[i] for i in np.argsort(-along, kind="stable")]
    measures = [name for name in rest if name == "bias"] + [m for m in rest if m != "bias"]
    kept = table[table["measure"].isin(measures)]
    places = kept["group"].map(groups.index) * len(measures) + kept["measure"].map(measures.index)
    return kept.iloc[np.argsort(places.to_numpy(), kind="stable")].reset_index(drop=True)
