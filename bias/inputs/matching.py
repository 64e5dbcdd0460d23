"""Find an extractor's text again among the blocks of a page."""

import itertools
import re
from collections.abc import Iterator, Sequence

from bias.inputs.blocks import Cut
from bias.inputs.region import find_container

LONG_KEY = 25
"""Letters from which a block found anywhere in the extracted text is no chance match."""
LEAST_STRETCHES = 5
"""Fewer are no evidence."""
SHINGLE = 4
"""Words of a stretch compared when a block is extracted only in part."""
SHINGLE_SHARE = 0.6
"""Share of a block's stretches that must be in the extracted text."""
FEW_PLACES = 16
"""Places with a block's first word that are tried one by one; more are sorted by how they go on."""
LONGEST_BEGINNING = 64
"""Characters by which they are sorted. Blocks that share more are rare."""
MOST_STEPS = 1_000
"""Characters compared, for each of the extracted text, before blocks are given up: only text made
to be slow comes there. On the scrapinghub and L3S-GN1 pages 70 are the most (2026-11-23)."""

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
    left = frozenset(shingles(text.left().split()))
    return [mark or is_mostly(key, left) for mark, key in zip(marks, keys, strict=True)]


class _Claimed:
    """The words of the extracted text, and which stretches of it a block has claimed."""

    def __init__(self, whole: str) -> None:
        self._whole = f" {whole} "
        self._free = bytearray(b"\1") * len(self._whole)
        self._starts: dict[str, list[int]] = {}
        for word in _WORD.finditer(self._whole):
            self._starts.setdefault(word[0], []).append(word.start())
        self._beginnings: dict[tuple[str, int], dict[str, list[int]]] = {}
        self._searches: dict[str, Iterator[int]] = {}
        self._steps = MOST_STEPS * len(self._whole)

    def _places(self, key: str) -> Iterator[int]:
        """Yield where a block's words stand, among the places that begin as it does."""
        sought = f"{key} "
        for start in self._candidates(sought):
            if self._steps <= 0:
                return
            self._steps -= len(sought)
            if self._whole.startswith(sought, start):
                yield start

    def _candidates(self, sought: str) -> Sequence[int]:
        """Return the places that share its first word; if these are many, its beginning."""
        first = sought.partition(" ")[0]
        starts = self._starts.get(first, ())
        if len(starts) <= FEW_PLACES:
            return starts
        length = min(len(sought), LONGEST_BEGINNING)
        if (first, length) not in self._beginnings:
            table = self._beginnings[first, length] = {}
            for start in starts:
                table.setdefault(self._whole[start : start + length], []).append(start)
        return self._beginnings[first, length].get(sought[:length], ())

    def holds(self, key: str) -> bool:
        """Tell whether a block's words stand there, claimed or not."""
        return next(self._places(key), None) is not None

    def claim(self, key: str) -> bool:
        """Take the first free occurrence of a block's words; False when there is none.

        The next block with the same words searches on from there.
        """
        for first in self._searches.setdefault(key, self._places(key)):
            last = first + len(key)
            if self._free.find(b"\0", first, last) < 0:
                self._free[first:last] = bytes(len(key))
                return True
        return False

    def left(self) -> str:
        """Return what no block has claimed."""
        return "".join(itertools.compress(self._whole, self._free))


def is_mostly(key: str, stretches: frozenset[tuple[str, ...]]) -> bool:
    """Tell a block that was extracted in part: most of its stretches of words are there."""
    own = list(shingles(key.split()))
    held = sum(stretch in stretches for stretch in own)
    return len(own) >= LEAST_STRETCHES and held >= SHINGLE_SHARE * len(own)


def _key(text: str) -> str:
    """Return a text's words as they are compared."""
    return " ".join(_WORD.findall(text.lower()))


def shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every stretch of `SHINGLE` words."""
    return zip(*(words[shift:] for shift in range(SHINGLE)), strict=False)
