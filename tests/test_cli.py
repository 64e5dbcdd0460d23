"""The command line: what it writes, says and returns, on good and bad input."""

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import bias
from bias.cli import main
from bias.engines.local import CHUNK

ARTICLE = "Harbour Board Approves Ferry\n\n" + "\n\n".join(
    f"The board met for the {n} time this year and approved the ferry after a short debate."
    for n in ("first", "second", "third", "fourth", "fifth")
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One plain article in a file."""
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def analyze(*arguments: str | Path) -> int:
    """Run the command quietly."""
    return main(["analyze", *map(str, arguments), "--quiet"])


def records(path: Path) -> list[dict[str, object]]:
    """Return the records of a .jsonl file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_help_answers_without_heavy_libraries() -> None:
    """`bias --help` imports neither pandas nor nltk nor scikit-learn nor matplotlib."""
    code = (
        "import sys\nfrom bias.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'nltk', 'sklearn', 'matplotlib', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_analyze_writes_one_record_per_article(article: Path, tmp_path: Path) -> None:
    """`-o x.jsonl` holds the full record of every article, in input order."""
    out = tmp_path / "x.jsonl"
    assert analyze(article, article, "-o", out) == 0
    found = records(out)
    assert [r["headline"] for r in found] == ["Harbour Board Approves Ferry"] * 2


def piped(lines: bytes, out: Path, *options: str) -> bytes:
    """Return what the command writes of what it is given on standard input."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
        assert analyze("-", "-o", out, *options) == 0
    return out.read_bytes()


@pytest.fixture(scope="module")
def lines(seeds: Path) -> bytes:
    """Return the seed articles as JSON lines."""
    articles = (
        {"id": a.id, "headline": a.headline, "body": a.body} for a in bias.read_articles(seeds)
    )
    return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles).encode()


@pytest.fixture(scope="module")
def written(lines: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what the command writes of the seed articles, in this process alone."""
    return piped(lines, tmp_path_factory.mktemp("written") / "x.jsonl", "--jobs", "1")


def test_two_jobs_give_the_same_bytes(lines: bytes, tmp_path: Path, written: bytes) -> None:
    """The number of processes changes nothing in the output."""
    assert lines.count(b"\n") >= CHUNK
    assert piped(lines, tmp_path / "x.jsonl", "--jobs", "2") == written


@pytest.mark.parametrize("name", ["x.csv", "x.csv.gz", "x.parquet", "x.jsonl.gz"])
def test_every_output_suffix_holds_every_article(article: Path, tmp_path: Path, name: str) -> None:
    """Tables and compressed outputs hold one row per article."""
    out = tmp_path / name
    assert analyze(article, "-o", out) == 0
    if name.endswith("jsonl.gz"):
        assert len(gzip.decompress(out.read_bytes()).splitlines()) == 1
    else:
        frame = pd.read_parquet(out) if name.endswith("parquet") else pd.read_csv(out)
        assert frame["headline"].tolist() == ["Harbour Board Approves Ferry"]


def test_a_folder_gets_tidy_tables(article: Path, tmp_path: Path) -> None:
    """Without a suffix the output is a folder of tables that join on the article's id."""
    out = tmp_path / "tables"
    analyze(article, "-o", out)
    articles, paragraphs = (pd.read_csv(out / f"{n}.csv") for n in ("articles", "paragraphs"))
    assert set(paragraphs["article"]) == set(articles["id"])
    assert len(paragraphs) == 5
    assert json.loads((out / "manifest.json").read_text())["articles"] == 1


def test_no_output_file_means_a_summary(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `-o` a readable summary goes to standard output."""
    assert analyze(article) == 0
    printed = capsys.readouterr().out
    assert "Harbour Board Approves Ferry" in printed
    assert "rating" in printed


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 8,
    "nobody.csv": b"id,colour\n1,blue\n",
    "broken.json": b'{"headline": ',
    "cut.jsonl.gz": gzip.compress(b'{"body": "x"}')[:-9],
    "notes.docx": b"not a supported suffix",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_rest_is_done(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A bad file is refused by name with status 1; the good one is analysed."""
    bad, out = tmp_path / name, tmp_path / "out.jsonl"
    bad.write_bytes(BAD[name])
    assert analyze(bad, article, "-o", out) == 1
    assert name in capsys.readouterr().err
    assert len(records(out)) == 1
    assert len(records(tmp_path / "out.jsonl.errors.jsonl")) == 1


def test_a_broken_line_is_refused_alone(tmp_path: Path) -> None:
    """One broken line of a JSONL costs that line only, named by its number."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = json.dumps({"headline": "A", "body": "It rained in the valley on Monday."})
    source.write_text(f"{good}\n{{broken\n{good}\n", "utf-8")
    assert analyze(source, "-o", out) == 1
    assert len(records(out)) == 2
    assert records(tmp_path / "out.jsonl.errors.jsonl")[0]["line"] == 2


@pytest.mark.parametrize("text", ["Only a headline", "Word", "A headline\n\nword"])
def test_tiny_articles_are_measured_but_not_rated(tmp_path: Path, text: str) -> None:
    """A headline only, or one word, is a result with undefined measures and a reason."""
    source, out = tmp_path / "tiny.txt", tmp_path / "out.jsonl"
    source.write_text(text, "utf-8")
    assert analyze(source, "-o", out) == 0
    rating = records(out)[0]["rating"]
    assert rating["bias"] is None  # type: ignore[index]
    assert rating["reason"]  # type: ignore[index]


def test_nothing_readable_leaves_no_output(tmp_path: Path) -> None:
    """A folder without articles is refused and no empty output is written."""
    empty, out = tmp_path / "folder", tmp_path / "out.jsonl"
    empty.mkdir()
    assert analyze(empty, "-o", out) == 1
    assert not out.exists()


def test_strict_stops_at_the_first(article: Path, tmp_path: Path) -> None:
    """With --strict a refused input stops the run and nothing is written."""
    bad, out = tmp_path / "a.txt", tmp_path / "out.jsonl"
    bad.write_bytes(b"")
    assert analyze(bad, article, "-o", out, "--strict") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [["analyze", "x.txt", "-o", "out.docx"], ["report", "x.txt", "-o", "d", "--format", "gif"]],
)
def test_wrong_usage_is_status_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that cannot be written is wrong usage, found before any work."""
    monkeypatch.chdir(tmp_path)
    Path("x.txt").write_text(ARTICLE, "utf-8")
    assert main(arguments) == 2


def test_wrong_arguments_exit_with_2() -> None:
    """Arguments the parser does not know exit with status 2."""
    with pytest.raises(SystemExit) as stop:
        main(["analyze"])
    assert stop.value.code == 2


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    """`--column` reads headline and body from columns of other names."""
    source, out = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text("Titel,Inhalt\nFerry Opens,It opened on Monday.\n", "utf-8")
    columns = ["--column", "headline=Titel", "--column", "body=Inhalt"]
    assert analyze(source, "-o", out, *columns) == 0
    assert records(out)[0]["headline"] == "Ferry Opens"


def test_formulas_are_harmless_in_csv(tmp_path: Path) -> None:
    """A headline that a spreadsheet would run is written as text."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.csv"
    source.write_text(json.dumps({"headline": "=1+1", "body": "It rained."}) + "\n", "utf-8")
    analyze(source, "-o", out)
    assert pd.read_csv(out)["headline"].tolist() == ["'=1+1"]


def test_lexicon_and_codebook_print(capsys: pytest.CaptureFixture[str]) -> None:
    """The reference commands print their tables with status 0."""
    for command in (["lexicon", "check"], ["lexicon", "list"], ["lexicon", "show", "hedges"]):
        assert main(command) == 0
    for kind in ("markdown", "csv", "json"):
        assert main(["codebook", "--format", kind]) == 0
    assert "loaded_terms_per_100_words" in capsys.readouterr().out


def test_an_unknown_lexicon_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for a list that is not there says which there are."""
    assert main(["lexicon", "show", "hegdes"]) == 1
    assert "hedges" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_wrong_usage(article: Path, tmp_path: Path) -> None:
    """A file where a folder is needed, or a device, is refused before any work."""
    (tmp_path / "file").write_text("x")
    for out in (tmp_path / "file" / "x.jsonl", Path("/dev/null"), tmp_path / ("x" * 300 + ".csv")):
        assert analyze(article, "-o", out) in (1, 2)
    assert Path("/dev/null").is_char_device()


def test_a_file_name_that_is_no_text_is_read(article: Path, tmp_path: Path) -> None:
    """A name with bytes outside UTF-8 costs nothing but its odd bytes."""
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    article.rename(folder / "bad\udcff.txt")
    assert analyze(folder, "-o", out) == 0
    assert records(out)[0]["source"].endswith("bad\ufffd.txt")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "analysed"),
    [
        ("headline,body\nFerry Opens,It opened on Monday.\n", 1),
        ('{"headline": "cut off\n{"headline": "A", "body": "It rained."}\n', 1),
        ('{\n"headline": "A",\n"body": "It rained."\n}\n', 1),
        ("Ferry Opens\n\nIt opened on Monday.\n", 1),
    ],
)
def test_standard_input_is_told_by_its_first_line(
    text: str, analysed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables, JSON lines, JSON and plain text on standard input are each read as such."""
    out = tmp_path / "out.jsonl"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert analyze("-", "-o", out) == int("cut off" in text)
    assert len(records(out)) == analysed
    assert records(out)[0]["headline"] in ("Ferry Opens", "A")


def test_a_process_of_its_own_writes_the_same_bytes(
    lines: bytes, tmp_path: Path, written: bytes
) -> None:
    """Neither a pipe, nor the way the command is called, nor the hash seed changes the output."""
    out = tmp_path / "x.jsonl"
    command = [sys.executable, "-m", "bias", "analyze", "-", "-o", str(out), "--quiet"]
    subprocess.run(command, input=lines, check=True, env={**os.environ, "PYTHONHASHSEED": "1"})
    assert out.read_bytes() == written


def test_repeats_tell_an_outlets_standing_line_from_the_story(tmp_path: Path) -> None:
    """With --repeats a line that an outlet sets in every article is less likely the story."""
    line = "The Gazette has been at home on the quay since the great flood."
    articles = [
        {"headline": f"Ferry {n}", "outlet": "Gazette", "body": _body(n, line)} for n in range(5)
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    alone, together = tmp_path / "alone.jsonl", tmp_path / "together.jsonl"
    assert analyze(batch, "-o", alone) == 0
    assert analyze(batch, "-o", together, "--repeats") == 0
    for before, after in zip(records(alone), records(together), strict=True):
        assert _doubt(after, line) > _doubt(before, line)


def _body(n: int, line: str) -> str:
    """Return a story of its own with the standing line in the middle."""
    pilot = ("Abel", "Baker", "Cole", "Drew", "Ellis")[n]
    story = [
        f"Pilot {pilot} told the board for an hour about the {place} landing and its tides."
        for place in ("north", "south", "east", "west")
    ]
    return "\n\n".join([*story[:2], line, *story[2:]])


def _doubt(record: dict[str, Any], line: str) -> float:
    """Return how sure it is that the line is not the story."""
    found = next(p for p in record["paragraphs"] if record["text"][p["start"] : p["end"]] == line)
    return 1 - found["probability"] if found["role"] == "body" else found["probability"]


def test_repeats_need_inputs_that_can_be_read_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """--repeats with standard input is wrong usage, and the message says what to do."""
    assert main(["analyze", "-", "--repeats"]) == 2
    assert "Save it to a file" in capsys.readouterr().err
