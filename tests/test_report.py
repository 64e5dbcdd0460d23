"""The reports as a whole: which files, under which names, and the same bytes every time."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from report_cases import CASES, analysis_of, corpus

from bias.cli import main
from bias.errors import UsageError
from bias.report import check_formats, write_report
from bias.report.write import file_name

SUMMARY = {"groups.csv", "deviations.csv", "over_time.csv", "terms.csv"}
TABLES = {"articles.csv", "paragraphs.csv", "sentences.csv", "cues.csv", "manifest.json"}


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file in a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def test_one_article(tmp_path: Path) -> None:
    """One article gives a PDF, a card, a page and the tables, and no summary."""
    paths = write_report([analysis_of()], tmp_path, ("pdf", "png", "html"))
    names = {"ferry.pdf", "ferry.png", "ferry.html"} | TABLES
    assert {p.name for p in paths} == names == {p.name for p in tmp_path.iterdir()}


def test_card_size(tmp_path: Path) -> None:
    """The card is 1600 by 900 pixels."""
    write_report([analysis_of()], tmp_path, ("png",))
    header = (tmp_path / "ferry.png").read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (1600, 900)


def test_several_articles(tmp_path: Path) -> None:
    """Several articles also give a summary in every format."""
    paths = write_report(corpus(2, each=2), tmp_path, ("pdf", "png", "html"), title="Two papers")
    assert {"summary.pdf", "summary.png", "index.html"} | SUMMARY <= {p.name for p in paths}
    assert "Two papers" in (tmp_path / "index.html").read_text("utf-8")


def test_no_articles(tmp_path: Path) -> None:
    """No article is no error: nothing is written."""
    assert write_report([], tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", CASES)
def test_every_case(case: str, tmp_path: Path) -> None:
    """Every odd article is drawn without a warning, in every format."""
    paths = write_report([CASES[case]()], tmp_path, ("pdf", "png", "html"))
    assert all(path.stat().st_size for path in paths if path.suffix in {".pdf", ".png", ".html"})


def test_same_bytes(tmp_path: Path) -> None:
    """The same input gives the same bytes, whatever the process and its hash seed."""
    code = (
        "from report_cases import analysis_of, corpus; from bias.report import write_report; "
        "write_report([analysis_of(), *corpus(1, each=1)], 'out', ('pdf', 'png', 'html'))"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    found = []
    for seed in ("1", "7"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)
        found.append(digests(folder / "out"))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\windows\\x", "C-windows-x"),
        ("", "article"),
        ("...", "article"),
        ("CON", "article-CON"),
        ("nul.txt", "article-nul.txt"),
        ("Москва / 2026", "Москва-2026"),
        ("x" * 300, "x" * 60),
        ("a\x00b\nc", "a-b-c"),
    ],
)
def test_file_names(words: str, name: str) -> None:
    """An id of any kind becomes a short file name that stays in its folder."""
    assert file_name(words) == name


def test_names_never_collide(tmp_path: Path) -> None:
    """Equal ids, ids that differ in case only, and an id called summary get their own files."""
    analyses = [analysis_of(id=i) for i in ("a", "A", "a", "summary", "../up")]
    write_report(analyses, tmp_path / "in", ("html",))
    made = {p.name for p in (tmp_path / "in").iterdir()} - TABLES - SUMMARY
    assert made == {"a.html", "A-2.html", "a-3.html", "summary-2.html", "index.html", "up.html"}
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("formats", [("pdf", "svg"), (), ("",)])
def test_unknown_format(formats: tuple[str, ...], tmp_path: Path) -> None:
    """An unknown format is refused, with the allowed ones named, before anything is written."""
    with pytest.raises(UsageError, match="pdf, png, html"):
        write_report([analysis_of()], tmp_path / "x", formats)
    assert not (tmp_path / "x").exists() or not list((tmp_path / "x").iterdir())


def test_formats_tidied() -> None:
    """Formats may come as one text, in any case, and twice."""
    assert check_formats("PDF, png,pdf") == ("pdf", "png")


def test_unknown_grouping(tmp_path: Path) -> None:
    """An unknown grouping is refused, with the article's own columns among the allowed ones."""
    analysis = analysis_of(extra={"section": "news"})
    with pytest.raises(UsageError, match="outlet, date, source, folder, section"):
        write_report([analysis], tmp_path, by="colour")


def test_own_grouping(tmp_path: Path) -> None:
    """A column of the input groups the summary, also where an article lacks it."""
    sections = ({"section": "news"}, {"section": "opinion"}, {})
    made = [analysis_of(id=f"a{i}", extra=extra) for i, extra in enumerate(sections)]
    write_report(made, tmp_path, ("html",), by="section")
    assert "By section" in (tmp_path / "index.html").read_text("utf-8")


def test_folder_is_a_file(tmp_path: Path) -> None:
    """A file in the folder's place is named in the error."""
    (tmp_path / "x").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        write_report([analysis_of()], tmp_path / "x")


def test_nothing_rated(tmp_path: Path) -> None:
    """A summary of articles that could not be rated says so instead of failing."""
    unrated = [replace(CASES["no-body"](), cues=()) for _ in range(3)]
    paths = write_report(unrated, tmp_path, ("pdf", "png", "html"))
    assert "summary.pdf" in {p.name for p in paths}


def test_resume_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report is drawn again whole: the option to go on is refused before anything is made."""
    out = tmp_path / "reports"
    assert main(["report", str(tmp_path), "-o", str(out), "--resume"]) == 2
    assert "Leave it out" in capsys.readouterr().err
    assert not out.exists()
