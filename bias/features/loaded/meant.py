"""When a listed word stands in a text and still is no evidence.

It is denied ("never a thug"), or it is a name or a piece of one ("the Radical Party").
"""

from bias.document.document import Document, Token
from bias.lists.terms import Match

NEGATORS = frozenset({"not", "never", "no", "nor", "neither", "cannot", "without", "hardly"})
_BETWEEN = frozenset(
    {"a", "an", "any", "as", "be", "been", "being", "exactly", "particularly", "really", "so",
     "some", "such", "that", "the", "to", "very"}
)  # fmt: skip
"""May stand between the negation and the word it denies."""
REACH = 3
"""Words between at most: `not to be a thug`."""
HEADLINE_CASE = 0.6
"""From this share of capitalised words on, a line is in headline case, where
capitals say nothing about names: 36 % of 1,449 headlines reach it, and 5 % of
16,000 sentences of bodies, 2026-11-22."""
LONGEST_LINE = 200
"""Tokens looked at for that: a line of a thousand terms is asked about for each of them."""
_SHORT = 4
"""Headline case leaves words of fewer letters in lower case."""
_JOINS = frozenset({"of", "the", "and", "&"})
"""Stand in lower case inside names: `Ministry of Terror`."""


def is_denied(document: Document, first: int, match: Match) -> bool:
    """Tell whether a negation stands just before a match.

    Parameters
    ----------
    document
        The article.
    first
        Index of the first token that may deny it, as a rule its sentence's.
    match
        Indices into `document.tokens`.
    """
    start = max(first, match.first - 1 - REACH)
    for position in range(match.first - 1, start - 1, -1):
        key = document.tokens[position].key
        if key in NEGATORS or key.endswith("n't"):
            return True
        if key not in _BETWEEN:
            return False
    return False


def is_part_of_name(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether a match is a proper name or a piece of one.

    A single word with a capital is a name; a phrase is one where a word beside it has a
    capital too. Capitals prove nothing at the start of `tokens[first:last]`, after a mark
    or in a line in headline case.
    """
    tokens = document.tokens
    inside = tokens[match.first : match.last]
    if not all(_is_capitalised(document, token) or token.key in _JOINS for token in inside):
        return False
    if match.first == first or tokens[match.first - 1].kind == "mark":
        return False
    if len(inside) > 1 and not _has_capital_beside(document, first, last, match):
        return False
    return not _is_headline_case(document, first, last)


def _has_capital_beside(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether the word before (unless it is the first) or after has a capital."""
    beside = [match.first - 1] if match.first - 1 > first else []
    beside += [match.last] if match.last < last else []
    return any(_is_capitalised(document, document.tokens[i]) for i in beside)


def _is_capitalised(document: Document, token: Token) -> bool:
    """Begins with a capital, and is no shout: `Justice`, not `JUSTICE`."""
    text = document.text
    return text[token.start].isupper() and text[token.start + 1 : token.end].islower()


def _is_headline_case(document: Document, first: int, last: int) -> bool:
    """Most longer words after the first begin with a capital, and no full stop ends it."""
    if document.keys[last - 1] == ".":
        return False
    words = [
        document.text[token.start].isupper()
        for token in document.tokens[first + 1 : min(last, first + LONGEST_LINE)]
        if token.kind == "word" and len(token.key) >= _SHORT
    ]
    if not words:
        return False
    return sum(words) / len(words) >= HEADLINE_CASE
