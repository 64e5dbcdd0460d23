"""Long sequences that are worked out again whenever they are gone through, as NLTK's are."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from nltk.collections import AbstractLazySequence


class View(AbstractLazySequence):  # type: ignore[misc]
    """What a function yields, as a sequence that can be indexed, sliced and counted.

    Nothing of it is held; its length is found by going through it once.
    """

    def __init__(self, items: Callable[[], Iterator[Any]]) -> None:
        self._items = items

    @cached_property
    def _length(self) -> int:
        return sum(1 for _ in self._items())

    def __len__(self) -> int:
        return self._length

    def iterate_from(self, start: int) -> Iterator[Any]:
        """Yield the items from one on."""
        return islice(self._items(), start, None)
