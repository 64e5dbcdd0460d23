"""Loaded terms: found, told apart from look-alikes, and counted by voice."""

import math

import pytest

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.features.base import Evidence
from bias.features.loaded.extractor import LOADED_TERMS
from bias.features.loaded.here import UNLISTED
from bias.features.loaded.meant import find_loaded
from bias.lists.groups import LOADED_LISTS
from bias.lists.terms import shipped_list
from bias.reading import Reading
from bias.roles import ParagraphRole

CALM = (
    "The Senate passed the budget on Tuesday by 52 votes to 48. The bill goes to the House, "
    "which is to vote next week. A spokesman said the department would publish the figures in "
    "March.\n\nThe budget sets aside 4 billion dollars for roads and bridges. Two senators were "
    "absent because of a snow storm."
)
RANT = (
    "The feckless mayor slammed the brakes on reform yet again, pandering to his cronies and "
    "peddling the same tired nonsense. His shameful, sanctimonious tirade was a pathetic sham.\n\n"
    "These corrupt, spineless hacks have botched everything they touch, and their shameless "
    "cheerleaders fawn over every idiotic blunder as the city descends into chaos."
)


def _reading(body: str, headline: str = "", roles: tuple[str, ...] = ()) -> Reading:
    document = segment(Article(headline=headline, body=body))
    names = roles or ("body",) * len(document.paragraphs)
    return Reading(document, tuple(ParagraphRole(name, 1.0) for name in names))  # type: ignore[arg-type]


def _extract(body: str, headline: str = "", roles: tuple[str, ...] = ()) -> Evidence:
    return LOADED_TERMS.extract(_reading(body, headline, roles))


