"""Readers of one article in plain text or Markdown: the first line with words is the headline."""

import io
from collections.abc import Iterator

from bias.document.article import Article
from bias.inputs.decode import text_lines
from bias.inputs.limits import LARGEST, whole
from bias.inputs.record import Columns, Origin


def read_text(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.txt` file."""
    with text_lines(stream, newline=None) as lines:
        yield article_of_text(whole(lines, "the file", LARGEST), origin)


def read_markdown(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.md` file; the headline loses its `#` marks."""
    with text_lines(stream, newline=None) as lines:
        yield article_of_text(whole(lines, "the file", LARGEST).lstrip().lstrip("#"), origin)


def article_of_text(text: str, origin: Origin) -> Article:
    """Part a text into headline and body."""
    headline, _, body = text.strip().partition("\n")
    return Article(headline.strip(), body.strip(), id=origin.stem, source=origin.name)
