"""What the lean model may see of an article: the words of its story, known names hidden.

Headline, inserts and page furniture stay outside. Names on the list `identity_terms`
(parties, politicians, outlets, faiths, nations, peoples) and sides of politics become one
placeholder, sexes are one, numbers are another. Unlike in `bias.wording`, other names
stay: they say what an article is about, which the resemblance may use.
"""

from collections.abc import Sequence
from itertools import pairwise

from bias.features.base import Reading
from bias.wording import (
    NAME,
    NUMBER,
    SIDES,
    holds_identity,
    identity_words,
    is_side,
    one_sex,
    places_in_names,
)

_MAY_BE_SIDES = SIDES | {"red", "blue"}


def story_keys(reading: Reading) -> list[str]:
    """Return the keys of the story, subheads included, with known names hidden."""
    chosen = reading.paragraphs_with("body", "subhead")
    tokens = [token for index in chosen for token in reading.story_tokens(index)]
    text = reading.document.text
    return hide_known([text[t.start : t.end] for t in tokens], [t.key for t in tokens])


def hide_known(surfaces: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Return the keys with the names on the list `identity_terms` replaced.

    Parameters
    ----------
    surfaces, keys
        Of the tokens, as written and as looked up.

    Examples
    --------
    >>> words = "Obama met 3 voters in Springfield".split(" ")
    >>> hide_known(words, [word.lower() for word in words])
    ['⟨name⟩', 'met', '⟨number⟩', 'voters', 'in', 'springfield']
    """
    hidden = identity_words()
    shown = {key: _shown(key, hidden) for key in set(keys)}
    out = [shown[key] for key in keys]
    for place in places_in_names(surfaces, keys):
        out[place] = NAME
    if not _MAY_BE_SIDES.isdisjoint(shown):
        for place, key in enumerate(keys):
            if key in _MAY_BE_SIDES and is_side(keys, place):
                out[place] = NAME
    return out


def _shown(key: str, hidden: frozenset[str]) -> str:
    if key[0].isdigit():
        return NUMBER
    return NAME if holds_identity(key, hidden) else one_sex(key)


def grams(keys: Sequence[str]) -> list[str]:
    """Return the keys, then the pairs of neighbours, a blank between the two.

    >>> grams(["a", "good", "plan"])
    ['a', 'good', 'plan', 'a good', 'good plan']
    """
    return [*keys, *map(" ".join, pairwise(keys))]
