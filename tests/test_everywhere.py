"""It starts on every system: other ways to start processes, old consoles, warnings as errors."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "MPLBACKEND": "Agg"}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python on something, in the project's folder."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=ENVIRONMENT | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_the_readmes_lines_run_as_a_script(tmp_path: Path, method: str) -> None:
    """Without a main guard, where processes import the script that starts them, each runs once."""
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = re.search(r"```python\n(import bias\n.*?)```", readme, re.DOTALL)
    assert lines
    code = lines[1].replace("reports/latest", str(tmp_path / "out"))
    script = tmp_path / "ten.py"
    script.write_text(
        "import multiprocessing\n"
        f"multiprocessing.set_start_method({method!r}, force=True)\n"
        f"print('begun')\n{code}\nprint(len(frame))\n",
        "utf-8",
    )
    done = run(str(script), PYTHONIOENCODING="utf-8")
    told = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert told.count("begun") == 1
    assert int(told.split()[-1]) > 16
    assert b"Traceback" not in done.stderr


def test_the_command_works_with_spawned_processes(tmp_path: Path) -> None:
    """`python -m bias` with two jobs gives the same bytes as with one, started either way."""
    code = (
        "import multiprocessing as m; m.set_start_method('spawn', force=True)\n"
        "from bias.cli import main; raise SystemExit(main())"
    )
    command = ["analyze", "seeds", "--jobs", "2", "-o"]
    spawned = run("-c", code, *command, str(tmp_path / "a.jsonl"))
    assert spawned.returncode == 0, spawned.stderr.decode()
    run("-m", "bias", "analyze", "seeds", "--jobs", "1", "-o", str(tmp_path / "b.jsonl"))
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_what_ends_a_worker_is_told_in_our_words(tmp_path: Path) -> None:
    """A class that only the script knows ends in a message that says so."""
    script = tmp_path / "own.py"
    script.write_text(
        "import multiprocessing as m; m.set_start_method('spawn', force=True)\nimport bias\n"
        "class Own(bias.Article):\n    pass\n"
        "try:\n    list(bias.analyze_many([Own(body='It is open.')] * 40, jobs=2))\n"
        "except bias.BiasError as error:\n    print(type(error).__name__, error)\n",
        "utf-8",
    )
    done = run(str(script))
    assert b"WorkerError" in done.stdout, done.stderr.decode()
    assert b"module of their own" in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "latin-1", "cp1252:strict"])
@pytest.mark.parametrize(
    "command",
    [
        ["analyze", "seeds/quotation-marks.txt", "seeds/moon-station.txt", "--jobs", "1"],
        ["analyze", "seeds", "--jobs", "1"],
        ["codebook"],
        ["lexicon", "list"],
        ["--help"],
    ],
    ids=["summary", "table", "codebook", "lexicons", "help"],
)
def test_no_console_lacks_a_character(encoding: str, command: list[str]) -> None:
    """What is printed fits the encoding of a console or a file."""
    done = run("-m", "bias", *command, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr.decode("latin-1")
    assert done.stdout
    assert b"Traceback" not in done.stderr
    assert b"\\u" not in done.stderr


def test_nothing_warns_on_import() -> None:
    """Every module imports with warnings as errors."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "bias").rglob("*.py"))
        if path.name not in ("__init__.py", "__main__.py")
        and not {"lexicons", "seeds"} & set(path.parts)
    ]
    code = (
        f"import importlib\nfor name in {modules!r}:\n"
        "    try: importlib.import_module(name)\n"
        "    except ImportError as error: assert 'newsbias[' in str(error), (name, error)"
    )
    done = run("-W", "error", "-c", code)
    assert done.returncode == 0, done.stderr.decode()


def test_no_module_uses_what_newer_pythons_lack() -> None:
    """Names that Python 3.14 took away are not used."""
    gone = re.compile(r"importlib\.abc|from ast import (?:Num|Str)|pkgutil\.find_loader")
    assert [p for p in (ROOT / "bias").rglob("*.py") if gone.search(p.read_text("utf-8"))] == []


def test_standard_output_is_no_file(tmp_path: Path) -> None:
    """`-o -` is refused: nothing called `-` is made."""
    done = run("-m", "bias", "analyze", "seeds/brief.txt", "-o", "-")
    assert done.returncode == 2
    assert b"Leave -o out" in done.stderr
    assert not (ROOT / "-").exists()
