"""Whether outputs still follow from their texts, inputs and versions."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bias.cli import main

STORY = (
    "The council met for two hours on Monday evening and voted to close the bridge for repairs. "
    "Work begins in March, and the ferry will carry cars until the bridge opens again in June."
)
HOT = f"Mayor Slams Shameful Bridge Plan\n\n{STORY}\n\nThe disgraceful plan costs a fortune.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles, their records and their tables."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "hot.txt").write_text(HOT, "utf-8")
    (news / "calm.txt").write_text(f"=Bridge Closes\n\n{STORY}\n\nREAD MORE: Ferry\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for out in ("records.jsonl.gz", "records.jsonl", "tables"):
        assert main(["analyze", "news", "-o", out, "--quiet", "--jobs", "1"]) == 0
    return tmp_path


def verify(*arguments: str) -> int:
    """Run `bias verify` in one process."""
    return main(["verify", *arguments, "--jobs", "1"])


def test_what_follows_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records, packed ones, and tables; a folder of records too."""
    assert verify("records.jsonl", "records.jsonl.gz", "tables") == 0
    shutil.copy("records.jsonl", "news/records.jsonl")
    assert verify("news") == 0
    assert capsys.readouterr().err.count("all follows") == 2


def spoil(path: Path, change: Callable[[Any], object]) -> None:
    """Change the record of a hot article."""
    lines = path.read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    change(next(record for record in records if record["id"] == "hot"))
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r["rating"].update(bias=0.99), "rating.bias is 0.99, measured again 0."),
        (lambda r: r["features"].update(headline_words=4.0), "features.headline_words is 4.0"),
        (lambda r: r["cues"][0].update(text="Praises"), "cues[0] is 'Praises'"),
        (lambda r: r["sentences"][0].update(end=9999), "sentences[0] stands outside the text"),
        (lambda r: r.update(text=r["text"].replace("two hours", "six hours")), "measured again"),
        (lambda r: r.update(text=r["text"].replace("disgraceful", "delightful ")), "cues["),
        (lambda r: r["evidence"].append(500), "evidence names cue 500"),
        (lambda r: r["cues"].append(r["cues"][0]), "cues is ["),
        (lambda r: r["meta"].update(version="0.0.1"), "version 0.0.1 made it"),
        (lambda r: r["meta"]["lexicons"].update(hedges="0"), "another lexicons hedges"),
    ],
)
def test_what_was_changed_in_a_record_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Any], object], said: str
) -> None:
    """With file, line and id."""
    spoil(folder / "records.jsonl", change)
    assert verify("records.jsonl") == 1
    told = capsys.readouterr().out
    assert said in told
    assert told.startswith("records.jsonl:2: hot: ")


def test_spans_alone_are_quick_to_tell(folder: Path) -> None:
    """Numbers are not asked about."""
    spoil(folder / "records.jsonl", lambda r: r["rating"].update(bias=0.99))
    assert verify("records.jsonl", "--spans") == 0
    assert verify("records.jsonl") == 1


def test_what_was_changed_in_tables_or_inputs_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first cell of each table, a lacking or longer table, an input that is another."""
    cues, paragraphs = folder / "tables" / "cues.csv", folder / "tables" / "paragraphs.csv"
    cues.write_text(cues.read_text("utf-8").replace("Slams", "Lauds"), "utf-8")
    paragraphs.write_text(paragraphs.read_text("utf-8") + "x\n", "utf-8")
    (folder / "tables" / "sentences.csv").unlink()
    assert verify("tables") == 1
    told = capsys.readouterr().out
    assert re.search("in the row of 'hot' stands 'Lauds.*', and again 'Slams", told)
    assert "has rows that a second run does not give" in told
    assert "sentences.csv" in told
    (folder / "news" / "hot.txt").write_text(HOT.replace("two", "six"), "utf-8")
    assert verify("tables") == 1
    assert "the input news is not what it was" in capsys.readouterr().out


def test_own_lists_are_given_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without them the output is another's."""
    (folder / "fear.txt").write_text("fortune\n", "utf-8")
    own = ["--lexicon", "fear.txt"]
    for out in ("own.jsonl", "own"):
        assert main(["analyze", "news", "-o", out, "--quiet", "--jobs", "1", *own]) == 0
    assert verify("own.jsonl", "own", *own) == 0
    assert verify("own.jsonl", "own") == 1
    assert capsys.readouterr().out.count("another lexicons fear") == 3


def test_pages_are_measured_by_their_layout(folder: Path) -> None:
    """Of a web page the record alone does not give the numbers again; the folder does."""
    page = (
        f"<html><body><article><h1>Bridge</h1><p>{STORY}</p><aside><p>Ferry</p></aside></article>"
    )
    (folder / "page.html").write_text(page, "utf-8")
    for out in ("page.jsonl", "page"):
        assert main(["analyze", "page.html", "-o", out, "--quiet", "--jobs", "1"]) == 0
    assert verify("page.jsonl", "page") == 0


def test_what_is_no_output_is_refused(folder: Path) -> None:
    """In our words: nothing there, another file, a folder without any."""
    (folder / "empty").mkdir()
    assert verify("nowhere") == 2
    assert verify("empty") == 2
    assert verify("news/hot.txt") == 1
