"""Tables as people have them: whatever their columns are called, none is misread in silence."""

import csv
import io
import json
import logging
from pathlib import Path
from typing import Any

import pytest

import bias
from bias.cli import main
from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.inputs import Refusal, read_articles
from bias.inputs.columns import Columns

STORY = (
    "The harbour board voted on Monday to run the ferry on Sundays. The first boat leaves at nine, "
    "the board said, and the fare stays at two pounds. Nora Quill, who lives on the island, said "
    "that she had asked for it for years."
)
SECOND = STORY.replace("ferry", "tram").replace("Monday", "Tuesday")


def read(path: Path, content: Any, **options: Any) -> tuple[list[Article], list[Refusal]]:
    """Write a file and read it."""
    if isinstance(content, dict | list):
        content = json.dumps(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    refused: list[Refusal] = []
    return list(read_articles(path, on_error=refused.append, **options)), refused


def told(articles: list[Article]) -> list[tuple[str, str, str | None, str | None]]:
    """Return what was read of each."""
    return [(a.headline, a.body, a.outlet, a.date) for a in articles]


SOURCES = {
    "newsapi": {
        "status": "ok",
        "articles": [
            {
                "source": {"id": None, "name": "Bay Post"}, "author": "N. Quill", "title": "Ferry",
                "url": "https://bay.example/1", "publishedAt": "2024-03-04T11:20:00Z",
                "content": STORY,
            }
        ],
    },
    "news-please": {
        "authors": ["N. Quill"], "date_publish": "2024-03-04 11:20:00", "maintext": STORY,
        "source_domain": "Bay Post", "title": "Ferry", "filename": "x.html.json",
    },
    "newspaper": {
        "title": "Ferry", "text": STORY, "publish_date": "2024-03-04", "sitename": "Bay Post",
    },
    "fundus": {
        "title": "Ferry", "publisher": "Bay Post", "publishing_date": "2024-03-04T00:00:00",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [STORY]}]},
    },
    "trafilatura": {
        "title": "Ferry", "author": "N. Quill", "hostname": "bay.example", "date": "2024-03-04",
        "source": "https://bay.example/1", "sitename": "Bay Post", "text": STORY,
    },
    "media cloud": {
        "stories_id": 7, "publish_date": "2024-03-04", "title": "Ferry", "media_name": "Bay Post",
        "url": "https://bay.example/1", "text": STORY,
    },
    "wordpress": {
        "id": 7, "date": "2024-03-04T11:20:00", "title": {"rendered": "Ferry"},
        "content": {"rendered": STORY, "protected": False}, "publisher": "Bay Post",
    },
    "schema.org": {
        "headline": "Ferry", "articleBody": STORY, "datePublished": "2024-03-04",
        "publisher": {"@type": "Organization", "name": "Bay Post"},
    },
    "crawl": [{"Title": "Ferry", "Full Text": STORY, "Publication": "Bay Post",
               "Pub Date": "2024-03-04"}],
    "answer": {"response": {"total": 1, "docs": [
        {"title": "Ferry", "text": STORY, "outlet": "Bay Post", "published": "2024-03-04"}]}},
    "by id": {"a1": {"title": "Ferry", "text": STORY, "outlet": "Bay Post", "date": "2024-03-04"}},
}  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
def test_the_fields_of_known_sources(tmp_path: Path, source: str) -> None:
    """Headline, body, outlet and date are found under the names that each source gives them."""
    articles, refused = read(tmp_path / "a.json", SOURCES[source])
    assert not refused
    assert [(a.headline, a.body, a.outlet) for a in articles] == [("Ferry", STORY, "Bay Post")]
    assert (articles[0].date or "").startswith("2024-03-04")


@pytest.mark.parametrize("name", ["article_text_v2", "Artikel", "Rohtext", "notes", "full"])
@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_body_under_an_unknown_name_is_refused(tmp_path: Path, name: str, suffix: str) -> None:
    """A headline is not rated alone where its story stands beside it; the message names both."""
    long = STORY if name != "notes" else f"{STORY} {STORY}"
    rows = [{"title": "Ferry", name: long}, {"title": "Tram", name: long}]
    content = f'title,{name}\nFerry,"{long}"\nTram,"{long}"\n' if suffix == "csv" else rows
    articles, refused = read(tmp_path / f"a.{suffix}", content)
    assert not articles
    assert f"--column body={name}" in refused[0].reason
    assert len(refused) == (1 if suffix == "csv" else 2)
    assert len(read(tmp_path / f"a.{suffix}", content, columns={"body": name})[0]) == 2


