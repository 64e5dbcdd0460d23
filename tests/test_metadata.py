"""A table beside the files, own columns in every output, folders as groups."""

import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import bias
from bias.cli import main
from bias.errors import UsageError
from bias.inputs import read_articles

STORY = (
    "The harbour board voted on Monday to run the ferry on Sundays. The first boat leaves at nine, "
    "the board said, and the fare stays at two pounds. Nora Quill said that she had asked for it."
)
PAGE = f"<title>Ferry</title><article><h1>Ferry</h1><p>{STORY}</p><p>{STORY}</p></article>"


def corpus(folder: Path, table: str = "", name: str = "metadata.csv") -> Path:
    """Write files in two folders, and a table beside them."""
    for place, content in {
        "fox/a.txt": f"Ferry\n\n{STORY}", "nyt/a.txt": f"Tram\n\n{STORY}",
        "nyt/b.html": PAGE, "c.md": f"# Pier\n\n{STORY}",
    }.items():  # fmt: skip
        path = folder / "news" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    (folder / "news" / name).write_text(table, "utf-8")
    return folder / "news" / name


def outlets(folder: Path, table: Path) -> dict[str, str | None]:
    """Return the outlet of each article, by id."""
    return {a.id: a.outlet for a in read_articles(folder / "news", metadata=table)}


EXPECTED = {"c": "Pier", "fox/a": "Fox", "nyt/a": "Times", "nyt/b": "Times"}
TABLES = {
    "paths": "file,outlet\nfox/a.txt,Fox\nnyt/a.txt,Times\nnyt/b.html,Times\nc.md,Pier\n",
    "no suffixes": "file;outlet\nfox/a;Fox\nnyt/a;Times\nnyt/b;Times\nc;Pier\n",
    "longer paths": (
        "path,outlet\nnews/fox/a.txt,Fox\nnews/nyt/a.txt,Times\nnews/nyt/b.html,Times\n"
        "news/c.md,Pier\n"
    ),
    "names alone": "filename\tsource\nfox/a.txt\tFox\nnyt/a.txt\tTimes\nb.html\tTimes\n"
                   "c.md\tPier\n",
    "windows": "File,Outlet\nfox\\A.TXT,Fox\nnyt\\a.txt,Times\nnyt\\b.html,Times\n.\\c.md,Pier\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_tells_of_files(tmp_path: Path, kind: str) -> None:
    """Files are found by the path, the end of it, or the name, in any case."""
    table = corpus(tmp_path, TABLES[kind])
    assert outlets(tmp_path, table) == EXPECTED


def test_json_lines_tell_too(tmp_path: Path) -> None:
    """The table may be JSON; what it says of date, id and own columns is taken as well."""
    row = {"file": "c.md", "date": "2024-03-04", "id": 7, "topic": "sea", "authors": ["A", "B"]}
    table = corpus(tmp_path, json.dumps(row) + "\n", "about.jsonl")
    found = {a.headline: a for a in read_articles(tmp_path / "news" / "c.md", metadata=table)}
    assert (found["Pier"].date, found["Pier"].id) == ("2024-03-04", "7")
    assert found["Pier"].extra == {"topic": "sea", "authors": "A, B"}


ROWS = [["file", "outlet"], ["fox/a.txt", "Fox"], ["nyt/a", "Times"], ["b.html", "Times"]]
BOOKS = {
    "one sheet": {"Sheet1": [*ROWS, ["c.md", "Pier"]]},
    "a title above": {"Sheet1": [["Autumn term"], [], *ROWS, [None, None], ["c.md", "Pier"]]},
    "other sheets": {"Notes": [["to do"], ["call"]], "Files": [*ROWS, ["c.md", "Pier"]]},
    "two tables": {"News": ROWS, "More": [["Outlet", "File name"], ["Pier", "c"]]},
    "other columns": {"S": [["", "Filename", "Paper"], *([None, *row] for row in ROWS[1:]),
                            [1, "c.md", "Pier"]]},
}  # fmt: skip


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """Write an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", BOOKS)
def test_a_workbook_tells_of_files(tmp_path: Path, kind: str) -> None:
    """Every sheet with a column of files is read, wherever its header stands."""
    table = workbook(corpus(tmp_path, name="about.xlsx"), BOOKS[kind])
    assert outlets(tmp_path, table) == (
        EXPECTED if kind != "other columns" else dict.fromkeys(EXPECTED)
    )


def test_a_workbook_gives_dates_and_own_columns(tmp_path: Path) -> None:
    """A day is written as ISO writes it; other columns are kept as the input's own."""
    corpus(tmp_path)
    rows = [["file", "date", "topic"], ["c.md", datetime(2024, 3, 4), "sea"]]
    table = workbook(tmp_path / "about.xlsx", {"S": rows})
    [found] = read_articles(tmp_path / "news" / "c.md", metadata=table)
    assert (found.date, found.extra) == ("2024-03-04", {"topic": "sea"})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no workbook", "no sound .xlsx file"),
        ({"S": [["name", "outlet"], ["a", "Fox"]]}, "no column for the file. Columns found: name"),
        ({"S": [["file", "outlet"]]}, "there are no rows in it"),
    ],
)
def test_a_workbook_that_tells_nothing_is_refused(tmp_path: Path, content: Any, told: str) -> None:
    """The message names the file, and what is missing."""
    corpus(tmp_path)
    table = tmp_path / "about.xlsx"
    if isinstance(content, bytes):
        table.write_bytes(content)
    else:
        workbook(table, content)
    with pytest.raises(UsageError, match=told) as caught:
        outlets(tmp_path, table)
    assert "about.xlsx" in str(caught.value)


