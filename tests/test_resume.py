"""A run that is killed at any moment goes on with --resume, and nobody can tell afterwards."""

import gzip
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import bias.outputs.run
from bias.cli import main

ARTICLES = 60
"""Some of them refused, some with an id that came before."""
OUTPUTS = ("x.jsonl", "x.jsonl.gz", "x.csv", "x.csv.gz", "x.parquet", "tables", "tables:parquet")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Sixty small articles, a broken line among every ten."""
    path = tmp_path / "in.jsonl"
    lines = [
        "{broken" if n % 10 == 7 else json.dumps({"id": f"a{n % 50}", "body": f"Ferry {n} sailed."})
        for n in range(ARTICLES)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture(autouse=True)
def _frequent_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bias.outputs.run, "CHECKPOINT", 10)


def analyze(source: Path, out: str, folder: Path, *options: str) -> int:
    """Run the command into a folder."""
    name, _, form = out.partition(":")
    tables = ["--tables", form] if form else []
    quiet = ("--quiet", "--jobs", "1", *tables, *options)
    return main(["analyze", str(source), "-o", str(folder / name), *quiet])


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def in_child(work: Callable[[], Any]) -> int:
    """Run work in a forked process; return how the process ended."""
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def dying(step: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Kill this process at its `step`th call that changes files; return the list of calls."""
    calls: list[str] = []

    def watch(name: str, home: Any) -> None:
        original = getattr(home, name)

        def watched(*given: Any, **named: Any) -> Any:
            calls.append(name)
            if len(calls) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*given, **named)

        monkeypatch.setattr(home, name, watched)

    watch("fsync", os)
    watch("replace", Path)
    watch("unlink", Path)
    watch("add", bias.outputs.run.Run)
    return calls


