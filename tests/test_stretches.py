"""Inserts inside a paragraph: found with their span, and left out of the story."""

import os
from pathlib import Path

import pytest

from bias.analysis import analyze
from bias.document.article import Article
from bias.document.segment import segment
from bias.features.measured import measure
from bias.reading import Reading
from bias.roles import InsertStretch, label_paragraphs
from bias.roles.context import look_around
from bias.roles.stretches import find_stretches

DATA = Path(os.environ.get("BIAS_DATA", Path(__file__).parents[2] / "shared" / "data"))
HEADLINE = "Council closes three libraries to save money"
BEFORE = (
    "The council voted on Tuesday to close three libraries after a long debate about the city's "
    "budget, officials said."
)
AFTER = (
    "The mayor said the closures would save two million dollars, which the city needs to repair "
    "its bridges and roads."
)


def stretches_in(paragraph: str) -> list[tuple[str, str]]:
    """Return text and role of each insert inside a paragraph amid a story."""
    document = segment(Article(HEADLINE, f"{BEFORE}\n\n{paragraph}\n\n{AFTER}"))
    found = find_stretches(look_around(document), 1)
    return [(stretch.of(document.text), stretch.role) for stretch in found]


FOUND = [
    (
        "He left the hall early. ⟦For more of her columns, go here now.⟧",
        "promo_story",
    ),
    (
        "He left the hall early. ⟦To see the whole map, visit www.example.org/map.⟧",
        "promo_story",
    ),
    (
        "He left the hall early. ⟦Listen to Ann Example talk about the storm here.⟧",
        "promo_media",
    ),
    (
        "He left the hall early. ⟦Please consider making a donation to keep us at work.⟧",
        "signup",
    ),
    (
        "He left the hall early. ⟦To get his columns free by email, go to example.com.⟧",
        "signup",
    ),
    (
        "He left the hall early. ⟦You can subscribe on Spotify or wherever you listen.⟧",
        "signup",
    ),
    (
        "He left the hall early. ⟦Follow @example for the latest on the storm.⟧",
        "signup",
    ),
    ("He left the hall early. ⟦Ad Policy⟧", "ad"),
    (
        "The plan was changed twice before the vote, he said. "
        "⟦(RELATED: Senator Humiliated By Star Witness In Tax Hearing)⟧",
        "promo_story",
    ),
    (
        "The plan was changed twice. ⟦[READ MORE: Governor signs tax bill]⟧ It was read out in "
        "the hall before the members left.",
        "promo_story",
    ),
    (
        "The plan was changed twice before the vote, he said. "
        "⟦(Related: Mayor’s Aide Resigns Over Emails [VIDEO])⟧",
        "promo_story",
    ),
    (
        "The plan was changed twice before the vote, he said. ⟦[WATCH: Storm Hits The Coast]⟧",
        "promo_media",
    ),
    (
        "The plan was changed twice before the vote, he said.⟦RELATED: Governor Signs Tax Bill⟧",
        "promo_story",
    ),
    (
        "Nobody knows what it will cost the city in the end. ⟦(Read: What you need to know)⟧",
        "promo_story",
    ),
    (
        "The state said no in June. ⟦Read more »⟧ The members then voted on the plan again.",
        "promo_story",
    ),
    (
        "He left the hall early. ⟦SEE ALSO: Astronauts return after a year⟧",
        "promo_story",
    ),
    (
        "He left the hall early. ⟦RELATED: Is The Governor Finished?⟧ The members then voted on "
        "the plan, which had been changed twice.",
        "promo_story",
    ),
    (
        "He left the hall early. ⟦RELATED: Governor Signs Long Awaited Tax Bill⟧ The members then "
        "voted on the plan, which had been changed twice.",
        "promo_story",
    ),
    (
        "Councilwoman Ann Example ⟦Ann Mary ExampleGovernor signs tax bill Senate to vote on "
        "bridges Press: Who will run? MORE⟧ (Ind.) told reporters that she would vote against it.",
        "promo_story",
    ),
    (
        "Councilman Jo McSample⟦ Joseph (Jo) McSampleMORE⟧’s plan was changed before the vote.",
        "promo_story",
    ),
    (
        "Councilman Bo Sample ⟦Robert (Bo) Sample Governor signs tax bill Senate to vote on "
        "bridges MORE⟧ said on Monday that he would vote against it.",
        "promo_story",
    ),
    (
        "The plan was changed twice before the vote, he said. ⟦Click here to see all of our "
        "coverage of the storm.⟧",
        "promo_story",
    ),
    (
        "The plan was changed twice before the vote. ⟦For more on the storm, click here.⟧ The "
        "members left the hall after that.",
        "promo_story",
    ),
    (
        "The plan was changed twice before the vote, as this newspaper reported. ⟦Sign up here "
        "for our morning newsletter.⟧",
        "signup",
    ),
    (
        "The plan was changed twice before the vote, as he wrote in May. ⟦Follow him on Twitter "
        "@sample.⟧ The members left the hall after that.",
        "signup",
    ),
    (
        "The plan was changed twice before the vote. ⟦Advertisement⟧ The members left the hall "
        "after that and did not come back.",
        "ad",
    ),
    (
        "The plan was changed twice before the vote, he said, and nobody liked it. ⟦READ MORE⟧",
        "promo_story",
    ),
]


