"""The accounts of an event, whole and side by side, with the numbers of what they share."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from bias.events.account import Account
from bias.events.parts import Line
from bias.report.html.element import element, escaped
from bias.report.telling import Telling
from bias.words.cut import Span


def marked(
    account: Account,
    span: Span,
    devices: Iterable[Span] = (),
    adds: Iterable[Span] = (),
    odd: Iterable[Span] = (),
    rest: Iterable[Span] = (),
) -> str:
    """Return a stretch of an account as HTML, some of its words marked.

    Parameters
    ----------
    account, span
        Which stretch.
    devices, adds, odd, rest
        What is marked as a headline's device, as words that no other account has, as words that
        contradict another account, and as words that another account leaves away.
    """
    whole, span = span, account.drawn(span)
    kinds = {"device": [*devices], "adds": [*adds], "odd": [*odd], "rest": [*rest]}
    edges = {span.start, span.end}
    for marks in kinds.values():
        edges.update(edge for mark in marks for edge in (mark.start, mark.end))
    bounds = sorted(edge for edge in edges if span.start <= edge <= span.end)
    made = ""
    for start, end in pairwise(bounds):
        names = [
            name
            for name, marks in kinds.items()
            if any(m.start <= start and end <= m.end for m in marks)
        ]
        words = escaped(account.text[start:end])
        made += element("mark", words, class_=" ".join(names)) if names else words
    return made + "…" * (span.end < whole.end)


def texts_part(telling: Telling, how: str) -> str:
    """Return the accounts in columns."""
    columns = "".join(_column(telling, place) for place in telling.shown)
    told = element("p", escaped(how), class_="soft")
    return told + element("div", columns, class_=f"cols text n{len(telling.shown)}")


def _column(telling: Telling, place: int) -> str:
    account = telling.event.accounts[place]
    alone = {line for line, _ in telling.alone(place)}
    parts = element("p", element("b", escaped(telling.names[place])), class_="outlet")
    for _, lines in groupby(enumerate(account.lines), key=lambda pair: pair[1].paragraph):
        told = " ".join(_sentences(telling, place, lines, alone))
        parts += element("p", told, dir="auto")
    if account.is_cut:
        parts += element("p", "The rest of this long article was not compared.", class_="soft")
    return element("div", parts)


def _sentences(
    telling: Telling, place: int, lines: Iterable[tuple[int, Line]], alone: set[int]
) -> Iterator[str]:
    account = telling.event.accounts[place]
    for number, line in lines:
        fact, odd = telling.numbers.get((place, number)), (place, number) in telling.contrary
        classes = ["s", *(["alone"] if number in alone else []), *(["odd-line"] if odd else [])]
        text = marked(account, line)
        if fact:
            text += fact_link(fact, odd)
        yield element("span", text, class_=" ".join(classes), data_f=fact)


def fact_link(fact: int, odd: bool) -> str:
    """Return a sentence's number, which leads to its fact."""
    label = f"Fact {fact}{', contradicted' if odd else ''}"
    return element("a", f"{fact}{'!' if odd else ''}", href=f"#f{fact}", class_=f"f{' odd' * odd}",
                   aria_label=label)  # fmt: skip
