"""Exports of news archives and files of office programs, feeds and GDELT: article by article."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

import bias
from bias.inputs import Refusal, read_articles
from bias.inputs.exports.fields import iso_date

FERRY = (
    "The ferry returned to service on Monday after nine days in dry dock, the company said.",
    "“Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.",
)
GYM = (
    "The Harlan school board dropped its plan for a second gym on Sunday.",
    "The gym would have cost $4 million, its president said. Roofs come first.",
)
FERRY_TITLE, GYM_TITLE = "Ferry back in service", "School board drops plan for second gym"


def read_all(path: Path) -> tuple[list[bias.Article], list[Refusal]]:
    """Return articles and refusals of a file."""
    refused: list[Refusal] = []
    return list(read_articles(path, on_error=refused.append)), refused


def paragraphs(article: bias.Article) -> list[str]:
    """Return the body's paragraphs, each in one line."""
    return [" ".join(part.split()) for part in article.body.split("\n\n")]


NEXIS_OLD = """


                               1 of 2 DOCUMENTS


                              The Harlan Times

                            March 12, 2024 Tuesday
                                First Edition

Ferry back in service

BYLINE: TOM BIRCH

SECTION: LOCAL; Pg. 4

LENGTH: 101 words


The ferry returned to service on Monday after nine days
in dry dock, the company said.

“Nobody liked the shameful wait,” said Gwen Maddox, who
takes it to school every day.

LOAD-DATE: March 13, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                     Copyright 2024 Harlan Media Company
                             All Rights Reserved


                               2 of 2 DOCUMENTS


                              The Harlan Times

                            March 11, 2024 Monday

School board drops plan
for second gym

LENGTH: 77 words

The Harlan school board dropped its plan for a second gym
on Sunday.

The gym would have cost $4 million, its president said.
Roofs come first.

LOAD-DATE: March 12, 2024
"""
NEXIS_HEADLINES = """
                              12 of 340 DOCUMENTS

                     Copyright 2024 Harlan Media Company
                              The Harlan Times

                      March 12, 2024, Tuesday, FINAL EDITION

SECTION: METRO; Pg. B01

LENGTH: 212 words

HEADLINE: Ferry back
in service

BYLINE: Tom Birch, Times Staff Writer

DATELINE: HARLAN, March 11

BODY:
   The ferry returned to service on Monday after nine days in dry dock, the company said.

   “Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.

GRAPHIC: Photo, BY TOM BIRCH; The ferry.

LOAD-DATE: March 13, 2024

                              13 of 340 DOCUMENTS

                     Copyright 2024 Harlan Media Company
                              The Harlan Times

                      March 11, 2024, Monday, FINAL EDITION

LENGTH: 77 words

HEADLINE: School board drops plan for second gym

BODY:
   The Harlan school board dropped its plan for a second gym on Sunday.

   The gym would have cost $4 million, its president said. Roofs come first.
"""
NEXIS_UNI = """User Name: ab123
Date and Time: Tuesday, March 12, 2024 10:02:00 AM CET
Job Number: 21904

Documents (2)

1. Ferry back in service

Client/Matter: -None-

Search Terms: ferry

2. School board drops plan for second gym

Client/Matter: -None-

Page 1 of 2

Ferry back in service

The Harlan Times

March 12, 2024 Tuesday

Copyright 2024 Harlan Media Company All Rights Reserved

Section: NEWS; Pg. 3

Length: 101 words

Byline: Tom Birch

Body

The ferry returned to service on Monday after nine days in dry dock, the company said.

“Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.

Graphic

 The ferry in dock.

Classification

Language: ENGLISH

Subject: FERRIES (90%); PORTS (78%)

Load-Date: March 13, 2024

End of Document

School board drops plan for second gym

The Harlan Times

March 11, 2024 Monday

Copyright 2024 Harlan Media Company All Rights Reserved

Length: 77 words

Body

The Harlan school board dropped its plan for a second gym on Sunday.

The gym would have cost $4 million, its president said. Roofs come first.

Load-Date: March 12, 2024

End of Document
"""
FACTIVA_TAGS = """SE
News
HD
Ferry back in service

BY
Tom Birch

WC
101 words

PD
12 March 2024

SN
The Harlan Times

SC
HARTIM

LA
English

CY
Copyright 2024 Harlan Media Company

LP

The ferry returned to service on Monday after nine days in dry dock, the company said.

TD

“Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.

NS
gtrans : Transport

AN
Document HARTIM0020240312ek3c00001

HD
School board drops plan for second gym

WC
77 words

PD
11 March 2024

SN
The Harlan Times

LP

The Harlan school board dropped its plan for a second gym on Sunday.

TD

The gym would have cost $4 million, its president said. Roofs come first.

AN
Document HARTIM0020240311ek3b00002
"""
FACTIVA_LINES = """NEWS
Ferry back in service
By Tom Birch
101 words
12 March 2024
06:00
The Harlan Times
HARTIM
A4
English
Copyright 2024 Harlan Media Company. All rights reserved.

The ferry returned to service on Monday after nine days in dry dock, the company said.

“Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.

Document HARTIM0020240312ek3c00001

School board drops plan for second gym
77 words
11 March 2024
The Harlan Times
HARTIM
English
(c) 2024 Harlan Media Company

The Harlan school board dropped its plan for a second gym on Sunday.

The gym would have cost $4 million, its president said. Roofs come first.

Document HARTIM0020240311ek3b00002
"""
PROQUEST = """Report Information from ProQuest

____________________________________________________________

Table of contents

1. Ferry back in service

____________________________________________________________

Document 1 of 2

Ferry back in service: [1]

Author: Birch, Tom

Publication info: The Harlan Times ; Harlan [Harlan]. 12 Mar 2024: A.4.

ProQuest document link

Abstract: The ferry returned to service.

Full text: The ferry returned to service on Monday after nine days in dry dock, the company said.

“Nobody liked the shameful wait,” said Gwen Maddox, who takes it to school every day.

Subject: Ferries

Publication title: The Harlan Times; Harlan

Publication date: Mar 12, 2024

ProQuest document ID: 12345

Document URL: https://search.example/docview/12345

____________________________________________________________

Document 2 of 2

Title: School board drops plan for second gym

Publication title: The Harlan Times

Publication date: Mar 11, 2024

Full Text: The Harlan school board dropped its plan for a second gym on Sunday.
The gym would have cost $4 million, its president said. Roofs come first.

ProQuest document ID: 12346
"""
EXPORTS = {
    "Nexis, centred": NEXIS_OLD,
    "Nexis, with headlines named": NEXIS_HEADLINES,
    "Nexis Uni": NEXIS_UNI,
    "Factiva, with tags": FACTIVA_TAGS,
    "Factiva, with bare lines": FACTIVA_LINES,
    "ProQuest": PROQUEST,
}


