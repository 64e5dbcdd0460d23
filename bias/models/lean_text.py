"""What the lean model may see of an article: the words of its story, known names hidden.

Headline, subheads, inserts and page furniture stay outside. Names on the list
`identity_terms` (parties, politicians, outlets, faiths, nations, peoples) and sides of
politics become one placeholder, neighbouring ones joined; numbers become another, both
sexes one. Unlike in `bias.document.names`, other names stay: they say what an article is about,
which the resemblance may use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from bias.document.document import Token
from bias.document.names import (
    MAY_BE_SIDES,
    NAME,
    NUMBER,
    holds_identity,
    identity_words,
    is_side,
    long_names,
    one_sex,
)
from bias.reading import Reading
from bias.words.remembered import Remembered

Numbers = NDArray[np.int64]


def story_keys(reading: Reading) -> list[str]:
    """Return the keys of the story with known names hidden."""
    return hide_known(
        reading.document.text,
        [reading.document.tokens[i] for i in reading.story.nonzero()[0].tolist()],
    )


def hide_known(text: str, tokens: Sequence[Token]) -> list[str]:
    """Return the tokens' keys with the names on the list `identity_terms` replaced.

    Examples
    --------
    >>> from bias.document.segment import segment
    >>> from bias.document.article import Article
    >>> document = segment(Article(body="Obama met 3 voters in Springfield"))
    >>> hide_known(document.text, document.tokens)
    ['⟨name⟩', 'met', '⟨number⟩', 'voters', 'in', 'springfield']
    """
    keys = [*map(_KEY, tokens)]
    out = [*map(_SHOWN.__getitem__, keys)]
    for start, end in long_names(keys, lambda place: text[tokens[place].start].isupper()):
        out[start:end] = [NAME] * (end - start)
    for place in compress(range(len(keys)), map(MAY_BE_SIDES.__contains__, keys)):
        if is_side(keys, place):
            out[place] = NAME
    return _joined(out)


def _joined(keys: list[str]) -> list[str]:
    """Make one of neighbouring names: a name of two words is as good as one of a single word."""
    after_name = map(NAME.__eq__, ("", *keys))
    return [key for key, after in zip(keys, after_name, strict=False) if not after or key != NAME]


def _shown(key: str) -> str:
    if key[0].isdigit():
        return NUMBER
    return NAME if holds_identity(key, identity_words()) else one_sex(key)


_SHOWN = Remembered(_shown)
_KEY = attrgetter("key")


@dataclass(frozen=True)
class GramTable:
    """The words, pairs and triples that have a row: first words, then pairs, then triples."""

    words: Mapping[str, int]
    """Row of each word."""
    pairs: Numbers
    """Row of the first word times the number of words plus row of the second, rising."""
    triples: Numbers
    """Place of the first two in `pairs` times the number of words plus row of the third."""

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.words) + len(self.pairs) + len(self.triples)

    def rows(self, keys: Sequence[str]) -> Numbers:
        """Return the row of every word, pair and triple of an article; repeated ones again.

        >>> table = GramTable({"a": 0, "plan": 1}, np.array([1]), np.array([0]))
        >>> table.rows(["a", "plan", "a"]).tolist()
        [0, 1, 0, 2, 3]
        """
        width, place = len(self.words), self.words.get
        first = np.fromiter(map(place, keys, repeat(-1)), dtype=np.int64, count=len(keys))
        second = _join(first, first[1:], self.pairs, width)
        third = _join(second, first[2:], self.triples, width)
        starts = (0, width, width + len(self.pairs))
        found = zip((first, second, third), starts, strict=True)
        return np.concatenate([rows[rows >= 0] + start for rows, start in found])


def _join(first: Numbers, second: Numbers, codes: Numbers, width: int) -> Numbers:
    """Return the place in `codes` of each gram and the word after it, or -1."""
    first = first[: len(second)]
    places = np.full(len(second), -1, dtype=np.int64)
    known = np.flatnonzero((first >= 0) & (second >= 0))
    places[known] = find(codes, first[known] * width + second[known])
    return places


def find(codes: Numbers, wanted: Numbers) -> Numbers:
    """Return the place of each number in rising `codes`, -1 where it is missing.

    >>> find(np.array([3, 5, 9]), np.array([5, 4, 10])).tolist()
    [1, -1, -1]
    """
    if not len(codes):
        return np.full(len(wanted), -1)
    places = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
    return np.where(codes[places] == wanted, places, -1)
