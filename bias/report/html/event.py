"""An event's comparison as one HTML file: no network, nothing beside it."""

from bias.events.manner import Manner
from bias.events.quotations import Cut
from bias.report.differing import KINDS, Differing
from bias.report.html.element import element, escaped
from bias.report.html.event_parts import (
    alone_part,
    facts_part,
    measures_part,
    sources_part,
    terms_part,
    wording_part,
)
from bias.report.html.event_text import marked, texts_part
from bias.report.html.page import Section, asset, page
from bias.report.html.style import family_colours
from bias.report.html.ties import ties
from bias.report.telling import LIMITS, Telling

HOW = (
    "Sentences with one number tell the same, in whole or in part. Point at one, or reach its "
    "number with the keyboard, and its counterparts light up; a tap keeps them lit, Escape lets go."
)


def event_html(telling: Telling) -> bytes:
    """Return the page; equal input, equal bytes."""
    header = element("h1", escaped(telling.title), dir="auto")
    header += element("p", escaped(telling.about()), class_="facts")
    header += element("p", escaped(telling.finding()))
    sections = [
        Section("headlines", "The headlines", _headlines(telling)),
        Section("differs", "Where they differ", _differs(telling), "Differs"),
        Section("cut", "A quotation, cut at another place", _cuts(telling), "Quotations"),
        Section("manner", "Told in another manner", _manners(telling), "Manner"),
        Section("facts", "What several tell", _overview(telling) + facts_part(telling), "Facts"),
        Section("alone", "Without close wording elsewhere", alone_part(telling), "Only here"),
        Section("wording", "Other words for the same", wording_part(telling), "Wording"),
        Section("heard", "Who is heard, and where", sources_part(telling), "Heard"),
        Section("measures", "Measures", measures_part(telling) + terms_part(telling)),
        Section("texts", "The accounts, side by side", texts_part(telling, HOW), "Accounts"),
        Section(
            "method", "Method and limits", element("p", escaped(LIMITS), class_="soft"), "Method"
        ),
    ]
    kept = [section for section in sections if section.content]
    style = asset("page.css") + family_colours() + asset("event.css")
    return page(telling.title, header, kept, style, ("page.js", "event.js"), "facts")


def _overview(telling: Telling) -> str:
    means = (
        "Each account from top to bottom, one bar a sentence, as long as it; lines join sentences "
        "that tell the same in accounts that stand beside each other."
    )
    return element("figure", ties(telling) + element("figcaption", means))


def _headlines(telling: Telling) -> str:
    cards = "".join(_card(telling, place) for place in telling.shown)
    return element("div", cards, class_=f"cols n{len(telling.shown)}")


def _card(telling: Telling, place: int) -> str:
    account = telling.event.accounts[place]
    named = element("b", escaped(telling.names[place]))
    outlet = element(
        "p", named + escaped(f" · {account.date}" if account.date else ""), class_="outlet"
    )
    heads = telling.headlines
    headline = marked(account, account.headline, heads.devices(place), heads.adds(place))
    title = element("h3", headline or "(no headline)", dir="auto")
    rows = heads.about(place, telling.rating(place))
    told = "".join(
        element("dt", name) + element("dd", escaped(words), dir="auto") for name, words in rows
    )
    return element("div", outlet + title + element("dl", told), class_="card")


def _differs(telling: Telling) -> str:
    if not telling.differences:
        return ""
    means = (
        "Figures, days, names and opposite words of which only one can hold, in sentences that "
        "probably tell the same. Read both before you believe it."
    )
    rows = "".join(_differing(telling, found) for found in telling.differences)
    return element("p", means, class_="soft") + rows


def _differing(telling: Telling, found: Differing) -> str:
    couple = next(c for c in telling.event.couples if (c.one, c.other) == (found.one, found.other))
    likely = float(couple.probability[found.what.lines])
    sure = element("small", f"the same fact: {likely:.0%}")
    kind = element("div", escaped(found.label) + sure, class_="kind")
    sides = zip(
        (found.one, found.other), found.what.lines, (found.what.one, found.what.other), strict=True
    )
    told = ""
    for place, line, words in sides:
        account = telling.event.accounts[place]
        text = marked(account, account.lines[line], odd=(words,))
        outlet = element("p", element("b", escaped(telling.names[place])), class_="outlet")
        told += element("div", outlet + element("p", text, dir="auto"))
    return element("div", kind + told, class_="pair")


def _manners(telling: Telling) -> str:
    if not telling.manners:
        return ""
    means = (
        "Sentences that tell one thing, which one account states and another lays at somebody’s "
        "door, or which is still to come in one and done in the other."
    )
    rows = "".join(_manner(telling, manner) for manner in telling.manners)
    return element("p", means, class_="soft") + rows


def _manner(telling: Telling, manner: Manner) -> str:
    told = element("div", escaped(KINDS[manner.kind]), class_="kind")
    sides = zip((manner.one, manner.other), manner.lines, telling.manner(manner), strict=True)
    for place, line, how in sides:
        account = telling.event.accounts[place]
        named = element("b", escaped(telling.names[place])) + escaped(f" · {how}")
        text = element("p", marked(account, account.lines[line]), dir="auto")
        told += element("div", element("p", named, class_="outlet") + text)
    return element("div", told, class_="pair plain")


def _cuts(telling: Telling) -> str:
    if not telling.cuts:
        return ""
    means = (
        "Somebody's words that several accounts quote: shaded, what the other account has nowhere."
    )
    return element("p", means, class_="soft") + "".join(_cut(telling, cut) for cut in telling.cuts)


def _cut(telling: Telling, cut: Cut) -> str:
    account = telling.event.accounts[cut.one]
    speaker = f"{cut.spoken.speaker}, in " if cut.spoken.speaker else ""
    who = f"{speaker}{telling.names[cut.one]}; shaded: not in {telling.names[cut.other]}"
    text = element("p", marked(account, cut.spoken, rest=cut.alone), dir="auto")
    return element("div", element("p", escaped(who), class_="outlet") + text, class_="cut")
