"""Policy frames by group: how large a share of its articles has each, against all articles."""

import math
from typing import TYPE_CHECKING

from bias.codebook import in_words
from bias.corpus.deviations import ordered
from bias.corpus.groups import FEW, NOT_GIVEN
from bias.corpus.intervals import Z_90

if TYPE_CHECKING:
    import pandas as pd

PREFIX = "frame_"
COLUMNS = ("group", "measure", "label", "articles", "share", "deviation", "low", "high")


def frames_table(articles: "pd.DataFrame", keys: "pd.Series") -> "pd.DataFrame":
    """Return one row per group and frame, in the order in which they are drawn.

    Parameters
    ----------
    articles
        With `frame_*` columns; frames that are never said are left out.
    keys
        The group of every article; "not given" is left out.

    Returns
    -------
    pandas.DataFrame
        `group`, `measure`, `label`, `articles` (in which the frame can be told), `share` (their
        mean probability, in percent), `deviation` (from that of all articles, in percentage points)
        with its 90 % normal interval `low` to `high` (NaN for few articles).
    """
    import pandas as pd

    names = [n for n in articles if str(n).startswith(PREFIX) and articles[n].notna().any()]
    usual = {name: 100 * float(articles[name].mean()) for name in names}
    rows = [
        _cell(str(group), str(name), 100 * part[name].dropna(), usual[name])
        for group, part in articles.groupby(keys)
        if group != NOT_GIVEN
        for name in names
    ]
    return ordered(pd.DataFrame(rows, columns=list(COLUMNS)))


def _cell(group: str, name: str, shares: "pd.Series", usual: float) -> dict[str, object]:
    count = len(shares)
    middle = float(shares.mean()) if count else math.nan
    reach = Z_90 * float(shares.std(ddof=1)) / math.sqrt(count) if count >= FEW else math.nan
    label = in_words(name.removeprefix(PREFIX)).capitalize()
    apart = middle - usual
    return {"group": group, "measure": name, "label": label, "articles": count, "share": middle,
            "deviation": apart, "low": apart - reach, "high": apart + reach}  # fmt: skip
