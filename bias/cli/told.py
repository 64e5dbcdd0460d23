"""What is told on standard error, and on consoles that lack a sign."""

import codecs
import logging
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bias.shown.harmless import harmless

MOST_TOLD = 10
"""Inputs of which one and the same thing is told."""
_PLAIN = {
    "→": "->", "█": "#", "·": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'",
    "’": "'", "„": '"', "•": "*", "\u00a0": " ",
}  # fmt: skip
"""What is written where an encoding lacks a character."""
_PLAINLY = "bias-plainly"


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """Replace what cannot be encoded by what looks like it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(sign: str) -> str:
    """Return a character in ASCII.

    >>> _plain("→"), _plain("ž"), _plain("汉")
    ('->', 'z', '?')
    """
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return _PLAIN.get(sign) or bare or "?"


codecs.register_error(_PLAINLY, _plainly)


def write_plainly() -> None:
    """Let nothing that is printed fail on an old console, or a file in its encoding."""
    for stream in (sys.stdout, sys.stderr):
        if getattr(stream, "errors", None) in ("strict", "backslashreplace"):
            stream.reconfigure(errors=_PLAINLY)  # type: ignore[union-attr]


class _Told(logging.Handler):
    """Notes of the readers, on standard error; of countless like ones the first."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Counter[str]()

    def emit(self, record: logging.LogRecord) -> None:
        """Print a note."""
        args = record.args if isinstance(record.args, tuple) else ()
        alike = f"{record.msg}{args[1:]}"
        self._count[alike] += 1
        if self._count[alike] <= MOST_TOLD and len(self._count) < MOST_TOLD * MOST_TOLD:
            kind = "warning: " if record.levelno >= logging.WARNING else ""
            print(f"bias: {kind}{harmless(record.getMessage())}", file=sys.stderr)


@contextmanager
def telling(quiet: bool = False) -> Iterator[None]:
    """Print what the package notes while it reads; where asked to be quiet, warnings only."""
    log, handler = logging.getLogger("bias"), _Told()
    before = log.level, log.propagate
    log.addHandler(handler)
    log.propagate = False
    log.setLevel(logging.WARNING if quiet else logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.level, log.propagate = before
