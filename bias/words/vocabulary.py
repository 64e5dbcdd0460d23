"""The words that models and lists know; each has one number, for ever.

The number of a word is its line in `models/data/words.txt`, 0 where no model and no list
knows it. Whoever trains a model of new words adds lines at the end.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources

import numpy as np
from numpy.typing import NDArray


class Vocabulary(dict[str, int]):
    """`vocabulary[word]` is a word's number, from 1 on; 0 for any other.

    Parameters
    ----------
    words
        In the order of their numbers.

    Examples
    --------
    >>> vocabulary = Vocabulary(["plan", "vile"])
    >>> vocabulary["vile"], vocabulary["unheard"]
    (2, 0)
    """

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__((word, number) for number, word in enumerate(words, start=1))

    def __missing__(self, word: str) -> int:
        return 0

    @property
    def size(self) -> int:
        """One more than the highest number: the length of a column."""
        return len(self) + 1

    @cached_property
    def words(self) -> list[str]:
        """The words by number; the first is empty."""
        return ["", *self]

    def with_words(self, words: Iterable[str]) -> "Vocabulary":
        """Return this vocabulary with more words behind its own, such as those of a user's model.

        >>> Vocabulary(["plan"]).with_words(["plan", "vile"])["vile"]
        2
        """
        new = [word for word in words if word not in self]
        return Vocabulary(dict.fromkeys([*self, *new])) if new else self

    def holds(self, words: Iterable[str]) -> NDArray[np.bool_]:
        """Tell of each number whether its word is one of some.

        >>> Vocabulary(["plan", "vile"]).holds(["vile", "unheard"]).tolist()
        [False, False, True]
        """
        held = np.zeros(self.size, dtype=np.bool_)
        held[[self[word] for word in words]] = True
        held[0] = False
        return held

    def column(self, values: Mapping[str, float], default: float = 0.0) -> NDArray[np.float64]:
        """Return values by number; words of which nothing is said have the default.

        >>> Vocabulary(["plan", "vile"]).column({"vile": 2.0}).tolist()
        [0.0, 0.0, 2.0]
        """
        column = np.full(self.size, default, dtype=np.float64)
        column[[self[word] for word in values]] = [*values.values()]
        column[0] = default
        return column


@cache
def shipped_vocabulary() -> Vocabulary:
    """Return the words of the models and lists that come with the package."""
    text = resources.files("bias.models.data").joinpath("words.txt").read_text("utf-8")
    return Vocabulary(text.splitlines())
