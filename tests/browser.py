"""A headless Chromium for the report tests: found on the machine, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from report_cases import CASES, analysis_of, corpus

from bias.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
"""Of a browser in a container, which shows nothing but pages made by the tests."""
SCREEN = {"width": 1280, "height": 900}
HOSTILE = (
    "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=2'>"
    "\"><svg onload=window.hacked=3> javascript:window.hacked=4 <b><a href='//x.org'>"
    "<!-- <style>*{display:none} </title></style> &lt;i&gt; ${1} ]]>"
)
ADDRESSES = ("javascript:window.hacked=5", "data:text/html,<script>window.hacked=6</script>")


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


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One browser for the tests of a module; its event loop must not outlive them."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages of every case, of hostile articles, and an index."""
    folder = tmp_path_factory.mktemp("reports")
    hostile = [
        analysis_of(id=f"hostile-{n}", headline=HOSTILE, outlet=HOSTILE, date=HOSTILE, url=url)
        for n, url in enumerate(ADDRESSES)
    ]
    swarm = analysis_of(id="hostile-body", paragraphs=(HOSTILE,) * 3, source=HOSTILE)
    named = [case() for case in CASES.values()]
    write_report([*named, *corpus(4), *hostile, swarm], folder, ("html",), title=f"A {HOSTILE}")
    return folder


class Visit:
    """A page, and everything that went wrong or out while it was open."""

    def __init__(self, browser: "Browser", path: Path, **options: Any) -> None:
        context = browser.new_context(**options)
        context.set_default_timeout(30_000)
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda m: self.faults.append(m.text))
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("dialog", lambda d: self.faults.append(d.message))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.goto(path.as_uri())

    def __enter__(self) -> "Page":
        return self.page

    def __exit__(self, *_: object) -> None:
        fetched = [url for url in self.requests if not url.startswith(("file:", "data:"))]
        hacked = self.page.evaluate("window.hacked")
        self.page.context.close()
        assert self.faults == []
        assert fetched == []
        assert hacked is None


def tip(page: "Page") -> str:
    """Return what the open note says; empty while it is closed."""
    return page.locator("#tip").inner_text() if page.locator("#tip").is_visible() else ""


def look(page: "Page", selector: str, name: str) -> str:
    """Return a style property as the browser computes it."""
    found: str = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")
    return found
