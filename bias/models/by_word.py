"""Numbers of many words or pairs of words, as arrays; by word for whoever asks so."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.errors import ModelError
from bias.models.fields import Fields
from bias.words.types import Ints
from bias.words.vocabulary import Vocabulary, shipped_vocabulary

Floats = NDArray[np.float64]
Pairs = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, eq=False)
class ByWord(Mapping[str, float]):
    """A number for each of many words; a mapping is made of it when somebody asks by word.

    Examples
    --------
    >>> found = ByWord.of({"plan": 0.5, "vile": 2.0})
    >>> found["vile"], len(found), "unheard" in found
    (2.0, 2, False)
    """

    vocabulary: Vocabulary
    numbers: Ints
    """Of the words; 0 for one that the vocabulary does not hold."""
    weights: Floats

    @classmethod
    def of(cls, values: Mapping[str, float], vocabulary: Vocabulary | None = None) -> "ByWord":
        """Look words up, in the shipped vocabulary unless in another."""
        if isinstance(values, cls):
            return values
        vocabulary = vocabulary or shipped_vocabulary()
        numbers = np.fromiter(map(vocabulary.__getitem__, values), np.int32, len(values))
        return cls(vocabulary, numbers, np.fromiter(values.values(), np.float64, len(values)))

    @classmethod
    def read(cls, fields: Fields, name: str) -> "ByWord":
        """Return what `content` wrote into a field of a model file."""
        part, vocabulary = fields.part(name, "numbers", "weights"), shipped_vocabulary()
        numbers, weights = word_numbers(part, "numbers"), part.array("weights")
        if numbers.ndim != 1 or weights.shape != numbers.shape:
            fields.refuse(name, f"has weights of shape {weights.shape}, words of {numbers.shape}")
        if not (numbers[1:] > numbers[:-1]).all():
            fields.refuse(name, "names a word twice, or out of order")
        return cls(vocabulary, numbers, weights.astype(np.float64))

    def content(self) -> dict[str, NDArray[Any]]:
        """Return what a model file holds, in the order of the numbers."""
        order = np.argsort(_known(self.numbers))
        return {"numbers": self.numbers[order], "weights": self.weights[order]}

    def column(self, default: float = 0.0) -> Floats:
        """Return the values by number of word; others, and the unknown, have the default."""
        column = np.full(self.vocabulary.size, default)
        column[self.numbers] = self.weights
        column[0] = default
        return column

    @property
    def known(self) -> NDArray[np.bool_]:
        """Tell by number which words have a value."""
        known = np.zeros(self.vocabulary.size, dtype=np.bool_)
        known[self.numbers] = True
        known[0] = False
        return known

    @cached_property
    def by_word(self) -> dict[str, float]:
        """The values by word."""
        keys = map(self.vocabulary.words.__getitem__, self.numbers.tolist())
        return dict(zip(keys, self.weights.tolist(), strict=True))

    def __getitem__(self, word: str) -> float:
        return self.by_word[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_word)

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, eq=False)
class ByPair(Mapping[str, Mapping[str, float]]):
    """A number for each of many pairs of words; as a mapping by first word, then second.

    >>> ByPair.of({"vile": {"plan": 0.5}})["vile"]
    {'plan': 0.5}
    """

    vocabulary: Vocabulary
    numbers: Ints
    """Of the words, shape (pairs, 2); 0 for one that the vocabulary does not hold."""
    weights: Floats

    @classmethod
    def of(cls, values: Pairs, vocabulary: Vocabulary | None = None) -> "ByPair":
        """Look words up, in the shipped vocabulary unless in another."""
        if isinstance(values, cls):
            return values
        number = vocabulary or shipped_vocabulary()
        rows = [(number[a], number[b], x) for a, row in values.items() for b, x in row.items()]
        table = np.array(rows, dtype=np.float64).reshape(-1, 3)
        return cls(number, table[:, :2].astype(np.int32), table[:, 2])

    @classmethod
    def read(cls, fields: Fields, name: str) -> "ByPair":
        """Return what `content` wrote into a field of a model file."""
        part, vocabulary = fields.part(name, "first", "second", "weights"), shipped_vocabulary()
        columns = [word_numbers(part, column) for column in ("first", "second")]
        weights = part.array("weights")
        if any(column.shape != (weights.size,) for column in columns) or weights.ndim != 1:
            fields.refuse(name, f"has weights of shape {weights.shape}, other words")
        numbers = np.stack(columns, axis=1)
        codes = numbers @ np.array([vocabulary.size, 1])
        if not (codes[1:] > codes[:-1]).all():
            fields.refuse(name, "names a pair twice, or out of order")
        return cls(vocabulary, numbers, weights.astype(np.float64))

    def content(self) -> dict[str, NDArray[Any]]:
        """Return what a model file holds, in the order of the numbers."""
        first, second = _known(self.numbers).T
        order = np.lexsort((second, first))
        return {"first": first[order], "second": second[order], "weights": self.weights[order]}

    @cached_property
    def _by_word(self) -> dict[str, dict[str, float]]:
        words, found = self.vocabulary.words, dict[str, dict[str, float]]()
        pairs, weights = self.numbers.tolist(), self.weights.tolist()
        for (first, second), weight in zip(pairs, weights, strict=True):
            found.setdefault(words[first], {})[words[second]] = weight
        return found

    def __getitem__(self, word: str) -> Mapping[str, float]:
        return self._by_word[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_word)

    def __len__(self) -> int:
        return len(self._by_word)


def numbers_of(words: Collection[str]) -> Ints:
    """Return the numbers of words, to be stored in a model file.

    Raises
    ------
    ModelError
        One has none.
    """
    numbers = map(shipped_vocabulary().__getitem__, words)
    return _known(np.fromiter(numbers, np.int32, len(words)))


def word_numbers(fields: Fields, name: str) -> Ints:
    """Return a field of a model file that holds numbers of words this version knows."""
    numbers, size = fields.array(name), shipped_vocabulary().size
    if numbers.dtype.kind not in "iu" or not ((numbers > 0) & (numbers < size)).all():
        fields.refuse(name, "speaks of words that this version does not know")
    return numbers.astype(np.int32)


def _known(numbers: Ints) -> Ints:
    """Return numbers to be stored; raise `ModelError` where a word has none."""
    if not numbers.all():
        raise ModelError(
            "The model speaks of words without a number. Add them to bias/models/data/words.txt."
        )
    return numbers
