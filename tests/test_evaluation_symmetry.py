"""The fairness and calibration benchmarks measure what they say."""

from pathlib import Path

import numpy as np
import pytest

import bias
from bias.document.article import Article
from bias.evaluation.calibration import Predicted, describe, expected_error, slope_and_shift
from bias.evaluation.calm import compare, difference, is_labelled_opinion
from bias.evaluation.swaps import count_sides, count_swapped, kinds, pairs, swap
from bias.evaluation.symmetry import babe_texts, sentence_measures, swap_article
from bias.evaluation.symmetry import describe as describe_moves
from bias.labelled.real_articles import RealArticle

SWAPPED = [
    ("Trump’s plan", "Obama’s plan"),
    ("TRUMP'S PLAN", "OBAMA'S PLAN"),
    ("They trump the bush.", "They trump the bush."),
    ("Liberal and liberal and LIBERAL", "Conservative and conservative and CONSERVATIVE"),
    ("the anti-Biden crowd", "the anti-Pence crowd"),
    ("Fox News and CNN", "CNN and Fox News"),
    ("Dems lose", "Republicans lose"),
    ("Trumped-up charges", "Trumped-up charges"),
]


@pytest.mark.parametrize(("text", "expected"), SWAPPED)
def test_swap_keeps_case_and_whole_words(text: str, expected: str) -> None:
    """A name becomes its partner in the same case; other words stay."""
    assert swap(text) == expected


def test_every_pair_is_two_names_of_a_kind() -> None:
    """No row names the same name twice, and no row stands twice."""
    rows = [(pair.one, pair.other) for pair in pairs()]
    assert len(set(rows)) == len(rows)
    assert all(one and other and one != other for one, other in rows)
    assert {"party", "leader", "outlet", "faith", "nation"} <= set(kinds())


def test_a_kind_swaps_only_its_names() -> None:
    """A swap of leaders leaves parties alone."""
    assert swap("Trump and Democrats", "leader") == "Obama and Democrats"
    assert count_swapped("Trump and Democrats", "leader") == 1


def test_sides_count_parties_and_leaders() -> None:
    """Outlets and states are of no side here."""
    assert count_sides("GOP leaders, Trump and Pelosi told CNN in Texas.") == (1, 2)


def test_swap_article_swaps_headline_and_body() -> None:
    """Both parts of an article change."""
    article = swap_article(Article("Trump wins", "Democrats lose."))
    assert article == Article("Obama wins", "Republicans lose.")


def test_difference_of_equal_shares_is_around_nothing() -> None:
    """Newcombe's interval holds the difference and is wide for few cases."""
    gap, low, high = difference((1, 4), (1, 4))
    assert gap == 0.0
    assert low < -0.3 < 0.3 < high


def test_compare_leaves_out_the_unrated() -> None:
    """Texts without rating or side count nowhere."""
    rows = list(compare("x", [("left", 0.9), ("left", 0.1), ("right", 0.2), ("", 0.9),
                              ("right", float("nan"))]))  # fmt: skip
    assert [row[3] for row in rows[:3]] == [0.5, 0.0, 0.5]
    assert [row[-1] for row in rows[:3]] == [2, 1, 3]


@pytest.mark.parametrize(
    ("address", "headline", "opinion"),
    [
        ("https://example.org/news/2020/bridge", "Bridge opens", False),
        ("https://example.org/opinion/bridge", "Bridge opens", True),
        ("https://example.org/news/analysis/bridge", "Bridge opens", True),
        ("https://example.org/news/2020/bridge", "OPINION: Bridge opens", True),
    ],
)
def test_calm_reports_leave_out_what_calls_itself_opinion(
    address: str, headline: str, opinion: bool
) -> None:
    """The address or the headline decides, never the instrument."""
    row = RealArticle(Article(headline, "It opened."), "Example News", "left", address)
    assert is_labelled_opinion(row) == opinion


def test_compare_needs_both_sides() -> None:
    """With texts of one side only there is no comparison."""
    assert list(compare("x", [("left", 0.9)])) == []


def _perfect(n: int) -> Predicted:
    random = np.random.default_rng(1)
    probabilities = random.random(n)
    labels = random.random(n) < probabilities
    return Predicted("made", probabilities, labels, np.c_[probabilities - 0.1, probabilities + 0.1])


def test_a_perfect_model_shows_no_error_of_its_own() -> None:
    """What a finite sample alone shows is taken off; the slope is about 1."""
    rows = {row[1]: row[3] for row in describe(_perfect(2000))}
    assert abs(rows["calibration error less a perfect model's"]) < 0.015
    assert rows["slope"] == pytest.approx(1, abs=0.15)
    assert rows["tenths inside their mean interval"] == 1.0


def test_expected_error_falls_with_the_sample() -> None:
    """A large sample shows less error by chance than a small one."""
    few, many = np.full(50, 0.5), np.full(5000, 0.5)
    assert expected_error(few) > 3 * expected_error(many)


def test_slope_tells_extreme_probabilities() -> None:
    """Log-odds twice too far out have a slope of about one half."""
    found = _perfect(4000)
    odds = 2 * np.log(found.probabilities / (1 - found.probabilities))
    slope, _ = slope_and_shift(found.labels, 1 / (1 + np.exp(-odds)))
    assert slope == pytest.approx(0.5, abs=0.06)


def test_swaps_hardly_move_real_sentences(data: Path) -> None:
    """Over at least 500 of BABE's sentences the mean movement is at most 0.01, the largest 0.05."""
    texts = [t for t in babe_texts(data)[:1500] if swap_article(t) != t]
    pairs_of = ((sentence_measures(t), sentence_measures(swap_article(t))) for t in texts)
    moved = [abs(before["bias"] - after["bias"]) for before, after in pairs_of]
    mean, largest, _ = describe_moves(moved)
    assert len(moved) >= 500
    assert mean <= 0.01
    assert largest <= 0.05


HIDDEN_ALIKE = [
    ("Later George W. Bush spoke.", "Later Barack Obama spoke."),
    ("Later Bill de Blasio spoke.", "Later Giuliani spoke."),
    ("New Zealand said no.", "Iran said no."),
    ("Planned Parenthood said no.", "Heritage Foundation said no."),
    ("They won a red state again.", "They won a blue state again."),
    ("A left wing group met.", "A right wing group met."),
    ("An anti-woman rule came.", "An anti-man rule came."),
]


@pytest.mark.parametrize(("one", "other"), HIDDEN_ALIKE)
def test_names_of_any_length_are_one_placeholder(one: str, other: str) -> None:
    """Initials, particles and ordinary words inside a name do not tell it from another."""
    before, after = bias.rate_sentences([one, other])
    assert before == after
