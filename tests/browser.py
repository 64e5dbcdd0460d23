"""A headless Chromium for the report tests: found on the machine, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
"""Of a browser in a container, which shows nothing but pages made by the tests."""


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start the machine's Chromium; without one skip, or fail where CI must not."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _give_up(f"no Chromium here (looked for {', '.join(NAMES)})")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _give_up("Playwright is not installed: pip install '.[dev]'")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def _give_up(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{why}; CI must test the pages")
    pytest.skip(why)
