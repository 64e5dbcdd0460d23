"""The index of several articles in a real browser: sorting, search, choices."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import SCREEN, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def index(browser: "Browser", reports: Path) -> "Iterator[Page]":
    """The page that leads to the articles."""
    with Visit(browser, reports / "index.html", viewport=SCREEN) as page:
        yield page


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


def test_index_leads_on(index: "Page") -> None:
    """Every link of the index leads to a page that is there."""
    for link in index.locator(".articles tbody a").all()[:5]:
        href = link.evaluate("a => a.href")
        assert index.context.new_page().goto(href) is not None
