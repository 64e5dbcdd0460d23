"""A batch: nothing is lost, everything adds up, and hostile input does no harm."""

import gzip
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import bias
from bias import inputs as reading
from bias.analysis import analyze_document
from bias.cli import main
from bias.document.article import Article
from bias.document.document import Document
from bias.engines.choose import results
from bias.engines.local import CHUNK, map_in_order
from bias.errors import UsageError
from bias.inputs import Refusal, read_articles
from bias.inputs.digest import describe_inputs
from bias.outputs import UNIT_COLUMNS, flat_row, layout_of, write_records
from bias.outputs.forms import BATCH, as_cells, as_csv, as_lines
from bias.report.write import file_name

GOOD = {"headline": "Ferry Returns", "body": "It sailed on Monday."}


def write(path: Path, *records: Any) -> Path:
    """Write records, or text as it is, one a line."""
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def analyze(source: Path | str, out: Path, *options: str) -> int:
    """Run the command."""
    return main(["analyze", str(source), "-o", str(out), "--quiet", "--jobs", "1", *options])


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a `.jsonl` file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def read_all(*inputs: Path | str) -> tuple[list[Article], list[Refusal]]:
    """Read everything; return articles and refusals."""
    refused: list[Refusal] = []
    return list(read_articles(inputs, on_error=refused.append)), refused


def test_read_is_rated_and_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every line of the input is counted once, in the closing line and in the manifest."""
    source = write(tmp_path / "in.jsonl", GOOD, "{broken", GOOD | {"id": "b"}, '"text"', GOOD)
    out = tmp_path / "tables"
    assert main(["analyze", str(source), "-o", str(out)]) == 1
    assert "5 read = 3 analysed + 2 refused; 3 not rated" in capsys.readouterr().err
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    counts = {"read": 5, "rated": 3, "unrated": 3, "refused": 2, "duplicate_ids": 0}
    assert manifest["counts"] == counts
    assert [row["line"] for row in rows(out / "errors.jsonl")] == [2, 4]


def test_an_error_tells_where_why_and_what(tmp_path: Path) -> None:
    """`errors.jsonl` holds source, line, reason and the raw record."""
    source = write(tmp_path / "in.jsonl", GOOD, {"body": 7, "id": "x"})
    analyze(source, tmp_path / "x.jsonl")
    error = rows(tmp_path / "x.jsonl.errors.jsonl")[0]
    assert set(error) == {"source", "line", "reason", "raw"}
    assert (error["source"], error["line"]) == (str(source), 2)
    assert json.loads(error["raw"]) == {"body": 7, "id": "x"}


def test_a_failing_analysis_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that breaks the analysis is kept in the errors under its own line, alone."""

    def broken(document: Document, **options: Any) -> bias.Analysis:
        if document.article.id == "bad":
            raise ZeroDivisionError("half")
        return analyze_document(document, **options)

    monkeypatch.setattr("bias.cli.analyze.analyze_document", broken)
    source = write(tmp_path / "in.jsonl", *(GOOD | {"id": name} for name in ("a", "bad", "c")))
    assert analyze(source, tmp_path / "x.jsonl") == 1
    (error,) = rows(tmp_path / "x.jsonl.errors.jsonl")
    assert (error["source"], error["line"]) == (str(source), 2)
    assert "ZeroDivisionError: half" in error["reason"]
    assert GOOD["body"] in error["raw"]
    assert [row["id"] for row in rows(tmp_path / "x.jsonl")] == ["a", "c"]


def test_articles_that_cannot_be_cut_together_are_cut_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in cutting several at once costs time and no article."""

    def broken(articles: Any) -> None:
        raise ZeroDivisionError("half")

    monkeypatch.setattr("bias.cli.batch.cut_together", broken)
    source = write(tmp_path / "in.jsonl", *(GOOD | {"id": name} for name in "abc"))
    assert analyze(source, tmp_path / "x.jsonl") == 0
    assert [row["id"] for row in rows(tmp_path / "x.jsonl")] == ["a", "b", "c"]


def test_duplicate_ids_are_rated_and_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that comes twice costs no article; it is named, counted and in the manifest."""
    source = write(tmp_path / "in.jsonl", *(GOOD | {"id": name} for name in "abaca"))
    out = tmp_path / "tables"
    assert analyze(source, out) == 0
    told = capsys.readouterr().err
    assert "the id 'a'" in told
    assert "2 articles have an id that came before" in told
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["counts"]["duplicate_ids"] == 2
    assert [d["source"] for d in manifest["duplicates"]] == [f"{source}:3", f"{source}:5"]
    assert manifest["articles"] == 5


