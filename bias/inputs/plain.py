"""Readers of one article in plain text or Markdown: the first line with words is the headline.

A text that is one long line has none: it is all body.
"""

import io
from collections.abc import Iterator

from bias.document.article import Article
from bias.inputs import markdown
from bias.inputs.columns import ALIASES, Columns
from bias.inputs.decode import text_lines
from bias.inputs.limits import LARGEST, whole
from bias.inputs.record import Origin, article_of

MOST_HEADLINE = 35
"""Words of a headline: none of the 6,000 reference articles has more. A text of one line that is
longer was pasted without its line ends."""


def read_text(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.txt` file."""
    with text_lines(stream, newline=None) as lines:
        yield article_of_text(whole(lines, "the file", LARGEST), origin)


def read_markdown(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.md` file without its marks; front matter may name headline, outlet and date."""
    with text_lines(stream, newline=None) as lines:
        fields, text = markdown.parted(whole(lines, "the file", LARGEST))
    article = article_of_text(markdown.plain(text), origin)
    if not fields:
        yield article
        return
    titles = {fields.get(name, "") for name in ALIASES["headline"]} - {""}
    story = article.body
    if titles and article.headline not in titles:
        story = f"{article.headline}\n\n{story}"
    record = fields if titles else fields | {"headline": article.headline}
    yield article_of(record | {"body": story}, origin, Columns.of(None))


def article_of_text(text: str, origin: Origin) -> Article:
    """Part a text into headline and body; a text of one line that is no headline is all body."""
    headline, _, body = map(str.strip, text.strip().partition("\n"))
    if not body and len(headline.split()) > MOST_HEADLINE:
        headline, body = "", headline
    return Article(headline, body, id=origin.stem, source=origin.name)
