"""How far a training is: told to whoever asks, while it works."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Told = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much."""
Item = TypeVar("Item")


def untold(doing: str, done: int, total: int) -> None:
    """Tell nobody."""


def watched(items: Sequence[Item], doing: str, told: Told) -> Iterator[Item]:
    """Yield items, and tell before the first and after each how many are done.

    >>> list(watched("ab", "spelling", lambda *how: print(*how)))
    spelling 0 2
    spelling 1 2
    spelling 2 2
    ['a', 'b']
    """
    told(doing, 0, len(items))
    for done, item in enumerate(items, start=1):
        yield item
        told(doing, done, len(items))
