"""Words as written, each looked at once in a process.

A *type* is a word as it is written, such as `Slams`. What depends on its letters alone
is a `Column`, worked out once for every type and read by number ever after: a text is
then a row of numbers, and what is known of its words is gathered from the columns.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

MOST = 2**17
"""Types of one table; when it is full, the next text begins another. An article brings 40 new
ones after the first thousand, so that a table serves for some 3,000 articles."""
MOST_LETTERS = 2**22
"""Letters of all types of one table: a hostile word must not stay in memory."""
FIRST_SIZE = 2**12
KEPT_BYTES = 2**22
"""A column gathered for a row is kept when it is no larger: those of a book would fill memory."""


@dataclass(frozen=True, eq=False)
class Column:
    """What is known of a word by its letters alone.

    Parameters
    ----------
    work
        What gives the value for a word as written; the same word, the same value.
    dtype
        Of the values; `object` for text.
    """

    work: Callable[[str], Any]
    dtype: DTypeLike = object


class Types(dict[str, int]):
    """A table of types: `types[word]` is the word's row in every column.

    Rows are only ever added. Several threads may read and add.

    Examples
    --------
    >>> types, length = Types(), Column(len, np.int32)
    >>> rows = [types[word] for word in ("the", "news", "the")]
    >>> types.column(length)[rows].tolist()
    [3, 4, 3]
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._letters = 0
        self._columns: dict[Column, NDArray[Any]] = {}
        self._lock = RLock()

    def __missing__(self, word: str) -> int:
        with self._lock:
            row = self.get(word)
            if row is None:
                row = len(self.words)
                self.words.append(word)
                self._letters += len(word)
                self[word] = row
            return row

    @property
    def is_full(self) -> bool:
        """Another text should begin another table."""
        return len(self.words) >= MOST or self._letters >= MOST_LETTERS

    def column(self, column: Column) -> NDArray[Any]:
        """Return the values of a column by row, as far as there are types."""
        values = self._columns.get(column)
        if values is None or len(values) < len(self.words):
            with self._lock:
                values = self._filled(column)
        return values

    def _filled(self, column: Column) -> NDArray[Any]:
        """Work out the values of the types that are new since it was last asked for."""
        known = self._columns.get(column, np.empty(0, column.dtype))
        done, size = len(known), len(self.words)
        room = known if known.base is None else known.base
        if len(room) < size:
            room = np.empty(max(FIRST_SIZE, 2 * size), column.dtype)
            room[:done] = known
        fresh = self.words[done:size]
        room[done:size] = np.fromiter(map(column.work, fresh), column.dtype, size - done)
        self._columns[column] = room[:size]
        return self._columns[column]


_newest = Types()


def current_types() -> Types:
    """Return the table for the next text: the newest, or a new one when that is full."""
    global _newest
    if _newest.is_full:
        _newest = Types()
    return _newest


@dataclass(frozen=True, eq=False)
class Row:
    """Words in a row, as they stand in a text.

    The numbers mean something in this process only; in another the words are looked up anew.
    """

    types: Types
    numbers: Ints
    """Of each word: its row in `types`."""
    _whole: "Row | None" = field(default=None, repr=False)
    _first: int = field(default=0, repr=False)
    """Where it begins in the whole that it is a part of."""
    _gathered: dict[Column, NDArray[Any]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Row":
        """Look some words up.

        >>> Row.of(["The", "news"]).column(Column(str.lower)).tolist()
        ['the', 'news']
        """
        types = current_types()
        return cls(types, np.fromiter(map(types.__getitem__, words), np.int32))

    def column(self, column: Column) -> NDArray[Any]:
        """Return the value of a column for each word, in order."""
        values = self._gathered.get(column)
        if values is None:
            whole = self._whole
            if whole is None or not whole._keeps(column):
                values = self.types.column(column)[self.numbers]
            else:
                values = whole.column(column)[self._first : self._first + len(self.numbers)]
            if self._keeps(column):
                self._gathered[column] = values
        return values

    def _keeps(self, column: Column) -> bool:
        return len(self.numbers) * np.dtype(column.dtype).itemsize <= KEPT_BYTES

    def part(self, first: int, last: int) -> "Row":
        """Return some neighbouring words; what is gathered for all of them serves each part.

        >>> Row.of(["The", "big", "news"]).part(1, 3).words
        ['big', 'news']
        """
        return Row(self.types, self.numbers[first:last], self, first)

    def where(self, kept: NDArray[np.generic] | slice) -> "Row":
        """Return some of the words: `kept` is a truth value for each, or their places.

        >>> Row.of(["The", "news"]).where(np.array([False, True])).words
        ['news']
        """
        return Row(self.types, self.numbers[kept])

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return list(map(self.types.words.__getitem__, self.numbers.tolist()))

    def __len__(self) -> int:
        return len(self.numbers)

    def __reduce__(self) -> tuple[Callable[[Iterable[str]], "Row"], tuple[list[str]]]:
        return Row.of, (self.words,)
