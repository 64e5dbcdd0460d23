"""What the PDFs say: searchable text, bookmarks, fixed properties."""

import io

import pypdf
import pytest
from report_cases import CASES, PARAGRAPHS, SCRIPTS, analysis_of, corpus

from bias.corpus.corpus import Corpus
from bias.corpus.tables import article_row, frame_of
from bias.report.print.article_pages import SideNotes, article_pages
from bias.report.print.article_pdf import article_pdf
from bias.report.print.pages import Pages
from bias.report.print.summary import summary_pdf
from bias.report.subject import Subject

"""Seconds of processor time for one article's PDF."""


def opened(case: str) -> pypdf.PdfReader:
    """Return one case's PDF, opened."""
    return pypdf.PdfReader(io.BytesIO(article_pdf(Subject(CASES[case]()))))


def words(reader: pypdf.PdfReader) -> str:
    """Return all words of a PDF, blanks evened."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_text_is_searchable() -> None:
    """Every word of the article, every listed reason and every score can be found."""
    found, analysis = words(opened("ferry")), analysis_of()
    bare = "".join(c for c in found if c.isalpha())
    for paragraph in analysis.paragraphs:
        for word in paragraph.of(analysis.text).split():
            assert "".join(c for c in word if c.isalpha()) in bare
    for reason in ("a violent verb for criticism", "names a plan by its alleged motive"):
        assert reason in found
    assert "90 % interval 0.41 to 0.78" in found
    assert "undefined" in found


def test_properties() -> None:
    """Title, outlet, rating and language are set, no date is, and bookmarks lead to the parts."""
    reader = opened("ferry")
    assert reader.metadata is not None
    assert reader.metadata.title == analysis_of().headline
    assert reader.metadata.author == "The Shore Gazette"
    assert reader.metadata.subject is not None
    assert "rating 0.62, moderate" in reader.metadata.subject
    assert "loaded verb" in reader.metadata["/Keywords"]
    assert reader.metadata.creation_date is None
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert [item.title for item in reader.outline][:2] == [  # type: ignore[union-attr]
        "At a glance", "The article, with its evidence in place",
    ]  # fmt: skip


def test_notes_end_above_the_measures() -> None:
    """Notes that reach below a short article push the next part down."""
    pages = Pages("", first=2)
    article_pages(pages, Subject(analysis_of(paragraphs=PARAGRAPHS[4:5], roles={}), top=8))
    notes = SideNotes(pages, Subject(analysis_of()))
    notes.free = pages.y + 50
    notes.finish()
    assert pages.y == notes.free
    assert pages.bytes()  # closes the font files


def test_usual_length() -> None:
    """A usual article takes two to four pages."""
    assert 2 <= len(opened("ferry").pages) <= 4


def test_long_article() -> None:
    """A feature of six thousand words is set to its last word."""
    reader = opened("long")
    assert len(reader.pages) > 4
    assert words(reader).count("The harbour board voted 5 to 4") == 25


def test_unknown_scripts_become_words() -> None:
    """What the fonts lack is named; what they have is set."""
    found = words(opened("scripts"))
    for said in ("[slightly smiling face]", "[4 CJK characters]", "[4 Hebrew characters]", "Łódź"):
        assert said in found
    assert "Ковалёв" in found
    assert "$5 and another of $7" in found
    assert SCRIPTS


def test_unrated_says_why() -> None:
    """An article without a rating shows the reason, not a zero."""
    found = words(opened("no-body"))
    assert "not rated" in found
    assert "too short to rate" in found
    assert "0.00" not in found


@pytest.mark.parametrize("outlets", [3, 60])
def test_summary(outlets: int) -> None:
    """Every outlet stands in the summary, small ones marked, however many there are."""
    rows = [article_row(a.article.id, a) for a in corpus(outlets)]
    found = words(pypdf.PdfReader(io.BytesIO(summary_pdf(Corpus(frame_of(rows))))))
    for outlet in (0, outlets - 1):
        assert f"Outlet {outlet:02} Daily News" in found
    assert "not given" in found
    assert "few" in found
