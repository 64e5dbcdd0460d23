"""An article's words are weighed without what tells one outlet from another."""

import numpy as np
import pytest

from bias.document.article import Article
from bias.document.segment import segment
from bias.rating.measures import ScoredSentences
from bias.reading import Reading
from bias.training.article_words import REGULARISATION, fit_alike, word_matrix
from bias.training.articles import Example, fit_wording
from bias.training.house_style import HouseStyle
from bias.words.numbered import Counted
from bias.words.vocabulary import Vocabulary

WORDS = ("shameful", "said", "because", "dash")
MEANS = np.array([[0.1, 0.5, 0.1, 0.6], [0.1, 0.5, 0.7, 0.1], [0.1, 0.5, 0.4, 0.1]])


def example(biased: bool, **counts: int) -> Example:
    """Return an article that holds nothing but some words."""
    vocabulary = Vocabulary(counts)
    numbers = np.repeat(np.arange(1, vocabulary.size), list(counts.values()))
    counted, nothing = Counted.of(vocabulary, numbers), Reading(segment(Article()), ())
    return Example(ScoredSentences.of(nothing), counted, {}, biased, "", "")


EXAMPLES = [
    example(True, shameful=2, because=3, said=1),
    example(True, shameful=1, because=2),
    example(False, said=4, dash=1),
    example(False, said=2, because=1),
]
LABELS = np.array([e.biased for e in EXAMPLES])


def test_directions_hold_all_that_differs_and_no_more() -> None:
    """Three outlets differ in two directions, and what parts any two of them lies in these."""
    scale = np.array([1.0, 2.0, 1.0, 3.0])
    house = HouseStyle(dict(zip(WORDS, range(4), strict=True)), MEANS)
    found, apart = house.directions(WORDS, scale), np.diff(MEANS * scale, axis=0)
    assert len(found) == 2
    assert apart @ found.T @ found == pytest.approx(apart, abs=1e-9)


def test_weights_cannot_tell_outlets_apart() -> None:
    """The mean words of all outlets get the same score; without the directions they do not."""
    house = HouseStyle(dict(zip(WORDS, range(4), strict=True)), MEANS)
    blind, seeing = (fit_wording(EXAMPLES, LABELS, h).words for h in (house, None))
    assert np.ptp(MEANS @ [blind.get(word, 0.0) for word in WORDS]) < 0.001
    assert np.ptp(MEANS @ [seeing.get(word, 0.0) for word in WORDS]) > 0.1


def test_rows_of_counts_have_length_one() -> None:
    """A long article is not louder than a short one; unknown words are left out."""
    matrix = word_matrix([{"a": 3, "b": 1, "z": 9}, {"b": 1}], {"a": 0, "b": 1}).toarray()
    assert np.linalg.norm(matrix, axis=1) == pytest.approx([1, 1])
    assert matrix[0, 0] > matrix[0, 1] > 0


def test_inner_products_give_the_weights_of_a_plain_fit() -> None:
    """The short way through the rows' span ends where the long one does."""
    from sklearn.linear_model import LogisticRegression

    random = np.random.default_rng(0)
    matrix, labels = random.normal(size=(12, 40)), np.arange(12) % 2 == 0
    base, shares = fit_alike(matrix @ matrix.T, labels)
    size = np.sqrt((matrix**2).sum(axis=1).mean())
    plain = LogisticRegression(C=REGULARISATION, max_iter=5000, tol=1e-8).fit(matrix / size, labels)
    assert base == pytest.approx(float(plain.intercept_[0]), abs=0.01)
    assert matrix.T @ shares == pytest.approx(plain.coef_[0] / size, abs=0.01)
