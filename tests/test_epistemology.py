"""Epistemology: five closed classes, nothing counted twice."""

import math
from itertools import pairwise

import pytest

from bias.document.article import Article
from bias.document.segment import segment
from bias.features.base import Evidence
from bias.features.epistemology import EPISTEMOLOGY, LEAST_WORDS
from bias.reading import Reading
from bias.roles import ParagraphRole

PLAIN = "The council met on Monday and approved a road budget of two million dollars. " * 8


def _extract(body: str) -> Evidence:
    document = segment(Article(body=body))
    roles = tuple(ParagraphRole("body", 1.0) for _ in document.paragraphs)
    return EPISTEMOLOGY.extract(Reading(document, roles))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It may rain.", [("hedge", "may")]),
        ("Perhaps it seems so.", [("hedge", "Perhaps"), ("hedge", "seems")]),
        ("It is clear.", [("booster", "It is clear")]),
        ("There is no doubt.", [("booster", "There is no doubt")]),
        ("They realized it.", [("factive", "realized")]),
        ("She found out.", [("factive", "found out")]),
        ("She said so.", [("assertive", "said")]),
        ("He insisted on it.", [("assertive", "insisted")]),
        ("He managed to go.", [("implicative", "managed to")]),
        ("It failed to pass.", [("implicative", "failed to")]),
        ("She pointed out the gap.", [("factive", "pointed out")]),
        ("The cat sat here.", []),
    ],
)
def test_each_class_is_found_longest_first(text: str, expected: list[tuple[str, str]]) -> None:
    """Every class matches in all inflections, phrases before their words."""
    assert [(cue.category, cue.text) for cue in _extract(text).cues] == expected


def test_nothing_is_counted_twice() -> None:
    """No two cues share a character."""
    body = "It goes without saying that, without a doubt, he had the audacity to claim it is clear."
    spans = [(cue.start, cue.end) for cue in _extract(body).cues]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_figures_by_hand() -> None:
    """Counts are per 100 words of the outlet's own; quoted words are not its own."""
    features = _extract('Perhaps they realized it. "Clearly it may rain soon," she said.').features
    assert features["hedges_per_100_words"] == pytest.approx(100 / 6)
    assert features["factives_per_100_words"] == pytest.approx(100 / 6)
    assert features["assertives_per_100_words"] == pytest.approx(100 / 6)
    assert features["boosters_per_100_words"] == 0


def test_claims_raise_the_score_and_hedges_lower_it() -> None:
    """Boosters and factives push the score up; hedges hold it back."""
    pushing = (
        "Clearly they failed to realize it. Undeniably they revealed the fact that they lost. "
    )
    hedging = "Perhaps it seems possible, and maybe it might be likely. "
    plain, pushed = _extract(PLAIN).score, _extract(PLAIN + pushing).score
    assert plain == 0
    assert 0.3 < pushed < 1
    assert _extract(PLAIN + pushing + hedging).score < pushed


def test_too_few_words_give_no_score() -> None:
    """Below the least number of words the score is undefined, the rates are not."""
    short = "word " * (LEAST_WORDS - 1)
    assert math.isnan(_extract(short).score)
    assert _extract(short).features["hedges_per_100_words"] == 0
    assert _extract(short + "word").score == 0


def test_without_words_everything_is_undefined() -> None:
    """No words, no rates."""
    evidence = _extract("")
    assert math.isnan(evidence.score)
    assert all(math.isnan(value) for value in evidence.features.values())


def test_measures_and_features_agree() -> None:
    """The codebook names exactly the features that are measured."""
    assert [m.name for m in EPISTEMOLOGY.measures] == list(_extract(PLAIN).features)
