"""The main job needs no network."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bias.engines.local import CHUNK

WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net")


def _is_permitted() -> bool:
    if shutil.which("unshare") is None:
        return False
    return (
        subprocess.run([*WITHOUT_NETWORK, "true"], check=False, capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not _is_permitted(), reason="needs the right to take the network away")
def test_articles_are_analysed_without_a_network(seeds: Path, tmp_path: Path) -> None:
    """In a namespace without any network the command reads a page and a text, and writes both."""
    out = tmp_path / "a.jsonl"
    inputs = [str(seeds / "bridge-closure.html"), str(seeds / "moon-station.txt")] * CHUNK
    command = [sys.executable, "-m", "bias", "analyze", *inputs, "-o", str(out), "--quiet"]
    subprocess.run([*WITHOUT_NETWORK, *command, "--jobs", "2"], check=True)
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [record["rating"]["band"] is not None for record in records] == [True, True] * CHUNK
