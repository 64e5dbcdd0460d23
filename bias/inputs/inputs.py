"""From what the caller names to single files: paths, folders, globs, standard input."""

import glob
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from bias.errors import ReadError
from bias.inputs.limits import Unpacked
from bias.inputs.record import Origin

STANDARD_INPUT = "-"
ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "__init__"})
"""Files by these names tell about a folder; they are no articles in it."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to read."""

    origin: Origin
    path: Path

    @property
    def suffix(self) -> str:
        """The suffix that tells the format: lower case, without `.gz`."""
        return format_of(self.path)

    def open(self) -> io.BufferedReader:
        """Open it for reading bytes, decompressed."""
        if self.path.suffix.lower() == ".gz":
            return buffered(Unpacked(self.path.open("rb")))
        return self.path.open("rb")


def is_stream(given: str | Path) -> bool:
    """Tell what can be read only once: standard input, a named pipe, a device."""
    path = Path(given)
    return str(given) == STANDARD_INPUT or (path.exists() and not (path.is_file() or path.is_dir()))


def buffered(stream: IO[bytes] | io.RawIOBase) -> io.BufferedReader:
    """Give any byte stream the one interface readers use."""
    return io.BufferedReader(cast(io.RawIOBase, stream))


def printable(name: str) -> str:
    r"""Return a file's name with bytes that are no text marked, so that it can be written.

    >>> printable("caf\udce9.txt")
    'caf\ufffd.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def format_of(path: Path) -> str:
    """Return the suffix that tells the format.

    >>> format_of(Path("news/Monday.JSONL.gz"))
    '.jsonl'
    """
    name = Path(path.name.lower().removesuffix(".gz"))
    return name.suffix


def find_files(given: str | Path, suffixes: Iterable[str]) -> Iterator[File]:
    """Yield the files behind one input, sorted.

    Raises `ReadError` for a folder or a glob without any file of a supported format.
    """
    path, allowed = Path(given), frozenset(suffixes)
    found: Iterator[File]
    if path.is_dir():
        found = (_named(f, path) for f in _walk(path) if format_of(f) in allowed or f.is_dir())
    elif not path.exists() and glob.has_magic(str(given)):
        found = _match(str(given), allowed)
    else:
        found = iter([_named(path, path.parent, str(given))])
    first = next(found, None)
    if first is None:
        raise ReadError(
            f"no file to read there. Files read are {' '.join(sorted(allowed))}, each also .gz."
        )
    yield first
    yield from found


def left_out(given: str | Path, suffixes: Iterable[str]) -> Counter[str]:
    """Return how many files of a folder or a glob are of no supported format, by suffix."""
    path, allowed = Path(given), frozenset(suffixes)
    found: Iterable[Path] = ()
    if path.is_dir():
        found = _walk(path)
    elif not path.exists() and glob.has_magic(str(given)):
        found = (file for file, _ in _globbed(str(given)))
    others = (
        file
        for file in found
        if format_of(file) not in allowed
        and file.stem.lower() not in ABOUT_THE_FOLDER
        and file.is_file()
    )
    return Counter(format_of(file) or "no suffix" for file in others)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield all files below a folder, sorted; hidden ones and notes about the folder left out.

    A folder that cannot be listed is yielded itself, to be refused by name. Only the names in
    one folder are held at a time.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 -- a path for each takes ten times the memory
    except PermissionError:
        names = []
        yield folder
    for path in (folder / name for name in names):
        if path.name.startswith(".") or path.stem.lower() in ABOUT_THE_FOLDER:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _match(pattern: str, allowed: frozenset[str]) -> Iterator[File]:
    """Yield the files a glob matches; a folder it matches is read whole."""
    return (_named(file, root) for file, root in _globbed(pattern) if format_of(file) in allowed)


def _globbed(pattern: str) -> Iterator[tuple[Path, Path]]:
    """Yield the files that a glob matches, each once, and the folders that they are named below."""
    seen: set[Path] = set()
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 -- Path.glob wants relative patterns
    for path in map(Path, sorted(found)):
        root = path if path.is_dir() else path.parent
        for file in _walk(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file, root


def _named(path: Path, root: Path, given: str | None = None) -> File:
    """Name a file: ids start with its path below the input, without suffixes."""
    relative = printable(path.relative_to(root).as_posix())
    name = relative[:-3] if relative.lower().endswith(".gz") else relative
    return File(Origin(printable(given or str(path)), name.removesuffix(Path(name).suffix)), path)


def open_standard_input() -> io.BufferedReader:
    """Open standard input as bytes; tell when there is none."""
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("there is no standard input. Pipe the articles in or name a file.")
    return buffered(sys.stdin.buffer)
