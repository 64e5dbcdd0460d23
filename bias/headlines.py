"""Headlines rated on their own, without their articles."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bias.article import Article
from bias.errors import UsageError
from bias.features.base import Reading
from bias.features.headline import HEADLINE
from bias.features.headline_gap import GAPS
from bias.features.headline_score import device_weights, score_parts
from bias.norms import percentile_ranks
from bias.segment import segment

if TYPE_CHECKING:
    import pandas as pd

TEASING = ("forward_reference", "question", "reader_address", "capitals")
"""Devices that draw the reader in rather than judge."""


def rate_headlines(headlines: Sequence[str]) -> "pd.DataFrame":
    """Rate headlines without their articles.

    Parameters
    ----------
    headlines
        One per row of the result, in this order.

    Returns
    -------
    pandas.DataFrame
        `headline`; `score`, 0 to 1, higher is more slanted; `percentile`, the share of
        real headlines that score lower, 0 to 99; `loaded` and `teasing`, summed weights
        of judging and of teasing devices; `clickbait`, a probability; the headline's
        measures without their prefix; and `part_…`, what each named part adds to the sum
        that the score is made of (`bias.features.headline_score`). NaN for an empty headline.
    """
    import pandas as pd

    if isinstance(headlines, str):
        raise UsageError("rate_headlines got a single text. Give a list of them.")
    return pd.DataFrame([_row(headline) for headline in headlines])


def _row(headline: str) -> dict[str, str | float]:
    evidence = HEADLINE.extract(Reading(segment(Article(headline=headline)), ()))
    weights = device_weights(evidence.cues)
    measures = {name: value for name, value in evidence.features.items() if name not in GAPS}
    parts = score_parts(weights, measures["headline_comment_style"], math.nan)
    sums = {
        "loaded": sum(weight for device, weight in weights.items() if device not in TEASING),
        "teasing": sum(weights[device] for device in TEASING),
        **{f"part_{name}": value for name, value in parts.items() if name != "gap"},
    }
    if math.isnan(evidence.score):
        sums = dict.fromkeys(sums, math.nan)
    return {
        "headline": headline,
        "score": evidence.score,
        "percentile": percentile_ranks({"headline": evidence.score})["headline"],
        "loaded": sums.pop("loaded"),
        "clickbait": measures["headline_clickbait"],
        "teasing": sums.pop("teasing"),
        **{name.removeprefix("headline_"): value for name, value in measures.items()},
        **sums,
    }
