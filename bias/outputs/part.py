"""A file that grows by checkpoints and can be cut back to the last one."""

import os
import zlib
from pathlib import Path
from typing import Any

GZIP = 31
"""zlib's window bits for a gzip member; its header holds no time, so equal input, equal bytes."""
LEVEL = 6
"""zlib's own default: level 9 takes twice as long for 1 % less."""


class Part:
    """One unfinished file.

    Parameters
    ----------
    path
        Opened, or made.
    packed
        Compress: one gzip member for each checkpoint, as a member cannot be cut.
    size
        Bytes at the last checkpoint; what stands behind them is dropped.
    """

    def __init__(self, path: Path, packed: bool = False, size: int = 0) -> None:
        self.path = path
        self.size = size
        self._packed = packed
        self._member: Any = None
        path.touch()
        self._file = path.open("r+b")
        self._file.truncate(size)
        self._file.seek(size)
        self._is_empty = not size

    def add(self, content: bytes, header: bytes = b"") -> None:
        """Append, behind the header when it is the first."""
        whole = header + content if self._is_empty else content
        self._is_empty = False
        if self._packed:
            if self._member is None:
                self._member = zlib.compressobj(LEVEL, wbits=GZIP)
            whole = self._member.compress(whole)
        self._file.write(whole)

    def checkpoint(self) -> int:
        """Make sure all that was added is on the disk; return the size."""
        if self._member is not None:
            self._file.write(self._member.flush())
            self._member = None
        self._file.flush()
        os.fsync(self._file.fileno())
        self.size = self._file.tell()
        return self.size

    def close(self) -> None:
        """Close the file; what came after the last checkpoint may be lost."""
        self._file.close()
