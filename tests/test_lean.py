"""Lean: resemblance to the wording of outlets, never a verdict."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import bias
from bias.document.article import Article
from bias.document.listed_names import hide_listed, listed_hidden
from bias.document.segment import segment
from bias.errors import ModelError
from bias.evaluation.measures import calibration_error
from bias.evaluation.swaps import swap
from bias.labelled.lean import LeanCorpus, count_grams, story_keys, thin
from bias.models.files import write_model
from bias.models.lean import (
    FORM,
    SIDES,
    GramTable,
    Lean,
    read_lean_model,
    shipped_lean_model,
)
from bias.rating.beside import FEWEST_KEYS, lean_of, lean_phrase
from bias.reading import Reading
from bias.roles import label_paragraphs
from bias.training.lean import (
    EVENNESS,
    article_weights,
    as_record,
    fit,
    matrix_of,
    probabilities,
    rarity_of,
    sharpness_of,
)
from bias.words.vocabulary import shipped_vocabulary

STORY = "\n\n".join(
    [
        "The Democrats said on Tuesday that the city council would vote on the budget next week. "
        "Joe Biden praised the plan, and CNN reported that most voters in Ohio liked it.",
        "Officials expect the vote to be close, since three members have not said what they will "
        "do. One of them, a teacher, told reporters that she wants more money for schools and "
        "fewer new roads before she can support the proposal.",
        "The liberals have held a majority on the council for 12 years. They lost two seats in the "
        "last election, when turnout fell to its lowest level in decades, and they may lose more.",
    ]
)


def _reading(body: str) -> Reading:
    document = segment(Article(body=body))
    return Reading(document, label_paragraphs(document))


def _corpus() -> LeanCorpus:
    """Sixty tiny articles of twelve sources whose side one word gives away."""
    random = np.random.default_rng(0)
    words: list[list[int]] = []
    sides: list[int] = []
    for number in range(60):
        side = number % 3
        words.append([side, *random.integers(3, 8, 60).tolist()])
        sides.append(side)
    bounds = np.cumsum([0, *map(len, words)])
    vocabulary = ("blue", "grey", "red", "a", "b", "c", "d", "e")
    tokens = np.array([word for row in words for word in row], np.int32)
    sources = np.array([f"outlet {number % 12}" for number in range(60)])
    return LeanCorpus(
        vocabulary, tokens, bounds, np.array(sides), sources, np.array(["train"] * 60)
    )


def _place(words: Sequence[str], word: str) -> int:
    return words.index(word) if word in words else -1


def test_probabilities_add_up_to_one() -> None:
    """A story of ordinary length gets three probabilities that sum to 1."""
    lean = lean_of(_reading(STORY))
    assert lean is not None
    assert math.isclose(sum(lean.probability(side) for side in SIDES), 1.0)
    assert lean.probability(lean.nearest) == max(lean.left, lean.center, lean.right)


@pytest.mark.parametrize("body", ["", "Too short.", "12 34 56"])
def test_too_short_is_undefined(body: str) -> None:
    """Below the fewest words there is no lean, and the sentence says why."""
    assert len(story_keys(_reading(body))) < FEWEST_KEYS
    assert lean_of(_reading(body)) is None
    assert "too short" in lean_phrase(None)


def test_names_of_sides_do_not_move_it() -> None:
    """Parties, leaders, outlets and ideologies swapped: no probability moves by 3 points."""
    assert swap(STORY) != STORY
    before, after = lean_of(_reading(STORY)), lean_of(_reading(swap(STORY)))
    assert before is not None
    assert after is not None
    moved = [abs(before.probability(side) - after.probability(side)) for side in SIDES]
    assert max(moved) < 0.03


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Obama met voters", ["⟨name⟩", "met", "voters"]),
        ("CNN reported 12 cases", ["⟨name⟩", "reported", "⟨number⟩", "cases"]),
        ("she left at night", ["he", "left", "at", "night"]),
        ("the far left won", ["the", "far", "⟨name⟩", "won"]),
        ("turn right at Springfield", ["turn", "right", "at", "springfield"]),
    ],
)
def test_only_known_names_are_hidden(words: str, expected: list[str]) -> None:
    """Listed names, sides and numbers become placeholders, sexes one; other names stay."""
    row = segment(Article(body=words)).row
    assert listed_hidden(row) == expected
    assert hide_listed(row).tolist() == [shipped_vocabulary()[key] for key in expected]


def test_furniture_does_not_count() -> None:
    """A sign-up appeal under the story leaves its words as they are."""
    dressed = STORY + "\n\nSign up for our daily newsletter to get the best stories."
    assert story_keys(_reading(dressed)) == story_keys(_reading(STORY))


def test_rating_does_not_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another lean the rating is the same."""
    article = Article(headline="Council To Vote", body=STORY)
    before = bias.analyze(article)
    monkeypatch.setattr("bias.analysis.lean_of", lambda reading: Lean(1.0, 0.0, 0.0))
    after = bias.analyze(article)
    assert after.lean != before.lean
    assert after.rating == before.rating


def test_record_holds_it() -> None:
    """The record has the three numbers, or three nulls for a short article."""
    shown = bias.analyze(Article(body=STORY)).to_dict()["lean"]
    assert set(shown) == set(SIDES)
    assert sum(shown.values()) == pytest.approx(1.0, abs=0.001)
    short = bias.analyze(Article(body="It rained.")).to_dict()["lean"]
    assert short == dict.fromkeys(SIDES)


