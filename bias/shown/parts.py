"""The pieces of a notebook's element, their styles inside them.

Colours are shares of the notebook's own ink, so that light and dark look alike.
"""

from bias.charts.style import capital, number, undefined
from bias.rating.rate import HIGH_EDGE, LOW_EDGE, Rating
from bias.report.html.charts import percent
from bias.report.html.element import element, escaped
from bias.shown.line import judged

BOX = "font:14px/1.5 system-ui,sans-serif;max-width:46em;color:inherit"
SOFT = "opacity:.7;font-size:.88em"
TABLE = "border-collapse:collapse;width:100%;margin:.4em 0"
AXIS = 14
MEANING = "probability that readers judge it biased"


def box(content: str) -> str:
    """Return the element that holds everything."""
    return element("div", content, style=BOX)


def soft(words: str) -> str:
    """Return words of the second rank; nothing where there are none."""
    return element("div", escaped(words), style=SOFT) if words else ""


def rows_of(heads: tuple[tuple[str, bool], ...], rows: list[str]) -> str:
    """Return a table; its rows are `tr` elements, its heads say which columns hold words."""
    cells = (element("th", escaped(head), style=_cell(is_words)) for head, is_words in heads)
    return element("table", element("tr", "".join(cells)) + "".join(rows), style=TABLE)


def row(cells: tuple[tuple[str, bool], ...]) -> str:
    """Return a row of cells, each with its content and whether that is words."""
    drawn = (element("td", cell, style=_cell(is_words)) for cell, is_words in cells)
    return element("tr", "".join(drawn))


def _cell(is_words: bool) -> str:
    side = "left" if is_words else "right"
    return f"text-align:{side};padding:.15em .6em;font-weight:normal;background:none"


def rated(rating: Rating) -> str:
    """Return a rating: its scale, and what it means."""
    told = capital(judged(rating))
    words = f"{told} · {MEANING}" if rating.bias is not None else told
    note = rating.reason if rating.bias is not None and rating.reason else ""
    return scale(rating.bias, rating.low, rating.high) + soft(words) + soft(note)


def scale(bias: float | None, low: float | None, high: float | None) -> str:
    """Draw the scale from 0 to 1 with the edges of its bands, interval and point."""
    line_of = {"stroke": "currentColor", "stroke_opacity": ".35"}
    parts = [element("line", x2="100%", y1=AXIS, y2=AXIS, **line_of)]
    parts += [
        element("line", x1=percent(edge), x2=percent(edge), y1=AXIS - 7, y2=AXIS + 7, **line_of)
        for edge in (0, LOW_EDGE, HIGH_EDGE, 1)
    ]
    if not undefined(low) and not undefined(high):
        wide = percent((high or 0) - (low or 0))
        parts.append(
            element("rect", x=percent(low or 0), y=AXIS - 5, width=wide, height=10, rx=2,
                    fill="currentColor", fill_opacity=".25")
        )  # fmt: skip
    if not undefined(bias):
        parts.append(element("circle", cx=percent(bias or 0), cy=AXIS, r=6, fill="currentColor"))
    name = f"{number(bias)} on a scale from 0 to 1"
    style = f"display:block;width:100%;height:{2 * AXIS}px;overflow:visible"
    return element("svg", "".join(parts), role="img", aria_label=name, style=style)
