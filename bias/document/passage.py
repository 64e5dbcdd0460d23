"""Sentences in a row of words; articles that are read together share one passage.

A call on a few words costs as much as one on a thousand. So what follows from words and
sentences alone is worked out for several articles at once, and each takes its part.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from weakref import ref

import numpy as np

from bias.document.columns import NUMBER
from bias.document.names import SIGNS, free_places
from bias.lists.index import Listed, shipped_index
from bias.words.types import Bools, Ints, Row

Answer = TypeVar("Answer")


@dataclass(frozen=True, eq=False)
class Passage:
    """A row of words with its sentences; together they hold every word once."""

    row: Row
    firsts: Ints
    """Index of the first word of each sentence."""
    whole: "Passage | None" = None
    """What it is a part of."""
    first: int = 0
    """Its first word in the whole."""
    first_sentence: int = 0
    sharers: list["ref[Any]"] = field(default_factory=list, repr=False)
    """The documents whose words are its parts, as far as they are still in use."""
    _kept: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def parts(self, words: Sequence[int], sentences: Sequence[int]) -> Iterator["Passage"]:
        """Yield the passage in parts.

        Parameters
        ----------
        words, sentences
            How many each part has; none goes on in the next.
        """
        word = sentence = 0
        for word_count, sentence_count in zip(words, sentences, strict=True):
            row = self.row.part(word, word + word_count)
            firsts = self.firsts[sentence : sentence + sentence_count] - word
            yield Passage(row, firsts, self, word, sentence)
            word, sentence = word + word_count, sentence + sentence_count

    @property
    def words(self) -> slice:
        """Its words in the whole."""
        return slice(self.first, self.first + len(self.row))

    @property
    def sentences(self) -> slice:
        """Its sentences in the whole."""
        return slice(self.first_sentence, self.first_sentence + len(self.firsts))

    def once(self, work: Callable[["Passage"], Answer]) -> Answer:
        """Return what a function gives for the whole, worked out once."""
        whole = self.whole or self
        if work not in whole._kept:
            whole._kept[work] = work(whole)
        answer: Answer = whole._kept[work]
        return answer

    @cached_property
    def sentence_of(self) -> Ints:
        """The index of each word's sentence."""
        is_first = np.zeros(len(self.row), dtype=np.int32)
        is_first[self.firsts[1:]] = 1
        return is_first.cumsum(dtype=np.int32)

    @property
    def free(self) -> Bools:
        """Which words stand where any word is capitalised, see `names.free_places`."""
        return self.once(_free)[self.words]

    @cached_property
    def listed(self) -> Listed:
        """All forms of the shipped lists that stand in it."""
        listed = self.once(_listed)
        return listed if self.whole is None else listed.part(self.first, self.first + len(self.row))

    def __reduce__(self) -> tuple[Callable[..., "Passage"], tuple[Row, Ints]]:
        return Passage, (self.row, self.firsts)


def _free(passage: Passage) -> Bools:
    return free_places(passage.row.column(SIGNS), passage.firsts, passage.sentence_of)


def _listed(passage: Passage) -> Listed:
    return shipped_index().walk(passage.row.column(NUMBER))
