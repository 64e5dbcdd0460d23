"""What a notebook shows: one element, its styles inside it, nothing loaded.

Colours are shares of the notebook's own ink, so that light and dark look alike.
"""

from functools import singledispatch
from typing import TYPE_CHECKING

from bias.analysis import Analysis
from bias.charts.style import capital, family_of, number, shorten, undefined
from bias.corpus.corpus import Corpus
from bias.document.document import Cue
from bias.rating.rate import HIGH_EDGE, LOW_EDGE, Rating
from bias.report.evidence import whys
from bias.report.html.charts import percent
from bias.report.html.element import element, escaped
from bias.shown.harmless import counted
from bias.shown.line import judged, line
from bias.why.outside import outside
from bias.why.strongest import NOTHING, Numbered, strongest

if TYPE_CHECKING:
    import pandas as pd

EVIDENCE = 6
"""Stretches shown of an article."""
AROUND = 60
"""Letters of a sentence shown on either side of a stretch."""
GROUPS = 12
"""Rows shown of a corpus."""
BOX = "font:14px/1.5 system-ui,sans-serif;max-width:46em;color:inherit"
SOFT = "opacity:.7;font-size:.88em"
AXIS = 14
MEANING = "probability that readers judge it biased"


@singledispatch
def card(thing: object) -> str:
    """Return a thing as one element of HTML."""
    return _box(element("code", escaped(line(thing))))


@card.register
def _(rating: Rating) -> str:
    return _box(_rating(rating))


@card.register
def _(analysis: Analysis) -> str:
    title = element("b", escaped(shorten(analysis.headline or "(no headline)", 140)), dir="auto")
    parts = (
        element("div", title) + _soft(_facts(analysis)),
        _rating(analysis.rating),
        _evidence(analysis),
        _inserts(analysis),
    )
    return _box("".join(parts))


@card.register
def _(corpus: Corpus) -> str:
    title = element("div", element("b", escaped(corpus.heading())))
    rows = "".join(_row(group) for group in corpus.groups.head(GROUPS).to_dict("records"))
    more = len(corpus.groups) - GROUPS
    heads = (corpus.unit, "articles", "rating", "0 to 1, with 90 % interval", "with inserts")
    head = element("tr", "".join(element("th", escaped(name), style=_cell(n == 0))
                                 for n, name in enumerate(heads)))  # fmt: skip
    drawn = element("table", head + rows, style="border-collapse:collapse;width:100%;margin:.4em 0")
    foot = _soft(f"{more} more in .groups") if more > 0 else ""
    return _box(title + _soft(corpus.facts()) + drawn + foot)


def _box(content: str) -> str:
    return element("div", content, style=BOX)


def _soft(words: str) -> str:
    return element("div", escaped(words), style=SOFT) if words else ""


def _facts(analysis: Analysis) -> str:
    article = analysis.article
    known = (article.outlet, article.date, counted(analysis.words, "word"), article.source)
    return " · ".join(filter(None, known))


def _rating(rating: Rating) -> str:
    told = capital(judged(rating))
    words = f"{told} · {MEANING}" if rating.bias is not None else told
    note = rating.reason if rating.bias is not None and rating.reason else ""
    return _scale(rating.bias, rating.low, rating.high) + _soft(words) + _soft(note)


def _scale(bias: float | None, low: float | None, high: float | None) -> str:
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


def _evidence(analysis: Analysis) -> str:
    items = [_item(analysis, item) for item in strongest(analysis, EVIDENCE)]
    if not items:
        return _soft(capital(NOTHING))
    return element("ol", "".join(items), style="margin:.5em 0 .3em;padding-left:1.6em")


def _item(analysis: Analysis, item: Numbered) -> str:
    cue = item.cue
    before, after = _around(analysis, cue)
    colour = family_of(cue.feature).colour
    tint = f"background:{colour}40;border-bottom:2px solid {colour};color:inherit"
    mark = element("mark", escaped(shorten(cue.text, 120)), style=tint)
    quote = element("span", escaped(before) + mark + escaped(after), dir="auto")
    return element("li", quote + _soft(whys(item)))


def _around(analysis: Analysis, cue: Cue) -> tuple[str, str]:
    """Return what stands in a cue's line before and after it, shortened."""
    text = analysis.text
    before = text[max(0, cue.start - AROUND) : cue.start].rpartition("\n")[2]
    after = text[cue.end : cue.end + AROUND].partition("\n")[0]
    return (f"…{before}" if len(before) == AROUND else before,
            f"{after}…" if len(after) == AROUND else after)  # fmt: skip


def _inserts(analysis: Analysis) -> str:
    parts = [*outside(analysis)]
    off = sum(part.topic == "off" for part in parts)
    if not parts:
        return ""
    told = f"{counted(len(parts), 'line')} not part of the story"
    return _soft(f"{told}, {off} of them on another matter" if off else told)


def _cell(is_name: bool) -> str:
    side = "left" if is_name else "right"
    return f"text-align:{side};padding:.15em .6em;font-weight:normal;background:none"


def _row(group: "dict[str, object] | pd.Series") -> str:
    """Return one group's row."""
    drawn = _scale(*(_number(group[name]) for name in ("mean", "low", "high")))
    share = _number(group["with_inserts"])
    cells = (
        (escaped(shorten(str(group["group"]), 40)), True),
        (f"{group['articles']}", False),
        (f"{number(_number(group['mean']))}{' (few)' if group['few'] else ''}", False),
        (drawn, False),
        ("" if undefined(share) else f"{100 * share:.0f} %", False),
    )
    return element("tr", "".join(element("td", cell, style=_cell(name)) for cell, name in cells))


def _number(value: object) -> float:
    return float(value)  # type: ignore[arg-type]
