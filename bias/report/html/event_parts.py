"""Parts of an event's page: facts, what one alone tells, wording, who is heard, measures."""

from math import isnan

from bias.charts.style import measured, number, score_label
from bias.corpus.intervals import Z_90, wilson
from bias.events.account import Account
from bias.events.facts import Fact
from bias.events.wording import Contrast
from bias.report.html.charts import percent
from bias.report.html.element import element, escaped, number_cell, soft_cell, table
from bias.report.html.event_text import marked
from bias.report.telling import Telling

MEASURES = {
    "quoted_word_share": "Share of words in direct speech",
    "quoted_sources": "Quoted sources",
    "unnamed_source_share": "Share of sources without a name",
    "hedges_per_100_words": "Hedges per 100 words",
    "boosters_per_100_words": "Boosters per 100 words",
}
"""Compared beside the rating and the scores."""


def facts_part(telling: Telling) -> str:
    """Return what several accounts tell: one row a fact, one column an account."""
    if not telling.facts:
        return element("p", "No two sentences are surely about the same.", class_="soft")
    heads = "".join(element("p", escaped(telling.names[p]), class_="outlet") for p in telling.shown)
    columns = f"cols n{len(telling.shown)}"
    rows = [element("div", heads, class_=f"heads {columns}")]
    for place, fact in enumerate(telling.facts, start=1):
        rows.append(_fact(telling, place, fact, columns))
    return "".join(rows)


def _fact(telling: Telling, place: int, fact: Fact, columns: str) -> str:
    count, odd = len(fact.lines), telling.is_contrary(fact)
    who = "all" if count == len(telling.shown) else f"{count} of {len(telling.shown)}"
    told = f"{place} · told by {who}{' · they differ' if odd else ''} · {fact.probability:.0%}"
    label = element("p", told, class_=f"no{' odd' * odd}")
    cells = "".join(_cell(telling, account, fact) for account in telling.shown)
    return element(
        "div",
        label + element("div", cells, class_=columns),
        class_="fact",
        id=f"f{place}",
        data_f=place,
    )


def _cell(telling: Telling, place: int, fact: Fact) -> str:
    account, outlet = telling.event.accounts[place], escaped(telling.names[place])
    name = element("span", outlet, class_="small-outlet")
    if place not in fact.lines:
        why = (
            "not yet: it appeared earlier" if telling.is_older(place, fact) else "no close wording"
        )
        return element("div", name + element("p", why, class_="none"))
    lines = (
        marked(account, account.lines[line], odd=telling.odd_in(place, line))
        for line in fact.lines[place]
    )
    return element("div", name + "".join(element("p", line, dir="auto") for line in lines))


def alone_part(telling: Telling) -> str:
    """Return what stands in one account alone."""
    means = (
        "Sentences with no close wording in the other accounts; behind each, how likely one of "
        "them tells it all the same. An older account cannot tell what came later."
    )
    columns = "".join(_alone(telling, place) for place in telling.shown)
    drawn = element("div", columns, class_=f"cols only n{len(telling.shown)}")
    return element("p", means, class_="soft") + drawn


def _alone(telling: Telling, place: int) -> str:
    account, found = telling.event.accounts[place], telling.drawn_alone(place)
    share = telling.share_alone(place)
    named = element("b", escaped(telling.names[place]))
    parts = element("p", named + escaped(f" · {share}"), class_="outlet")
    for line, told in found:
        likely = element("small", f" {told:.0%}")
        parts += element("p", marked(account, account.lines[line]) + likely, dir="auto")
    return element("div", parts)


def wording_part(telling: Telling) -> str:
    """Return other words for the same, side by side."""
    if not telling.contrasts:
        return ""
    rows = [_contrast(telling, contrast) for contrast in telling.contrasts]
    drawn = table(("one account", "another"), rows, "words")
    return element("div", drawn, class_="scroll")


