"""Sourcing: who is quoted, by which verbs, and what stays unsourced."""

import gzip
import json
import math
import re
from pathlib import Path

import pytest

from bias.document.article import Article
from bias.document.document import Cue, Document
from bias.document.segment import segment
from bias.features.attribution import ATTRIBUTION, LOADED
from bias.features.base import Evidence
from bias.lists.terms import shipped_list
from bias.reading import Reading
from bias.roles import ParagraphRole
from bias.speakers.attributions import find_attributions
from bias.speakers.reported import Reported
from bias.speakers.speakers import find_claims, find_speakers

SPEAKERS = [
    # text, last names of the speakers of its direct quotations
    ("“We lost the vote,” Jane Fox said.", ["fox"]),
    ("“We lost the vote,” said Jane Fox, a senator from Ohio.", ["fox"]),
    ("“We lost the vote,” Jane Fox, a senator from Ohio, told reporters.", ["fox"]),
    ("Jane Fox said: “We lost the vote.”", ["fox"]),
    ("Sen. Jane Fox (D-Ohio) said that “we lost the vote.”", ["fox"]),
    ("“We lost the vote,” Mr. Fox said. “We will win the next.”", ["fox", "fox"]),
    ("Jane Fox spoke to reporters on Monday. “We lost the vote,” she said.", ["fox"]),
    ("The vote was “a deep shame for all,” according to Jane Fox.", ["fox"]),
    ("“We lost the vote,” a senior official said.", ["official"]),
    ("“We lost the vote,” the White House said.", ["house"]),
    ("“We lost the vote,” Dr. Maria de la Cruz on Monday told CNN.", ["cruz"]),
    ("“We lost,” Jane Fox said. “No, we won,” John Wolf replied.", ["fox", "wolf"]),
]

CLAIMS = [
    # text, is it a reported claim
    ("Jane Fox said that the vote was lost for good.", True),
    ("Jane Fox said the vote was lost for good.", True),
    ("The vote was lost for good, according to Jane Fox.", True),
    ("The vote was lost for good, Jane Fox said on Monday.", True),
    ("Officials warned that the vote was lost.", True),
    ("“We lost the vote for good,” Jane Fox said.", False),
    ("Jane Fox said: “We lost the vote.”", False),
    ("The vote was lost for good.", False),
    ("The attack on the claims office raised no alarm.", False),
]

STORY = "The council met on Monday to vote on the plan for the new bridge over the river. " * 8


def last_names(document: Document) -> list[str | None]:
    """Return the last names of the speakers of the direct quotations."""
    speakers = zip(document.quotations, find_speakers(document), strict=True)
    return [
        speaker and speaker.last for quotation, speaker in speakers if quotation.kind == "direct"
    ]


def evidence_of(body: str) -> Evidence:
    """Return the evidence of an article all of whose paragraphs are its story."""
    document = segment(Article(body=body))
    roles = tuple(ParagraphRole("body", 1.0) for _ in document.paragraphs)
    return ATTRIBUTION.extract(Reading(document, roles))


def weighing(evidence: Evidence) -> list[Cue]:
    """Return the cues that weigh something: parts of attributions do not."""
    return [cue for cue in evidence.cues if cue.weight]


@pytest.mark.parametrize(("text", "names"), SPEAKERS)
def test_speakers(text: str, names: list[str]) -> None:
    """Every direct quotation has the speaker its sentence names."""
    assert last_names(segment(Article(body=text))) == names


@pytest.mark.parametrize(("text", "claim"), CLAIMS)
def test_claims(text: str, claim: bool) -> None:
    """A claim reported in the outlet's own words is found; quotations and events are not."""
    document = segment(Article(body=text))
    assert bool(find_claims(Reported(document, find_attributions(document)))) == claim


def test_loaded_verbs_and_vague_sources_are_cues_where_they_stand() -> None:
    """Loaded report verbs and vague attributions are shown; plain "said" is not."""
    text = "Fox admitted that he lied. Wolf said that he left. Critics say it is over."
    evidence = evidence_of(text)
    assert [(cue.category, cue.text) for cue in weighing(evidence)] == [
        ("loaded_report_verb", "admitted"),
        ("vague_attribution", "Critics say"),
    ]
    assert all(text[cue.start : cue.end] == cue.text for cue in evidence.cues)


