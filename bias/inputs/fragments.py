"""Pieces of text as scrapers give them: paragraphs, or what stood between a page's tags."""

import re
from collections.abc import Sequence
from itertools import pairwise

_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\s*\Z")
_GOES_ON = re.compile(r"[ \t\u00a0]*[a-z,;.!?)\]”’%]")
_INLINE_BEFORE = re.compile(r"(?:\A|\S)[ \t\u00a0]+\Z|[(\[“‘]\Z")
_INLINE_AFTER = re.compile(r"[ \t\u00a0]+\S")
_SEAM = re.compile(r"(?:[^\w\s]|\s|\A[A-Z])\Z")


def joined(pieces: Sequence[str]) -> str:
    r"""Return the paragraphs as one text; pieces of a paragraph that its tags cut are rejoined.

    >>> joined(["It is full. ", "The ", "Tamsin Dam", " leaks.", "\n", "It is old.", "Background"])
    'It is full. The Tamsin Dam leaks.\n\nIt is old.\n\nBackground'
    >>> joined(["It is full. ", "The dam leaks."])
    'It is full. \n\nThe dam leaks.'
    """
    if not any(_is_cut(before, piece) for before, piece in pairwise(pieces)):
        return "\n\n".join(pieces)
    paragraphs = [[""]]
    for piece in pieces:
        if not piece.strip():
            paragraphs.append([""])
        elif paragraphs[-1][-1] and _goes_on(paragraphs[-1][-1], piece):
            paragraphs[-1].append(piece)
        else:
            paragraphs.append([piece])
    return "\n\n".join(filter(None, map("".join, paragraphs)))


def _is_cut(before: str, piece: str) -> bool:
    """Tell a piece that goes on amid a sentence, as no paragraph does, nor a word behind a word."""
    if not before.strip() or _ENDS.search(before[-20:]) or not _GOES_ON.match(piece):
        return False
    return not piece[0].isalpha() or _SEAM.search(before[-2:]) is not None


def _goes_on(before: str, piece: str) -> bool:
    """Tell whether nothing but a tag stood between two pieces."""
    return bool(
        _INLINE_BEFORE.search(before[-20:]) or _INLINE_AFTER.match(piece) or _is_cut(before, piece)
    )
