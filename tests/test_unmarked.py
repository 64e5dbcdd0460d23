"""Words without marks that are somebody else's: posts, turns, what is given in full."""

import pytest

from bias import Article, analyze
from bias.analysis import Analysis
from bias.document.paragraphs import split_paragraphs

CALM = "The council met on Monday to vote on the plan for the new bridge over the river."
MORE = "The clerk read out the figures, and the second desk opens in autumn for the fleet."
RAGE = "This is a shameful and reckless swindle, and these crooks must be stopped"


def read(*paragraphs: str, headline: str = "Council meets on bridge") -> Analysis:
    """Return the analysis of paragraphs inside a calm article."""
    return analyze(Article(headline, "\n\n".join((CALM, MORE, *paragraphs, MORE, CALM))))


def said(analysis: Analysis) -> list[tuple[str, str | None]]:
    """Return what is quoted without marks, and who says it."""
    told = analysis.reading.told
    pairs = zip(told.quotations, analysis.reading.speakers, strict=True)
    return [(q.of(told.text), s and s.name) for q, s in pairs if q.block]


def is_calm(analysis: Analysis) -> bool:
    """Tell whether nothing is charged to the outlet."""
    return analysis.scores["loaded"] == 0 and not analysis.evidence


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        ([f"{RAGE}.", "— Ann Poe (@annpoe) October 2, 2017"], "Ann Poe"),
        ([f"{RAGE}! — Tom Vale 🇺🇸 (@tomvale1) 3 May 2019"], "Tom Vale 🇺🇸"),
        ([f"@mayorvale {RAGE}."], None),
        ([f"{RAGE}. pic.twitter.com/Ab12Cd34"], None),
        ([f"{RAGE}! #SaveTheBridge"], None),
        (["Enough is enough!!!", f"{RAGE}!!!", "Lena Fox (@lenafox) May 1, 2018"], "Lena Fox"),
    ],
)
def test_posts_are_their_posters(paragraphs: list[str], speaker: str | None) -> None:
    """A signature, a handle in front, a picture's link or a hashtag behind shows a post."""
    analysis = read(*paragraphs)
    assert is_calm(analysis)
    assert speaker in [name for _, name in said(analysis)]


@pytest.mark.parametrize(
    "line",
    [
        f"{RAGE}, whatever @mayorvale and her friends may tell the voters of this town.",
        f"{RAGE}. The council's post about #bridge week had three replies on Monday.",
        f"{RAGE}, and the account (@mayorvale) was silent for a week.",
        f"{RAGE} — and that is the whole story of the bridge.",
        f"{RAGE}, which is #9 on the list of the council and @ the top of ours.",
    ],
)
def test_the_outlets_words_about_posts_stay_its_own(line: str) -> None:
    """A handle or a hashtag in a sentence makes no post of it."""
    analysis = read(line)
    assert not said(analysis)
    assert analysis.scores["loaded"] > 0


TALKS = [
    [f"MARA LIND: {RAGE}.", "HOST: Why?", "MARA LIND: I saw it.", "HOST: When was that?"],
    ["Q: What do you see?", f"A: {RAGE}.", "Q: Who pays?", "A: Nobody knows."],
    ["Lind: Good evening.", f"Okoro: {RAGE}.", "Lind: Thank you.", "Okoro: Not at all."],
    ["JP: I was there.", "DB: And?", f"JP: {RAGE}.", "It went on for years.", "DB: Thank you."],
    ["Emcee: What now?", f"Oakeshott: {RAGE}.", "Emcee: So?", "Oakeshott: We wait."],
    [
        "She spoke to us in an interview that was edited for length.",
        "How do you see the plan?", f"{RAGE}, as I told my sister.",
        "What would you do?", "I would ask for the books.",
        "And what do you say to the engineers?", "I say no.",
    ],
]  # fmt: skip


@pytest.mark.parametrize("turns", TALKS)
def test_turns_of_a_conversation(turns: list[str]) -> None:
    """What stands behind a name and a colon, or answers a question to "you", is the speaker's."""
    analysis = read(*turns)
    assert is_calm(analysis)
    assert any("swindle" in words for words, _ in said(analysis))


def test_a_turn_names_its_speaker() -> None:
    """The label is the name."""
    assert (f"{RAGE}.", "MARA LIND") in said(read(*TALKS[0]))


