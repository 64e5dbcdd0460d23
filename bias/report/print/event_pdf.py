"""An event's comparison as a PDF, with selectable text."""

from collections.abc import Sequence

from bias.charts.fonts import printable
from bias.charts.style import SOFT, number, shorten
from bias.events.facts import Fact
from bias.report.differing import KINDS
from bias.report.html.event_parts import MEASURES
from bias.report.marks import plain
from bias.report.print.article_pdf import RUNNING_LENGTH, join
from bias.report.print.event_columns import Text, set_row, set_words, small
from bias.report.print.event_marks import ODD, TIE, marked_pieces
from bias.report.print.event_ties import draw_ties
from bias.report.print.pages import LEFT, RIGHT, Pages
from bias.report.telling import LIMITS, Telling

SIZE, HEAD, SMALL = 8.2, 12.5, 6.8
CHART = 190.0
"""Height of the chart on the first page."""


def event_pdf(telling: Telling) -> bytes:
    """Return the report as a PDF; equal input, equal bytes."""
    pages = Pages(
        shorten(printable(f"{telling.title}: {telling.about()}", "sans"), RUNNING_LENGTH), 1
    )
    pages.turn()
    _title(pages, telling)
    for part in (
        _headlines,
        _chart,
        _differs,
        _cuts,
        _manners,
        _facts,
        _alone,
        _wording,
        _heard,
        _measures,
    ):
        part(pages, telling)
    pages.chapter("Method and limits")
    set_words(pages, LIMITS)
    facts = {"/Subject": telling.about(), "/Keywords": "media bias, comparison"}
    return join([pages.bytes()], telling.title, pages.chapters, after=0, facts=facts)


def _title(pages: Pages, telling: Telling) -> None:
    pages.y += 14
    pages.text(LEFT, pages.y, telling.title, "serif-bold", 19)
    pages.y += 15
    set_words(pages, telling.about(), 7.6)
    set_words(pages, telling.finding(), 8.2, "#1f2328")
    pages.y += 8


def _named(telling: Telling, place: int) -> Text:
    account = telling.event.accounts[place]
    date = f" · {account.date}" if account.date else ""
    return [*plain(telling.names[place], "sans-bold"), *plain(date, "sans")]


def _headlines(pages: Pages, telling: Telling) -> None:
    columns = []
    for place in telling.shown:
        account = telling.event.accounts[place]
        marks = {"devices": telling.headlines.devices(place), "adds": telling.headlines.adds(place)}
        columns.append([marked_pieces(account, account.headline, "serif-bold", **marks)])
    set_row(pages, [[_named(telling, place)] for place in telling.shown], SMALL)
    pages.y += 2
    set_row(pages, columns, HEAD, ruled=False)
    pages.y -= 4
    about = [[*map(_plain, _about(telling, place))] for place in telling.shown]
    set_row(pages, about, SMALL, ruled=False)


def _about(telling: Telling, place: int) -> list[str]:
    """Return what is said of a headline and its article."""
    rows = telling.headlines.about(place, telling.rating(place))
    return [f"{name}: {words}" for name, words in rows]


def _plain(words: str) -> Text:
    return plain(words, "sans")


def _chart(pages: Pages, telling: Telling) -> None:
    pages.need(CHART + 40)
    pages.y = draw_ties(pages, telling, LEFT, pages.y, RIGHT - LEFT, CHART, 7) + 12
    means = (
        "Each account from top to bottom, one bar a sentence; lines join sentences that tell the "
        "same in accounts that stand beside each other."
    )
    set_words(pages, means, SMALL)


def _differs(pages: Pages, telling: Telling) -> None:
    if not telling.differences:
        return
    pages.chapter("Where they differ")
    for found in telling.differences:
        sides = zip(
            (found.one, found.other),
            found.what.lines,
            (found.what.one, found.what.other),
            strict=True,
        )
        columns = []
        for place, line, words in sides:
            account = telling.event.accounts[place]
            text = marked_pieces(account, account.lines[line], "serif", odd=(words,))
            columns.append([_named(telling, place), text])
        set_row(pages, columns, SIZE, found.label, ODD.ink)


def _cuts(pages: Pages, telling: Telling) -> None:
    if not telling.cuts:
        return
    pages.chapter("A quotation, cut at another place")
    for cut in telling.cuts:
        account = telling.event.accounts[cut.one]
        speaker = f"{cut.spoken.speaker}, in " if cut.spoken.speaker else ""
        who = f"{speaker}{telling.names[cut.one]}; shaded: not in {telling.names[cut.other]}"
        text = marked_pieces(account, cut.spoken, "serif", rest=cut.alone)
        set_row(pages, [[text]], SIZE, who, SOFT)


