"""What could not be read, and why."""

import json
import zlib
from dataclasses import asdict, dataclass

from bias.errors import ReadError

RAW_LIMIT = 10_000
"""Characters of a refused record that are kept: most articles whole, so that they can be mended."""

FAILURES = (ReadError, OSError, EOFError, zlib.error, UnicodeError, LookupError)
"""What a reader may raise about its input; `explain` puts each into words."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One record or one whole input that was not read; the others are."""

    source: str
    """The input as given: a path, or `-` for standard input."""
    line: int | None
    """Line of a `.jsonl`, row of a table or item of a list, from 1; None for a whole input."""
    reason: str
    """What came, what is allowed, and what to do."""
    raw: str = ""
    """The beginning of the refused record."""

    def __str__(self) -> str:
        """Return place and reason as one line of text."""
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.reason}"

    def as_line(self) -> bytes:
        """Return it as one line of JSON."""
        fields = asdict(self) | {"raw": self.raw[:RAW_LIMIT]}
        return (json.dumps(fields, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def explain(error: BaseException) -> str:
    """Say in a sentence why reading an input failed.

    >>> explain(FileNotFoundError(2, "No such file or directory"))
    'there is no such file or folder. Check the path.'
    """
    match error:
        case ReadError():
            return str(error)
        case FileNotFoundError():
            return "there is no such file or folder. Check the path."
        case PermissionError():
            return "no permission to read it. Change its permissions or copy it."
        case EOFError() | zlib.error():
            return "the gzip data are damaged or end early. Fetch or compress the file again."
        case UnicodeError():
            return f"the text does not fit its encoding ({error}). Save it as UTF-8."
        case _:
            return f"it cannot be read ({error}). Check that the file is whole."
