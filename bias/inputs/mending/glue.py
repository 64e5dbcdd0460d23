"""Sentences that lost the blank between them, as where paragraphs were joined."""

import re

_SEAM = re.compile(
    r"([.!?…](?<=[a-z0-9%)\]’”][a-z0-9%)\]’”][.!?…])[.!?…]*)([”’)\]]{0,2})(\"?)(?:\[\d{1,3}\])?"
    r"(?=[“‘(]?\"?(?:(?!(?:Com|Net|Org|Gov|Js|Co|Uk|Io)\b)[A-Z][a-z’']+|A|I)[\s,’'])"
)


def parted(text: str) -> str:
    """Return a text with a blank between sentences that were run together.

    >>> parted("It closed after two years.The library lent 12 books.“We lost,” she said.")
    'It closed after two years. The library lent 12 books. “We lost,” she said.'
    """
    return "\n".join(map(_parted_line, text.split("\n"))) if _SEAM.search(text) else text


def _parted_line(line: str) -> str:
    """Part the sentences of a paragraph; a straight mark closes when it is an even one."""
    pieces, place, marks = list[str](), 0, 0
    for seam in _SEAM.finditer(line):
        end = seam.end()
        marks += line.count('"', place, seam.start(3))
        if seam[3] and not marks % 2:
            end = seam.start(3)
        pieces.append(line[place:end])
        marks += line.count('"', seam.start(3), end)
        place = end
    return " ".join([*pieces, line[place:]])
