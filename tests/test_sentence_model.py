"""The sentence model: what it sees, what it must not see, and its form."""

import gzip

import numpy as np
import pytest

from bias.alone import rate_sentences
from bias.document.article import Article
from bias.document.judged import score_sentences
from bias.document.masked import Masker
from bias.document.segment import segment
from bias.errors import ModelError
from bias.lists.identity import NAME, NUMBER, SIDES, holds_identity, identity_words
from bias.models.files import Form, read_model, write_model
from bias.models.linear import Weights
from bias.models.sentences import FLOOR, NOTHING, JudgedWording, SentenceModel, shipped_model
from bias.words.numbered import Numbered
from bias.words.vocabulary import shipped_vocabulary

KNOWN = {"the", "senator", "slammed", "a", "corrupt", "plan", "yesterday", "never", "council", "us"}

MASKED = [
    ("a name inside a sentence", "the Biden plan", ["the", NAME, "plan"]),
    ("two names are one", "the Joe Biden plan", ["the", NAME, "plan"]),
    ("a known first word stays", "Yesterday the plan", ["yesterday", "the", "plan"]),
    ("an unknown first word is a name", "Biden slammed a plan", [NAME, "slammed", "a", "plan"]),
    ("identity words in lower case", "a muslim senator", ["a", NAME, "senator"]),
    ("a name in a compound", "the anti-Trump plan", ["the", NAME, "plan"]),
    ("an identity word in a compound", "the anti-muslim plan", ["the", NAME, "plan"]),
    ("short capitals are a name", "the US plan", ["the", NAME, "plan"]),
    ("a particle links", "the Ann de Poe plan", ["the", NAME, "plan"]),
    ("a particle alone stays", "the plan de Poe", ["the", "plan", "de", NAME]),
    ("the point of an initial links", "the Ann B . Poe plan", ["the", NAME, "plan"]),
    ("another point parts", "the Ann . Poe plan", ["the", NAME, ".", NAME, "plan"]),
    ("its article is none of a name's", "the New York Times plan", ["the", NAME, "plan"]),
    ("a long name has a capital", "the united states plan", ["the", "united", "states", "plan"]),
    ("sides have neighbours", "the far right never", ["the", "far", NAME, "never"]),
    ("numbers, marks and sexes", "she slammed “ 3rd ”", ["he", "slammed", '"', NUMBER, '"']),
    ("a shouted word is a word", "the NEVER plan", ["the", "never", "plan"]),
    ("a word without a number is its base", "the corruptness never", ["the", "corrupt", "never"]),
    ("but a name is none", "the Plans never", ["the", NAME, "never"]),
    (
        "title case hides names only",
        "Council Slammed Biden Plan Yesterday",
        ["council", "slammed", NAME, "plan", "yesterday"],
    ),
]  # fmt: skip

SWAPS = [
    ("Democrats", "Republicans"),
    ("Biden", "Trump"),
    ("Kamala Harris", "Trump"),
    ("liberal", "conservative"),
    ("Muslim", "Christian"),
    ("CNN", "Breitbart"),
    ("Russia", "France"),
]
FRAMES = [
    "{} pushed a corrupt and shameful plan through.",
    "The radical plan by {} is a disgrace, and everyone knows it.",
    "On Monday the council heard {} supporters speak for two hours.",
]

FORM = Form("form", 1, ("base",))


@pytest.mark.parametrize(("why", "text", "expected"), MASKED, ids=[case[0] for case in MASKED])
def test_mask(why: str, text: str, expected: list[str]) -> None:
    """Names become one placeholder; ordinary words stay, wherever they stand."""
    words = text.split()
    assert Masker.knowing(KNOWN).mask(words) == expected


@pytest.mark.parametrize(("one", "other"), SWAPS)
def test_swap(one: str, other: str) -> None:
    """Swapping one name for another leaves every sentence's probability as it was."""
    first = rate_sentences([frame.format(one) for frame in FRAMES])
    second = rate_sentences([frame.format(other) for frame in FRAMES])
    assert np.array_equal(first, second)


def test_loaded_above_plain() -> None:
    """Abuse is rated clearly above a plain report of the same event."""
    plain, loaded = rate_sentences(
        [
            "The council voted 5 to 4 on Monday to approve the bridge.",
            "The reckless council shamelessly rammed through its ridiculous vanity bridge.",
        ]
    )
    assert plain < 0.35
    assert loaded > 0.65


CALM = [
    "What do you call a hut in which bees are kept? A hive.",
    "Whip two eggs with the flour and let the mixture rest for an hour.",
    "Turn right at the bakery, cross the canal and ring the second bell.",
    "The liver of a goose is larger than that of a duck.",
    "Sikhs eat together in the kitchen of the gurdwara, whatever their trade.",
    "In Lent many Catholics give up sweets.",
    "Muslims face Mecca when they pray.",
    "Loosen the four screws before you lift the lid off the printer.",
    "Tomorrow will be cloudy with some rain in the hills and a light wind from the west.",
    "The treaty of 1648 ended thirty years of war.",
    "Rovers won 3 to 1 after two late goals by the substitute.",
    "Of the 412 households that answered, 61 percent had a garden.",
    "A glacier is a river of ice that moves a few feet a day.",
    "Can a tortoise swim? Most kinds cannot.",
]
"""Prose of every day and of school books, invented for this test."""
LOUD = [
    "The pathetic mayor caved in to a gang of greedy developers yet again.",
    "This shameful law is a vicious attack on decent families.",
    "What a disgraceful, cowardly surrender by the so-called reformers!",
    "The radical mob will stop at nothing to destroy our schools.",
    "It is absurd that this corrupt clown still lectures us about honesty.",
]