@pytest.mark.parametrize(
    "lines",
    [
        ["Where: The old hall.", f"Cost: {RAGE}.", "Where: The new hall.", "Cost: Five pounds."],
        ["NOT REAL: The bridge fell.", f"THE FACTS: {RAGE}.", "NOT REAL: It sank.",
         "THE FACTS: It did not."],
        [f"One thing is clear: {RAGE}.", "Another: the board knew.", "A third: nobody asked."],
        ["Why was it built?", f"{RAGE}.", "Who pays?", "The county does.", "When?", "In May."],
        [f"Update: {RAGE}.", "Update: The hall is open."],
    ],
)  # fmt: skip
def test_lists_and_explainers_are_no_conversation(lines: list[str]) -> None:
    """Labels that are common words and questions to nobody leave the words the outlet's."""
    analysis = read(*lines)
    assert not any("swindle" in words for words, _ in said(analysis))
    assert analysis.scores["loaded"] > 0


IN_FULL = [
    ["The full text of the governor's speech follows:", "My friends, I thank you all for coming.",
     f"{RAGE}."],
    ["She sent a letter to the parents.", "Dear parents and guardians,", f"{RAGE}.", "Sincerely,",
     "Ada Brill"],
    ["[Transcript of his remarks as delivered, transcribed from audio]",
     "I am happy to be here with all of you on this fine day.", f"{RAGE}."],
    ["He wrote an open letter to the board.", "To whom it may concern:", f"{RAGE}."],
    ["His address to the hall was never printed before.", "Ladies and gentlemen,", f"{RAGE}."],
]  # fmt: skip


@pytest.mark.parametrize("paragraphs", IN_FULL)
def test_speeches_and_letters_in_full(paragraphs: list[str]) -> None:
    """Below a line that says so, or a salutation, all is somebody else's words."""
    analysis = read(*paragraphs)
    assert is_calm(analysis)
    assert any("swindle" in words for words, _ in said(analysis))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Dear reader, the bridge is not there yet.", f"{RAGE}."],
        ["The full text of the plan runs to ninety pages.", f"{RAGE}."],
        ["Here are excerpts from the full speech:", "“We lost.”", f"{RAGE}."],
        ["Click here for the full statement.", f"{RAGE}."],
        ["Dear me, what a week it was.", f"{RAGE}."],
    ],
)
def test_what_only_mentions_a_text(paragraphs: list[str]) -> None:
    """A text that is spoken of, or given in parts, leaves the words below the outlet's."""
    assert read(*paragraphs).scores["loaded"] > 0


def test_a_letter_ends_with_its_signature() -> None:
    """Below the name of who signed the article goes on."""
    analysis = read(*IN_FULL[1], f"{RAGE}.")
    words = [words for words, _ in said(analysis)]
    assert words == ["Dear parents and guardians,", f"{RAGE}.", "Sincerely,"]
    assert analysis.scores["loaded"] > 0


@pytest.mark.parametrize(
    "lead",
    [
        "The columnist had this to say:",
        "A statement from the ministry read as follows:",
        "According to the Daily Tram:",
        "Here is her reply:",
        "The union sent out the following letter:",
        "“Bridge shut,” by Ann Poe, Daily Tram, May 3, 2018:",
    ],
)
def test_lines_that_lead_up_to_a_paragraph(lead: str) -> None:
    """The paragraph below is quoted."""
    assert is_calm(read(lead, f"{RAGE}."))


def test_a_signature_below_a_quotation_names_its_speaker() -> None:
    """“…” and below it a dash and a name."""
    analysis = read("“The bridge is late and it will stay late.”", "- Ada Brill.")
    told = analysis.reading.told
    (speaker,) = [s for q, s in zip(told.quotations, analysis.reading.speakers, strict=True)]
    assert speaker is not None
    assert speaker.name == "Ada Brill"


def test_lines_below_a_title_are_paragraphs() -> None:
    """One blank line that parts the title from the rest parts no other paragraphs."""
    lines = [f"{RAGE}.", "“It is late.", "It stays late,” she said.", CALM, MORE, "Nine came."]
    parts = split_paragraphs("Bridge shut\n\n" + "\n".join(lines))
    assert parts == ["Bridge shut", lines[0], "\n".join(lines[1:3]), *lines[3:]]
    prose = "Title\n\n" + "\n".join(["The bridge over the river is", "shut for"] * 4)
    assert len(split_paragraphs(prose)) == 2
