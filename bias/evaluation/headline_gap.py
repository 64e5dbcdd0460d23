"""How well `headline_gap` tells a headline that goes beyond its story.

Against readers' `stronger` or `unsupported` on `headline_devices`; `other` is
left out. Readers agree only moderately (kappa 0.55) and the cases are few, so
the intervals are wide.
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.corpus.intervals import bootstrap, wilson
from bias.document.article import Article
from bias.document.segment import segment
from bias.features.headline.extractor import HEADLINE
from bias.features.headline.gap import THRESHOLD
from bias.labelled.headlines import auc, labelled_headlines
from bias.reading import Reading
from bias.roles import ParagraphRole

if TYPE_CHECKING:
    import pandas as pd

_BEYOND = frozenset({"stronger", "unsupported"})
Pair = tuple[bool, float]


def evaluate_gap(path: Path) -> "pd.DataFrame":
    """Return precision, recall and AUC of `headline_gap`.

    Parameters
    ----------
    path
        The `headline_devices` folder, its parent, or one of its files.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, low, high (95 %; Wilson for shares, else bootstrap), n.
    """
    import pandas as pd

    rows = [row for row in labelled_headlines(path) if row["gap"] != "other"]
    pairs = [(row["gap"] in _BEYOND, _gap(row)) for row in rows]
    pairs = [pair for pair in pairs if not math.isnan(pair[1])]
    hits = sum(beyond and gap >= THRESHOLD for beyond, gap in pairs)
    found, there = sum(gap >= THRESHOLD for _, gap in pairs), sum(beyond for beyond, _ in pairs)
    table = [
        (f"{name} of headline_gap", hits / n if n else math.nan, *wilson(hits, n), n)
        for name, n in (("precision", found), ("recall", there))
    ]
    table.append(("AUC of headline_gap", auc(pairs), *bootstrap(pairs, auc), len(pairs)))
    return pd.DataFrame(table, columns=["measure", "value", "low", "high", "n"])


def _gap(row: dict[str, Any]) -> float:
    document = segment(Article(row["headline"], "\n\n".join(row["lead"])))
    roles = (ParagraphRole("body", 1.0),) * len(document.paragraphs)
    return HEADLINE.extract(Reading(document, roles)).features["headline_gap"]