def test_a_long_id_is_told_in_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id as long as an article fills neither the terminal nor the manifest; the table has it."""
    name = "ferry" * 10_000
    source = write(tmp_path / "in.jsonl", GOOD | {"id": name}, GOOD | {"id": name})
    out = tmp_path / "tables"
    analyze(source, out)
    told = json.loads((out / "manifest.json").read_text("utf-8"))["duplicates"][0]["id"]
    assert (len(told), told[:5], told[-1]) == (200, "ferry", "…")
    assert len(capsys.readouterr().err) < 1_000
    assert list(pd.read_csv(out / "articles.csv")["id"]) == [name, name]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_rows_of_equal_ids_are_told_apart(tmp_path: Path, form: str) -> None:
    """Every table numbers the articles as they were read, refusals included."""
    source = write(tmp_path / "in.jsonl", GOOD, "{broken", GOOD, GOOD | {"id": "x"})
    content = source.read_text("utf-8").replace('{"headline"', '{"id": "x", "headline"')
    source.write_text(content, "utf-8")
    analyze(source, tmp_path / "tables", "--tables", form)
    read = pd.read_parquet if form == "parquet" else pd.read_csv
    tables = {n: read(tmp_path / "tables" / f"{n}.{form}") for n in ("articles", *UNIT_COLUMNS)}
    assert list(tables["articles"]["id"]) == ["x", "x", "x"]
    assert list(tables["articles"]["article_number"]) == [0, 2, 3]
    assert list(tables["sentences"]["article_number"]) == [0, 0, 2, 2, 3, 3]
    for name in UNIT_COLUMNS:
        assert not tables[name].duplicated(["article_number", "number"]).any()
        assert tables[name]["article_number"].is_monotonic_increasing


def test_a_long_row_is_the_same_line_of_json() -> None:
    """What is encoded in batches reads as if it were encoded at once."""
    row = {
        "id": "“x”",
        "none": [],
        "few": [{"a": 1.5}],
        "cues": [{"n": n} for n in range(2 * BATCH + 1)],
    }
    line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
    assert as_lines([], [row, row]).content == line + line


@pytest.mark.parametrize("form", [as_lines, as_csv, as_cells])
@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_json_lacks_is_never_written(form: Any, value: float) -> None:
    """Undefined is null or empty; NaN and infinity are an error, whatever the form."""
    assert form(["a"], [{"a": None}]).count == 1
    with pytest.raises(ValueError, match=r"not JSON compliant|a row holds"):
        form(["a"], [{"a": value}])


def test_the_manifest_tells_what_made_the_tables(tmp_path: Path) -> None:
    """Versions, digests of models and lists, inputs with size and digest, rows of each table."""
    source = write(tmp_path / "in.jsonl", GOOD)
    analyze(source, tmp_path / "tables")
    manifest = json.loads((tmp_path / "tables" / "manifest.json").read_text("utf-8"))
    assert {"version", "model", "lexicons", "libraries", "python", "options"} <= set(manifest)
    assert manifest["inputs"] == describe_inputs([source])
    assert manifest["inputs"][0]["bytes"] == source.stat().st_size
    assert manifest["rows"]["articles"] == 1


def test_digests_tell_changed_files_and_only_those(tmp_path: Path) -> None:
    """A folder's digest changes with a file's content or name, not with its time."""
    folder = tmp_path / "news"
    folder.mkdir()
    file = write(folder / "a.txt", "Ferry", "It sailed.")
    first = describe_inputs([folder])
    os.utime(file, (1, 1))
    assert describe_inputs([folder]) == first
    file.rename(folder / "b.txt")
    assert describe_inputs([folder]) != first
    assert describe_inputs(["-", tmp_path / "none"])[0]["sha256"] is None


@pytest.mark.parametrize("form", ["csv", "csv.gz", "parquet"])
def test_tidy_tables_hold_the_same_in_every_form(tmp_path: Path, form: str) -> None:
    """Tables of every form join on the id, with the same rows and undefined cells empty."""
    source = write(tmp_path / "in.jsonl", GOOD | {"id": "a"}, GOOD | {"id": "b"})
    analyze(source, tmp_path / "plain")
    analyze(source, tmp_path / "other", "--tables", form)
    read = pd.read_parquet if form == "parquet" else pd.read_csv
    for name in ("articles", "paragraphs", "sentences", "cues"):
        plain = pd.read_csv(tmp_path / "plain" / f"{name}.csv")
        other = read(tmp_path / "other" / f"{name}.{form}")
        assert list(other) == list(plain)
        assert other.shape == plain.shape
    assert other["article"].tolist() == plain["article"].tolist()


def test_parquet_types_do_not_depend_on_the_articles(tmp_path: Path) -> None:
    """Numbers are numbers and text is text, also where every cell is empty."""
    import pyarrow.parquet as pq

    short, long = tmp_path / "short.parquet", tmp_path / "long.parquet"
    analyze(write(tmp_path / "a.jsonl", {"body": "Word"}), short)
    body = "The board met on Monday and approved the radical ferry. " * 20
    analyze(write(tmp_path / "b.jsonl", GOOD | {"body": body, "outlet": "Post"}), long)
    assert pq.read_schema(short) == pq.read_schema(long)


def test_columns_that_hold_text_are_told_from_numbers() -> None:
    """Whatever the codebook gains, the flat row's text columns are the ones named as such."""
    import bias

    body = "“We failed,” he said. The radical mob slammed the plan on Monday. " * 20
    analysis = bias.analyze(Article("Mayor Slams Plan", body, "a", "Post", "2024", "u", "s"))
    row = flat_row(analysis.to_dict())
    assert set(bias.to_frame([analysis]).columns) == set(row)


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_formulas_are_neutralised_in_every_csv(tmp_path: Path, start: str) -> None:
    """No cell of text that begins like a formula, in any table, reaches a spreadsheet as one."""
    text = f"{start}HYPERLINK(A1) was in the paper today"
    source = write(tmp_path / "in.jsonl", {"id": text, "headline": text, "body": text})
    analyze(source, tmp_path / "x.csv")
    analyze(source, tmp_path / "tables")
    files = [tmp_path / "x.csv", *(tmp_path / "tables").glob("*.csv")]
    assert len(files) == 5
    for file in files:
        table = pd.read_csv(file, dtype=str, keep_default_na=False)
        assert not any(
            str(cell).lstrip(" ").startswith(start[0]) and not str(cell)[1:].isdigit()
            for column in table.select_dtypes("str")
            for cell in table[column]
            if column in ("id", "headline", "article", "text")
        )


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "a\\b", "..", "con", "\0", "a/b"])
def test_ids_like_paths_stay_in_the_folder(tmp_path: Path, name: str) -> None:
    """An id never becomes a path: file names from it have no folder, tables keep it as text."""
    assert Path(file_name(name)).name == file_name(name) not in ("", ".", "..")
    out = tmp_path / "a" / "b" / "tables"
    analyze(write(tmp_path / "in.jsonl", GOOD | {"id": name}), out)
    tables = {f"{table}.csv" for table in ("articles", "cues", "paragraphs", "sentences")}
    found = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    places = {out.relative_to(tmp_path) / file for file in (*tables, "manifest.json")}
    assert found == {Path("in.jsonl"), *places}


