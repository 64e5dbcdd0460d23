"""Breaks marked text into lines; knows widths, not how a line is drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bias.charts.fonts import Face, width_of

Tag = TypeVar("Tag")
ELLIPSIS = "…"
_ATOMS = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Piece(Generic[Tag]):
    """A stretch of text in one face that carries one tag, such as its cues."""

    text: str
    face: Face
    tag: Tag
    scale: float = 1.0
    """Of its type against the line's; small for reference numbers."""

    def width(self, size: float) -> float:
        """Return how wide it is set, in points."""
        return width_of(self.text, self.face, size * self.scale)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Tag]):
    """A piece, or part of one, on its line."""

    piece: Piece[Tag]
    x: float
    width: float


Line = list[Placed[Tag]]
Word = list[Piece[Tag]]


def break_lines(
    pieces: Iterable[Piece[Tag]], size: float, width: float, most: int | None = None
) -> list[Line[Tag]]:
    """Set pieces in lines.

    Parameters
    ----------
    pieces
        In order; a word may run over several of them.
    size, width
        Of the type and of the line, in points.
    most
        Lines to keep; the last one then ends in an ellipsis.
    """
    lines: list[list[Piece[Tag]]] = [[]]
    room = width
    for word in _words(pieces, size, width):
        need = _width(word, size)
        bare = _width([replace(p, text=p.text.rstrip()) for p in word], size)
        if bare > room and lines[-1]:
            lines.append([])
            room = width
        lines[-1].extend(word)
        room -= need
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], size, width)]
    return [_place(line, size) for line in lines if line]


def _words(pieces: Iterable[Piece[Tag]], size: float, width: float) -> Iterator[Word[Tag]]:
    """Yield what must not be broken: a word with the blank after it."""
    word: Word[Tag] = []
    for piece in pieces:
        for atom in _ATOMS.findall(piece.text):
            if word and word[-1].text[-1].isspace() and not atom.isspace():
                yield word
                word = []
            if _width([*word, replace(piece, text=atom)], size) > width and word:
                yield word
                word = []
            *heads, tail = _hard_cuts(atom, piece.face, size, width)
            yield from ([replace(piece, text=head)] for head in heads)
            word.append(replace(piece, text=tail))
    if word:
        yield word


def _hard_cuts(atom: str, face: Face, size: float, width: float) -> list[str]:
    """Cut what is wider than a line, such as an address, wherever it must be."""
    if width_of(atom, face, size) <= width or atom.isspace():
        return [atom]
    cuts, current = [], ""
    for character in atom:
        if current and width_of(current + character, face, size) > width:
            cuts.append(current)
            current = ""
        current += character
    return [*cuts, current]


def _cut(line: list[Piece[Tag]], size: float, width: float) -> list[Piece[Tag]]:
    """Shorten a line until an ellipsis fits behind it."""
    while line:
        text = line[-1].text.rstrip()
        ended = [*line[:-1], replace(line[-1], text=text + ELLIPSIS)]
        if text and _width(ended, size) <= width:
            return ended
        line = [*line[:-1], replace(line[-1], text=text[:-1])] if text else line[:-1]
    return line


def _width(pieces: Iterable[Piece[Tag]], size: float) -> float:
    return sum(piece.width(size) for piece in pieces)


def _place(line: list[Piece[Tag]], size: float) -> Line[Tag]:
    """Join neighbours that look alike and give each its place."""
    joined: list[Piece[Tag]] = []
    for piece in line:
        last = joined[-1] if joined else None
        if last and replace(last, text=piece.text) == piece:
            joined[-1] = replace(last, text=last.text + piece.text)
        else:
            joined.append(piece)
    placed, x = [], 0.0
    for piece in joined:
        width = piece.width(size)
        placed.append(Placed(piece, x, width))
        x += width
    return placed
