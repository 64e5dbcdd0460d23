"""Headline framing: devices in place, the score, the gap to the story."""

import math
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bias.alone import rate_headlines
from bias.document.article import Article
from bias.document.document import Cue
from bias.document.segment import segment
from bias.evaluation.headlines import AUC, LEFT_OUT, evaluate_headlines
from bias.features.base import MINOR, Evidence
from bias.features.headline.extractor import HEADLINE, MEASURES
from bias.features.headline.meant import UNLISTED_NOTE
from bias.features.headline.score import score_of
from bias.features.headline.words import Headline
from bias.labelled.headlines import labelled_headlines
from bias.lists.groups import HEADLINE as HEADLINE_TERMS
from bias.models.headline import JUDGING
from bias.reading import Reading
from bias.roles import ParagraphRole

DATA = Path(os.environ.get("BIAS_DATA", Path(__file__).parents[2] / "shared" / "data"))
BODY = (
    "Mayor Jane Doe of Springfield said on Monday that the bridge might close.\n\n"
    "Doe answered questions for an hour. The council will vote in May."
)

PRECISE = {
    ", any judging device": 0.79,
    ", loaded_label": 0.65,
    ", loaded_verb": 0.77,
    ", hyperbole": 0.55,
    ", question": 0.9,
    ", reader_address": 0.8,
    ", forward_reference": 0.8,
}
"""Least precision on outlets left out; some 0.06 below what was measured, 2026-11-30."""

