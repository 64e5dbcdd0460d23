"""Who says what without quotation marks, under which name, and what stays the outlet's."""

import pytest

from bias import Article, analyze
from bias.analysis import Analysis
from bias.document.document import Cue
from bias.document.segment import segment
from bias.models.attribution import FIRST_CODES, SECOND_CODES, shipped_attribution_model
from bias.speakers.attributions import find_attributions
from bias.speakers.signs import Words, codes_of, pair_signs, second_signs, window_codes
from bias.speakers.tone import tone_of

CALM = "The council met on Monday to vote on the plan for the new bridge over the river. "

REPORTED = [
    # text, loaded word, who says it
    ("Opponents see the plan as a charade.", "charade", "Opponents"),
    ("Critics say the inspection regime is toothless since then.", "toothless", "Critics"),
    ("There are some who regard it as little more than a gimmick.", "gimmick", "some"),
    ("The union's message is that the horrible delay must end.", "horrible", "The union"),
    ("The owners cast the strikers as unpatriotic.", "unpatriotic", "The owners"),
    ("Ann Fox, a builder, said it was a shameful betrayal by the town.", "shameful", "Ann Fox"),
    ("For sceptics, the scheme is a reckless gamble.", "reckless", "sceptics"),
    ("According to Lena Voss, the budget is a sham.", "sham", "Lena Voss"),
    ("In the view of the teachers, the reform is a catastrophe.", "catastrophe", "the teachers"),
    ("The plan is widely regarded as a fiasco.", "fiasco", None),
    ("His argument — that the shameful board has failed us — was heard.", "shameful", None),
    ("However, according to the coroner, it was a shameful swindle.", "swindle", "the coroner"),
]

OWN = [
    # text, loaded word
    ("The vote on Tuesday shows how the party has become a cabal.", "cabal"),
    ("The letters reveal that the firm was a reckless swindler.", "swindler"),
    ("I think the mayor is a charlatan.", "charlatan"),
    ("The mayor announced her reckless plan on Monday.", "reckless"),
    ("The governor's shameful scheme was approved on Monday.", "shameful"),
]

NAMES = [
    # text, last source's words, its speaker
    ("Zhang Ming said that he was late. Zhang said that it rained.", "Zhang", "Zhang Ming"),
    (
        "Mayor Lucille Ames said the road was open. The mayor said it was late.",
        "The mayor",
        "Lucille Ames",
    ),
    (
        "Lucille Ames, the mayor, said the road was open. Ms Ames said it was late.",
        "Ms Ames",
        "Lucille Ames",
    ),
    ("The council met. She said that it was late.", "She", None),
]


def read(text: str) -> Analysis:
    """Return the analysis of a text inside a calm article."""
    return analyze(Article("Council meets on bridge", f"{CALM}\n\n{text}\n\n{CALM}"))


def loaded(analysis: Analysis, word: str) -> Cue:
    """Return the loaded cue that holds a word."""
    return next(c for c in analysis.cues if c.feature == "loaded_terms" and word in c.text)


@pytest.mark.parametrize(("text", "word", "speaker"), REPORTED)
def test_reported_views_are_their_speakers(text: str, word: str, speaker: str | None) -> None:
    """A loaded word in a reported view names who holds it and enters no rate of the outlet's."""
    analysis = read(text)
    cue = loaded(analysis, word)
    assert (cue.voice, cue.reported, cue.said_by) == ("outlet", True, speaker)
    assert analysis.values["loaded_weight_per_100_words"] == 0
    assert analysis.values["reported_loaded_terms_per_100_words"] > 0


@pytest.mark.parametrize(("text", "word"), OWN)
def test_what_the_outlet_makes_its_own_stays_its_own(text: str, word: str) -> None:
    """Facts, first persons and names for an object are the outlet's words."""
    cue = loaded(read(text), word)
    assert (cue.reported, cue.said_by) == (False, None)


def test_quoted_cues_name_their_speaker() -> None:
    """Inside quotation marks nothing is reported, and the quotation's speaker says it."""
    cue = loaded(read("“It is a shameful plan for all of us,” said Ada Brill."), "shameful")
    assert (cue.voice, cue.reported, cue.said_by) == ("quoted", False, "Ada Brill")


@pytest.mark.parametrize(("text", "words", "speaker"), NAMES)
def test_aliases_are_joined(text: str, words: str, speaker: str | None) -> None:
    """The last source goes under the fullest name; a pronoun that nobody fits has none."""
    sources = [cue for cue in read(text).cues if cue.category == "source" and cue.text == words]
    assert sources[-1].speaker == speaker


