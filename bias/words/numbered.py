"""Sentences as rows of word numbers: what linear models read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from bias.words.types import Ints
from bias.words.vocabulary import Vocabulary

MOST = 2**17
"""Words of sentences that are scored at a time."""


@dataclass(frozen=True, eq=False)
class Counted:
    """Which words a text has, and how often each."""

    vocabulary: Vocabulary
    numbers: Ints
    """Rising; 0 stands for all words without a number."""
    amounts: NDArray[np.int64]
    total: int
    """How many words the text has."""

    @classmethod
    def of(cls, vocabulary: Vocabulary, numbers: Ints) -> "Counted":
        """Count the numbers of some words.

        >>> Counted.of(Vocabulary("ab"), np.array([2, 1, 2])).by_word()
        {'a': 1, 'b': 2}
        """
        ordered, is_edge = np.sort(numbers), np.ones(len(numbers) + 1, dtype=np.bool_)
        np.not_equal(ordered[1:], ordered[:-1], out=is_edge[1:-1])
        edges = is_edge.nonzero()[0]
        amounts = edges[1:] - edges[:-1]
        return cls(vocabulary, ordered[edges[:-1]], amounts, len(numbers))

    def by_word(self) -> dict[str, int]:
        """Return how often each word with a number stands there."""
        words = self.vocabulary.words
        pairs = zip(self.numbers.tolist(), self.amounts.tolist(), strict=True)
        return {words[number]: amount for number, amount in pairs if number}


class WordGroups:
    """Groups of words that are counted together; no word is in two of them.

    Examples
    --------
    >>> vocabulary = Vocabulary(["i", "you", "we"])
    >>> counted = Counted.of(vocabulary, np.array([1, 3, 3]))
    >>> WordGroups(vocabulary, {"speakers": ("i", "we"), "readers": ("you",)}).count(counted)
    {'speakers': 3, 'readers': 0}
    """

    def __init__(self, vocabulary: Vocabulary, groups: Mapping[str, Iterable[str]]) -> None:
        self._names = tuple(groups)
        self._group = np.zeros(vocabulary.size, dtype=np.int8)
        for place, words in enumerate(groups.values(), start=1):
            self._group[[vocabulary[word] for word in words]] = place
        self._group[0] = 0

    def count(self, counted: Counted) -> dict[str, int]:
        """Return how often the words of each group stand in a text."""
        groups, size = self._group[counted.numbers], len(self._names) + 1
        found = np.bincount(groups, counted.amounts, size).astype(np.int64).tolist()
        return dict(zip(self._names, found[1:], strict=True))


@dataclass(frozen=True, eq=False)
class Numbered:
    """Sentences as numbers of words, one behind the other."""

    vocabulary: Vocabulary
    numbers: Ints
    """Of each word; 0 for one that has none."""
    sentence: Ints
    """Index of each word's sentence, rising."""
    count: int
    """Sentences; one may be empty."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]], vocabulary: Vocabulary) -> "Numbered":
        """Give the keys of some sentences their numbers.

        >>> text = Numbered.of([["a", "vile", "plan"], [], ["a"]], Vocabulary(["a", "plan"]))
        >>> text.numbers.tolist(), text.sentence.tolist(), text.lengths.tolist()
        ([1, 0, 2, 1], [0, 0, 0, 2], [3, 0, 1])
        """
        lengths = [len(keys) for keys in sentences]
        keys = chain.from_iterable(sentences)
        return cls(
            vocabulary,
            np.fromiter(map(vocabulary.__getitem__, keys), np.int32, sum(lengths)),
            np.repeat(np.arange(len(lengths), dtype=np.int32), lengths),
            len(lengths),
        )

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """Words of each sentence."""
        return np.bincount(self.sentence, minlength=self.count)

    def parts(self, most: int = MOST) -> Iterator["Numbered"]:
        """Yield the sentences in groups of about `most` words, so that a book needs no more memory.

        >>> text = Numbered.of([["a"], ["plan", "a"], ["a"]], Vocabulary(["a", "plan"]))
        >>> [(part.numbers.tolist(), part.count) for part in text.parts(most=2)]
        [([1], 1), ([2, 1, 1], 2)]
        """
        firsts = [*sorted({0, *self.sentence[most::most].tolist()}), self.count]
        begins = self.sentence.searchsorted(firsts).tolist()
        for (first, last), (begin, end) in zip(pairwise(firsts), pairwise(begins), strict=True):
            sentence = self.sentence[begin:end] - first
            yield Numbered(self.vocabulary, self.numbers[begin:end], sentence, last - first)

    def counted(self, chosen: NDArray[np.bool_]) -> Counted:
        """Count the words of some sentences; `chosen` tells of each whether it is one."""
        return Counted.of(self.vocabulary, self.numbers[chosen[self.sentence]])
