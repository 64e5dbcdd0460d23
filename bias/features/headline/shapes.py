"""What the style model sees of a headline: the shape of each word, names hidden."""

import math
from collections.abc import Iterator

from bias.document.columns import FIGURE, MARK
from bias.features.headline.words import Headline
from bias.lists.identity import ONE_SEX, SIDES, holds_identity, identity_words
from bias.models.style import NAME, style_of
from bias.words.classes import FUNCTION_WORDS, common_words

_ENDINGS = ("ing", "ed", "ly", "s")
_SIDE = "<side>"
"""Left and right, whatever their sense: in a headline's capitals the senses look alike."""


def shapes_of(headline: Headline) -> Iterator[str]:
    """Yield the shapes of its words; none for typography, an outlet's habit.

    Words of a listed name or after a short title are names.

    >>> from bias.document.segment import segment
    >>> from bias.document.article import Article
    >>> document = segment(Article(headline="Why Nobody Likes Opening Quimby"))
    >>> list(shapes_of(Headline.of(document)))
    ['why', 'nobody', '<s>', '<ing>', '<name>']
    """
    named = set(headline.after_titles)
    for match in headline.identities:
        if match.last - match.first > 1:
            named.update(range(match.first, match.last))
    for place, (key, kind) in enumerate(zip(headline.keys, headline.kinds, strict=True)):
        if place in named:
            yield NAME
        elif kind == FIGURE:
            yield "<number>"
        elif kind != MARK:
            yield _shape(key, headline.forms[place])
        elif key[0] in "?!:":
            yield key[0]


def _shape(key: str, written: str) -> str:
    """Return the shape of a word.

    >>> _shape("us", "US"), _shape("us", "us"), _shape("she", "She")
    ('<s>', 'us', 'he')
    """
    key = ONE_SEX.get(key, key)
    if key in SIDES:
        return _SIDE
    if key == "'s" or (key in FUNCTION_WORDS and written != "US"):
        return key
    if holds_identity(key, identity_words()) or (key not in common_words() and "'" not in key):
        return NAME
    return next((f"<{ending}>" for ending in _ENDINGS if key.endswith(ending)), "<w>")


def comment_style(headline: Headline) -> float:
    """Return how much the headline is built like comment: log-odds, 0 is even; NaN without one."""
    return style_of(shapes_of(headline)) if len(headline) else math.nan