def _manners(pages: Pages, telling: Telling) -> None:
    if not telling.manners:
        return
    pages.chapter("Told in another manner")
    for manner in telling.manners:
        columns = []
        told = zip((manner.one, manner.other), manner.lines, telling.manner(manner), strict=True)
        for place, line, how in told:
            account = telling.event.accounts[place]
            named: Text = [*plain(telling.names[place], "sans-bold"), *plain(f" · {how}", "sans")]
            columns.append([named, marked_pieces(account, account.lines[line], "serif")])
        set_row(pages, columns, SIZE, KINDS[manner.kind], SOFT)


def _facts(pages: Pages, telling: Telling) -> None:
    if not telling.facts:
        return
    pages.chapter("What several tell")
    set_row(pages, [[_named(telling, place)] for place in telling.shown], SMALL)
    for place, fact in enumerate(telling.facts, start=1):
        odd = telling.is_contrary(fact)
        count = (
            "all"
            if len(fact.lines) == len(telling.shown)
            else f"{len(fact.lines)} of {len(telling.shown)}"
        )
        label = (
            f"{place} · told by {count}{' · they differ' if odd else ''} · {fact.probability:.0%}"
        )
        cells = [_cell(telling, account, fact) for account in telling.shown]
        set_row(pages, cells, SIZE, label, ODD.ink if odd else TIE)


def _cell(telling: Telling, place: int, fact: Fact) -> Sequence[Text]:
    account = telling.event.accounts[place]
    if place not in fact.lines:
        older = telling.is_older(place, fact)
        return [
            plain("not yet: it appeared earlier" if older else "no close wording", "serif-italic")
        ]
    return [
        marked_pieces(account, account.lines[line], "serif", odd=telling.odd_in(place, line))
        for line in fact.lines[place]
    ]


def _alone(pages: Pages, telling: Telling) -> None:
    pages.chapter("Without close wording elsewhere")
    set_words(
        pages, "Behind each sentence: how likely another account tells it all the same.", SMALL
    )
    columns = []
    for place in telling.shown:
        account, found = telling.event.accounts[place], telling.drawn_alone(place)
        share = small(f" · {telling.share_alone(place)}")
        texts: list[Text] = [[*plain(telling.names[place], "sans-bold"), *share]]
        for line, told in found:
            words = marked_pieces(account, account.lines[line], "serif")
            texts += [[*words, *small(f"  {told:.0%}")], plain(" ", "sans")]
        columns.append(texts)
    set_row(pages, columns, 7.6)


def _wording(pages: Pages, telling: Telling) -> None:
    if not telling.contrasts:
        return
    pages.chapter("Other words for the same")
    for contrast in telling.contrasts:
        columns = []
        for place, span in ((contrast.one, contrast.first), (contrast.other, contrast.second)):
            account = telling.event.accounts[place]
            voice = "in quotation" if account.voice(span) == "quoted" else "outlet’s voice"
            told = small(f"   {telling.names[place]}, {voice}")
            columns.append([[*marked_pieces(account, span, "serif"), *told]])
        set_row(pages, columns, 7.8)


def _heard(pages: Pages, telling: Telling) -> None:
    if not telling.sources:
        return
    pages.chapter("Who is heard, and where")
    rows = []
    for name, heard in telling.sources:
        told = [heard.get(place) for place in telling.shown]
        words = (
            "–" if s is None else f"{s.quoted} words" if s.quoted else "reported" for s in told
        )
        rows.append((name, [*words]))
    _table(pages, telling, rows)


def _measures(pages: Pages, telling: Telling) -> None:
    pages.chapter("Measures")
    rows = [("Rating (90 % interval)", [telling.rating(place) for place in telling.shown])]
    for name, label in MEASURES.items():
        rows.append((label, [number(a.measures.get(name)) for a in telling.accounts]))
    for place in telling.shown:
        found = ", ".join(term.word for term in telling.terms[place])
        if found:
            rows.append((f"Set {telling.names[place]} apart", [found]))
    _table(pages, telling, rows)


def _table(pages: Pages, telling: Telling, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    count = len(telling.shown)
    names = [_plain("")] + [plain(telling.names[place], "sans-bold") for place in telling.shown]
    set_row(pages, [[text] for text in names], 7)
    for name, values in rows:
        if len(values) == count:
            set_row(pages, [[_plain(name)], *([_plain(value)] for value in values)], 7)
        else:
            set_words(pages, f"{name}: {', '.join(values)}", 7)