def test_calm_prose_stays_calm() -> None:
    """Riddles, recipes, directions, school facts and customs of faiths are not called biased."""
    called = [text for text, p in zip(CALM, rate_sentences(CALM), strict=True) if p > 0.5]
    assert called == []


def test_calm_prose_did_not_make_it_deaf() -> None:
    """Abuse and comment are still called biased, each clearly above every calm sentence."""
    assert rate_sentences(LOUD).min() > max(0.6, rate_sentences(CALM).max())


FAITHS = ("Muslims", "Christians", "Jews", "Hindus", "Sikhs", "Quakers")


@pytest.mark.parametrize(
    "frame", ["{} fast before the feast and eat late.", "{} are a greedy and shameful lot."]
)
def test_no_faith_is_calmer_than_another(frame: str) -> None:
    """What is said of a faith counts, not which one it is said of."""
    assert len(set(rate_sentences([frame.format(name) for name in FAITHS]).tolist())) == 1


def test_undefined() -> None:
    """A text without words has no probability; no text gives an empty array."""
    assert np.isnan(rate_sentences(["", "..."])).all()
    assert rate_sentences([]).shape == (0,)


def test_one_score_a_sentence() -> None:
    """A document gets one probability for each of its sentences, in order."""
    document = segment(Article(headline="Bridge Opens", body="It is open. It cost $2m.\n\nNo."))
    scores = score_sentences(document).probabilities
    assert len(scores) == len(document.sentences)
    assert all(0 < score < 1 for score in scores)


def test_score_is_the_sum_of_its_words() -> None:
    """A score is the base plus distinct words and pairs over the root of the length."""
    weights = Weights(0.5, {"vile": 2.0}, {"so": {"vile": 1.0}})
    assert weights.score([["so", "vile", "so", "vile"], []]).tolist() == [0.5 + 3.0 / 2, 0.5]


def test_model_file_repeats(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """The same content gives the same bytes, and reads back."""
    for name in ("a.json.gz", "b.json.gz"):
        write_model(tmp_path / name, FORM, {"base": 0.25})
    assert (tmp_path / "a.json.gz").read_bytes() == (tmp_path / "b.json.gz").read_bytes()
    assert read_model(tmp_path / "a.json.gz", FORM).number("base") == 0.25


DAMAGED = [
    ("missing", None, "cannot be read"),
    ("not gzip", b"hello", "cannot be read"),
    ("not JSON", gzip.compress(b"{"), "cannot be read"),
    ("not an object", gzip.compress(b"[]"), "expected an object"),
    ("other format", gzip.compress(b'{"format": "x", "version": 1}'), "expected"),
    ("other version", gzip.compress(b'{"format": "form", "version": 9}'), "version"),
    ("lacks a field", gzip.compress(b'{"format": "form", "version": 1}'), "lacks base"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "content", "message"), DAMAGED, ids=[case[0] for case in DAMAGED])
def test_model_file_refused(tmp_path, why: str, content: bytes | None, message: str) -> None:  # type: ignore[no-untyped-def]
    """A file that is not the model asked for is refused, and the message says why."""
    path = tmp_path / "model.json.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=message):
        read_model(path, FORM)


def test_peaks() -> None:
    """The most loaded word and the mean of the three most loaded; what is missing has the floor."""
    loaded = {"vile": 1.0, "plan": -2.0, "so": -3.0, "a": -4.0}
    model = SentenceModel(JudgedWording(NOTHING, loaded, (1.0, 1.0)))
    rows = [["a", "so", "vile", "plan", "vile"], [NAME, "never"], []]
    highest, mean = model.peaks(Numbered.of(rows, shipped_vocabulary()))
    assert highest.tolist() == [1.0, FLOOR, FLOOR]
    assert mean.tolist() == [-4 / 3, FLOOR, FLOOR]


def test_judged_score_adds_the_peaks() -> None:
    """A score is the words' and pairs' sum plus each peak times its weight."""
    judged = JudgedWording(Weights(0.5, {"vile": 2.0}), {"vile": 1.0}, (0.5, 3.0))
    assert judged.score([["vile"]]) == [0.5 + 2.0 + 0.5 * 1.0 + 3.0 * (1.0 + 2 * FLOOR) / 3]


def test_no_name_is_loaded() -> None:
    """Identity terms and the sides of politics have no number of their own."""
    loaded = shipped_model().biased.loaded
    assert loaded
    assert not {w for w in loaded if w in SIDES or holds_identity(w, identity_words())}
