"""An event's accounts, and the events of a corpus, as a notebook shows them."""

from bias.charts.style import number, shorten
from bias.events.account import Account
from bias.events.event import Event
from bias.report.compare import Comparison
from bias.report.differing import Differing
from bias.report.html.element import element, escaped
from bias.report.telling import Telling
from bias.shown.line import first_of, headline_of, several
from bias.shown.parts import row, rows_of, scale, soft

EVENTS = 12
"""Rows shown of a corpus."""
DIFFERING = 6
"""Places shown in which two accounts differ."""
WORDS = 90
"""Letters of a headline, or of what differs."""


def accounts(event: Event) -> str:
    """Return one event: its headlines with their ratings, and where the accounts differ."""
    telling = Telling(event)
    title = element("div", element("b", escaped(telling.title)))
    rows = [_account(telling, place) for place in telling.shown]
    heads = (
        ("outlet", True), ("headline", True), ("rating", False),
        ("0 to 1, with 90 % interval", False),
    )  # fmt: skip
    found = "".join(_differing(telling, one) for one in telling.differences[:DIFFERING])
    listed = element("ul", found, style="margin:.3em 0;padding-left:1.4em") if found else ""
    told = soft(telling.about()) + rows_of(heads, rows) + soft(telling.finding())
    return title + told + listed


def _account(telling: Telling, place: int) -> str:
    account, rating = telling.event.accounts[place], telling.event.accounts[place].rating
    headline = shorten(headline_of(account), WORDS)
    name = escaped(shorten(telling.names[place], 40)) + soft(account.date)
    return row(
        (
            (name, True),
            (element("span", escaped(headline), dir="auto"), True),
            (number(rating.bias), False),
            (scale(rating.bias, rating.low, rating.high), False),
        )
    )


def _differing(telling: Telling, found: Differing) -> str:
    sides = ((found.one, found.what.one), (found.other, found.what.other))
    told = "; ".join(
        f"{telling.names[place]}: “{shorten(telling.text(place, words), WORDS)}”"
        for place, words in sides
    )
    return element("li", escaped(f"{found.label}: {told}"))


def events(comparison: Comparison) -> str:
    """Return the events of a corpus that several articles tell, those with most first."""
    title = element("div", element("b", several(comparison)))
    rows = [_event(place, comparison.groups[place]) for place in comparison.several[:EVENTS]]
    more = len(comparison.several) - EVENTS
    foot = soft(f"{more} more in .events") if more > 0 else ""
    heads = ("event", True), ("articles", False), ("outlets", True), ("first headline", True)
    return title + rows_of(heads, rows) + foot


def _event(place: int, group: tuple[Account, ...]) -> str:
    outlets = ", ".join(dict.fromkeys(account.name for account in group))
    headline = shorten(headline_of(first_of(group)), WORDS)
    return row(
        (
            (str(place + 1), True),
            (str(len(group)), False),
            (escaped(shorten(outlets, 60)), True),
            (element("span", escaped(headline), dir="auto"), True),
        )
    )
