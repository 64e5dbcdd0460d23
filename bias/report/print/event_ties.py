"""The accounts of an event as columns of bars, with lines between what they share."""

from bias.charts.style import RULE, SOFT
from bias.report.print.canvas import Canvas
from bias.report.print.card import fit
from bias.report.print.event_marks import ODD, TIE
from bias.report.telling import Telling

GAP = 0.8
STEPS = 14
"""Straight strokes of a curve."""
BAR = 0.16
"""Width of a column, as a share of the whole."""


def draw_ties(
    canvas: Canvas, telling: Telling, x: float, y: float, width: float, height: float, size: float
) -> float:
    """Draw the chart; return the y below it."""
    shown, bar = telling.shown, BAR * width
    lefts = {place: x + n * (width - bar) / (len(shown) - 1) for n, place in enumerate(shown)}
    spans = {place: _heights(telling, place, y + 1.2 * size, height) for place in shown}
    _draw_lines(canvas, telling, lefts, spans, bar)
    for place in shown:
        name = fit(telling.names[place], "sans", size, 1.6 * bar)
        canvas.text(lefts[place], y + 0.6 * size, name, "sans", size, SOFT)
        for line, (top, tall) in enumerate(spans[place]):
            colour = _colour(telling, place, line)
            canvas.box(lefts[place], top, bar, max(0.5, tall - GAP), fill=colour)
    return y + 1.2 * size + height


def _colour(telling: Telling, place: int, line: int) -> str:
    if (place, line) in telling.contrary:
        return ODD.colour
    return TIE if (place, line) in telling.numbers else RULE


def _heights(telling: Telling, place: int, y: float, height: float) -> list[tuple[float, float]]:
    """Return where each sentence's bar begins and how high it is."""
    longest = max(sum(max(1, line.words) for line in a.lines) for a in telling.accounts)
    found = []
    for line in telling.event.accounts[place].lines:
        tall = max(1, line.words) * height / max(1, longest)
        found.append((y, tall))
        y += tall
    return found


def _draw_lines(
    canvas: Canvas,
    telling: Telling,
    lefts: dict[int, float],
    spans: dict[int, list[tuple[float, float]]],
    bar: float,
) -> None:
    for one, a, other, b in telling.links:
        odd = {(one, a), (other, b)} <= telling.contrary
        begin = lefts[one] + bar, spans[one][a][0] + spans[one][a][1] / 2
        end = lefts[other], spans[other][b][0] + spans[other][b][1] / 2
        canvas.path(_curve(begin, end), ODD.colour if odd else TIE, 0.9 if odd else 0.5)


def _curve(begin: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Return points of a curve that leaves and arrives level."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    return [
        (begin[0] + (end[0] - begin[0]) * t, begin[1] + (end[1] - begin[1]) * t * t * (3 - 2 * t))
        for t in shares
    ]
