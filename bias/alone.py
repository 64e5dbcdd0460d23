"""Sentences and headlines rated by themselves, without an article."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bias.document.article import Article
from bias.document.masked import score_sentences
from bias.document.segment import segment
from bias.errors import UsageError
from bias.features.headline.extractor import HEADLINE, MEASURES
from bias.features.headline.gap import GAPS
from bias.features.headline.score import device_weights, score_parts
from bias.models.norms import percentile_ranks
from bias.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_MEASURES = {m.name: m.name.removeprefix("headline_") for m in MEASURES if m.name not in GAPS}
"""What is measured of a headline alone, and its name here."""
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
        that the score is made of (`bias.features.headline.score`). NaN for an empty headline.
    """
    import pandas as pd

    if isinstance(headlines, str):
        raise UsageError("rate_headlines got a single text. Give a list of them.")
    rows = [_row(headline) for headline in headlines]
    return pd.DataFrame({name: [row[name] for row in rows] for name in (rows[0] if rows else ())})


def _row(headline: str) -> dict[str, str | float]:
    evidence = HEADLINE.extract(Reading(segment(Article(headline=headline)), ()))
    weights = device_weights(evidence.cues)
    measures = {short: evidence.features[name] for name, short in _MEASURES.items()}
    parts = score_parts(weights, measures["comment_style"], math.nan)
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
        "clickbait": measures["clickbait"],
        "teasing": sums.pop("teasing"),
        **measures,
        **sums,
    }


def rate_sentences(texts: Sequence[str]) -> "NDArray[np.float64]":
    """Return P(biased) of each text, taken as one sentence.

    Parameters
    ----------
    texts
        Sentences in English.

    Returns
    -------
    numpy.ndarray
        Shape (n,), float64, 0 to 1; NaN for a text without words.

    Examples
    --------
    >>> plain, loaded = rate_sentences(["The vote was 5 to 4.", "This vile stunt is shameful!"])
    >>> bool(plain < loaded)
    True
    """
    import numpy as np

    if isinstance(texts, str):
        raise UsageError("rate_sentences got a single text. Give a list of them.")
    return np.array([_rate_text(text) for text in texts], dtype=np.float64)


def _rate_text(text: str) -> float:
    """Rate a text as a headline, which segmentation never cuts."""
    document = segment(Article(headline=" ".join(text.splitlines())))
    if not document.is_word.any():
        return float("nan")
    return score_sentences(document).probabilities[0]