@pytest.mark.parametrize("address", ["https://example.org/a.html", "HTTP://example.org/x.jsonl"])
def test_addresses_are_refused(address: str) -> None:
    """Nothing is fetched from the web; the message says what to do instead."""
    articles, refused = read_all(address)
    assert not articles
    assert "not read" in refused[0].reason
    assert refused[0].source == address


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test reaches."""
    for module in ("limits", "tables", "delimited", "archive", "record", "plain", "page"):
        monkeypatch.setattr(f"bias.inputs.{module}.LARGEST", 1_000)
    monkeypatch.setattr("bias.inputs.limits.BOMB_SIZE", 100_000)
    for module in ("tables", "parquet"):
        monkeypatch.setattr(f"bias.inputs.{module}.LARGEST_DOCUMENT", 3_000)


LONG = {
    "a.txt": b"Head\n\n" + b"word " * 400,
    "a.md": b"# Head\n\n" + b"word " * 400,
    "a.html": b"<h1>Head</h1>" + b"<p>word " * 400,
    "a.json": json.dumps([GOOD] * 100).encode(),
}


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("name", LONG)
def test_files_that_are_too_long_are_refused(tmp_path: Path, name: str) -> None:
    """A text, page or document beyond the limit is refused by name, and the next file is read."""
    path = tmp_path / name
    path.write_bytes(LONG[name])
    articles, refused = read_all(path, write(tmp_path / "good.txt", "Ferry", "It sailed."))
    assert len(articles) == 1
    assert (refused[0].source, "longer than" in refused[0].reason) == (str(path), True)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_a_record_that_is_too_long_is_refused_alone(tmp_path: Path, suffix: str) -> None:
    """A record beyond the limit costs that record only, named by its number."""
    path = tmp_path / f"a.{suffix}"
    records = [GOOD, GOOD | {"body": "word " * 900}, GOOD]
    if suffix == "jsonl":
        write(path, *records)
    elif suffix == "csv":
        pd.DataFrame(records).to_csv(path, index=False)
    else:
        pd.DataFrame(records).to_parquet(path)
    articles, refused = read_all(path)
    assert len(articles) == 2
    assert [r.line for r in refused] == [2]


@pytest.mark.usefixtures("small_limits")
def test_a_line_without_end_takes_no_memory(tmp_path: Path) -> None:
    """A line of many times the limit is passed over piece by piece; the line behind it is read."""
    path = write(tmp_path / "a.jsonl", "x" * 1_000_000, GOOD)
    articles, refused = read_all(path)
    assert ([r.line for r in refused], len(articles)) == ([1], 1)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.txt.gz", "a.parquet.gz"])
def test_decompression_bombs_are_refused(tmp_path: Path, name: str) -> None:
    """What unpacks to hundreds of times its size is not unpacked to the end."""
    path = tmp_path / name
    head = b"headline,body\n" if "csv" in name else b""
    path.write_bytes(gzip.compress(head + b"\n" * 5_000_000))
    articles, refused = read_all(path)
    assert not articles
    assert refused


@pytest.mark.usefixtures("small_limits")
def test_a_bomb_says_what_it_is(tmp_path: Path) -> None:
    """The reason names the bomb and the way out."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps(GOOD) + "\n").encode() * 50_000))
    _, refused = read_all(path)
    assert "decompression bomb" in refused[0].reason


