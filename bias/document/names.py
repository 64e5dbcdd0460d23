"""What the models may see of a sentence: its words, with every name hidden.

Names of people, parties, outlets, places, faiths and peoples become one
placeholder before anything is learnt or scored, so that swapping one for
another cannot move a number. A capitalised word is a name unless the news also
writes it in lower case and it stands where any word would be capitalised: at a
sentence's start or in a headline in title case. Words of the list
`identity_terms` are hidden however they are written.
"""

from collections.abc import Container, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY
from bias.lists.groups import NAMES
from bias.lists.index import listed_words
from bias.words.cut import key_of
from bias.words.remembered import Remembered
from bias.words.types import Column, Ints, Row

Bools = NDArray[np.bool_]
Signs = NDArray[np.uint16]

NAME = "⟨name⟩"
NUMBER = "⟨number⟩"
TITLE_CASE_SHARE = 0.7
"""Share of capitalised words from which a sentence counts as title case (set by hand)."""
TITLE_CASE_WORDS = 3
"""Fewer long words than this say nothing about the case of a sentence."""
LONG = 4
"""Letters of a long word; short ones stay lower case in titles."""
SHOUTED = 5
"""Letters from which a word in capitals is a word and not an abbreviation."""

ONE_SEX = {
    woman: man
    for pair in (
        "she he", "her his", "hers his", "him his", "herself himself", "she's he's",
        "she'd he'd", "she'll he'll", "woman man", "women men", "girl boy", "girls boys",
        "lady gentleman", "ladies gentlemen", "female male", "females males", "mother father",
        "mothers fathers", "mom dad", "moms dads", "wife husband", "wives husbands",
        "widow widower", "widows widowers", "daughter son", "daughters sons", "sister brother",
        "sisters brothers", "grandmother grandfather", "granddaughter grandson", "aunt uncle",
        "aunts uncles", "niece nephew", "nieces nephews", "girlfriend boyfriend", "queen king",
        "queens kings", "princess prince", "mrs mr", "mrs. mr.", "ms mr", "ms. mr.", "ma'am sir",
        "actress actor", "actresses actors", "waitress waiter", "businesswoman businessman",
        "spokeswoman spokesman", "congresswoman congressman", "congresswomen congressmen",
        "chairwoman chairman", "policewoman policeman", "feminine masculine",
    )
    for woman, man in (pair.split(" "),)
}  # fmt: skip
"""Words of either sex and the one that stands for both. `her` is `him` and `his`, so all
three are one; the form kept is the commoner in news."""
SIDES = frozenset({"left", "right"})
_BEFORE_SIDES = frozenset(
    {
        "the", "far", "hard", "extreme", "radical", "religious", "christian", "secular", "new",
        "old", "american", "'s",
    }
)  # fmt: skip
"""After these words left and right mostly are sides of politics; `the right to vote` is lost."""

_AFTER_SIDES = frozenset({"wing", "winger", "wingers"})
_STATE_COLOURS = frozenset({"red", "blue"})
MAY_BE_SIDES = SIDES | _STATE_COLOURS
"""Words that stand for a side of politics beside certain others: ask `is_side`."""
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


def one_sex(key: str) -> str:
    """Return the word that stands for both sexes, also inside a compound.

    >>> one_sex("she"), one_sex("anti-woman"), one_sex("tree")
    ('he', 'anti-man', 'tree')
    """
    if "-" in key:
        return "-".join(ONE_SEX.get(part, part) for part in key.split("-"))
    return ONE_SEX.get(key, key)


def mask_word(
    surface: str, key: str, known: Container[str], hidden: frozenset[str], free: bool
) -> str:
    """Mask one word; `free` says that any word would be capitalised here.

    >>> mask_word("Savage", "savage", {"savage"}, frozenset(), free=False)
    '⟨name⟩'
    """
    if surface[0].isdigit():
        return NUMBER
    return NAME if is_hidden(signs_of(surface), key in known, free) else key