FOUND = [
    ("Mayor Slams Bridge Plan", "loaded_verb", "Slams"),
    ("MAYOR SLAMS BRIDGE PLAN", "loaded_verb", "SLAMS"),
    ("Council melts down over bridge", "loaded_verb", "melts down"),
    ("Council Ditched by Longtime Builder", "loaded_verb", "Ditched"),
    ("Mayor’s Disgraced Aide Returns", "loaded_label", "Disgraced"),
    ("Council Approves Ludicrous Bridge Plan", "loaded_label", "Ludicrous"),
    ("Is the Bridge Plan Finished?", "question", "Is the Bridge Plan Finished?"),
    ("Council closed the bridge. Here's why", "forward_reference", "Here's why"),
    ("5 Things the Council Did Not Say", "forward_reference", "5 Things"),
    ("The bridge is closing and you will pay", "reader_address", "you"),
    ("Don't Trust the Bridge Plan", "reader_address", "Don't Trust"),
    ("Smith Slammed for Bridge Vote", "named_target", "Smith Slammed"),
    ("Mayor Blasts Quimby Over Bridge", "named_target", "Blasts Quimby"),
    ("Quimby’s Lies About the Bridge", "named_target", "Quimby’s Lies"),
    ("Quimby’s Lies About the Bridge", "presupposition", "Quimby’s Lies"),
    ("Why the Council Never Delivers", "presupposition", "Why the Council Never Delivers"),
    ("Quimby Snubbed at Bridge Opening", "named_target", "Quimby Snubbed"),
    ("Workers were killed at the bridge", "agentless", "were killed"),
    ("Sorry, Commuters: The Bridge Stays Closed", "sarcasm", "Sorry, Commuters"),
    ("Mayor REFUSES to Open the Bridge", "capitals", "REFUSES"),
    ("Quimby Under Fire Over Bridge", "named_target", "Quimby Under Fire"),
    ("Quimby’s Worst Idea Is a Bridge", "named_target", "Quimby’s Worst Idea"),
    ("Commuters Betrayed by Quimby", "named_target", "Betrayed by Quimby"),
    ("Why Quimby Would Be a Disaster", "named_target", "Quimby Would Be a Disaster"),
    ("The Problem With Bridges", "presupposition", "The Problem With Bridges"),
    ("The Folly of the Bridge Plan", "presupposition", "The Folly of the Bridge Plan"),
    ("How the Bridge Hurts Commuters", "presupposition", "How the Bridge Hurts Commuters"),
    ("Mayor Unveils His Genius Plan for the Bridge", "sarcasm", "Genius Plan"),
    ("The Bridge Is Utterly Finished", "hyperbole", "Utterly"),
    ("A ‘safe’ bridge", "scare_quotes", "‘safe’"),
    ("Mayor blasts 'reckless' story about bridge", "loaded_verb", "blasts"),
    ("Warden Rams Through Tolls at Midnight", "loaded_verb", "Rams Through"),
    ("Warden’s Harebrained Scheme for the Pool", "loaded_label", "Harebrained"),
    ("Grotesque Bridge Plan Approved", "loaded_label", "Grotesque"),
    ("Massive Bridge Opens", "hyperbole", "Massive"),
    ("Mayor REFUSES to Open the Bridge", "hyperbole", "REFUSES"),
]
ABSENT = [
    ("Two Killed in Bridge Crash", "loaded_verb"),
    ("Mayor accused of fraud over bridge", "loaded_label"),
    ("Former aide accuses council of hypocrisy", "loaded_label"),
    ("Bomb Blasts Kill Ten", "loaded_verb"),
    ("Storm slams coast, pounds bridge", "loaded_verb"),
    ("Council votes on disaster relief", "loaded_label"),
    ("How to Cross the New Bridge", "presupposition"),
    ("How the Council Will Pay for the Bridge", "presupposition"),
    ("US Signs Bridge Treaty", "reader_address"),
    ("NASA and NATO Sign Bridge Treaty", "capitals"),
    ("MAYOR OPENS BRIDGE", "capitals"),
    ("OPINION: The bridge opens", "capitals"),
    ("Aide Snubbed by Council", "agentless"),
    ("Council Opens Bridge", "named_target"),
    ("Bridge Plan Is Not Radical", "loaded_label"),
    ("Toxic waste found under bridge", "loaded_label"),
    ("Quimby Under Fire Over Bridge", "loaded_label"),
    ("The chilling effect of bridge tolls", "loaded_label"),
    ("Ten hurt in attack, police say", "loaded_verb"),
    ("Shocking UN Report on Bridges", "named_target"),
    ("Council has plan to attack Syria", "named_target"),
    ("How the Council Could Fail", "presupposition"),
    ("Why the bridge hasn't opened", "presupposition"),
    ("Why I'm not crossing the bridge", "presupposition"),
    ("A 'shameful' bridge", "scare_quotes"),
    ("Man loses 130 pounds before wedding", "loaded_verb"),
    ("Library gave up its lease, moves north", "loaded_verb"),
    ("City gives up office space downtown", "loaded_verb"),
    ("Ten dead in coup attempt", "loaded_label"),
    ("Tsunami hits coast", "loaded_label"),
    ("Rusty bridge closed for repairs", "loaded_label"),
    ("Vintage blazer sold at auction", "loaded_label"),
    ("Worst flood since 1953 hits valley", "hyperbole"),
    ("NASA moves probe", "hyperbole"),
    ("Quimby Under Fire Over Bridge", "hyperbole"),
    ("Library named after Quimby opens", "named_target"),
    ("Quimby praises nurses", "named_target"),
    ("How to Paint a Bridge", "presupposition"),
    ("Mayor: 'We will open it'", "scare_quotes"),
    ("Quimby reads 'The Old Bridge'", "scare_quotes"),
    ("Thanks to nurses, clinic stays open", "sarcasm"),
]
UNLISTED = [
    ("Council hides behind an implausible excuse", "implausible"),
    ("Why the Council’s Myopic Plan Failed", "Myopic"),
    ("The Ferry Is a Miserable, Squalid Place", "Squalid"),
    ("Quimby’s Obnoxious Answer to Commuters", "Obnoxious"),
]
"""Judging words that stand in no list."""
VOICES = [
    ("Governor to Quimby: End this shameful sham", "sham", "quoted"),
    ("Quimby confirms shameful sham of a plan", "sham", "outlet"),
    ("Quimby shows how to build a shameful sham", "sham", "outlet"),
    ("Bridge plan is a shameful sham, report says", "sham", "quoted"),
    ("Quimby: Bridge plan is a shameful sham", "sham", "quoted"),
    ("Quimby says bridge plan is a shameful sham", "sham", "quoted"),
    ("Bridge plan a shameful sham, says Quimby", "sham", "quoted"),
    ("Bridge plan a shameful sham: Quimby", "sham", "quoted"),
    ("Quimby blasts 'reckless' story about bridge", "reckless", "quoted"),
    ("Quimby blasts 'reckless' story about bridge", "blasts", "outlet"),
    ("A 'reckless' bridge opens", "reckless", "outlet"),
    ("Quimby and their 'reckless' bridge", "reckless", "outlet"),
    ("PAUL: The bridge plan is a shameful sham", "sham", "outlet"),
    ("Exclusive: The bridge plan is a shameful sham", "sham", "outlet"),
    ("The bridge plan: a shameful sham", "sham", "outlet"),
    ("Quimby: Why is the bridge plan such a sham?", "sham", "outlet"),
    ("Quimby speaks of bridge, a shameful sham", "sham", "outlet"),
]
"""Whose words they are, without quotation marks or against them."""
CALM = [
    ("Council opens the bridge", "Council just opened the bridge"),
    ("Mayor and council meet press", "The mayor and the council meet the press"),
    ("Clinic hires nurses", "Clinic hires more nurses"),
    ("Court hears case on tolls", "Here is what the court heard on tolls"),
    ("Ferry runs on Sundays", "Now the ferry runs on Sundays"),
]
"""Calm headlines, plain and in the style of comment."""
ACTORS = [
    ("US Ditched by Quimby", 1, 0),
    ("US Ditched by Longtime Partner", 1, 0),
    ("Quimby Slammed for Bridge Vote", 1, 1),
    ("Quimby is accused of fraud", 1, 1),
    ("Quimby Slams Wiggum Over Bridge", 0, math.nan),
    ("Quimby opens bridge", 0, math.nan),
    ("Bridge in Springfield opened", math.nan, math.nan),
    ("Council opens bridge", math.nan, math.nan),
    ("Quimby and the bridge", math.nan, math.nan),
]


