"""Polls and comment threads set into a story: none of their lines is told."""

import pytest

from bias import Article, analyze

STORY = (
    "The council met on Monday to vote on the plan for the new bridge over the river, and the "
    "clerk read out the figures.",
    "The engineers said that the piers would stand for a hundred years if they were painted.",
    "A second reading is set for May, and the county will pay for half of the works by then.",
)
ASKED = "Who is the most corrupt member of the shameless council?"
FORM = (
    "Email *",
    "Name This field is for validation purposes and should be left unchanged.",
    "Completing this poll grants you access to Daily Tram updates free of charge.",
    "You may opt out at anytime.",
    "You also agree to this site's Privacy Policy and Terms of Use.",
)

POLLS = [
    ("take our poll - story continues below", ASKED, ASKED, ASKED, "* Ada Brill Tom Vale", *FORM),
    ("Take our poll", ASKED, "* Yes, they are all crooks.", "No, they are no crooks.", *FORM[1:]),
    ("TAKE OUR POLL – STORY CONTINUES BELOW", ASKED),
    ("Vote in our online poll:", ASKED, ASKED),
    ("Take the survey | story continues below", ASKED, "Maybe?", *FORM[2:]),
]


def story_of(*lines: str) -> str:
    """Return what is told of an article that holds some lines."""
    body = "\n\n".join((*STORY[:2], *lines, STORY[2]))
    return "\n".join(analyze(Article("Council votes on bridge", body)).reading.story_texts())


@pytest.mark.parametrize("lines", POLLS)
def test_polls_are_no_story(lines: tuple[str, ...]) -> None:
    """Opening, question, answers and form are left out, what follows is told again."""
    assert story_of(*lines) == "\n".join(STORY)


def test_a_poll_glued_into_a_paragraph() -> None:
    """Its words are cut out of the sentence they follow."""
    glued = " ".join((STORY[0], *POLLS[0], STORY[1]))
    body = "\n\n".join((glued, STORY[2]))
    told = [*analyze(Article("Council votes on bridge", body)).reading.story_texts()]
    assert told == [f"{STORY[0]} {STORY[1]}", STORY[2]]


@pytest.mark.parametrize(
    "line",
    [
        "The paper asked readers to take our poll of the best bridges, and nine hundred did so.",
        "The survey was clear: three in four voters want the bridge to be built before winter.",
        "“You may opt out at any time,” the clerk said of the new fee, and few members did so.",
        "She came first in the poll that the union held, and her deputy was the first.",
        "The council asked who should pay for it, and it got no answer from the county at all.",
    ],
)
def test_sentences_about_polls_are_told(line: str) -> None:
    """Prose that speaks of polls stays the story's."""
    assert line in story_of(line)


def test_comments_below_the_story_are_left_out() -> None:
    """All that stands below the line that sorts them."""
    body = "\n\n".join((*STORY, "Oldest First", "These shameless crooks should be ashamed!", "So?"))
    told = [*analyze(Article("Council votes on bridge", body)).reading.story_texts()]
    assert told == [*STORY]
