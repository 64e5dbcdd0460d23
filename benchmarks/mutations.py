"""Spoiling inputs: bytes flipped, cut out, repeated, nested, cut off, and strange characters."""

import gzip
import random
from collections.abc import Callable, Sequence

LONGEST = 200_000
"""Bytes of a spoiled input; one in a hundred comes near."""
USUAL = 3_000

PIECES = (
    "(", "[", "{", "<", ")", ">", '"', "'", "“", "”", "‘", "’", "«", "„", "—", "...", "!", "?",
    "A ", "U.S. ", "a.b@c.org ", "http://", "\u0301", "\u200b", "\u00ad", "\u202e", "\ufeff", "\0",
    "\r", "\n\n", "\t", "\u2028", "🏴‍☠️", "ﷺ", "İ", "ß", "１２", "he said, ", "“We lost,” he said, ",
    "READ MORE:\n\n", "<div>", "<table><tr><td>", "</p>", "<!--", "<script>", "&amp;", "&#x110000;",
    "<p title='", "a" * 64, "1,", "--- ", '{"a":', "[[", "\\ud800", "\\u0000", "1e999", '""', ";",
    ",", "*", "?", "%", "a*b?c ", "- ", "&a ", "*a ", ": ", "!!python/object ", "WARC/1.0\r\n",
)  # fmt: skip
"""What is put in or repeated: what parsers and patterns stumble over."""

Mutation = Callable[[bytes, random.Random], bytes]


def mutate(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Return the data after one to four mutations, at most `LONGEST` bytes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        if chance.random() < 0.1:
            data = splice(data, chance.choice(others), chance)
        else:
            data = chance.choice(MUTATIONS)(data, chance)
    return data[:LONGEST]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return the beginning of one input and the end of another."""
    return data[: place(data, chance)] + other[place(other, chance) :]


def place(data: bytes, chance: random.Random) -> int:
    """Return a random offset."""
    return chance.randint(0, len(data))


def stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Return a random stretch, short more often than long."""
    start = place(data, chance)
    return start, min(len(data), start + int(len(data) ** chance.random()))


def flip(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes."""
    spoiled = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 3, 30))):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def cut_off(data: bytes, chance: random.Random) -> bytes:
    """End early, as a broken download does."""
    return data[: place(data, chance)]


def cut_out(data: bytes, chance: random.Random) -> bytes:
    """Leave a stretch out."""
    start, end = stretch(data, chance)
    return data[:start] + data[end:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """Say a stretch again and again."""
    start, end = stretch(data, chance)
    return data[:end] + times(data[start:end], chance) + data[end:]


def insert(data: bytes, chance: random.Random) -> bytes:
    """Put a strange piece in, once or many times."""
    where, piece = place(data, chance), chance.choice(PIECES).encode()
    return data[:where] + (piece if chance.random() < 0.5 else times(piece, chance)) + data[where:]


def nest(data: bytes, chance: random.Random) -> bytes:
    """Set a stretch inside many brackets, tags or quotation marks."""
    start, end = stretch(data, chance)
    opening, closing = chance.choice(
        [("[", "]"), ('{"a":', "}"), ("<div>", "</div>"), ("“", "”"), ("(", ")"), ("<b>", "")]
    )
    depth = chance.choice((3, 60, 600))
    inner = opening.encode() * depth + data[start:end] + closing.encode() * depth
    return data[:start] + inner + data[end:]


def scatter(data: bytes, chance: random.Random) -> bytes:
    """Put random characters of all Unicode between the words."""
    words = data.split(b" ")
    for _ in range(chance.choice((1, 10, 100))):
        sign = chr(chance.choice((chance.randrange(0x300), chance.randrange(0xD800))))
        words.insert(place(words, chance), sign.encode())  # type: ignore[arg-type]
    return b" ".join(words)


def raise_case(data: bytes, chance: random.Random) -> bytes:
    """Write a stretch in capitals."""
    start, end = stretch(data, chance)
    return data[:start] + data[start:end].upper() + data[end:]


def run_together(data: bytes, chance: random.Random) -> bytes:
    """Take the line ends, or the spaces, out of a stretch."""
    start, end = stretch(data, chance)
    return data[:start] + data[start:end].replace(chance.choice((b"\n", b" ")), b"") + data[end:]


def times(piece: bytes, chance: random.Random) -> bytes:
    """Repeat a piece up to some length."""
    longest = LONGEST if chance.random() < 0.01 else USUAL
    return piece * chance.randint(2, max(2, longest // max(1, len(piece))))


def pack(data: bytes) -> bytes:
    """Compress as gzip does."""
    return gzip.compress(data, 1, mtime=0)


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut_off, cut_out, repeat, insert, insert, nest, scatter, raise_case, run_together,
)  # fmt: skip
