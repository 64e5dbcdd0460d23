"""Linear scores over word numbers give what adding up by hand gives."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.models.linear import Linear, Weights
from bias.words.numbered import Counted, Numbered
from bias.words.vocabulary import Vocabulary

ONE = Weights(-1.0, {"a": 2.0, "vile": 0.5}, {"a": {"vile": 1.0, "plan": -3.0}})
OTHER = Weights(0.25, {"plan": -1.0}, {"vile": {"plan": 4.0, "rare": 2.0}})
NO_PAIRS = Weights(0.0, {"vile": 1.0})
EMPTY = Weights(0.5, {})
VOCABULARY = Vocabulary(["a", "vile", "plan", "rare"])

words = st.sampled_from(["a", "vile", "plan", "rare", "unknown"])


def by_hand(weights: Weights, keys: list[str]) -> float:
    """Return the base plus distinct words and pairs over the root of the length."""
    pairs = sum(weights.pairs.get(a, {}).get(b, 0.0) for a, b in set(pairwise(keys)))
    total = sum(weights.words.get(key, 0.0) for key in set(keys)) + pairs
    return weights.base + total / math.sqrt(len(keys) or 1)


def scored(linear: Linear, sentences: list[list[str]]) -> list[list[float]]:
    """Return each score of every sentence."""
    terms = linear.terms(Numbered.of(sentences, linear.vocabulary))
    return [scores.tolist() for scores in linear.scores(terms)]


@given(st.lists(st.lists(words, max_size=12), max_size=6))
def test_scores_are_what_adding_up_gives(sentences: list[list[str]]) -> None:
    """A score does not depend on which other sentences and scores stand beside it."""
    every = (ONE, OTHER, NO_PAIRS, EMPTY)
    for weights, scores in zip(every, scored(Linear(VOCABULARY, every), sentences), strict=True):
        assert scores == pytest.approx([by_hand(weights, keys) for keys in sentences], abs=1e-12)


@given(st.lists(st.lists(words, max_size=12), max_size=6), st.integers(1, 6))
def test_in_parts_the_scores_are_the_same(sentences: list[list[str]], most: int) -> None:
    """A book, scored in stretches, has the same scores to the last digit."""
    linear = Linear(VOCABULARY, [ONE])
    text = Numbered.of(sentences, VOCABULARY)
    parts = [linear.scores(linear.terms(part))[0] for part in text.parts(most)]
    assert np.concatenate(parts).tolist() == linear.scores(linear.terms(text))[0].tolist()


def in_stated_order(weights: Weights, keys: list[str]) -> float:
    """Return the score, added up in the order that `Linear.scores` states."""
    number = VOCABULARY.__getitem__
    of_words, of_pairs = 0.0, 0.0
    for key in sorted(set(keys), key=number):
        of_words += weights.words.get(key, 0.0)
    for first, second in sorted(set(pairwise(keys)), key=lambda pair: [*map(number, pair)]):
        of_pairs += weights.pairs.get(first, {}).get(second, 0.0)
    return weights.base + (of_words + of_pairs) / math.sqrt(len(keys) or 1)


@given(st.lists(st.lists(words, max_size=12), max_size=6))
def test_the_order_of_adding_up_is_stated(sentences: list[list[str]]) -> None:
    """Sums are the same to the last digit; where that is a 5, it says how records are rounded."""
    huge = {"a": 1e16, "vile": 1.0, "plan": -1e16}
    weights = Weights(0.1, {"rare": 3.0, **huge}, {"a": huge, "vile": {"a": 1.0}})
    expected = [in_stated_order(weights, keys) for keys in sentences]
    assert scored(Linear(VOCABULARY, [weights]), sentences) == [expected]


def test_a_score_by_itself() -> None:
    """What is scored alone, words given as text, has the same score."""
    sentences = [["a", "vile", "plan"], [], ["rare"]]
    assert ONE.score(sentences).tolist() == [by_hand(ONE, keys) for keys in sentences]


def test_pairs_end_with_their_sentence() -> None:
    """The last word of a sentence and the first of the next are no pair."""
    apart = scored(Linear(VOCABULARY, [ONE]), [["a"], ["vile"]])
    assert apart == [[by_hand(ONE, ["a"]), by_hand(ONE, ["vile"])]]


def test_what_the_vocabulary_does_not_hold_adds_nothing() -> None:
    """Neither a word without a number nor a pair with one is found."""
    small = Linear(Vocabulary(["vile"]), [ONE])
    assert scored(small, [["a", "vile"], ["b", "vile"]]) == [[-1 + 0.5 / math.sqrt(2)] * 2]


@given(st.lists(words, max_size=30))
def test_pull_is_by_logarithmic_counts(keys: list[str]) -> None:
    """A repeated word counts by its logarithm, over the length of all counts as a vector."""
    weights = Weights(0.5, {"a": 2.0, "vile": -1.0, "plan": 0.0})
    counts = {word: 1 + math.log(keys.count(word)) for word in set(keys) & weights.words.keys()}
    norm = math.sqrt(sum(amount**2 for amount in counts.values()) or 1)
    pulled = sum(weights.words[word] * amount for word, amount in counts.items()) / norm
    numbers = np.array([VOCABULARY[key] for key in keys], dtype=np.int32)
    counted = Counted.of(VOCABULARY, numbers)
    assert Linear(VOCABULARY, [weights]).pull(counted) == pytest.approx(0.5 + pulled, abs=1e-12)
    assert counted.total == len(keys)
    assert counted.by_word() == {w: keys.count(w) for w in {*keys} - {"unknown"}}
