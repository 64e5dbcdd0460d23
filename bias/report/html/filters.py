"""The switches beside the article; they work by style alone, scripts or not."""

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from bias.charts.style import FURNITURE_LABELS
from bias.report.html.element import element, escaped
from bias.report.html.kinds import Kind, Kinds

if TYPE_CHECKING:
    from bias.analysis import Analysis

BUTTONS = (("marks-usual", "strong only"), ("marks-all", "all marks"), ("marks-none", "no marks"))


def filters(analysis: "Analysis", kinds: Kinds) -> str:
    """Return the switches for kinds of evidence, voices, and parts of the page."""
    marked = [kind for kind in kinds.all if not kind.boxed]
    groups = [
        _group(family.label, [_switch_kind(kind) for kind in members])
        for family, members in groupby(marked, key=lambda kind: kind.family)
    ]
    buttons = "".join(element("button", words, type="button", id=id) for id, words in BUTTONS)
    row = element("p", buttons, class_="buttons", hidden="")
    parts = [row if marked else "", *groups, _voices(analysis, marked), _parts(analysis), _view()]
    return element("form", "".join(parts), class_="filters", aria_label="What to show")


def _group(title: str, switches: list[str], name: str | None = None) -> str:
    if not switches:
        return ""
    content = element("legend", escaped(title)) + "".join(switches)
    return element("fieldset", content, class_=name)


def _switch(id: str, label: str, count: int | None, on: bool = True, name: str = "part") -> str:
    checked = " checked" if on else ""
    number = "" if count is None else f" <small>{count}</small>"
    return (
        f'<label><input type="checkbox" id="{id}" name="{name}"{checked}> '
        f"<span>{label}</span>{number}</label>"
    )


def _switch_kind(kind: Kind) -> str:
    words = kind.label.removeprefix(f"{kind.family.label}: ")
    letter = element("b", kind.family.letter, class_=f"letter {kind.family.feature}")
    label = f"{letter} {element('span', escaped(words), class_=f'key {kind.code}')}"
    return _switch(kind.code, label, kind.count, kind.shown, "kind")


def _voices(analysis: "Analysis", marked: list[Kind]) -> str:
    if not marked:
        return ""
    known = {(kind.feature, kind.category) for kind in marked}
    counts = Counter(c.voice for c in analysis.cues if (c.feature, c.category) in known)
    switches = [
        _switch("outlet", "the outlet’s own", counts["outlet"], name="voice"),
        _switch("quoted", "quoted: dotted", counts["quoted"], name="voice"),
    ]
    return _group("Voice of the mark", switches)


def _parts(analysis: "Analysis") -> str:
    """Return switches that leave inserts or page furniture out of the text."""
    inserts = sum(paragraph.label.inserts for paragraph in analysis.paragraphs)
    furniture = sum(paragraph.role in FURNITURE_LABELS for paragraph in analysis.paragraphs)
    switches = []
    if inserts:
        switches.append(_switch("inserts", "promo inserts", inserts))
    if furniture:
        switches.append(_switch("furniture", "page furniture", furniture))
    return _group("Parts of the page", switches, "parts")


def _view() -> str:
    label = "shade sentences: darker, more likely judged biased"
    return _group("View", [_switch("shade", label, None, on=False, name="view")], "view")
