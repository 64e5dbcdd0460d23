"""Sentences and headlines rated by themselves, without an article."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bias.document.judged import score_sentences
from bias.document.segment import segment_lines
from bias.errors import UsageError
from bias.features.base import Evidence
from bias.features.headline.extractor import MEASURES, explain
from bias.features.headline.gap import GAPS
from bias.features.headline.score import device_weights
from bias.features.headline.words import Headline
from bias.inputs.columns import ALIASES
from bias.inputs.rows import texts_in
from bias.models.norms import percentile_ranks

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_MEASURES = {m.name: m.name.removeprefix("headline_") for m in MEASURES if m.name not in GAPS}
"""What is measured of a headline alone, and its name here."""
TEASING = ("forward_reference", "question", "reader_address", "capitals")
"""Devices that draw the reader in rather than judge."""
AT_ONCE = 1000
"""Texts that are cut together."""


def rate_headlines(headlines: Sequence[str]) -> "pd.DataFrame":
    """Rate headlines without their articles.

    Parameters
    ----------
    headlines
        One per row of the result, in this order; or a DataFrame with a column `headline` or
        `title`.

    Returns
    -------
    pandas.DataFrame
        `headline`; `score`, 0 to 1, higher is more slanted; `percentile`, the share of
        real headlines that score lower and half of those that score the same, 0 to 99;
        `loaded` and `teasing`, summed weights of judging and of teasing devices; `clickbait`, a
        probability; the headline's measures without their prefix; and `part_…`, what
        each named part adds to the sum that the score is made of
        (`bias.features.headline.score`). NaN for an empty headline.
    """
    import pandas as pd

    rows = [
        _row(text, *explain(headline))
        for texts in _in_turn("rate_headlines", headlines, *ALIASES["headline"])
        for text, headline in zip(texts, Headline.alone(texts), strict=True)
    ]
    return pd.DataFrame({name: [row[name] for row in rows] for name in (rows[0] if rows else ())})


def _in_turn(caller: str, texts: Iterable[str], *names: str) -> Iterator[list[str]]:
    """Yield texts by `AT_ONCE`, so that few are held as words.

    Of a table they are the column by the first of these names.
    """
    texts = texts_in(texts, caller, names)
    for text in texts:
        if not isinstance(text, str):
            raise UsageError(
                f"{caller} got {type(text).__name__} {text!r:.40}. Give a list of texts."
            )
    for start in range(0, len(texts), AT_ONCE):
        yield texts[start : start + AT_ONCE]


def _row(headline: str, evidence: Evidence, parts: Mapping[str, float]) -> dict[str, str | float]:
    weights = device_weights(evidence.cues)
    measures = {short: evidence.features[name] for name, short in _MEASURES.items()}
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
        Sentences in English; or a DataFrame with a column `sentence` or `text`.

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

    rated = [
        _rate_lines(lines)
        for lines in _in_turn("rate_sentences", texts, "sentence", *ALIASES["body"])
    ]
    return np.concatenate([np.empty(0), *rated])


def _rate_lines(texts: Sequence[str]) -> "NDArray[np.float64]":
    """Rate each text as one line, which segmentation never cuts."""
    import numpy as np

    document = segment_lines([" ".join(text.splitlines()) for text in texts])
    numbers = [sentence.paragraph for sentence in document.sentences]
    words = np.bincount(document.sentence_of, document.is_word, len(numbers))
    rated = np.full(len(texts), np.nan)
    rated[numbers] = np.where(words, score_sentences(document).probabilities, np.nan)
    return rated