@pytest.mark.parametrize(("marked", "role"), FOUND)
def test_insert_is_found_with_its_span(marked: str, role: str) -> None:
    """An insert inside a paragraph is found as a whole, and nothing but it."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    paragraph = marked.replace("⟦", "").replace("⟧", "")
    assert [(text, kind) for text, kind in stretches_in(paragraph)] == [
        (paragraph[start:end].strip(), role)
    ]


LOOK_ALIKES = [
    "She left. To get more help to the coast, the governor asked for trucks.",
    "She left. Please consider what this means for a family of four.",
    "She left. For more than a year, go figure, nobody mended the roof.",
    "She left. Watch what he does here, she said, and not what he says.",
    "She left. To receive a pension, workers write to the ministry in the capital.",
    "She left. The board’s ad policy bans tobacco and has done so for years.",
    "She left. Follow the money for a while and it leads to the harbour.",
    "Her advice to the class is simple. Read more: it makes you a better writer, she has found.",
    "There was a sign that shouted. WATCH: that was all the sign said to those who came near.",
    "He is on every screen these days. Follow Ann Example on Instagram, the lawyer said in court.",
    "The offer ended in May. Subscribe now to our paper, the mayor told the members of the club.",
    "The costs (Related costs rose as well) were higher than the council had expected in May.",
    "Some members (read: the two from the north side) had asked for a delay of the whole plan.",
    "Other cities closed libraries (see: the long list in the report) and saved very little.",
    "“It is [more: much more] than we can pay for this year,” the member for the north side said.",
    "The council (more on that in a moment) asked the state for help and got no answer from it.",
    "The Bureau of Land Management (BLM) and the Group of Seven (G7) had no part in the decision.",
    "He moved from St.Louis to the U.S.Virgin Islands, e.g. St. Croix, and came back in the fall.",
    "Her iPhone and a McDonald’s cup stood on the table, next to a copy of the MacArthur report.",
    "The plan is at https://example.org/READ-MORE:Plan and in the hall, where anybody can read it.",
    "The vote was late.The members left the hall after that and Mr. Sample stayed with the mayor.",
    "Three things matter here: Money, Time And Patience, as the member for the north side put it.",
    "The sign on the door said: “Click here to read more about the plan,” and nobody had clicked.",
    "“We need MORE money,” said Bo Sample, whose brother Sam Sample wants MORE time for the plan.",
    "NO MORE CUTS, the signs outside of the hall said, and MORE TEACHERS, and FEWER CONSULTANTS.",
    "You can sign up for health insurance until Friday, and follow the vote on the state’s site.",
    "Follow the money, he said. Subscribe to that view or do not, but watch what the mayor does.",
    "An advertisement in the paper asked for help. Advertisement costs rose by a third last year.",
    "She lives in New York, New York, near Duran Duran Street, and Ann Sample lives next to her.",
    "Related agencies were not asked. Read the report and see also the annex, the mayor told them.",
    "Some topics were off limits. (See also: the long list of what the members may never ask.)",
    "Video: that was the one thing nobody had from the hall, where photos are not allowed either.",
    "The vote was close. Watch: the mayor will ask for another one before the summer is over.",
    "The report is called “More From Less: How Cities Save” and the members have read all of it.",
]


@pytest.mark.parametrize("paragraph", LOOK_ALIKES)
def test_prose_keeps_its_words(paragraph: str) -> None:
    """Brackets, capitals, colons and names of the report itself are no inserts."""
    assert stretches_in(paragraph) == []


def test_paragraph_that_is_an_insert_holds_none() -> None:
    """What takes the whole paragraph is a matter for the paragraph's role."""
    assert stretches_in("[READ MORE: Governor signs tax bill]") == []
    assert stretches_in("RELATED: Governor Signs Tax Bill") == []


SPLIT = (
    "Councilwoman Ann Example Ann Mary ExampleTax bill passes MORE said that she was calm and "
    "would not stay until the vote on the city's budget, which the members had put off twice. "
    "(RELATED: Tyrant Humiliated By Star Witness)"
)


def reading_of(*paragraphs: str) -> Reading:
    """Read an article made of these paragraphs."""
    return measure(segment(Article(HEADLINE, "\n\n".join(paragraphs)))).reading


