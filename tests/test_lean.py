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
    DESCRIBED,
    FORM,
    SIDES,
    SPOKEN,
    GramTable,
    Lean,
    describe,
    read_lean_model,
    shipped_lean_model,
)
from bias.outputs.record import schema
from bias.outputs.rows import flat_row
from bias.rating.beside import FEWEST_KEYS, lean_of, said_lean
from bias.reading import Reading
from bias.report.subject import Subject
from bias.roles import label_paragraphs
from bias.shown.summary import summarize
from bias.training.lean import (
    EVENNESS,
    article_weights,
    as_record,
    fit,
    matrix_of,
    rarity_of,
)
from bias.training.lean_calibration import RIGHT, Spoken, hold_out, probabilities, said_of
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
    opinions = np.array([0.1 + 0.8 * (number % 2) for number in range(60)])
    return LeanCorpus(
        vocabulary, tokens, bounds, np.array(sides), sources, np.array(["train"] * 60), opinions
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
    lean, reason = said_lean(_reading(body))
    assert lean is None
    assert "too short" in str(reason)


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
    monkeypatch.setattr(
        "bias.analysis.said_lean", lambda reading, opinion: (Lean(1.0, 0.0, 0.0), None)
    )
    after = bias.analyze(article)
    assert after.lean != before.lean
    assert after.rating == before.rating


def _saying(monkeypatch: pytest.MonkeyPatch, lean: Lean) -> bias.Analysis:
    """Analyse the story as if the model had found this lean."""
    monkeypatch.setattr("bias.rating.beside.lean_of", lambda *given: lean)
    return bias.analyze(Article(headline="Council To Vote", body=STORY))


def test_what_is_sure_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The record has three numbers and no reason; terminal and card say how often it is right."""
    analysis = _saying(monkeypatch, Lean(0.1, 0.15, 0.75))
    record = analysis.to_dict()
    assert record["lean"] == {"left": 0.1, "center": 0.15, "right": 0.75}
    assert record["lean_reason"] is None
    assert "about 75 of 100 such statements are right" in " ".join(summarize([analysis]).split())
    assert "right outlets" in Subject(analysis).resemblance()


@pytest.mark.parametrize("lean", [Lean(0.2, 0.25, 0.55), Lean(0.05, 0.9, 0.05)])
def test_what_is_unsure_is_not_said(monkeypatch: pytest.MonkeyPatch, lean: Lean) -> None:
    """Three nulls and a reason in the record, nothing elsewhere; so is a centre outlet's lean."""
    analysis = _saying(monkeypatch, lean)
    record, row = analysis.to_dict(), flat_row(analysis.to_dict())
    assert record["lean"] == dict.fromkeys(SIDES)
    assert record["lean_reason"] == row["lean_reason"]
    assert f"({100 * lean.probability(lean.nearest):.0f} %)" in record["lean_reason"]
    assert row["lean_right"] is None
    assert "outlets" not in summarize([analysis])
    assert Subject(analysis).resemblance() == ""
    assert set(record) == set(schema()["required"])


def test_every_confidence_that_is_said_is_right_often_enough() -> None:
    """The model names no side below the share that must be right, nor for a small promise."""
    model = shipped_lean_model()
    assert model.least >= RIGHT <= model.right
    assert model.names(Lean(0.0, 0.1, 0.9))
    assert model.names(Lean(0.9, 0.1, 0.0))
    assert SPOKEN == ("left", "right")


def test_short_and_foreign_say_why() -> None:
    """A reason is given for every null."""
    short = bias.analyze(Article(body="It rained.")).to_dict()
    assert short["lean"] == dict.fromkeys(SIDES)
    assert "too short" in short["lean_reason"]
    body = "Der Stadtrat hat am Montag beschlossen, eine neue Brücke über den Fluss zu bauen. " * 12
    assert "German" in bias.analyze(Article(body=body)).to_dict()["lean_reason"]


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
        spoken = Spoken(np.ones((3, DESCRIBED)), 0.6, 0.75)
        record = as_record(grams, rarity, fitted, spoken)
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
        "weights": np.zeros((0, 3)), "scale": 1.0, "base": [0, 0, 0],
        "calibration": [[0] * DESCRIBED] * 3, "least": 0.6, "right": 0.7,
    }  # fmt: skip
    write_model(file, FORM, content)
    with pytest.raises(ModelError, match="2 grams but 0 rarities"):
        read_lean_model(file)


def _unsure_of_reporting(articles: int = 6000) -> tuple[np.ndarray, ...]:
    """Scores of 300 outlets that tell the side of opinion and say nothing of reporting."""
    random = np.random.default_rng(0)
    outlets = random.integers(0, 300, articles)
    sides, opinions = outlets % 3, random.integers(0, 2, articles).astype(float)
    scores = random.normal(size=(articles, 3)) * 2
    scores[np.arange(articles), sides] += 3 * opinions
    return scores, opinions, sides, np.array([f"outlet {number}" for number in outlets])


def test_calibration_comes_true_on_outlets_left_out() -> None:
    """What is said as 70 % is right as often; of reporting, where scores are chance, nothing is."""
    scores, opinions, sides, outlets = _unsure_of_reporting()
    held = hold_out(scores, opinions, sides, outlets)
    assert held.sure[opinions == 0].max() < 0.5
    assert calibration_error(held.right, held.sure) < 0.03
    said = said_of(held)
    assert 0.2 < said.mean() < 0.5
    assert not (held.called[said] == SIDES.index("center")).any()
    assert held.share_right(said)[1] > RIGHT


def test_nothing_is_said_where_nothing_is_known() -> None:
    """Scores that are chance leave every article unsaid, whatever one outlet seems to show."""
    scores, opinions, sides, outlets = _unsure_of_reporting()
    random = np.random.default_rng(1)
    held = hold_out(random.normal(size=scores.shape), opinions, sides, outlets)
    assert said_of(held).mean() < 0.01


def test_probabilities_are_the_model_s() -> None:
    """Training and the shipped model turn scores into the same probabilities."""
    model, numbers = shipped_lean_model(), np.arange(1, 400)
    found = probabilities(model.calibration, model.scores(numbers)[np.newaxis], np.array([0.3]))[0]
    lean = model.lean(numbers, 0.3)
    assert [lean.probability(side) for side in SIDES] == pytest.approx(found.tolist())
    assert describe(np.zeros((5, 3)), np.zeros(5)).shape == (5, DESCRIBED)
