"""Hides the names in sentences, so that a model sees their words alone.

What is a name by itself is the business of `bias.document.names`; here names of
several words are found, and neighbouring ones joined.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, UPPER
from bias.document.columns import NUMBER as KEY_NUMBER
from bias.document.document import Document
from bias.document.names import (
    ALNUM,
    INITIAL,
    LETTER,
    PARTICLE,
    POINT,
    SIGNS,
    Signs,
    are_hidden,
    free_places,
    is_mark,
    sides_in,
)
from bias.document.passage import Passage
from bias.lists.groups import NAMES
from bias.lists.hits import Hits
from bias.lists.identity import NAME, NUMBER, one_sex
from bias.lists.index import shipped_index
from bias.models.sentences import SentenceModel, shipped_model
from bias.words.cut import key_of
from bias.words.derived import base_of
from bias.words.numbered import Numbered
from bias.words.types import Bools, Column, Ints, Row
from bias.words.vocabulary import Vocabulary, shipped_vocabulary

_MARKS = (
    dict.fromkeys(("“", "”", "''", "``", "«", "»"), '"')
    | {"‘": '"', "’": "'"}
    | dict.fromkeys(("—", "–", "--", "---", "-", ";", ":", "(", ")", "[", "]", "…", "..."), ",")
)
"""Marks that the models do not tell apart: how a writer parts clauses is no slant."""
_CONNECTIVES = dict.fromkeys(("since", "as"), "because") | dict.fromkeys(
    ("yet", "though", "although", "however", "while", "whereas"), "but"
)
"""Words for the same link between clauses, which they do not tell apart either."""
MOST_KEPT = 8
"""Models whose maskers a process keeps; more are made again."""


@dataclass(frozen=True, eq=False)
class Masked(Numbered):
    """Sentences as a model may see them: names hidden, neighbouring ones joined."""

    row: Row
    """The tokens."""
    kept: Bools
    """Of each token: it has a word of its own; any other is part of the name before it."""

    def part(self, passage: Passage) -> "Masked":
        """Return the words of a part of the passage that was masked."""
        kept, count = self.kept[passage.words], len(passage.firsts)
        places = self.word_of[passage.words][kept]
        sentence = passage.sentence_of[kept]
        return Masked(self.vocabulary, self.numbers[places], sentence, count, passage.row, kept)

    @cached_property
    def tokens(self) -> NDArray[np.intp]:
        """Index of the token that each word came from; of a name, its first."""
        return np.flatnonzero(self.kept)

    @cached_property
    def word_of(self) -> NDArray[np.int64]:
        """Index of the word that each token became, or of the name that it is part of."""
        return np.cumsum(self.kept) - 1

    def count_of(self, column: Column) -> int:
        """Count the tokens of which a column of truth values holds."""
        return int(np.count_nonzero(self.row.column(column)[self.tokens]))

    @cached_property
    def is_name(self) -> Bools:
        """Which words are hidden names."""
        is_name: Bools = self.numbers == self.vocabulary[NAME]
        return is_name

    @cached_property
    def is_word(self) -> Bools:
        """Which are words, names and numbers: no marks."""
        is_word: Bools = self._shows(ALNUM) | self.is_name
        return is_word

    @cached_property
    def is_letters(self) -> Bools:
        """Which begin with a letter and are no names."""
        return self._shows(LETTER) & ~self.is_name

    def _shows(self, sign: int) -> Bools:
        return (self.row.column(SIGNS)[self.tokens] & sign).astype(np.bool_)

    def keys(self) -> list[list[str]]:
        """Return the words of each sentence as text."""
        words, keys = self.vocabulary.words, self.row.column(KEY)[self.tokens].tolist()
        told = [
            words[number] or one_sex(key)
            for number, key in zip(self.numbers.tolist(), keys, strict=True)
        ]
        ends = np.cumsum(self.lengths).tolist()
        return [told[end - n : end] for end, n in zip(ends, self.lengths.tolist(), strict=True)]


class Masker:
    """Hides the names and numbers of sentences.

    Parameters
    ----------
    vocabulary
        Numbers the words.
    known
        Tells by number which words the news writes in lower case.

    Examples
    --------
    >>> words = ["yesterday", "slammed", "senators", NAME, NUMBER]
    >>> masker = Masker(Vocabulary(words), np.array([False, True, True, True, False, False]))
    >>> masker.mask("Yesterday Joe Biden slammed 3 senators".split())
    ['yesterday', '⟨name⟩', 'slammed', '⟨number⟩', 'senators']

    A word without a number stands as the one that it is made of.

    >>> masker.mask("the slammedness".split())
    ['the', 'slammed']
    """

    def __init__(self, vocabulary: Vocabulary, known: Bools) -> None:
        self._vocabulary, self._known = vocabulary, known
        self._shown = Column(self._number, np.int32)
        self._meant = Column(self._number_or_base, np.int32)

    def _number(self, word: str) -> int:
        """Return the number of a word that is not hidden."""
        return self._vocabulary.get(shown(word), 0)

    def _number_or_base(self, word: str) -> int:
        """Return that of the word it is made of where it has none of its own."""
        key = shown(word)
        return self._vocabulary[key] or self._vocabulary[base_of(key, self._vocabulary) or key]

    @classmethod
    def knowing(cls, words: Collection[str]) -> "Masker":
        """Return a masker of a model that is yet to be trained; `words` are known."""
        vocabulary = shipped_vocabulary().with_words(words)
        return cls(vocabulary, vocabulary.holds(words))

    def mask_passage(self, passage: Passage) -> Masked:
        """Return the masked words of all sentences of a passage."""
        names = passage.listed.hits(NAMES).of_several_words()
        count = len(passage.firsts)
        return self._mask(passage.row, passage.sentence_of, count, passage.free, names)

    def mask_headlines(self, passage: Passage) -> Masked:
        """Return the masked words of a passage whose sentences are headlines.

        Headlines are short: one long word tells whether they capitalise all.
        """
        row, sentence = passage.row, passage.sentence_of
        free = free_places(row.column(SIGNS), passage.firsts, sentence, least=1)
        names = passage.listed.hits(NAMES).of_several_words()
        return self._mask(row, sentence, len(passage.firsts), free, names)

    def mask(self, words: Sequence[str]) -> list[str]:
        """Return the masked keys of one sentence.

        Neighbouring names are joined, so that one name is as good as two.
        """
        row, sentence = Row.of(words), np.zeros(len(words), dtype=np.int32)
        names = shipped_index().walk(row.column(KEY_NUMBER)).hits(NAMES).of_several_words()
        free = free_places(row.column(SIGNS), sentence[:1], sentence)
        return self._mask(row, sentence, 1, free, names).keys()[0]

    def _mask(self, row: Row, sentence: Ints, count: int, free: Bools, names: Hits) -> Masked:
        numbers, name = row.column(self._shown), self._vocabulary[NAME]
        hidden = are_hidden(row.column(SIGNS), self._known[numbers], free)
        hidden[sides_in(row, sentence)] = True
        keys, upper = row.column(KEY), row.column(UPPER)
        for first, last in zip(names.firsts.tolist(), names.lasts.tolist(), strict=True):
            if upper[last - 1] and sentence[first] == sentence[last - 1]:
                hidden[first + (keys[first] == "the") : last] = True
        numbers = np.where(hidden, name, row.column(self._meant))
        kept = _kept(row.column(SIGNS), sentence, numbers == name)
        return Masked(self._vocabulary, numbers[kept], sentence[kept], count, row, kept)


def _kept(signs: Signs, sentence: Ints, hidden: Bools) -> Bools:
    """Tell which tokens stay: a name takes the name right after it, and what links the two.

    A particle links, such as `de`, and the point of an initial.
    """
    kept = np.ones(len(sentence), dtype=np.bool_)
    names = hidden.nonzero()[0]
    before, after = names[:-1], names[1:]
    near = ((after - before <= 2) & (sentence[before] == sentence[after])).nonzero()[0]
    before, after = before[near], after[near]
    first, middle = signs[before], signs[before + 1]
    links = np.where(first & INITIAL, middle & (PARTICLE | POINT), middle & PARTICLE)
    joined = after[(links != 0) | (after - before == 1)]
    kept[joined] = False
    kept[joined - 1] &= hidden[joined - 1]
    return kept


def shown(word: str) -> str:
    """Return the masked key of a word that is no name.

    >>> [shown(word) for word in ("1,000", "She", "“", "—", "since", "'s")]
    ['⟨number⟩', 'he', '"', ',', 'because', "'s"]
    """
    if word[0].isdigit():
        return NUMBER
    key = key_of(word)
    return _MARKS.get(key, key) if is_mark(word) else _CONNECTIVES.get(key, one_sex(key))


@lru_cache(MOST_KEPT)
def masker_of(model: SentenceModel) -> Masker:
    """Return what hides names for a model of sentences."""
    return Masker(shipped_vocabulary(), model.known)


def mask(document: Document) -> Masked:
    """Return a document's sentences as the shipped models see them."""
    return document.passage.once(mask_passage).part(document.passage)


def mask_headlines(passage: Passage) -> Masked:
    """Return a passage whose sentences are headlines as the shipped models see them."""
    return masker_of(shipped_model()).mask_headlines(passage)


def mask_passage(passage: Passage) -> Masked:
    """Return the sentences of a passage as the shipped models see them."""
    return masker_of(shipped_model()).mask_passage(passage)