def assert_two(articles: list[bias.Article]) -> None:
    """Both articles are there, with headline, story, outlet and day, and nothing else."""
    assert [a.headline for a in articles] == [FERRY_TITLE, GYM_TITLE]
    assert paragraphs(articles[0]) == [*FERRY]
    assert " ".join(paragraphs(articles[1])).replace("\n", " ") == " ".join(GYM)
    assert [a.outlet for a in articles] == ["The Harlan Times"] * 2
    assert [a.date for a in articles] == ["2024-03-12", "2024-03-11"]
    assert len({a.id for a in articles}) == 2


@pytest.mark.parametrize("kind", EXPORTS)
def test_exports_are_read_article_by_article(tmp_path: Path, kind: str) -> None:
    """Each archive's fields are fields, its separators no text."""
    path = tmp_path / "export.txt"
    path.write_text(EXPORTS[kind], encoding="utf-8")
    articles, refused = read_all(path)
    assert_two(articles)
    assert not refused
    assert all(kind.split(",")[0].split()[0] in a.mended[-1] for a in articles)


@pytest.mark.parametrize(
    "separator", ["Article {n} of 2", "STORY {n}", "Document {n}:", "=" * 20, "* * *\n" + "*" * 20]
)
def test_articles_under_numbers_or_rules(tmp_path: Path, separator: str) -> None:
    """Several articles in a text are several where each has a headline and a story."""
    path = tmp_path / "a.txt"
    told = [(FERRY_TITLE, FERRY), (GYM_TITLE, GYM)]
    path.write_text(
        "\n\n".join(
            f"{separator.format(n=n)}\n\n{title}\n\n" + "\n\n".join(story)
            for n, (title, story) in enumerate(told, start=1)
        ).replace("* * *\n", "")
    )
    assert [a.headline for a in read_all(path)[0]] == [FERRY_TITLE, GYM_TITLE]
    path.write_text(f"{FERRY_TITLE}\n\n{FERRY[0]}\n\n{'=' * 20}\n\nToo short.\n\n{FERRY[1]}")
    assert len(read_all(path)[0]) == 1


