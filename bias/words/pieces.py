"""What stands between two blanks, such as `(Trump's`: cut into words once in a process."""

from array import array

from bias.words.cut import TOKEN
from bias.words.types import Types, current_types

MOST = 2**17
"""Pieces of one table; when it is full, it is emptied."""
LONGEST = 100
"""Characters of a piece that is kept: hardly one is longer, and hostile ones must not stay."""

_ENDS = frozenset('.,;:?!)”"')
"""Marks that are words by themselves behind a word."""


class Pieces(dict[str, bytes]):
    """A table that fills itself: `pieces[piece]` are the rows of its words among the types.

    They are packed, four bytes a row, so that those of a whole text join at once.

    Examples
    --------
    >>> pieces = Pieces(Types())
    >>> rows = array("i", b"".join(map(pieces.__getitem__, "“Trump’s plan,” Trump said".split())))
    >>> rows.tolist(), pieces.types.words
    ([0, 1, 2, 3, 4, 5, 1, 6], ['“', 'Trump', '’s', 'plan', ',', '”', 'said'])
    """

    def __init__(self, types: Types) -> None:
        super().__init__()
        self.types = types

    def __missing__(self, piece: str) -> bytes:
        rows = array("i", map(self.types.__getitem__, _words(piece))).tobytes()
        if len(piece) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[piece] = rows
        return rows


def _words(piece: str) -> list[str]:
    """Cut a piece; most are a word, or a word and a mark.

    >>> _words("Monday"), _words("Monday,"), _words("Monday's")
    (['Monday'], ['Monday', ','], ['Monday', "'s"])
    """
    if piece.isascii() and piece.isalpha():
        return [piece]
    word, mark = piece[:-1], piece[-1]
    if mark in _ENDS and word.isascii() and word.isalpha():
        return [word, mark]
    return [word for word, _ in TOKEN.findall(piece)]


_newest = Pieces(current_types())


def current_pieces() -> Pieces:
    """Return the table for the next text, over the newest types."""
    global _newest
    types = current_types()
    if _newest.types is not types:
        _newest = Pieces(types)
    return _newest