def archive(path: Path) -> Path:
    """Write a web archive: two pages among what else a crawl keeps."""
    served = [
        ("1", "text/html; charset=iso-8859-2", "200 OK", _page("Ferry Łódź").encode("iso-8859-2")),
        ("p.png", "image/png", "200 OK", b"\x89PNG"),
        ("gone", "text/html", "404 Not Found", b"<p>gone</p>"),
        ("empty", "text/html", "200 OK", b"<html><script>x()</script></html>"),
        ("2", "TEXT/HTML", "200 OK", _page("Second Ferry").encode()),
    ]
    records = [_record("warcinfo", "x", b"software: x\r\n")]
    for name, kind, status, body in served:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
        records.append(_record("response", name, head + body))
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    return path


def _record(kind: str, name: str, content: bytes) -> bytes:
    """Return one record of a web archive, as ISO 28500 lays it down."""
    headers = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: https://paper.example/{name}",
        "WARC-Date: 2024-01-02T03:04:05Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join([*headers, "", ""]).encode() + content + b"\r\n\r\n"


def _page(title: str) -> str:
    return f"<title>{title}</title><h1>{title}</h1><p>It sailed on Monday at noon.</p>"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_web_archives_give_their_pages(tmp_path: Path, name: str) -> None:
    """The pages that were served are articles, with address and date; the rest is no article."""
    pytest.importorskip("warcio")
    path = archive(tmp_path / name)
    articles, refused = read_all(path)
    assert [a.headline for a in articles] == ["Ferry Łódź", "Second Ferry"]
    assert [a.url for a in articles] == ["https://paper.example/1", "https://paper.example/2"]
    assert all(a.extra["captured"] for a in articles)
    assert [(r.source, r.line) for r in refused] == [(str(path), 5)]


