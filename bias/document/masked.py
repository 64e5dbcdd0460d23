"""Hides the names in sentences, so that a model sees their words alone.

What a word becomes by itself is the business of `bias.document.names`; here names of
several words are found, and neighbouring ones joined.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, compress
from operator import not_

from bias.document.document import Document, Sentence
from bias.document.names import (
    MAY_BE_SIDES,
    NAME,
    NUMBER,
    identity_words,
    is_side,
    is_title_case,
    long_names,
    mask_word,
    one_sex,
)
from bias.words.cut import key_of
from bias.words.remembered import Remembered

_QUOTES = dict.fromkeys(("“", "”", "''", "``", "«", "»"), '"') | {"‘": "'", "’": "'"}
_PARTICLES = frozenset({"de", "von", "van", "bin", "al", "la", "der", "del"})


class Masker:
    """Hides the names and numbers of sentences.

    Parameters
    ----------
    known
        Words that the news writes in lower case.

    Examples
    --------
    >>> words = "Yesterday Joe Biden slammed 3 senators".split()
    >>> masker = Masker({"yesterday", "slammed", "senators"})
    >>> masker.mask(words, [word.lower() for word in words])
    ['yesterday', '⟨name⟩', 'slammed', '⟨number⟩', 'senators']
    """

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._alone = Remembered(self._mask_alone)

    def _mask_alone(self, surface: str) -> tuple[str, str]:
        """Mask a word that is in no longer name: where a capital tells, and where it does not."""
        key, hidden = one_sex(key_of(surface)), identity_words()
        inside = mask_word(surface, key, self._known, hidden, free=False)
        return inside, mask_word(surface, key, self._known, hidden, free=True)

    def mask(self, surfaces: Sequence[str], keys: Sequence[str]) -> list[str]:
        """Return the keys of one sentence with names and numbers replaced.

        Parameters
        ----------
        surfaces, keys
            Of the sentence's tokens, as written and as looked up.

        Returns
        -------
        list of str
            Neighbouring names are joined, so that one name is as good as two.
        """
        return self._mask(_Row.of(surfaces, keys), 0, len(keys))

    def mask_each(self, document: Document, sentences: Iterable[Sentence]) -> Iterator[list[str]]:
        """Yield the masked keys of each of several sentences."""
        row = _Row.of(document.forms, document.keys)
        return (self._mask(row, sentence.first, sentence.last) for sentence in sentences)

    def _mask(self, row: "_Row", first: int, last: int) -> list[str]:
        unsure, named = row.unsettled(first, last)
        out, done, titled = list[str](), first, None
        opening = bool(unsure) and all(map(_is_mark, row.surfaces[first : unsure[0]]))
        for place in unsure:
            out += row.settled[done:place]
            if place in named or row.is_side(place, first, last):
                word = NUMBER if row.surfaces[place][0].isdigit() else NAME
            else:
                word, free = self._alone[row.surfaces[place]]
                if word != free and not opening and titled is None:
                    titled = is_title_case(row.surfaces[first:last])
                word = free if opening or titled else word
            if word == NAME and _links_names(out, row.surfaces, place):
                out.pop()
            if word != NAME or out[-1:] != [NAME]:
                out.append(word)
            opening, done = False, place + 1
        return out + row.settled[done:last]


@dataclass(frozen=True, slots=True)
class _Row:
    """A document's tokens and what is masked alike in any sentence and by any model."""

    surfaces: Sequence[str]
    keys: Sequence[str]
    settled: list[str]
    """Masked keys; empty where it depends."""
    unsure: list[int]
    """Where it depends."""
    names: list[tuple[int, int]]
    """Where names of several words begin and end."""

    @classmethod
    def of(cls, surfaces: Sequence[str], keys: Sequence[str]) -> "_Row":
        settled = [*map(_SETTLED.__getitem__, surfaces)]
        unsure = [*compress(range(len(settled)), map(not_, settled))]
        names = long_names(keys, lambda place: surfaces[place][0].isupper())
        return cls(surfaces, keys, settled, unsure, names)

    def unsettled(self, first: int, last: int) -> tuple[list[int], Set[int]]:
        """Return the places of a sentence to be masked, and those in names of several words."""
        begin = bisect_left(self.unsure, first)
        unsure = self.unsure[begin : bisect_left(self.unsure, last, begin)]
        begin = bisect_left(self.names, (first, 0))
        names = self.names[begin : bisect_left(self.names, (last, 0), begin)]
        if not names:
            return unsure, frozenset()
        inside = (range(b + (self.keys[b] == "the"), end) for b, end in names if end <= last)
        named = set(chain.from_iterable(inside))
        return sorted(named.union(unsure)), named

    def is_side(self, place: int, first: int, last: int) -> bool:
        if self.keys[place] not in MAY_BE_SIDES:
            return False
        begin = max(first, place - 1)
        return is_side(self.keys[begin : min(last, place + 2)], place - begin)


def _settled(surface: str) -> str:
    """Mask what is the same wherever it stands but in a name; empty for any other."""
    key = key_of(surface)
    if surface[0].isdigit():
        return NUMBER
    if _is_mark(surface):
        return _QUOTES.get(key, key)
    if "-" in key or key in MAY_BE_SIDES or not surface.islower():
        return ""
    key = one_sex(key)
    return "" if key in identity_words() else key


def _is_mark(surface: str) -> bool:
    return not surface[0].isalnum() and not surface[1:2].isalpha()


_SETTLED = Remembered(_settled)


def _links_names(out: Sequence[str], surfaces: Sequence[str], place: int) -> bool:
    """Tell whether the last key stands inside a name: `de`, or the point of an initial."""
    if len(out) < 2 or out[-2] != NAME:
        return False
    initial = len(surfaces[place - 2]) == 1 and surfaces[place - 2].isupper()
    return out[-1] in _PARTICLES or (out[-1] == "." and initial)