def kills(source: Path, out: str, folder: Path) -> Iterator[int]:
    """Yield steps at which a run is killed: some over the whole of it, and all of its end."""
    with pytest.MonkeyPatch.context() as patch:
        calls = dying(0, patch)
        folder.mkdir()
        analyze(source, out, folder)
    total = len(calls)
    yield from sorted({*range(1, total, total // 5 + 1), *range(total - 5, total + 1)})


@pytest.mark.parametrize("out", OUTPUTS)
def test_killed_and_resumed_is_the_same_as_undisturbed(
    source: Path, tmp_path: Path, out: str
) -> None:
    """Whenever the process dies, --resume ends with the bytes of a run that never died."""
    whole = tmp_path / "whole"
    for step in kills(source, out, whole):
        folder = tmp_path / f"killed-{step}"
        folder.mkdir()

        def work(step: int = step, folder: Path = folder) -> None:
            with pytest.MonkeyPatch.context() as patch:
                dying(step, patch)
                analyze(source, out, folder)

        assert os.WTERMSIG(in_child(work)) == signal.SIGKILL
        assert analyze(source, out, folder, "--resume") == 1
        assert contents(folder) == contents(whole), step


def stop(source: Path, folder: Path, out: str = "x.jsonl", step: int = 60) -> None:
    """Leave an unfinished run behind."""
    folder.mkdir(exist_ok=True)

    def work() -> None:
        with pytest.MonkeyPatch.context() as patch:
            dying(step, patch)
            analyze(source, out, folder)

    in_child(work)
    assert list(folder.rglob("checkpoint.json"))


def test_killed_twice(source: Path, tmp_path: Path) -> None:
    """A resumed run can be killed and resumed again."""
    whole, twice = tmp_path / "whole", tmp_path / "twice"
    whole.mkdir()
    analyze(source, "tables", whole)
    stop(source, twice, "tables")

    def work() -> None:
        with pytest.MonkeyPatch.context() as patch:
            dying(30, patch)
            analyze(source, "tables", twice, "--resume")

    assert os.WTERMSIG(in_child(work)) == signal.SIGKILL
    analyze(source, "tables", twice, "--resume")
    assert contents(twice) == contents(whole)


def test_an_unfinished_run_is_named_and_not_overwritten(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --resume an unfinished run stays as it is, and the message says what to do."""
    stop(source, tmp_path / "out")
    before = contents(tmp_path / "out")
    assert analyze(source, "x.jsonl", tmp_path / "out") == 2
    assert "--resume" in capsys.readouterr().err
    assert contents(tmp_path / "out") == before


def test_resume_without_an_unfinished_run_begins(source: Path, tmp_path: Path) -> None:
    """A script may always pass --resume."""
    assert analyze(source, "x.jsonl", tmp_path, "--resume") == 1
    assert (tmp_path / "x.jsonl").exists()


def _edit(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    source.write_bytes(source.read_bytes().replace(b"Ferry 3 ", b"Barge 3 "))
    return []


def _version(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    patch.setattr("bias.outputs.record.__version__", "0.0.0")
    return []


def _model(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    patch.setattr("bias.outputs.record.model_digests", lambda: {"articles.json": "0"})
    return []


def _lexicons(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    patch.setattr("bias.outputs.record.lexicon_digests", lambda: {"hedges": "0"})
    return []


def _column(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    return ["--column", "headline=id"]


def _repeats(source: Path, patch: pytest.MonkeyPatch) -> list[str]:
    return ["--repeats"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (_edit, "inputs"),
        (_version, "version"),
        (_model, "model articles.json"),
        (_lexicons, "lexicons assertions"),
        (_column, "options columns"),
        (_repeats, "options repeats"),
    ],
)
def test_what_has_changed_is_noticed_and_refused(
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path, pytest.MonkeyPatch], list[str]],
    named: str,
) -> None:
    """Other inputs, options, versions, models or lists are named, and nothing is mixed."""
    stop(source, tmp_path / "out")
    before = contents(tmp_path / "out")
    options = change(source, monkeypatch)
    assert analyze(source, "x.jsonl", tmp_path / "out", "--resume", *options) == 2
    assert f"{named} changed" in capsys.readouterr().err
    assert contents(tmp_path / "out") == before


def test_what_does_not_matter_may_change(source: Path, tmp_path: Path) -> None:
    """The time of an input, and the number of processes, have no say in the output."""
    stop(source, tmp_path / "out")
    os.utime(source, (1, 1))
    assert analyze(source, "x.jsonl", tmp_path / "out", "--resume", "--jobs", "2") == 1


def test_standard_input_cannot_be_resumed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asking to resume standard input, or a summary, is wrong usage with a way out."""
    assert main(["analyze", "-", "-o", str(tmp_path / "x.jsonl"), "--resume"]) == 2
    assert "Save it to a file" in capsys.readouterr().err
    assert main(["analyze", "x.txt", "--resume"]) == 2


def test_two_runs_do_not_write_into_one_output(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While one run is at work, another into the same output is refused."""
    with bias.outputs.run.Run(bias.outputs.layout_of(tmp_path / "x.jsonl"), {}):
        status = in_child(lambda: os._exit(analyze(source, "x.jsonl", tmp_path)))
    assert os.WEXITSTATUS(status) == 2


def test_ctrl_c_keeps_what_is_done(
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An interrupted run says how to go on, and can."""
    add, count = bias.outputs.run.Run.add, 0

    def interrupted(*given: Any) -> bool:
        nonlocal count
        count += 1
        if count == 25:
            raise KeyboardInterrupt
        return add(*given)

    monkeypatch.setattr(bias.outputs.run.Run, "add", interrupted)
    assert analyze(source, "x.jsonl", tmp_path) == 130
    assert "20 articles are kept" in capsys.readouterr().err
    assert analyze(source, "x.jsonl", tmp_path, "--resume") == 1
    assert len((tmp_path / "x.jsonl").read_bytes().splitlines()) == ARTICLES - 6


def test_strict_leaves_nothing(source: Path, tmp_path: Path) -> None:
    """--strict stops at the first refusal, however late, and nothing is left."""
    lines = source.read_text("utf-8").splitlines()
    late = [line for line in lines if line != "{broken"][:35]
    source.write_text("\n".join([*late, "{broken"]), "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    assert analyze(source, "x.jsonl", out, "--strict") == 1
    assert contents(out) == {}


@pytest.mark.parametrize("out", ["x.jsonl.gz", "x.csv.gz"])
def test_members_make_one_file(source: Path, tmp_path: Path, out: str) -> None:
    """A compressed output of several checkpoints reads as one, without a time in it."""
    analyze(source, out, tmp_path)
    lines = gzip.decompress((tmp_path / out).read_bytes()).splitlines()
    assert len(lines) == ARTICLES - 6 + out.endswith("csv.gz")


def test_strict_keeps_what_an_earlier_run_did(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A refusal under --strict --resume costs none of the work that it took over."""
    lines = source.read_text("utf-8").replace("{broken", '{"body": "It sailed."}').splitlines()
    source.write_text("\n".join([*lines[:57], "{broken", *lines[58:]]) + "\n", "utf-8")

    def work() -> None:
        with pytest.MonkeyPatch.context() as patch:
            dying(40, patch)
            analyze(source, "x.jsonl", tmp_path)

    assert os.WTERMSIG(in_child(work)) == signal.SIGKILL
    assert analyze(source, "x.jsonl", tmp_path, "--resume", "--strict") == 1
    assert "--resume goes on from there" in capsys.readouterr().err
    assert (tmp_path / ".x.jsonl.unfinished" / "checkpoint.json").exists()
    assert analyze(source, "x.jsonl", tmp_path, "--resume") == 1
    assert len((tmp_path / "x.jsonl").read_text("utf-8").splitlines()) == ARTICLES - 1
