"""Is this word a name? What each word shows of it, told once, and the rules that read it.

There are four signs: *capital*, how a word is written; *listed*, that the list `identity_terms`
holds it, however it is written; *free*, that it stands where any word would be capitalised; and
*known*, that the news (or whoever asks) writes it in lower case. Capital and listed follow from
the letters, `signs_of`; free from the sentence, `free_places`; known is a model's.

Each rule is a few lines over the four. Here are those of the models that score sentences and
loaded words, `is_hidden`, and of the lean, which hides `LISTED` words alone; a headline's names, a
speaker's and a listed term's have more to go by and stand where they are asked for.
`tests/test_names.py` sets them side by side on one table of sentences, so that each difference is
meant.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY
from bias.lists.identity import (
    MAY_BE_SIDES,
    holds_identity,
    identity_words,
    is_side,
)
from bias.words.cut import key_of
from bias.words.types import Bools, Column, Ints, Row

Signs = NDArray[np.uint16]

TITLE_CASE_SHARE = 0.7
"""Share of capitalised words from which a sentence counts as title case (set by hand)."""
TITLE_CASE_WORDS = 3
"""Fewer long words than this say nothing about the case of a sentence."""
LONG = 4
"""Letters of a long word; short ones stay lower case in titles."""
SHOUTED = 5
"""Letters from which a word in capitals is a word and not an abbreviation."""

_ONE_LETTER_WORDS = frozenset("AI")
_PARTICLES = frozenset({"de", "von", "van", "bin", "al", "la", "der", "del"})

LONG_CAPITAL, LONG_SMALL = 1, 2
"""A longer word that begins with a capital or without: what tells title case."""
LISTED, INSIDE, SHOUT, FIRST = 4, 8, 16, 32
"""Signs of a name: the list `identity_terms` holds the word or a part of it; it has a capital
further in or is short and all in capitals; it is longer and all in capitals; it has a capital in
front. At most one of the last three."""
LETTER, ALNUM, MARK = 64, 128, 256
"""The first character of the key is a letter; a letter or a digit; neither this nor the next."""
INITIAL, PARTICLE, POINT = 512, 1024, 2048
"""What may stand inside a name: one capital letter, such as J; de, von; a full stop."""
MAY_BE_SIDE = 4096
"""One of `MAY_BE_SIDES`."""


def signs_of(word: str) -> int:
    """Return what a word, as written, shows of being a name, as flags.

    >>> signs_of("Obama") == LISTED | FIRST | LETTER | ALNUM | LONG_CAPITAL
    True
    >>> [signs_of(word) & (INSIDE | SHOUT | FIRST) for word in ("McCoy", "UN", "NEVER", "Wild")]
    [8, 8, 16, 32]

    A mark is no name, though it may have a capital:

    >>> signs_of("Ⓦ") == MARK | INITIAL
    True
    """
    key = key_of(word)
    signs = _signs_of_keys().get(key, 0) | _case_of(word)
    if word.islower() and word.isalpha():
        return signs | LETTER | ALNUM
    return (
        signs
        | _capital_of(word, key)
        | LISTED * ("-" in key and not word[0].isdigit() and holds_identity(key, identity_words()))
        | LETTER * key[0].isalpha()
        | ALNUM * key[0].isalnum()
        | MARK * is_mark(word)
        | INITIAL * (len(word) == 1 and word.isupper())
    )


@cache
def _signs_of_keys() -> Mapping[str, int]:
    """Return the signs of the words that have one by themselves, however they are written."""
    signs = dict.fromkeys(identity_words(), LISTED)
    for words, sign in ((_PARTICLES, PARTICLE), (MAY_BE_SIDES, MAY_BE_SIDE), (".", POINT)):
        signs |= {word: signs.get(word, 0) | sign for word in words}
    return signs


SIGNS = Column(signs_of, np.uint16)
"""What words show of being names, as flags."""


def _case_of(word: str) -> int:
    """Return how a longer word begins, `LONG_CAPITAL` or `LONG_SMALL`; 0 for any other."""
    if len(word) < LONG or not word[0].isalpha():
        return 0
    return LONG_CAPITAL if word[0].isupper() else LONG_SMALL


def _capital_of(word: str, key: str) -> int:
    """Return which capitals a word has: `INSIDE`, `SHOUT` or `FIRST`; 0 for none that matter."""
    if word.islower() or word[0].isdigit() or is_mark(word):
        return 0
    if not word.isupper() and word[1:] != word[1:].lower():
        return INSIDE  # anti-Trump, McDonald
    if not word[0].isupper() or word in _ONE_LETTER_WORDS or key.startswith("i'"):
        return 0
    if word.isupper() and len(word) > 1:
        return SHOUT if len(word) >= SHOUTED else INSIDE
    return FIRST


def is_mark(word: str) -> bool:
    """Tell whether a word is a mark; `'s` is none."""
    return not word[0].isalnum() and not word[1:2].isalpha()


def is_hidden(signs: int, known: bool, free: bool) -> bool:
    """Tell whether the models of sentences and of loaded words may not see a word.

    >>> [is_hidden(signs_of("Savage"), known=True, free=free) for free in (False, True)]
    [True, False]
    >>> [is_hidden(signs_of(word), True, True) for word in ("Obama", "muslim", "UN", "NEVER")]
    [True, True, True, False]

    Parameters
    ----------
    signs
        From `signs_of`.
    known
        The news writes it in lower case.
    free
        Any word would be capitalised here.
    """
    if signs & (LISTED | INSIDE):
        return True
    return not known if signs & SHOUT else bool(signs & FIRST) and not (known and free)


def are_hidden(signs: Signs, known: Bools, free: Bools) -> Bools:
    """Return what `is_hidden` says of each of many words."""
    hidden = np.zeros(len(signs), dtype=np.bool_)
    places = (signs & (LISTED | INSIDE | SHOUT | FIRST)).nonzero()[0]
    found = signs[places]
    plain = (found & (LISTED | INSIDE)) == 0
    plain &= free[places] | ((found & SHOUT) != 0)
    plain &= known[places]
    hidden[places[~plain]] = True
    return hidden


def free_places(signs: Signs, firsts: Ints, sentence: Ints, least: int = TITLE_CASE_WORDS) -> Bools:
    """Tell of each word whether any would be capitalised there.

    So it is in title case, and at a sentence's first word or number.

    Parameters
    ----------
    signs
        Of each word, from `signs_of`.
    firsts
        Where each sentence begins.
    sentence
        Index of each word's sentence.
    least
        Long words, after the first word, by which a sentence shows its case.
    """
    free = titled_sentences(signs, firsts, sentence, least)[sentence]
    words = ((signs & MARK) == 0).nonzero()[0]
    opening = np.searchsorted(words, firsts)
    free[words[opening[opening < len(words)]]] = True
    return free


def titled_sentences(
    signs: Signs, firsts: Ints, sentence: Ints, least: int = TITLE_CASE_WORDS
) -> Bools:
    """Tell of each sentence whether it is in title case, see `is_title_case`."""
    case = signs & (LONG_CAPITAL | LONG_SMALL)
    case[firsts] = 0
    count = len(firsts)
    told = np.bincount(4 * sentence + case, minlength=4 * count).reshape(-1, 4)
    capitals, long = told[:, LONG_CAPITAL], told[:, LONG_CAPITAL] + told[:, LONG_SMALL]
    titled: Bools = (long >= least) & (capitals >= TITLE_CASE_SHARE * long)
    return titled


def sides_in(row: Row, sentence: Ints) -> list[int]:
    """Return the places of the words that are sides of politics, see `is_side`."""
    keys, units, found = row.column(KEY), sentence.data, list[int]()
    for place in np.flatnonzero(row.column(SIGNS) & MAY_BE_SIDE).tolist():
        begin = max(0, place - 1)
        near = range(begin, min(place + 2, len(units)))
        same = [keys[n] for n in near if units[n] == units[place]]
        if is_side(same, place - begin - (units[begin] != units[place])):
            found.append(place)
    return found


def is_title_case(words: Sequence[str]) -> bool:
    """Tell whether most longer words after the first begin with a capital.

    >>> is_title_case("Savage Storm Hits a Small Town".split())
    True
    """
    cases = [*map(_case_of, words[1:])]
    capitals = cases.count(LONG_CAPITAL)
    long = capitals + cases.count(LONG_SMALL)
    return long >= TITLE_CASE_WORDS and capitals >= TITLE_CASE_SHARE * long
