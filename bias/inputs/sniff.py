"""The format of standard input or of a text file, told by its first line."""

import io
import json
import re

from bias.inputs.columns import ALIASES, KNOWN, plain_name
from bias.inputs.decode import wide_encoding
from bias.inputs.delimited import SEPARATOR, delimiter_of
from bias.inputs.inputs import buffered
from bias.inputs.limits import Unpacked

FIRST_BYTES = 200
"""Bytes by which the width of characters is told."""
LONGEST_HEADER = 2_000
"""Characters of a line that can name columns."""

MOST_BLANK = 1_000_000
"""Bytes of the beginning in which the first line is looked for."""

_TEXTS = frozenset(plain_name(name) for field in ("headline", "body") for name in ALIASES[field])
_NAME = re.compile(r"\s*\"?[\w .:/()-]{1,40}\"?\s*")
_OBJECT, _LIST = re.compile(r"\{\s*(?:[\"}]|$)"), re.compile(r"\[\s*(?:\{|\]|$)")
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^<>]{0,400}>\s*){0,4}<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
_PAGE = re.compile(
    r"\s*<(?:!doctype|!--(?!\s*/?wp:)|\?xml|(?:html|head|body|meta|title|link|script|style|header|"
    r"main|article|section|nav)[\s>/])",
    re.IGNORECASE,
)
"""How a page begins; a text with tags in it is a text."""


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were taken already, whole again."""

    def __init__(self, first: bytes, rest: io.BufferedReader) -> None:
        self._first, self._rest = io.BytesIO(first), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        return self._first.readinto(buffer) or self._rest.readinto1(buffer)


def sniff(stream: io.BufferedReader) -> tuple[str, io.BufferedReader]:
    """Return the suffix whose format the stream has, and the stream from its beginning."""
    if stream.peek(2)[:2] == b"\x1f\x8b":
        stream = buffered(Unpacked(stream))
    taken, line = bytearray(), b""
    while not line.strip() and len(taken) < MOST_BLANK and (line := stream.readline(MOST_BLANK)):
        taken += line
    wide = wide_encoding(bytes(taken[:FIRST_BYTES]))
    is_feed = _FEED.match(bytes(taken) + stream.peek(LONGEST_HEADER)[:LONGEST_HEADER])
    suffix = ".rss" if is_feed else _suffix_of(line.decode(wide or "utf-8-sig", "ignore"))
    return suffix, buffered(_Rejoined(bytes(taken), stream))


def _suffix_of(first: str) -> str:
    """Tell JSON lines, JSON, HTML, tables and text by the first line that holds something."""
    text = first.strip("\0\ufeff \t\r\n")
    if text.startswith("{\\rtf"):
        return ".rtf"
    if _OBJECT.match(text):
        return ".jsonl" if _is_record(text) else ".json"
    if _LIST.match(text):
        return ".json"
    if _PAGE.match(text):
        return ".html"
    if SEPARATOR.match(text):
        return ".csv"
    return _table_suffix(text[:LONGEST_HEADER]) or ".txt"


def _table_suffix(line: str) -> str | None:
    """Tell a table by a first line that names columns: of headline or body, and another one."""
    sign = delimiter_of(line)
    cells = line.split(sign)
    names = [plain_name(cell.strip().strip('"')) for cell in cells]
    known = KNOWN.intersection(names)
    if len(names) < 2 or _TEXTS.isdisjoint(known) or not all(map(_NAME.fullmatch, cells)):
        return None
    if any(cell.startswith(" ") for cell in cells) and len(known) < len(names):
        return None
    return ".tsv" if sign == "\t" else ".csv"


def _is_record(line: str) -> bool:
    """Tell a whole record from the first line of an object that goes on."""
    try:
        return not isinstance(json.loads(line).get("articles"), list)
    except (ValueError, RecursionError):
        return not line.endswith(("{", "[", ","))
