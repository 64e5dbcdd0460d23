"""Reading files, folders, globs and standard input."""

import gzip
import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.inputs import Refusal, read_article, read_articles

CASES = Path(__file__).parent / "cases" / "reading"
RECORD = {"id": "7", "headline": "Ferry Returns", "body": "It sailed.", "outlet": "Post"}


def read_all(*inputs, **options):
    """Read everything; return articles and refusals."""
    refused: list[Refusal] = []
    articles = list(read_articles(inputs, on_error=refused.append, **options))
    return articles, refused


def bodies(articles):
    """Return headline and body of each."""
    return [(article.headline, article.body) for article in articles]


def write(path: Path, content) -> Path:
    """Write text, bytes or records, compressed where the name says so."""
    if isinstance(content, list):
        content = "".join(json.dumps(record) + "\n" for record in content)
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


FORMATS = {
    "a.txt": "\n\nFerry Returns\n\nIt sailed.\n",
    "a.md": "# Ferry Returns\n\nIt sailed.\n",
    "a.json": json.dumps(RECORD),
    "a.jsonl": [RECORD],
    "a.csv": "headline,body\nFerry Returns,It sailed.\n",
    "a.tsv": "headline\tbody\nFerry Returns\tIt sailed.\n",
    "a.html": "<title>Ferry Returns</title><h1>Ferry Returns</h1><p>It sailed.</p>",
    "A.HTM": "<h1>Ferry Returns</h1><p>It sailed.</p>",
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_every_format_gives_headline_and_body(tmp_path, name, suffix):
    """The same article in every format, compressed or not, reads the same."""
    path = write(tmp_path / (name + suffix), FORMATS[name])
    article = read_article(path)
    assert (article.headline, article.body) == ("Ferry Returns", "It sailed.")
    assert article.source.startswith(str(path))
    assert article.id


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_parquet_is_read_by_batches(tmp_path, suffix):
    """A Parquet file gives its rows in order, numbers and missing values included."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "title": ["One", None, "Three"],
            "text": ["x", None, None],
            "votes": [1, 2, None],
        }
    )
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    path = write(tmp_path / f"t.parquet{suffix}", buffer.getvalue())
    articles, refused = read_all(path)
    assert bodies(articles) == [("One", "x"), ("Three", "")]
    assert articles[0].extra == {"votes": "1"}
    assert [r.line for r in refused] == [2]


def test_parquet_without_pyarrow_says_what_to_install(tmp_path, monkeypatch):
    """A missing optional package is named with its install command."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReadError, match=r"pip install newsbias\[parquet\]"):
        read_article(write(tmp_path / "t.parquet", b"PAR1xxxxPAR1"))


def test_damaged_parquet_is_refused(tmp_path):
    """What pyarrow cannot read is a refusal."""
    pytest.importorskip("pyarrow")
    _, refused = read_all(write(tmp_path / "t.parquet", b"PAR1xxxxPAR1"))
    assert "Parquet" in refused[0].reason


def test_columns_become_fields(tmp_path):
    """Known columns fill their fields, other scalars stay as text, names are joined."""
    record = RECORD | {
        "date": "2024-03-05",
        "url": "https://x.example/",
        "authors": ["A. Bee", "C. Dee"],
        "Section": "local",
        "votes": 3,
        "live": True,
        "tags": {"a": 1},
        "none": None,
        "title": "Second choice",
    }
    article = read_article(write(tmp_path / "a.jsonl", [record]))
    assert article == Article(
        headline="Ferry Returns",
        body="It sailed.",
        id="7",
        outlet="Post",
        date="2024-03-05",
        url="https://x.example/",
        source=f"{tmp_path / 'a.jsonl'}:1",
        extra={
            "authors": "A. Bee, C. Dee",
            "Section": "local",
            "votes": "3",
            "live": "true",
            "title": "Second choice",
        },
    )


@pytest.mark.parametrize(
    ("record", "outlet", "extra"),
    [
        ({"source": "Post"}, "Post", {}),
        ({"source": "wire", "outlet": "Post"}, "Post", {"source": "wire"}),
        ({"source": "Post", "outlet": None}, "Post", {}),
    ],
)
def test_source_is_the_outlet_only_without_one(tmp_path, record, outlet, extra):
    """A `source` column names the outlet in corpora that have no `outlet`."""
    article = read_article(write(tmp_path / "a.jsonl", [{"body": "x"} | record]))
    assert (article.outlet, article.extra) == (outlet, extra)


def test_ids_are_stable_and_unique(tmp_path):
    """An id is the column's, else the path below the input with the line; twice the same."""
    write(tmp_path / "news/b.jsonl", [{"body": "x"}, {"body": "y", "id": 12}])
    write(tmp_path / "news/a.txt", "T\nx")
    write(tmp_path / "news/sub/a.txt.gz", "T\nx")
    first, second = (read_all(tmp_path / "news")[0] for _ in range(2))
    assert [article.id for article in first] == ["a", "b:1", "12", "sub/a"]
    assert first == second


def test_mapped_columns(tmp_path):
    """The caller's names win over ours, whatever their case."""
    path = write(tmp_path / "a.csv", "Kicker,headline,Story\nHead,Other,Text\n")
    articles, _ = read_all(path, columns={"headline": "kicker", "body": "Story"})
    assert bodies(articles) == [("Head", "Text")]
    assert articles[0].extra == {"headline": "Other"}


def test_unknown_mapping_is_a_usage_error():
    """A mapping of a name that does not exist is told at once, with the allowed ones."""
    with pytest.raises(UsageError, match=r"headlne.*headline, body"):
        read_articles("x.csv", columns={"headlne": "Title"})


@pytest.mark.parametrize(
    ("header", "columns"), [("id,Rubrik,Artikel", None), ("id,title,text", {"body": "Artikel2"})]
)
def test_missing_body_column(tmp_path, header, columns):
    """A table without its body column names file, columns found, names allowed and the way out."""
    path = write(tmp_path / "a.csv", f"{header}\n1,2,3\n")
    with pytest.raises(ReadError) as error:
        read_article(path, columns)
    for part in (str(path), header.replace(",", ", "), "--column body=NAME"):
        assert part in str(error.value)


def test_csv_oddities(tmp_path):
    """Long fields, quoted line ends, BOM, CRLF, blank and short rows are all sound CSV."""
    long = "word " * 60_000
    text = (
        f'\ufeffheadline,body,note\r\nA,"{long}",x\r\n\r\n'
        'B,"One.\r\n\r\nTwo ""x"".",y\r\nC,text\r\n'
    )
    articles, refused = read_all(write(tmp_path / "a.csv", text))
    assert bodies(articles) == [("A", long), ("B", 'One.\r\n\r\nTwo "x".'), ("C", "text")]
    assert not refused
    assert [a.source.rpartition(":")[2] for a in articles] == ["1", "3", "4"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_told_by_the_header(tmp_path, delimiter):
    """Spreadsheets of every locale are read."""
    text = f"headline{delimiter}body\rA{delimiter}x\rB{delimiter}y\r"
    articles, _ = read_all(write(tmp_path / "a.csv", text))
    assert bodies(articles) == [("A", "x"), ("B", "y")]


@pytest.mark.parametrize(
    ("row", "line", "reason"),
    [("A,b,c", 1, "3 cells"), ('A,"open', 1, "sound CSV"), ('A,"x"y', 1, "sound CSV")],
)
def test_broken_csv_rows(tmp_path, row, line, reason):
    """A broken row is refused with its number."""
    _, refused = read_all(write(tmp_path / "a.csv", f"headline,body\n{row}\n"))
    assert (refused[0].line, reason in refused[0].reason) == (line, True)


def bad_records():
    """Return the table of refused records."""
    lines = (CASES / "bad_records.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("raw", "reason"), bad_records())
def test_bad_record_is_refused_and_the_rest_read(tmp_path, raw, reason):
    """One bad line is named with its number; the lines around it are read."""
    good = json.dumps({"headline": "A", "body": "x"})
    path = write(tmp_path / "a.jsonl", f"{good}\n\n{raw}\n{good}\n")
    articles, refused = read_all(path)
    assert len(articles) == 2
    assert [(r.source, r.line) for r in refused] == [(str(path), 3)]
    assert reason in refused[0].reason
    assert refused[0].raw
    with pytest.raises(ReadError, match=r"a\.jsonl:3: "):
        list(read_articles(path))


def test_deeply_nested_json_is_refused(tmp_path):
    """Nesting beyond the interpreter's depth is the input's fault, not a crash."""
    _, refused = read_all(write(tmp_path / "a.json", "[" * 200_000))
    assert "not valid JSON" in refused[0].reason


@pytest.mark.parametrize(
    "content",
    [[{"body": "x"}, {"title": "T"}], {"articles": [{"body": "x"}, {"title": "T"}]}],
)
def test_json_lists(tmp_path, content):
    """A list of records, also under `articles`; a headline alone is an article."""
    articles, _ = read_all(write(tmp_path / "a.json", json.dumps(content)))
    assert bodies(articles) == [("", "x"), ("T", "")]


def test_body_as_list_of_paragraphs(tmp_path):
    """Paragraphs given one by one are parted by blank lines."""
    path = write(tmp_path / "a.jsonl", [{"body": ["One.", "Two."]}])
    assert read_article(path).body == "One.\n\nTwo."


def test_half_surrogates_can_be_written_again(tmp_path):
    """Half a surrogate pair, legal in JSON, does not make the record unwritable."""
    article = read_article(write(tmp_path / "a.jsonl", b'{"body": "x \\ud800 y"}\n'))
    assert article.body.encode("utf-8").decode("utf-8") == "x \ufffd y"


@pytest.mark.parametrize(
    "data",
    [
        "Café “x”\nText – ok".encode(),
        "Café “x”\nText – ok".encode("utf-8-sig"),
        "Café “x”\nText – ok".encode("utf-16"),
        "Café “x”\nText – ok".encode("utf-32"),
        b"\0\0\xfe\xff" + "Café “x”\nText – ok".encode("utf-32-be"),
        b"\xfe\xff" + "Café “x”\nText – ok".encode("utf-16-be"),
        "Café “x”\r\nText – ok".encode("cp1252"),
        "Café “x”\n".encode() + "Text – ok".encode("cp1252"),
    ],
)
def test_encodings(tmp_path, data):
    """UTF-8, UTF-16 with a mark, Windows-1252 and a mixture of them read alike."""
    article = read_article(write(tmp_path / "a.txt", data))
    assert (article.headline, article.body) == ("Café “x”", "Text – ok")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.csv", b"headline,body\n", "no article"),
        ("a.json", b"[]", "no article"),
        ("a.txt", b"%PDF-1.7 text", "binary"),
        ("a.csv", bytes(range(256)), "binary"),
        ("a.html", b"\x89PNG\r\n", "binary"),
        ("a.html", b"<html><script>x()</script></html>", "no text"),
        ("a.txt", b"\xff\xfea", "encoding"),
        ("a.docx", b"PK\x03\x04", ".jsonl"),
        ("README", b"text", "no suffix"),
    ],
)
def test_unreadable_files_are_refused(tmp_path, name, data, reason):
    """What holds no article is refused with its name and the reason, and the next file is read."""
    bad = tmp_path / name
    bad.write_bytes(data)
    articles, refused = read_all(bad, write(tmp_path / "good.txt", "T\nx"))
    assert len(articles) == 1
    assert [(r.source, r.line) for r in refused] == [(str(bad), None)]
    assert reason in refused[0].reason


def test_damaged_gzip(tmp_path):
    """A truncated archive gives what can be read, then a refusal; a false one only that."""
    whole = gzip.compress("".join(f'{{"body": "{i} {i * i}"}}\n' for i in range(20_000)).encode())
    cut, false = tmp_path / "cut.jsonl.gz", tmp_path / "false.txt.gz"
    cut.write_bytes(whole[:-2_000])
    false.write_bytes(b"plain text")
    articles, refused = read_all(cut, false)
    assert len(articles) > 1_000
    assert [r.source for r in refused] == [str(cut), str(false)]


def test_missing_inputs(tmp_path):
    """A missing file, an empty folder and a glob without matches are refused each."""
    (tmp_path / "empty").mkdir()
    given = [
        tmp_path / "no.txt",
        tmp_path / "nowhere",
        tmp_path / "empty",
        str(tmp_path / "*.jsonl"),
    ]
    articles, refused = read_all(*given)
    assert not articles
    assert [r.source for r in refused] == list(map(str, given))
    assert "no such file" in refused[0].reason
    assert "no such file" in refused[1].reason
    with pytest.raises(ReadError):
        read_article(given[0])


def test_folders_and_globs_are_sorted_and_choosy(tmp_path):
    """Only supported, visible files count, in sorted order, each once."""
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "notes.pdf", "README"):
        write(tmp_path / name, f"{name}\nx")
    expected = ["a.txt", "b.txt", "sub/c.txt"]
    for place in (tmp_path, str(tmp_path / "*"), str(tmp_path / "**" / "*")):
        articles, refused = read_all(place)
        assert [a.headline for a in articles] == expected
        assert not refused


