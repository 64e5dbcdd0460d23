"""Read Rich Text, through striprtf."""

import io
import re
from collections.abc import Iterator

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.limits import LARGEST, whole
from bias.inputs.plain import articles_of_text
from bias.inputs.record import Origin

_FAULTS = (ValueError, TypeError, LookupError, OverflowError)
_LINK = re.compile("HYPERLINK")
_SURROGATES = re.compile("[\ud800-\udfff]+")


def read_rtf(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.rtf` file: an article, or all those of an archive's export."""
    source = whole(stream, "the file", LARGEST).decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise ReadError("it is no Rich Text: that begins with {\\rtf. Correct its suffix.")
    text = _text(source)
    if not text.strip():
        raise ReadError("the file holds no text. An article needs a headline or a body.")
    yield from articles_of_text(re.sub(r"\n\s*", "\n\n", text), origin)


def _text(source: str) -> str:
    """Return the text; of a link what is shown, without its address."""
    from striprtf.striprtf import rtf_to_text

    try:
        found: str = rtf_to_text(_LINK.sub("LINK", source), errors="replace")
    except _FAULTS as error:
        raise ReadError(f"it is no sound Rich Text ({error}). Save it again.") from error
    return _SURROGATES.sub(_joined, found)


def _joined(match: re.Match[str]) -> str:
    """Return the characters whose halves stand there."""
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
