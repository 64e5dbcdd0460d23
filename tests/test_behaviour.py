"""`bias evaluate behaviour`: what counts as a case, and what as the wanted answer."""

import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bias.errors import UsageError
from bias.evaluation.behaviour import is_set_aside, rows_of
from bias.evaluation.unseen import Unseen, letters
from bias.labelled.babe import mask_text, shipped_masker
from bias.lists.identity import holds_identity, identity_words
from bias.models.linear import Weights
from bias.models.sentences import JudgedWording
from bias.training.made import disturbed, texts_of, weighty_words
from bias.training.made import rows_of as made_rows

PREDICTED = ["pred_ha_ft", "pred_magpie", "pred_sa_ft"]


def _calls(texts: "pd.Series[str]", originals: "pd.Series[str] | None" = None) -> np.ndarray:
    """Call a sentence biased where it says so."""
    return texts.str.contains("vile").to_numpy()


def _write(data: Path, name: str, table: pd.DataFrame) -> None:
    (data / "checklist-bias").mkdir(exist_ok=True)
    with gzip.open(data / "checklist-bias" / f"{name}.csv.gz", "wt", encoding="utf-8") as file:
        table.to_csv(file, index=False)


def _found(data: Path, name: str) -> dict[tuple[str, str], tuple[float, int]]:
    rows = rows_of(data, name, _calls)
    return {(group, model): (value, n) for _, group, model, value, _, _, n in rows}


def test_calm_facts(tmp_path: Path) -> None:
    """A fact is answered as wanted where it is not called biased; rivals are counted beside."""
    table = pd.DataFrame({
        "text": ["Moss is green.", "Moss is vile.", "Is moss green? Yes."],
        "kind": ["statement", "statement", "question and answer"],
        "expect": "not biased",
        "pred_ha_ft": [0, 0, 1], "pred_magpie": [1, 1, 1], "pred_sa_ft": [0, None, None],
    })  # fmt: skip
    _write(tmp_path, "factual", table)
    found = _found(tmp_path, "factual")
    assert found["all", "bias"] == (pytest.approx(2 / 3), 3)
    assert found["statement", "bias"] == (0.5, 2)
    assert found["all", "RoBERTa taught by BABE"] == (pytest.approx(2 / 3), 3)
    assert found["all", "MAGPIE"] == (0.0, 3)
    assert found["all", "RoBERTa taught by Anno-lexical"] == (1.0, 1)


def test_a_pair_counts_where_the_original_is_judged_rightly(tmp_path: Path) -> None:
    """Loaded words put into what is already called biased show nothing; wrong swaps neither."""
    loaded = pd.DataFrame({
        "text_orig": ["A plan.", "A plan.", "A vile plan."],
        "text_loaded_joined": ["A vile plan.", "A foul plan.", "A vile, foul plan."],
        "expect": "biased", **dict.fromkeys(PREDICTED, 1),
    })  # fmt: skip
    _write(tmp_path, "loaded", loaded)
    assert _found(tmp_path, "loaded")["all", "bias"] == (0.5, 2)
    places = pd.DataFrame({
        "text_orig": ["A vile plan in Oslo.", "A plan in Oslo.", "A vile plan in Bonn."],
        "text_place": ["A vile plan in Rome.", "A vile plan in Rome.", "A vile plan in Rome."],
        "label_babe_revised": [1, 0, 0],
        "expect": "same as text_orig", **dict.fromkeys(PREDICTED, 1),
    })  # fmt: skip
    _write(tmp_path, "places", places)
    found = _found(tmp_path, "places")
    assert found["all", "bias"] == (0.5, 2)
    assert found["all", "MAGPIE"] == (pytest.approx(1 / 3), 3)


def test_prejudice_is_told_by_what_is_said(tmp_path: Path) -> None:
    """Biased and neutral templates are counted apart, and each kind of group."""
    table = pd.DataFrame({
        "text": ["Alder folk are vile.", "Alder folk dance.", "Birch folk dance."],
        "template": ["[Folk] are vile.", "[Folk] dance.", "[Folk] dance."],
        "category": ["Religion", "Religion", "Origin"],
        "expect": ["biased", "not biased", "not biased"], **dict.fromkeys(PREDICTED, 0),
    })  # fmt: skip
    _write(tmp_path, "prejudice", table)
    found = _found(tmp_path, "prejudice")
    assert found["biased, all", "bias"] == (1.0, 1)
    assert found["not biased, all", "bias"] == (1.0, 2)
    assert found["not biased, origin", "bias"] == (1.0, 1)
    assert found["biased, religion", "MAGPIE"] == (0.0, 1)


def test_missing_tests_are_named(tmp_path: Path) -> None:
    """Who gives a folder without the tests is told which file is looked for."""
    with pytest.raises(UsageError, match=r"factual\.csv\.gz: there is no such file"):
        _found(tmp_path, "factual")


def test_half_is_set_aside() -> None:
    """The same half in every run, and about half."""
    aside = [is_set_aside(f"question {number}") for number in range(1000)]
    assert 400 < sum(aside) < 600
    assert aside == [is_set_aside(f"question {number}") for number in range(1000)]


def test_a_sentence_is_judged_by_the_model_that_did_not_see_it() -> None:
    """By the letters of the original, whatever was changed; all others by the shipped model."""
    low, high = (JudgedWording(Weights(base, {}), {}, (0.0, 0.0)) for base in (-3.0, 3.0))
    unseen = Unseen((low, high), {letters("A vote."): 0, letters("A plan."): 1})
    texts = pd.Series(["A big vote.", "A big plan."])
    assert unseen.log_odds(texts, pd.Series(["A vote", "a plan"])).tolist() == [-3.0, 3.0]
    assert set(unseen.log_odds(texts).tolist()).isdisjoint({-3.0, 3.0})


@pytest.mark.parametrize("kind", ["calm", "harsh"])
def test_made_sentences_are_whole(kind: str) -> None:
    """No slot is left open, none is made twice, and the same are made each time."""
    texts = texts_of(kind)
    assert len(set(texts)) == len(texts) > 200
    assert not [text for text in texts if "{" in text or text[0].islower()]
    assert texts == texts_of(kind)


def test_harsh_sentences_name_nobody() -> None:
    """Peoples and persons in them are invented: no word tells a group of people."""
    hidden = identity_words()
    words = {word for text in texts_of("harsh") for word in text.lower().split()}
    assert not {word for word in words if holds_identity(word, hidden)}


def test_no_made_sentence_is_one_of_the_tests(data: Path) -> None:
    """Training lends nothing from the behavioural tests: no sentence, whoever is named in it."""
    masker, tests = shipped_masker(), set[str]()
    for name in ("factual", "prejudice"):
        table = pd.read_csv(data / "checklist-bias" / f"{name}.csv.gz")
        tests |= {" ".join(mask_text(text, masker)) for text in table["text"]}
    made = {" ".join(row) for kind in ("calm", "harsh") for row in made_rows(kind)}
    assert not made & tests


def test_disturbed_rows_hold_one_to_three_weighty_words() -> None:
    """A sentence keeps its own words in their order; only words of our lists are put in."""
    row, weighty = ["⟨name⟩", "zzz", "."], set(weighty_words())
    for changed in disturbed([row] * 50):
        added = [word for word in changed if word in weighty]
        assert [word for word in changed if word not in weighty] == row
        assert 1 <= len(added) <= 3
