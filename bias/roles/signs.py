"""What is asked of each word by its letters alone: in which sets it is, what it is cut to.

Whether a promo fits the story is asked of the words they share. An outlet has one word in
its name or three, and a party goes by several names (Dems, Democrats, GOP): counted as they
are written, the answer would depend on which outlet or party is meant. So each of their names
counts as one word, the same for all outlets and for both parties.
"""

from collections import Counter
from functools import cache
from importlib import resources

import numpy as np

from bias.lists.groups import OUTLET_NOTE, OUTLETS
from bias.lists.identity import identity_words
from bias.words.classes import common_words
from bias.words.cut import key_of, kind_of
from bias.words.types import Column

OUTLET, PARTY = "⟨outlet⟩", "⟨party⟩"
STEM_LENGTH = 6
"""Letters by which two words count as the same: Russia, Russian."""
SHORT_WORD = 2
"""Words of so many letters have no content."""

FUNCTION, SMALL, ARTICLE, PERSON, BE, SILENT, COMMON, NAME, NAME_FIRST, NAME_SECOND, CAPITAL = (
    1 << place for place in range(11)
)
"""Signs of a word: the set of `words.txt` that it is in (a number counts as small); without
content; written in lower case by news, any other word being a name or rare; a name of an outlet
or a party by itself, or one's first or second word; begun with a capital where it stands."""


def _words(name: str) -> frozenset[str]:
    """Return one of the word sets of `words.txt`."""
    text = resources.files("bias.roles").joinpath("words.txt").read_text("utf-8")
    _, _, rest = text.partition(f"\n[{name}]")
    lines = rest.partition("\n[")[0].splitlines()[1:]
    return frozenset(word for line in lines for word in line.split())


@cache
def names_by_first() -> dict[str, list[tuple[list[str], str]]]:
    """Return the names of outlets and parties by their first word, and what each counts as."""
    names: dict[tuple[str, ...], str] = {}
    for term in OUTLETS.terms:
        for form in term.forms():
            names.setdefault(form, OUTLET if term.note == OUTLET_NOTE else PARTY)
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for form in sorted(names, key=len, reverse=True):
        by_first.setdefault(form[0], []).append(([*form], names[form]))
    return by_first


@cache
def _signs_by_key() -> dict[str, int]:
    """Return the signs of each word that has some.

    Words for parties, faiths and peoples are not common however often they are written.
    """
    forms = [form for named in names_by_first().values() for form, _ in named]
    signs: Counter[str] = Counter()
    for sign, words in {
        FUNCTION | SILENT: _words("function_words"),
        SMALL: _words("small"),
        ARTICLE: _words("articles"),
        PERSON: _words("persons"),
        BE: _words("be"),
        SILENT: {OUTLET},
        COMMON: common_words() - identity_words(),
        NAME: {form[0] for form in forms if len(form) == 1},
        NAME_FIRST: {form[0] for form in forms if len(form) > 1},
        NAME_SECOND: {form[1] for form in forms if len(form) > 1},
    }.items():
        signs.update(dict.fromkeys(words, sign))
    return signs


def signs_of(word: str) -> int:
    """Return the signs of a word that its letters tell, added up.

    >>> signs_of("The") == FUNCTION + SMALL + ARTICLE + SILENT + COMMON + NAME_FIRST
    True
    >>> signs_of("Obama"), signs_of("12") == SMALL + SILENT
    (0, True)
    """
    key = key_of(word)
    signs = _signs_by_key().get(key, 0)
    if len(key) <= SHORT_WORD:
        signs |= SILENT
    return signs | SMALL | SILENT if word[0].isdecimal() and kind_of(word) == "number" else signs


def _stem(word: str) -> int:
    """Return a number that stands for the first letters of a word, in this process only.

    >>> _stem("Russia") == _stem("russian"), _stem("Russia") == _stem("rusk")
    (True, False)
    """
    return hash(key_of(word)[:STEM_LENGTH])


def _count_letters(word: str) -> int:
    """Count letters.

    >>> _count_letters("A-10s")
    2
    """
    return len(word) if word.isalpha() else sum(map(str.isalpha, word))


def _count_capitals(word: str) -> int:
    """Count capitals.

    >>> _count_capitals("McCain")
    2
    """
    return 0 if word.islower() else sum(map(str.isupper, filter(str.isalpha, word)))


def _count_digits(word: str) -> int:
    """Count digits.

    >>> _count_digits("A-10s")
    2
    """
    return 0 if word.isalpha() else sum(map(str.isdigit, word))


SIGNS = Column(signs_of, np.uint16)
"""The signs that its letters tell, added up."""
STEM = Column(_stem, np.int64)
"""What stands for its first letters."""
LETTERS = Column(_count_letters, np.int32)
CAPITALS = Column(_count_capitals, np.int32)
DIGITS = Column(_count_digits, np.int32)
