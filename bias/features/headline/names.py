"""Which headline words are names, though a title-case headline capitalises every word.

A capitalised word is a name when the body writes it only with a capital inside
sentences, or, where the body is silent, when it is not one of the common words
that newspapers write lower-case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bias.document.columns import WORD
from bias.document.names import is_title_case
from bias.features.headline.words import Headline
from bias.lists.groups import HEADLINE
from bias.lists.index import listed_words
from bias.words.classes import HONORIFICS, common_words, word_set

_GROUPS = word_set("groups")
_NOT_NAMES = word_set("no_names")
_OFFICES = word_set("offices")
"""Common words that newspapers mostly write inside names; alone they name nobody."""
_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ll|ve|d|m))$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name words: the tokens `[first, last)`."""

    first: int
    last: int


def find_names(headline: Headline) -> tuple[Name, ...]:
    """Return the headline's names: people, organisations, places, groups."""
    names: list[Name] = []
    for place in range(len(headline)):
        if _is_name(headline, place):
            joined = bool(names) and names[-1].last == place
            names.append(Name(names.pop().first if joined else place, place + 1))
    return tuple(names)


def _is_name(headline: Headline, place: int) -> bool:
    key, written = headline.keys[place], headline.forms[place]
    if not written[0].isupper() or headline.kinds[place] != WORD or key in _NOT_NAMES:
        return False
    upper_only, lower = headline.cases
    if key in upper_only or key in _GROUPS or written == "US" or _has_title(headline, place):
        return True
    return key not in lower and not _is_common(key)


def _has_title(headline: Headline, place: int) -> bool:
    """Tell whether a title stands before a word: `Dr. King` names somebody as `Dr. Quimby` does."""
    before = [key for key in headline.keys[max(0, place - 2) : place] if key != "."]
    return bool(before) and before[-1].rstrip(".") in HONORIFICS


def _is_common(key: str) -> bool:
    """Tell whether it is a word of the language, in this form or an obvious base form."""
    words = common_words()
    if key in words or key in listed_words(HEADLINE) or key in _OFFICES or _CONTRACTED.search(key):
        return True
    bases = [key.removesuffix(ending) for ending in ("s", "ed", "d", "ing") if len(key) > 5]
    return not words.isdisjoint(bases) or words.issuperset(key.split("-"))


def sure_names(headline: Headline, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names that surely are: what is said of a name's absence needs them.

    Left out are ordinary words, short forms that the story may spell out (`NY`,
    `Ex-CIA`, `Dem`) and, where every word has a capital, single words: a rare one
    looks like a name there.
    """
    least = 2 if names and is_title_case(headline.forms) else 1
    return tuple(
        name
        for name in names
        if name.last - name.first >= least
        and not any(_is_unsure(headline, place) for place in range(name.first, name.last))
    )


def _is_unsure(headline: Headline, place: int) -> bool:
    key = headline.keys[place]
    short = key in _GROUPS or headline.forms[place].isupper() or not key.isalpha()
    return short or _is_common(key)


def name_at(names: Sequence[Name], place: int) -> Name | None:
    """Return the name that begins at a token, if any."""
    return next((name for name in names if name.first == place), None)


def name_before(names: Sequence[Name], place: int) -> Name | None:
    """Return the name that ends just before a token, if any."""
    return next((name for name in names if name.last == place), None)
