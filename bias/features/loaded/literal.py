"""Whether a listed word is meant as it says: wind rips a roof, a stall sells nuts.

Only entries with an everyday physical sense are asked about; the things named around them
decide. Both classes of words are our own.
"""

from collections.abc import Sequence
from functools import cache

from bias.lists.hits import Match
from bias.words.classes import word_set
from bias.words.inflect import inflections

REACH = 9
"""Tokens to either side among which things are counted."""
NEAR = 3
"""Tokens to either side within which one thing is enough: `smashed eleven windows`."""
ENOUGH = 2
"""Things within `REACH` that show a scene."""
SCENE = 3
"""Things in a sentence that tells what can be seen: no judgement as a whole."""
_THINGS = word_set("concrete")
_ENDS = frozenset({".", ";", ":", "!", "?", "—", "“", "”", '"'})


@cache
def _physical() -> frozenset[str]:
    """Return every form of the words with a physical sense."""
    words = word_set("physical")
    forms = (form for word in words for kind in ("v", "n") for form in inflections(word, kind))
    return words.union(forms)


def is_literal(keys: Sequence[str], first: int, last: int, match: Match) -> bool:
    """Tell whether the things around a listed word show that it is meant as it says.

    Parameters
    ----------
    keys
        Of an article, or of a headline alone.
    first, last
        Of its sentence, as indices into `keys`.
    match
        One entry that stands there.

    Examples
    --------
    >>> from bias.lists.terms import Term
    >>> rip = Match(2, 3, Term("rip", "lemma", "v", 1.0, "", "", "loaded_verb", 1))
    >>> is_literal(("the", "wind", "ripped", "the", "roof", "off"), 0, 6, rip)
    True
    >>> is_literal(("the", "senator", "ripped", "the", "plan", "apart"), 0, 6, rip)
    False
    """
    if match.last - match.first > 1 or keys[match.first] not in _physical():
        return False
    before = _things(keys, range(match.first - 1, max(first, match.first - REACH) - 1, -1))
    after = _things(keys, range(match.last, min(last, match.last + REACH)))
    places = [*before, *after]
    return len(places) >= ENOUGH or any(place <= NEAR for place in places)


def is_scene(keys: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a sentence names so many things that it tells what can be seen.

    >>> is_scene(("water", "ripped", "a", "pipe", "from", "the", "dam"), 0, 7)
    True
    """
    return sum(key in _THINGS for key in keys[first:last]) >= SCENE


def _things(keys: Sequence[str], places: range) -> list[int]:
    """Return how far away things stand, as far as the clause goes."""
    found = list[int]()
    for distance, place in enumerate(places, start=1):
        if keys[place] in _ENDS:
            break
        if keys[place] in _THINGS:
            found.append(distance)
    return found
