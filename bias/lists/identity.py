"""Words by which people and sides are told apart: identity terms, sexes, left and right."""

from collections.abc import Container, Sequence
from functools import cache

from bias.lists.groups import NAMES
from bias.lists.index import listed_words

NAME = "⟨name⟩"
NUMBER = "⟨number⟩"
"""What models see in place of a name and of a number."""
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


def one_sex(key: str) -> str:
    """Return the word that stands for both sexes, also inside a compound.

    >>> one_sex("she"), one_sex("anti-woman"), one_sex("tree")
    ('he', 'anti-man', 'tree')
    """
    if "-" in key:
        return "-".join(ONE_SEX.get(part, part) for part in key.split("-"))
    return ONE_SEX.get(key, key)


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


@cache
def identity_words() -> frozenset[str]:
    """Return the single words of the list `identity_terms`, in every form."""
    return frozenset(listed_words(NAMES))
