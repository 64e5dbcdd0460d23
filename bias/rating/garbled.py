"""Letters that were lost or read in a wrong encoding, and could not be mended."""

import re

FEWEST = 3
"""Fewer may stand in any text."""
LEAST_SHARE = 1 / 400
"""Of the characters (set by hand)."""

_GARBLED = re.compile(
    "\ufffd|[ÃÂâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:^|(?<=\\s))\\?(?=[A-Za-z])|[\x80-\x84\x86-\x9f]",
    re.MULTILINE,
)


def garbled_reason(text: str) -> str | None:
    """Return why a text is not to be trusted; None when its letters are sound.

    >>> garbled_reason("?We lost,? he said. ?It hurts.? He left. ?Why,? she said.")
    'its letters look garbled, as if read in a wrong encoding'
    """
    count = sum(1 for _ in _GARBLED.finditer(text))
    if count < max(FEWEST, LEAST_SHARE * len(text)):
        return None
    return "its letters look garbled, as if read in a wrong encoding"
