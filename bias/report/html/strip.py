"""The strip along the article: a bar a sentence, a row of ticks a family; bars lead to the text."""

from typing import TYPE_CHECKING, Any

from bias.charts.strip import place, positions
from bias.charts.style import FAMILIES, Family, number
from bias.features.base import MINOR
from bias.report.html.element import element

if TYPE_CHECKING:
    import pandas as pd

WIDTH, HEIGHT = 1000.0, 120.0
ROW = 10
ROWS = ("headline", "loaded_terms", "attribution")
"""Families with a row of their own; inserts are boxes already, doubt and certainty too many."""
MEANS = (
    "One bar per sentence, the headline first: width its length, height the probability that "
    "experts judge it biased (0 to 1). Dotted: mostly quotation. Open: promo insert. Pale: page "
    "furniture. A bar leads to its sentence. Below, where cues stand, by family; thin: quoted."
)


def strip(sentences: "pd.DataFrame", cues: "pd.DataFrame") -> str:
    """Draw one article's sentences and cues, rows of `bias.corpus.tables.Tables`."""
    if sentences.empty:
        return element("p", "No sentences to draw.", class_="soft")
    placed = place(sentences)
    levels = (0, HEIGHT / 2, HEIGHT)
    grid = "".join(element("line", class_="grid", x2=_short(WIDTH), y1=y, y2=y) for y in levels)
    bars = "".join(_bar(row) for row in placed.to_dict("records"))
    drawn = _svg(grid + bars, "strip", HEIGHT, role="group", aria_label="Sentences")
    ticks = element("div", "".join(element("span", n) for n in ("1", "0.5", "0")), class_="ticks")
    rows = "".join(_row(placed, cues, family) for family in FAMILIES if family.feature in ROWS)
    told = element("figcaption", MEANS, id="told", class_="told")
    return element("figure", element("div", ticks + drawn + rows, class_="along") + told)


def _svg(content: str, name: str, height: float, **attributes: str) -> str:
    box = f"0 0 {WIDTH:g} {height:g}"
    return element(
        "svg", content, class_=name, viewBox=box, preserveAspectRatio="none", **attributes
    )


def _bar(row: dict[str, Any]) -> str:
    role = {"outlet": "", "quoted": ", mostly quotation"}.get(row["kind"], f", {row['kind']}")
    name = "Headline" if row["part"] == "headline" else f"Sentence {row['sentence'] + 1}"
    tall = max(1.0, HEIGHT * row["bias"])
    wide = max(0.6, WIDTH * (row["right"] - row["left"]) - 0.8)
    look = "bar" if row["kind"] == "outlet" else f"bar {row['kind']}"
    bar = element(
        "rect", class_=look, x=_short(WIDTH * row["left"]), y=_short(HEIGHT - tall),
        width=_short(wide), height=_short(tall),
    )  # fmt: skip
    told = f"{name}{role}: {number(row['bias'])}"
    return element("a", bar, href=f"#s{row['sentence']}", aria_label=told)


def _row(placed: "pd.DataFrame", cues: "pd.DataFrame", family: Family) -> str:
    """Draw where a family's cues stand, minor ones left out; empty without any."""
    if cues.empty:
        return ""
    found = cues[(cues["feature"] == family.feature) & (cues["weight"] >= MINOR)]
    if found.empty:
        return ""
    paths = ""
    for voice in ("outlet", "quoted"):
        starts = found.loc[found["voice"] == voice, "start"].to_numpy()
        moves = "".join(f"M{_short(WIDTH * x)} 0v{ROW}" for x in positions(placed, starts))
        paths += element("path", class_=voice, d=moves) if moves else ""
    letter = element("span", family.letter, class_=f"rowname letter {family.feature}")
    told = f"{family.label}: {len(found)}"
    return letter + _svg(paths, f"row {family.feature}", ROW, role="img", aria_label=told)


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
