"""The accounts of an event as columns of bars, with lines between what they share."""

from bias.report.html.element import element, escaped
from bias.report.telling import Telling

WIDE, TALL, TOP = 900.0, 330.0, 26.0
BAR = 130.0
GAP = 1.5


def ties(telling: Telling) -> str:
    """Return the chart; sentences stand in their order, as high as they are long."""
    count = len(telling.shown)
    lefts = {p: n * (WIDE - BAR) / (count - 1) for n, p in enumerate(telling.shown)}
    spans = {place: _heights(telling, place) for place in telling.shown}
    parts = [
        element("text", escaped(telling.names[p][:24]), x=f"{lefts[p]:.0f}", y=14)
        for p in telling.shown
    ]
    parts += [
        _bar(telling, p, line, lefts[p], *at) for p in spans for line, at in enumerate(spans[p])
    ]
    parts += _lines(telling, lefts, spans)
    told = f"{len(telling.facts)} facts that several of {count} accounts tell, joined by lines"
    box = f"0 0 {WIDE:.0f} {TALL + TOP:.0f}"
    return element("svg", "".join(parts), class_="ties", viewBox=box, role="img", aria_label=told)


def _heights(telling: Telling, place: int) -> list[tuple[float, float]]:
    """Return where each sentence's bar begins and how high it is."""
    lines = telling.event.accounts[place].lines
    words = [max(1, line.words) for line in lines]
    longest = max(sum(max(1, line.words) for line in account.lines) for account in telling.accounts)
    unit, y, found = TALL / max(1, longest), TOP, []
    for count in words:
        found.append((y, count * unit))
        y += count * unit
    return found


def _bar(telling: Telling, place: int, line: int, x: float, y: float, height: float) -> str:
    fact = telling.numbers.get((place, line))
    odd = (place, line) in telling.contrary
    kind = "odd" if odd else "shared" if fact else "head" if line == 0 else None
    return element(
        "rect", class_=kind, data_f=fact, x=f"{x:.1f}", y=f"{y:.1f}", width=BAR,
        height=f"{max(0.8, height - GAP):.1f}",
    )  # fmt: skip


def _lines(
    telling: Telling, lefts: dict[int, float], spans: dict[int, list[tuple[float, float]]]
) -> list[str]:
    """Return a line for each two sentences of a fact in accounts that stand beside each other."""
    made = []
    for one, a, other, b in telling.links:
        odd = {(one, a), (other, b)} <= telling.contrary
        ends = (lefts[one] + BAR, spans[one][a]), (lefts[other], spans[other][b])
        made.append(_line(telling.numbers[one, a], odd, *ends))
    return made


Edge = tuple[float, tuple[float, float]]
"""How far right a line ends, and where the bar there begins and how high it is."""


def _line(number: int, odd: bool, begin: Edge, end: Edge) -> str:
    (x, one), (to, other) = begin, end
    y, last, middle = one[0] + one[1] / 2, other[0] + other[1] / 2, (x + to) / 2
    path = f"M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {last:.1f} {to:.1f} {last:.1f}"
    return element("path", d=path, class_="odd" if odd else None, data_f=number)