def test_a_file_whose_name_looks_like_a_glob(tmp_path):
    """An existing path is never taken for a pattern."""
    assert read_article(write(tmp_path / "a[1].txt", "T\nx")).headline == "T"


STANDARD_INPUT = {
    "text": (b"\nHead\nText <b here\n", [("Head", "Text <b here")]),
    "lines": (b'{"headline": "A", "body": "x"}\n{"body": "y"}\n', [("A", "x"), ("", "y")]),
    "object": (b'{\n "headline": "A",\n "body": "x"\n}\n', [("A", "x")]),
    "list": (b'[{"headline": "A", "body": "x"}]', [("A", "x")]),
    "articles": (b'{"articles": [{"body": "x"}]}', [("", "x")]),
    "page": (b"<!DOCTYPE html>\n<h1>A</h1><p>x</p>", [("A", "x")]),
    "gzip": (gzip.compress(b'{"headline": "A", "body": "x"}\n'), [("A", "x")]),
    "mark": (b'\xef\xbb\xbf{"headline": "A", "body": "x"}\n', [("A", "x")]),
    "wide": ("A\nx".encode("utf-16"), [("A", "x")]),
    "widest": ("A\nx".encode("utf-32"), [("A", "x")]),
    "bracket": (b"[Updated] Head\nText", [("[Updated] Head", "Text")]),
}


