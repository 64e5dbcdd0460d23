"""Which listed terms stand in a text and are meant there.

Some are no evidence: a longer phrase with a plain sense ("free radical"), a term that is denied
("never a thug"), a verb that is a noun there ("storm claims"), a name or a piece of one ("the
Radical Party").
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from bias.document.columns import KIND, MARK, UPPER
from bias.document.document import Document
from bias.features.loaded.literal import is_literal
from bias.features.loaded.nouns import NOUN_FORM, is_noun
from bias.lists.denied import is_denied
from bias.lists.groups import LOADED
from bias.lists.hits import Hits, Match, Stretch, bounds_of
from bias.words.cut import key_of, kind_of
from bias.words.types import Bools, Column, Ints

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


def _is_capitalised(word: str) -> bool:
    """Tell whether a word begins with a capital and is no shout.

    >>> _is_capitalised("Justice"), _is_capitalised("JUSTICE")
    (True, False)
    """
    return word[0].isupper() and word[1:].islower()


def _may_be_in_name(word: str) -> bool:
    """Tell whether a word may stand inside a name.

    >>> _may_be_in_name("Terror"), _may_be_in_name("of"), _may_be_in_name("terror")
    (True, True, False)
    """
    return _is_capitalised(word) or key_of(word) in _JOINS


def _is_long(word: str) -> bool:
    """Tell whether a word has a capital in headline case.

    >>> _is_long("with"), _is_long("for"), _is_long("2020")
    (True, False, False)
    """
    return len(key_of(word)) >= _SHORT and kind_of(word) == "word"


_CAPITALISED = Column(_is_capitalised, np.bool_)
_IN_NAME = Column(_may_be_in_name, np.bool_)
_LONG = Column(_is_long, np.bool_)


def find_loaded(document: Document, stretches: Iterable[Stretch]) -> Iterator[Match]:
    """Yield the loaded terms of some stretches of tokens, leftmost and longest.

    Phrases with a plain sense (`free radical`), denied terms (`never a thug`)
    and proper names (`Jane Savage`) are left out.

    Parameters
    ----------
    document
        The article.
    stretches
        Such as its sentences, in order; an entry stands within one.
    """
    stretches = tuple(stretches)
    found = document.listed(LOADED).each(bounds_of(stretches))
    for stretch, matches in zip(stretches, found, strict=True):
        for match in matches:
            if is_meant(document, stretch.first, stretch.last, match):
                yield match


def is_meant(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether an entry of the lists, found in a stretch of tokens, is loaded there."""
    return (
        match.term.category != "literal"
        and not is_noun(document.keys, first, last, match)
        and not is_literal(document.keys, first, last, match)
        and not is_denied(document.keys, first, match)
        and not is_part_of_name(document, first, last, match)
    )


def is_part_of_name(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether a match is a proper name or a piece of one.

    A single word with a capital is a name; a phrase is one where a word beside it has a
    capital too. Capitals prove nothing at the start of `tokens[first:last]`, after a mark
    or in a line in headline case.
    """
    if not document.column(_IN_NAME)[match.first : match.last].all():
        return False
    if match.first == first or document.column(KIND)[match.first - 1] == MARK:
        return False
    if match.last - match.first > 1 and not _has_capital_beside(document, first, last, match):
        return False
    return not _is_headline_case(document, first, last)


def _has_capital_beside(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether the word before (unless it is the first) or after has a capital."""
    beside = [match.first - 1] if match.first - 1 > first else []
    beside += [match.last] if match.last < last else []
    return bool(document.column(_CAPITALISED)[beside].any())


def _is_headline_case(document: Document, first: int, last: int) -> bool:
    """Most longer words after the first begin with a capital, and no full stop ends it."""
    if document.keys[last - 1] == ".":
        return False
    line = slice(first + 1, min(last, first + LONGEST_LINE))
    capitals = document.column(UPPER)[line][document.column(_LONG)[line]]
    return int(np.count_nonzero(capitals)) >= HEADLINE_CASE * len(capitals) > 0


def parts_of_names(document: Document, bounds: Ints, hits: Hits) -> Bools:
    """Tell of each hit whether it is a proper name or a piece of one.

    Parameters
    ----------
    document
        The article.
    bounds
        Where the stretches begin and end in which the hits were found.
    hits
        Places in `document.row`.
    """
    return _are(is_part_of_name, document, document.column(_IN_NAME), bounds, hits)


def nouns_for_verbs(document: Document, bounds: Ints, hits: Hits) -> Bools:
    """Tell of each hit whether it is a noun where a verb is listed: `a report`.

    Parameters
    ----------
    document
        The article.
    bounds
        Where the stretches begin and end in which the hits were found.
    hits
        Places in `document.row`.
    """
    return _are(_is_noun, document, document.column(NOUN_FORM), bounds, hits)


def _is_noun(document: Document, first: int, last: int, match: Match) -> bool:
    return is_noun(document.keys, first, last, match)


def _are(
    asked: Callable[[Document, int, int, Match], bool],
    document: Document,
    may_be: Bools,
    bounds: Ints,
    hits: Hits,
) -> Bools:
    """Ask of each hit whose first token may be so, in its stretch, whether it is."""
    found: Bools = may_be[hits.firsts]
    likely = hits.where(found)
    stretches = bounds[np.searchsorted(bounds[:, 0], likely.firsts, side="right") - 1].tolist()
    found[found] = [
        asked(document, first, last, match)
        for (first, last), match in zip(stretches, likely.matches(), strict=True)
    ]
    return found
