"""A tree of phrases whose words may be patterns, walked along a text.

Words and patterns of a list have a number each. A word of a text is compared with them
once; from there on the walk goes by numbers, and its time does not grow with the list.
"""

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import compress

from bias.lists.patterns import LONGEST_KEY, compiled, fixed_ends, has_wildcard, heads

_Patterned = tuple[re.Pattern[str] | None, int]
"""What the whole word must match, None where its fixed end says it all; and its number."""
_REMEMBERED = 20_000
"""Distinct words of texts of which it is kept what they match."""


class Pieces(dict[str, tuple[int, ...]]):
    """Words and patterns by number; `pieces[key]` are the numbers of those a word matches.

    They are remembered here, for a list comes and goes while the table of types stays.

    Examples
    --------
    >>> pieces = Pieces()
    >>> [pieces.number(word) for word in ("tax", "tax*", "*es", "tax")]
    [0, 1, 2, 0]
    >>> pieces["taxes"]
    (1, 2)
    """

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self._by_head: dict[str, list[_Patterned]] = {}
        self._by_tail: dict[str, list[_Patterned]] = {}
        self._head_lengths: list[int] = []
        self._tail_lengths: list[int] = []

    def number(self, word: str) -> int:
        """Return the number of a word or pattern, a new one where it has none yet."""
        if word not in self._numbers:
            self._numbers[word] = len(self._numbers)
            if has_wildcard(word):
                self._file(word, self._numbers[word])
        return self._numbers[word]

    def _file(self, pattern: str, number: int) -> None:
        """File a pattern under the longer of its fixed ends."""
        head, tail = fixed_ends(pattern)
        only_end = pattern in (f"{head}*", f"*{tail}")
        entry = (None if only_end else compiled(pattern), number)
        if len(head) >= len(tail):
            self._by_head.setdefault(head, []).append(entry)
            _note_length(self._head_lengths, len(head))
        else:
            self._by_tail.setdefault(tail[::-1], []).append(entry)
            _note_length(self._tail_lengths, len(tail))

    def __missing__(self, key: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = tuple(self._matching(key))
        return found

    def _matching(self, key: str) -> Iterator[int]:
        if key in self._numbers and not has_wildcard(key):
            yield self._numbers[key]
        if len(key) > LONGEST_KEY:
            return
        for ends, lengths, reading in (
            (self._by_head, self._head_lengths, key),
            (self._by_tail, self._tail_lengths, key[::-1]),
        ):
            for end in heads(reading, lengths):
                for whole, number in ends.get(end, ()):
                    if whole is None or whole.fullmatch(key):
                        yield number


def _note_length(lengths: list[int], length: int) -> None:
    """Keep the lengths that occur, shortest first."""
    if length not in lengths:
        insort(lengths, length)


class _Branch(dict[int, "_Branch"]):
    """What has been read so far of some phrases: the next piece leads on."""

    def __init__(self) -> None:
        super().__init__()
        self.ending: list[int] = []
        """Numbers of the phrases that end here."""


class PhraseTree:
    """Phrases to be found in rows of words; a phrase is known by its number.

    Parameters
    ----------
    phrases
        Rows of words, in the order of their numbers.
    """

    def __init__(self, phrases: Sequence[Sequence[str]]) -> None:
        self._pieces, self._root = Pieces(), _Branch()
        for number, words in enumerate(phrases):
            branch = self._root
            for word in words:
                branch = branch.setdefault(self._pieces.number(word), _Branch())
            branch.ending.append(number)

    def find(
        self, keys: Sequence[str], first: int, last: int
    ) -> Iterator[tuple[int, int, list[int]]]:
        """Yield the phrases of `keys[first:last]`, leftmost and longest.

        Yields
        ------
        tuple
            Where they begin, where they end, and the numbers of all that stand just there.
        """
        row, opening, free = (
            [*map(self._pieces.__getitem__, keys[first:last])],
            self._root.keys(),
            0,
        )
        for place in compress(range(len(row)), row):
            if place >= free and not opening.isdisjoint(row[place]):
                end, found = self._longest(row, place)
                if found:
                    free = end
                    yield first + place, first + end, sorted(found)

    def _longest(self, row: Sequence[tuple[int, ...]], place: int) -> tuple[int, list[int]]:
        """Return where the longest phrase from `place` on ends, and all that end there."""
        branches, end, found = [self._root], place, list[int]()
        while branches and place < len(row):
            pieces, place = row[place], place + 1
            branches = [b[piece] for b in branches for piece in pieces if piece in b]
            ending = [number for branch in branches for number in branch.ending]
            if ending:
                end, found = place, ending
        return end, found