def signs_of(word: str) -> int:
    """Return what a word, as written, shows of being a name, as flags.

    >>> signs_of("Obama") == LISTED | FIRST | LETTER | ALNUM | LONG_CAPITAL
    True
    >>> [signs_of(word) & (INSIDE | SHOUT | FIRST) for word in ("McCoy", "UN", "NEVER", "Wild")]
    [8, 8, 16, 32]
    """
    key, long = key_of(word), len(word) >= LONG and word[0].isalpha()
    return (
        _capital_of(word, key)
        | LISTED * (not word[0].isdigit() and holds_identity(key, identity_words()))
        | LETTER * key[0].isalpha()
        | ALNUM * key[0].isalnum()
        | MARK * is_mark(word)
        | (LONG_CAPITAL if word[0].isupper() else LONG_SMALL) * long
        | INITIAL * (len(word) == 1 and word.isupper())
        | PARTICLE * (key in _PARTICLES)
        | POINT * (key == ".")
        | MAY_BE_SIDE * (key in MAY_BE_SIDES)
    )


SIGNS = Column(signs_of, np.uint16)
"""What words show of being names, as flags."""


def _capital_of(word: str, key: str) -> int:
    """Return which capitals a word has: `INSIDE`, `SHOUT` or `FIRST`; 0 for none that matter."""
    if word.islower() or word[0].isdigit():
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
    """Tell whether the models may not see a word.

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


def free_places(signs: Signs, firsts: Ints, sentence: Ints) -> Bools:
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
    """
    free = titled_sentences(signs, firsts, sentence)[sentence]
    words = ((signs & MARK) == 0).nonzero()[0]
    opening = np.searchsorted(words, firsts)
    free[words[opening[opening < len(words)]]] = True
    return free


def titled_sentences(signs: Signs, firsts: Ints, sentence: Ints) -> Bools:
    """Tell of each sentence whether most longer words after the first begin with a capital."""
    case = signs & (LONG_CAPITAL | LONG_SMALL)
    case[firsts] = 0
    count = len(firsts)
    told = np.bincount(4 * sentence + case, minlength=4 * count).reshape(-1, 4)
    capitals, long = told[:, LONG_CAPITAL], told[:, LONG_CAPITAL] + told[:, LONG_SMALL]
    titled: Bools = (long >= TITLE_CASE_WORDS) & (capitals >= TITLE_CASE_SHARE * long)
    return titled


def sides_in(row: Row, sentence: Ints) -> list[int]:
    """Return the places of the words that are sides of politics, see `is_side`."""
    keys, found = row.column(KEY), list[int]()
    for place in np.flatnonzero(row.column(SIGNS) & MAY_BE_SIDE).tolist():
        begin = max(0, place - 1)
        near = range(begin, min(place + 2, len(sentence)))
        same = [keys[n] for n in near if sentence[n] == sentence[place]]
        if is_side(same, place - begin - (sentence[begin] != sentence[place])):
            found.append(place)
    return found


def is_side(keys: Sequence[str], place: int) -> bool:
    """Tell whether the word at `place` is a side of politics: the left, the right, red states.

    >>> is_side(["the", "right", "loses"], 1), is_side(["all", "right"], 1)
    (True, False)
    """
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if keys[place] in SIDES:
        return after in _AFTER_SIDES or (place > 0 and keys[place - 1] in _BEFORE_SIDES)
    return keys[place] in _STATE_COLOURS and after in ("state", "states")


def holds_identity(key: str, hidden: Container[str]) -> bool:
    """Tell whether a word or a part of a compound is an identity term, as in `anti-Trump`."""
    return key in hidden or ("-" in key and any(part in hidden for part in key.split("-")))


def is_title_case(surfaces: Sequence[str]) -> bool:
    """Tell whether most longer words after the first begin with a capital."""
    cases = [*map(_CASES.__getitem__, surfaces[1:])]
    capitals = cases.count("capital")
    long = capitals + cases.count("small")
    return long >= TITLE_CASE_WORDS and capitals >= TITLE_CASE_SHARE * long


def _case_of(surface: str) -> str:
    """Return how a longer word begins, `capital` or `small`; empty for any other token."""
    if len(surface) < LONG or not surface[0].isalpha():
        return ""
    return "capital" if surface[0].isupper() else "small"


_CASES = Remembered(_case_of)


@cache
def identity_words() -> frozenset[str]:
    """Return the single words of the list `identity_terms`, in every form."""
    return frozenset(listed_words(NAMES))