def test_parts_of_an_attribution_share_a_link() -> None:
    """Source, cue and content stand in the record, weigh nothing and are joined."""
    cues = [c for c in read("Jane Fox said the ferry was late again.").cues if c.link is not None]
    assert all(cue.weight == 0 for cue in cues)
    fox = next(cue for cue in cues if cue.text == "Jane Fox")
    joined = {cue.category for cue in cues if cue.link == fox.link}
    assert joined == {"source", "report_verb", "content"}


def test_a_headline_with_a_colon_is_an_attribution() -> None:
    """`Name: …` in a headline is somebody's word."""
    analysis = analyze(Article("Trump: The Agency Ruined Flynn", CALM * 3))
    assert any(cue.category == "source" and cue.text == "Trump" for cue in analysis.cues)


@pytest.mark.parametrize(
    ("cue", "tone"),
    [
        ("said", "neutral"),
        ("claimed", "doubting"),
        ("revealed", "endorsing"),
        ("shows", "endorsing"),
    ],
)
def test_cues_have_a_tone(cue: str, tone: str) -> None:
    """A cue leaves what is said alone, doubts it, or takes it for a fact."""
    assert tone_of([cue]) == tone


def test_signs_stay_within_the_models_codes() -> None:
    """No sign has a code that the layers have no place for."""
    model = shipped_attribution_model()
    words = Words.of(segment(Article(body=CALM)), model.clusters)
    answers = model.first.weights[: len(words.numbers), :4] * 0 + 0.25
    answers = answers.repeat(1, axis=0)[: len(words.numbers)]
    _, pairs = codes_of(pair_signs(words))
    _, second = codes_of(second_signs(words, answers))
    assert window_codes(words) + pairs <= FIRST_CODES
    assert second <= SECOND_CODES


@pytest.mark.parametrize("body", ["", "…", "“", "said " * 3000, "“a” said " * 2000])
def test_hostile_texts_are_read(body: str) -> None:
    """Nothing, marks alone and endless sentences are read without harm."""
    attributions = find_attributions(segment(Article(body=body)))
    assert all(piece.first < piece.last for found in attributions for piece in found.pieces)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Texas plaintiffs say that it was late.", "The Texas plaintiffs"),
        ("The Carver administration says that it was late.", "The Carver administration"),
        ("Secretary of State Ada Brill said that it was late.", "Ada Brill"),
        ("Other Republicans siding with Vale said that it was late.", "Other Republicans"),
        (
            "The U.S. Department of Agriculture said that it was late.",
            "The U.S. Department of Agriculture",
        ),
    ],
)
def test_names_are_whole(text: str, speaker: str) -> None:
    """A source is called by all of its name, and by no more."""
    names = {cue.speaker for cue in read(text).cues if cue.category == "source"}
    assert any(name and speaker.removeprefix("The ") in name for name in names), names
    assert not any(name and "siding" in name for name in names)


def test_charges_are_whose_they_are() -> None:
    """What somebody is blasted for is the view of who blasts; the blow stays the outlet's word."""
    analysis = read("One member blasted the clerk for defending a shameful swindle.")
    cue = loaded(analysis, "swindle")
    assert (cue.reported, cue.said_by) == (True, "One member")
    assert not loaded(analysis, "blasted").reported


@pytest.mark.parametrize(
    "text",
    [
        "The mayor repeated her absurd allegations of fraud.",
        "The senator made an absurd claim that the tests failed.",
        "He put forward the absurd suggestion that bees are birds.",
        "Her rival answered with absurd charges of theft.",
        "The board rejected his absurd accusation against the clerk.",
    ],
)
def test_what_judges_a_claim_is_the_outlets(text: str) -> None:
    """Nobody calls his own claim absurd."""
    story = f"{text} The council met on Monday for an hour and spoke of the road to the dam."
    cues = analyze(Article("Council meets", story)).cues
    (absurd,) = [cue for cue in cues if cue.text == "absurd" and cue.feature == "loaded_terms"]
    assert (absurd.voice, absurd.reported) == ("outlet", False)


def test_what_critics_call_a_claim_is_theirs() -> None:
    """Inside a reported clause the judgement is the speaker's."""
    story = "Critics say that his absurd claims are a shame. The council met on Monday for an hour."
    cues = analyze(Article("Council meets", story)).cues
    (absurd,) = [cue for cue in cues if cue.text == "absurd" and cue.feature == "loaded_terms"]
    assert absurd.reported
