"""The HTML reports: complete, self-contained, and deaf to hostile text."""

from html.parser import HTMLParser

import pytest
from report_cases import CASES, CUES, analysis_of, corpus

from bias.report.html import article_html
from bias.report.html_index import index_html
from bias.report.subject import Subject
from bias.report.summary import Corpus
from bias.report.tables import article_row, frame_of

HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    "' onmouseover=alert(3) </title></style>"
)
VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """Collects tags, attributes and words, and checks that tags are closed in order."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(source.decode("utf-8"))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Check that the last opened tag closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect words."""
        if self.open and self.open[-1] not in {"style", "title"}:
            self.words += data


@pytest.mark.parametrize("case", CASES)
def test_well_formed(case: str) -> None:
    """Every case gives a page whose tags close, whose ids are unique, whose links lead on."""
    page = Page(article_html(Subject(CASES[case]())))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for _, a in page.tags if (a.get("href") or "").startswith("#")}  # type: ignore[index]
    assert targets <= set(ids)


def test_text_kept() -> None:
    """The article's words stand in the page unchanged, marks or not."""
    analysis = analysis_of()
    words = Page(article_html(Subject(analysis, top=1))).words
    assert "She" not in words
    for paragraph in analysis.paragraphs[:1]:
        assert paragraph.of(analysis.text) in words


def test_marks() -> None:
    """Every cue that is not a whole insert is a mark with its reason for eye and ear."""
    page = Page(article_html(Subject(analysis_of())))
    marks = [a for tag, a in page.tags if tag == "mark" and "tabindex" in a]
    reasons = " ".join(str(a["title"]) for a in marks)
    for words, feature, _, _, note in CUES:
        assert feature == "promo" or note in reasons, words
    assert all(a["aria-label"] for a in marks)


@pytest.mark.parametrize("where", ["headline", "outlet", "url", "id", "source", "date"])
def test_hostile_text(where: str) -> None:
    """Scripts and handlers in any field are shown as words and never become tags."""
    page = Page(article_html(Subject(analysis_of(**{where: HOSTILE}))))  # type: ignore[arg-type]
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "link"}
    assert not [name for _, a in page.tags for name in a if name.startswith("on")]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "http://[bad", "//x.org"],
)
def test_hostile_address(url: str) -> None:
    """Only web addresses become links."""
    page = Page(article_html(Subject(analysis_of(url=url))))
    links = [str(a["href"]) for tag, a in page.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)


def test_self_contained() -> None:
    """Nothing is loaded: no source, no style sheet, no import; and the policy forbids it."""
    source = article_html(Subject(analysis_of())).decode("utf-8")
    page = Page(source.encode())
    assert "default-src 'none'" in source
    assert "url(" not in source
    assert "@import" not in source
    assert not [a for _, a in page.tags if "src" in a]


def test_index() -> None:
    """The index leads to every article and survives hostile outlets and titles."""
    analyses = [*corpus(2, each=2), analysis_of(id="x", outlet=HOSTILE, headline=HOSTILE)]
    rows = [article_row(a.article.id, a) for a in analyses]
    page = Page(index_html(Corpus(frame_of(rows), title=HOSTILE)))
    links = {a["href"] for tag, a in page.tags if tag == "a"}
    assert {f"{a.article.id}.html" for a in analyses} <= links
    assert "script" not in {tag for tag, _ in page.tags}
