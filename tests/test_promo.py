"""The promo extractor: how much other stories are pushed at the reader."""

import math

import pytest

from bias.document.article import Article
from bias.document.segment import segment
from bias.features.base import Evidence
from bias.features.loaded.extractor import LOADED_TERMS
from bias.features.promo import MEASURES, PROMO, calm_rate
from bias.reading import Reading
from bias.roles import label_paragraphs

HEADLINE = "Council closes three libraries to save money"
PROSE = (
    "The council voted on Tuesday to close three libraries after a long debate about the city's "
    "budget, officials said.",
    "Residents filled the hall and asked members to wait until the state decides on its own "
    "funding for the coming year.",
    "The mayor said the closures would save two million dollars, which the city needs to repair "
    "its bridges and roads.",
    "Two members of the council voted against the plan, and one of them left the hall before the "
    "result was read out.",
)
CALM = "Astronauts Return to Earth After Half a Year in Orbit"
LOADED = "Disgraced Senator Slams Horrifying Witch Hunt in Explosive Tax Hearing"
ON_TOPIC = "RELATED: Mayor Defends Library Closures as Council Debates Budget"


def measure(*paragraphs: str) -> Evidence:
    """Measure an article made of these paragraphs."""
    document = segment(Article(HEADLINE, "\n\n".join(paragraphs)))
    return PROMO.extract(Reading(document, label_paragraphs(document)))


def amid(*lines: str) -> Evidence:
    """Measure an article with these lines in its middle."""
    return measure(*PROSE[:2], *lines, *PROSE[2:])


ORDER = [
    ("none below an advertisement", (), ("Advertisement",)),
    ("an advertisement below an on-topic story", ("Advertisement",), (ON_TOPIC,)),
    ("on topic below off topic", (ON_TOPIC,), (CALM,)),
    ("calm below loaded", (CALM,), (LOADED,)),
    ("one below two", (LOADED,), (LOADED, PROSE[2], CALM)),
]


@pytest.mark.parametrize(("less", "more"), [case[1:] for case in ORDER], ids=[c[0] for c in ORDER])
def test_score_grows_with(less: tuple[str, ...], more: tuple[str, ...]) -> None:
    """More inserts, farther from the topic and more loaded, score higher."""
    assert amid(*less).score < amid(*more).score <= 1


def test_score_is_zero_without_inserts() -> None:
    """None is a count: the score is 0, not undefined."""
    evidence = measure(*PROSE)
    assert evidence.score == 0
    assert evidence.features["promo_inserts"] == 0
    assert math.isnan(evidence.features["promo_first_position"])
    assert math.isnan(evidence.features["promo_loaded_terms_per_100_words"])
    assert not evidence.cues


def test_score_is_undefined_without_a_body() -> None:
    """A headline alone can have no inserts."""
    evidence = PROMO.extract(Reading(segment(Article(headline=HEADLINE)), ()))
    assert math.isnan(evidence.score)
    assert all(math.isnan(value) for value in evidence.features.values())


@pytest.mark.parametrize("line", ["Advertisement", "Sign up for our daily newsletter"])
def test_page_furniture_counts_little(line: str) -> None:
    """An advertisement marker or a newsletter pitch is no slant."""
    assert 0 < amid(line).score < 0.05


def test_an_insert_after_the_story_counts_less() -> None:
    """What interrupts counts more than what follows."""
    assert measure(*PROSE, f"RELATED: {CALM}").score < amid(f"RELATED: {CALM}").score


def test_measures_are_those_promised() -> None:
    """The evidence has exactly the codebook's columns, in range."""
    features = amid(LOADED, "Advertisement", "Share on Facebook").features
    assert list(features) == [m.name for m in MEASURES]
    assert all(m.low <= features[m.name] <= m.high for m in MEASURES)
    assert features["promo_inserts"] == 2
    assert features["promo_story_inserts"] == features["promo_off_topic_inserts"] == 1
    assert features["furniture_paragraphs"] == 1


def test_cues_are_the_insert_and_its_loaded_terms() -> None:
    """One cue spans the paragraph, with its reasons; one each its loaded terms."""
    evidence = amid(LOADED)
    insert, *terms = evidence.cues
    assert (insert.text, insert.category, insert.voice) == (LOADED, "promo_story", "outlet")
    assert "hardly occur" in insert.note
    assert "Slams" in {cue.text for cue in terms}
    assert all(insert.start <= cue.start < cue.end <= insert.end for cue in terms)
    assert {cue.feature for cue in evidence.cues} == {"promo"}


def test_the_body_of_a_loaded_outlet_takes_from_the_excess() -> None:
    """Loaded words count as far as the story itself is calmer."""
    rant = "The mayor slammed the disgraced council in a horrifying and explosive witch hunt, "
    loud = tuple(rant + paragraph[0].lower() + paragraph[1:] for paragraph in PROSE)
    assert measure(*loud[:2], LOADED, *loud[2:]).score < amid(LOADED).score


def test_the_story_is_as_loaded_as_its_own_extractor_says() -> None:
    """What an insert's loaded words are held against is the measure of the story's prose."""
    document = segment(Article(HEADLINE, "\n\n".join((*PROSE, "The disgraced mayor slammed it."))))
    reading = Reading(document, label_paragraphs(document))
    weight = LOADED_TERMS.extract(reading).features["loaded_weight_per_100_words"]
    assert 100 * calm_rate(reading) == pytest.approx(weight)
    assert weight > 0
