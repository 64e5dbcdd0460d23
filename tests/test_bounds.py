"""Inputs made to hurt: the work grows with their size, and nothing is lost without a word."""

import gzip
import io
import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from steps import lines_run

from bias.analysis import analyze
from bias.document.article import Article
from bias.inputs import Refusal, read_articles
from bias.inputs.bounds import MOST_PEOPLE, bound
from bias.inputs.markup import parse
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin

STORY = "The mayor of Hull said on Monday that the plan would go ahead, and the board agreed to it."
BODY = f"<article><h1>Mayor backs plan</h1><p>{STORY}</p><p>{STORY} It met again.</p></article>"
ORIGIN = Origin("a.html", "a")


def name(number: int) -> str:
    """Return a name that no other number has."""
    letters = ""
    for _ in range(4):
        letters += chr(97 + number % 26)
        number //= 26
    return f"{letters.capitalize()} Fox"


def in_json(content: object) -> str:
    """Return a page with metadata for machines."""
    script = f'<script type="application/ld+json">{json.dumps(content)}</script>'
    return f"<html><head><title>Mayor backs plan</title>{script}</head><body>{BODY}</body></html>"


def article_of(authors: object) -> dict[str, object]:
    """Return metadata of an article."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "author": authors}


CROWDS: dict[str, Callable[[int], str]] = {
    "authors": lambda n: in_json(
        article_of([{"@type": "Person", "name": name(i)} for i in range(n)])
    ),
    "names": lambda n: in_json(article_of([name(i) for i in range(n)])),
    "one text": lambda n: in_json(article_of(", ".join(name(i) for i in range(n)))),
    "graph": lambda n: in_json(
        {"@context": "https://schema.org",
         "@graph": [{"@type": "Person", "name": name(i)} for i in range(n)]}
    ),
    "articles": lambda n: in_json(
        {"@context": "https://schema.org",
         "@graph": [article_of({"@type": "Person", "name": name(i)}) for i in range(n)]}
    ),
    "scripts": lambda n: "".join(
        f'<script type="application/ld+json">{json.dumps(article_of(name(i)))}</script>'
        for i in range(n)
    ) + BODY,
    "metas": lambda n: "".join(
        f'<meta name="author" content="{name(i)}">' for i in range(n)
    ) + BODY,
    "broken": lambda n: '<script type="application/ld+json">' + '\\"' * n + "</script>" + BODY,
    "brackets": lambda n: '<script type="application/ld+json">' + '{"author":[' * n + BODY,
    "empty scripts": lambda n: "<script></script>" * n + BODY,
    "titles": lambda n: "<title>Mayor backs plan</title>" * n + BODY,
}  # fmt: skip


@pytest.mark.parametrize("kind", CROWDS)
def test_what_a_page_says_of_itself_is_read_in_proportion(kind: str) -> None:
    """Twice the entries take at most a little more than twice the lines."""

    def work(count: int) -> int:
        return lines_run(lambda: article_of_page(CROWDS[kind](count), ORIGIN))

    work(10)
    assert work(1_600) < 2.6 * work(800)


def test_first_authors_are_kept() -> None:
    """Of thousands the first fifty are named; of a few all, and the page is left as it is."""
    many = article_of_page(CROWDS["authors"](400), ORIGIN)
    assert len(many.extra["authors"].split("; ")) == MOST_PEOPLE
    page = CROWDS["authors"](3)
    assert article_of_page(page, ORIGIN).extra["authors"] == "; ".join(map(name, range(3)))
    tree, same = parse(page), parse(page)
    bound(tree)
    assert [s.text for s in tree.iter("script")] == [s.text for s in same.iter("script")]


def test_commenters_do_not_crowd_out_authors() -> None:
    """Who wrote comments is not counted."""
    comments = [{"@type": "Comment", "author": {"name": name(i)}} for i in range(200)]
    page = in_json({"comment": comments} | article_of([{"@type": "Person", "name": "Nora Quill"}]))
    assert article_of_page(page, ORIGIN).extra["authors"] == "Nora Quill"


HEADLINES = {
    "loaded words": "radical shameful reckless ",
    "straight marks": '"a ',
    "quoted words": '"radical" ',
    "single marks": "'a ",
    "curly words": "“a” ",
    "verbs": "slams ",
    "capitals": "SLAMS ",
    "verbs of saying": "says “a” ",
    "names": "Boris Johnson, ",
    "questions": "Why? ",
}


@pytest.mark.parametrize("kind", HEADLINES)
def test_a_headline_without_end_takes_time_in_proportion(kind: str) -> None:
    """Twice the headline takes at most a little more than twice the lines."""
    piece = HEADLINES[kind]

    def work(length: int) -> int:
        article = Article(headline=piece * (length // len(piece)), body=STORY * 3)
        return lines_run(lambda: analyze(article).to_dict())

    work(300)
    assert work(8_000) < 2.5 * work(4_000)


def archive(*stories: str) -> bytes:
    """Return a web archive, a member for each page."""
    members = []
    for number, story in enumerate(stories):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + story.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://bay.example/{number}\r\n"
            "WARC-Date: 2026-11-23T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        members.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(members)


def read(path: Path, data: bytes) -> tuple[list[Article], list[Refusal]]:
    """Write a file and read it."""
    path.write_bytes(data)
    refused: list[Refusal] = []
    return list(read_articles(path, on_error=refused.append)), refused


@pytest.mark.parametrize("left", [0.95, 0.8, 0.7])
@pytest.mark.parametrize("packing", ["members", "whole", "plain"])
def test_a_cut_archive_gives_what_it_holds(tmp_path: Path, left: float, packing: str) -> None:
    """The pages before the cut are read, and the cut is told."""
    pytest.importorskip("warcio")
    pages = [f"<title>Plan {n}</title>{BODY}{STORY * 20}" for n in range(3)]
    if packing == "members":
        data = b"".join(gzip.compress(archive(page)) for page in pages)
    else:
        data = archive(*pages) if packing == "plain" else gzip.compress(archive(*pages), 0)
    suffix = "" if packing == "plain" else ".gz"
    articles, refused = read(tmp_path / f"a.warc{suffix}", data[: int(len(data) * left)])
    assert len(articles) == 2
    assert refused
    assert any("early" in r.reason or "cut off" in r.reason for r in refused)


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".csv.gz"])
def test_rows_before_a_cut_are_read(tmp_path: Path, suffix: str) -> None:
    """Of a packed table that ends early every row before the cut is read."""
    row = json.dumps({"body": STORY}) if "json" in suffix else f'"{STORY}"'
    text = ("" if "json" in suffix else "body\n") + f"{row}\n" * 3
    packed = zlib.compressobj(wbits=31)
    data = packed.compress(text.encode()) + packed.flush(zlib.Z_FULL_FLUSH)
    articles, refused = read(tmp_path / f"a{suffix}", data)
    assert len(articles) == 3
    assert "end early" in refused[-1].reason


@pytest.mark.parametrize("rows", [40, 5_000])
@pytest.mark.parametrize("column", ["body", "headline", "note"])
def test_a_text_that_many_rows_share_counts_for_each(
    tmp_path: Path, rows: int, column: str
) -> None:
    """A file of a few kilobytes whose rows unpack to hundreds of megabytes is refused at once."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = {"headline": ["Plan"] * rows, "body": [STORY] * rows, "note": ["x"] * rows}
    table[column] = ["word " * (200_000_000 // rows // 5)] * rows
    out = io.BytesIO()
    pq.write_table(pa.table({k: pa.array(v).dictionary_encode() for k, v in table.items()}), out)
    articles, refused = read(tmp_path / "a.parquet", out.getvalue())
    assert len(articles) <= rows
    assert "decompression bombs" in refused[-1].reason


def test_parquet_with_dictionaries_reads_like_any(tmp_path: Path) -> None:
    """Texts that come twice, lists and missing values come out as they went in."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    rows = [{"title": f"T{n % 3}", "text": STORY if n % 2 else None, "tags": ["a"], "n": n}
            for n in range(200)]  # fmt: skip
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    articles, refused = read(tmp_path / "a.parquet", out.getvalue())
    assert not refused
    assert [(a.headline, a.body) for a in articles] == [
        (row["title"], row["text"] or "") for row in rows
    ]
    assert articles[7].extra == {"tags": "a", "n": "7"}


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_encodings_are_read_or_refused(tmp_path: Path, encoding: str) -> None:
    """With a mark they are read; without one they are no text, and told so."""
    text = f"Mayor backs “plan”\n\n{STORY}"
    marked = text.encode(encoding) if encoding == "utf-32" else f"\ufeff{text}".encode(encoding)
    articles, _ = read(tmp_path / "a.txt", marked)
    assert [(a.headline, a.body) for a in articles] == [("Mayor backs “plan”", STORY)]
    articles, refused = read(tmp_path / "b.txt", text.encode(encoding.replace("32", "32-le", 1)
                             if encoding == "utf-32" else encoding))  # fmt: skip
    assert not articles
    assert "binary" in refused[0].reason
