"""The words of some articles as roles count them, unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, KIND, LENGTH, MARK, UPPER
from bias.document.document import Document
from bias.roles.signs import (
    CAPITAL,
    NAME,
    NAME_FIRST,
    SIGNS,
    names_by_first,
    signs_of,
)
from bias.words.types import Bools, Row

Counts = NDArray[np.signedinteger[Any]]
"""Whole numbers: counts, indices, places."""


@dataclass(frozen=True)
class Tokens:
    """The tokens of some documents, unit by unit: of each its paragraphs, then its headline."""

    row: Row
    starts: Counts
    """Where each starts in its document's text."""
    quoted: Bools
    """Which stand inside direct speech."""
    bounds: Counts
    """The first token of each unit, and how many there are."""


@dataclass(frozen=True)
class Words:
    """The words and numbers among some tokens; the name of an outlet or a party is one word."""

    row: Row
    signs: Counts
    """The signs of each, added up, see `bias.roles.signs`."""
    starts: Counts
    """Where each starts in its document's text."""
    ends: Counts
    quoted: Bools
    """Which stand inside direct speech."""
    bounds: Counts
    """The first word of each unit, and how many there are."""

    def of(self, unit: int) -> slice:
        """Return which words are a unit's."""
        first, last = self.bounds[unit : unit + 2].tolist()
        return slice(first, last)


def tokens_of(documents: Sequence[Document]) -> Tokens:
    """Return the tokens of documents whose words are in the same table of types."""
    bounds, before = list[int](), 0
    for document in documents:
        headline, size = document.headline.last, len(document.row)
        bounds += [before + paragraph.first - headline for paragraph in document.paragraphs]
        bounds.append(before + size - headline)
        before += size
    return Tokens(
        Row(documents[0].row.types, _joined(documents, [d.row.numbers for d in documents])),
        _joined(documents, [document.starts for document in documents]),
        _joined(documents, [document.quoted for document in documents]),
        np.array([*bounds, before]),
    )


def _joined(documents: Sequence[Document], columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Put columns over tokens together, those of each headline behind its paragraphs'."""
    parts = list[NDArray[Any]]()
    for document, column in zip(documents, columns, strict=True):
        parts += (column[document.headline.last :], column[: document.headline.last])
    return np.concatenate(parts)


def words_of(tokens: Tokens) -> Words:
    """Return the words among some tokens, with each name of an outlet or a party as one."""
    places = (tokens.row.column(KIND) != MARK).nonzero()[0]
    row = tokens.row.where(places)
    capital = row.column(UPPER).astype(np.uint16) * np.uint16(CAPITAL)
    starts = tokens.starts[places]
    words = Words(
        row,
        row.column(SIGNS) | capital,
        starts,
        starts + row.column(LENGTH),
        tokens.quoted[places],
        places.searchsorted(tokens.bounds),
    )
    names = [*_find_names(words)]
    return _join_names(words, names) if names else words


def _find_names(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and kind of each name, leftmost and longest.

    Only those written with a capital are names (*slate* is a stone).
    """
    signs, keys, free = words.signs, words.row.column(KEY), 0
    begins = signs & NAME
    begins[:-1] |= signs[:-1] & NAME_FIRST & signs[1:] >> 1
    places = begins.nonzero()[0]
    ends = words.bounds[words.bounds.searchsorted(places, "right")]
    for first, end in zip(places.tolist(), ends.tolist(), strict=True):
        for form, name in names_by_first()[keys[first]] if first >= free else ():
            last = first + len(form)
            if last <= end and keys[first:last].tolist() == form:
                free = last
                if signs[last - 1] & CAPITAL:
                    yield first, last, name
                break


def _join_names(words: Words, names: Sequence[tuple[int, int, str]]) -> Words:
    """Put one word for each of some names."""
    numbers, ends, signs = words.row.numbers.copy(), words.ends.copy(), words.signs.copy()
    kept = np.ones(len(numbers), np.bool_)
    for first, last, name in names:
        numbers[first], ends[first] = words.row.types[name], ends[last - 1]
        signs[first] = signs_of(name) | int(signs[first]) & CAPITAL
        kept[first + 1 : last] = False
    return Words(
        Row(words.row.types, numbers[kept]),
        signs[kept],
        words.starts[kept],
        ends[kept],
        words.quoted[kept],
        kept.nonzero()[0].searchsorted(words.bounds),
    )


def sum_within(rows: NDArray[np.generic], bounds: Counts) -> Counts:
    """Sum rows of numbers within each of several stretches that follow each other.

    Parameters
    ----------
    rows
        Shape (any, n).
    bounds
        Where each stretch begins, and n.

    Examples
    --------
    >>> sum_within(np.array([[1, 2, 3]]), np.array([0, 0, 2, 3])).tolist()
    [[0, 3, 3]]
    """
    firsts, filled = bounds[:-1], bounds[:-1] < bounds[1:]
    if filled.all():
        return np.add.reduceat(rows, firsts, axis=1, dtype=np.int64)
    sums = np.zeros((len(rows), len(firsts)), np.int64)
    sums[:, filled] = np.add.reduceat(rows, firsts[filled], axis=1, dtype=np.int64)
    return sums


def ranges(firsts: Counts, lengths: Counts) -> Counts:
    """Return whole numbers from several starts on, one range behind the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = lengths.cumsum()
    numbers: Counts = np.arange(lengths.sum()) + (firsts + lengths - ends).repeat(lengths)
    return numbers


def bounds_between(lengths: Counts) -> Counts:
    """Return where stretches of some lengths begin that follow each other, and the end.

    >>> bounds_between(np.array([2, 3])).tolist()
    [0, 2, 5]
    """
    return np.concatenate([[0], lengths.cumsum()])