def test_sloppy_archives_are_read_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lost lines between records stop no page, and warcio's own remarks do not come through."""
    pytest.importorskip("warcio")
    served = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _page("Ferry").encode()
    records = [_record("response", name, served) for name in ("a b", "c")]
    path = tmp_path / "a.warc"
    path.write_bytes(records[0].removesuffix(b"\r\n\r\n") + b" lost\r\n\r\n" + records[1])
    articles, _ = read_all(path)
    assert [article.headline for article in articles] == ["Ferry", "Ferry"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nbroken", b"no archive at all\n", b"\0" * 99])
def test_damaged_archives_are_refused(tmp_path: Path, data: bytes) -> None:
    """What is no web archive is a refusal."""
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    path.write_bytes(data)
    articles, refused = read_all(path)
    assert (len(articles), len(refused)) == (0, 1)


def test_archives_without_warcio_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing optional package is named with its install command."""
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    _, refused = read_all(tmp_path / "a.warc")
    assert "pip install newsbias[warc]" in refused[0].reason


def test_folders_are_listed_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first article of a folder comes before the second file is looked at."""
    for name in "ab":
        write(tmp_path / f"{name}.txt", "Ferry", "It sailed.")
    looked: list[Path] = []
    named = reading.inputs._named
    monkeypatch.setattr(
        "bias.inputs.inputs._named", lambda path, *rest: looked.append(path) or named(path, *rest)
    )
    next(read_articles(tmp_path))
    assert [path.name for path in looked] == ["a.txt"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"engine": "spark"}, "Allowed: local, dask"),
        ({"scheduler": "tcp://x"}, "--engine dask"),
    ],
)
def test_engines_that_do_not_exist(options: dict[str, str], told: str) -> None:
    """An unknown engine, or a scheduler without a cluster, is wrong usage."""
    with pytest.raises(UsageError, match=told):
        results(len, ["x"], **options)


def process(_: int) -> int:
    """Return the process that does the work."""
    return os.getpid()