def test_quotations_show_their_speaker() -> None:
    """A quotation's cue is quoted voice, counts little and names who speaks."""
    (cue,) = weighing(evidence_of("“We lost the vote for good,” Jane Fox said."))
    assert (cue.category, cue.voice, cue.note) == ("quotation", "quoted", "quoted: Jane Fox")
    assert cue.weight < LOADED / 2


def test_words_inside_quotations_are_the_speakers() -> None:
    """Loaded verbs and vague attributions inside direct speech are no cues."""
    evidence = evidence_of("“Critics say he admitted that he lied to us,” Jane Fox said.")
    assert {cue.category for cue in weighing(evidence)} == {"quotation"}


def test_measures_are_as_promised_and_in_range() -> None:
    """The features are exactly the measures, within their ranges."""
    evidence = evidence_of(STORY + "“We lost the vote for good,” Jane Fox said.")
    assert list(evidence.features) == [measure.name for measure in ATTRIBUTION.measures]
    for measure in ATTRIBUTION.measures:
        assert measure.low <= evidence.features[measure.name] <= measure.high
    assert 0 <= evidence.score <= 1


def test_undefined_is_nan() -> None:
    """Without words nothing is defined; without quotations no share of speakers is."""
    assert all(math.isnan(value) for value in evidence_of("").features.values())
    evidence = evidence_of(STORY)
    assert math.isnan(evidence.features["top_source_share"])
    assert evidence.features["quoted_word_share"] == 0
    assert math.isnan(evidence_of("Too short to say.").score)


@pytest.mark.parametrize(
    ("plain", "slanted"),
    [
        ("Fox said that it was late.", "Fox admitted that it was late."),
        ("Fox said that it was late.", "It was late."),
        ("Fox said that it was late.", "It is widely believed that Fox said that it was late."),
    ],
)
def test_slanted_sourcing_scores_higher(plain: str, slanted: str) -> None:
    """Loaded verbs, missing and vague sources raise the score."""
    assert evidence_of(STORY + slanted).score > evidence_of(STORY + plain).score


def test_names_do_not_move_the_score() -> None:
    """Another speaker with the same words gives the same numbers."""
    text = STORY + "“We lost the vote for good,” {} said. {} claimed that it was late."
    scores = {evidence_of(text.format(n, n)).score for n in ("Jane Fox", "Omar Wolf", "Bo Bear")}
    assert len(scores) == 1


def test_report_verbs_weigh_from_plain_to_loaded() -> None:
    """The list's weights put "say" lowest and verbs of mockery highest."""
    weights = {term.term: term.weight for term in shipped_list("report_verbs").terms}
    assert weights["say"] < weights["argue"] < weights["claim"] < weights["rant"]


def test_speakers_of_annotated_articles(data: Path) -> None:
    """At least 70 % of the annotated quotations get the right last name."""
    right = total = 0
    with gzip.open(data / "quotations" / "articles_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            document = segment(Article(body="\n\n".join(record["paragraphs"])))
            found = _speakers_by_start(document)
            for mark in (mark for mark in record["marked"] if mark["kind"] == "direct"):
                names = {_last_word(mark["canonical"]), _last_word(mark["speaker"])}
                key = (mark["p"], _opening(mark["text"]))
                right += found.get(key) in names
                total += 1
    assert right / total >= 0.70


def _speakers_by_start(document: Document) -> dict[tuple[int, str], str]:
    pairs = zip(document.quotations, find_speakers(document), strict=True)
    return {
        (quotation.paragraph, _opening(quotation.of(document.text))): speaker.last
        for quotation, speaker in pairs
        if speaker
    }


def _opening(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)[:5])


def _last_word(name: str) -> str:
    words = re.findall(r"[\w'’-]+", re.sub(r"\([^)]*\)", "", name).lower())
    return words[-1] if words else ""
