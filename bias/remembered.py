"""Answers kept for words that come again: most of a text is words seen before."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

MOST = 2**14
"""Answers kept; beyond that all are forgotten, so that memory stays bounded."""


class Remembered(dict[str, Answer]):
    """A table that fills itself: `table[word]` is worked out once.

    Plainer than `functools.lru_cache` and several times as fast to read, for it
    keeps no account of which answer was asked for last.

    Parameters
    ----------
    work
        What gives the answer for a word; the same word, the same answer.

    Examples
    --------
    >>> Remembered(str.lower)["News"]
    'news'
    """

    def __init__(self, work: Callable[[str], Answer]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> Answer:
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self._work(word)
        return answer
