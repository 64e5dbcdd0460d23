"""What was read, told so that it can be found again: names, sizes, digests."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from bias.errors import ReadError
from bias.inputs.inputs import File, find_files, is_stream, printable
from bias.inputs.read import FORMATS


def describe_inputs(inputs: Iterable[str | Path]) -> list[dict[str, Any]]:
    """Return name, number of files, bytes and SHA-256 of each input.

    The digest of a file is that of its bytes; of a folder or a glob that of the
    lines `DIGEST  PATH` of its files, as `sha256sum` prints them. It is None for
    standard input, a pipe and what cannot be read.
    """
    return [_describe(given) for given in inputs]


def _describe(given: str | Path) -> dict[str, Any]:
    name, files, size, lines, digest = printable(str(given)), 0, 0, hashlib.sha256(), None
    with suppress(ReadError):
        for file in _files(given):
            digest, length = _digest(file.path)
            lines.update(f"{digest}  {file.origin.name}\n".encode())
            files, size = files + 1, size + length
        if not Path(given).is_file() and files:
            digest = lines.hexdigest()
    return {"name": name, "files": files, "bytes": size, "sha256": digest}


def _files(given: str | Path) -> Iterable[File]:
    return () if is_stream(given) else find_files(given, FORMATS)


def _digest(path: Path) -> tuple[str | None, int]:
    """Return digest and size of a file; of one that cannot be read, no digest."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError:
        return None, 0
