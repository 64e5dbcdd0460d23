"""From bytes to text: which encoding, and what is no text at all.

UTF-8 with or without a byte order mark; UTF-16 and UTF-32 with one. Bytes that are not
UTF-8 are read as Windows-1252, the usual culprit in newsroom files, or as Mac Roman or DOS
where that fits better, each stretch on its own: so a file can be streamed, and a single stray
byte does not garble the rest. Files in other legacy encodings must be converted first.
"""

import codecs
import io
import re

from bias.errors import ReadError
from bias.inputs.legacy import legacy_encoding

PROBE = 8_192
"""Bytes looked at to tell text from binary data."""
FEWEST_PAIRS, ZERO_SHARE = 20, 0.8
"""Pairs of bytes by which UTF-16 is told without a mark, and the share of them with a zero."""
CONTROL_SHARE = 0.01
"""More control characters than this mean binary data (text has next to none)."""

_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PAR1",
    b"{\\rtf", b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
)  # fmt: skip
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Encodings told by their mark; that of UTF-32 begins with that of UTF-16."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x13\x14\x18\x19\x1a\x1b\x1c\x1d\x1e")) + b"\x7f"
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_FALLBACK = "bias-legacy"
_WEB = frozenset(
    {
        "utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874", "tis-620",
        "gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis",
        "cp932", "euc_kr", "cp949",
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (*range(2, 9), 10, 11, 13, 14, 15, 16)),
    }
)  # fmt: skip
"""Encodings a page may declare, under Python's names (WHATWG, "Encoding", 2026-11-23; without
Latin-1 and ASCII, which browsers read as Windows-1252). Python knows others that are none of
the web's, such as `hex` and `zlib`."""


def _as_legacy(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are not UTF-8 in the old encoding that fits what stands around them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode(legacy_encoding(error.object), errors="replace"), error.end


codecs.register_error(_FALLBACK, _as_legacy)


def wide_encoding(head: bytes) -> str | None:
    """Return the encoding whose characters have several bytes, None where bytes are characters.

    >>> wide_encoding("a".encode("utf-32")), wide_encoding(b"a")
    ('utf-32', None)
    """
    named = next((name for mark, name in _WIDE.items() if head.startswith(mark)), None)
    return named or _unmarked(head[:PROBE])


def _unmarked(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zeros: every second byte of Latin text is one."""
    even, odd = head[::2], head[1::2]
    if len(odd) < FEWEST_PAIRS or b"\0" not in head:
        return None
    for zeros, letters, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) >= ZERO_SHARE * len(zeros) and letters.count(0) == 0:
            return name
    return None


def text_lines(stream: io.BufferedReader, newline: str | None) -> io.TextIOWrapper:
    r"""Open a byte stream as text, to be read line by line.

    Raises `ReadError`: the stream is empty or holds binary data.

    Parameters
    ----------
    stream
        At its beginning.
    newline
        As in `open`: None translates line ends, `""` keeps all of them, `"\n"` knows no other.
    """
    head = stream.peek(PROBE)[:PROBE]
    check_text(head)
    wide = wide_encoding(head)
    errors = "strict" if wide else _FALLBACK
    return io.TextIOWrapper(stream, encoding=wide or "utf-8-sig", errors=errors, newline=newline)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """Decode a web page: as UTF-8 if it is, else as server or page declare, else Windows-1252."""
    check_text(data[:PROBE])
    if wide := wide_encoding(data):
        return data.decode(wide)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = _declared_encoding(data, charset)
    return data.decode(encoding, errors=_FALLBACK if encoding == "utf-8" else "replace")


def check_text(head: bytes) -> None:
    """Raise `ReadError` when the first bytes of a file cannot be text."""
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ReadError("it is empty. An article needs a headline or a body.")
    if wide_encoding(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    binary = head.startswith(_SIGNATURES) or b"\0" in head or controls > CONTROL_SHARE * len(head)
    if binary:
        raise ReadError(
            "it holds binary data, not text. Allowed are UTF-8, UTF-16 or UTF-32 with a byte order "
            "mark, and Windows-1252. Export it as text, or correct its suffix."
        )


def _declared_encoding(data: bytes, charset: str | None) -> str:
    """Return the encoding the server or the page's head declares, as browsers take it."""
    match = _DECLARED.search(data[:PROBE])
    declared = charset or (match[1].decode("ascii") if match else "cp1252")
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "cp1252"
    return name if name in _WEB else "cp1252"
