"""What a notebook shows: one element, nothing loaded, light and dark."""

from functools import singledispatch
from typing import TYPE_CHECKING

from bias.analysis import Analysis
from bias.charts.style import capital, family_of, number, shorten, undefined
from bias.corpus.corpus import Corpus
from bias.document.document import Cue
from bias.rating.rate import Rating
from bias.report.compare import Comparison
from bias.report.evidence import whys
from bias.report.html.element import element, escaped
from bias.shown.accounts import accounts, events
from bias.shown.harmless import counted
from bias.shown.line import line
from bias.shown.parts import box, rated, row, rows_of, scale, soft
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


@singledispatch
def card(thing: object) -> str:
    """Return a thing as one element of HTML."""
    return box(element("code", escaped(line(thing))))


@card.register
def _(rating: Rating) -> str:
    return box(rated(rating))


@card.register
def _(analysis: Analysis) -> str:
    title = element("b", escaped(shorten(analysis.headline or "(no headline)", 140)), dir="auto")
    parts = (
        element("div", title) + soft(_facts(analysis)),
        rated(analysis.rating),
        _evidence(analysis),
        _inserts(analysis),
    )
    return box("".join(parts))


@card.register
def _(corpus: Corpus) -> str:
    title = element("div", element("b", escaped(corpus.heading())))
    heads = (
        (corpus.unit, True), ("articles", False), ("rating", False),
        ("0 to 1, with 90 % interval", False), ("with inserts", False),
    )  # fmt: skip
    rows = [_row(group) for group in corpus.groups.head(GROUPS).to_dict("records")]
    more = len(corpus.groups) - GROUPS
    foot = soft(f"{more} more in .groups") if more > 0 else ""
    return box(title + soft(corpus.facts()) + rows_of(heads, rows) + foot)


@card.register
def _(comparison: Comparison) -> str:
    is_one = len(comparison.groups) == 1
    return box(accounts(next(comparison.each())) if is_one else events(comparison))


def _facts(analysis: Analysis) -> str:
    article = analysis.article
    known = (article.outlet, article.date, counted(analysis.words, "word"), article.source)
    return " · ".join(filter(None, known))


def _evidence(analysis: Analysis) -> str:
    items = [_item(analysis, item) for item in strongest(analysis, EVIDENCE)]
    if not items:
        return soft(capital(NOTHING))
    return element("ol", "".join(items), style="margin:.5em 0 .3em;padding-left:1.6em")


def _item(analysis: Analysis, item: Numbered) -> str:
    cue = item.cue
    before, after = _around(analysis, cue)
    colour = family_of(cue.feature).colour
    tint = f"background:{colour}40;border-bottom:2px solid {colour};color:inherit"
    mark = element("mark", escaped(shorten(cue.text, 120)), style=tint)
    quote = element("span", escaped(before) + mark + escaped(after), dir="auto")
    return element("li", quote + soft(whys(item)))


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
    return soft(f"{told}, {off} of them on another matter" if off else told)


def _row(group: "dict[str, object] | pd.Series") -> str:
    """Return one group's row."""
    drawn = scale(*(_number(group[name]) for name in ("mean", "low", "high")))
    share = _number(group["with_inserts"])
    return row(
        (
            (escaped(shorten(str(group["group"]), 40)), True),
            (f"{group['articles']}", False),
            (f"{number(_number(group['mean']))}{' (few)' if group['few'] else ''}", False),
            (drawn, False),
            ("" if undefined(share) else f"{100 * share:.0f} %", False),
        )
    )


def _number(value: object) -> float:
    return float(value)  # type: ignore[arg-type]