@pytest.mark.parametrize("kind", ["Nexis Uni", "Factiva, with bare lines"])
@pytest.mark.parametrize("suffix", [".docx", ".rtf"])
def test_exports_in_files_of_word_processors(tmp_path: Path, kind: str, suffix: str) -> None:
    """What archives give as Word files and Rich Text is read alike."""
    path = tmp_path / f"export{suffix}"
    path.write_bytes((word if suffix == ".docx" else rich)(EXPORTS[kind]))
    assert_two(read_all(path)[0])


def test_one_article_of_an_export_keeps_its_files_name(tmp_path: Path) -> None:
    """A file with a single article gives it the file's own id; an ordinary text is no export."""
    path = tmp_path / "one.txt"
    path.write_text(NEXIS_UNI.split("End of Document")[1] + "End of Document", encoding="utf-8")
    assert [a.id for a in read_all(path)[0]] == ["one"]
    path.write_text("Length: the ferry is long\n\nSection: one\n\nIt sailed.", encoding="utf-8")
    assert len(read_all(path)[0]) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 5, 2024 Tuesday", "2024-03-05"),
        ("5 Mar 2024", "2024-03-05"),
        ("Sept. 9, 2021", "2021-09-09"),
        ("12th May 1999", "1999-05-12"),
        ("2024-03-05", "2024-03-05"),
        ("Spring 2024", "Spring 2024"),
    ],
)
def test_days_of_archives(text: str, day: str) -> None:
    """Days are written as ISO says."""
    assert iso_date(text) == day


def word(text: str) -> bytes:
    """Return a Word document with a paragraph for each line."""
    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def rich(text: str) -> bytes:
    """Return Rich Text with a paragraph for each line."""
    signs = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)
    return (r"{\rtf1\ansi\ansicpg1252 " + signs.replace("\n", "\\par\n") + "}").encode()


STORY = "\n".join((FERRY_TITLE, *FERRY))


@pytest.mark.parametrize(("suffix", "data"), [(".docx", word(STORY)), (".rtf", rich(STORY))])
def test_an_article_in_a_word_processors_file(tmp_path: Path, suffix: str, data: bytes) -> None:
    """The first line is the headline, each paragraph one of the story's; packed or not."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    packed = tmp_path / f"a{suffix}.gz"
    packed.write_bytes(gzip.compress(data))
    for file in (path, packed):
        article = bias.read_article(file)
        assert (article.headline, paragraphs(article)) == (FERRY_TITLE, [*FERRY])


def test_rich_text_with_links_pictures_and_codes(tmp_path: Path) -> None:
    """A link gives its words, a picture nothing, a code its letter."""
    path = tmp_path / "a.rtf"
    path.write_text(
        r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title No}}Ferry back\par "
        r"{\field{\*\fldinst{HYPERLINK \"http://x.example\"}}{\fldrslt{The company}}} paid"
        r"\'97a lot {\pict\pngblip 89504e47}\u8220?here\u8221? \u55357?\u56832? now.\par}"
    )
    article = bias.read_article(path)
    assert article.headline == "Ferry back"
    assert article.body == "The company paid—a lot “here” 😀 now."


def test_tracked_changes_and_tables_of_a_word_document(tmp_path: Path) -> None:
    """What was put in stands, what was struck out does not; cells are paragraphs."""
    import docx
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    document.add_paragraph(FERRY_TITLE)
    paragraph = document.add_paragraph("The ferry ")
    for tag, inner in (("ins", "<w:t>sailed.</w:t>"), ("del", "<w:delText>sank.</w:delText>")):
        paragraph._p.append(parse_xml(f"<w:{tag} {space}><w:r>{inner}</w:r></w:{tag}>"))
    document.add_table(1, 1).cell(0, 0).text = "In a cell."
    document.save(str(tmp_path / "a.docx"))
    assert paragraphs(bias.read_article(tmp_path / "a.docx")) == ["The ferry sailed.", "In a cell."]


def spreadsheet(*sheets: list[list[object]]) -> bytes:
    """Return a workbook."""
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"s{number}")
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def test_spreadsheets_are_read_row_by_row(tmp_path: Path) -> None:
    """A title above the header, empty rows, dates, numbers and a sheet of something else."""
    import datetime

    rows: list[list[object]] = [
        ["Export of March"],
        [],
        ["Title", "Text", "Outlet", "Date", "Votes"],
        [FERRY_TITLE, "\n\n".join(FERRY), "Times", datetime.datetime(2024, 3, 12), 3],
        [],
        [GYM_TITLE, "\n\n".join(GYM), None, datetime.date(2024, 3, 11), None],
    ]
    path = tmp_path / "a.xlsx"
    path.write_bytes(spreadsheet(rows, [["x", "y"], [1, 2]]))
    articles, refused = read_all(path)
    assert [a.headline for a in articles] == [FERRY_TITLE, GYM_TITLE]
    assert [a.date for a in articles] == ["2024-03-12", "2024-03-11"]
    assert [a.outlet for a in articles] == ["Times", None]
    assert not refused
    path.write_bytes(spreadsheet([["x", "y"], [1, 2]]))
    assert "no column for the body" in read_all(path)[1][0].reason


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harlan Times</title>
<item><title>Ferry back in &amp;#8216;service&amp;#8217;</title><link>http://x.example/1</link>
<pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Tom Birch</dc:creator>
<description>Short [&#8230;]</description><content:encoded><![CDATA[<p>The ferry returned.</p>
<blockquote><p>We regret the shameful delay.</p></blockquote>]]>
</content:encoded></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harlan Times</title>
<entry><title>Ferry back</title>
<id>tag:1</id><link href="http://x.example/1"/><updated>2024-03-12T10:00:00Z</updated>
<content type="html">&lt;p&gt;The ferry returned.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("name", "feed"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.xml", ATOM)]
)
def test_feeds_are_read_entry_by_entry(tmp_path: Path, name: str, feed: str) -> None:
    """The full text goes before the teaser; the feed's name is the outlet."""
    path = tmp_path / name
    path.write_text(feed, encoding="utf-8")
    (article,), _ = read_all(path)
    assert article.headline.startswith("Ferry back")
    assert paragraphs(article)[0] == "The ferry returned."
    assert (article.outlet, article.url) == ("The Harlan Times", "http://x.example/1")
    assert (article.date or "").startswith("2024-03-12")