def test_body_leaves_the_insert_out() -> None:
    """Words, sentences and paragraphs of the story are those around the inserts."""
    reading = reading_of(SPLIT)
    kept = ["Councilwoman", "Ann", "Example", "said", "that", "she", "was", "calm", "and"]
    words = reading.told.row.where(reading.story).words
    assert words[:9] == kept
    assert words[-2:] == ["twice", "."]
    assert len(reading.body_sentences) == 1
    assert reading.body_sentences[0].of(reading.told.text).endswith("put off twice.")


def test_story_measures_do_not_change() -> None:
    """Every measure of the story is the same with and without a bracketed insert in it."""
    insert = " (RELATED: Radical Tyrant Says Senate Humiliated By “Bad” Witness In Tax Hearing)"
    plain = analyze(Article(HEADLINE, f"{BEFORE}\n\n{AFTER}"))
    mixed = analyze(Article(HEADLINE, f"{BEFORE}{insert}\n\n{AFTER}"))
    own = [name for name in plain.values if name.startswith(("loaded", "quoted_word", "headline"))]
    own += ["attributed_sentences_share", "report_verbs_per_100_words", "assertives_per_100_words"]
    assert own
    for name in own:
        assert mixed.values[name] == pytest.approx(plain.values[name], nan_ok=True), name


def test_insert_is_a_cue_and_counts() -> None:
    """It is a cue of its own, with the loaded terms inside, and enters the promo measures."""
    analysis = analyze(Article(HEADLINE, f"{BEFORE}\n\n{SPLIT}\n\n{AFTER}"))
    cues = [cue for cue in analysis.cues if cue.feature == "promo"]
    inserts = [cue.text for cue in cues if cue.category == "promo_story"]
    assert [text[:10] for text in inserts] == ["Ann Mary E", "(RELATED: "]
    assert "Humiliated" in [cue.text for cue in cues]
    assert analysis.values["promo_inserts"] == 2
    assert analysis.values["promo_word_share"] > 0.1
    assert analysis.scores["promo"] > 0.2
    assert all(cue.text == analysis.text[cue.start : cue.end] for cue in analysis.cues)


def test_topic_looks_at_the_other_story_only() -> None:
    """On topic when the headline's words are the story's, label and paragraph aside."""
    on = f"{BEFORE} (RELATED: Council Debates City Budget And Libraries)"
    off = f"{BEFORE} (RELATED: Astronauts Return To Earth After Half A Year)"
    found = [label_paragraphs(segment(Article(HEADLINE, f"{p}\n\n{AFTER}")))[0] for p in (on, off)]
    assert [role.stretches[0].topic for role in found] == ["on", "off"]
    assert all(role.stretches[0].reasons for role in found)


def test_sentence_takes_the_role_of_its_insert() -> None:
    """A sentence that lies mostly in an insert has the insert's role."""
    reading = reading_of(BEFORE, SPLIT, AFTER)
    roles = [
        reading.roles[s.paragraph].role_of(s)
        for s in reading.document.sentences
        if s.paragraph == 1
    ]
    assert roles[-1] == "promo_story"
    assert reading.roles[1].inserts == 2


def test_stretches_are_apart_and_inside() -> None:
    """Stretches come in order, never overlap and never leave their paragraph."""
    marks = ["(RELATED: ", ")", "MORE ", "Click here. ", "Ann Ann ExampleAnn ", "READ: ", "“", " "]
    body = "".join(marks[i * i % 7] + marks[(i + 3) % 8] + "word Word. " for i in range(400))
    document = segment(Article(HEADLINE, body))
    for paragraph, role in zip(document.paragraphs, label_paragraphs(document), strict=True):
        found: tuple[InsertStretch, ...] = role.stretches
        edges = [edge for s in found for edge in (s.start, s.end)]
        assert edges == sorted(edges)
        assert all(paragraph.start <= s.start < s.end <= paragraph.end for s in found)


def test_short_prose_with_an_insert_stays_the_story() -> None:
    """A line that looks like a promo is the story's where most of it is prose with one behind."""
    line = "He left early, and some of the members did too. (RELATED: Governor Signs Tax Bill)"
    role = label_paragraphs(segment(Article(HEADLINE, f"{BEFORE}\n\n{line}\n\n{AFTER}")))[1]
    assert (role.role, len(role.stretches)) == ("body", 1)


@pytest.mark.skipif(not (DATA / "promo_inserts").is_dir(), reason="no labelled data")
def test_real_paragraphs() -> None:
    """On real articles the inserts are found and the story keeps its words."""
    from bias.evaluation.promo.stretches import evaluate_stretches

    table = evaluate_stretches(DATA).set_index("measure")
    assert table.loc["mixed paragraphs, insert found inside", "recall"] >= 0.95
    assert table.loc["body paragraphs with an insert found inside", "f1"] <= 0.002
