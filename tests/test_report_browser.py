"""The HTML reports in a real browser: marks, filters, keyboard, sorting, search, hostile text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import chromium
from report_cases import CASES, analysis_of, corpus

from bias.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = (
    "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=2'>"
    "\"><svg onload=window.hacked=3> javascript:window.hacked=4 <b><a href='//x.org'>"
    "<!-- <style>*{display:none} </title></style> &lt;i&gt; ${1} ]]>"
)
ADDRESSES = ("javascript:window.hacked=5", "data:text/html,<script>window.hacked=6</script>")
WIDTHS = (1280, 800, 500, 390, 320)
PHONE = {"width": 360, "height": 780}


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One browser for all tests here."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
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
        context.set_default_timeout(8000)
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


@pytest.fixture
def ferry(browser: "Browser", reports: Path) -> "Iterator[Page]":
    """The page of an article with every kind of evidence."""
    with Visit(browser, reports / "ferry.html", viewport={"width": 1280, "height": 900}) as page:
        yield page


@pytest.fixture
def index(browser: "Browser", reports: Path) -> "Iterator[Page]":
    """The page that leads to the articles."""
    with Visit(browser, reports / "index.html", viewport={"width": 1280, "height": 900}) as page:
        yield page


def tip(page: "Page") -> str:
    """Return what the open note says; empty while it is closed."""
    return page.locator("#tip").inner_text() if page.locator("#tip").is_visible() else ""


def look(page: "Page", selector: str, name: str) -> str:
    """Return a style property as the browser computes it."""
    found: str = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{name}")
    return found


def test_hover(ferry: "Page") -> None:
    """The pointer on a mark opens category, definition, reason, voice and weight; away closes."""
    ferry.locator("article mark", has_text="disastrous").hover()
    ferry.locator("#tip").wait_for()
    told = tip(ferry)
    for words in ("loaded adjective", "judgement in the outlet", "the outlet’s own", "weight 0.85"):
        assert words in told
    ferry.mouse.move(5, 5)
    ferry.locator("#tip").wait_for(state="hidden")


def test_definition(ferry: "Page") -> None:
    """A mark says what its category means."""
    ferry.locator("article mark", has_text="vanity project").hover()
    ferry.locator("#tip").wait_for()
    assert "judges what it names" in tip(ferry)


def test_overlap(ferry: "Page") -> None:
    """A word found for two reasons tells both."""
    ferry.locator("h1 mark", has_text="Slammed").hover()
    ferry.locator("#tip").wait_for()
    assert "a violent verb" in tip(ferry)
    assert "hides who did it" in tip(ferry)


def test_keyboard(ferry: "Page") -> None:
    """Focus opens the note and names it for screen readers; arrows walk, Escape closes."""
    first = ferry.locator("mark[tabindex='0']").first
    first.focus()
    assert "Slammed" in first.inner_text()
    assert first.get_attribute("aria-describedby") == "tip"
    assert "violent verb" in tip(ferry)
    ferry.keyboard.press("ArrowRight")
    assert "Forever" in ferry.evaluate("document.activeElement.textContent")
    assert "arm’s length" in tip(ferry)
    ferry.keyboard.press("Escape")
    assert tip(ferry) == ""
    assert "Forever" in ferry.evaluate("document.activeElement.textContent")
    ferry.keyboard.press("Enter")
    assert "arm’s length" in tip(ferry)


def test_every_stop_shows(ferry: "Page") -> None:
    """The first Tab reaches the skip link, and no stop is invisible."""
    ferry.keyboard.press("Tab")
    assert ferry.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        ferry.keyboard.press("Tab")
        box = ferry.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        assert box["width"] > 0
        assert box["height"] > 0


def test_skip(ferry: "Page") -> None:
    """The skip link leads to the article."""
    ferry.keyboard.press("Tab")
    ferry.keyboard.press("Enter")
    assert ferry.url.endswith("#text")


def test_tap(browser: "Browser", reports: Path) -> None:
    """A tap opens the note inside the screen and keeps it open; a tap elsewhere closes it."""
    options = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    with Visit(browser, reports / "ferry.html", **options) as page:
        page.locator("article mark", has_text="reckless").tap()
        page.locator("#tip").wait_for()
        box = page.locator("#tip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        page.locator("#text-title").tap()
        page.locator("#tip").wait_for(state="hidden")


def test_calm_kinds_are_off(ferry: "Page") -> None:
    """Hedges and plain reporting are unmarked until asked for; strong kinds are marked."""
    assert "underline" in look(ferry, "article mark:text-is('disastrous')", "textDecorationLine")
    assert look(ferry, "article mark:text-is('perhaps')", "textDecorationLine") == "none"
    assert ferry.locator("mark:text-is('perhaps')").get_attribute("tabindex") is None
    ferry.get_by_label("hedge").check()
    assert "underline" in look(ferry, "article mark:text-is('perhaps')", "textDecorationLine")
    assert ferry.locator("mark:text-is('perhaps')").get_attribute("tabindex") == "0"


def test_filter_by_category(ferry: "Page") -> None:
    """A category switched off loses its marks; the others keep theirs."""
    ferry.get_by_label("loaded adjective").uncheck()
    assert look(ferry, "article mark:text-is('disastrous')", "textDecorationLine") == "none"
    assert "underline" in look(ferry, "mark:text-is('vanity project')", "textDecorationLine")


def test_filter_by_voice(ferry: "Page") -> None:
    """Quoted marks are dotted, and go when the quoted voice is switched off."""
    quoted = "article mark:text-is('shameful betrayal')"
    assert look(ferry, quoted, "textDecorationStyle") == "dotted"
    ferry.get_by_label("quoted: dotted").uncheck()
    assert look(ferry, quoted, "textDecorationLine") == "none"
    assert "underline" in look(ferry, "article mark:text-is('disastrous')", "textDecorationLine")


def test_buttons(ferry: "Page") -> None:
    """All, none and strong only set the switches at once."""
    marks = ferry.locator("mark[tabindex='0']")
    usual = marks.count()
    ferry.get_by_role("button", name="all marks").click()
    every = marks.count()
    ferry.get_by_role("button", name="no marks").click()
    assert marks.count() == 0
    ferry.get_by_role("button", name="strong only").click()
    assert 0 < usual == marks.count() < every


def test_inserts_and_furniture(ferry: "Page") -> None:
    """Inserts are boxed and labelled; inserts and furniture can be left out."""
    boxes, furniture = ferry.locator("aside.insert"), ferry.locator("p.furniture")
    assert boxes.count() == 2
    assert "another story" in boxes.first.inner_text()
    ferry.get_by_label("promo inserts").uncheck()
    ferry.get_by_label("page furniture").uncheck()
    assert not boxes.first.is_visible()
    assert not furniture.first.is_visible()


def test_shading(ferry: "Page") -> None:
    """Sentences can be shaded by their probability."""
    before = look(ferry, "article .b4", "backgroundColor")
    ferry.get_by_label("shade sentences").check()
    assert look(ferry, "article .b4", "backgroundColor") != before


def test_strip(ferry: "Page") -> None:
    """A bar leads to its sentence, by click, also above the bar, and by arrow and Enter."""
    strip = ferry.locator("svg.strip")
    box = strip.bounding_box()
    assert box is not None
    strip.click(position={"x": box["width"] - 2, "y": 3})
    last = ferry.locator("svg.strip a").last.get_attribute("href")
    assert ferry.url.endswith(str(last))
    strip.locator("a").first.focus()
    ferry.keyboard.press("ArrowRight")
    assert "Sentence 2" in ferry.locator("#told").inner_text()
    ferry.keyboard.press("Enter")
    assert ferry.url.endswith("#s1")
    assert ferry.locator("svg.strip a[tabindex='0']").count() == 1


def test_evidence_leads_to_its_mark(ferry: "Page") -> None:
    """A link from the evidence list reaches its mark, and switches it on when it was off."""
    ferry.get_by_role("button", name="no marks").click()
    ferry.locator("#e1 a").click()
    assert ferry.url.endswith("#c1")
    assert ferry.locator("mark[tabindex='0']").count() > 0


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


def test_print(ferry: "Page") -> None:
    """On paper there are no controls, and what was folded is open."""
    ferry.emulate_media(media="print")
    assert not ferry.locator("#theme").is_visible()
    assert not ferry.locator(".filters .buttons").is_visible()
    ferry.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert ferry.locator("details:not([open])").count() == 0
    ferry.evaluate("dispatchEvent(new Event('afterprint'))")
    assert ferry.locator("details[open]").count() == 0


def headlines(page: "Page") -> list[str]:
    """Return the ratings of the rows shown, in their order."""
    return page.locator(".articles tbody tr:visible td.rating").all_inner_texts()


def test_sort(index: "Page") -> None:
    """A column head sorts both ways, says so, and keeps the unrated at the end."""
    rating = index.locator(".articles th", has_text="rating")
    assert rating.get_attribute("aria-sort") == "descending"
    falling = headlines(index)
    assert falling[-1] == ""
    rating.get_by_role("button").click()
    assert rating.get_attribute("aria-sort") == "ascending"
    rated = [row for row in falling if row]
    assert headlines(index) == sorted(rated) + [""] * (len(falling) - len(rated))
    article = index.locator(".articles th", has_text="article").first
    article.get_by_role("button").press("Enter")
    assert article.get_attribute("aria-sort") == "ascending"
    assert rating.get_attribute("aria-sort") is None


def test_sort_groups(index: "Page") -> None:
    """The groups sort too."""
    names = index.locator(".groups tbody th")
    before = names.all_inner_texts()
    index.locator(".groups thead th").first.get_by_role("button").click()
    assert names.all_inner_texts() != before
    assert sorted(names.all_inner_texts()) == sorted(before)


def test_search(index: "Page") -> None:
    """Search finds words in any order, without accents; the count and the lack are said."""
    every = len(headlines(index))
    index.get_by_label("Search").fill("news OUTLET 02")
    assert 0 < len(headlines(index)) < every
    assert f"of {every}" in index.locator("#found").inner_text()
    index.get_by_label("Search").fill("ødegard МОСКВА")
    assert len(headlines(index)) == 1
    index.get_by_label("Search").fill("nothing like this")
    assert headlines(index) == []
    assert index.locator("#nothing").is_visible()


def test_choices(index: "Page") -> None:
    """Articles can be narrowed to an outlet and a band."""
    index.get_by_label("Outlet", exact=True).select_option("Outlet 02 Daily News")
    assert len(headlines(index)) == 5
    index.get_by_label("Band", exact=True).select_option("high")
    assert len(headlines(index)) < 5


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


def test_index_leads_on(index: "Page") -> None:
    """Every link of the index leads to a page that is there."""
    for link in index.locator(".articles tbody a").all()[:5]:
        href = link.evaluate("a => a.href")
        assert index.context.new_page().goto(href) is not None


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
