"""Prose that was broken at a margin: mail, wires, PDF. Its line ends say nothing.

A line of such prose is full: the next line's first word would not have fitted; and most of its
lines end within a sentence. Lines of verse and of lists end where they are done.
"""

from collections.abc import Sequence

NARROWEST, WIDEST = 30, 160
"""Characters of the longest line; beyond it lines are paragraphs."""
FULL_SHARE = 0.8
"""Share of a paragraph's lines but the last that are full."""
OPEN_SHARE = 0.5
"""Share of the full lines that end within a sentence: of prose at a margin about nine in ten."""
FEWEST = 5
"""Lines from which a body without blank lines is looked at."""
STOPS = ".!?…:;”\"’')]»"
"""With one of these a sentence or a part of one ends."""
MIXED_SHARE = 0.5
"""Share of full lines in a body whose paragraphs end within it: each ends in a line that is not."""


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether the lines of one paragraph were broken at a margin.

    >>> is_wrapped(["The council voted to close the", "bridge on Monday, and cars", "must wait."])
    True
    >>> is_wrapped(["Roses are red,", "violets are blue,", "and the bridge is shut"])
    False
    """
    full = _full(lines)
    return sum(full) >= max(1.0, FULL_SHARE * len(full)) and _go_on(lines, full)


def rejoined(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each paragraph of a body without blank lines.

    A paragraph ends with a line that is not full. Lines that were not broken at a margin are
    paragraphs of their own.
    """
    full = _full(lines) if len(lines) >= FEWEST else []
    if sum(full) < max(1.0, MIXED_SHARE * len(full)) or not _go_on(lines, full):
        return [[line] for line in lines]
    parts: list[list[str]] = [[lines[0]]]
    for line, is_full in zip(lines[1:], full, strict=True):
        if is_full:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _go_on(lines: Sequence[str], full: Sequence[bool]) -> bool:
    """Tell whether most of the full lines end within a sentence."""
    ends = [line.rstrip()[-1:] for line, is_full in zip(lines, full, strict=False) if is_full]
    return sum(end not in STOPS for end in ends) >= OPEN_SHARE * len(ends)


def _full(lines: Sequence[str]) -> list[bool]:
    """Tell of each line but the last whether the next one's first word would not have fitted."""
    lengths = [len(line.rstrip()) for line in lines]
    width = max(lengths, default=0)
    if not NARROWEST <= width <= WIDEST:
        return []
    firsts = ["".join(line.split(maxsplit=1)[:1]) for line in lines[1:]]
    return [length + 1 + len(word) > width for length, word in zip(lengths, firsts, strict=False)]