def _extract(headline: str, body: str = "") -> Evidence:
    document = segment(Article(headline=headline, body=body))
    return HEADLINE.extract(
        Reading(document, (ParagraphRole("body", 1.0),) * len(document.paragraphs))
    )


def _cues(headline: str, category: str) -> list[Cue]:
    return [cue for cue in _extract(headline).cues if cue.category == category]


@pytest.mark.parametrize(("headline", "category", "text"), FOUND)
def test_device_is_found_in_place(headline: str, category: str, text: str) -> None:
    """Each device is found with the exact words it rests on."""
    assert [cue.text for cue in _cues(headline, category)] == [text]


LITERAL = [
    "Comets hammer Bears 34-10 in season opener",
    "Lynx destroy Sparks 88-60",
    "New vaccine crushes virus in trial",
    "Nurses attack malaria with nets",
    "Torch manufacturer recalls 5,000 lamps",
]
"""Games, medicine and compounds, in which a verb of battle is plain."""
FIGURATIVE = [
    ("Senator slams cancer research cuts", "slams"),
    ("Senate votes 52-48 to trash clinic rules", "trash"),
    ("Quimby blasts Sparks owner", "blasts"),
]


@pytest.mark.parametrize("headline", LITERAL)
def test_a_verb_that_is_meant_literally_is_plain(headline: str) -> None:
    """How all speak of games and of drugs dramatises nothing."""
    assert _cues(headline, "loaded_verb") == []


@pytest.mark.parametrize(("headline", "word"), FIGURATIVE)
def test_a_verb_beside_such_words_still_dramatises(headline: str, word: str) -> None:
    """An illness that is no object, a result that is a vote: no excuse."""
    assert [cue.text for cue in _cues(headline, "loaded_verb")] == [word]


