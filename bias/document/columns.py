"""What a document asks of its words by their letters alone; one small function a column."""

import numpy as np

from bias.words.cut import Kind, key_of, kind_of
from bias.words.types import Column
from bias.words.vocabulary import shipped_vocabulary

KINDS: tuple[Kind, ...] = ("word", "number", "mark")
"""What a value of `KIND` stands for."""
WORD, FIGURE, MARK = range(len(KINDS))


def _kind(word: str) -> int:
    """Return the number of a word's kind.

    >>> _kind("vote"), _kind("1,000"), _kind("--")
    (0, 1, 2)
    """
    return KINDS.index(kind_of(word))


def _begins_upper(word: str) -> bool:
    """Tell whether a word begins with a capital.

    >>> _begins_upper("Mayor"), _begins_upper("mayor"), _begins_upper("4th")
    (True, False, False)
    """
    return word[0].isupper()


def _number(word: str) -> int:
    """Return the number of a word's key in the shipped vocabulary, 0 where it is unknown."""
    return shipped_vocabulary()[key_of(word)]


KEY = Column(key_of)
"""The form under which a word is looked up."""
NUMBER = Column(_number, np.int32)
"""The number of the key in the shipped vocabulary."""
FORM = Column(str)
"""The word as written."""
LENGTH = Column(len, np.int32)
"""Characters."""
KIND = Column(_kind, np.int8)
"""Place of its kind in `KINDS`."""
UPPER = Column(_begins_upper, np.bool_)
"""It begins with a capital."""
