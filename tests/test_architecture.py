"""The shape of the code: layers, size, printing, one tokeniser."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bias"
FILES = sorted(PACKAGE.rglob("*.py"))

LAYERS = {
    "errors": 0,
    "article": 0,
    "remembered": 0,
    "quotation": 1,
    "quotes": 1,
    "segmentation": 1,
    "segment": 1,
    "inflect": 1,
    "lexicon": 1,
    "word_pattern": 1,
    "phrase_tree": 1,
    "user_lexicon": 1,
    "lexicon_formats": 2,
    "lexicon_check": 2,
    "parallel": 2,
    "language": 3,
    "unlike": 3,
    "genre_style": 4,
    "reading": 2,
    "roles": 2,
    "linear": 1,
    "model_file": 1,
    "masking": 2,
    "wording": 2,
    "wording_table": 2,
    "sentence_model": 2,
    "token_model": 2,
    "features": 3,
    "evaluation": 6,
    "estimators": 6,
    "training": 6,
    "report": 6,
    "charts": 5,
    "cli": 7,
}
"""Modules not named here are in layers 4 and 5 and checked for cycles only."""

MIDDLE = 4


def _name(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def _imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bias."):
            found.add((node.module or "").split(".")[1])
        if isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("bias.")}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    """A module imports from its own layer or a lower one."""
    name = _name(file)
    if name in ("__init__", "__main__"):
        return
    own = LAYERS.get(name, MIDDLE + 1)
    higher = {i for i in _imports(file) if LAYERS.get(i, MIDDLE) > own}
    assert not higher


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_files_stay_small(file: Path) -> None:
    """No file grows past 300 lines: one idea per file."""
    assert len(file.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "file",
    [f for f in FILES if _name(f) not in ("cli", "training")],
    ids=lambda file: str(file.relative_to(PACKAGE)),
)
def test_only_the_command_line_prints(file: Path) -> None:
    """Nothing but the commands prints."""
    assert not re.search(r"^\s*print\(", file.read_text("utf-8"), re.MULTILINE)


def test_nothing_downloads_or_unpickles() -> None:
    """No NLTK download, no pickle, no network client in the package."""
    banned = re.compile(r"nltk\.download|import pickle|joblib\.load|import requests|urlopen")
    assert [f for f in FILES if banned.search(f.read_text("utf-8"))] == []


def test_features_do_not_cut_text() -> None:
    """Extractors use the document's tokens instead of a tokeniser of their own."""
    files = (PACKAGE / "features").glob("*.py")
    assert [f.name for f in files if re.search(r"\.split\(\)", f.read_text("utf-8"))] == []


def test_nothing_names_the_machine_it_was_made_on() -> None:
    """No absolute path of a developer's machine stands in the project."""
    banned = re.compile(r"/(?:work|home|root|tmp)/")
    folders = ("bias", "docs", "lexicons", "seeds", "benchmarks")
    texts = [
        p for f in folders for p in (ROOT / f).rglob("*") if p.suffix in (".py", ".md", ".tsv")
    ]
    texts += list(ROOT.glob("*.md"))
    assert [str(p) for p in texts if banned.search(p.read_text("utf-8"))] == []
