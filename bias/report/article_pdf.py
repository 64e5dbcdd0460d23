"""An article's PDF: the drawn first page, then text, measures and method."""

import io
from typing import TYPE_CHECKING

from bias import __version__
from bias.report.article_pages import article_pages
from bias.report.card import page_one
from bias.report.fonts import printable
from bias.report.measure_pages import measure_pages, method_pages
from bias.report.pages import Pages
from bias.report.style import shorten

if TYPE_CHECKING:
    from bias.report.subject import Subject

RUNNING_LENGTH = 95
TITLE_LENGTH = 300


def article_pdf(subject: "Subject") -> bytes:
    """Return the whole report of one article as a PDF; equal input, equal bytes."""
    pages = Pages(shorten(printable(subject.title, "sans"), RUNNING_LENGTH), first=2)
    article_pages(pages, subject)
    measure_pages(pages, subject)
    method_pages(pages, subject)
    return join([page_one(subject), pages.bytes()], subject.title, pages.chapters, after=1)


def join(parts: list[bytes], title: str, chapters: list[tuple[str, int]], after: int) -> bytes:
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
    """
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part), import_outline=False)
    title = shorten(title, TITLE_LENGTH)
    writer.metadata = None
    writer.add_metadata({"/Title": title, "/Creator": "bias", "/Producer": f"bias {__version__}"})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    writer.add_outline_item(title="At a glance", page_number=0)
    for name, page in chapters:
        writer.add_outline_item(title=name, page_number=page + after)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
