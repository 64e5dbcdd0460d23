"""What the rating looks at in an article beside the extractors' features.

Every measure is taken over headline and story: inserts and furniture have no say.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from bias.document.masked import Masked
from bias.features.base import rate
from bias.lists.identity import NAME, NUMBER
from bias.models.by_word import Floats
from bias.models.linear import Linear, log_odds, logistic
from bias.rating.article_codebook import MEASURES
from bias.reading import Reading
from bias.words.numbered import Counted, WordGroups
from bias.words.types import Bools, Column
from bias.words.vocabulary import shipped_vocabulary

LENGTH_LIMITS = (100, 2000)
"""Words beyond which an article's length says nothing more (set by hand)."""
EDGE = 0.002
"""Probabilities are kept this far from 0 and 1, so that one sentence cannot carry an article."""
TOP_SHARE = 0.25
"""The share of sentences, most biased first, that `sentence_bias_top` looks at."""
FRAGMENT = 4
"""A sentence of fewer tokens is a fragment and counts only where nothing else does."""
QUOTED = 0.5
"""From this share of its tokens in direct speech on, a sentence is the speaker's."""

SECOND_PERSON = ("you", "your", "you're", "yours")
_PER_100: Mapping[str, Sequence[str]] = {
    "second_person_per_100": SECOND_PERSON,
    "names_per_100": (NAME,),
    "numbers_per_100": (NUMBER,),
}
"""Measures that are rates, and the words that they count."""
_DASHES = frozenset({"-", "--", "—", "–"})


def _is_dash(word: str) -> bool:
    """Tell whether a token is a dash.

    >>> _is_dash("—"), _is_dash("far-right")
    (True, False)
    """
    return word in _DASHES


def _is_bracket(word: str) -> bool:
    """Tell whether a token opens a bracket.

    >>> _is_bracket("("), _is_bracket(")")
    (True, False)
    """
    return word == "("


DASH, BRACKET = Column(_is_dash, np.bool_), Column(_is_bracket, np.bool_)
MARKS: Mapping[str, Column] = {"brackets_per_100": BRACKET, "dashes_per_100": DASH}
"""Measures that are rates of marks, and the tokens counted: the models see no such marks."""


@dataclass(frozen=True, eq=False)
class ScoredSentences:
    """A document's sentences as the rating sees them; every column has one value a sentence."""

    words: Masked
    log_odds: Floats
    """That experts judge it biased, within the odds of `EDGE`."""
    partisan: Floats
    quoted: Floats
    """Share of its tokens inside direct speech."""
    is_body: Bools
    """It is not the headline."""

    @classmethod
    def of(cls, reading: Reading) -> "ScoredSentences":
        """Join what is known about each sentence of headline and story."""
        scores = reading.sentence_scores
        return cls(
            reading.masked,
            np.array([_within_edges(score) for score in scores.log_odds.tolist()]),
            scores.partisan,
            reading.quoted_shares,
            reading.is_body,
        )

    @property
    def word_count(self) -> int:
        """Words, names and numbers; joined names count once."""
        return int(np.count_nonzero(self.words.is_word))

    @property
    def counted(self) -> Counted:
        """All their words."""
        return Counted.of(self.words.vocabulary, self.words.numbers)


def _within_edges(score: float) -> float:
    """Return the log-odds of the probability, which is kept `EDGE` from 0 and 1.

    The way back from the probability costs the last digit, and is part of the measure: where
    the score of a headline ends with a 5 that is rounded, it says which way.

    >>> _within_edges(-0.62385), round(_within_edges(40.0), 4)
    (-0.6238499999999998, 6.2126)
    """
    return log_odds(min(1 - EDGE, max(EDGE, logistic(score))))


def measure_article(sentences: ScoredSentences, wording: Linear) -> dict[str, float]:
    """Return every measure of the codebook; NaN where there is nothing to measure.

    Parameters
    ----------
    sentences
        Of headline and story.
    wording
        Weighs the words of the article as a whole.
    """
    body, counted = sentences.is_body, sentences.counted
    full = body & (sentences.words.lengths >= FRAGMENT)
    full = full if full.any() else body
    measured = _sentence_measures(sentences, full) | _word_measures(counted)
    measured |= {
        name: rate(sentences.words.count_of(column), counted.total)
        for name, column in MARKS.items()
    }
    measured["sentence_bias_headline"] = _mean(sentences.log_odds[~body].tolist())
    measured["article_wording"] = wording.pull(counted)
    return {measure.name: measured[measure.name] for measure in MEASURES}


def _sentence_measures(sentences: ScoredSentences, chosen: Bools) -> dict[str, float]:
    scores, partisan, quoted, lengths = (
        column[chosen].tolist()
        for column in (
            sentences.log_odds, sentences.partisan, sentences.quoted, sentences.words.lengths
        )
    )  # fmt: skip
    quarter = max(1, round(TOP_SHARE * len(scores)))
    outlet = [score for score, share in zip(scores, quoted, strict=True) if share < QUOTED]
    middle = _mean(partisan)
    return {
        "sentence_bias_outlet": _mean(outlet or scores),
        "sentence_bias_top": _mean(sorted(scores, reverse=True)[:quarter]),
        "sentence_bias_lead": _mean(scores[:quarter]),
        "sentence_bias_share": _mean([float(score > 0) for score in scores]),
        "partisan_wording": middle,
        "partisan_wording_spread": math.sqrt(_mean([(p - middle) ** 2 for p in partisan])),
        "sentence_length": _mean(lengths),
        "quoted_share": _mean(quoted),
    }


def _word_measures(counted: Counted) -> dict[str, float]:
    total, (low, high) = counted.total, LENGTH_LIMITS
    rates = {name: rate(count, total) for name, count in _groups().count(counted).items()}
    return {"article_length": math.log(min(high, max(low, total))), **rates}


@cache
def _groups() -> WordGroups:
    return WordGroups(shipped_vocabulary(), _PER_100)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
