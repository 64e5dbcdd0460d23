"""Hides listed names alone: what the lean model may see of a story.

Names on the list `identity_terms` (parties, politicians, outlets, faiths, nations, peoples)
and sides of politics become one placeholder, neighbouring ones joined; numbers become another,
both sexes one. Unlike in `bias.document.masked`, other names stay: they say what an article is
about, which the resemblance may use.
"""

from collections.abc import Iterator
from functools import cache

import numpy as np

from bias.document.columns import NUMBER as KEY_NUMBER
from bias.document.columns import UPPER
from bias.document.names import sides_in
from bias.lists.groups import NAMES
from bias.lists.identity import NAME, NUMBER, holds_identity, identity_words, one_sex
from bias.lists.index import shipped_index
from bias.words.cut import key_of
from bias.words.types import Bools, Column, Ints, Row
from bias.words.vocabulary import shipped_vocabulary


def hide_listed(row: Row) -> Ints:
    """Return the numbers of a story's words in the shipped vocabulary, listed names replaced."""
    is_name = are_listed(row)
    numbers = np.where(is_name, _name_number(), row.column(SHOWN_NUMBER))
    return numbers[_stay(is_name)]


def listed_hidden(row: Row) -> list[str]:
    """Return the same as text: no word is unknown.

    Examples
    --------
    >>> listed_hidden(Row.of("Obama met 3 voters in Springfield".split()))
    ['⟨name⟩', 'met', '⟨number⟩', 'voters', 'in', 'springfield']
    """
    is_name = are_listed(row)
    keys: list[str] = np.where(is_name, NAME, row.column(SHOWN))[_stay(is_name)].tolist()
    return keys


def are_listed(row: Row) -> Bools:
    """Tell of each word whether it is a listed name, a part of one, or a side of politics."""
    is_name: Bools = row.column(SHOWN_NUMBER) == _name_number()
    for start, end in _long_names(row):
        is_name[start:end] = True
    is_name[sides_in(row, np.zeros(len(row), dtype=np.int32))] = True
    return is_name


def _long_names(row: Row) -> Iterator[tuple[int, int]]:
    """Yield where names of several words begin and end, such as `New Zealand`.

    The last word is written with a capital.

    >>> [*_long_names(Row.of("In New Zealand the united states".split()))]
    [(1, 3)]
    """
    numbers, upper, names = row.column(KEY_NUMBER), row.column(UPPER), _names_by_two_words()
    first, second = _first_and_second()
    for place in np.flatnonzero(first[numbers[:-1]] & second[numbers[1:]]).tolist():
        for name in names.get(tuple(numbers[place : place + 2].tolist()), ()):
            end = place + len(name)
            if tuple(numbers[place:end].tolist()) == name and upper[end - 1]:
                yield place, end


@cache
def _names_by_two_words() -> dict[tuple[int, ...], list[tuple[int, ...]]]:
    """Return the names of several words on `identity_terms`, as numbers, by their first two."""
    found: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
    for form in shipped_index().forms(NAMES):
        if len(form) > 1:
            name = tuple(map(shipped_vocabulary().__getitem__, form))
            found.setdefault(name[:2], []).append(name)
    return found


@cache
def _first_and_second() -> tuple[Bools, Bools]:
    """Tell of each word of the shipped vocabulary whether such a name has it first, or second."""
    flags = np.zeros((2, shipped_vocabulary().size), dtype=np.bool_)
    for first, second in _names_by_two_words():
        flags[0, first] = flags[1, second] = True
    return flags[0], flags[1]


def _stay(is_name: Bools) -> Bools:
    """Tell which words stay: of neighbouring names one, for a name of two is as good as of one.

    >>> _stay(np.array([True, True, False, True])).tolist()
    [True, False, True, True]
    """
    stays = np.ones(len(is_name), dtype=np.bool_)
    np.logical_and(is_name[1:], is_name[:-1], out=stays[1:])
    np.logical_not(stays[1:], out=stays[1:])
    return stays


def _shown(word: str) -> str:
    """Return what the model sees of a word by itself.

    >>> _shown("She"), _shown("1,000"), _shown("anti-Trump"), _shown("Poe")
    ('he', '⟨number⟩', '⟨name⟩', 'poe')
    """
    key = key_of(word)
    if key[0].isdigit():
        return NUMBER
    return NAME if holds_identity(key, identity_words()) else one_sex(key)


def _shown_number(word: str) -> int:
    """Return the number of that in the shipped vocabulary, 0 where it is unknown."""
    return shipped_vocabulary()[_shown(word)]


SHOWN = Column(_shown)
"""What the model sees of a word by itself."""
SHOWN_NUMBER = Column(_shown_number, np.int32)
"""The number of that in the shipped vocabulary."""


@cache
def _name_number() -> int:
    return shipped_vocabulary()[NAME]
