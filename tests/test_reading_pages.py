"""Reading web pages: article text, headline, and what the page says about each block."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from bias.document.article import Block
from bias.document.paragraphs import split_paragraphs
from bias.document.segment import segment
from bias.errors import ReadError
from bias.inputs import read_article
from bias.inputs.blocks import cut_blocks
from bias.inputs.limits import MOST_ELEMENTS, MOST_TAGS
from bias.inputs.markup import DEEPEST, parse
from bias.inputs.matching import find_extracted
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.inputs.region import LONGEST_NAMES, keep_blocks
from bias.words.cut import tidy

PROMO = Path(__file__).parent / "cases" / "reading" / "promo.html"
STORY = "The board met on Monday and agreed to repair the old pier before the summer season. " * 3


def read(markup: str):
    """Read a page's markup."""
    return article_of_page(markup, Origin("page.html", "page"))


def blocks_of(article) -> dict[str, Block]:
    """Return each paragraph's block; there must be one each."""
    paragraphs = split_paragraphs(tidy(article.body))
    assert len(paragraphs) == len(article.blocks) == len(segment(article).paragraphs)
    return dict(zip(paragraphs, article.blocks, strict=True))


def starting(blocks: dict[str, Block], start: str) -> Block:
    """Return the block of the one paragraph that starts so."""
    (found,) = (block for text, block in blocks.items() if text.startswith(start))
    return found


def test_metadata_and_headline():
    """The page names headline, outlet, date, address and author; the headline is not repeated."""
    article = read_article(PROMO)
    assert article.headline == "Harbour Ferry Returns After Repairs"
    assert (article.outlet, article.date) == ("The Tidewater Post", "2024-03-05")
    assert article.url == "https://tidewater.example/news/ferry"
    assert article.extra == {"authors": "Nora Quill"}
    assert article.headline not in article.body
    assert article.id == "promo"


def test_inserts_are_kept_with_their_evidence():
    """Promo lines, boxes and captions stay as paragraphs of their own and are told apart."""
    blocks = blocks_of(read_article(PROMO))
    promo = starting(blocks, "RELATED:")
    assert promo.link_share == promo.emphasis_share == 1.0
    signup = starting(blocks, "Get the morning")
    assert signup.aside
    assert not signup.extracted
    assert "newsletter signup" in signup.classes
    assert starting(blocks, "The ferry at its berth").tag == "figcaption"
    assert starting(blocks, "Costs shared").tag == "h2"
    story = starting(blocks, "The three towns")
    assert story.extracted
    assert not story.aside
    assert story.link_share == story.emphasis_share == 0.0
    assert list(blocks) == sorted(blocks, key=read_article(PROMO).body.index)


@pytest.mark.parametrize(
    "absent", ["Sport pages", "Copyright", "Invisible tracking", "script text", "color: red"]
)
def test_furniture_is_left_out(absent):
    """Navigation, footer, hidden nodes, scripts and styles do not reach the article."""
    assert absent not in read_article(PROMO).body


@pytest.mark.parametrize(
    ("inside", "paragraphs"),
    [
        ("A one.<br><br>B two.", ["A one.", "B two."]),
        ("A one.<br>B two.", ["A one.", "B two."]),
        ("A line that<br>goes on.", ["A line that goes on."]),
        ("A <b>bold</b>\n\n  <i>word</i>.", ["A bold word."]),
        ("<div>A one.<p>B two.</p>C three.</div>", ["A one.", "B two.", "C three."]),
        ("<ul><li>A one.</li><li>B two.</li></ul>", ["A one.", "B two."]),
        ("A\u00a0one.<p>\u00a0</p><p>\u200b</p>", ["A\u00a0one."]),
        ("<template>x</template>A<!-- c --> one.", ["A one."]),
    ],
)
def test_what_makes_a_paragraph(inside, paragraphs):
    """Blocks and line breaks part paragraphs; inline markup, white space and comments do not."""
    body = read(f"<article><p>{STORY}</p>{inside}<p>{STORY} End.</p></article>").body
    assert body.split("\n\n")[1:-1] == paragraphs


