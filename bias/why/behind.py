"""Where in the text a driver of the rating comes from.

A driver above the training mean points to what holds most of its measure; one about
sentences that lies below it, to the sentences that hold least. A rate below the mean has
nothing to show: what it counts is not there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.analysis import Analysis
from bias.document.document import Document
from bias.document.masked import Masked
from bias.lists.identity import NAME, NUMBER
from bias.models.by_word import Floats
from bias.models.sentences import SentenceScores
from bias.rating.measures import BRACKET, DASH, QUOTED, SECOND_PERSON, TOP_SHARE
from bias.rating.own import rater_of
from bias.rating.rate import Driver, shipped_model
from bias.words.cut import Span
from bias.words.types import Bools

Numbers = NDArray[Any]

MOST = 3
"""Stretches shown for a driver unless told otherwise."""
CUES = {"headline": "headline", "loaded": "loaded_terms", "framing": "framing"}
"""Scores of extractors, and what their cues carry in `feature`."""


@dataclass(frozen=True, eq=False)
class _Scored:
    """Headline and story of an article with the scores of their sentences."""

    analysis: Analysis

    @property
    def told(self) -> Document:
        return self.analysis.reading.told

    @property
    def masked(self) -> Masked:
        return self.analysis.reading.masked

    @property
    def scores(self) -> SentenceScores:
        return self.analysis.reading.sentence_scores

    def words(self, *keys: str) -> Bools:
        """Tell of each token whether the models see one of some words in its place."""
        return self.masked.vocabulary.holds(keys)[self.masked.numbers][self.masked.word_of]

    def pulls(self) -> Floats:
        """Return the weight in `article_wording` of what the models see of each token."""
        linear = (rater_of(self.analysis.models) or shipped_model()).linear
        return linear.weights_of(self.masked.numbers)[self.masked.word_of]


def spans_behind(analysis: Analysis, driver: Driver, most: int = MOST) -> tuple[Span, ...]:
    """Return the stretches of the text that a driver of the rating comes from.

    Parameters
    ----------
    analysis
        From `bias.analyze`.
    driver
        One of `analysis.rating.drivers`.
    most
        Stretches at most.

    Returns
    -------
    tuple of Span
        The strongest first. Empty for `base`, for an undefined measure, and for a rate that
        is low because what it counts is rare. Of `article_wording` it is the words that pull
        the same way as the driver.
    """
    return _behind(_Scored(analysis), driver)[:most]


def spans_behind_each(
    analysis: Analysis, drivers: Sequence[Driver], most: int = MOST
) -> list[tuple[Span, ...]]:
    """Return the same for each of several drivers; the text is scored once."""
    scored = _Scored(analysis)
    return [_behind(scored, driver)[:most] for driver in drivers]


def _behind(scored: _Scored, driver: Driver) -> tuple[Span, ...]:
    name, sign = driver.feature, 1 if driver.deviation > 0 else -1
    if not driver.deviation:
        return ()
    if name in CUES:
        return _cues(scored.analysis, CUES[name])
    if name == "article_wording":
        return _tokens(scored, sign * scored.pulls())
    if name in _TOKENS:
        return _tokens(scored, _TOKENS[name](scored)) if sign > 0 else ()
    if name in _SENTENCES:
        return _sentences(scored, _considered(name, scored), sign * _SENTENCES[name](scored))
    return ()


def _cues(analysis: Analysis, feature: str) -> tuple[Span, ...]:
    found = [c for c in analysis.cues if c.feature == feature and c.voice == "outlet"]
    return tuple(sorted(found, key=lambda cue: (-cue.weight, cue.start)))


def _considered(name: str, scored: _Scored) -> list[int]:
    """Return the sentences that a measure looks at."""
    is_body = scored.analysis.reading.is_body
    if name == "sentence_bias_headline":
        return np.flatnonzero(~is_body).tolist()
    body: list[int] = np.flatnonzero(is_body).tolist()
    return body[: max(1, round(TOP_SHARE * len(body)))] if name == "sentence_bias_lead" else body


def _sentences(scored: _Scored, chosen: Sequence[int], weights: Numbers) -> tuple[Span, ...]:
    """Return some sentences, the heaviest first; those of somebody quoted come last."""
    sentences, quoted = scored.told.sentences, scored.analysis.reading.quoted_shares > QUOTED
    return tuple(sentences[n] for n in sorted(chosen, key=lambda n: (quoted[n], -weights[n])))


def _tokens(scored: _Scored, weights: Numbers) -> tuple[Span, ...]:
    """Return the tokens of headline and story that weigh more than nothing, the heaviest first."""
    told, places = scored.told, np.flatnonzero(weights > 0)
    ranked = places[np.argsort(-weights[places].astype(np.float64), kind="stable")]
    spans = zip(told.starts[ranked].tolist(), told.ends[ranked].tolist(), strict=True)
    return tuple(Span(start, end) for start, end in spans)


_TOKENS: dict[str, Callable[[_Scored], Bools]] = {
    "quoted_share": lambda scored: scored.told.quoted,
    "second_person_per_100": lambda scored: scored.words(*SECOND_PERSON),
    "names_per_100": lambda scored: scored.words(NAME),
    "numbers_per_100": lambda scored: scored.words(NUMBER),
    "brackets_per_100": lambda scored: scored.told.column(BRACKET),
    "dashes_per_100": lambda scored: scored.told.column(DASH),
}
"""Which tokens a measure counts."""

_SENTENCES: dict[str, Callable[[_Scored], Numbers]] = {
    **dict.fromkeys(
        (
            "sentence_bias_outlet", "sentence_bias_top", "sentence_bias_lead",
            "sentence_bias_share", "sentence_bias_headline",
        ),
        lambda scored: scored.scores.log_odds,
    ),
    "partisan_wording": lambda scored: scored.scores.partisan,
    "partisan_wording_spread": lambda scored: np.abs(scored.scores.partisan),
    "sentence_length": lambda scored: scored.masked.lengths,
    "article_length": lambda scored: scored.masked.lengths,
}  # fmt: skip
"""How much of a measure each sentence holds."""
