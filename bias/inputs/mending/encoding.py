"""Letters that were read in the wrong encoding on the way here."""

import re

_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_CUT_POINTS = str.maketrans(
    {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}
)
"""Marks of which only the lower byte is left: U+2019 became U+0019."""
_CUT_POINT = re.compile("[A-Za-z]\x19[a-z]|\x1c[^\x1c\x1d]*\x1d")
_TWO_ODD = re.compile(r"[^\x00-\x7f\s]{2}")
"""Text in a wrong encoding has at least two odd characters in a row."""
_LOST_CLOSING = re.compile("â€(?:[\ufffd\x9d\x1a]|(?=[\\s,.;:)]|$))")
"""Of the three bytes of ”, Windows-1252 has no letter for the last."""


def without_controls(text: str) -> str:
    r"""Return a text in which control characters that stand for marks are these marks.

    >>> without_controls("\x93We lost,\x94 Ann\x92s aide said")
    '“We lost,” Ann’s aide said'
    """
    if _C1.search(text):
        from ftfy.fixes import fix_c1_controls

        text = fix_c1_controls(text)
    if "\x19" not in text and "\x1c" not in text:
        return text
    return text.translate(_CUT_POINTS) if _CUT_POINT.search(text) else text


def repaired(text: str) -> str:
    """Return a text whose UTF-8 was read in another encoding as it was meant, line by line.

    >>> repaired("CafÃ© RenÃ© â€œfed upâ€�")
    'Café René “fed up”'
    """
    if not _TWO_ODD.search(text):
        return text
    return "\n".join(map(_repaired_line, text.split("\n")))


def _repaired_line(line: str) -> str:
    from ftfy import fix_encoding

    if not _TWO_ODD.search(line):
        return line
    return fix_encoding(_LOST_CLOSING.sub("”", line))
