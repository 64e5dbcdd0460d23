"""Bugs published about other lexicon tools, each shown not to be ours."""

import math

import pytest

from bias import Article, analyze
from bias.document.segment import segment
from bias.features.loaded.meant import find_loaded
from bias.lists.groups import LOADED_LISTS
from bias.lists.terms import shipped_list


def _found(text: str) -> list[str]:
    document = segment(Article(body=text))
    return [
        document.text[document.tokens[m.first].start : document.tokens[m.last - 1].end]
        for m in find_loaded(document, document.sentences)
    ]


def test_phrases_match() -> None:
    """Entries of several words can match (vaderSentiment#124, nela_features)."""
    missed = []
    for name in LOADED_LISTS:
        for term in shipped_list(name).terms:
            if term.match == "phrase" and term.term not in _found(f"one {term.term} two".lower()):
                missed.append(term.term)
    assert len(missed) <= 0.02 * sum(len(shipped_list(name).terms) for name in LOADED_LISTS)


def test_case_does_not_matter() -> None:
    """A sentence's first word is found as any other (nela_features)."""
    assert _found("Shamelessly it went on.") == ["Shamelessly"]
    assert _found("it went on shamelessly.") == ["shamelessly"]


@pytest.mark.parametrize("form", ["slam", "slams", "slammed", "slamming"])
def test_inflected_forms_match(form: str) -> None:
    """Every form of a lemma is found (nela_features)."""
    assert _found(f"They {form} the plan.") == [form]


def test_stems_do_not_match_other_words() -> None:
    """No entry matches a longer or a similar word (truncated stems, nela_features)."""
    assert _found("The slamdance festival honours shamrocks and shameen goods.") == []


def test_no_empty_entries_and_no_comments() -> None:
    """No list holds an empty entry or a line of comment (nela_features)."""
    terms = [t.term for name in LOADED_LISTS for t in shipped_list(name).terms]
    assert all(t.strip() and not t.startswith("#") for t in terms)


def test_overlapping_entries_count_once() -> None:
    """The longest entry wins and the words inside it are not counted again (quanteda#502)."""
    assert _found("It was a witch hunt.") == ["witch hunt"]


def test_offsets_do_not_drift() -> None:
    """Offsets hold after characters whose lower case is longer (flashtext#44)."""
    assert _found("İstanbul’s mayor — “İ” — told a shameful, “naïve” lie\u00adke story.")[0] == (
        "shameful"
    )


def test_a_repeated_word_is_found_at_each_place() -> None:
    """Positions come from places and not from values (VADER's rule for `but`)."""
    cues = analyze(Article(body="A shameful act, a shameful word, a shameful day.")).cues
    assert [c.start for c in cues if c.text == "shameful"] == [2, 18, 35]


@pytest.mark.parametrize("text", ["", " ", "1 2 3", "\u200b"])
def test_empty_text_is_no_error_and_no_zero(text: str) -> None:
    """Nothing to count is undefined (ZeroDivisionError in nela_features)."""
    assert math.isnan(analyze(Article(body=text)).values["loaded_terms_per_100_words"])


def test_quoted_words_are_not_charged_to_the_author() -> None:
    """Both counts are kept apart (proselint#24, vale#102)."""
    values = analyze(Article(body='"It is a shameful sham," said Ann Poe.')).values
    assert values["loaded_terms_per_100_words"] == 0
    assert values["quoted_loaded_terms_per_100_words"] > 0


def test_negation_and_literal_senses() -> None:
    """`not corrupt` and `heart attack` are no evidence (alex, vaderSentiment#70)."""
    assert _found("He is not corrupt. She had a heart attack.") == []
