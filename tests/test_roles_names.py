"""Names of outlets and parties do not decide what a promo is about."""

import pytest

from bias.document.article import Article
from bias.document.columns import KEY
from bias.document.segment import segment
from bias.roles import label_paragraphs
from bias.roles.signs import OUTLET, PARTY
from bias.roles.words import tokens_of, words_of

STORY = (
    "The council voted on Tuesday to close the bridge over the river for two years, and the "
    "Democrats on the council asked for a ferry in the meantime."
)


def keys(text: str) -> list[str]:
    """Return the keys of a text with its names joined."""
    keys: list[str] = words_of(tokens_of([segment(Article(body=text))])).row.column(KEY).tolist()
    return keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New York Times reporters", [OUTLET, "reporters"]),
        ("CNN reporters", [OUTLET, "reporters"]),
        ("ALSO ON POLITICO", ["also", "on", OUTLET]),
        ("a slate of hot air", ["a", "slate", "of", "hot", "air"]),
        ("House Dems win", ["house", PARTY, "win"]),
        ("Democratic Party wins", [PARTY, "wins"]),
        ("the GOP plan", ["the", PARTY, "plan"]),
        ("a democratic vote", ["a", "democratic", "vote"]),
        ("Senator Harris said", ["senator", "harris", "said"]),
        ("", []),
    ],
)
def test_names_of_outlets_and_parties_are_one_word(text: str, expected: list[str]) -> None:
    """However many words a name has it becomes one; other names and common words stay."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Maria Lopez, New York Times", "Maria Lopez, Politico"),
        ("( Also on POLITICO: Dems win fight )", "( Also on WASHINGTON EXAMINER: GOP win fight )"),
        ("More: New York Times reporters respond", "More: CNN reporters respond"),
        ("HOUSE DEMS TO HOLD VOTE", "HOUSE REPUBLICANS TO HOLD VOTE"),
    ],
)
def test_swapped_names_move_no_role(line: str, other: str) -> None:
    """A line has the same role and topic whichever outlet or party it names."""
    found = []
    for text, party in ((line, "Democrats"), (other, "Republicans")):
        story = STORY.replace("Democrats", party)
        body = "\n\n".join([story, text, story, story])
        found.append(label_paragraphs(segment(Article("Bridge to close", body))))
    for one, swapped in zip(*found, strict=True):
        assert (one.role, one.topic) == (swapped.role, swapped.topic)
        assert one.probability == pytest.approx(swapped.probability, abs=0.02)
