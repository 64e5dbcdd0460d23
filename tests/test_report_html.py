"""The HTML reports: complete, self-contained, and deaf to hostile text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from report_cases import CASES, CUES, RATING, analysis_of, corpus

from bias.corpus.corpus import Corpus
from bias.corpus.tables import article_row, frame_of
from bias.features.headline.devices import DEVICES
from bias.features.headline.gap import UNSUPPORTED_NAME
from bias.features.loaded.extractor import CATEGORIES
from bias.features.loaded.here import UNLISTED
from bias.lists.terms import shipped_list
from bias.models.lean import Lean
from bias.rating.rate import Driver
from bias.report.html.article import article_html
from bias.report.html.index import index_html
from bias.report.html.kinds import MEANINGS, Kinds
from bias.report.subject import Subject
from bias.roles import PROMO_INSERTS

HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    "' onmouseover=alert(3) </title></style>"
)
VOID = {"meta", "br", "input", "link"}
THIRD_OF_A_MEGABYTE, FIVE_MEGABYTES = 300_000, 5_000_000


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
        if self.open and self.open[-1] not in {"style", "title", "script"}:
            self.words += data


def told(source: bytes) -> dict[str, list[list[Any]]]:
    """Return the data block that the marks' notes come from."""
    found = re.search(rb'<script type="application/json" id="cues">(.*?)</script>', source)
    assert found
    data: dict[str, list[list[Any]]] = json.loads(found[1])
    return data


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
    """Every cue has its place in the text and its reason in the page."""
    source = article_html(Subject(analysis_of()))
    data, places = told(source), set()
    for _, attributes in Page(source).tags:
        places |= {int(place) for place in str(attributes.get("data-c", "")).split()}
    assert len(data["cues"]) == len(CUES)
    assert places == set(range(len(CUES)))
    reasons = {data["notes"][cue[1]] for cue in data["cues"]}
    assert reasons == {note for *_, note in CUES}


def test_meanings() -> None:
    """Every category of evidence is explained, wherever it is defined."""
    names = [path.stem for path in (Path(__file__).parent.parent / "lexicons").glob("*.tsv")]
    listed = {term.category for name in names for term in shipped_list(name).terms}
    listed -= {"literal", "identity", "report_verb", "deed"}  # these make no cues of their own
    other = {"loaded_report_verb", "quotation", UNLISTED, "clickbait", UNSUPPORTED_NAME}
    other |= {"agentless_passive", "contrast", "sentence"}
    assert {*listed, *DEVICES, *CATEGORIES, *PROMO_INSERTS, *other} == set(MEANINGS)


def test_calm_kinds() -> None:
    """Certainty and doubt, and cues that weigh next to nothing, are marked on request only."""
    shown = {kind.category: kind.shown for kind in Kinds(analysis_of()).all}
    assert not shown["hedge"]
    assert not shown["neutral_verb"]
    assert shown["loaded_label"]
    assert shown["unnamed_source"]


def test_small() -> None:
    """A long feature stays under 300 kB and an index of 1,000 articles under 5 MB."""
    assert len(article_html(Subject(CASES["long"]()))) < THIRD_OF_A_MEGABYTE
    rows = [article_row(a.article.id, a) for a in corpus(5)]
    many = [
        {**row, "article": f"{row['article']}-{n}"} for n in range(1000 // 21 + 1) for row in rows
    ]
    assert len(index_html(Corpus(frame_of(many)))) < FIVE_MEGABYTES


@pytest.mark.parametrize("where", ["headline", "outlet", "url", "id", "source", "date"])
def test_hostile_text(where: str) -> None:
    """Scripts and handlers in any field are shown as words and never become tags."""
    page = Page(article_html(Subject(analysis_of(**{where: HOSTILE}))))  # type: ignore[arg-type]
    assert not {tag for tag, _ in page.tags} & {"img", "iframe", "object"}
    assert [tag for tag, _ in page.tags].count("script") == 2
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
    """Nothing is loaded: no source, no style sheet, no import; and the policy forbids it.

    What runs is named by its digest: neither 'unsafe-inline' nor a host is allowed.
    """
    source = article_html(Subject(analysis_of())).decode("utf-8")
    assert "unsafe-inline" not in source
    assert " style=" not in source
    page = Page(source.encode())
    assert any("default-src 'none'" in str(a.get("content")) for _, a in page.tags)
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
    assert [tag for tag, _ in page.tags].count("script") == 1


def test_index_without_comparison() -> None:
    """With one outlet, or none known, there is nothing to compare and nothing is said."""
    rows = [article_row(str(n), analysis_of(outlet=None)) for n in range(3)]
    page = Page(index_html(Corpus(frame_of(rows))))
    assert "By outlet" not in page.words
    assert "Words that set them apart" not in page.words


def test_index_without_pages() -> None:
    """An article without a page of its own is listed and leads nowhere."""
    frame = frame_of([article_row(a.article.id, a) for a in corpus(2, each=2)])
    page = Page(index_html(Corpus(frame.assign(page=False))))
    assert not [a for tag, a in page.tags if tag == "a" and str(a["href"]).endswith(".html")]


def test_lean_stands_apart() -> None:
    """Whose wording it resembles is told outside the rating; unknown, nothing is said of it."""
    lean = Lean(left=0.2, center=0.2, right=0.6)
    page = article_html(Subject(replace(analysis_of(), lean=lean))).decode()
    parts = re.findall(r'<section id="(\w+)".*?</section>', page, re.DOTALL)
    told = [
        m for m in re.findall(r"<section.*?</section>", page, re.DOTALL) if "right outlets" in m
    ]
    assert "lean" in parts
    assert len(told) == 1
    assert 'id="rating"' not in told[0]
    assert "resembles" not in article_html(Subject(analysis_of())).decode()


def test_drivers_lead_to_sentences() -> None:
    """Each place named beside a driver is a sentence of the page."""
    rating = replace(RATING, drivers=(Driver("headline", 0.9, 1.0), Driver("loaded", 0.6, 1.0)))
    page = article_html(Subject(analysis_of(rating=rating))).decode()
    spans = re.findall(r'<span class="places">(.*?)</span>', page)
    links = re.findall(r'href="#(s\d+)"', "".join(spans))
    assert links
    assert all(f'id="{name}"' in page for name in links)