def test_words_come_with_accuracy() -> None:
    """The sentence names the side and how often it is right, for known and new outlets."""
    said = lean_phrase(Lean(0.2, 0.5, 0.3))
    accuracy = shipped_lean_model().accuracy
    assert "resembles articles from centre outlets (50 %)" in said
    assert f"{100 * accuracy['known']:.0f} %" in said
    assert f"{100 * accuracy['new']:.0f} %" in said


def test_rows_are_words_then_what_they_join_to() -> None:
    """No pair or triple is lost or made up, and an unknown word breaks the chain."""
    table = GramTable(3, np.array([1, 5]), np.array([2]))
    for words, rows in (
        ([], []),
        ([1], [1]),
        ([0, 1, 2], [0, 1, 2, 3, 4, 5]),
        ([0, 1, -1, 2], [0, 1, 2, 3]),
        ([2, 1, 0], [2, 1, 0]),
    ):
        assert table.rows(np.array(words, dtype=np.int64)).tolist() == rows


@pytest.mark.parametrize("most", [1, 2, 3, 7, 100])
def test_rows_are_counted_alike_in_stretches(most: int) -> None:
    """No gram is lost or counted twice where two stretches meet."""
    table = GramTable(3, np.array([1, 4, 5, 6]), np.array([1, 5, 6]))
    words = np.array([0, 1, 2, 0, 1, -1, 2, 0, 1, 1, 2])
    expected = np.unique(table.rows(words), return_counts=True)
    found = table.count(words, most)
    assert [column.tolist() for column in found] == [column.tolist() for column in expected]


def test_thinning_keeps_what_a_gram_is_made_of() -> None:
    """A kept triple keeps its pair and its words, and every article still finds its grams."""
    whole = count_grams(_corpus())
    wanted = np.arange(len(whole.table)) == len(whole.table) - 1
    kept = thin(whole, wanted)
    assert len(kept.table.triples) == 1
    assert 2 <= len(kept.words) <= 4
    assert kept.counts.shape[1] == len(kept.table)
    corpus = _corpus()
    for row in range(5):
        numbers = corpus.tokens[corpus.bounds[row] : corpus.bounds[row + 1]]
        words = [_place(kept.words, corpus.vocabulary[i]) for i in numbers]
        found = np.bincount(kept.table.rows(np.array(words)), minlength=len(kept.table))
        assert found.tolist() == kept.counts[row].toarray()[0].tolist()


def test_fit_writes_what_it_learnt(tmp_path: Path) -> None:
    """The stored model gives the scores of the fitted one, and the same bytes twice."""
    corpus = _corpus()
    grams = count_grams(corpus)
    rarity = rarity_of(grams)
    matrix = matrix_of(grams, rarity)
    files = [tmp_path / "one.json.gz", tmp_path / "two.json.gz"]
    for file in files:
        fitted = fit(matrix, corpus.sides, corpus.sources)
        record = as_record(grams, rarity, fitted, 1.0, {"known": 1.0, "new": 1.0})
        write_model(file, FORM, record)
    assert files[0].read_bytes() == files[1].read_bytes()
    model = read_lean_model(files[0])
    words = [corpus.vocabulary[i] for i in corpus.tokens[: corpus.bounds[1]]]
    numbers = np.array([shipped_vocabulary()[word] for word in words])
    step = float(np.abs(fitted.weights).max()) / 50
    assert model.scores(numbers) == pytest.approx(fitted.scores(matrix)[0], abs=step)
    assert (fitted.scores(matrix).argmax(axis=1) == corpus.sides).mean() > 0.9


def test_sides_count_the_same_and_large_sources_less() -> None:
    """Each side has the same weight in all; an article of a larger source has less than others."""
    sides = np.array([0] * 17 + [2] * 3)
    sources = np.array(["large"] * 16 + ["small"] + ["other"] * 3)
    weights = article_weights(sides, sources)
    assert weights.mean() == pytest.approx(1.0)
    assert weights[:17].sum() == pytest.approx(weights[17:].sum())
    assert weights[0] == pytest.approx(weights[16] * 16**-EVENNESS)


def test_damaged_model_is_refused(tmp_path: Path) -> None:
    """A file whose parts do not fit each other is not used."""
    file = tmp_path / "lean.json.gz"
    nothing = dict.fromkeys(("first", "second"), np.zeros(0, np.int64))
    content = {
        "words": np.array([1, 2]), "pairs": nothing, "triples": nothing, "rarity": np.zeros(0),
        "weights": np.zeros((0, 3)), "scale": 1.0, "base": [0, 0, 0], "sharpness": 1.0,
        "accuracy": {},
    }  # fmt: skip
    write_model(file, FORM, content)
    with pytest.raises(ModelError, match="2 grams but 0 rarities"):
        read_lean_model(file)


def test_sharpness_calibrates() -> None:
    """Scores that say too much are toned down until the chances come true."""
    random = np.random.default_rng(0)
    true = random.normal(size=(4000, 3))
    chances = probabilities(true, 1.0)
    sides = np.array([random.choice(3, p=row) for row in chances])
    assert sharpness_of(true * 4, sides) == pytest.approx(0.25, abs=0.03)
    right = chances.argmax(axis=1) == sides
    assert calibration_error(right, chances.max(axis=1)) < 0.05
    assert calibration_error(sides == 0, np.ones(len(sides))) > 0.05
