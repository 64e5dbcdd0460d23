"""Read the text of a Word document, through python-docx."""

import io
from collections.abc import Iterator
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.office.package import FAULTS, opened
from bias.inputs.plain import articles_of_text
from bias.inputs.record import Origin

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_WORD}p"
_SIGNS = {
    f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-",
    f"{_WORD}softHyphen": "",
}  # fmt: skip
_TEXT = f"{_WORD}t"
_SKIPPED = frozenset(
    {
        f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}pPr", f"{_WORD}rPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)  # fmt: skip
"""What was struck out, and what stands there twice."""


def read_docx(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.docx` file: an article, or all those of an archive's export.

    Tracked changes are taken as accepted; comments, notes and page heads are left out.
    """
    package = opened(stream, ".docx")
    from docx import Document

    try:
        body = Document(package).element.body
        paragraphs = [text for text in map(str.strip, _paragraphs(body)) if text]
    except FAULTS as error:
        raise ReadError(f"it is no sound .docx file ({error}). Save it again.") from error
    yield from articles_of_text("\n\n".join(paragraphs), origin)


def _paragraphs(body: Any) -> Iterator[str]:
    """Yield each paragraph's text; one in a text box stands before that which holds the box."""
    from lxml import etree

    walker = etree.iterwalk(body, events=("start", "end"))
    held: list[list[str]] = []
    for event, element in walker:
        tag, opens = element.tag, event == "start"
        if opens and tag in _SKIPPED:
            walker.skip_subtree()
        elif tag == _PARAGRAPH and opens:
            held.append([])
        elif tag == _PARAGRAPH:
            yield "".join(held.pop())
        elif opens and held:
            held[-1].append(_SIGNS.get(tag) or (element.text or "" if tag == _TEXT else ""))
