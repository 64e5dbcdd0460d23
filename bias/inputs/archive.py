"""Web archives: the pages in a `.warc`, one by one; needs warcio."""

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from threading import Lock
from typing import Any

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.inputs import buffered
from bias.inputs.items import Item, Records
from bias.inputs.limits import LARGEST, check_unpacked, too_long
from bias.inputs.page import Page
from bias.inputs.record import Origin
from bias.inputs.refusal import RAW_LIMIT, Refusal

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_RECORD_END = b"\r\n\r\n"
_ONE_AT_A_TIME = Lock()
"""Standard error is the process's: two threads must not put it back in the wrong order."""


def read_warc(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Yield the pages that were served; requests, pictures, failures and the like are no articles.

    An item's number counts all records of the archive.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise ReadError(
            "Web archives need warcio. Install it with: pip install newsbias[warc]"
        ) from error
    archive = _UntilCut(stream)
    records = enumerate(ArchiveIterator(buffered(archive)), start=1)
    pages = (_page(record, origin, number) for number, record in records if _is_page(record))
    try:
        for page in _silently(pages):
            archive.count_unpacked(page)
            yield page
    except (ArchiveLoadFailed, ValueError, AttributeError) as error:
        raise archive.damage or ReadError(
            f"it is no sound web archive ({error}). Fetch it again."
        ) from error
    if archive.damage:
        raise archive.damage
    if archive.ends_early:
        raise ReadError("the archive ends amid a record: it was cut off. Fetch it again.")


class _UntilCut(io.RawIOBase):
    """An archive as far as it goes; where it was cut off or damaged, it ends."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._count, self._unpacked, self._tail = 0, 0, b""
        self.damage: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            count = 0 if self.damage else self._stream.readinto1(buffer)
        except (EOFError, OSError, zlib.error) as error:
            self.damage, count = error, 0
        self._count += count
        self._tail = (self._tail + bytes(buffer[:count]))[-len(_RECORD_END) :]
        return count

    @property
    def ends_early(self) -> bool:
        """No record ends where it does."""
        return self._tail != _RECORD_END

    def count_unpacked(self, page: Item) -> None:
        """Refuse an archive whose pages are packed once more, and unpack to far more than it."""
        self._unpacked += len(page.data) if isinstance(page, Page) else 0
        check_unpacked(self._unpacked, self._count)


def _silently(items: Iterator[Item]) -> Iterator[Item]:
    """Keep from standard error what warcio says there of records that are a little off."""
    while True:
        with _ONE_AT_A_TIME, redirect_stderr(io.StringIO()):
            item = next(items, None)
        if item is None:
            return
        yield item


def _is_page(record: Any) -> bool:
    """Tell an HTML page that was found, from whatever else a crawl keeps."""
    if record.rec_type == "resource":
        return _media_type(record.rec_headers) in _PAGE_TYPES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return record.http_headers.get_statuscode() == "200" and (
        _media_type(record.http_headers) in _PAGE_TYPES
    )


def _media_type(headers: Any) -> str:
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _page(record: Any, origin: Origin, number: int) -> Page | Refusal:
    data = b"".join(_chunks(record.content_stream()))
    headers = record.rec_headers
    if len(data) > LARGEST:
        reason = str(too_long("the page", LARGEST))
        return Refusal(origin.name, number, reason, data[:RAW_LIMIT].decode("latin-1"))
    if record.raw_stream.limit > 0 and not record.raw_stream.read(1):
        reason = "the page is cut off, as the archive ends early. Fetch the archive again."
        return Refusal(origin.name, number, reason, data[:RAW_LIMIT].decode("latin-1"))
    captured = headers.get_header("WARC-Date")
    return Page(
        data,
        origin,
        number,
        charset=_charset(record),
        url=headers.get_header("WARC-Target-URI"),
        extra=(("captured", captured),) if captured else (),
    )


def _chunks(content: Any) -> Iterator[bytes]:
    """Yield a record's content, up to the first byte too many."""
    left = LARGEST + 1
    while left and (chunk := content.read(min(left, io.DEFAULT_BUFFER_SIZE))):
        left -= len(chunk)
        yield chunk


def _charset(record: Any) -> str | None:
    """Return the encoding its server named."""
    headers = record.http_headers or record.rec_headers
    _, _, parameter = str(headers.get_header("Content-Type") or "").lower().partition("charset=")
    return parameter.partition(";")[0].strip(" \"'") or None