def test_a_name_is_a_butt_though_no_rule_says_so() -> None:
    """The learnt model finds it, in doubt: the cue is marked and not drawn."""
    (cue,) = _cues("Of Course the Democrats Deserve This Pathetic Mess", "named_target")
    assert cue.text == "Democrats"
    assert cue.weight < MINOR
    assert not _cues("Democrats to meet in Springfield on Monday", "named_target")
    assert all(
        cue.weight < MINOR for cue in _cues("The case against Quimby is absurd", "named_target")
    )


@pytest.mark.parametrize(("headline", "category"), ABSENT)
def test_look_alike_is_no_device(headline: str, category: str) -> None:
    """Plain words for dramatic facts, charges reported and genre labels are no devices."""
    assert _cues(headline, category) == []


@pytest.mark.parametrize(("headline", "word"), UNLISTED)
def test_a_judging_word_of_no_list_is_found(headline: str, word: str) -> None:
    """The learnt model finds it, with a probability; no list, so no other reason, names it."""
    found = [cue for cue in _cues(headline, "loaded_label") if cue.text == word]
    assert [(cue.note, cue.weight <= cue.probability < 1) for cue in found] == [
        (UNLISTED_NOTE, True)
    ]


@pytest.mark.parametrize(("headline", "word", "voice"), VOICES)
def test_whose_word_it_is(headline: str, word: str, voice: str) -> None:
    """A colon, a name at the end and a verb of saying make it the speaker's; bylines do not."""
    judged = [cue for cue in _extract(headline).cues if cue.category in JUDGING]
    assert {cue.voice for cue in judged if cue.text.endswith(word)} == {voice}


@pytest.mark.parametrize(("plain", "styled"), CALM)
def test_style_alone_makes_no_slant(plain: str, styled: str) -> None:
    """Articles, `just` and `now` do not make a calm headline a slanted one."""
    assert _extract(plain).score < 0.25
    assert _extract(styled).score < 0.35


def test_a_subhead_makes_no_name() -> None:
    """A line of the story in title case does not say that a word is always capitalised."""
    body = "What Stunt Means for Commuters\n\nThe council met on Monday and went home at noon."
    assert [cue.text for cue in _extract("Quimby’s bridge stunt", body).cues][:1] == [
        "Quimby’s bridge stunt"
    ]


def test_a_quoted_word_is_the_speakers_and_moves_less() -> None:
    """The same words move the score less when a speaker's name stands before them."""
    own, said = (
        _extract(h).score
        for h in ("Bridge plan is a shameful sham", "Quimby: Bridge plan is a shameful sham")
    )
    assert said < own


@pytest.mark.parametrize(("headline", "acted_upon", "left_out"), ACTORS)
def test_who_acts_and_who_is_acted_upon(headline: str, acted_upon: float, left_out: float) -> None:
    """The first-named actor is told to act or to be acted upon, in full and clipped passives."""
    features = _extract(headline).features
    assert features["headline_acted_upon"] == pytest.approx(acted_upon, nan_ok=True)
    assert features["headline_agent_left_out"] == pytest.approx(left_out, nan_ok=True)


def test_verb_says_who_suffers() -> None:
    """The cue on the main verb says on which side of it the first-named actor stands."""
    notes = [_cues(h, "loaded_verb")[0].note for h in ("US Ditched by Quimby", "US Ditches Quimby")]
    assert "done to the first-named actor, by another named actor" in notes[0]
    assert "done by the first-named actor to another named one" in notes[1]


def test_names_are_no_loaded_words() -> None:
    """A word that the body writes only with a capital is a name, whatever it means."""
    body = "Supporters of Dave Crook cheered. They like Crook, and said so."
    named = _extract("Dave Crook won", body)
    assert "loaded_label" not in {cue.category for cue in named.cues}
    assert _cues("A crook won", "loaded_label")


def test_cues_stand_in_the_headline() -> None:
    """Every cue's span gives its text and belongs to the headline."""
    headline = "Why Quimby’s ‘Plan’ Is a Shameful Sham — and You’ll Pay"
    evidence = _extract(headline, BODY)
    assert evidence.cues
    for cue in evidence.cues:
        assert headline[cue.start : cue.end] == cue.text
        assert (cue.part, cue.feature) == ("headline", "headline")
        assert 0 < cue.weight <= 1


