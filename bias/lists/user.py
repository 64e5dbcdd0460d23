"""A term list of the user's own: categories of words, phrases and patterns.

Matching is leftmost-longest over the whole list, so nothing is counted twice
within a category; an entry of several categories counts once in each of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bias.errors import LexiconError
from bias.lists.hits import Match
from bias.lists.patterns import pattern_words
from bias.lists.terms import Term
from bias.lists.tree import PhraseTree

MOST_CATEGORIES = 250
"""Each is two columns of the output; LIWC has about 120."""
MOST_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a list that does not keep the rest from being used."""

    file: str
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    message: str
    """What is wrong and what to do."""


def check_size(where: str, what: str, count: int, most: int) -> None:
    """Raise `LexiconError` for a list with more of something than is allowed."""
    if count > most:
        raise LexiconError(
            f"{where}: {count} {what}; at most {most} are allowed. "
            "Part the list into several files."
        )


SHOWN = 4
"""Terms at a prompt."""


@dataclass(frozen=True, repr=False)
class UserLexicon:
    """One list, ready to be found in texts; from `bias.read_lexicon`."""

    name: str
    """Lower case, letters, digits and `_`: its cues and features carry it."""
    terms: tuple[Term, ...]
    digest: str
    """SHA-256 of the file's bytes, first 12 hex digits."""
    source: str = ""
    """The file."""
    problems: tuple[Problem, ...] = ()
    """Entries that were left out or changed, and why."""

    def __post_init__(self) -> None:
        if not self.terms:
            raise LexiconError(f"{self.source or self.name}: no entry can be used. Add some.")
        for what, count, most in (
            ("entries", len(self.terms), MOST_ENTRIES),
            ("categories", len(self.categories), MOST_CATEGORIES),
        ):
            check_size(self.source or self.name, what, count, most)

    def __repr__(self) -> str:
        """Return what it is in one line: lists are long."""
        words = ", ".join(term.term for term in self.terms[:SHOWN])
        more = ", …" if len(self.terms) > SHOWN else ""
        return f"<UserLexicon {self.name} of {len(self.terms):,} terms: {words}{more}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave the tree behind: each process builds it once."""
        return _restored, (self.name, self.terms, self.digest, self.source, self.problems)

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories in the order of the file."""
        return tuple(dict.fromkeys(term.category for term in self.terms))

    @cached_property
    def _forms(self) -> list[tuple[int, tuple[str, ...]]]:
        """Every form with its entry's place, in the order of the file."""
        return [(n, form) for n, term in enumerate(self.terms) for form in sorted(forms_of(term))]

    @cached_property
    def _tree(self) -> PhraseTree:
        return PhraseTree([form for _, form in self._forms])

    def find(self, keys: Sequence[str], first: int = 0, last: int | None = None) -> list[Match]:
        """Return every entry in `keys[first:last]`, leftmost and longest.

        Entries of several categories that cover the same words all count, one
        for each category: the one that stands first in the file.
        """
        last = len(keys) if last is None else last
        return [
            Match(begin, end, term)
            for begin, end, numbers in self._tree.find(keys, first, last)
            for term in self._one_each(numbers)
        ]

    def _one_each(self, numbers: Iterable[int]) -> Iterable[Term]:
        """Return the first entry of each category."""
        chosen: dict[str, Term] = {}
        for number in numbers:
            term = self.terms[self._forms[number][0]]
            chosen.setdefault(term.category, term)
        return chosen.values()


_RESTORED: dict[tuple[str, str, str], UserLexicon] = {}
"""Lists that came from another process, by source, name and digest: each comes many times."""
_MOST_RESTORED = 20


def _restored(
    name: str, terms: tuple[Term, ...], digest: str, source: str, problems: tuple[Problem, ...]
) -> UserLexicon:
    """Return a list that came from another process, ready to be used."""
    key = (source, name, digest)
    if key not in _RESTORED or _RESTORED[key].terms != terms:
        if len(_RESTORED) >= _MOST_RESTORED:
            _RESTORED.clear()
        _RESTORED[key] = UserLexicon(name, terms, digest, source, problems)
    return _RESTORED[key]


def forms_of(term: Term) -> set[tuple[str, ...]]:
    """Return the rows of words and patterns that an entry matches."""
    return {pattern_words(term.term)} if term.match == "pattern" else term.forms()
