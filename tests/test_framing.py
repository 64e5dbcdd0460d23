"""Framing without loaded words: what is found, what looks alike, and what it adds up to."""

import math

import pytest

from bias import Article, analyze
from bias.document.document import Cue
from bias.features.framing.chances import LEAST
from bias.features.framing.extractor import CATEGORIES, FRAMING

STORY = """The harbour office opened on Monday. It has nine rooms and a hall. {passage}

The clerk read out last year's figures. Traffic grew by 3 percent and costs were unchanged. The \
office closes at five on weekdays and at noon on Saturdays, and a second desk opens \
in autumn, when the fleet is back from the northern grounds and more forms are handed in."""


def cues_of(passage: str) -> list[Cue]:
    """Return the framing cues of a calm story that holds a passage."""
    analysis = analyze(Article(headline="Harbour office opens", body=STORY.format(passage=passage)))
    return [cue for cue in analysis.cues if cue.feature == "framing"]


@pytest.mark.parametrize(
    ("passage", "category"),
    [
        ("The chairman took no questions.", "implied_accusation"),
        ("No reason was ever given, and no apology has ever been made.", "implied_accusation"),
        ("What a disgraceful farce. Good for them.", "irony"),
        ("How could this shameless and corrupt board be so cowardly?", "question"),
        ("The shameless mayor wants you to believe this absurd fairy tale.", "mind_reading"),
        ("No sane person would trust that corrupt and cowardly board.", "generalisation"),
        ("Its car-hating friends are poisoning the debate.", "epithet"),
        ("The board's “experts” met in a hotel.", "scare_quotes"),
    ],
)
def test_devices_are_found(passage: str, category: str) -> None:
    """Each has its category, its span, the outlet's voice and a probability."""
    found = [cue for cue in cues_of(passage) if cue.category == category]
    assert found
    for cue in found:
        assert cue.voice == "outlet"
        assert cue.probability >= LEAST
        assert cue.note


@pytest.mark.parametrize(
    "passage",
    [
        "The council has yet to set a date for the vote.",
        "“He took no questions,” said Ada Moss. “Good for them,” said Jon Vale.",
        "What is a harbour due? It is a fee that ships pay.",
        "Members may ask: “Who pays?”",
        "The engine was not repaired. It was not.",
        "The panel is dubbed the “council” by sailors.",
        "Mr. Vale is a billionaire who lives by the harbour.",
        "The two sides seem to agree on a date.",
    ],
)
def test_look_alikes_are_none(passage: str) -> None:
    """Calm sentences with the same words, others' words, and plain questions."""
    assert not cues_of(passage)


SLANTED = "The corrupt, cowardly and shameless board lied to everybody in this wretched town"

PLAIN = [
    # passage, category that must not be found
    (f"{SLANTED}, and the concept of “blowback” is its creed.", "scare_quotes"),
    (f"{SLANTED} with its “advertorial,” where the seller pays.", "scare_quotes"),
    (f"{SLANTED} before a shameful “no” vote.", "scare_quotes"),
    (f"{SLANTED}, too “risky” and “dangerous” for its cowards.", "scare_quotes"),
    (
        f"“We are the losers here,” said Ada Moss. {SLANTED} with its “losers” in tow.",
        "scare_quotes",
    ),
    (f"{SLANTED}, a scoundrel (“hooey”) among them.", "scare_quotes"),
    (f"{SLANTED}. Is the shameless mayor a coward? No.", "question"),
    (f"{SLANTED}. Is it shameless greed, or is it cowardly fear?", "question"),
    (f"{SLANTED}. Is the shameless mayor a coward? Or is he a fool?", "question"),
    (f"{SLANTED}. Who are these gangs?", "question"),
    ("Here to lie to us is the shameless coward:\n\nIs the cowardly mob corrupt?", "question"),
    (f"{SLANTED}, and we have no interest in this shameful farce.", "mind_reading"),
    (f"{SLANTED}, and I do not care about these cowards.", "mind_reading"),
    (f"{SLANTED}. The real agenda, they claim, is shameful.", "mind_reading"),
    (f"{SLANTED}, and we cannot revive the shameful harbour.", "assertion"),
    (f"{SLANTED} with scorn of all things shameful.", "irony"),
    (f"{SLANTED}, a shining example of this disgrace.", "praise"),
    (f"{SLANTED} after the triumph of a shameless candidate.", "praise"),
    (f"{SLANTED} by begging the question.", "implied_accusation"),
]

STILL = [
    # passage, category
    (f"{SLANTED} with its “experts” in tow.", "scare_quotes"),
    (f"{SLANTED}, and those “reforms” were its shameful work.", "scare_quotes"),
    (f"{SLANTED}. Why would anyone trust these cowards?", "question"),
    (f"{SLANTED}. How stupid do these cowards think we are?", "question"),
    (f"{SLANTED}, and they have no interest in this shameful farce.", "mind_reading"),
    (f"{SLANTED}, and we cannot ignore this shameful farce.", "assertion"),
    (f"{SLANTED} over, of all things, a flag.", "irony"),
    (f"{SLANTED}, a shining example to all cowards.", "praise"),
    (f"{SLANTED}, which begs the question of who paid these cowards.", "implied_accusation"),
]


@pytest.mark.parametrize(("passage", "category"), PLAIN)
def test_meant_and_told_turns_are_none(passage: str, category: str) -> None:
    """Even in a slanted passage: words that are named, echoed, answered or meant as they are."""
    assert category not in {cue.category for cue in cues_of(passage)}


@pytest.mark.parametrize(("passage", "category"), STILL)
def test_their_likes_are_still_found(passage: str, category: str) -> None:
    """The same words where they frame."""
    assert category in {cue.category for cue in cues_of(passage)}


def test_measures_are_rates_of_the_outlets_words() -> None:
    """Undefined without words of the outlet's, 0 where nothing is found."""
    empty = analyze(Article(headline="Harbour office opens", body=""))
    assert all(math.isnan(empty.values[measure.name]) for measure in FRAMING.measures)
    calm = analyze(Article(headline="Harbour office opens", body=STORY.format(passage="")))
    for name, _ in CATEGORIES.values():
        assert calm.values[f"{name}_per_100_words"] == 0
    assert calm.scores["framing"] == 0