def test_quoted_words_are_the_speakers() -> None:
    """A loaded word in attributed direct speech is a quoted cue and moves no score."""
    quoted = _extract('Smith: "This plan is a shameful sham and we will not vote for it"')
    own = _extract("This plan is a shameful sham and we will not vote for it")
    loaded = [cue.voice for cue in quoted.cues if cue.category == "loaded_label"]
    assert loaded
    assert set(loaded) == {"quoted"}
    assert quoted.score < own.score


def test_without_headline_everything_is_undefined() -> None:
    """Score and measures are NaN without a headline, and there are no cues."""
    evidence = _extract("", BODY)
    assert math.isnan(evidence.score)
    assert all(map(math.isnan, evidence.features.values()))
    assert evidence.cues == ()


@pytest.mark.parametrize("headline", ["?", "—", "12", "’", "🎉", "a"])
@pytest.mark.parametrize("body", ["", "…", BODY])
def test_odd_headlines_are_survived(headline: str, body: str) -> None:
    """Marks, numbers and lone letters yield a score in range or NaN."""
    score = _extract(headline, body).score
    assert math.isnan(score) or 0 <= score <= 1


def test_measures_are_the_codebooks() -> None:
    """The extractor returns exactly the measures it promises, in their order and range."""
    for body in ("", BODY):
        features = _extract("Mayor Slams Quimby Plan", body).features
        assert list(features) == [measure.name for measure in MEASURES]
        for measure in MEASURES:
            value = features[measure.name]
            assert math.isnan(value) or measure.low <= value <= measure.high


def test_gap_is_undefined_without_a_body() -> None:
    """The score needs a headline only; what compares with the story is NaN without one."""
    alone = _extract("Mayor Slams Quimby Plan")
    assert 0 < alone.score < 1
    assert math.isnan(alone.features["headline_loaded_gap"])
    assert math.isnan(alone.features["headline_lead_overlap"])


def test_gap_measures_what_the_story_carries() -> None:
    """Names and words the story lacks, and certainty it does not have, are measured."""
    far = _extract("Quimby torches bridge", BODY).features
    near = _extract("Doe says Springfield bridge might close", BODY).features
    assert far["headline_unsupported_names"] == 1
    assert near["headline_unsupported_names"] == 0
    assert far["headline_loaded_gap"] > near["headline_loaded_gap"]
    assert far["headline_lead_overlap"] < near["headline_lead_overlap"]
    assert (far["headline_flat_claims"], near["headline_flat_claims"]) == (1, 0)


def test_loaded_headline_over_calm_story_scores_higher() -> None:
    """A hotter headline over the same story scores higher, and more so than without the story."""
    calm, hot = (
        _extract(h, BODY).score for h in ("Council votes on bridge", "Council guts bridge")
    )
    assert hot > 2 * calm
    assert hot > _extract("Council guts bridge").score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Democrats Slam Bridge Plan", "Republicans Slam Bridge Plan"),
        ("Trump Is Wrong About the Bridge", "Biden Is Wrong About the Bridge"),
        ("Why Muslims Fear the Bridge", "Why Christians Fear the Bridge"),
        ("She Never Opens the Bridge", "He Never Opens the Bridge"),
        ("Liberal Lies About the Bridge", "Conservative Lies About the Bridge"),
        ("North Korea Opens the Bridge", "New Zealand Opens the Bridge"),
        ("New Jersey Opens the Bridge", "Kansas Opens the Bridge"),
        ("Fox News Is Wrong About the Bridge", "CNN Is Wrong About the Bridge"),
        ("We Glorify Dr. King on the Bridge", "We Glorify Dr. Quimby on the Bridge"),
    ],
)
def test_names_do_not_move_the_score(one: str, other: str) -> None:
    """Parties, politicians, faiths and sexes can be swapped without moving the score."""
    assert _extract(one).score == pytest.approx(_extract(other).score)


