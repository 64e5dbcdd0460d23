"""Texts that come twice: reprints, and near copies such as a wire story under several heads.

Of each story the stretches of `SHINGLE` letters and digits are hashed; the lowest hash in each of
`BINS` parts of all hashes is kept (one permutation hashing: Li, Owen & Zhang 2012, empty parts
filled from the next as by Shrivastava & Li 2014). Two texts agree in as many parts as they
share stretches. Stories are compared that agree in all parts of one of the bands.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bias.outputs.record import Record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 20
"""Letters: some four words."""
BINS, BAND = 36, 3
"""Parts of the hashes, and how many of them make a band: of texts that share half of their
stretches four in five are found, of those that share 0.7 ninety-nine in a hundred."""
LEAST = 0.5
"""Share of parts in which near copies agree."""
FEWEST = 150
"""Letters of a story that can be told from others: some thirty words."""
LONGEST = 200_000
"""Letters that are looked at: the longest news articles have as many."""
MOST = 20_000
"""Stories kept in mind, some 35 MB; later ones are compared with these only."""

_KEPT = bytes(range(48, 58)) + bytes(range(97, 123))
_LOWER = bytes.maketrans(bytes(range(65, 91)), bytes(range(97, 123)))
_DROPPED = bytes(set(range(256)) - set(_KEPT) - set(range(65, 91)))
_FACTOR, _MIX, _NONE = 0x100000001B3, 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF

Sketch = bytes
"""The lowest hashes of a story, `BINS` numbers of four bytes; empty for a short one."""


def sketch_of(record: Record) -> Sketch:
    """Return what tells a record's story from others."""
    text, parts = record["text"], record["paragraphs"]
    story = [text[p["start"] : p["end"]] for p in parts if p["role"] in ("body", "subhead")]
    return sketch("".join(story))


def sketch(story: str) -> Sketch:
    """Return what tells a story from others, whatever its marks, blanks and capitals.

    >>> words = " ".join(f"word{n}" for n in range(60))
    >>> sketch(words) == sketch(words.upper().replace(" ", ", ")), sketch("Too short.")
    (True, b'')
    """
    import numpy as np

    letters = story[: 2 * LONGEST].encode("ascii", "ignore").translate(_LOWER, _DROPPED)[:LONGEST]
    if len(letters) < FEWEST:
        return b""
    hashes = _hashes(np.frombuffer(letters, dtype=np.uint8).astype(np.uint64))
    lowest = np.full(BINS, _NONE, dtype=np.uint64)
    np.minimum.at(lowest, (hashes % np.uint64(BINS)).astype(np.intp), hashes)
    return (_filled(lowest) >> np.uint64(32)).astype("<u4").tobytes()


def _hashes(letters: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """Return the hash of each stretch of letters."""
    import numpy as np

    count = len(letters) - SHINGLE + 1
    found = np.zeros(count, dtype=np.uint64)
    for shift in range(SHINGLE):
        found = found * np.uint64(_FACTOR) + letters[shift : shift + count]
    found = (found ^ (found >> np.uint64(29))) * np.uint64(_MIX)
    return found ^ (found >> np.uint64(32))


def _filled(lowest: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """Give each empty part what stands in the next one that is not."""
    import numpy as np

    full = np.flatnonzero(lowest != np.uint64(_NONE))
    places = full[np.searchsorted(full, np.arange(BINS)) % len(full)]
    moved = places != np.arange(BINS)
    filled: NDArray[np.uint64] = lowest[places] + moved.astype(np.uint64) * np.uint64(_MIX)
    return filled


@dataclass(frozen=True, slots=True)
class Copy:
    """A story that an earlier article tells in nearly the same words."""

    id: str
    source: str
    of_id: str
    of_source: str
    agree: float
    """Share of their stretches that both have, about; 1 for the same text."""


class Copies:
    """The stories so far."""

    def __init__(self) -> None:
        self._names: list[tuple[str, str]] = []
        self._sketches: list[Sketch] = []
        self._bands: dict[int, int] = {}
        self._fresh: list[bytes] = []

    @classmethod
    def read(cls, lines: Iterable[bytes]) -> "Copies":
        """Return those of an earlier run, from what `settle` gave."""
        copies = cls()
        for line in lines:
            name, source, sketch = json.loads(line)
            copies._keep(name, source, base64.b64decode(sketch))
        copies._fresh.clear()
        return copies

    def add(self, name: str, source: str, sketch: Sketch) -> Copy | None:
        """Note a story; return the earlier one that it is a copy of."""
        if not sketch:
            return None
        candidates = {self._bands[band] for band in _bands(sketch) if band in self._bands}
        agree = {n: _agreement(self._sketches[n], sketch) for n in candidates}
        best = max(sorted(agree), key=agree.__getitem__, default=None)
        if best is not None and agree[best] >= LEAST:
            return Copy(name, source, *self._names[best], agree[best])
        if len(self._names) < MOST:
            self._keep(name, source, sketch)
        return None

    def _keep(self, name: str, source: str, sketch: Sketch) -> None:
        for band in _bands(sketch):
            self._bands.setdefault(band, len(self._names))
        self._names.append((name, source))
        self._sketches.append(sketch)
        line: list[Any] = [name, source, base64.b64encode(sketch).decode()]
        self._fresh.append(json.dumps(line).encode() + b"\n")

    def settle(self) -> bytes:
        """Return what was kept since the last time, as lines."""
        fresh, self._fresh = b"".join(self._fresh), []
        return fresh


def _agreement(one: Sketch, other: Sketch) -> float:
    """Return the share of parts in which two sketches agree."""
    places = range(0, len(one), 4)
    return sum(one[p : p + 4] == other[p : p + 4] for p in places) / len(places)


def _bands(sketch: Sketch) -> Iterator[int]:
    """Yield the bands, each with its place in the sketch."""
    size = 4 * BAND
    for start in range(0, len(sketch), size):
        yield int.from_bytes(sketch[start : start + size]) << 8 | start
