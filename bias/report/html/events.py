"""The page that leads to the comparison of each event of a corpus."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from bias.events.account import Account
from bias.report.html.element import element, escaped, number_cell, soft_cell, table
from bias.report.html.page import Section, asset, page
from bias.report.html.style import family_colours

MOST_LISTED = 500
"""Events on the page, those with most articles; the tables hold all."""
Groups = Sequence[Sequence[Account]]


def events_html(groups: Groups, drawn: Mapping[int, str]) -> bytes:
    """Return the page.

    Parameters
    ----------
    groups
        The accounts of each event.
    drawn
        The name of the files of each event that is drawn, by place.
    """
    several = [place for place, group in enumerate(groups) if len(group) > 1]
    listed = sorted(several, key=lambda place: (-len(groups[place]), place))[:MOST_LISTED]
    articles = sum(map(len, groups))
    title = f"{len(several):,} events told by several"
    told = f"{articles:,} articles; {len(groups) - len(several):,} alone with their event."
    header = element("h1", title) + element("p", told, class_="facts")
    rows = [_row(place, groups[place], drawn.get(place)) for place in listed]
    heads = ("event", "articles", "outlets", "first", "last", "headline of the first")
    drawn_table = element("div", table(heads, rows, "wide"), class_="scroll")
    sections = [Section("events", "Events", drawn_table)]
    style = asset("page.css") + family_colours() + asset("event.css")
    return page(title, header, sections, style, ("page.js",), "events")


def _row(place: int, group: Sequence[Account], name: str | None) -> str:
    dates = sorted(account.date for account in group if account.date)
    first = min(group, key=lambda account: (not account.date, account.date, account.outlet))
    outlets = ", ".join(dict.fromkeys(account.name for account in group))
    headline = escaped(first.headline.of(first.text) or "(no headline)")
    href = f"{quote(name)}.html" if name else None
    link = element("a" if href else "span", headline, href=href, dir="auto")
    cells = element("th", str(place + 1), scope="row") + number_cell(str(len(group)))
    cells += soft_cell(outlets) + soft_cell(dates[0] if dates else "")
    cells += soft_cell(dates[-1] if dates else "") + element("td", link)
    return element("tr", cells)
