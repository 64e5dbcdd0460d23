"""What a terminal is told: text of an article is shown, never obeyed; numbers are in words."""

import codecs
import logging
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

MOST_TOLD = 10
"""Inputs of which one and the same thing is told."""

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing; tab and line feed pass."""
_PLAIN = {
    "→": "->", "█": "#", "·": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'",
    "’": "'", "„": '"', "•": "*", "\u00a0": " ",
}  # fmt: skip
"""What is written where an encoding lacks a character."""
_PLAINLY = "bias-plainly"


def harmless(text: str) -> str:
    r"""Spell out the characters that a terminal would take for commands.

    >>> print(harmless("Ferry \x1b[31msinks"))
    Ferry \x1b[31msinks
    """
    return _COMMANDS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def counted(number: int, noun: str) -> str:
    """Name a number of things.

    >>> counted(1, "word"), counted(20, "word")
    ('1 word', '20 words')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


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
