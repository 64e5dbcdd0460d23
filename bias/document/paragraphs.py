"""Where the paragraphs of a body end: at blank lines, else at line ends."""

import re
from collections.abc import Sequence

from bias.document.wrapped import FEWEST, STOPS, rejoined

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def split_paragraphs(body: str) -> list[str]:
    r"""Cut a body at blank lines or, where it has none, at each line end that no margin made.

    >>> split_paragraphs("One.\nStill one.\n\nTwo.")
    ['One.\nStill one.', 'Two.']
    >>> split_paragraphs("One.\nTwo.")
    ['One.', 'Two.']
    """
    body = body.strip()
    pieces = _BLANK_LINE.split(body)
    if len(pieces) == 1 or _is_title_and_lines(pieces):
        last = pieces.pop().split("\n")
        pieces += ["\n".join(lines) for lines in rejoined(last)]
    return [piece.strip() for piece in pieces if piece.strip()]


def _is_title_and_lines(pieces: Sequence[str]) -> bool:
    """Tell whether two pieces are a title and a body whose lines are its paragraphs."""
    if len(pieces) != 2 or "\n" in pieces[0].strip() or pieces[1].count("\n") < FEWEST:
        return False
    lines = pieces[1].split("\n")
    return sum(line.rstrip()[-1:] in STOPS for line in lines) > len(lines) / 2
