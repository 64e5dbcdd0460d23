"""A denied charge does not count against a sentence."""

import pytest

from bias.document.article import Article
from bias.document.judged import score_sentences
from bias.document.segment import segment
from bias.models.sentences import shipped_model

PAIRS = [
    ("Nobody was betrayed.", "Everybody was betrayed."),
    ("The audit was not a sham.", "The audit was a sham."),
    ("She denied that the deal was corrupt.", "She found that the deal was corrupt."),
    ("The board was cleared of reckless spending.", "The board was guilty of reckless spending."),
    ("Nothing shameful was done at the mill.", "Something shameful was done at the mill."),
    ("The report doesn't call the rules absurd.", "The report calls the rules absurd."),
]


def log_odds(text: str, model: bool = False) -> float:
    """Return a sentence's."""
    scores = score_sentences(segment(Article(body=text)), shipped_model() if model else None)
    return float(scores.log_odds[0])


@pytest.mark.parametrize(("cleared", "convicted"), PAIRS)
def test_a_denied_charge_is_milder_than_the_charge(cleared: str, convicted: str) -> None:
    """The denial takes the charge away."""
    assert log_odds(cleared) < log_odds(convicted) - 1


def test_a_given_model_reads_denials_too() -> None:
    """With the shipped model given, the answer is the same."""
    cleared, _ = PAIRS[0]
    assert log_odds(cleared, model=True) == pytest.approx(log_odds(cleared))


def test_what_only_looks_like_a_denial_takes_nothing_away() -> None:
    """`Nothing but` affirms."""
    assert log_odds("It was nothing but a sham.") > log_odds("It was not a sham.") + 1
