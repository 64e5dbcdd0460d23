"""The token model: what is loaded here, by the word, its neighbours and its sentence."""

import math
from pathlib import Path

import numpy as np
import pytest

from bias import Article, analyze
from bias.document.document import Cue, Document
from bias.document.segment import segment
from bias.errors import ModelError
from bias.features.loaded.here import UNLISTED, UNLISTED_FROM, LoadedTerm, judge
from bias.features.loaded.speakers import loaded_by_speaker, speaker_at
from bias.features.loaded.words import ScoredWords
from bias.lists.hits import bounds_of
from bias.lists.terms import shipped_list
from bias.models.files import read_model, write_model
from bias.models.headline import JUDGING
from bias.models.tokens import (
    CONTEXT,
    FLOOR,
    FORM,
    TokenModel,
    shipped_token_model,
)

TOY = TokenModel(
    words={"the": -4.0, "tired": -0.5, "plan": -3.0, "slammed": 2.0, "she": -4.0, "he": -4.0,
           "left": FLOOR, "right": FLOOR},
    letters={"": -2.0, "<zz": 3.0},
    weights={
        "base": 0.0, "word": 1.0, "sentence": 0.5, "before": 0.1, "after": 0.1, "quoted": -2.0,
        "marked": -1.0, "weight": 3.0, "listed": -0.5,
    },
    top=2.0,
)  # fmt: skip


def _judge(text: str, log_odds: float = 0.0, model: TokenModel = TOY) -> list[LoadedTerm]:
    document = segment(Article(body=text))
    return judge(model, document, document.sentences, np.full(len(document.sentences), log_odds))


def _scored(document: Document, log_odds: float = 0.0) -> ScoredWords:
    """Score the words of a document with one sentence."""
    return ScoredWords.of(TOY, document, bounds_of(document.sentences), np.array([log_odds]))


def _words(document: Document, hits: list[LoadedTerm]) -> list[str]:
    return [document.tokens[hit.match.first].key for hit in hits]


def _cues(body: str) -> list[Cue]:
    return [c for c in analyze(Article(body=body)).cues if c.feature == "loaded_terms"]


def test_a_probability_is_the_sum_of_its_parts() -> None:
    """By hand: the word, its sentence and its neighbours, each times its weight."""
    document = segment(Article(body="The tired plan."))
    words = _scored(document, 1.0)
    assert words.scores[:3].tolist() == [-4.0, -0.5, -3.0]
    around = words.around(np.array([1]), np.array([0.0]))
    assert dict(zip(CONTEXT, around[:, 0].tolist(), strict=True)) == {
        "word": -0.5, "sentence": 1.0, "before": -4.0, "after": -3.0, "quoted": 0.0,
        "marked": 0.0, "weight": 0.0, "listed": 0.0,
    }  # fmt: skip
    log_odds = -0.5 + 0.5 - 0.4 - 0.3
    assert TOY.probabilities(around) == pytest.approx([1 / (1 + math.exp(-log_odds))])


def test_a_word_of_no_list_counts_in_a_loaded_sentence_only() -> None:
    """The same word is a cue in a judging sentence and none in a plain one."""
    loaded, plain = _judge("The tired plan.", 2.0), _judge("The tired plan.", -2.0)
    assert [hit.match.term.category for hit in loaded] == [UNLISTED]
    assert loaded[0].match.term.weight == loaded[0].probability >= UNLISTED_FROM
    assert plain == []


def test_a_listed_word_the_model_calls_plain_is_dropped() -> None:
    """A low probability means a literal sense; a phrase stays, as nobody marked phrases."""
    dull = TokenModel({"slammed": -4.9, "hunt": -4.9, "witch": -4.9}, {"": -4.0}, TOY.weights, 0.0)
    assert _judge("He slammed it.", -4.0, dull) == []
    assert len(_judge("It was a witch hunt.", -4.0, dull)) == 1


