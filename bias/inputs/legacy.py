"""Which of the old encodings bytes are in that are not UTF-8: Windows-1252, Mac Roman or DOS.

Told by what the letters would be beside their neighbours: no capital stands inside a word, an
opening mark stands before one.
"""

import re
from functools import lru_cache
from itertools import islice

ENCODINGS = ("cp1252", "mac_roman", "cp850")
"""The first unless another fits better."""
MOST_LOOKED_AT = 200
"""Bytes above ASCII of a stretch that are looked at."""
MARGIN = 1.0
"""By how much another encoding must fit better; a single letter says little (set by hand)."""

_STRAY = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as Python holds it in a text."""
_OPENING, _CLOSING, _DASHES, _MONEY = "“‘«„‚", "”’»", "–—", "£€¥¢"


@lru_cache(8)
def legacy_encoding(data: bytes) -> str:
    """Return the encoding that a stretch of bytes fits best.

    >>> legacy_encoding("“It’s René,” he said".encode("mac_roman"))
    'mac_roman'
    >>> legacy_encoding("“It’s René,” he said".encode("cp1252"))
    'cp1252'
    """
    text = data.decode("utf-8", "surrogateescape")
    places = [match.start() for match in islice(_STRAY.finditer(text), MOST_LOOKED_AT)]
    fits = {name: _fit(text, places, name) for name in ENCODINGS}
    best = max(ENCODINGS, key=fits.__getitem__)
    return best if fits[best] >= fits["cp1252"] + MARGIN else "cp1252"


def _fit(text: str, places: list[int], encoding: str) -> float:
    """Return how well the stray bytes fit their neighbours in an encoding, summed up."""
    around = [_decoded(text[max(0, place - 1) : place + 2], encoding) for place in places]
    return sum(
        _fits(near[place > 0], near[0] if place else " ", (near + " ")[1 + (place > 0)])
        for place, near in zip(places, around, strict=True)
    )


def _decoded(text: str, encoding: str) -> str:
    """Return a text whose stray bytes are read in an encoding, one character each."""
    return _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode(encoding, "replace"), text)


def _fits(char: str, before: str, after: str) -> float:
    """Return 1 where a character stands as it should, -1 where it cannot, 0 where it may."""
    if char in _OPENING:
        return 1.0 if not before.isalnum() and after.isalnum() else -1.0
    if char in _CLOSING:
        return 1.0 if not before.isspace() else -1.0
    if char in _DASHES:
        return 1.0 if before.isspace() == after.isspace() else 0.0
    if char in _MONEY:
        return 1.0 if after.isdigit() else -1.0
    if char == "…":
        return 1.0 if before.isalnum() else 0.0
    if char.islower():
        return 1.0 if before.isalpha() or after.islower() else -1.0
    if char.isupper():
        return 0.5 if not before.islower() and after.isalpha() else -1.0
    return -1.0 if before.isalpha() and after.isalpha() else -0.2
