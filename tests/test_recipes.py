"""The recipes of the documentation run as they stand."""

import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from bias.cli import main
from bias.outputs.record import schema

ROOT = Path(__file__).parent.parent


def _blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the seeds in it."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", ["nltk.md", "estimators.md", "notebook.md"])
@pytest.mark.usefixtures("folder")
def test_the_pages_python_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each block goes on where the one before it ended."""
    names: dict[str, object] = {"__name__": "page"}
    for block in _blocks(page, "python"):
        exec(block, names)
    capsys.readouterr()


@pytest.mark.usefixtures("folder")
def test_cues_are_spans_of_spacy(capsys: pytest.CaptureFixture[str]) -> None:
    """The spaCy recipe marks the seed's verb, and its component a loaded word."""
    pytest.importorskip("spacy")
    names: dict[str, object] = {"__name__": "page"}
    for block in _blocks("spacy-and-r.md", "python"):
        exec(block, names)
    assert "Ditched headline/loaded_verb" in capsys.readouterr().out
    assert "shameful" in [span.text for span in names["doc"].spans["bias"]]  # type: ignore[attr-defined]


def test_what_the_r_recipe_reads_is_written(folder: Path) -> None:
    """The files, columns and fields that it names are there; offsets are as it says."""
    news = str(folder / "seeds" / "moon-station.txt")
    assert main(["analyze", news, "-o", str(folder / "tables"), "--quiet"]) == 0
    articles = pd.read_csv(folder / "tables" / "articles.csv")
    cues = pd.read_csv(folder / "tables" / "cues.csv")
    base, others = _blocks("spacy-and-r.md", "r")
    for column in re.findall(r"articles\$(\w+)|(rating_bias) ~ (outlet)", base):
        assert set(filter(None, column)) <= set(articles.columns)
    for column in re.findall(r"(?:cues|own)\$(\w+)", base):
        assert column in cues.columns
    for field in re.findall(r"records\$(\w+)", others):
        assert field in schema()["properties"]


def test_the_r_recipe_runs(folder: Path) -> None:
    """R itself reads the tables; skipped where there is none."""
    script = shutil.which("Rscript")
    if script is None:
        pytest.skip("needs R")
    assert main(["analyze", str(folder / "seeds"), "-o", str(folder / "tables"), "--quiet"]) == 0
    (folder / "recipe.R").write_text(_blocks("spacy-and-r.md", "r")[0], "utf-8")
    subprocess.run([script, "recipe.R"], check=True, cwd=folder)