def _contrast(telling: Telling, contrast: Contrast) -> str:
    cells = ""
    for place, span in ((contrast.one, contrast.first), (contrast.other, contrast.second)):
        account = telling.event.accounts[place]
        voice = "in quotation" if account.voice(span) == "quoted" else "outlet’s voice"
        words = element("q", escaped(span.of(account.text)), dir="auto")
        cells += element(
            "td", words + element("small", escaped(f"{telling.names[place]}, {voice}"))
        )
    return element("tr", cells)


def sources_part(telling: Telling) -> str:
    """Return who is heard, with how many words, in which account."""
    if not telling.sources:
        return ""
    most = max((s.quoted for _, heard in telling.sources for s in heard.values()), default=0)
    rows = []
    for name, heard in telling.sources:
        cells = element("th", escaped(name), scope="row", dir="auto")
        for place in telling.shown:
            source = heard.get(place)
            if source is None:
                cells += soft_cell("–")
                continue
            width = percent(source.quoted / max(1, most))
            bar = element("rect", class_="got", width=width, height="100%")
            drawn = element("svg", bar, aria_hidden="true") if source.quoted else ""
            said = f"{source.quoted} words" if source.quoted else "reported"
            cells += element("td", drawn + escaped(said), class_="bars")
        rows.append(element("tr", cells))
    heads = ("", *(telling.names[place] for place in telling.shown))
    means = (
        "Words of direct speech; “reported”: heard without quotation marks. Names are joined by "
        "their last word."
    )
    drawn = element("div", table(heads, rows, "wide"), class_="scroll")
    return drawn + element("p", means, class_="soft")


def measures_part(telling: Telling) -> str:
    """Return rating, scores and measures of each account, with intervals where there are some."""
    rows = [_row("Rating (90 % interval)", [telling.rating(place) for place in telling.shown])]
    rows.append(_row("Loaded terms per 100 words (90 %)", [*map(_loaded, telling.accounts)]))
    for name in ("headline", "loaded", "attribution", "epistemology"):
        values = [number(_value(account, name)) for account in telling.accounts]
        rows.append(_row(f"Score: {score_label(name)}", values))
    for name, label in MEASURES.items():
        rows.append(_row(label, [measured(_value(account, name)) for account in telling.accounts]))
    frames = dict.fromkeys(name for account in telling.accounts for name in account.frames)
    for name in frames:
        values = [number(account.frames.get(name)) for account in telling.accounts]
        rows.append(_row(f"Frame: {name.replace('_', ' ')}", values))
    heads = ("", *(telling.names[place] for place in telling.shown))
    return element("div", table(heads, rows, "wide nums"), class_="scroll")


def _value(account: Account, name: str) -> float:
    return account.measures.get(name, float("nan"))


def _loaded(account: Account) -> str:
    """Return the rate of loaded terms in the outlet's voice, with its interval."""
    rate = _value(account, "loaded_terms_per_100_words")
    words = sum(round(line.words * (1 - line.quoted)) for line in account.lines)
    if isnan(rate) or not words:
        return "undefined"
    low, high = wilson(min(words, round(rate * words / 100)), words, Z_90)
    return f"{rate:.1f} ({100 * low:.1f} to {100 * high:.1f})"


def _row(name: str, values: list[str]) -> str:
    cells = "".join(number_cell(value) for value in values)
    return element("tr", element("th", escaped(name), scope="row") + cells)


def terms_part(telling: Telling) -> str:
    """Return the words that set each account apart."""
    rows = []
    if not any(telling.terms[place] for place in telling.shown):
        return ""
    for place in telling.shown:
        found = telling.terms[place]
        told = ", ".join(
            f"{term.word} ({term.count}, elsewhere {term.elsewhere})" for term in found
        )
        name = element("th", escaped(telling.names[place]), scope="row")
        rows.append(element("tr", name + element("td", escaped(told or "none"))))
    title = element("h3", "Words that set them apart")
    means = (
        "In the outlet’s voice, names left out: log-odds with the news as prior, 90 % interval "
        "above 0."
    )
    return (
        title
        + table(("", "word (how often, in all others)"), rows)
        + element("p", means, class_="soft")
    )
