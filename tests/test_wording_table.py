"""Several wordings looked up together give what each gives alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.models.linear import LinearWording
from bias.models.wording_table import WordingTable

ONE = LinearWording(-1.0, {"a": 2.0, "vile": 0.5}, {"a": {"vile": 1.0, "plan": -3.0}})
OTHER = LinearWording(0.25, {"plan": -1.0}, {"vile": {"plan": 4.0, "rare": 2.0}})
NO_PAIRS = LinearWording(0.0, {"vile": 1.0}, {})
EMPTY = LinearWording(0.5, {}, {})

words = st.sampled_from(["a", "vile", "plan", "rare", "unknown"])


@given(st.lists(st.lists(words, max_size=12), max_size=6))
def test_table_agrees_with_each_wording(sentences: list[list[str]]) -> None:
    """A score does not depend on which other sentences and wordings stand beside it."""
    wordings = (ONE, OTHER, NO_PAIRS, EMPTY)
    scores = WordingTable(wordings).score(sentences)
    assert scores.shape == (len(sentences), len(wordings))
    for row, keys in zip(scores.tolist(), sentences, strict=True):
        assert row == pytest.approx([wording.score(keys) for wording in wordings], abs=1e-12)


@pytest.mark.parametrize("wording", [NO_PAIRS, EMPTY])
def test_table_without_pairs(wording: LinearWording) -> None:
    """A wording may know no pairs, or nothing at all."""
    keys = ["a", "vile", "plan"]
    assert WordingTable([wording]).score([keys]).tolist() == [[wording.score(keys)]]


def test_pairs_end_with_their_sentence() -> None:
    """The last word of a sentence and the first of the next are no pair."""
    apart = WordingTable([ONE]).score([["a"], ["vile"]])
    assert apart.tolist() == [[ONE.score(["a"])], [ONE.score(["vile"])]]
