"""An article's page in a real browser: marks, filters, keyboard, strip, print."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import SCREEN, Visit, look, tip

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def ferry(browser: "Browser", reports: Path) -> "Iterator[Page]":
    """The page of an article with every kind of evidence."""
    with Visit(browser, reports / "ferry.html", viewport=SCREEN) as page:
        yield page


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
    ferry.wait_for_function("location.hash === '#text'")


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


def test_print(ferry: "Page") -> None:
    """On paper there are no controls, and what was folded is open."""
    ferry.emulate_media(media="print")
    assert not ferry.locator("#theme").is_visible()
    assert not ferry.locator(".filters .buttons").is_visible()
    ferry.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert ferry.locator("details:not([open])").count() == 0
    ferry.evaluate("dispatchEvent(new Event('afterprint'))")
    assert ferry.locator("details[open]").count() == 0
