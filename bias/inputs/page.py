"""Read a web page: the article trafilatura finds, and what the page says about each block."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Protocol

from bias.document.article import Article, Block
from bias.errors import ReadError
from bias.inputs.blocks import Cut, cut_blocks
from bias.inputs.bounds import bound
from bias.inputs.cards import find_cards
from bias.inputs.chunks import with_chunks
from bias.inputs.columns import Columns
from bias.inputs.decode import decode_page
from bias.inputs.extractor import text_of
from bias.inputs.headline import is_headline
from bias.inputs.imprint import read_imprint
from bias.inputs.limits import LARGEST, MOST_ELEMENTS, MOST_TAGS, check_count, whole
from bias.inputs.markup import parse
from bias.inputs.matching import find_extracted
from bias.inputs.mending import mend_letters
from bias.inputs.plain import article_of_text
from bias.inputs.record import Origin
from bias.inputs.refusal import RAW_LIMIT
from bias.inputs.region import keep_blocks

COVERED_SHARE = 0.5
"""Share of the extracted text that must be found among the page's blocks; else the text stands
alone, as on pages that carry it in a script only."""

_TAG = re.compile(
    r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL
)
_ELEMENT = re.compile(r"<[a-zA-Z!/][^<]*>")


class About(Protocol):
    """What is known of an article from elsewhere."""

    def told_of(self, article: Article) -> Article:
        """Return the article with it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as it was saved, still to be read."""

    data: bytes
    origin: Origin
    """Of the file it stands in."""
    line: int | None = None
    """Its number among the records of a web archive, from 1."""
    charset: str | None = None
    """The encoding its server named."""
    extra: tuple[tuple[str, str], ...] = ()
    """What its archive says of it: fields of `Article.extra`."""
    url: str | None = None
    """Where it was fetched, if that is known."""
    about: "About | None" = None
    """What a table beside the files says of it."""

    @property
    def beginning(self) -> str:
        """What is kept of it when it is refused."""
        return self.data[:RAW_LIMIT].decode("utf-8", "replace")

    def read(self) -> Article:
        """Return the article in it; raises what `refusal.FAILURES` names."""
        text = decode_page(self.data, self.charset)
        article = article_of_page(text, self.origin.at(self.line))
        extra = {**article.extra, **dict(self.extra)}
        article = replace(article, url=article.url or self.url, extra=extra)
        return self.about.told_of(article) if self.about else article


def read_html(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Iterator[Page]:
    """Read a `.html` file."""
    yield Page(whole(stream, "the page", LARGEST), origin)


def article_of_page(text: str, origin: Origin) -> Article:
    """Turn a page's markup into an article; without any markup it is read as plain text."""
    check_count(text.count("<"), "tags", MOST_TAGS)
    tree = parse(text) if _ELEMENT.search(text) else None
    if tree is None:
        return _article_without_tree(text, origin)
    bound(tree)
    held = list(tree.iter())  # lxml makes an element anew at each visit unless someone holds it
    check_count(len(held), "elements", MOST_ELEMENTS)
    cuts = list(cut_blocks(tree))
    imprint = read_imprint(tree, cuts)
    told = [
        pair
        for pair in _paragraphs(cuts, text_of(tree, len(held)))
        if not is_headline(pair[0], imprint.headline)
    ]
    headline, *done = map(mend_letters, [imprint.headline, *(text for text, _ in told)])
    return Article(
        headline=headline.text,
        body="\n\n".join(paragraph.text for paragraph in done),
        id=origin.stem,
        outlet=imprint.outlet,
        date=imprint.date,
        url=imprint.url,
        source=origin.name,
        extra={"authors": imprint.authors} if imprint.authors else {},
        blocks=tuple(block for _, block in told),
        mended=tuple(dict.fromkeys(note for part in (headline, *done) for note in part.told)),
    )


def _article_without_tree(text: str, origin: Origin) -> Article:
    """Read what stands between the tags, if any: for plain text and what cannot be parsed."""
    plain = unescape(_TAG.sub("\n\n", text)) if _ELEMENT.search(text) else text
    if not plain.strip():
        raise ReadError("the page shows no text. Check that it was saved whole.")
    return article_of_text(plain, origin)


def _paragraphs(cuts: list[Cut], extracted: str) -> list[tuple[str, Block]]:
    """Return the article's paragraphs and what the page says about each."""
    if not extracted:
        return keep_blocks(cuts, [True] * len(cuts))
    marks = find_extracted(cuts, extracted)
    covered = sum(len(cut.text) for cut, mark in zip(cuts, marks, strict=True) if mark)
    if covered < COVERED_SHARE * len(extracted):
        return [
            (" ".join(line.split()), Block()) for line in extracted.splitlines() if line.strip()
        ]
    marks = with_chunks(cuts, marks)
    return keep_blocks(cuts, marks, find_cards(cuts, marks))