def test_a_name_in_two_folders_is_not_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that fits no file, and a file without a row, are named; none gets another's outlet."""
    table = corpus(tmp_path, "file,outlet\nabc/a.txt,Fox\nfox/a.txt,Fox\nzz.txt,Post\n")
    out = tmp_path / "x.jsonl"
    command = ["analyze", str(tmp_path / "news"), "--metadata", str(table), "-o", str(out)]
    assert main([*command, "--jobs", "1"]) == 0
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [record["outlet"] for record in records] == [None, "Fox", None, None]
    told = capsys.readouterr().err
    assert "2 rows name no file: abc/a.txt, zz.txt" in told
    assert "3 files without a row" in told


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,outlet\na,b\n", "no column for the file"),
        ("file,outlet\n", "no rows"),
        ("", "empty"),
        ('file,outlet\n"a,b\n', "sound CSV"),
        ("\0\0\0", "binary"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, content: str, reason: str) -> None:
    """The message names the table and what is wrong with it."""
    table = corpus(tmp_path, content)
    with pytest.raises(UsageError) as error:
        list(read_articles(tmp_path / "news", metadata=table))
    assert str(table) in str(error.value)
    assert reason in str(error.value)


OWN = [
    {"id": "a", "title": "Ferry", "text": STORY, "section": "local", "score_headline": "9"},
    {"id": "b", "title": "Tram", "text": STORY, "percentile_bias": "2", "=cmd": "=1+1",
     "bias": "5"},
    {"id": "c", "title": "Pier", "text": STORY, "headline ": "x", "extra": "y", "id_": "z"},
]  # fmt: skip


def kept(tmp_path: Path, out: str, *options: str) -> Any:
    """Analyse the rows with own columns and return what was written."""
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in OWN), "utf-8")
    command = ["analyze", str(source), "-o", str(tmp_path / out), "--keep-columns", "--jobs", "1"]
    assert main([*command, *options]) == 0
    return tmp_path / out


@pytest.mark.parametrize("out", ["x.csv", "x.csv.gz", "x.parquet", "tables"])
def test_own_columns_come_back_beside_ours(tmp_path: Path, out: str) -> None:
    """Every table has them under a prefix, whichever rows have them; ours are what they were."""
    path = kept(tmp_path, out)
    path = path / "articles.csv" if path.is_dir() else path
    frame = pd.read_parquet(path) if out.endswith("parquet") else pd.read_csv(path, dtype=str)
    text = [str(value) for value in frame["extra_section"].fillna("")]
    assert text == ["local", "", ""]
    assert frame["extra_score_headline"].fillna("").tolist()[0] == "9"
    assert frame["extra_percentile_bias"].fillna("").tolist()[1] == "2"
    assert frame["extra_bias"].fillna("").tolist()[1] == "5"
    assert str(frame["extra_=cmd"].fillna("")[1]).lstrip("'") == "=1+1"
    assert float(frame["score_headline"][0]) < 1
    assert frame.columns.is_unique
    without = bias.to_frame(list(bias.analyze_many(bias.read_articles(tmp_path / "in.jsonl"))))
    ours = [name for name in frame.columns if not name.startswith("extra_")]
    assert [name for name in ours if name != "article_number"] == list(without.columns)


