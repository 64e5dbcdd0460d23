"""How often a real article is called unlike those in training, and why."""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bias.corpus.intervals import share
from bias.labelled.real_articles import read_articles, reading_of
from bias.rating.unlike import unlike_reason

if TYPE_CHECKING:
    import pandas as pd

ARTICLES = 2000


def evaluate_unlike(data: Path) -> "pd.DataFrame":
    """Return the share of news articles that are called unlike those in training.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction`; its first 2,000 articles are read,
        in the order of the files, which is by a hash.

    Returns
    -------
    pandas.DataFrame
        Columns reason, value, low, high (95 %, Wilson), n; the first row is of any reason.
    """
    import pandas as pd

    found: Counter[str] = Counter()
    rows = list(islice(read_articles(data, ARTICLES), ARTICLES))
    for row in rows:
        found[unlike_reason(reading_of(row.article)) or ""] += 1
    del found[""]
    counts = [("any", found.total()), *found.most_common()]
    table = [(why, *share(hits, len(rows)), len(rows)) for why, hits in counts]
    return pd.DataFrame(table, columns=["reason", "value", "low", "high", "n"])
