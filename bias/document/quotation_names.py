"""Where names stand in a document: runs of capitalised words in the outlet's own voice."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import itemgetter

from bias.document.document import Document, Sentence
from bias.words.classes import HONORIFICS, NAME_LINKS, NO_NAMES, PRONOUNS

CAPITALS = 25
"""Capitalised words of a sentence that are tried as the start of its first name, at most: each
pronoun that speaks asks again. 100 gave the same records for 600 articles (2026-11-23)."""
LONGEST_NAME = 20
"""Tokens of one run of capitalised words, at most; 60 gave the same records."""
_NOBODY = NO_NAMES - PRONOUNS
"""Alone, these name nobody."""


class NameRuns:
    """The names of one document, by the indices of their tokens."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self.keys = document.keys
        self.upper = [*map(str.isupper, map(itemgetter(0), document.forms))]
        """Whether each token begins with a capital."""
        self._starts = [
            index
            for index in compress(range(len(self.tokens)), self.upper)
            if self.tokens[index].kind == "word" and self.tokens[index].voice == "outlet"
        ]

    def before(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Yield where names may start in a sentence before one of its tokens, and end."""
        place = bisect_left(self._starts, sentence.first)
        for first in self._starts[place : place + CAPITALS]:
            if first >= until:
                break
            last, end = first, min(sentence.last, first + LONGEST_NAME)
            while last < end and self._goes_on(last):
                last += 1
            if last - first > 1 or self.keys[first] not in _NOBODY:
                yield first, last

    def _goes_on(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind == "mark":
            return self.holds_mark(index)
        return token.voice == "outlet" and self._is_part(index)

    def _is_part(self, index: int) -> bool:
        return self.upper[index] or self.keys[index] in NAME_LINKS

    def holds_mark(self, index: int) -> bool:
        """Tell whether a mark is the stop of a title or an initial."""
        token, before = self.tokens[index], self.tokens[index - 1]
        short = before.key in HONORIFICS or before.end - before.start == 1
        return token.key == "." and short and before.end == token.start

    def last_run(self, words: Sequence[int]) -> Sequence[int]:
        """Return the last of some words as far back as they are one name."""
        first = len(words) - 1
        while first > 0 and self._is_part(words[first - 1]):
            first -= 1
        return words[first:]
