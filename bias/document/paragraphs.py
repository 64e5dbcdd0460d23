"""Where the paragraphs of a body end: at blank lines, else at line ends."""

import re
from collections.abc import Iterator, Sequence

from bias.document.wrapped import FEWEST, STOPS, rejoined

MOST_QUOTED = 10
"""Lines of a quotation whose marks stand at its ends alone, at most."""
_OPENING = frozenset("“\"‘'")
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
        pieces += _with_whole_quotations(["\n".join(lines) for lines in rejoined(last)])
    return [piece.strip() for piece in pieces if piece.strip()]


def _is_title_and_lines(pieces: Sequence[str]) -> bool:
    """Tell whether two pieces are a title and a body whose lines are its paragraphs."""
    if len(pieces) != 2 or "\n" in pieces[0].strip() or pieces[1].count("\n") < FEWEST:
        return False
    lines = pieces[1].split("\n")
    return sum(line.rstrip()[-1:] in STOPS for line in lines) > len(lines) / 2


def _with_whole_quotations(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines; those of one quotation that is closed some lines below stay together."""
    place = 0
    while place < len(lines):
        end = _end_of_quotation(lines, place)
        yield "\n".join(lines[place:end])
        place = end


def _end_of_quotation(lines: Sequence[str], place: int) -> int:
    """Return the line after a line, or after the one that closes what it leaves open."""
    left_open = _opened(lines[place])
    for end in range(place + 1, min(place + MOST_QUOTED, len(lines)) if left_open > 0 else 0):
        if lines[end].lstrip()[:1] in _OPENING:
            break
        left_open -= abs(_opened(lines[end]))
        if left_open <= 0:
            return end + 1
    return place + 1


def _opened(line: str) -> int:
    """Return how many double marks a line leaves open, or closes where it is below 0.

    >>> _opened("“You can have the map."), _opened("It is yours,” he said."), _opened('"No."')
    (1, -1, 0)
    """
    return line.count("“") - line.count("”") or line.count('"') % 2