def test_gdelt_gives_headlines(tmp_path: Path) -> None:
    """The knowledge graph has titles of pages; a table of events has nothing to read."""
    cells = [
        "20240305101500-12",
        "20240305101500",
        "1",
        "harlan.example",
        "https://harlan.example/a",
    ]
    extras = "<PAGE_TITLE>Ferry back &amp; forth</PAGE_TITLE><PAGE_AUTHORS>Tom Birch</PAGE_AUTHORS>"
    path = tmp_path / "20240305101500.gkg.csv"
    path.write_text("\t".join([*cells, *[""] * 21, extras]) + "\n", encoding="utf-8")
    (article,), _ = read_all(path)
    assert (article.headline, article.outlet) == ("Ferry back & forth", "harlan.example")
    assert (article.date, article.url) == ("2024-03-05", cells[4])
    path.write_text("\t".join(["1163000001", "20240305", "202403", *["x"] * 58]), encoding="utf-8")
    assert "events" in read_all(path)[1][0].reason


SERVICES = {
    "NewsAPI": {
        "articles": [
            {
                "source": {"name": "Post"},
                "title": "A - Post",
                "publishedAt": "2024-03-05",
                "content": "It sailed.",
            }
        ]
    },
    "news-please": {
        "title": "A",
        "maintext": "It sailed.",
        "date_publish": "2024-03-05",
        "source_domain": "Post",
    },
    "newspaper": {
        "title": "A",
        "text": "It sailed.",
        "publish_date": "2024-03-05",
        "source": "Post",
    },
    "fundus": {
        "title": "A",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["It sailed."]}]},
        "publishing_date": "2024-03-05",
        "publisher": "Post",
    },
    "trafilatura": {
        "title": "A",
        "raw_text": "x",
        "text": "It sailed.",
        "date": "2024-03-05",
        "source-hostname": "Post",
        "source": "https://post.example/a",
    },
    "WordPress": [
        {
            "title": {"rendered": "A"},
            "content": {"rendered": "<p>It sailed.</p>"},
            "date": "2024-03-05",
            "outlet": "Post",
        }
    ],
    "Media Cloud": {
        "stories": [
            {
                "stories_id": 1,
                "title": "A",
                "story_text": "It sailed.",
                "publish_date": "2024-03-05",
                "media_name": "Post",
            }
        ]
    },
}


