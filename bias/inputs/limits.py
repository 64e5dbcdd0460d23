"""How much is read at once: no input, however made, takes more memory or time than this allows."""

import io
from collections.abc import Iterator
from typing import IO, AnyStr

from bias.errors import ReadError

LARGEST = 16_000_000
"""Characters of one article, line, field or text file, bytes of one page. The longest articles of
newspapers have some 200,000; books have a million or two. A judgement of 2026-11-23."""
LARGEST_DOCUMENT = 128_000_000
"""Characters of a `.json` file, which is read whole; `.jsonl` has no limit but on its lines."""
MOST_TAGS = 200_000
"""Tags of a page's markup, those in its scripts included."""
MOST_ELEMENTS = 20_000
"""Elements of a page. Trafilatura takes some 100 microseconds for each, and more for each the more
there are. Of the 801 parsed scrapinghub and L3S-GN1 pages the largest has 2,214 elements
(2026-11-23)."""
BOMB_SIZE, BOMB_RATIO = 100_000_000, 200
"""Decompressed bytes from which the ratio counts, and the ratio no text reaches: gzip makes text
3 to 10 times smaller, the same line over and over again up to 1,000 times."""


def too_long(what: str, limit: int) -> ReadError:
    """Return the error for whatever is too long."""
    return ReadError(f"{what} is longer than {limit:,} characters. Split it, or leave it out.")


def check_count(count: int, what: str, limit: int) -> None:
    """Refuse a page with too many tags, or elements, for its text to be found in bounded time."""
    if count > limit:
        raise ReadError(
            f"the page has {count:,} {what}, at most {limit:,} are read. "
            "Save only the part of it that holds the article, or leave it out."
        )


def whole(stream: IO[AnyStr], what: str, limit: int) -> AnyStr:
    """Read a page or a text whole."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_long(what, limit)
    return content


def bounded_lines(lines: io.TextIOWrapper) -> Iterator[str]:
    """Yield lines; one that is too long comes as its first `LARGEST + 1` characters only."""
    while line := lines.readline(LARGEST + 1):
        yield line
        rest = line
        while len(rest) > LARGEST and not rest.endswith("\n"):
            rest = lines.readline(LARGEST + 1)


def check_unpacked(count: int, packed: int) -> None:
    """Refuse what unpacks to far more bytes than it has."""
    if count > max(BOMB_SIZE, BOMB_RATIO * packed):
        raise ReadError(
            f"it unpacks to more than {BOMB_RATIO} times its size, as decompression bombs do. "
            "Unpack it first if you trust it."
        )


class Unpacked(io.RawIOBase):
    """A decompressed stream that stops at a decompression bomb.

    `packed`: the compressed bytes.
    """

    def __init__(self, packed: io.BufferedIOBase | io.RawIOBase) -> None:
        import gzip

        self._counted = _Counted(packed)
        self._unpacked = gzip.GzipFile(fileobj=io.BufferedReader(self._counted))
        self._count = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; raises `ReadError` at a bomb."""
        count = self._unpacked.readinto1(buffer)  # what comes before a cut is given first
        self._count += count
        check_unpacked(self._count, self._counted.count)
        return count

    def close(self) -> None:
        """Close it and what it reads from."""
        self._unpacked.close()
        self._counted.close()
        super().close()


class _Counted(io.RawIOBase):
    """A stream that counts the bytes taken from it."""

    def __init__(self, stream: io.BufferedIOBase | io.RawIOBase) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = self._stream.readinto(buffer) or 0
        self.count += count
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()
