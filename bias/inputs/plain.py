"""Readers of one article in plain text or Markdown: the first line with words is the headline.

A text that is one long line has none: it is all body.
"""

import io
from collections.abc import Iterator
from dataclasses import replace

from bias.document.article import Article, Block
from bias.inputs import markdown
from bias.inputs.columns import ALIASES, Columns
from bias.inputs.decode import text_lines
from bias.inputs.exports import split_export
from bias.inputs.limits import LARGEST, whole
from bias.inputs.mending import mend
from bias.inputs.mending.forum import is_markdown
from bias.inputs.record import Origin, article_of
from bias.inputs.story import story_of
from bias.inputs.top import part_top


def read_text(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.txt` file: an article, or all those of an archive's export."""
    with text_lines(stream, newline=None) as lines:
        yield from articles_of_text(whole(lines, "the file", LARGEST), origin)


def read_markdown(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Article]:
    """Read a `.md` file without its marks; front matter may name headline, outlet and date."""
    with text_lines(stream, newline=None) as lines:
        fields, text = markdown.parted(whole(lines, "the file", LARGEST))
    article = article_of_text(markdown.plain(text), origin)
    if not fields:
        yield article
        return
    titles = {fields.get(name, "") for name in ALIASES["headline"]} - {""}
    above = titles and article.headline not in titles
    record = fields if titles else fields | {"headline": article.headline}
    body = f"{article.headline}\n\n{article.body}".rstrip() if above else article.body
    named = article_of(record | {"body": body}, origin, Columns.of(None))
    yield replace(named, mended=tuple(dict.fromkeys([*article.mended, *named.mended])))


def articles_of_text(text: str, origin: Origin) -> list[Article]:
    """Return the articles of an archive's export, or the one that any other text is."""
    return split_export(text, origin) or [article_of_text(text, origin)]


def article_of_text(text: str, origin: Origin) -> Article:
    """Mend a text and part it into headline and story; a text of one long line is all story."""
    mended = mend(text)
    if is_markdown(mended.text) and len(mended.text) <= markdown.LONGEST:
        told = (*mended.told, "marks of Markdown")
        mended = replace(mended, text=markdown.plain(mended.text), told=told, blocks=())
    top = part_top(mended.text)
    story = story_of(top.headline, top.body, top.fields.get("outlet"))
    above = [f"the {name} above the headline" for name in top.fields]
    return Article(
        headline=story.headline,
        body=story.body,
        id=origin.stem,
        outlet=top.fields.get("outlet"),
        date=top.fields.get("date"),
        url=top.fields.get("url"),
        source=origin.name,
        extra={name: top.fields[name] for name in ("authors", "section") if name in top.fields},
        blocks=_last(mended.blocks, story.body),
        mended=tuple(dict.fromkeys([*mended.told, *story.mended, *above])),
    )


def _last(blocks: tuple[Block, ...], body: str) -> tuple[Block, ...]:
    """Return what the tags say of the story's paragraphs: the last of the text's."""
    from bias.document.paragraphs import split_paragraphs

    count = len(split_paragraphs(body)) if blocks else 0
    return blocks[-count:] if 0 < count <= len(blocks) else ()
