"""Files that appear whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from bias.errors import UsageError


@contextmanager
def replacing(path: Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Open a file that takes its name only when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    try:
        with unfinished.open(mode, **text) as file:  # type: ignore[call-overload]
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def remove_if_empty(folder: Path) -> None:
    """Remove a folder that was made for nothing."""
    with suppress(OSError):
        folder.rmdir()


def check_writable(out: Path) -> None:
    """Make sure, before any work, that an output can be written.

    Raises `UsageError` when its folder cannot be made or written to, or it is neither a file nor a
    folder.
    """
    folder = out if out.is_dir() or not out.suffix else out.parent
    try:
        if out.exists() and not (out.is_file() or out.is_dir()):
            raise UsageError(f"{out}: is neither a file nor a folder. Name another output.")
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{out}: cannot be written ({reason}). Name another output.") from error
