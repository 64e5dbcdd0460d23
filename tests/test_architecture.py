"""The shape of the code: rooms, circles, size, printing, one tokeniser, one table of words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bias"
FILES = sorted(PACKAGE.rglob("*.py"))

ROOMS = (
    "errors", "version", "values", "showing", "words", "lists", "models", "document", "inputs",
    "roles", "speakers", "reading", "features", "evidence", "frames", "rating", "codebook",
    "alone", "outputs", "citing", "analysis", "engines", "why", "corpus", "events", "nltk",
    "charts", "report", "shown", "desk", "assistant", "coding", "trust", "labelled", "training",
    "evaluation", "own", "cli",
)  # fmt: skip
"""From the ground up: a module uses what stands in its own room or before it."""
REMEMBERING = {"page.py"}
"""Files that may keep answers for texts: here the names of a web page's blocks."""
TRIP = (
    "lists", "models", "roles", "speakers", "reading", "features", "frames", "rating", "alone",
    "analysis",
)  # fmt: skip
"""Rooms that an article passes after it is cut: they read columns."""
MOST_LOOSE = 12
"""Modules that may stand in no folder."""
CALLING = ["fetch.py"]
"""The file that opens connections, where the caller names an address."""
LONGEST = 300
"""Lines of a file: one idea each."""
NO_ARTICLE = {"roles/cues.py"}
"""Their patterns read a file of the package."""
RESOURCES = {"name", "names", "kind"}
"""What a cached function of the trip may be given as text: the name of something that ships."""


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module(file): file for file in FILES}


@cache
def _source(file: Path) -> str:
    return file.read_text("utf-8")


@cache
def _nodes(file: Path) -> tuple[ast.AST, ...]:
    """Return everything that stands in a file, inside functions and conditions as well."""
    return tuple(ast.walk(ast.parse(_source(file))))


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(file: Path) -> set[str]:
    """Return the modules of the package that a file imports, wherever and by either form."""
    found: set[str] = set()
    for node in _nodes(file):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written out"
            named = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= named or {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


def _between_rooms() -> dict[str, set[str]]:
    """Return which rooms each room uses; the package itself and its command are no room."""
    uses: dict[str, set[str]] = {room: set() for room in ROOMS}
    for module, file in MODULES.items():
        if _room(module) in uses:
            uses[_room(module)] |= {_room(used) for used in _imports(file)} & uses.keys()
    return {room: used - {room} for room, used in uses.items()}


def _within(*rooms: str) -> list[Path]:
    return [file for module, file in MODULES.items() if _room(module) in rooms]


def test_every_module_has_a_room() -> None:
    """No file or folder at the top level is without a place in the order, and none is missing."""
    rooms = {_room(module) for module in MODULES} - {"", "__main__"}
    assert rooms == set(ROOMS)


def test_few_modules_stand_loose() -> None:
    """What is not in a folder is what a reader meets first."""
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_LOOSE


def test_imports_of_both_forms_are_read(tmp_path: Path) -> None:
    """Nothing hides an import: no function, no condition, no other name for it."""
    file = tmp_path / "module.py"
    file.write_text(
        "import bias.words.cut\n"
        "from bias import codebook as book\n"
        "if TYPE_CHECKING:\n    from bias.document import segment\n"
        "def work():\n    from bias.lists.terms import shipped_list\n    import bias.errors, os\n"
    )
    assert _imports(file) == {
        "bias.words.cut", "bias.codebook", "bias.document.segment", "bias.lists.terms",
        "bias.errors",
    }  # fmt: skip


def test_imports_point_down() -> None:
    """A module imports from its own room or one before it."""
    places = {room: place for place, room in enumerate(ROOMS)}
    upward = {
        (room, used)
        for room, uses in _between_rooms().items()
        for used in uses
        if places[used] > places[room]
    }
    assert not upward


@pytest.mark.parametrize("unit", ["rooms", "modules"])
def test_imports_go_round_nowhere(unit: str) -> None:
    """No room and no module needs itself, by whatever way round."""
    modules = {module: _imports(file) for module, file in MODULES.items()}
    TopologicalSorter(_between_rooms() if unit == "rooms" else modules).prepare()


def test_files_stay_small() -> None:
    """No file grows past 300 lines: one idea per file."""
    assert [f.name for f in FILES if len(_source(f).splitlines()) > LONGEST] == []


def test_only_the_command_line_prints() -> None:
    """Nothing but the commands prints."""
    told = re.compile(r"^\s*print\(", re.MULTILINE)
    rooms = set(ROOMS) - {"cli", "training"}
    assert [f.name for f in _within("", *rooms) if told.search(_source(f))] == []


def test_nothing_downloads_or_unpickles() -> None:
    """No NLTK download, no pickle, no network client in the package."""
    banned = re.compile(r"nltk\.download|import pickle|joblib\.load|import requests|urlopen")
    assert [f for f in FILES if banned.search(_source(f))] == []
    calling = re.compile(r"http\.client|import socket|urllib3|fetch_url")
    assert [f.name for f in FILES if calling.search(_source(f))] == CALLING


def _patterns(file: Path) -> Iterator[str]:
    """Yield the regular expressions that a file writes out."""
    for node in _nodes(file):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield from (
                str(part.value)
                for given in node.args[:1]
                for part in ast.walk(given)
                if isinstance(part, ast.Constant)
            )


def test_text_is_cut_once() -> None:
    """After `words` and `document` nobody takes words out of text, by pattern or by blanks."""
    run = re.compile(r"(\\w|\\S|a-z\]|\\W\\d_\])['’-]?\]?[+*]")
    cutting = {
        f.relative_to(PACKAGE).as_posix(): found
        for f in _within(*TRIP)
        if (found := [p for p in _patterns(f) if run.search(p)])
    }
    assert cutting.keys() == NO_ARTICLE
    splitting = [f.name for f in _within("features") if re.search(r"\.split\(\)", _source(f))]
    assert splitting == []


def _cached(file: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the functions of a file whose answers are kept, and what they are given as text."""
    for node in _nodes(file):
        if not isinstance(node, ast.FunctionDef):
            continue
        kept = {re.split(r"\W", ast.unparse(made))[0] for made in node.decorator_list}
        if kept & {"cache", "lru_cache", "functools"}:
            given = [*node.args.args, *filter(None, [node.args.vararg])]
            yield node.name, {a.arg for a in given if "str" in ast.unparse(a.annotation or node)}


def test_what_is_known_of_a_word_is_a_column() -> None:
    """No other table remembers words: see `bias.words.types.Column`."""
    trip = _within("words", "document", *TRIP)
    cached = {f.name for f in trip for _, given in _cached(f) if given - RESOURCES}
    assert cached == REMEMBERING


def test_nothing_names_the_machine_it_was_made_on() -> None:
    """No absolute path of a developer's machine stands in the project."""
    banned = re.compile(r"/(?:work|home|root|tmp)/")
    folders = ("bias", "docs", "lexicons", "seeds", "benchmarks")
    texts = [
        p for f in folders for p in (ROOT / f).rglob("*") if p.suffix in (".py", ".md", ".tsv")
    ]
    texts += list(ROOT.glob("*.md"))
    assert [str(p) for p in texts if banned.search(p.read_text("utf-8"))] == []
