"""What the models may see of a sentence: its words, with every name hidden.

Names of people, parties, outlets, places, faiths and peoples become one
placeholder before anything is learnt or scored, so that swapping one for
another cannot move a number. A capitalised word is a name unless the news also
writes it in lower case and it stands where any word would be capitalised: at a
sentence's start or in a headline in title case. Words of the list
`identity_terms` are hidden however they are written.
"""

from collections.abc import Callable, Container, Sequence
from functools import cache
from itertools import compress

from bias.lists.groups import NAMES
from bias.lists.index import listed_words
from bias.lists.terms import shipped_list
from bias.words.remembered import Remembered

NAME = "⟨name⟩"
NUMBER = "⟨number⟩"
TITLE_CASE_SHARE = 0.7
"""Share of capitalised words from which a sentence counts as title case (set by hand)."""
TITLE_CASE_WORDS = 3
"""Fewer long words than this say nothing about the case of a sentence."""
LONG = 4
"""Letters of a long word; short ones stay lower case in titles."""
SHOUTED = 5
"""Letters from which a word in capitals is a word and not an abbreviation."""

ONE_SEX = {
    woman: man
    for pair in (
        "she he", "her his", "hers his", "him his", "herself himself", "she's he's",
        "she'd he'd", "she'll he'll", "woman man", "women men", "girl boy", "girls boys",
        "lady gentleman", "ladies gentlemen", "female male", "females males", "mother father",
        "mothers fathers", "mom dad", "moms dads", "wife husband", "wives husbands",
        "widow widower", "widows widowers", "daughter son", "daughters sons", "sister brother",
        "sisters brothers", "grandmother grandfather", "granddaughter grandson", "aunt uncle",
        "aunts uncles", "niece nephew", "nieces nephews", "girlfriend boyfriend", "queen king",
        "queens kings", "princess prince", "mrs mr", "mrs. mr.", "ms mr", "ms. mr.", "ma'am sir",
        "actress actor", "actresses actors", "waitress waiter", "businesswoman businessman",
        "spokeswoman spokesman", "congresswoman congressman", "congresswomen congressmen",
        "chairwoman chairman", "policewoman policeman", "feminine masculine",
    )
    for woman, man in (pair.split(" "),)
}  # fmt: skip
"""Words of either sex and the one that stands for both. `her` is `him` and `his`, so all
three are one; the form kept is the commoner in news."""
SIDES = frozenset({"left", "right"})
_BEFORE_SIDES = frozenset(
    {
        "the", "far", "hard", "extreme", "radical", "religious", "christian", "secular", "new",
        "old", "american", "'s",
    }
)  # fmt: skip
"""After these words left and right mostly are sides of politics; `the right to vote` is lost."""

_AFTER_SIDES = frozenset({"wing", "winger", "wingers"})
_STATE_COLOURS = frozenset({"red", "blue"})
MAY_BE_SIDES = SIDES | _STATE_COLOURS
"""Words that stand for a side of politics beside certain others: ask `is_side`."""
_ONE_LETTER_WORDS = frozenset("AI")


@cache
def names_by_two_words() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return the names of several words on `identity_terms`, by their first word and second."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for term in shipped_list("identity_terms").terms:
        for name in term.forms():
            if len(name) > 1:
                found.setdefault(name[0], {}).setdefault(name[1], []).append(name)
    return found


def long_names(keys: Sequence[str], is_upper: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Return where names of several words begin and end, such as `New Zealand`.

    `is_upper` tells of a place whether its word is written with a capital: the last must be.
    """
    starts, found = names_by_two_words(), list[tuple[int, int]]()
    for place in compress(range(len(keys) - 1), map(starts.__contains__, keys)):
        for name in starts[keys[place]].get(keys[place + 1], ()):
            end = place + len(name)
            if tuple(keys[place:end]) == name and is_upper(end - 1):
                found.append((place, end))
    return found


def one_sex(key: str) -> str:
    """Return the word that stands for both sexes, also inside a compound.

    >>> one_sex("she"), one_sex("anti-woman"), one_sex("tree")
    ('he', 'anti-man', 'tree')
    """
    if "-" in key:
        return "-".join(ONE_SEX.get(part, part) for part in key.split("-"))
    return ONE_SEX.get(key, key)


def mask_word(
    surface: str, key: str, known: Container[str], hidden: frozenset[str], free: bool
) -> str:
    """Mask one word; `free` says that any word would be capitalised here.

    >>> mask_word("Savage", "savage", {"savage"}, frozenset(), free=False)
    '⟨name⟩'
    """
    if surface[0].isdigit():
        return NUMBER
    if key == NAME or holds_identity(key, hidden):
        return NAME
    if surface.islower() and "-" not in key:
        return key
    if not surface.isupper() and surface[1:] != surface[1:].lower():
        return NAME  # anti-Trump, McDonald
    if not surface[0].isupper() or surface in _ONE_LETTER_WORDS or key.startswith("i'"):
        return key
    if surface.isupper() and len(surface) > 1:
        free = len(surface) >= SHOUTED
    return key if free and key in known else NAME


def is_side(keys: Sequence[str], place: int) -> bool:
    """Tell whether the word at `place` is a side of politics: the left, the right, red states.

    >>> is_side(["the", "right", "loses"], 1), is_side(["all", "right"], 1)
    (True, False)
    """
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if keys[place] in SIDES:
        return after in _AFTER_SIDES or (place > 0 and keys[place - 1] in _BEFORE_SIDES)
    return keys[place] in _STATE_COLOURS and after in ("state", "states")


def holds_identity(key: str, hidden: Container[str]) -> bool:
    """Tell whether a word or a part of a compound is an identity term, as in `anti-Trump`."""
    return key in hidden or ("-" in key and any(part in hidden for part in key.split("-")))


def is_title_case(surfaces: Sequence[str]) -> bool:
    """Tell whether most longer words after the first begin with a capital."""
    cases = [*map(_CASES.__getitem__, surfaces[1:])]
    capitals = cases.count("capital")
    long = capitals + cases.count("small")
    return long >= TITLE_CASE_WORDS and capitals >= TITLE_CASE_SHARE * long


def _case_of(surface: str) -> str:
    """Return how a longer word begins, `capital` or `small`; empty for any other token."""
    if len(surface) < LONG or not surface[0].isalpha():
        return ""
    return "capital" if surface[0].isupper() else "small"


_CASES = Remembered(_case_of)


def identity_words() -> frozenset[str]:
    """Return the single words of the list `identity_terms`, in every form."""
    return listed_words(NAMES)
