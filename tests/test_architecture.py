"""The shape of the code: layers, size, printing, one tokeniser."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bias"
FILES = sorted(PACKAGE.rglob("*.py"))

ROOMS = (
    "errors", "version", "words", "lists", "models", "document", "inputs", "roles", "speakers",
    "reading", "features", "rating", "codebook", "alone", "outputs", "analysis", "engines",
    "why", "corpus", "charts", "report", "labelled", "training", "evaluation", "own", "cli",
)  # fmt: skip
"""From the ground up: a module uses what stands in its own room or before it."""

UPWARD = {
    ("labelled", "training"),
}
"""Rooms that still use a later one; to be emptied, and nothing joins."""


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(file): file for file in FILES}


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _name(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def _runs(node: ast.AST, everywhere: bool) -> Iterator[ast.stmt]:
    """Yield the statements that run: at import, or also those inside functions."""
    for child in ast.iter_child_nodes(node):
        for_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        if isinstance(child, ast.stmt) and not for_types:
            yield child
            if everywhere or not inside:
                yield from _runs(child, everywhere)


def _imports(file: Path, everywhere: bool = False) -> set[str]:
    """Return the modules of the package that a file imports, by either form."""
    found = set()
    for node in _runs(ast.parse(file.read_text("utf-8")), everywhere):
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= named or {node.module}
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


def test_every_module_has_a_room() -> None:
    """No file or folder at the top level is without a place in the order."""
    assert {_room(module) for module in MODULES} - {"", "__main__", *ROOMS} == set()


def test_imports_point_down() -> None:
    """A module imports from its own room or one before it."""
    upward = {
        (_room(module), _room(used))
        for module, file in MODULES.items()
        if _room(module) in ROOMS
        for used in _imports(file, everywhere=True)
        if _room(used) in ROOMS and ROOMS.index(_room(used)) > ROOMS.index(_room(module))
    }
    assert upward == UPWARD


def test_imports_go_round_nowhere() -> None:
    """No module needs itself, by whatever way round."""
    graph = TopologicalSorter({module: _imports(file) for module, file in MODULES.items()})
    graph.prepare()


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
    files = (PACKAGE / "features").rglob("*.py")
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
