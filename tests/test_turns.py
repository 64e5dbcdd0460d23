"""Turns of a transcript are direct speech of those whom their labels name."""

import pytest

from bias import Article, analyze
from bias.document.unmarked.turns import find_turns, is_shouted
from bias.words.cut import Span

TALKS = [
    # paragraphs, who says what: a word of a loaded term and its speaker, None for the outlet's own
    (
        [
            "MORAG TULLOCH, HOST: The pathetic plan is late again. Why?",
            "LUCILLE AMES: It is a disgrace, frankly.",
            "TULLOCH: And now?",
            "AMES: It is a shameful lie.",
        ],
        {"pathetic": None, "disgrace": "LUCILLE AMES", "shameful": "LUCILLE AMES"},
    ),
    (
        [
            "We spoke to Lucille Ames about the tram.",
            "Q: Why is this shameful plan so late?",
            "A: Because of a pathetic offer.",
            "Q: What next?",
            "A: A disgrace, I fear.",
        ],
        {"pathetic": "", "disgrace": "", "shameful": None},
    ),
    (
        [
            "Morag Tulloch: What do you make of it?",
            "Lucille Ames: It is a disgrace to the town.",
            "Morag Tulloch: And who is to blame?",
            "Lucille Ames: A gang of cowards.",
            "They had a shameful plan from the start.",
        ],
        {"disgrace": "Lucille Ames", "cowards": "Lucille Ames", "shameful": "Lucille Ames"},
    ),
    (
        [
            "Geoff Bennett:",
            "The tram is late again.",
            "Lucille Ames:",
            "It is a disgrace. We have two bids only.",
            "Geoff Bennett:",
            "It is a shameful delay, some say.",
            "Lucille Ames:",
            "They are cowards.",
        ],
        {"disgrace": "Lucille Ames", "cowards": "Lucille Ames"},
    ),
    (
        [
            "TULLOCH (voice-over): The tram is late again.",
            "AMES (through translator): It is a disgrace.",
            "TULLOCH (on camera): What next?",
            "AMES: A shameful lie.",
        ],
        {"disgrace": "AMES", "shameful": "AMES"},
    ),
    (
        ["Tulloch : It is late.", "Ames : It is a disgrace.", "Tulloch : And now?", "Ames : Wait."],
        {"disgrace": "Ames"},
    ),
]
NO_TALKS = [
    # labels of other kinds, and names before a colon once only
    ["Claim: The plan is a disgrace.", "Fact: It is not.", "Claim: It is late.", "Fact: It is."],
    ["UPDATE: It is a disgrace.", "UPDATE: It is late.", "UPDATE: It is over.", "The end came."],
    ["READ MORE: It is a disgrace.", "PHOTO: The pier.", "PHOTO: The quay.", "PHOTO: The sea."],
    ["Lucille Ames: a disgrace to the town.", "Dale Whitcomb: late as ever.", "It is over now."],
    ["The board met: it is a disgrace.", "It met again: nothing new.", "It met: nothing at all."],
]


@pytest.mark.parametrize(("paragraphs", "wanted"), TALKS)
def test_turns_are_their_speakers_words(
    paragraphs: list[str], wanted: dict[str, str | None]
) -> None:
    """A guest's words are quoted and the guest's; a host's are the outlet's."""
    cues = analyze(Article("An interview on trams", "\n\n".join(paragraphs))).cues
    said = {cue.text: cue for cue in cues if cue.feature == "loaded_terms"}
    for word, speaker in wanted.items():
        assert said[word].voice == ("outlet" if speaker is None else "quoted"), word
        assert not speaker or said[word].said_by == speaker


@pytest.mark.parametrize("paragraphs", NO_TALKS)
def test_other_labels_are_no_speakers(paragraphs: list[str]) -> None:
    """A story stays the outlet's."""
    cues = analyze(Article("The tram is late", "\n\n".join(paragraphs))).cues
    assert {cue.voice for cue in cues if cue.text == "disgrace"} <= {"outlet"}


@pytest.mark.parametrize("text", ["HT" * 5_000, "HT " * 5_000, "Ab" * 5_000, "A, (B" * 5_000])
def test_capitals_without_end_take_no_time(text: str) -> None:
    """A word of a thousand capitals was once tried in every way to part it; it hung here."""
    assert not is_shouted(text)
    assert [*find_turns(text, [Span(0, len(text))] * 3)] == []
