"""Several wordings looked up together: one table of words and pairs for all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from bias.models.linear import LinearWording

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


class WordingTable:
    """Scores many sentences by several wordings, each word and pair looked up once.

    Every word has a row; a pair is known by the rows of its words, as one number.

    Parameters
    ----------
    wordings
        Their scores are the columns, in this order.
    """

    def __init__(self, wordings: Sequence[LinearWording]) -> None:
        known = dict.fromkeys(chain.from_iterable(map(_keys_of, wordings)))
        self._rows = {key: row for row, key in enumerate(known)}
        self._width = len(known) + 1
        self._base = np.array([wording.base for wording in wordings])
        rows = [{self._rows[key]: w for key, w in x.words.items()} for x in wordings]
        self._words = _columns(range(self._width), rows)
        codes = [dict(self._coded(wording)) for wording in wordings]
        listed = sorted(set().union(*codes))
        self._pairs = _columns(listed, codes)
        self._codes = np.array([*listed, self._width**2], dtype=np.int64)

    def _coded(self, wording: LinearWording) -> Iterator[tuple[int, float]]:
        """Yield the number of each pair and its weight."""
        for first, after in wording.pairs.items():
            for second, weight in after.items():
                yield self._rows[first] * self._width + self._rows[second], weight

    def score(self, sentences: Sequence[Sequence[str]]) -> Weights:
        """Return what `LinearWording.score` gives for each sentence and each wording.

        Parameters
        ----------
        sentences
            The masked keys of each.

        Returns
        -------
        numpy.ndarray
            Shape (sentences, wordings), float64.

        Examples
        --------
        >>> one = LinearWording(-1.0, {"radical": 2.0}, {})
        >>> WordingTable([one]).score([["a", "radical", "plan", "."], []]).tolist()
        [[0.0], [-1.0]]
        """
        lengths = np.array([len(keys) for keys in sentences], dtype=np.int64)
        rows = self._rows_of(sentences, int(lengths.sum()))
        number = np.repeat(np.arange(len(sentences)), lengths)
        codes = rows[:-1] * self._width + rows[1:]
        places = np.searchsorted(self._codes, codes)
        found = np.flatnonzero((self._codes[places] == codes) & (number[1:] == number[:-1]))
        total = _sums(number, rows, self._words, len(lengths))
        total += _sums(number[found], places[found], self._pairs, len(lengths))
        return self._base + total / np.sqrt(np.maximum(lengths, 1))[:, np.newaxis]

    def _rows_of(self, sentences: Sequence[Sequence[str]], count: int) -> Numbers:
        rows = map(self._rows.get, chain.from_iterable(sentences), repeat(self._width - 1))
        return np.fromiter(rows, dtype=np.int64, count=count)


def _keys_of(wording: LinearWording) -> chain[str]:
    seconds = chain.from_iterable(wording.pairs.values())
    return chain(wording.words, wording.pairs, seconds)


def _columns(rows: Iterable[int], columns: Sequence[Mapping[int, float]]) -> Weights:
    """Return one row of weights for each of some numbers; 0 where a wording has none."""
    table = [[column.get(row, 0.0) for column in columns] for row in rows]
    return np.array(table, dtype=np.float64).reshape(len(table), len(columns))


def _sums(number: Numbers, rows: Numbers, weights: Weights, count: int) -> Weights:
    """Add up, for each sentence, the weights of its distinct rows."""
    width = max(len(weights), 1)
    number, rows = np.divmod(_distinct(number * width + rows), width)
    return np.stack([np.bincount(number, w, count) for w in weights[rows].T], axis=1)


def _distinct(numbers: Numbers) -> Numbers:
    """Return what `numpy.unique` does, for a thousand numbers in a fifth of the time."""
    ordered = np.sort(numbers)
    is_first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]
