"""The format of standard input, told by its first line."""

import io
import json
import re

from bias.inputs.decode import wide_encoding
from bias.inputs.inputs import buffered
from bias.inputs.limits import Unpacked

BODY_NAMES = frozenset({"body", "text", "content"})

_PAGE = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z][\w-]*[\s>/])", re.IGNORECASE)


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
    first = b""
    while not first.strip() and (line := stream.readline()):
        first += line
    return _suffix_of(first), buffered(_Rejoined(first, stream))


def _suffix_of(first: bytes) -> str:
    """Tell JSON lines, JSON, HTML, tables and text by the first line that holds something."""
    text = first.decode(wide_encoding(first) or "utf-8-sig", errors="ignore").strip()
    if text.startswith("{"):
        return ".jsonl" if _is_record(text) else ".json"
    if re.match(r"\[\s*(?:\{|\]|$)", text):
        return ".json"
    if _PAGE.match(text):
        return ".html"
    return _table_suffix(text) or ".txt"


def _table_suffix(line: str) -> str | None:
    """Tell a table by a first line that names a body column among others."""
    names = [cell.strip().strip('"').lower() for cell in re.split(r"[,;\t]", line)]
    if len(names) < 2 or not BODY_NAMES & set(names):
        return None
    return ".tsv" if "\t" in line else ".csv"


def _is_record(line: str) -> bool:
    """Tell a whole record from the first line of an object that goes on."""
    try:
        return not isinstance(json.loads(line).get("articles"), list)
    except (ValueError, RecursionError):
        return not line.endswith(("{", "[", ","))