def feed(monkeypatch, data):
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("kind", STANDARD_INPUT)
def test_standard_input(monkeypatch, kind):
    """The format of standard input is told by its beginning."""
    data, expected = STANDARD_INPUT[kind]
    feed(monkeypatch, data)
    articles, refused = read_all("-")
    assert bodies(articles) == expected
    assert not refused
    assert articles[0].source.startswith("-")


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0\1\2", b"{", b"\x1f\x8b\x08broken"])
def test_bad_standard_input(monkeypatch, data):
    """Nothing, binary data and broken JSON on standard input are refusals."""
    feed(monkeypatch, data)
    articles, refused = read_all("-")
    assert not articles
    assert [r.source for r in refused] == ["-"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv"])
def test_large_files_are_streamed(tmp_path, name):
    """Reading 20 MB takes a small part of that in memory."""
    body = "word " * 1_000
    lines = (
        f'"{i}","{body}"\n' if "csv" in name else json.dumps({"body": f"{i} {body}"}) + "\n"
        for i in range(4_000)
    )
    path = tmp_path / name
    with gzip.open(path, "wt", compresslevel=1) if name.endswith("gz") else path.open("w") as file:
        file.write("headline,body\n" if "csv" in name else "")
        file.writelines(lines)
    next(read_articles(path))
    tracemalloc.start()
    count = sum(1 for _ in read_articles(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 1_000_000


@given(data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".md", ".html", ".json"]))
def test_any_bytes_give_an_article_or_a_refusal(tmp_path_factory, data, suffix):
    """No content of a file ends in any other error."""
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    articles, refused = read_all(path)
    assert len(articles) + len(refused) >= 1


@given(
    data=st.binary(max_size=200).map(lambda data: b"headline,body\n" + data),
    suffix=st.sampled_from([".csv", ".tsv", ".jsonl", ".jsonl.gz", ".parquet"]),
)
def test_any_table_gives_articles_or_refusals(tmp_path_factory, data, suffix):
    """No table, however damaged, ends in any other error."""
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    articles, refused = read_all(path)
    assert len(articles) + len(refused) >= 1


def test_a_folders_readme_is_no_article(tmp_path: Path) -> None:
    """A note about a folder is left out when the folder is read, and read when named."""
    (tmp_path / "README.md").write_text("# About\n\nThese are articles.", "utf-8")
    (tmp_path / "a.txt").write_text("A headline\n\nA body.", "utf-8")
    assert [a.headline for a in read_articles(tmp_path)] == ["A headline"]
    assert read_article(tmp_path / "README.md").headline == "About"