def test_rate_headlines_keeps_order_and_empty_rows() -> None:
    """There is one row per headline, in order; an empty one has NaN."""
    frame = rate_headlines(["Council Guts Bridge", "", "Council votes"])
    assert list(frame["headline"]) == ["Council Guts Bridge", "", "Council votes"]
    assert frame["score"].isna().tolist() == [False, True, False]
    assert frame["score"][0] > frame["score"][2]
    assert {"loaded", "clickbait", "loaded_verb", "words", "percentile"} <= set(frame.columns)
    assert frame["percentile"][0] > frame["percentile"][2]


def test_the_score_is_its_parts() -> None:
    """The named parts add up to the score, and those of judging devices are in it."""
    row = rate_headlines(["Council Guts Bridge"]).iloc[0]
    parts = {name: row[name] for name in row.index if name.startswith("part_")}
    assert score_of(parts) == pytest.approx(row["score"])
    assert parts["part_loaded_verb"] > 0 == parts["part_question"]


def test_figures_are_of_the_set_they_were_published_for(tmp_path: Path) -> None:
    """A further set in the folder moves no figure; alone, or named, it is read."""
    first, more = tmp_path / "headlines_dev.jsonl", tmp_path / "headlines_more.jsonl"
    more.write_text('{"id": "b"}\n', "utf-8")
    assert [row["id"] for row in labelled_headlines(tmp_path)] == ["b"]
    first.write_text('{"id": "a"}\n', "utf-8")
    assert [row["id"] for row in labelled_headlines(tmp_path)] == ["a"]
    assert [row["id"] for row in labelled_headlines(more)] == ["b"]


@pytest.mark.skipif(not (DATA / "headline_devices").is_dir(), reason="labelled headlines not here")
def test_labelled_headlines() -> None:
    """On outlets left out the score tells slanted from neutral, and devices are rarely wrong."""
    frame = evaluate_headlines(DATA / "headline_devices")
    assert list(frame.columns) == ["measure", "value", "low", "high", "n"]
    assert frame["measure"].iloc[0] == AUC
    bounded = frame.dropna()
    assert (bounded["low"] <= bounded["value"]).all()
    assert (bounded["value"] <= bounded["high"] + 1e-9).all()
    table = frame.set_index("measure")["value"]
    assert table[f"{AUC}{LEFT_OUT}"] >= 0.88
    assert table[f"Spearman correlation of the score with slant{LEFT_OUT}"] >= 0.6
    assert table[f"recall, any judging device{LEFT_OUT}"] >= 0.5
    assert table[f"voice of found devices is right{LEFT_OUT}"] >= 0.95
    for device, least in PRECISE.items():
        assert table[f"precision{device}{LEFT_OUT}"] >= least


def test_a_headline_ends_where_its_body_begins() -> None:
    """Words of the body finish no phrase that the headline begins."""
    cues = _extract("Bridge Opened by Quimby", "Under fire, the council voted in May.").cues
    assert [cue for cue in cues if cue.category == "named_target"] == []


def test_of_equal_devices_the_first_counts() -> None:
    """A phrase of a list that is mock courtesy too has the list's weight, in every run."""
    cues = _extract("Surprise, Surprise: The Bridge Is Late", "It opens in May.").cues
    assert [cue.weight for cue in cues if cue.category == "sarcasm"] == [0.8]


def test_headlines_cut_together_are_cut_as_each_alone() -> None:
    """Lines do not see each other: not their marks, not their names, not their blank lines."""
    lines = [*(headline for headline, *_ in FOUND + ABSENT), "", "Why\n\nNew “safe", "York” wins"]
    for line, together in zip(lines, Headline.alone(lines), strict=True):
        alone = Headline.of(segment(Article(headline=line)))
        assert replace(together, few=alone.few, body=alone.body, quoted=alone.quoted) == alone
        assert [*together.quoted] == [
            replace(quotation, paragraph=found.paragraph)
            for quotation, found in zip(alone.quoted, together.quoted, strict=True)
        ]
        assert together.listed(HEADLINE_TERMS) == alone.listed(HEADLINE_TERMS)
