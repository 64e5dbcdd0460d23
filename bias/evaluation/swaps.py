"""Names that change places: parties, leaders, outlets, states, faiths, nations, peoples, sexes.

The pairs stand in `swap_pairs.tsv`. A swap goes both ways at once: what was said of
one side is then said of the other, and the rest of the text stays as it was.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bias.labelled.files import shipped_lines

ALL = "all"
"""Every kind at once."""
IDIOMS = ("mother of all", "founding fathers", "big brother", "old boys")
"""Fixed phrases that name nobody: they stay as they are."""
SIDED = ("party", "leader")
"""Kinds whose first name is the left's and whose second is the right's."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that change places."""

    kind: str
    one: str
    other: str


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the pairs, in the order of the file."""
    _, *rows = shipped_lines("bias.evaluation", "swap_pairs.tsv")
    return tuple(Pair(*row.split("\t")) for row in rows)


def kinds() -> tuple[str, ...]:
    """Return `all` and the kinds of names."""
    return (ALL, *dict.fromkeys(pair.kind for pair in pairs()))


def swap(text: str, kind: str = ALL) -> str:
    """Return the text with the names of a kind changed for their partners, case kept.

    >>> swap("Trump's rally: TRUMP said Democrats trump liberals.")
    "Obama's rally: OBAMA said Republicans trump conservatives."
    >>> swap("Her mother saw the mother of all floods.", "sex")
    'His father saw the mother of all floods.'
    """
    table, pattern = _compiled(kind)
    return pattern.sub(lambda found: table[found[1]], text)


def count_swapped(text: str, kind: str = ALL) -> int:
    """Return how many names a swap would change."""
    table, pattern = _compiled(kind)
    return sum(table[found[1]] != found[1] for found in pattern.finditer(text))


def has_glued_names(text: str) -> bool:
    """Tell whether a name is glued to the next word, so that a swap would leave half of it.

    Link texts run together so: the name in the link stays while the one beside it changes.

    >>> has_glued_names("McCainDemocrats cry wolf"), has_glued_names("Trumpism")
    (True, False)
    """
    return _glued().search(text) is not None


def count_sides(text: str) -> tuple[int, int]:
    """Return how many names of parties and leaders a text holds, the left's and the right's.

    >>> count_sides("Obama and the Republicans met McConnell.")
    (1, 2)
    """
    left = _left_names()
    found = [m[1] for kind in SIDED for m in _compiled(kind)[1].finditer(text)]
    of_left = sum(name.casefold() in left for name in found)
    return of_left, len(found) - of_left


@cache
def _glued() -> re.Pattern[str]:
    names = {name for pair in pairs() for name in (pair.one, pair.other) if name[0].isupper()}
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(map(re.escape, names)))})[A-Z0-9]")


@cache
def _left_names() -> frozenset[str]:
    return frozenset(pair.one.casefold() for pair in pairs() if pair.kind in SIDED)


@cache
def _compiled(kind: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return each spelling with its partner's, and the pattern that finds them."""
    table: dict[str, str] = {}
    chosen = [pair for pair in pairs() if kind in (ALL, pair.kind)]
    for one, other in _both_ways(chosen):
        for spelling, partner in _spellings(one, other):
            table.setdefault(spelling, partner)
    for idiom in IDIOMS:
        table.update((spelling, spelling) for spelling, _ in _spellings(idiom, idiom))
    names = sorted(map(re.escape, table), key=lambda name: (-len(name), name))
    return table, re.compile(rf"(?<!\w)({'|'.join(names)})(?!\w)")


def _both_ways(chosen: Iterable[Pair]) -> list[tuple[str, str]]:
    return [way for p in chosen for way in ((p.one, p.other), (p.other, p.one))]


def _spellings(one: str, other: str) -> list[tuple[str, str]]:
    """Return a name and its partner as written, in capitals and, for plain words, with one."""
    found = [(one, other), (one.upper(), other.upper())]
    if one.islower():
        found += [(one[0].upper() + one[1:], other[0].upper() + other[1:])]
        found += [(one.title(), other.title())]
    return found
