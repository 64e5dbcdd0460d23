"""An article's PDF: the drawn first page, then text, measures and method."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from bias.charts.fonts import printable
from bias.charts.style import number, shorten
from bias.report.print.article_pages import article_pages
from bias.report.print.card import page_one
from bias.report.print.measure_pages import measure_pages, method_pages
from bias.report.print.pages import Pages
from bias.version import __version__

if TYPE_CHECKING:
    from bias.report.subject import Subject

RUNNING_LENGTH = 95
TITLE_LENGTH = 300
"""Of a title and any other property, in characters."""
NO_FACTS: Mapping[str, str] = MappingProxyType({})


def article_pdf(subject: "Subject") -> bytes:
    """Return the whole report of one article as a PDF; equal input, equal bytes."""
    pages = Pages(shorten(printable(subject.title, "sans"), RUNNING_LENGTH), first=2)
    article_pages(pages, subject)
    measure_pages(pages, subject)
    method_pages(pages, subject)
    parts, facts = [page_one(subject), pages.bytes()], properties(subject)
    return join(parts, subject.title, pages.chapters, after=1, facts=facts)


def properties(subject: "Subject") -> dict[str, str]:
    """Return what a library's catalogue shows of the document: author, subject, keywords."""
    analysis, article = subject.analysis, subject.analysis.article
    rating = analysis.rating
    told = "not rated" if rating.bias is None else f"rating {number(rating.bias)}, {rating.band}"
    found = dict.fromkeys(item.cue.category.replace("_", " ") for item in subject.evidence)
    known = {
        "/Author": article.outlet or "",
        "/Subject": f"Bias report: {told} · {subject.facts()}",
        "/Keywords": ", ".join(("media bias", *found)),
    }
    return {name: shorten(words, TITLE_LENGTH) for name, words in known.items() if words}


def join(
    parts: list[bytes],
    title: str,
    chapters: list[tuple[str, int]],
    after: int,
    facts: Mapping[str, str] = NO_FACTS,
) -> bytes:
    """Join PDFs and give them a title and bookmarks.

    Parameters
    ----------
    parts
        In order.
    title
        For the document's properties and the first bookmark.
    chapters
        Title and page, counted from 0 after the first `after` pages.
    after
        How many pages stand before those that `chapters` counts.
    facts
        Further properties, such as `/Author`.
    """
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part), import_outline=False)
    title = shorten(title, TITLE_LENGTH)
    writer.metadata = None
    made = {"/Creator": "bias", "/Producer": f"bias {__version__}"}
    writer.add_metadata({"/Title": title, **facts, **made})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    writer.add_outline_item(title="At a glance", page_number=0)
    for name, page in chapters:
        writer.add_outline_item(title=name, page_number=page + after)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
