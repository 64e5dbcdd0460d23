"""Names that say nothing about a story's matter: of outlets, and of the two parties.

Whether a promo fits the story is asked of the words they share. An outlet has one word in
its name or three, and a party goes by several names (Dems, Democrats, GOP): counted as they
are written, the answer would depend on which outlet or party is meant.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bias.document.document import Token
from bias.lists.terms import Lexicon, shipped_list

OUTLET = "⟨outlet⟩"
PARTY = "⟨party⟩"
_OUTLET_NOTE = "news outlet"
_PARTIES = frozenset(
    {
        "democrat", "democratic", "democratic party", "dem", "republican", "republican party",
        "gop", "g.o.p.",
    }
)  # fmt: skip


def join_names(tokens: Sequence[Token], text: str) -> list[Token]:
    """Return the tokens with each name of an outlet or a party as one word.

    Parameters
    ----------
    tokens
        Of one paragraph.
    text
        The document's: a name is written with a capital (*slate* is a stone).
    """
    if _last_words().isdisjoint([token.key for token in tokens]):
        return [*tokens]
    joined, done = list[Token](), 0
    for match in _names().find(tokens):
        first, last = tokens[match.first], tokens[match.last - 1]
        if text[last.start].isupper():
            joined += tokens[done : match.first]
            joined.append(replace(first, end=last.end, key=_key_of(match.term.note)))
            done = match.last
    return [*joined, *tokens[done:]]


def _key_of(note: str) -> str:
    return OUTLET if note == _OUTLET_NOTE else PARTY


@cache
def _names() -> Lexicon:
    terms = shipped_list("identity_terms").terms
    return Lexicon(t for t in terms if t.note == _OUTLET_NOTE or t.term in _PARTIES)


@cache
def _last_words() -> frozenset[str]:
    """Return the words with which some name ends: most paragraphs hold none."""
    return frozenset(form[-1] for term in _names().terms for form in term.forms())
