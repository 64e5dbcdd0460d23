"""Which headline words are names, though a title-case headline capitalises every word.

A capitalised word is a name when the body writes it only with a capital inside
sentences, or, where the body is silent, when it is not one of the common words
that newspapers write lower-case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count

from bias.document.document import Document, Token
from bias.document.names import is_title_case
from bias.features.headline.terms import listed_words
from bias.words.classes import common_words, word_set

_GROUPS = frozenset({"dem", "dems", "sen", "rep", "gov", "mr", "mrs", "ms", "dr"})
_NOT_NAMES = frozenset(
    {"opinion", "i", "analysis", "exclusive", "video", "watch", "breaking", "live"}
)
_OFFICES = word_set("offices")
"""Common words that newspapers mostly write inside names; alone they name nobody."""
_CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ll|ve|d|m))$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name words: the tokens `[first, last)`."""

    first: int
    last: int


def body_cases(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """Return the headline's words that the body writes with a capital, and those in lower case.

    The first word of a sentence says nothing and is left out.
    """
    wanted = {token.key for token in document.tokens_of(document.headline)}
    opening = {sentence.first for sentence in document.sentences}
    upper: set[str] = set()
    lower: set[str] = set()
    body = document.keys[document.headline.last :]
    for place in compress(count(document.headline.last), map(wanted.__contains__, body)):
        if place not in opening:
            cased = upper if document.forms[place][0].isupper() else lower
            cased.add(document.keys[place])
    return frozenset(upper), frozenset(lower)


def find_names(document: Document) -> tuple[Name, ...]:
    """Return the headline's names: people, organisations, places, groups."""
    upper, lower = body_cases(document)
    headline = document.headline
    names: list[Name] = []
    for index in range(headline.first, headline.last):
        token = document.tokens[index]
        if not _is_name(token, document.text, upper - lower, lower):
            continue
        joined = bool(names) and names[-1].last == index
        first = names.pop().first if joined else index
        names.append(Name(first, index + 1))
    return tuple(names)


def _is_name(token: Token, text: str, upper_only: frozenset[str], lower: frozenset[str]) -> bool:
    written = text[token.start : token.end]
    if token.kind != "word" or not written[0].isupper() or token.key in _NOT_NAMES:
        return False
    if token.key in upper_only or token.key in _GROUPS or written == "US":
        return True
    return token.key not in lower and not _is_common(token.key)


def _is_common(key: str) -> bool:
    """Tell whether it is a word of the language, in this form or an obvious base form."""
    if _CONTRACTED.search(key) or key in listed_words() or key in _OFFICES:
        return True
    words = common_words()
    bases = {key, *(key.removesuffix(ending) for ending in ("s", "ed", "d", "ing") if len(key) > 5)}
    return not bases.isdisjoint(words) or all(part in words for part in key.split("-"))


def sure_names(document: Document, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names that surely are: what is said of a name's absence needs them.

    Left out are ordinary words, short forms that the story may spell out (`NY`,
    `Ex-CIA`, `Dem`) and, where every word has a capital, single words: a rare one
    looks like a name there.
    """
    text = document.text
    titled = is_title_case([t.of(text) for t in document.tokens_of(document.headline)])
    return tuple(
        name
        for name in names
        if name.last - name.first > titled
        and not any(
            _is_common(token.key) or _is_short_form(token, text)
            for token in document.tokens[name.first : name.last]
        )
    )


def _is_short_form(token: Token, text: str) -> bool:
    return token.key in _GROUPS or token.of(text).isupper() or not token.key.isalpha()


def name_at(names: Sequence[Name], index: int) -> Name | None:
    """Return the name that begins at a token, if any."""
    return next((name for name in names if name.first == index), None)


def name_before(names: Sequence[Name], index: int) -> Name | None:
    """Return the name that ends just before a token, if any."""
    return next((name for name in names if name.last == index), None)