def test_no_word_is_missed_by_looking_only_where_it_can_matter() -> None:
    """The short cut leaves out no word that would have been a cue."""
    for log_odds in (-3.0, 0.0, 3.0):
        least = TOY.least_scores(UNLISTED_FROM, np.array([log_odds]))[0]
        best = [least - 0.01, log_odds, TOY.top, TOY.top, 0.0, 0.0, 0.0, 0.0]
        assert least == FLOOR or TOY.probabilities(np.array([best]).T)[0] < UNLISTED_FROM


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zzany", 1.0),
        ("Zzany", FLOOR),
        ("we saw Tired there", FLOOR),
        ("the left", FLOOR),
        ("the democrats", FLOOR),
        ("anti-democrat", FLOOR),
    ],
)
def test_names_have_no_score_and_unknown_words_one_by_letters(text: str, expected: float) -> None:
    """Names, groups and sides get the floor; a new word in lower case its letters' sum."""
    document = segment(Article(body=text))
    scores = _scored(document).scores
    word = [i for i, t in enumerate(document.tokens) if t.key not in ("we", "saw", "there", "the")]
    assert scores[word[0]] == expected


def test_the_shipped_model_holds_no_names() -> None:
    """Identity terms, sides and groups have no number; both sexes have the same."""
    words = shipped_token_model().words
    terms = {f[0] for t in shipped_list("identity_terms").terms for f in t.forms() if len(f) == 1}
    assert not terms & set(words)
    assert words["left"] == words["right"] == FLOOR
    for one, other in (("she", "he"), ("her", "his"), ("women", "men"), ("mother", "father")):
        assert words[one] == words[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Democrats", "Republicans"), ("Trump", "Biden"), ("Muslims", "Christians"), ("She", "He")],
)
def test_swapping_names_moves_no_probability(one: str, other: str) -> None:
    """The same words about the other side are as likely loaded."""
    text = "{0} peddled a shrill, tired and desperate scheme, and then {0} slammed the judge."
    left, right = _cues(text.format(one)), _cues(text.format(other))
    assert [c.probability for c in left] == [c.probability for c in right]
    assert len(left) >= 3


def test_every_judging_word_has_a_probability_and_other_cues_have_none() -> None:
    """`probability` lies in 0 to 1 for loaded terms and a headline's words, and is else null."""
    body = 'The shameful plot stunned the town. "It is a pathetic sham," said Ann Poe on Monday.'
    analysis = analyze(Article(headline="Mayor Slams Plot", body=body))
    for cue, record in zip(analysis.cues, analysis.to_dict()["cues"], strict=True):
        judged = cue.feature == "loaded_terms" or cue.category in JUDGING
        assert (record["probability"] is not None) == judged
        assert not judged or 0 < cue.probability < 1
    assert {cue.feature for cue in analysis.cues} >= {"headline", "loaded_terms"}


def test_quoted_words_are_kept_though_experts_seldom_mark_them() -> None:
    """A quoted term is a cue of its speaker's; its probability says that readers pass over it."""
    text = "It is a pathetic sham of a trial"
    quoted = _cues(f'"{text}," said Ann Poe.')
    plain = _cues(f"{text}, one hears.")
    assert {c.text for c in quoted} == {c.text for c in plain} == {"pathetic", "sham"}
    assert max(c.probability for c in quoted) < min(c.probability for c in plain)
    assert all("said by Ann Poe" in c.note for c in quoted)


def test_a_tally_of_speakers_adds_up() -> None:
    """Each speaker's loaded terms and words are counted; nobody's stand under no name."""
    body = (
        '"It is a pathetic sham," said Ann Poe. "The vote was held on Monday," said Bob Lee.'
        "\n\nThe plan passed. It goes to the mayor.\n\nThe town is calm."
    )
    analysis = analyze(Article(body=body))
    loads = loaded_by_speaker(analysis.document, analysis.cues)
    assert [(s.speaker, s.terms, s.words) for s in loads] == [("Ann Poe", 2, 5), ("Bob Lee", 0, 6)]
    assert analysis.values["quoted_loaded_share"] == 1.0


def test_long_words_cost_little() -> None:
    """A word of 100,000 letters is judged by its first ones."""
    assert math.isfinite(shipped_token_model().word_score("a" * 100_000))


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    """A model file that lacks a field is named with the remedy."""
    write_model(tmp_path / "m.json.gz", FORM, {"words": {}})
    with pytest.raises(ModelError, match="lacks letters"):
        read_model(tmp_path / "m.json.gz", FORM)


def test_speaker_at_knows_quotations_only() -> None:
    """Outside quotations nobody speaks."""
    from bias.reading import Reading

    document = segment(Article(headline="The Plan Is Out"))
    assert speaker_at(Reading(document, ()), document.tokens[0]) is None
