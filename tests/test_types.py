"""A user's script shows its types to `mypy --strict`."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("mypy")

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "tests" / "cases" / "user_script.py"
FRAMES = ("pd.DataFrame", "pd.Series", "pd.DataFrame")
"""Of pandas, whose types come with the package `pandas-stubs`."""


def test_a_users_script_shows_types() -> None:
    """What the public names give is known; frames are where pandas' own stubs are installed."""
    call = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--follow-imports=silent"]
    ran = subprocess.run(
        [*call, "--cache-dir", str(ROOT / ".mypy_cache" / "user"), str(SCRIPT)],
        cwd=SCRIPT.parent,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
    )
    found = re.findall(r'Revealed type is "(.*)"', ran.stdout)
    assert "error" not in ran.stdout, ran.stdout + ran.stderr
    assert len(found) == SCRIPT.read_text("utf-8").count("reveal_type(")
    assert found.count("Any") == (0 if find_spec("pandas-stubs") else len(FRAMES))