def test_a_teaser_that_repeats_the_story_is_not_extracted_twice():
    """Each stretch of extracted text belongs to one block only, the longest one."""
    first = "The board met on Monday and agreed to repair the old pier."
    page = f"<div><h2>{first}</h2><p>{first} It opens in May.</p><p>Elsewhere.</p></div>"
    cuts = list(cut_blocks(html.fromstring(page)))
    assert find_extracted(cuts, f"{first} It opens in May.") == [False, True, False]


HEADLINES = [
    ("<title>Pier to Be Repaired | Bay News</title>", "Pier to Be Repaired"),
    ("<title>Bay News | Breaking</title><h1>Pier to Be Repaired</h1>", "Pier to Be Repaired"),
    ("<title>Pier to Be Repaired - Bay News</title><h1>Bay News</h1><h2>Pier to Be Repaired</h2>",
     "Pier to Be Repaired"),
    ('<meta property="og:title" content="Pier: Repaired - at Last"><title>x</title>',
     "Pier: Repaired - at Last"),
    ('<meta property="og:title" content="Pier Repaired - Bay News">'
     '<meta property="og:site_name" content="Bay News">', "Pier Repaired"),
    ("<title>Bay News</title><h3>Pier to Be Repaired</h3>", "Pier to Be Repaired"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "headline"), HEADLINES)
def test_headline(markup, headline):
    """The headline is the one the page shows, without the name of its site."""
    assert (
        read(f"<html>{markup}<div><p>{STORY}</p><p>{STORY}</p></div></html>").headline == headline
    )


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "iso-8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="shift_jis"?>', "shift_jis"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="no-such-code">', "cp1252"),
        *((f'<meta charset="{code}">', "cp1252") for code in ("hex", "zlib", "rot13", "punycode")),
        ("", "utf-8"),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-16"),
    ],
)
def test_declared_encodings(tmp_path, declared, encoding):
    """A page that is not UTF-8 is read as it declares, else as Windows-1252."""
    word = {"iso-8859-2": "łódź", "cp1251": "мост", "shift_jis": "橋"}.get(encoding, "café")
    path = tmp_path / "a.html"
    path.write_bytes(f"{declared}<html><p>{STORY}</p><p>{word} {STORY}</p></html>".encode(encoding))
    assert word in read_article(path).body


BROKEN = [
    "<div>" * 15_000 + STORY,
    "<b>" * 5_000 + f"<p>{STORY}",
    f"<p>{STORY}<p>{STORY}</div></table></p><td>",
    f"<title>{STORY}<p>{STORY}</p>",
    f"<p>{STORY}\0\x01</p><p>&#0;&#xD800;&nbsp;x",
    f"<html><body><p onclick='>'>{STORY}</p><![CDATA[x]]>",
    f"<frameset><frame></frameset><p>{STORY}</p>",
    f"<p>{STORY}</p>" * 2_000,
]


@pytest.mark.parametrize("markup", BROKEN, ids=range(len(BROKEN)))
def test_broken_pages_do_not_crash(markup):
    """Deep, unclosed and malformed markup still gives the text."""
    article = read(markup)
    blocks_of(article)
    assert "board met on Monday" in article.headline + article.body


DEEP = {
    "divs": ("<div>", "</div>"),
    "spans": ("<p><span>", "</span></p>"),
    "tables": ("<table><tr><td>", "</td></tr></table>"),
    "unclosed": ("<blockquote>", ""),
}


@pytest.mark.parametrize("levels", [300, 2_000])
@pytest.mark.parametrize(("opening", "closing"), DEEP.values(), ids=DEEP)
def test_deep_pages_are_flattened(opening, closing, levels):
    """However deep elements nest, each paragraph is read, and the tree stays shallow."""
    markup = f"{opening * levels}<p>{STORY}</p><p>It opens in May.</p>{closing * levels}"
    tree = parse(markup)
    assert max(len(list(e.iterancestors())) for e in tree.iter()) < DEEPEST
    assert [cut.text for cut in cut_blocks(tree)] == [STORY.strip(), "It opens in May."]
    assert STORY.strip() in read(markup).body


def test_text_without_markup():
    """A page without any markup is plain text: headline, then body, no blocks."""
    article = read("Pier to be repaired\n\n1 < 2 said the board.")
    assert (article.headline, article.body) == ("Pier to be repaired", "1 < 2 said the board.")
    assert article.blocks == ()


