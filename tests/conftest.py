"""Shared fixtures: the seed articles, and the labelled data where there is some."""

import os
from pathlib import Path

import pytest
from browser import browser, reports

__all__ = ["browser", "data", "reports", "seeds"]

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def data() -> Path:
    """The labelled data; skips where there is none."""
    folder = Path(os.environ.get("BIAS_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("needs the labelled data; set BIAS_DATA to its folder")
    return folder
