"""Lines that mean nothing: other line ends, words divided at a margin, double spacing."""

import re

from bias.document.wrapped import is_wrapped, rejoined

_OTHER = re.compile("[\x0b\x0c\x1c-\x1e\u2028]")
_DIVIDED = re.compile(
    r"(?<![A-Za-zÀ-ɏ])([A-Za-zÀ-ɏ]{2,40})[-\u2010][ \t]*\n[ \t]*"
    r"([a-zà-ɏ]{2,40})(\S*)([ \t]*)(?=(\n)?)"
)
_HYPHEN_LAST = re.compile(r"[-\u2010][ \t]*\n")
_FEWEST_LINES = 6
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_FEWEST_QUOTED = 3
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?){1,5}|[ \t]*$")
_INDENT = re.compile(r"(?:[ \u00a0\u3000]{2,12}|\t{1,3})[A-Z“\"‘']")
LEAST_WRAPPED = 0.7
"""Share of the paragraphs so told that were broken at a margin; verse is not."""
MOST_STARTS = 0.6
"""Share of a story's lines that are indented, where these begin its paragraphs."""
LARGEST_SHARE = 0.7
"""Paragraphs that are left of double-spaced lines, at most."""


def with_line_ends(text: str) -> str:
    r"""Return a text whose lines all end as they do here.

    U+0085 is an ellipsis of Windows-1252 in a text that has line ends of its own.

    >>> with_line_ends("A headline\u2028\u2028A line.\x0bAnother.")
    'A headline\n\nA line.\nAnother.'
    """
    if "\x85" in text:
        text = text.replace("\x85", "…" if "\n" in text.strip() else "\n")
    return _OTHER.sub("\n", text.replace("\u2029", "\n\n"))


def undivided(text: str) -> str:
    r"""Return a text whose words are not divided at line ends.

    >>> undivided("It is a dis-\ngrace that the two-\nmile road is shut.")
    'It is a disgrace\nthat the two-mile\nroad is shut.'
    """
    return _DIVIDED.sub(_joined, text) if _HYPHEN_LAST.search(text) else text


def _joined(match: re.Match[str]) -> str:
    first, second, tail, blanks, end = match.groups()
    hyphen = "" if _is_one_word(first, second) else "-"
    return f"{first}{hyphen}{second}{tail}{chr(10) if blanks and not end else ''}"


def _is_one_word(first: str, second: str) -> bool:
    """Tell a divided word from one that has a hyphen: the news knows the whole, or not both."""
    if _is_known(first + second):
        return True
    return not (_is_known(first) and _is_known(second))


def _is_known(word: str) -> bool:
    from bias.models.sentences import shipped_model
    from bias.words.vocabulary import shipped_vocabulary

    return bool(shipped_model().known[shipped_vocabulary().get(word.lower(), 0)])


def single_spaced(body: str) -> str:
    """Return a story whose lines, broken at a margin, each had a blank line after them."""
    lines = _BLANK_LINE.split(body.strip())
    if len(lines) < _FEWEST_LINES or any("\n" in line for line in lines):
        return body
    parts = rejoined(lines)
    if len(parts) > LARGEST_SHARE * len(lines):
        return body
    return "\n\n".join("\n".join(part) for part in parts)


def unquoted(text: str) -> str:
    r"""Return a text without the ">" that an e-mail set before every line of it.

    >>> unquoted("> A headline\n>\n> A line.\n> Another.")
    'A headline\n\nA line.\nAnother.'
    """
    if not text.lstrip().startswith(">"):
        return text
    lines = text.strip().split("\n")
    if len(lines) < _FEWEST_QUOTED or not all(map(_QUOTED.match, lines)):
        return text
    return "\n".join(_QUOTED.sub("", line, count=1) for line in lines)


def indented(body: str) -> str:
    r"""Return a story whose paragraphs were told by the indent of their first line only.

    >>> body = "The ferry sailed from Ostrow to\nHull.\n  It carried four hundred cars on\nMonday."
    >>> indented(body).split("\n\n")[1]
    'It carried four hundred cars on\nMonday.'
    """
    lines = body.strip("\n").split("\n")
    starts = [place == 0 or _INDENT.match(line) is not None for place, line in enumerate(lines)]
    if _BLANK_LINE.search(body) or not 1 < sum(starts) <= MOST_STARTS * len(lines):
        return body
    parts = list[list[str]]()
    for line, is_start in zip(lines, starts, strict=True):
        if is_start:
            parts.append([])
        parts[-1].append(line.strip())
    long = [part for part in parts if len(part) > 1]
    if sum(map(is_wrapped, long)) < LEAST_WRAPPED * len(long):
        return body
    return "\n\n".join("\n".join(part) for part in parts)
