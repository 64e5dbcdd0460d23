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
    found = [len(key) >= LONG_KEY and text.holds(key) for key in keys]
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
        self._whole = f" {whole} "
        self._free = bytearray(b"\1") * len(self._whole)
        self._starts: dict[str, list[int]] = {}
        for word in _WORD.finditer(self._whole):
            self._starts.setdefault(word[0], []).append(word.start())
        self._searches: dict[str, Iterator[int]] = {}

    def _places(self, key: str) -> Iterator[int]:
        """Yield where a block's words stand; found by the first, so that no block reads it all."""
        starts = self._starts.get(key.partition(" ")[0], ())
        return (start for start in starts if self._whole.startswith(f"{key} ", start))

    def holds(self, key: str) -> bool:
        """Tell whether a block's words stand there, claimed or not."""
        return next(self._places(key), None) is not None

    def claim(self, key: str) -> bool:
        """Take the first free occurrence of a block's words; False when there is none.

        The next block with the same words searches on from there.
        """
        for first in self._searches.setdefault(key, self._places(key)):
            last = first + len(key)
            if all(self._free[first:last]):
                self._free[first:last] = bytes(len(key))
                return True
        return False

    def left(self) -> str:
        """Return what no block has claimed."""
        return "".join(itertools.compress(self._whole, self._free))


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
