"""What a printed page puts around a text: line numbers, heads and feet, breaks amid a sentence."""

import re
from collections import Counter
from collections.abc import Sequence

FEWEST_NUMBERED = 8
"""Lines from which numbers before all of them are those of lines; a list has a headline."""
_NUMBERED = re.compile(r"[ \t]*(\d{1,6})(?:[.:|)][ \t]|[ \t]|$)[ \t]*(.*)")
_PAGE_NUMBER = re.compile(
    r"\s*[-–—\[(]?\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])]?\s*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"[ \t]{2,}")
_OPEN_END = re.compile(r"[\w,;’'-]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]")
LONGEST_HEAD = 100
"""Characters of a line that may be a page's head or foot."""


def unnumbered(text: str) -> str:
    r"""Return a text without the numbers that stand before each of its lines.

    >>> lines = "\n".join(f"{n}  Line {chr(64 + n)}" for n in range(1, 10))
    >>> unnumbered(lines).split("\n")[:2]
    ['Line A', 'Line B']
    """
    lines = text.strip("\n").split("\n")
    found = [_NUMBERED.fullmatch(line) for line in lines if line.strip()]
    if len(found) < FEWEST_NUMBERED or not all(found):
        return text
    numbers = [int(match[1]) for match in found if match]
    if numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return text
    return "\n".join(match[2] if (match := _NUMBERED.fullmatch(line)) else "" for line in lines)


def unpaged(text: str) -> str:
    r"""Return a text without the heads, feet and breaks of its pages, which form feeds part.

    >>> unpaged("It closed\nin June.\n\n2\n\x0cThe Post\n\nIt will\n\n3\n\x0cThe Post\n\nopen.")
    'It closed\nin June.\n\nIt will\nopen.'
    """
    if "\x0c" not in text.strip():
        return text
    pages = [page.strip("\n").split("\n") for page in text.strip("\x0c\n").split("\x0c")]
    edges = Counter(name for page in pages for name in {*map(_edge_name, _edges(page))})
    repeated = {name for name, count in edges.items() if count > 1 and name}
    bare = ["\n".join(_without_edges(page, repeated)).strip("\n") for page in pages]
    parts = [page for page in bare if page.strip()]
    joined = parts[:1]
    for page in parts[1:]:
        goes_on = _OPEN_END.search(joined[-1][-20:]) and _GOES_ON.match(page)
        joined += ["\n" if goes_on else "\n\n", page]
    return "".join(joined)


def _edges(page: Sequence[str]) -> list[str]:
    """Return the first and the last line of a page that hold something."""
    held = [line for line in page if line.strip()]
    return [held[0], held[-1]] if len(held) > 1 else []


def _edge_name(line: str) -> str:
    """Return a line without its numbers and spaces; a long one is no head and has no name."""
    bare = _BLANKS.sub(" ", _DIGITS.sub("", line)).strip(" \t|-–—")
    return bare if len(line) <= LONGEST_HEAD else ""


def _without_edges(page: list[str], repeated: set[str]) -> list[str]:
    """Return a page without what repeats at its top and bottom, and without its number."""
    lines = list(page)
    for place in (0, -1):
        while lines and (
            not lines[place].strip()
            or _PAGE_NUMBER.fullmatch(lines[place])
            or (_edge_name(lines[place]) in repeated)
        ):
            lines.pop(place)
    return lines