LARGE = {
    "breaks": "<br>",
    "spans": "<span></span>",
    "links": "<a href='/x'>more</a> ",
    "boxes": "<div>",
    "tables": "<table><tr><td>",
}


@pytest.mark.parametrize("piece", LARGE.values(), ids=LARGE)
def test_a_page_of_too_many_elements_is_refused(piece):
    """A page beyond the limit is refused at once, and the reason names the limit."""
    with pytest.raises(ReadError, match=r"at most 20,000 are read"):
        read(f"<p>{STORY}</p>{piece * MOST_ELEMENTS}")
    with pytest.raises(ReadError, match=r"at most 200,000 are read"):
        read(f"<p>{STORY}</p>{piece * MOST_TAGS}")


def test_a_large_page_keeps_its_inline_markup_as_evidence():
    """What is made simpler for the extractor is the extractor's copy only."""
    blocks = blocks_of(read(f"<div>{f'<p>{STORY} <b>Read more</b></p>' * 3_000}</div>"))
    block = starting(blocks, "The board met")
    assert block.extracted
    assert block.emphasis_share > 0.0


def test_names_around_a_block_are_bounded():
    """Deeply nested boxes with endless class names do not add up without end."""
    box = f"<div class='{'word ' * 500}'>"
    markup = f"<article>{f'<p>{STORY}</p>' * 9}{box * 40}<p>The pier is old.</p></article>"
    tree = html.fromstring(markup)
    held, cuts = list(tree.iter()), list(cut_blocks(tree))
    kept = keep_blocks(cuts, [True] * len(cuts))
    assert len(held) > len(kept)
    assert 0 < len(dict(kept)["The pier is old."].classes) <= LONGEST_NAMES


PIECES = [
    "<p>", "</p>", "<div class='Related'>", "</div>", "<br>", "<a href=x>", "</a>", "<b>", "<td>",
    "<h1>", "</h1>", "\r\n\n", "Text here. ", "\u2028", "\x0b\x1c", "\u00a0", "&lt;", STORY,
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_blocks_stay_parallel_to_paragraphs(pieces):
    """Whatever the markup, there is one block for each paragraph of the body."""
    try:
        article = read("".join(pieces))
    except ReadError:
        return
    if article.blocks:
        assert len(article.blocks) == len(segment(article).paragraphs)
    for block in article.blocks:
        assert 0.0 <= block.link_share <= 1.0
        assert 0.0 <= block.emphasis_share <= 1.0


DATA = Path(os.environ.get("BIAS_DATA", Path(__file__).parents[1] / ".." / "shared" / "data"))
BENCHMARK = DATA / "web-content-blocks" / "scrapinghub-html.tar.xz"


@pytest.mark.skipif(not BENCHMARK.exists(), reason="needs the article extraction benchmark")
def test_article_text_is_at_least_as_good_as_the_extractors():
    """On every sixth page of the benchmark, our blocks lose nothing against the extractor alone."""
    import gzip
    import json
    import tarfile
    from collections import Counter

    import trafilatura

    from bias.inputs.decode import decode_page

    def f1(text: str, gold: str) -> float:
        ours, theirs = Counter(text.lower().split()), Counter(gold.lower().split())
        return 2 * sum((ours & theirs).values()) / max(1, ours.total() + theirs.total())

    ours, plain = [], []
    with tarfile.open(BENCHMARK) as archive:
        files = {Path(m.name).name: m for m in archive.getmembers() if m.isfile()}
        truth = json.load(archive.extractfile(files["ground-truth.json"]))
        for page in sorted(truth)[::6]:
            markup = decode_page(
                gzip.decompress(archive.extractfile(files[f"{page}.html.gz"]).read())
            )
            gold = truth[page]["articleBody"]
            article = read(markup)
            pairs = zip(article.body.split("\n\n"), article.blocks, strict=True)
            kept = (text for text, block in pairs if block.extracted)
            ours.append(f1("\n".join(kept), gold))
            plain.append(f1(trafilatura.extract(markup, include_comments=False) or "", gold))
    assert sum(ours) / len(ours) > sum(plain) / len(plain) - 0.002