def _found(document: Document) -> list[str]:
    return [
        document.text[document.tokens[m.first].start : document.tokens[m.last - 1].end]
        for m in find_loaded(document, document.sentences)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Critics slammed the plan.", ["slammed"]),
        ("The disgraced lawyer spoke.", ["disgraced"]),
        ("It was a witch hunt.", ["witch hunt"]),
        ("The so-called experts left.", ["so-called experts"]),
        ("He ditched his allies.", ["ditched"]),
        ("They touted the death tax repeal.", ["touted", "death tax"]),
        ("As everyone knows, the tyrant agreed.", ["As everyone knows", "tyrant"]),
        ("Shamelessly, they kowtowed.", ["Shamelessly", "kowtowed"]),
    ],
)
def test_loaded_words_are_found(text: str, expected: list[str]) -> None:
    """Terms of each list are found in every inflection, longest first."""
    assert _found(segment(Article(body=text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She had a heart attack and a panic attack.",
        "The reaction releases a free radical.",
        "The Supreme Court Justice wrote the opinion.",
        "Doctors removed a malignant tumor.",
        "The car slammed into a wall.",
        "The exercise was supposed to end.",
        "Crude oil fell and toxic waste was found.",
        "The truth lies in the details.",
    ],
)
def test_plain_senses_yield_nothing(text: str) -> None:
    """A longer phrase with a plain sense hides the loaded word inside it."""
    assert _found(segment(Article(body=text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "He is not radical.",
        "He was never a thug.",
        "She isn't corrupt.",
        "It is no sham.",
        "They did not slam the plan.",
        "It was not to be a witch hunt.",
        "Neither corrupt in the least.",
    ],
)
def test_denied_terms_yield_nothing(text: str) -> None:
    """A negation just before the term denies it."""
    assert _found(segment(Article(body=text))) == []


@pytest.mark.parametrize(
    "text",
    ["Not only a corrupt mayor.", "No. Corrupt men lie to you.", "Nobody there liked the thug."],
)
def test_a_negation_elsewhere_denies_nothing(text: str) -> None:
    """A negation that belongs to other words leaves the term standing."""
    assert _found(segment(Article(body=text)))


def test_names_are_no_evidence_in_running_text() -> None:
    """A capitalised word inside a sentence is a name; at its start it may be a word."""
    assert _found(segment(Article(body="We met Jane Savage at the Evil Dead show."))) == []
    assert _found(segment(Article(body="Corrupt officials met."))) == ["Corrupt"]


def test_headline_case_says_nothing_about_names() -> None:
    """Where most words have capitals they are read as words."""
    document = segment(Article(headline="Governor Slams Corrupt Mayor Over Shameful Budget"))
    assert _found(document) == ["Slams", "Corrupt", "Shameful"]


def test_shouting_is_no_name() -> None:
    """A word all in capitals counts."""
    assert _found(segment(Article(body="It was a DISGRACE to the town."))) == ["DISGRACE"]


def test_phrases_never_cross_a_sentence() -> None:
    """Words on both sides of a full stop are no phrase."""
    assert "witch. Hunt" not in _found(segment(Article(body="He saw a witch. Hunt it down.")))


def test_calm_report_and_rant_lie_far_apart() -> None:
    """A calm report scores near 0, a rant near 1."""
    assert _extract(CALM).score <= 0.1
    assert _extract(RANT).score > 0.7


def test_quoted_terms_are_the_speakers() -> None:
    """Inside direct speech terms are cues, but count for the speaker only."""
    body = '"This corrupt sham of a trial is a disgrace and a pathetic farce," she said on Monday.'
    evidence = _extract(body)
    assert {cue.voice for cue in evidence.cues} == {"quoted"}
    assert len(evidence.cues) >= 4
    assert evidence.score == 0
    assert evidence.features["loaded_terms_per_100_words"] == 0
    assert evidence.features["quoted_loaded_terms_per_100_words"] > 10


def test_figures_by_hand() -> None:
    """Rates are counted per 100 of the outlet's words."""
    evidence = _extract("Critics slammed the plan. It passed on Monday all the same.")
    slam = next(t.weight for t in shipped_list("loaded_verbs").terms if t.term == "slam")
    features = evidence.features
    assert features["loaded_terms_per_100_words"] == pytest.approx(100 / 11)
    assert features["loaded_weight_per_100_words"] == pytest.approx(100 * slam / 11)
    assert features["loaded_verbs_per_100_words"] == pytest.approx(100 / 11)
    assert features["loaded_labels_per_100_words"] == 0
    assert features["loaded_sentence_share"] == 0.5
    assert math.isnan(features["loaded_paragraph_peak_per_100_words"])
    assert math.isnan(features["quoted_loaded_terms_per_100_words"])


def test_peak_is_the_most_loaded_paragraph() -> None:
    """The peak is at least the rate of the whole and comes from one paragraph."""
    features = _extract(f"{CALM}\n\n{RANT}").features
    peak = features["loaded_paragraph_peak_per_100_words"]
    assert peak > features["loaded_weight_per_100_words"]


def test_inserts_and_headline_do_not_count() -> None:
    """Promo inserts and the headline are other extractors' matter."""
    inserted = _extract(f"{CALM}\n\n{RANT}", "Mayor Slams Sham", ("body", "body", "ad", "ad"))
    assert inserted.features == pytest.approx(_extract(CALM).features, nan_ok=True)
    assert all(cue.part == "body" for cue in inserted.cues)


@pytest.mark.parametrize("body", ["", "1 2 3", "—"])
def test_without_words_everything_is_undefined(body: str) -> None:
    """No words, no rates: NaN, never 0."""
    evidence = _extract(body)
    assert math.isnan(evidence.score)
    assert all(math.isnan(value) for value in evidence.features.values())
    assert evidence.cues == ()


def test_measures_and_features_agree() -> None:
    """The codebook names exactly the features that are measured."""
    assert [m.name for m in LOADED_TERMS.measures] == list(_extract(RANT).features)


def test_cues_point_at_their_words() -> None:
    """Each cue's span is its text; its category is a list's or `unlisted`, its weight in (0, 1]."""
    reading = _reading(RANT, "A headline")
    categories = {shipped_list(name).header["category"] for name in LOADED_LISTS} | {UNLISTED}
    for cue in LOADED_TERMS.extract(reading).cues:
        assert cue.of(reading.document.text) == cue.text
        assert cue.category in categories
        assert 0 < cue.weight <= 1
        assert cue.note


@pytest.mark.parametrize(
    ("one", "other"),
    [("Democrats", "Republicans"), ("Trump", "Biden"), ("Muslims", "Christians")],
)
def test_names_do_not_move_the_score(one: str, other: str) -> None:
    """The same text about the other side measures the same."""
    text = "The corrupt {0} slammed a bill. Only {0} voted for it, and {0} are no sham."
    left, right = _extract(text.format(one)), _extract(text.format(other))
    assert left.features == pytest.approx(right.features, nan_ok=True)
    assert left.score == right.score
