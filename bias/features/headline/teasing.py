"""What the clickbait model sees of a headline, and which words of it speak for clickbait.

The probability is a logistic model's (`bias.models.clickbait`) over words in which every name,
known or not, is one mark, places another, popular culture three, and numbers are a few kinds.
"""

import math
from collections.abc import Container, Iterator

from bias.document.columns import FIGURE, MARK
from bias.document.document import Cue
from bias.features.headline.words import Headline
from bias.lists.identity import NAME, ONE_SEX, SIDES, holds_identity, identity_words
from bias.lists.pop_culture import STAR, WARE, WORK, pop_mark
from bias.models.clickbait import THRESHOLD, shipped_clickbait
from bias.words.classes import FUNCTION_WORDS

CUE_WEIGHT = 0.2
"""Of the stretches that speak for clickbait: they tease, and readers seldom call that a slant
(set by hand, below the least of the devices)."""
PLACE, SIDE, PLATFORM = "⟨place⟩", "⟨side⟩", "⟨platform⟩"
_PLATFORMS = frozenset(
    {
        "facebook", "instagram", "netflix", "pinterest", "reddit", "snapchat", "tiktok", "tinder",
        "tumblr", "twitter", "vine", "whatsapp", "youtube",
    }
)  # fmt: skip
"""Where people post and watch; one is as good as another."""
_PLACE_NOTES = frozenset({"country or place", "people of a country"})
_JOINED = frozenset({NAME, PLACE, STAR, WARE, WORK})
"""Marks of which several in a row are one."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_LIST = 101
"""A whole number up to here may count the items of a list."""
_QUOTES = dict.fromkeys(("“", "”", "‘", "’", "'", "`", "«", "»"), '"')


def headline_keys(headline: Headline, known: Container[str]) -> list[str]:
    """Return the headline's words as the model sees them, one a token.

    Empty for a token that goes on with the name before it.

    Parameters
    ----------
    headline
        Of any document.
    known
        Plain words of the language; every other word counts as a name.
    """
    shown = _masked(headline, known)
    before = 0
    for place in range(1, len(shown)):
        joint = _joint(shown[before], shown[place])
        if joint:
            shown[before], shown[place] = joint, ""
        elif shown[place]:
            before = place
    return shown


def _joint(one: str, other: str) -> str | None:
    """Return the mark of two neighbours that are one name; a star's other names are the star's."""
    if one == other:
        return one if one in _JOINED else None
    return STAR if {one, other} == {NAME, STAR} else None


def _masked(headline: Headline, known: Container[str]) -> list[str]:
    """Return a mark for each name, at its first token, and any other word as it is seen."""
    shown = [
        NAME if place in headline.after_titles else _mask(key, kind, known)
        for place, (key, kind) in enumerate(zip(headline.keys, headline.kinds, strict=True))
    ]
    for match in headline.identities:
        key = headline.keys[match.first]
        if key not in SIDES:
            mark = PLACE if match.term.note in _PLACE_NOTES else NAME
            others = [""] * (match.last - match.first - 1)
            shown[match.first : match.last] = [ONE_SEX.get(key, mark), *others]
    return shown


def _mask(key: str, kind: int, known: Container[str]) -> str:
    """Return what the model sees of one token; words of either sex are one for both."""
    key = ONE_SEX.get(key, key)
    if kind == FIGURE:
        return number_kind(key)
    if kind == MARK:
        return _QUOTES.get(key[0], key[0])
    if key in SIDES:
        return SIDE
    if key in FUNCTION_WORDS or "'" in key:
        return key
    if key in _PLATFORMS:
        return PLATFORM
    if holds_identity(key, identity_words()):
        return NAME
    return key if key in known else pop_mark(key) or NAME


def number_kind(key: str) -> str:
    """Return which kind of number it is: a list's length, a year, a place, a share, another.

    >>> [number_kind(key) for key in ("17", "2024", "3rd", "5%", "1,200")]
    ['⟨count⟩', '⟨year⟩', '⟨rank⟩', '⟨share⟩', '⟨number⟩']
    """
    if key.endswith("%"):
        return "⟨share⟩"
    if key.endswith(("st", "nd", "rd", "th")):
        return "⟨rank⟩"
    digits = key.removesuffix("s")
    if not (digits.isdecimal() and len(digits) <= 4):
        return "⟨number⟩"
    value = int(digits)
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return "⟨year⟩"
    return "⟨count⟩" if value <= _LONGEST_LIST else "⟨number⟩"


def clickbait_probability(headline: Headline) -> float:
    """Return the probability that the headline is clickbait, 0 to 1; NaN without a word."""
    if not headline.words:
        return math.nan
    model = shipped_clickbait()
    return model.probability([*filter(None, headline_keys(headline, model.known))])


def find_clickbait(headline: Headline, probability: float) -> Iterator[Cue]:
    """Yield what makes the headline read like clickbait; nothing below `THRESHOLD`.

    Parameters
    ----------
    headline
        Of the article.
    probability
        That it is clickbait, from `clickbait_probability`; NaN without one.
    """
    if not probability >= THRESHOLD:
        return
    model = shipped_clickbait()
    shown = headline_keys(headline, model.known)
    places = [place for place, key in enumerate(shown) if key]
    bounds = [*places, len(shown)]
    for (first, last), _ in model.strongest([shown[place] for place in places]):
        yield headline.cue(
            bounds[first], bounds[last], "clickbait", CUE_WEIGHT, "speaks for clickbait"
        )
