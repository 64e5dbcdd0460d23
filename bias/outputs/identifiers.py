"""Which ids have been seen: eight bytes for each, so that millions fit."""

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

BYTES = 8
"""Of an id's hash: among a million ids the chance of any false alarm is 1 in 37 million."""


class Identifiers:
    """The ids of a run."""

    def __init__(self, known: bytes = b"") -> None:
        self._settled = _sorted(known)
        self._recent: dict[bytes, None] = {}

    @classmethod
    def read(cls, path: Path, size: int) -> "Identifiers":
        """Return those that an unfinished run has settled."""
        return cls(path.read_bytes()[:size]) if size else cls()

    def add(self, name: str) -> bool:
        """Take note of an id; return whether it is new."""
        digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest()
        if digest in self._recent or self._has(digest):
            return False
        self._recent[digest] = None
        return True

    def settle(self) -> bytes:
        """Return the hashes since the last call, to be kept; they move to the compact store."""
        import numpy as np

        recent = b"".join(self._recent)
        self._recent = {}
        both = np.concatenate([self._settled, _sorted(recent)])
        both.sort(kind="stable")  # two runs in order are merged, not sorted again
        self._settled = both
        return recent

    def _has(self, digest: bytes) -> bool:
        import numpy as np

        value = np.frombuffer(digest, np.uint64)
        place = int(np.searchsorted(self._settled, value)[0])
        return place < len(self._settled) and bool(self._settled[place] == value[0])


def _sorted(hashes: bytes) -> "np.ndarray[Any, np.dtype[np.uint64]]":
    import numpy as np

    return np.sort(np.frombuffer(hashes, np.uint64))
