"""Takes denied charges out of sentences: a report that clears is not judged as one that convicts.

`Nobody was betrayed` and `denies that it is a sham` hold the words of the charge. What a clause
denies becomes an unknown word before a sentence is judged; the denial itself stays.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bias.document.columns import KEY
from bias.document.masked import Masked
from bias.document.passage import Passage
from bias.lists.denied import is_denied, may_deny
from bias.lists.groups import LOADED
from bias.lists.hits import Match
from bias.words.cut import key_of
from bias.words.types import Column, Ints

MAY_DENY = Column(lambda word: may_deny(key_of(word)), np.bool_)
"""Which words may deny what follows."""


def without_denied(masked: Masked, passage: Passage) -> Masked:
    """Return the masked words of a passage, those of denied charges unknown."""
    denied = [*_denied(passage)]
    if not denied:
        return masked
    numbers = masked.numbers.copy()
    for match in denied:
        numbers[masked.word_of[match.first : match.last]] = 0
    return replace(masked, numbers=numbers)


def _denied(passage: Passage) -> Iterator[Match]:
    """Yield the charges that their clause denies."""
    bounds = _denying(passage)
    if not len(bounds):
        return
    keys = passage.row.column(KEY).tolist()
    for (first, _), matches in zip(
        bounds.tolist(), passage.listed.hits(LOADED).each(bounds), strict=True
    ):
        yield from (match for match in matches if is_denied(keys, first, match))


def _denying(passage: Passage) -> Ints:
    """Return where the sentences begin and end that may deny something, shape (sentences, 2)."""
    found = np.unique(passage.sentence_of[passage.row.column(MAY_DENY)])
    ends = np.append(passage.firsts[1:], len(passage.row))
    return np.stack([passage.firsts[found], ends[found]], axis=1).astype(np.int32)
