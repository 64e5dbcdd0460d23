"""Where names stand in a document: runs of capitalised words in the outlet's own voice."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from bias.document.columns import KIND, LENGTH, MARK, NUMBER, UPPER
from bias.document.document import Bools, Document, Sentence
from bias.words.classes import HONORIFICS, NAME_LINKS, NO_NAMES, PRONOUNS
from bias.words.vocabulary import shipped_vocabulary

CAPITALS = 25
"""Capitalised words of a sentence that are tried as the start of its first name, at most: each
pronoun that speaks asks again. 100 gave the same records for 600 articles (2026-11-23)."""
LONGEST_NAME = 20
"""Tokens of one run of capitalised words, at most; 60 gave the same records."""
_NOBODY = NO_NAMES - PRONOUNS
"""Alone, these name nobody."""


class Names:
    """The names of one document, by the indices of their tokens; flags are 1 or 0 a token."""

    def __init__(self, document: Document) -> None:
        upper, outlet, stops = document.column(UPPER), ~document.quoted, _stops(document)
        part = upper | _of_names(NAME_LINKS)[document.column(NUMBER)]
        is_mark = document.column(KIND) == MARK
        self._keys = document.keys
        self._starts: list[int] = np.flatnonzero(upper & outlet & document.is_word).tolist()
        self._goes_on = np.where(is_mark, stops, part & outlet).tobytes()
        self._is_part = part.tobytes()
        self.is_upper = upper.tobytes()
        """It begins with a capital."""
        self.ends = (is_mark & ~stops).tobytes()
        """It is a mark that ends a name; the stop of a title or an initial does not."""

    def before(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Yield where names may start in a sentence before one of its tokens, and end."""
        place = bisect_left(self._starts, sentence.first)
        for first in self._starts[place : place + CAPITALS]:
            if first >= until:
                break
            end = min(sentence.last, first + LONGEST_NAME)
            stop = self._goes_on.find(0, first, end)
            last = end if stop < 0 else stop
            if last - first > 1 or self._keys[first] not in _NOBODY:
                yield first, last

    def last_run(self, words: Sequence[int]) -> Sequence[int]:
        """Return the last of some words as far back as they are one name."""
        first = len(words) - 1
        while first > 0 and self._is_part[words[first - 1]]:
            first -= 1
        return words[first:]


def _stops(document: Document) -> Bools:
    """Tell which tokens are the full stop of a title or an initial."""
    numbers, ends = document.column(NUMBER), document.ends
    stops: Bools = numbers == shipped_vocabulary()["."]
    short = (document.column(LENGTH) == 1) | _of_names(HONORIFICS)[numbers]
    stops[1:] &= short[:-1] & (document.starts[1:] == ends[:-1])
    stops[:1] = False
    return stops


@cache
def _of_names(words: frozenset[str]) -> Bools:
    """Tell by number which words are some that names are made of."""
    return shipped_vocabulary().holds(words)