HEADLINES = {
    "a.csv": "headline\nMayor Slams Plan\nTram Delayed\n",
    "b.csv": "title;outlet\nMayor Slams Plan;Post\nTram Delayed;Post\n",
    "c.tsv": "id\ttitle\tdate\n1\tMayor Slams Plan\t2024\n2\tTram Delayed\t2024\n",
    "d.jsonl": '{"title": "Mayor Slams Plan"}\n{"headline": "Tram Delayed"}\n',
    "e.json": '[{"title": "Mayor Slams Plan", "text": ""}, {"title": "Tram Delayed"}]',
    "f.csv": "title,description\nMayor Slams Plan,The mayor said so.\nTram Delayed,By a week.\n",
}


@pytest.mark.parametrize("name", HEADLINES)
def test_headlines_alone(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table of headlines is read, and each headline is scored."""
    articles, refused = read(tmp_path / name, HEADLINES[name])
    assert not refused
    assert [a.headline for a in articles] == ["Mayor Slams Plan", "Tram Delayed"]
    out = tmp_path / "out.jsonl"
    assert main(["analyze", str(tmp_path / name), "-o", str(out), "--jobs", "1"]) == 0
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert records[0]["scores"]["headline"] > records[1]["scores"]["headline"]
    assert "title→headline" in capsys.readouterr().err or name == "a.csv"


def test_many_headlines_are_listed_with_their_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the terminal's table a headline without a story shows its own score."""
    (tmp_path / "a.csv").write_text("headline\n" + "Mayor Slams Plan\n" * 8)
    assert main(["analyze", str(tmp_path / "a.csv"), "--jobs", "1"]) == 0
    assert capsys.readouterr().out.count("headline 0.") == 8


TOLD = {
    ("title", "text", "source", "published", "section"):
        "title→headline, text→body, source→outlet, published→date; ignored: section",
    ("headline", "body"): "read: headline, body",
    ("ID", "Title", "Content", "Votes", "Section"):
        "ID→id, Title→headline, Content→body; ignored: Votes, Section",
    ("title", "maintext", "date_publish"): "maintext→body, date_publish→date",
    ("headline", "title", "body"): "read: headline, body; ignored: title",
    ("link", "author", "text"): "text→body, link→url, author→authors",
}  # fmt: skip


@pytest.mark.parametrize("header", TOLD)
def test_what_was_read_is_told(
    tmp_path: Path, header: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error says which column gave what, and which were not read, once for a table."""
    path = tmp_path / "a.csv"
    rows = "".join(",".join(["x"] * len(header)) + "\n" for _ in range(3))
    path.write_text(",".join(header) + "\n" + rows)
    main(["analyze", str(path), "-o", str(tmp_path / "x.jsonl"), "--jobs", "1"])
    told = capsys.readouterr().err
    assert TOLD[header] in told
    assert told.count("read: ") == 1
    main(["analyze", str(path), "-o", str(tmp_path / "x.jsonl"), "--jobs", "1", "--quiet"])
    assert "read: " not in capsys.readouterr().err


TABLES_AS_TEXT = {
    "tabs": "headline\toutlet\tbody\nFerry\tPost\t{}\nTram\tPost\t{}\n",
    "semicolons": "title;text\nFerry;{}\nTram;{}\n",
    "commas": 'id,title,text\n1,Ferry,"{}"\n2,Tram,"{}"\n',
    "bars": "title|content|date\nFerry|{}|2024\nTram|{}|2024\n",
    "separator": "sep=;\ntitle;text\nFerry;{}\nTram;{}\n",
    "lines": '{{"title": "Ferry", "text": "{}"}}\n{{"title": "Tram", "text": "{}"}}\n',
    "list": '[{{"title": "Ferry", "text": "{}"}}, {{"title": "Tram", "text": "{}"}}]',
}


@pytest.mark.parametrize("kind", TABLES_AS_TEXT)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_in_a_text_file(tmp_path: Path, kind: str, encoding: str) -> None:
    """What is a table is read as one, whatever the file is called."""
    content = TABLES_AS_TEXT[kind].format(STORY, SECOND).encode(encoding)
    articles, refused = read(tmp_path / "a.txt", content)
    assert not refused
    assert [(a.headline, a.body) for a in articles] == [("Ferry", STORY), ("Tram", SECOND)]


@pytest.mark.parametrize(
    "first",
    [
        "Text, lies and the harbour board", "Body; soul: the ferry at thirty",
        "[Updated] Ferry to run on Sundays", "{{name}} wins the ferry", "Date, body, and a ferry",
        "sep=parated by the sea", "Content and discontent",
    ],
)  # fmt: skip
def test_a_headline_is_no_header(tmp_path: Path, first: str) -> None:
    """A story whose first line looks a little like a header stays a story."""
    articles, refused = read(tmp_path / "a.txt", f"{first}\n\n{STORY}\n")
    assert not refused
    assert [(a.headline, a.body) for a in articles] == [(first, STORY)]


FIRST_LINES = {
    "semicolon": "sep=;\r\nheadline;body\r\nFerry;{}\r\n",
    "tab": "sep=\t\r\nheadline\tbody\r\nFerry\t{}\r\n",
    "bar, quoted": '"sep=|"\nheadline|body\nFerry|{}\n',
    "caret": "sep=^\nheadline^body\nFerry^{}\n",
    "mark": "\ufeffSEP=;\nheadline;body\nFerry;{}\n",
    "blank lines first": "\n\nheadline;body\nFerry;{}\n",
}


@pytest.mark.parametrize("kind", FIRST_LINES)
def test_the_line_that_names_the_delimiter(tmp_path: Path, kind: str) -> None:
    """Excel's first line names what parts the cells, and is no header."""
    articles, refused = read(tmp_path / "a.csv", FIRST_LINES[kind].format(STORY))
    assert not refused
    assert [(a.headline, a.body) for a in articles] == [("Ferry", STORY)]


STRAY = {
    "never closed": 'headline,body\na,one\nb,"two\nc,three\nd,four\n',
    "closed by the next row": 'headline,body\na,one\nb,"two\nc,"three"\nd,four\n',
    "in the first row": 'headline,body\nb,"two\na,one\nc,three\nd,four\n',
    "inch": 'headline;body\na;one\n"b" inch;two\nc;three\nd;four\n',
    "before a story of several lines": (
        'headline,body\na,one\nb,"two\nc,"three\n\nand more"\nd,four\n'
    ),
    "crlf": 'headline,body\r\na,one\r\nb,"two\r\nc,three\r\nd,four\r\n',
}


@pytest.mark.parametrize("kind", STRAY)
def test_nothing_is_lost_behind_a_stray_quotation_mark(tmp_path: Path, kind: str) -> None:
    """Each later row is read; the row with the mark is refused by itself."""
    articles, refused = read(tmp_path / "a.csv", STRAY[kind])
    assert [a.headline for a in articles] == ["a", "c", "d"]
    assert [a.body.split()[0] for a in articles] == ["one", "three", "four"]
    assert len(refused) == 1
    assert "sound CSV" in refused[0].reason


def test_pieces_of_a_story_are_no_rows(tmp_path: Path) -> None:
    """Behind a mark that is never closed the story's own paragraphs are left out, and told."""
    text = 'headline,body\na,one\nb,"two\n\nHe left, she said.\n\nThey came back.\nc,three\n'
    articles, refused = read(tmp_path / "a.csv", text)
    assert [a.headline for a in articles] == ["a", "c"]
    assert "lines 3 to 7 are left out" in refused[0].reason


def test_countless_stray_marks_take_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When too much would be read again, the message says from where the file is lost."""
    monkeypatch.setattr("bias.inputs.delimited.MOST_READ_AGAIN", 200)
    lines = [f'{n},"a\n' for n in range(99)]
    _, refused = read(tmp_path / "a.csv", "headline,body\n" + "".join(lines))
    assert any("lost from line" in refusal.reason for refusal in refused)


OBJECTS = {
    "a.jsonl": '{{\n "title": "Ferry",\n "text": "{}"\n}}\n'
               '{{\n "title": "Tram",\n "text": "{}"\n}}\n',
    "b.jsonl": '[{{"title": "Ferry", "text": "{}"}},\n{{"title": "Tram", "text": "{}"}}]',
    "c.json": '{{"title": "Ferry", "text": "{}"}}\n{{"title": "Tram", "text": "{}"}}\n',
    "d.jl": '{{"title": "Ferry", "text": "{}"}}\n{{"title": "Tram", "text": "{}"}}\n',
    "e.ndjson": '\n\n{{"title": "Ferry", "text": "{}"}}\n{{"title": "Tram", "text": "{}"}}',
    "f.json": '\ufeff{{"data": {{"items": [{{"title": "Ferry", "text": "{}"}}, '
              '{{"title": "Tram", "text": "{}"}}]}}}}',
}  # fmt: skip


@pytest.mark.parametrize("name", OBJECTS)
def test_json_however_it_is_held(tmp_path: Path, name: str) -> None:
    """Lines, lists, objects over several lines and lists inside objects are read alike."""
    articles, refused = read(tmp_path / name, OBJECTS[name].format(STORY, SECOND))
    assert not refused
    assert [(a.headline, a.body) for a in articles] == [("Ferry", STORY), ("Tram", SECOND)]


FRAGMENTS = {
    "tags": (["\n  ", "He met ", "Nora Quill", " on Monday.", "\n", "It rained."],
             "He met Nora Quill on Monday.\n\nIt rained."),
    "marks": (["She called it ", "“a shame”", ". He left."], "She called it “a shame”. He left."),
    "brackets": (["Mayor Fox (", "D", ") said so."], "Mayor Fox (D) said so."),
    "drop cap": (["T", "he board met.", "It voted."], "The board met.\n\nIt voted."),
    "link last": (["It is on ", "the site", ".", "Next."], "It is on the site.\n\nNext."),
    "paragraphs": (["One.", "Two.", "A subhead", "Three."], "One.\n\nTwo.\n\nA subhead\n\nThree."),
    "blanks behind": (["One. ", "Two. "], "One. \n\nTwo. "),
}  # fmt: skip


@pytest.mark.parametrize("kind", FRAGMENTS)
def test_pieces_between_tags(tmp_path: Path, kind: str) -> None:
    """What a page's tags cut is one paragraph again; paragraphs stay apart."""
    pieces, body = FRAGMENTS[kind]
    articles, _ = read(tmp_path / "a.jsonl", {"title": "T", "content": pieces})
    assert articles[0].body == body


@pytest.mark.parametrize(
    ("record", "outlet", "url"),
    [
        ({"source": "https://bay.example/1"}, None, "https://bay.example/1"),
        ({"source": "https://bay.example/1", "url": "https://x.example/"}, None, "https://x.example/"),
        ({"source": "news/fox/a.txt"}, None, None),
        ({"source": "news.csv:12"}, None, None),
        ({"source": "Bay Post"}, "Bay Post", None),
        ({"source": "bay.example"}, "bay.example", None),
    ],
)  # fmt: skip
def test_a_source_that_is_a_place_is_no_outlet(
    tmp_path: Path, record: dict[str, str], outlet: str | None, url: str | None
) -> None:
    """`source` is the outlet's name, never where something was read from."""
    articles, _ = read(tmp_path / "a.jsonl", {"text": STORY} | record)
    assert (articles[0].outlet, articles[0].url) == (outlet, url)


def test_read_article_refuses_several(tmp_path: Path) -> None:
    """Of a table of many rows no row is returned for all."""
    path = tmp_path / "a.csv"
    path.write_text(f'headline,body\nA,"{STORY}"\n')
    assert bias.read_article(path).headline == "A"
    path.write_text(f'headline,body\nA,"{STORY}"\nB,"{STORY}"\n')
    with pytest.raises(ReadError, match="several articles"):
        bias.read_article(path)


def test_a_bare_text_is_no_article() -> None:
    """Whether a text without a name is headline or body is not guessed."""
    with pytest.raises(UsageError, match="headline=… or body=…"):
        bias.Article(STORY)
    with pytest.raises(UsageError, match="no text, title"):
        bias.Article(title="Ferry", text=STORY)  # type: ignore[call-arg]
    assert bias.Article("Ferry", STORY) == bias.Article(headline="Ferry", body=STORY)


FOLDERS = {
    "one": (["a.txt", "b.docx"], {".docx": 1}),
    "several": (["a.txt", "b.pdf", "c.pdf", "sub/d.xyz"], {".pdf": 2, ".xyz": 1}),
    "no suffix": (["a.txt", "b"], {"no suffix": 1}),
    "packed": (["a.txt", "b.zip", "c.pdf.gz"], {".zip": 1, ".pdf": 1}),
    "none": (["a.txt", ".hidden", "README", "LICENSE"], {}),
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_files_left_out_are_named(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """What a folder holds in other formats is told in the closing line, the manifest, the log."""
    names, left = FOLDERS[kind]
    for name in names:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(f"Ferry\n\n{STORY}")
    left = (
        {suffix: n for suffix, n in left.items() if suffix not in (".docx",)} if _office() else left
    )
    for given in (tmp_path / "in", tmp_path / "in" / "**"):
        out = tmp_path / "out"
        assert main(["analyze", str(given), "-o", str(out), "--jobs", "1"]) in (0, 1)
        assert json.loads((out / "manifest.json").read_text("utf-8"))["left_out"] == left
        closing = capsys.readouterr().err.splitlines()[-1]
        assert all(f"{suffix} {count}" in closing for suffix, count in left.items())
        assert ("left out" in closing) == bool(left)
    with caplog.at_level(logging.WARNING):
        list(read_articles(tmp_path / "in", on_error=lambda refusal: None))
    assert ("left out" in caplog.text) == bool(left)


def _office() -> bool:
    """Tell whether office files are read."""
    from bias.inputs.read import FORMATS

    return ".docx" in FORMATS


def test_columns_that_come_twice_are_not_mixed(tmp_path: Path) -> None:
    """Two columns whose names differ in signs only: the first is read, the other kept."""
    row = {"Pub Date": "2024", "pub_date": "1999", "text": STORY}
    articles, _ = read(tmp_path / "a.jsonl", row)
    assert (articles[0].date, articles[0].extra) == ("2024", {"pub_date": "1999"})


def test_csv_readers_agree(tmp_path: Path) -> None:
    """Rows are those of Python's own reader, whatever stands in well-quoted cells."""
    rows = [[f"h{n}", f'One "{n}",\n\ntwo; three\ttabs | bars\nfour'] for n in range(50)]
    text = io.StringIO()
    csv.writer(text).writerows([["headline", "body"], *rows])
    articles, refused = read(tmp_path / "a.csv", text.getvalue())
    assert not refused
    assert [[a.headline, a.body] for a in articles] == rows


def test_names_are_compared_without_signs() -> None:
    """Case, blanks, underscores and hyphens of a column's name do not matter."""
    header = ["published-at", "FULL TEXT", "Title"]
    assert Columns.of(None).told(header) == (
        "read: Title→headline, FULL TEXT→body, published-at→date"
    )


QUOTED = f'"{STORY}"'
TABLES = {
    "a title above the header": f"From PressDB\n\nHeadline,Text,Outlet\nFerry,{QUOTED},Post\n",
    "a comment above the header": f"# 2024\nheadline,body,outlet\nFerry,{QUOTED},Post\n",
    "a row of groups above": f"Group,,\nheadline,body,outlet\nFerry,{QUOTED},Post\n",
    "a column twice": f"headline,body,body,outlet\nFerry,{QUOTED},,Post\n",
    "the second of two holds it": f"headline,body,body,outlet\nFerry,,{QUOTED},Post\n",
    "a blank name": f",headline,body,outlet\n0,Ferry,{QUOTED},Post\n",
    "names with marks": f"Headline:,Article Text,Source Name*\nFerry,{QUOTED},Post\n",
    "a last delimiter": f"headline;body;outlet;\nFerry;{QUOTED};Post;\n",
}
ESCAPED = r"“Yes” or \"no\", he said. "
OTHER_MARKS = {
    "backslashes": ("a.csv", 'headline,body\n"Ferry","' + ESCAPED + STORY + '"\n'),
    "backslashes over lines": (
        "a.csv", 'headline,body\n"Ferry","' + ESCAPED + f'{STORY}\n\nEnd."\nTram,{QUOTED}\n',
    ),
    "marks between tabs": ("a.tsv", f'headline\tbody\n"Ferry" sails\t"Yes" he said. {STORY}\n'),
    "marks between tabs in .tab": ("a.tab", f'headline\tbody\nFerry\t"Yes" he said. {STORY}\n'),
}  # fmt: skip
COLUMNS = {
    "under labels": {"title": {"0": "Ferry", "1": "Tram"}, "text": {"0": STORY, "1": SECOND}},
    "in lists": {"title": ["Ferry", "Tram"], "text": [STORY, SECOND]},
    "split": {
        "columns": ["title", "text"],
        "index": [0, 1],
        "data": [["Ferry", STORY], ["Tram", SECOND]],
    },
    "with a schema": {
        "schema": {"fields": []},
        "data": [{"title": "Ferry", "text": STORY}, {"title": "Tram", "text": SECOND}],
    },
}


@pytest.mark.parametrize("kind", TABLES)
def test_odd_headers_are_read(tmp_path: Path, kind: str) -> None:
    """Where the header stands and how it is written changes nothing; nothing is lost."""
    articles, refused = read(tmp_path / "a.csv", TABLES[kind])
    assert told(articles) == [("Ferry", STORY, "Post", None)]
    assert not refused


@pytest.mark.parametrize("kind", OTHER_MARKS)
def test_marks_of_other_programs_are_read(tmp_path: Path, kind: str) -> None:
    """Marks escaped with backslashes, and marks that mean nothing between tabs."""
    name, content = OTHER_MARKS[kind]
    articles, refused = read(tmp_path / name, content)
    assert not refused
    assert "he said." in articles[0].body
    assert len(articles) == content.count("Tram") + 1
    assert "\\" not in articles[0].body


def test_a_first_row_is_a_header_unless_a_better_one_follows(tmp_path: Path) -> None:
    """A cell that is called like a column of ours makes no header."""
    articles, refused = read(tmp_path / "a.csv", f"name,words\ntext,{QUOTED}\n")
    assert not articles
    assert "Columns found: name, words" in refused[0].reason


@pytest.mark.parametrize("kind", COLUMNS)
def test_json_by_columns_is_a_table(tmp_path: Path, kind: str) -> None:
    """What pandas writes is read row by row, never as one article."""
    articles, refused = read(tmp_path / "a.json", COLUMNS[kind])
    assert [(a.headline, a.body) for a in articles] == [("Ferry", STORY), ("Tram", SECOND)]
    assert not refused


def test_commas_behind_lines_of_json(tmp_path: Path) -> None:
    """A list of objects without its brackets."""
    rows = [json.dumps({"title": "Ferry", "text": text}) for text in (STORY, SECOND)]
    articles, refused = read(tmp_path / "a.jsonl", ",\n".join([*rows, ""]))
    assert [a.body for a in articles] == [STORY, SECOND]
    assert not refused


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.mhtml", "html"), ("a.mht", "html"), ("a.eml", "html"), ("a.eml", "plain")],
)
def test_saved_pages_and_e_mails_are_read(tmp_path: Path, name: str, kind: str) -> None:
    """The page or the text in a message is the article; what is attached is left alone."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"], message["From"] = "Ferry sails on Sundays", "a@b.example"
    story = f"<article><h1>Ferry sails on Sundays</h1><p>{STORY}</p><p>{SECOND}</p></article>"
    page = f"<html><title>Ferry sails on Sundays</title>{story}</html>"
    message.set_content(page if kind == "html" else f"{STORY}\n\n{SECOND}\n", subtype=kind)
    message.add_attachment(b"no page", maintype="image", subtype="png", filename="a.png")
    articles, refused = read(tmp_path / name, message.as_bytes())
    assert not refused
    [(headline, body, _, _)] = told(articles)
    assert headline == "Ferry sails on Sundays"
    assert body.split("\n\n") == [STORY, SECOND]


def test_a_message_without_words_is_refused(tmp_path: Path) -> None:
    """The message says what to do."""
    assert "Save it as .html" in read(tmp_path / "a.eml", "Subject: x\n\n")[1][0].reason
