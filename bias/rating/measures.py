"""What the rating looks at in an article beside the extractors' features.

Every measure is taken over a choice of sentences, so that the same article can
be measured with its promo inserts and without.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bias.document.document import Sentence
from bias.document.names import NAME, NUMBER
from bias.features.base import rate
from bias.models.linear import log_odds, pull_of
from bias.models.sentences import SentenceScore
from bias.rating.article_codebook import MEASURES
from bias.reading import Reading
from bias.roles import PROMO_INSERTS
from bias.words.remembered import Remembered

LENGTH_LIMITS = (100, 2000)
"""Words beyond which an article's length says nothing more (set by hand)."""
EDGE = 0.002
"""Probabilities are kept this far from 0 and 1, so that one sentence cannot carry an article."""
TOP_SHARE = 0.25
"""The share of sentences, most biased first, that `sentence_bias_top` looks at."""
FRAGMENT = 4
"""A sentence of fewer tokens is a fragment and counts only where nothing else does."""

SECOND_PERSON = ("you", "your", "you're", "yours")
DASHES = ("-", "--", "—", "–")


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """One sentence as the rating sees it."""

    keys: Sequence[str]
    """Masked."""
    log_odds: float
    """That experts judge it biased."""
    partisan: float
    quoted: float
    """Share of its tokens inside direct speech."""
    part: str
    role: str
    """Of its paragraph, or of an insert that takes most of it; `headline` for the headline."""


@dataclass(frozen=True)
class ArticleWording:
    """Weight of each word for the article as a whole."""

    base: float
    words: Mapping[str, float]

    def score(self, counts: Mapping[str, int]) -> float:
        """Return `base` plus the pull of the words; a repeated one counts by its logarithm."""
        return self.base + pull_of(counts, self.words)


def read_sentences(reading: Reading, scores: Iterable[SentenceScore]) -> list[ScoredSentence]:
    """Join what is known about each sentence of a document, in order."""
    document, found = reading.document, []
    rows = zip(document.sentences, scores, reading.quoted_shares, strict=True)
    for sentence, score, quoted in rows:
        clipped = log_odds(min(1 - EDGE, max(EDGE, score.probability)))
        role = _role_of(reading, sentence)
        found.append(
            ScoredSentence(score.keys, clipped, score.partisan, quoted, sentence.part, role)
        )
    return found


def _role_of(reading: Reading, sentence: Sentence) -> str:
    if sentence.part == "headline":
        return "headline"
    return reading.roles[sentence.paragraph].role_of(sentence)


def count_words(sentences: Iterable[ScoredSentence]) -> int:
    """Return the number of words, names and numbers; joined names count once."""
    keys = chain.from_iterable(sentence.keys for sentence in sentences)
    return sum(map(_IS_WORD.__getitem__, keys))


_IS_WORD = Remembered(lambda key: key[:1].isalnum() or key in (NAME, NUMBER))


def without_furniture(sentences: Iterable[ScoredSentence]) -> list[ScoredSentence]:
    """Return headline, story and promo inserts: the article as published."""
    kept = {"headline", "body", *PROMO_INSERTS}
    return [sentence for sentence in sentences if sentence.role in kept]


def without_inserts(sentences: Iterable[ScoredSentence]) -> list[ScoredSentence]:
    """Return headline and story only."""
    return [sentence for sentence in sentences if sentence.role in ("headline", "body")]


def measure_article(
    sentences: Sequence[ScoredSentence], wording: ArticleWording
) -> dict[str, float]:
    """Return every measure of the codebook; NaN where there is nothing to measure."""
    counts = Counter(chain.from_iterable(sentence.keys for sentence in sentences))
    body = [s for s in sentences if s.part == "body"]
    full = [s for s in body if len(s.keys) >= FRAGMENT] or body
    measured = _sentence_measures(full) | _token_measures(counts)
    headline = [s.log_odds for s in sentences if s.part == "headline"]
    measured["sentence_bias_headline"] = _mean(headline)
    measured["article_wording"] = wording.score(counts)
    measured["sentence_length"] = _mean([len(s.keys) for s in full])
    measured["quoted_share"] = _mean([s.quoted for s in full])
    return {measure.name: measured[measure.name] for measure in MEASURES}


def _sentence_measures(sentences: Sequence[ScoredSentence]) -> dict[str, float]:
    scores = [s.log_odds for s in sentences]
    quarter = max(1, round(TOP_SHARE * len(scores)))
    outlet = [s.log_odds for s in sentences if s.quoted < 0.5] or scores
    partisan = [s.partisan for s in sentences]
    middle = _mean(partisan)
    return {
        "sentence_bias_outlet": _mean(outlet),
        "sentence_bias_top": _mean(sorted(scores, reverse=True)[:quarter]),
        "sentence_bias_lead": _mean(scores[:quarter]),
        "sentence_bias_share": _mean([float(score > 0) for score in scores]),
        "partisan_wording": middle,
        "partisan_wording_spread": math.sqrt(_mean([(p - middle) ** 2 for p in partisan])),
    }


def _token_measures(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()

    def per_100(*keys: str) -> float:
        return rate(sum(counts[key] for key in keys), total)

    low, high = LENGTH_LIMITS
    return {
        "article_length": math.log(min(high, max(low, total))),
        "second_person_per_100": per_100(*SECOND_PERSON),
        "names_per_100": per_100(NAME),
        "numbers_per_100": per_100(NUMBER),
        "brackets_per_100": per_100("("),
        "dashes_per_100": per_100(*DASHES),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
