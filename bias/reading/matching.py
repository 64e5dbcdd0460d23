"""Find an extractor's text again among the blocks of a page."""

import itertools
import re
from collections.abc import Iterator, Sequence

from bias.reading.blocks import Cut
from bias.reading.region import find_container

LONG_KEY = 25
"""Letters from which a block found anywhere in the extracted text is no chance match."""
LEAST_STRETCHES = 5
"""Fewer are no evidence."""
SHINGLE = 4
"""Words of a stretch compared when a block is extracted only in part."""
SHINGLE_SHARE = 0.6
"""Share of a block's stretches that must be in the extracted text."""

_WORD = re.compile(r"[^\W_]+")


def find_extracted(cuts: Sequence[Cut], extracted: str) -> list[bool]:
    """Tell for each block whether the extractor took its text for article text.

    Every stretch of extracted text is given to one block only, longer blocks first and those in
    the article's container before others: a teaser that repeats a sentence gets nothing.
    """
    keys = [_key(cut.text) for cut in cuts]
    text = _Claimed(" ".join(filter(None, map(_key, extracted.splitlines()))))
    found = [len(key) >= LONG_KEY and key in text.whole for key in keys]
    container = find_container(cuts, found)
    within = set(container.iter()) if container is not None else set()
    inside = [cut.element in within for cut in cuts]
    marks = [False] * len(cuts)
    for i in sorted(range(len(cuts)), key=lambda i: (not inside[i], -len(keys[i]))):
        marks[i] = text.claim(keys[i])
    left = frozenset(_shingles(text.left().split()))
    return [mark or _is_mostly(key, left) for mark, key in zip(marks, keys, strict=True)]


class _Claimed:
    """The words of the extracted text, and which stretches of it a block has claimed."""

    def __init__(self, whole: str) -> None:
        self.whole = f" {whole} "
        self._free = bytearray(b"\1") * len(self.whole)
        self._searched: dict[str, int] = {}

    def claim(self, key: str) -> bool:
        """Take the first free occurrence of a block's words; False when there is none."""
        wanted, start = f" {key} ", self._searched.get(key, -1)
        while key and (start := self.whole.find(wanted, start + 1)) >= 0:
            first, last = start + 1, start + len(key) + 1
            if all(self._free[first:last]):
                self._free[first:last] = bytes(len(key))
                self._searched[key] = start
                return True
        self._searched[key] = len(self.whole)
        return False

    def left(self) -> str:
        """Return what no block has claimed."""
        return "".join(itertools.compress(self.whole, self._free))


def _is_mostly(key: str, stretches: frozenset[tuple[str, ...]]) -> bool:
    """Tell a block that was extracted in part: most of its stretches of words are there."""
    own = list(_shingles(key.split()))
    held = sum(stretch in stretches for stretch in own)
    return len(own) >= LEAST_STRETCHES and held >= SHINGLE_SHARE * len(own)


def _key(text: str) -> str:
    """Return a text's words as they are compared."""
    return " ".join(_WORD.findall(text.lower()))


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(SHINGLE)), strict=False)
