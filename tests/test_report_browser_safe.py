"""All pages in a real browser: hostile text, narrow screens, colours, accessibility."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import Visit, look
from report_cases import CASES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (1280, 800, 500, 390, 320)


@pytest.mark.parametrize("name", ["hostile-0", "hostile-1", "hostile-body", "index", "scripts"])
def test_hostile(name: str, browser: "Browser", reports: Path) -> None:
    """Hostile text is shown as words: it runs nothing, loads nothing, leads nowhere."""
    with Visit(browser, reports / f"{name}.html") as page:
        for mark in page.locator("mark[tabindex='0']").all()[:10]:
            mark.focus()
        assert page.locator("img, iframe, object, embed, base").count() == 0
        assert page.locator("script").count() <= 2
        hrefs = page.evaluate("[...document.links].map(a => a.getAttribute('href'))")
        assert [
            h for h in hrefs if not re.match(r"#\w+$|https://example\.org/|[\w%-]+\.html$", h)
        ] == []
        assert page.locator("main").is_visible()


@pytest.mark.parametrize("name", [*CASES, "index", "hostile-0", "hostile-body"])
def test_nothing_sticks_out(name: str, browser: "Browser", reports: Path) -> None:
    """No page scrolls sideways, however narrow, folded or open."""
    with Visit(browser, reports / f"{'ferry-2' if name == 'nothing' else name}.html") as page:
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(excess) == 0, width


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("ferry", "light"), ("ferry", "dark"), ("index", "light"), ("index", "dark"),
     ("scripts", "light"), ("no-body", "dark"), ("inserts", "light")],
)  # fmt: skip
def test_accessible(name: str, scheme: Any, browser: "Browser", reports: Path) -> None:
    """The accessibility checker axe-core finds nothing serious, with every mark shown."""
    from axe_playwright_python.sync_playwright import Axe

    with Visit(browser, reports / f"{name}.html", color_scheme=scheme) as page:
        if page.locator("#marks-all").is_visible():
            page.locator("#marks-all").click()
        page.locator("mark[tabindex='0']").first.focus() if name == "ferry" else None
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found = Axe().run(page).response["violations"]
        serious = [v for v in found if v["impact"] in ("serious", "critical")]
        told = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in serious]
        assert told == []


def test_without_scripts(browser: "Browser", reports: Path) -> None:
    """Without scripts nothing dead is shown, the filters work, and the index is whole."""
    with Visit(browser, reports / "ferry.html", java_script_enabled=False) as page:
        assert not page.locator("#theme").is_visible()
        assert not page.locator(".filters .buttons").is_visible()
        page.get_by_label("loaded adjective").uncheck()
        assert look(page, "article mark:text-is('disastrous')", "textDecorationLine") == "none"
    with Visit(browser, reports / "index.html", java_script_enabled=False) as page:
        assert not page.locator(".tools").is_visible()
        assert page.locator(".articles tbody a").first.is_visible()


@pytest.mark.parametrize("name", ["ferry", "index"])
def test_themes(name: str, browser: "Browser", reports: Path) -> None:
    """Dark follows the system, and the button overrides it."""
    with Visit(browser, reports / f"{name}.html", color_scheme="dark") as page:
        dark = look(page, "body", "backgroundColor")
        page.get_by_role("button", name="Colours").click()
        light = look(page, "body", "backgroundColor")
        assert light == "rgb(255, 255, 255)" != dark
        page.get_by_role("button", name="Colours").click()
        assert look(page, "body", "backgroundColor") == dark
        page.emulate_media(media="print")
        assert look(page, "body", "backgroundColor") == light