def test_few_items_start_no_process() -> None:
    """Fewer items than a worker is handed at a time are done here; more are not."""
    assert set(map_in_order(process, range(CHUNK - 1), 2)) == {os.getpid()}
    assert os.getpid() not in map_in_order(process, range(CHUNK), 2)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    """No worker outlives the process that gave it work."""
    code = (
        "import time\nfrom bias.engines.local import map_in_order\n"
        "for pid in map_in_order(lambda_, range(100), 2): print(pid, flush=True)\n"
    ).replace("lambda_", "pause")
    module = "import os, time\ndef pause(n):\n    time.sleep(0.2)\n    return os.getpid()\n"
    (tmp_path / "run.py").write_text(module + code, "utf-8")
    run = subprocess.Popen([sys.executable, tmp_path / "run.py"], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    worker = Path("/proc", run.stdout.readline().strip())
    assert worker.is_dir()
    run.kill()
    run.communicate()
    deadline = time.monotonic() + 30
    while worker.is_dir() and "Z" not in _process_state(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not worker.is_dir() or "Z" in _process_state(worker)


def _process_state(process: Path) -> str:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_records_written_from_python_leave_nothing_half_written(tmp_path: Path) -> None:
    """A stream of records that breaks off leaves no file."""

    def records() -> Any:
        import bias

        yield bias.analyze(Article("Ferry", "It sailed.")).to_dict()
        raise RuntimeError("lost")

    with pytest.raises(RuntimeError, match="lost"):
        write_records(records(), tmp_path / "x.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_every_output_has_a_layout(tmp_path: Path) -> None:
    """Errors and unfinished work of a folder stand in it, those of a file beside it."""
    folder, file = layout_of(tmp_path / "tables"), layout_of(tmp_path / "x.csv.gz")
    assert folder.errors == tmp_path / "tables" / "errors.jsonl"
    assert file.errors == tmp_path / "x.csv.gz.errors.jsonl"
    assert folder.unfinished.parent == tmp_path / "tables"
    assert file.unfinished.parent == tmp_path


def test_a_tag_of_a_hundred_thousand_attributes_costs_only_them(tmp_path: Path) -> None:
    """A tag that would keep the parser busy loses its attributes; the page's text is read."""
    attributes = " ".join(f"a{n}=x" for n in range(100_000))
    page = tmp_path / "a.html"
    page.write_text(f"<div {attributes}>{_page('Ferry')}</div><{'w' * 100_000}", "utf-8")
    articles, refused = read_all(page)
    assert (articles[0].headline, refused) == ("Ferry", [])
    assert "It sailed on Monday at noon." in articles[0].body


@pytest.mark.parametrize("name", ["x.jsonl", "x.json"])
def test_a_record_without_a_mapped_column_is_refused(tmp_path: Path, name: str) -> None:
    """A JSON record that lacks a mapped column is refused by name; an empty cell is no lack."""
    full, wide = {"Text": "It sailed.", "Kicker": None}, {f"c{n}": n for n in range(30)}
    source = tmp_path / name
    content = [full, GOOD, {"Text": "It sailed."} | wide]
    parts = map(json.dumps, content)
    source.write_text("\n".join(parts) if name == "x.jsonl" else json.dumps(content), "utf-8")
    refused: list[Refusal] = []
    columns = {"body": "Text", "headline": "Kicker"}
    articles = list(read_articles(source, columns, refused.append))
    assert [article.body for article in articles] == ["It sailed."]
    first, second = (refusal.reason for refusal in refused)
    assert "Columns found: headline, body." in first
    assert "no column for the headline" in second
    assert "c10 and 19 more." in second


def test_a_short_row_has_all_columns(tmp_path: Path) -> None:
    """Cells that a row leaves out at its end are empty, mapped or not."""
    source = write(tmp_path / "a.csv", "Text,Kicker", "It sailed.")
    columns = {"body": "Text", "headline": "Kicker"}
    assert [article.body for article in read_articles(source, columns)] == ["It sailed."]


def test_unrated_are_counted_with_and_without_a_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The closing line says how many are not rated, and nothing when none is."""
    long = {"headline": "Ferry Returns", "body": "It sailed on Monday with the mail. " * 20}
    for content, told in (([long, GOOD], "; 1 not rated ->"), ([long], "0 refused ->")):
        source = write(tmp_path / "in.jsonl", *content)
        assert main(["analyze", str(source), "-o", str(tmp_path / "x.csv"), "--jobs", "1"]) == 0
        assert told in capsys.readouterr().err


def test_an_input_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An output whose files would be read as articles is refused before any work."""
    source = write(tmp_path / "in.jsonl", GOOD)
    before = source.read_bytes()
    assert analyze(source, source) == 2
    assert source.read_bytes() == before
    assert analyze(tmp_path, tmp_path / "x.jsonl") == 0
    assert analyze(tmp_path, tmp_path / "x.jsonl") == 2
    assert "would be replaced" in capsys.readouterr().err
    assert len(rows(tmp_path / "x.jsonl")) == 1


def test_an_earlier_output_that_stays_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When all is refused, the closing line does not hide the output of an earlier run."""
    out = tmp_path / "x.jsonl"
    analyze(write(tmp_path / "in.jsonl", GOOD), out)
    broken = write(tmp_path / "in.jsonl", "{broken")
    assert main(["analyze", str(broken), "-o", str(out)]) == 1
    assert "of an earlier run is left as it was" in capsys.readouterr().err


def test_a_report_on_nothing_names_no_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When all is refused, nothing is said to be drawn; one is told as one."""
    broken = write(tmp_path / "in.jsonl", "{broken")
    assert main(["report", str(broken), "-o", str(tmp_path / "zz")]) == 1
    assert "nothing drawn, 1 input refused" in capsys.readouterr().err
    assert not (tmp_path / "zz").exists()


def test_no_text_commands_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences and turned writing in articles and records are spelled out."""
    evil = "\x1b[31m\u202e\x9b"
    one = {"headline": f"Ferry {evil}", "body": f"It sailed. {evil}", "outlet": evil}
    source = write(tmp_path / "in.jsonl", one, {"body": "x", "headline": {evil: 1}}, {evil: 1})
    assert main(["analyze", str(source), "--jobs", "1"]) == 1
    told = capsys.readouterr()
    assert not set(evil[:1] + evil[5:]) & set(told.out + told.err)
    assert "\\x1b" in told.out
    assert "\\x1b" in told.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    """A named pipe is read like standard input: no digest of it, and no waiting for ever."""
    pipe = tmp_path / "in.jsonl"
    os.mkfifo(pipe)
    assert describe_inputs([pipe])[0]["sha256"] is None
    assert analyze(pipe, tmp_path / "x.jsonl", "--resume") == 2
    writer = subprocess.Popen(
        [sys.executable, "-c", f"open({str(pipe)!r}, 'w').write({json.dumps(GOOD)!r})"]
    )
    assert analyze(pipe, tmp_path / "x.jsonl") == 0
    assert writer.wait() == 0
