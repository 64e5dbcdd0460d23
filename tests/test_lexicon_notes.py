"""Notes of the lists: a reason of its own for each mark, and a plainer word that is plain."""

from collections import Counter
from itertools import combinations

import pytest

from bias.lists.groups import HEADLINE_LABELS, HEADLINE_OTHERS, HEADLINE_VERBS, LOADED_LISTS
from bias.lists.terms import Term, shipped_list
from bias.words.cut import keys_of

JUDGING = tuple(dict.fromkeys((*LOADED_LISTS, *HEADLINE_VERBS, *HEADLINE_LABELS, *HEADLINE_OTHERS)))
"""Lists whose entries judge; no plainer word may stand in them."""
NOTED = (
    *JUDGING,
    "report_verbs",
    "vague_attributions",
    "boosters",
    "forward_references",
    "reader_address",
)
MOST = 60
"""Entries of a list that may share a reason."""


def _reason(term: Term) -> str:
    return term.note.partition("; plainer: ")[0]


@pytest.mark.parametrize("name", NOTED)
def test_no_note_stands_for_a_whole_section(name: str) -> None:
    """A reason fits a sense: it is short, and few entries of a list share it."""
    terms = shipped_list(name).terms
    shared = Counter(map(_reason, terms))
    assert max(shared.values()) <= MOST
    for term in terms:
        assert 2 <= len(term.note.split()) <= 14, term
        assert _reason(term)[0].islower(), term
        assert not term.note.endswith("."), term


def test_a_plainer_word_is_in_no_judging_list() -> None:
    """One or two words and their parts are looked for, in every form of every entry."""
    judging = {
        form for name in JUDGING for term in shipped_list(name).terms for form in term.forms()
    }
    for name in NOTED:
        for term in shipped_list(name).terms:
            words = keys_of(term.plainer or "")
            assert len(words) <= 3, term
            parts = {words[i:j] for i, j in combinations(range(len(words) + 1), 2)}
            assert not parts & judging, term


@pytest.mark.parametrize(
    ("name", "word", "plainer"),
    [
        ("loaded_verbs", "slam", "criticize"),
        ("headline_labels", "regime", "government"),
        ("loaded_labels", "hero", None),
        ("sneers", "so-called", None),
    ],
)
def test_a_term_gives_its_plainer_word(name: str, word: str, plainer: str | None) -> None:
    """It is the end of the note, or nothing where no neutral word is safe."""
    (term,) = (term for term in shipped_list(name).terms if term.term == word)
    assert term.plainer == plainer
    assert (plainer is None) == ("plainer:" not in term.note)


def test_identity_and_plain_lists_offer_no_plainer_word() -> None:
    """Names and literal phrases are nothing to replace."""
    for name in ("identity_terms", "exceptions", "headline_plain"):
        assert not [term for term in shipped_list(name).terms if term.plainer]
