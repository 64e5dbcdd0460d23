"""Does a headline read like comment or like a report? Its build, not its topic.

A small learnt model over shapes: function words as they are, every other word
as the ending it has, names and identity terms as one mark. So no person,
party, place or topic can move it. `bias.training.headline` fits it.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

from bias.document.document import Document, Token
from bias.document.names import ONE_SEX, SIDES, holds_identity, identity_words
from bias.lists.terms import shipped_lexicon
from bias.words.classes import FUNCTION_WORDS, common_words, follows_title

_ENDINGS = ("ing", "ed", "ly", "s")
_NAME = "<name>"
_SIDE = "<side>"
"""Left and right, whatever their sense: in a headline's capitals the senses look alike."""


def shape_of(token: Token, written: str) -> str:
    """Return what the model sees of one token; empty for typography, an outlet's habit.

    >>> from bias.document.segment import segment
    >>> from bias.document.article import Article
    >>> document = segment(Article(headline="Why Nobody Likes Opening Quimby"))
    >>> [shape_of(t, t.of(document.text)) for t in document.tokens]
    ['why', 'nobody', '<s>', '<ing>', '<name>']
    """
    key = ONE_SEX.get(token.key, token.key)
    if token.kind == "number":
        return "<number>"
    if token.kind == "mark":
        return key[:1] if key.startswith(("?", "!", ":")) else ""
    if key in SIDES:
        return _SIDE
    if key == "'s" or (key in FUNCTION_WORDS and written != "US"):
        return key
    if holds_identity(key, identity_words()) or (key not in common_words() and "'" not in key):
        return _NAME
    return next((f"<{ending}>" for ending in _ENDINGS if key.endswith(ending)), "<w>")


def shapes_of(document: Document) -> Iterator[str]:
    """Yield the headline's shapes, alone and in pairs, its edges marked.

    Neighbouring names are one, so that a name of one word is as good as one of three.
    """
    row = ["^"]
    for shape in _shapes_in_order(document):
        if shape and not (shape == _NAME and row[-1] == _NAME):
            row.append(shape)
    row.append("$")
    yield from row[1:-1]
    yield from (f"{left} {right}" for left, right in pairwise(row))


def _shapes_in_order(document: Document) -> Iterator[str]:
    """Yield a shape for each token; words of a listed name or after a short title are names."""
    tokens, headline = document.tokens, document.headline
    found = shipped_lexicon("identity_terms").find(tokens, headline.first, headline.last)
    named = {place for m in found if m.last - m.first > 1 for place in range(m.first, m.last)}
    for place in range(headline.first, headline.last):
        known = place in named or follows_title(document.keys, place)
        yield _NAME if known else shape_of(tokens[place], document.forms[place])


@cache
def _model() -> Mapping[str, float]:
    text = resources.files("bias.models.data").joinpath("headline.json").read_text("utf-8")
    model: dict[str, dict[str, float]] = json.loads(text)
    return model["weights"]


def comment_style(document: Document) -> float:
    """Return how much the headline is built like comment: log-odds, 0 is even; NaN without one."""
    if document.headline.first == document.headline.last:
        return math.nan
    weights = _model()
    shapes = dict.fromkeys(shapes_of(document))
    return math.fsum((weights[""], *(weights.get(shape, 0.0) for shape in shapes)))