def test_own_columns_in_records(tmp_path: Path) -> None:
    """A record holds them under `extra`, and only when asked."""
    records = [json.loads(line) for line in kept(tmp_path, "x.jsonl").read_text().splitlines()]
    assert records[0]["extra"] == {"section": "local", "score_headline": "9"}
    main(["analyze", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "y.jsonl"), "--jobs", "1"])
    assert "extra" not in json.loads((tmp_path / "y.jsonl").read_text().splitlines()[0])


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    """Packed tables with own columns hold no time."""
    first = kept(tmp_path, "x.csv.gz").read_bytes()
    second = kept(tmp_path, "y.csv.gz").read_bytes()
    assert first == second
    assert gzip.decompress(first).startswith(b"id,headline,outlet")


def test_countless_own_columns_stay_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit they stand together, as JSON, in one column."""
    monkeypatch.setattr("bias.outputs.wide.MOST", 2)
    frame = pd.read_csv(kept(tmp_path, "x.csv"))
    own = [name for name in frame.columns if name.startswith("extra")]
    assert own == ["extra_section", "extra_score_headline", "extra"]
    assert json.loads(frame["extra"][1]) == {"percentile_bias": "2", "=cmd": "=1+1", "bias": "5"}


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("folder", ["fox", "nyt", "news"]),
        ("outlet", ["Fox", "Times", "Pier"]),
        ("topic", ["sea", "land"]),
        ("percentile_bias", ["1", "2"]),
        ("score_headline", ["3", "4"]),
    ],
)
def test_reports_group_by_what_is_asked(tmp_path: Path, by: str, groups: list[str]) -> None:
    """A folder, a table's field and an own column group, also one that is named like ours."""
    table = corpus(
        tmp_path,
        "file,outlet,topic,percentile_bias,score_headline\nfox/a,Fox,sea,1,3\nnyt/a,Times,land,2,4\n"
        "nyt/b,Times,land,2,4\nc,Pier,sea,1,3\n",
    )
    out = tmp_path / "out"
    command = ["report", str(tmp_path / "news"), "--metadata", str(table), "--by", by]
    assert main([*command, "-o", str(out), "--format", "png", "--jobs", "1"]) == 0
    found = pd.read_csv(out / "groups.csv", dtype=str)
    assert set(found["group"]) == set(groups)


def test_a_grouping_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message is in the command's words."""
    corpus(tmp_path)
    command = ["report", str(tmp_path / "news" / "c.md"), "--by", "section"]
    assert main([*command, "-o", str(tmp_path / "out"), "--jobs", "1"]) == 2
    assert "there is no column 'section' to group by" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["x.csv", "x.csv.gz", "tables"])
@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_line_ends_in_fields_end_no_row(tmp_path: Path, out: str, end: str) -> None:
    """Ids, outlets, dates and own columns with line ends and formulas stay in their cells."""
    row = {"id": f"a{end}=1+1", "outlet": f"Herald{end}=1", "date": f"2026{end}x", "text": STORY,
           "own": f"=1{end}+2"}  # fmt: skip
    source = tmp_path / "in.jsonl"
    source.write_text(f"{json.dumps(row)}\n" * 2, "utf-8")
    command = ["analyze", str(source), "-o", str(tmp_path / out), "--keep-columns", "--jobs", "1"]
    assert main(command) == 0
    paths = [*(tmp_path / out).glob("*.csv")] if out == "tables" else [tmp_path / out]
    for path in paths:
        frame = pd.read_csv(path, dtype=str)
        assert set(frame.iloc[:, 0]) == {"a\n=1+1"}
        if "extra_own" in frame:
            assert (len(frame), frame["extra_own"][0]) == (2, "'=1\n+2")
