"""Evidence is what stands up: kinds of wrong and of missing marks, in a calm article."""

import pytest

from bias import Article, analyze
from bias.analysis import Analysis

HEADLINE = "Water board sets out plan for the coming winter"
STORY = """The Ostrum water board met on Monday to review its plan for the winter. Some thirty \
people followed the session, which took an hour and a half.

{passage}

The board's engineer presented readings for the past nine months. Demand rose by 2 percent, and \
losses from pipes fell slightly. A survey of the northern mains is due in May.

The board meets again on June 3 in the old school. Its minutes are published within a week."""


def analysis_of(passage: str) -> Analysis:
    """Analyze a calm article that holds a passage."""
    return analyze(Article(headline=HEADLINE, body=STORY.format(passage=passage)))


QUOTED = [
    "“This is a shameful, cynical stunt,” said Mira Holt. The company said it would reply in time.",
    "“They have been ruthless and corrupt from the start,” Jon Vale, a rival bidder, said.",
    "“What a ridiculous idea,” said Tora Lind, who lives by the dam.",
    "Ada Moss, a teacher, said: “It was a catastrophe and a disgrace.”",
    "“He is a bully and a liar,” the letter said. The board did not comment.",
]
LITERAL = [
    "Gusts tore shingles off the barn, smashed a window and flung a bicycle over the fence.",
    "The kiosk offers roasted nuts, grilled fish and a cake in the form of a monster.",
    "Two passengers were badly hurt when the bus crashed; one driver was fatally injured.",
    "Flood water ripped a pipe from the wall of the dam and swamped two vans.",
    "A severe storm battered the pier, and rain pounded the roofs for six hours.",
]
REQUIRED = [
    "A driver allegedly took a pump from the yard, police said. He reportedly came by bicycle.",
    "The man is suspected of theft, the prosecutor said; the board may seek damages.",
    "It appears likely that the price will remain the same, the board said.",
    "The alleged fraud was reported in March. The accused reportedly denies it.",
    "The work will probably end in July, and some kind of ceremony is possible.",
]
UNASSERTED = [
    "In such a system, engineers may be vilified, auditors bullied and critics smeared.",
    "The auditors did not find that the board was corrupt, or that its staff had been reckless.",
    "The ruling might delight you or might horrify you.",
    "The report does not show that the tests were shoddy or that the numbers were bogus.",
    "It asks whether the tariff is a sham.",
]


@pytest.mark.parametrize("passage", ["", *QUOTED, *LITERAL, *REQUIRED, *UNASSERTED])
def test_calm_articles_have_none(passage: str) -> None:
    """What others say, what is literal, required, denied or supposed is no evidence."""
    evidence = analysis_of(passage).evidence
    assert not evidence, [cue.text for cue in evidence]


HINTED = [
    "The chairman opened the plant on Friday. He took no questions.",
    "The first engineer left in May, and no explanation has ever been given.",
    "The minister came to see the dam. He stopped short of naming a date.",
    "The director has never explained why the pumps were sold to his cousin.",
    "The contract went to the chairman's brother. The auditors looked the other way.",
]
IRONIC = [
    "After six years the board has found its own front door. Bravo.",
    "The board's “specialists” met in a hotel by the sea.",
    "The pumps are broken again. Good for them.",
    "So we are in the best of hands.",
    "The repair hasn't exactly worked out.",
]
NAMED = [
    "The plan is backed by union honchos and their car-hating friends.",
    "A nature-obsessed clique of zealots wants to close the road.",
    "It was paid for by a megadonor and other cronies of the chairman.",
    "The board listens to faceless bureaucrats and its own lackeys.",
    "Its anti-worker chairman and his henchmen signed the deal.",
]
FLATTERED = [
    "The chairman boasted about the new dam and gloated over the vote.",
    "The valiant engineers heroically saved the town from the cowardly regime.",
    "This despicable plan is a disgrace.",
    "The shameless board squandered the money of hardworking taxpayers.",
    "The absurd rule is a farce and a sham.",
]


@pytest.mark.parametrize("passage", [*HINTED, *IRONIC, *NAMED, *FLATTERED])
def test_what_slants_is_found(passage: str) -> None:
    """Hints, irony, names and verdicts in the outlet's own words are shown."""
    analysis = analysis_of(passage)
    start = analysis.text.index(passage)
    assert any(start <= cue.start < start + len(passage) for cue in analysis.evidence)


def test_each_stretch_comes_once() -> None:
    """Two reasons for one stretch are one item, and so are the same words twice."""
    passage = "The board bragged about the dam. The mayor bragged about the road."
    cues = analysis_of(passage).evidence
    spans = [(cue.start, cue.end) for cue in cues]
    assert len(set(spans)) == len(spans)
    assert [cue.text for cue in cues].count("bragged") == 1


def test_record_points_into_the_cues() -> None:
    """`evidence` holds indices, strongest first, six at most."""
    analysis = analysis_of(" ".join((*NAMED, *FLATTERED)))
    record = analysis.to_dict()
    assert 0 < len(record["evidence"]) <= 6
    shown = [record["cues"][index] for index in record["evidence"]]
    assert [cue["text"] for cue in shown] == [cue.text for cue in analysis.evidence]
    assert all(cue["voice"] == "outlet" for cue in shown)


def test_one_insert_comes_last() -> None:
    """Of several headlines of other stories one is evidence, after the outlet's own words."""
    insert = "Senator Rolf Dane Caught Red-Handed: Corrupt Crony Cashes In On Shameless Land Grab"
    other = "Judge Hands Lena Orr a Huge Victory, Torches Lawsuit That Humiliated Her Rivals"
    body = STORY.format(passage="The absurd rule is a farce.") + f"\n\n{insert}\n\n{other}"
    analysis = analyze(Article(headline=HEADLINE, body=f"{body}\n\nThe session closed at noon."))
    promo = [cue.feature == "promo" for cue in analysis.evidence]
    assert sum(promo) <= 1
    assert not any(promo[:-1])


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Opponents argued that the levy was disgraceful.", False),
        ("He dismissed the survey as disgraceful.", False),
        ("The board was roundly criticized for publicly backing a disgraceful levy.", False),
        ("The board stood accused of being behind a disgraceful form of waste.", False),
        ("The inquiry heard charges of disgraceful waste.", False),
        ("The politics of the levy, once considered disgraceful by growers, have changed.", False),
        ("The board makes no secret of what it considers its disgraceful waste.", False),
        ("It was a triumph; the disgraceful deal was forgotten, says historian Ada Brin.", False),
        ("The levy has been disgraceful for the valley, the Ostrum Post reports.", False),
        ("The board, calling for calm, passed a disgraceful levy.", True),
        ("The board passed a disgraceful levy.", True),
        ("I would call it a disgraceful levy.", True),
    ],
)
def test_what_is_laid_at_a_door_is_not_shown(sentence: str, shown: bool) -> None:
    """What the sentence says somebody else thinks is not the outlet's."""
    analysis = analysis_of(sentence)
    assert any("disgraceful" in cue.text for cue in analysis.cues)
    assert ("disgraceful" in [cue.text for cue in analysis.evidence]) == shown