_STORY = {"title": "A", "text": "It sailed.", "source": "Post", "date": "2024-03-05"}
SERVICES |= {
    "the Guardian": {
        "response": {
            "results": [
                {
                    "webTitle": "A",
                    "webPublicationDate": "2024-03-05",
                    "fields": {"bodyText": "It sailed.", "publication": "Post"},
                }
            ]
        }
    },
    "Event Registry": {
        "articles": {"results": [_STORY | {"source": {"uri": "post.example", "title": "Post"}}]}
    },
    "Elasticsearch": {"hits": {"total": 1, "hits": [{"_id": "7", "_source": _STORY}]}},
    "JSON:API": {"data": [{"type": "article", "attributes": _STORY}]},
    "GraphQL": {"data": {"articles": {"edges": [{"node": _STORY}]}}},
    "MongoDB": _STORY | {"_id": {"$oid": "65"}, "date": {"$date": "2024-03-05"}},
    "Readability": {
        "title": "A",
        "content": "<p>It sailed.</p>",
        "textContent": "It sailed.",
        "siteName": "Post",
        "publishedTime": "2024-03-05",
    },
    "somebody's table": {
        "Article Title:": "A",
        "Article Text": "It sailed.",
        "Publication Name": "Post",
        "Publication Date": "2024-03-05",
    },
    "paragraphs": {
        "title": "A",
        "paragraphs": ["It sailed."],
        "site": "Post",
        "date": "2024-03-05",
    },
    "blocks": _STORY | {"text": [{"type": "paragraph", "text": "It sailed."}]},
}


@pytest.mark.parametrize("service", SERVICES)
def test_records_of_services(tmp_path: Path, service: str) -> None:
    """Headline, story, outlet and day are found under the names that each gives them."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(SERVICES[service]), encoding="utf-8")
    (article,), _ = read_all(path)
    found = (article.headline, article.body, article.outlet, article.date)
    assert found == ("A", "It sailed.", "Post", "2024-03-05")


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (1709596800, "2024-03-05T00:00:00+00:00"),
        ("1709596800000", "2024-03-05T00:00:00+00:00"),
        ({"$date": {"$numberLong": "1709596800000"}}, "2024-03-05T00:00:00+00:00"),
        ("2024", "2024"),
        ("20240305", "20240305"),
    ],
)
def test_seconds_since_1970_are_a_date(tmp_path: Path, date: object, told: str) -> None:
    """Databases give days as numbers; a year is no such number."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(_STORY | {"date": date}), encoding="utf-8")
    assert read_all(path)[0][0].date == told


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


BOMB = (
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '" + b"&a;" * 9000 + b"'>]><a>"
)
OUTSIDE = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
HOSTILE = {
    "zeros.docx": packed({"word/document.xml": b"\0" * 70_000_000}),
    "many.docx": packed({f"p{n}": b"" for n in range(6000)}),
    "zeros.xlsx": packed({"xl/workbook.xml": b" " * 70_000_000}),
    "bomb.docx": packed({"[Content_Types].xml": BOMB, "word/document.xml": BOMB}),
    "outside.docx": packed({"[Content_Types].xml": OUTSIDE, "word/document.xml": OUTSIDE}),
    "bomb.xlsx": packed({"[Content_Types].xml": BOMB, "xl/workbook.xml": BOMB}),
    "cut.docx": word(STORY)[:-400],
    "text.docx": b"no archive at all",
    "ole.docx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "bomb.rss": BOMB + b"&b;</a>",
    "outside.rss": OUTSIDE.replace(b"<a>", b"<rss><channel><title>").replace(
        b"</a>", b"</title></channel></rss>"
    ),
    "other.xml": b"<?xml version='1.0'?><note>x</note>",
    "deep.rtf": b"{\\rtf1" + b"{" * 20_000,
    "codes.rtf": b"{\\rtf1 \\u9999999999 \\uc \\'zz }",
    "binary.rtf": b"\x89PNG\r\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_do_nothing(tmp_path: Path, name: str) -> None:
    """Bombs, references and broken files are refused in a sentence, or hold nothing."""
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    articles, refused = read_all(path)
    assert not any("root:" in a.body + a.headline for a in articles)
    assert articles or refused
    assert all(r.reason.rstrip().endswith(".") for r in refused)


def test_what_cells_hold_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that stands in many cells counts in each: it is unpacked with every row."""
    from bias.inputs.office import spreadsheet as reader

    monkeypatch.setattr(reader, "LARGEST_DOCUMENT", 10_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(spreadsheet([["title", "text"], *([["A", "x" * 3_000]] * 9)]))
    articles, refused = read_all(path)
    assert len(articles) < 9
    assert "10,000 characters" in refused[-1].reason
