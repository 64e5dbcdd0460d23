"""Block quotations: somebody else's words that no mark shows."""

from pathlib import Path

import pytest

import bias
from bias.document.article import Article, Block
from bias.document.block_quotations import with_block_quotations
from bias.document.segment import segment

LEAD = "In a letter to the council, the builders' association wrote:"
WORDS = (
    "This is a shameful and reckless decision. We have been betrayed by a council that never "
    "wanted the tram."
)
AFTER = "Officials said the delay was needed because two of the three bids had been withdrawn."
STORY = "The council voted on Tuesday to delay the start of work on the tram line by six months."

LEADS = [
    LEAD,
    "The union said in a statement released on Wednesday:",
    "They called the tactics stomach-turning (via the Daily Tram) [emphasis mine]:",
    "They described the tactics of the campaign (via the Daily Tram) [emphasis added]",
    "Here are some lines from her speech (emphasis mine):",
    "She continued:",
    "As the writer Ann Poe notes:",
]
NO_LEADS = [
    "As I wrote in July:",
    "Our original post continues:",
    "Here is what will change in spring:",
    "A recap of the new state voting laws:",
    "The board met on Tuesday, the mayor said.",
    "He called it “a disgrace” (emphasis added).",
    "Here are seven passages from the speech (emphasis added).",
]
LISTED = "> Spending per pupil: $15,600 (6th highest of all the states in the union)"


def quoted(body: str, source: str = "", blocks: tuple[Block, ...] = ()) -> list[str]:
    """Return the block quotations of an article."""
    document = segment(Article("Council delays tram line", body, source=source, blocks=blocks))
    told = with_block_quotations(document, document)
    found = [q.of(document.text) for q in told.quotations if q.block]
    said = "".join(t.of(told.text) for t in told.tokens if t.voice == "quoted")
    assert said == "".join("".join(found).split()) or not found
    return found


def body(*paragraphs: str) -> str:
    """Join paragraphs."""
    return "\n\n".join((STORY, *paragraphs, AFTER))


@pytest.mark.parametrize("lead", LEADS)
def test_a_line_that_leads_up_to_it(lead: str) -> None:
    """After a report verb with a colon, or a note on emphasis, the next paragraph is quoted."""
    assert quoted(body(lead, WORDS)) == [WORDS]


@pytest.mark.parametrize("lead", NO_LEADS)
def test_lines_that_do_not_lead_up_to_one(lead: str) -> None:
    """Our own words, lists and notes on a quotation that has its marks quote nothing."""
    assert quoted(body(lead, WORDS)) == []


@pytest.mark.parametrize(
    "after",
    [
        "Cars",
        "“We lost,” he said, and the builders left the hall.",
        "Blue cars and red ones, 12 in all",
    ],
)
def test_what_follows_a_colon_and_is_none(after: str) -> None:
    """A short line, marks of its own and a line without a stop are as they were."""
    assert quoted(body(LEAD, after)) == []


def test_a_note_below_it() -> None:
    """A paragraph that ends in its own note is quoted, one with marks is read by its marks."""
    assert quoted(body(LEAD[:-1] + ".", f"{WORDS} [Emphasis added.]"))
    assert not quoted(body(LEAD[:-1] + ".", f"“{WORDS}” (Emphasis added.)"))


def test_angle_brackets() -> None:
    """A ">" quotes below a colon, over several lines and in Markdown, but no points of a list."""
    lines = WORDS.replace(". ", ".\n> ")
    assert quoted(body("The letter in full:", f"> {WORDS}")) == [WORDS]
    assert quoted(body(f"> {lines}")) == [lines]
    assert quoted(body(f"> {WORDS}"), source="draft.md") == [WORDS]
    assert quoted(body(f"> {WORDS}")) == []
    assert quoted(body("The state ranks high:", LISTED, LISTED.replace("pupil", "road"))) == []
    assert quoted(body(">> Read more about the tram line and what it will cost you.")) == []


def test_markup() -> None:
    """A page says which of its paragraphs it sets as quotations; plain ones stay the outlet's."""
    plain, set_apart = Block(), Block(classes="pull blockquote")
    blocks = (plain, set_apart, Block(tag="blockquote"), plain)
    assert quoted(body(WORDS, f"And “so” on, {WORDS}"), blocks=blocks) == [
        WORDS, f"And “so” on, {WORDS}",
    ]  # fmt: skip
    assert quoted(body(LEAD, WORDS), blocks=(plain,) * 4) == []


def test_words_of_a_page_are_the_speakers(tmp_path: Path) -> None:
    """Nothing of a `blockquote` is charged to the outlet, its speaker is found, and text stays."""
    told = "".join(f"<p>{line}</p>" for line in (STORY, AFTER) * 3)
    page = f"<article><h1>Council delays tram line</h1>{told}<p>{LEAD}</p>"
    page += f"<blockquote><p>{WORDS}</p></blockquote>{told}</article>"
    path = tmp_path / "tram.html"
    path.write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    analysis = bias.analyze(bias.read_article(path))
    assert analysis.scores["loaded"] == 0
    charged = [c for c in analysis.cues if c.feature == "loaded_terms" and c.voice == "outlet"]
    assert charged == []
    (cue,) = [c for c in analysis.cues if c.category == "quotation" and c.text == WORDS]
    assert "association" in cue.note
    assert f"{LEAD}\n\n{WORDS}\n\n" in analysis.text


def test_an_insert_between_lead_and_quotation_changes_nothing() -> None:
    """What is left out of the story parts no lead from its quotation, and is not quoted itself."""
    signup = "Sign up for our daily newsletter to get the best stories straight to your inbox."
    plain = bias.analyze(Article("Council delays tram line", body(LEAD, WORDS)))
    dressed = bias.analyze(Article("Council delays tram line", body(LEAD, signup, WORDS)))
    assert [p.role for p in dressed.paragraphs].count("signup") == 1
    assert dressed.scores["loaded"] == plain.scores["loaded"]
    assert dressed.values["quoted_word_share"] == plain.values["quoted_word_share"] > 0.2


def test_linear() -> None:
    """A hundred thousand lines with marks and colons are read in a moment."""
    text = "\n\n".join(["He said:", f"> {WORDS}"] * 20_000)
    assert len(quoted(text)) > 10_000
