"""A tree of phrases, words and patterns, walked along a text.

Each step looks the token up among the branch's words, and its beginnings and
ends among the branch's patterns: the time does not grow with the list.
"""

import re
from bisect import insort
from collections.abc import Iterator, Sequence

from bias.document.document import Token
from bias.lists.patterns import LONGEST_KEY, compiled, fixed_ends, has_wildcard, heads

_Patterned = tuple[re.Pattern[str] | None, "Branch"]
"""What the whole word must match, None where its fixed end says it all; and where it leads."""
_REMEMBERED = 20_000
"""Distinct words whose first steps are kept."""


class Branch:
    """What has been read so far of some phrases.

    Attributes
    ----------
    ending
        Numbers of the phrases that end here.
    """

    def __init__(self) -> None:
        self.ending: list[int] = []
        self._words: dict[str, Branch] = {}
        self._by_head: dict[str, list[_Patterned]] = {}
        self._by_tail: dict[str, list[_Patterned]] = {}
        self._made: dict[str, Branch] = {}
        self._head_lengths: list[int] = []
        self._tail_lengths: list[int] = []

    def grow(self, words: Sequence[str], number: int) -> None:
        """Add a phrase below this branch; words with `*` or `?` are patterns."""
        branch = self
        for word in words:
            branch = branch._pattern(word) if has_wildcard(word) else branch._word(word)
        branch.ending.append(number)

    def _word(self, word: str) -> "Branch":
        return self._words.setdefault(word, Branch())

    def _pattern(self, word: str) -> "Branch":
        """Return the branch of a pattern, filed under the longer of its fixed ends."""
        if word in self._made:
            return self._made[word]
        branch = self._made[word] = Branch()
        head, tail = fixed_ends(word)
        only_end = word in (f"{head}*", f"*{tail}")
        entry = (None if only_end else compiled(word), branch)
        if len(head) >= len(tail):
            self._by_head.setdefault(head, []).append(entry)
            _note_length(self._head_lengths, len(head))
        else:
            self._by_tail.setdefault(tail[::-1], []).append(entry)
            _note_length(self._tail_lengths, len(tail))
        return branch

    def step(self, key: str) -> "Iterator[Branch]":
        """Yield the branches that a word leads to: at most one by itself, the rest by pattern."""
        if (branch := self._words.get(key)) is not None:
            yield branch
        if not self._made or len(key) > LONGEST_KEY:
            return
        for ends, lengths, reading in (
            (self._by_head, self._head_lengths, key),
            (self._by_tail, self._tail_lengths, key[::-1]),
        ):
            for end in heads(reading, lengths):
                for whole, branch in ends.get(end, ()):
                    if whole is None or whole.fullmatch(key):
                        yield branch


def _note_length(lengths: list[int], length: int) -> None:
    """Keep the lengths that occur, shortest first."""
    if length not in lengths:
        insort(lengths, length)


class PhraseTree:
    """Phrases to be found in tokens; a phrase is known by its number.

    Parameters
    ----------
    phrases
        Rows of words, in the order of their numbers.
    """

    def __init__(self, phrases: Sequence[Sequence[str]]) -> None:
        self._root = Branch()
        self._first: dict[str, tuple[Branch, ...]] = {}
        for number, words in enumerate(phrases):
            self._root.grow(words, number)

    def longest(self, tokens: Sequence[Token], position: int, last: int) -> tuple[int, list[int]]:
        """Return where the longest phrase from `position` on ends, and all that end there.

        Returns
        -------
        tuple
            One past its last token, and the phrases' numbers; none when nothing is found.
        """
        branches: Sequence[Branch] = self._first_steps(tokens[position].key)
        end, found = position, list[int]()
        while branches:
            position += 1
            ending = [number for branch in branches for number in branch.ending]
            if ending:
                end, found = position, ending
            if position == last:
                break
            key = tokens[position].key
            branches = [after for branch in branches for after in branch.step(key)]
        return end, sorted(found)

    def _first_steps(self, key: str) -> tuple[Branch, ...]:
        """Return the first branches of a word, remembered: most words come again."""
        steps = self._first.get(key)
        if steps is None:
            if len(self._first) >= _REMEMBERED:
                self._first.clear()
            steps = self._first[key] = tuple(self._root.step(key))
        return steps
