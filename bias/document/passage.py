"""Sentences in a row of words; articles that are read together share one passage.

A call on a few words costs as much as one on a thousand. So what follows from words and
sentences alone is worked out for several articles at once, and each takes its part.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar
from weakref import ref

import numpy as np

from bias.document.columns import NUMBER
from bias.document.names import SIGNS, free_places
from bias.lists.hits import Places
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
    words: Places | slice = field(default_factory=partial(slice, None))
    """Its words in the whole."""
    sentences: Places | slice = field(default_factory=partial(slice, None))
    """Its sentences in the whole."""
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
            last_word, last_sentence = word + word_count, sentence + sentence_count
            row, firsts = self.row.part(word, last_word), self.firsts[sentence:last_sentence] - word
            yield Passage(row, firsts, self, slice(word, last_word), slice(sentence, last_sentence))
            word, sentence = last_word, last_sentence

    def where(self, kept: Bools) -> "Passage":
        """Return some of the words; what is known of the whole serves those of whole sentences."""
        row, sentence_of = self.row.where(kept), self.sentence_of[kept]
        firsts = np.flatnonzero(np.diff(sentence_of, prepend=-1)).astype(np.int32)
        left, sizes = sentence_of[firsts], np.bincount(self.sentence_of)
        if not len(row) or len(row) < sizes[left].sum():
            return Passage(row, firsts)
        whole = self.whole or self
        words = np.arange(len(whole.row))[self.words][kept]
        sentences = np.arange(len(whole.firsts))[self.sentences][left]
        return Passage(row, firsts, whole, words, sentences)

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
        return listed if self.whole is None else listed.part(self.words)

    def __reduce__(self) -> tuple[Callable[..., "Passage"], tuple[Row, Ints]]:
        return Passage, (self.row, self.firsts)


def _free(passage: Passage) -> Bools:
    return free_places(passage.row.column(SIGNS), passage.firsts, passage.sentence_of)


def _listed(passage: Passage) -> Listed:
    return shipped_index().walk(passage.row.column(NUMBER)).within(passage.sentence_of)
