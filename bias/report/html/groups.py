"""The comparison by group as HTML: means with intervals, and a heat map of the scores."""

from typing import TYPE_CHECKING, Any

from bias.charts.style import undefined
from bias.codebook import in_words
from bias.corpus.groups import FEW
from bias.report.html.charts import PLACE, interval_cells
from bias.report.html.element import element, escaped, number_cell, sortable, table
from bias.report.html.style import SHADES

if TYPE_CHECKING:
    from bias.corpus.corpus import Corpus

STEP = 10
"""Percentile points from the usual to each darker shade."""
MOST_TERMS = 10
"""Listed for each group."""
MEANS = (
    "Mean rating of each group, with a 90 % interval from resampling its articles; groups of fewer "
    f"than {FEW} rated articles stand last and have none. Then how many percentile points each "
    "score lies above or below what is usual in the news. A mean says nothing about one article."
)
FRAMES_MEAN = (
    "Share of each group’s articles that have a policy frame, in percentage points above or below "
    "that of all articles here. What a group writes about decides much of it; frames that cannot "
    "be told well enough are left out."
)
TERMS_MEAN = (
    "Loaded terms in the outlets’ own voice that one group uses more than the others, surest first "
    "(log-odds with an informative prior, Monroe et al. 2008), with how often. Its words, not its "
    "worth: what a group writes about decides much of it."
)


def groups_part(corpus: "Corpus") -> str:
    """Return the groups, the highest mean rating first."""
    scores = [(in_words(name), "n heat") for name in corpus.scores]
    points = _points(corpus)
    heads = [(in_words(corpus.by), ""), ("rated", "n"), ("mean", "n"), (PLACE, "place")]
    heads += [*scores, ("with inserts", "n")]
    rows = "".join(_row(row, corpus, points) for row in corpus.groups.to_dict("records"))
    told = element("p", MEANS, class_="soft") + _key()
    return told + sortable(heads, rows, "groups", f"By {in_words(corpus.by)}", "mean")


def _row(row: dict[str, Any], corpus: "Corpus", points: dict[tuple[str, str], float]) -> str:
    few = element("span", " few", class_="soft") if row["few"] else ""
    name = element("th", escaped(row["group"]) + few, scope="row", dir="auto")
    mean = interval_cells(row["mean"], row["low"], row["high"])
    heat = "".join(_heat(points.get((row["group"], score))) for score in corpus.scores)
    inserts = number_cell(f"{100 * row['with_inserts']:.0f} %")
    return element("tr", name + number_cell(f"{row['rated']:,}") + mean + heat + inserts)


def _points(corpus: "Corpus") -> dict[tuple[str, str], float]:
    """Return how far each group's mean lies from the usual, by group and score."""
    rows = corpus.deviations.to_dict("records")
    return {(row["group"], row["measure"]): row["deviation"] for row in rows}


def _heat(points: float | None) -> str:
    if points is None or undefined(points):
        return element("td", "", class_="n heat")
    name = f"n heat {shade(points)}".strip()
    return element("td", _signed(points), class_=name, data_v=f"{points:.2f}")


def _signed(points: float) -> str:
    return f"{points:+.0f}".replace("-", "−") if round(points) else "0"


def shade(points: float) -> str:
    """Return the class of a cell: how far from the usual, and which way.

    >>> shade(0), shade(21), shade(-48)
    ('', 'up2', 'down4')
    """
    step = min(SHADES - 1, int(abs(points) // STEP))
    return f"{'up' if points > 0 else 'down'}{step}" if step else ""


def _key() -> str:
    """Return the heat map's colour key."""
    drawn = "".join(
        element("span", _signed(points), class_=shade(points) or None)
        for points in range(-4 * STEP, 4 * STEP + 1, STEP)
    )
    return element("p", f"Points: {element('span', drawn, class_='key-heat')}", class_="soft")


def frames_part(corpus: "Corpus") -> str:
    """Return which frames each group has more or less than all articles; empty without any."""
    cells = corpus.frames
    if cells.empty:
        return ""
    labels = dict(zip(cells["measure"], cells["label"], strict=True))
    points = {(c["group"], c["measure"]): c["deviation"] for c in cells.to_dict("records")}
    heads = [(in_words(corpus.by), ""), *((label, "n heat") for label in labels.values())]
    rows = "".join(
        element(
            "tr",
            element("th", escaped(group), scope="row", dir="auto")
            + "".join(_heat(points.get((group, name))) for name in labels),
        )
        for group in dict.fromkeys(cells["group"])
    )
    told = element("p", FRAMES_MEAN, class_="soft")
    return told + sortable(heads, rows, "frames-table", "Policy frames", in_words(corpus.by))


def terms_part(corpus: "Corpus") -> str:
    """Return the loaded terms that set groups apart; empty without any."""
    groups = corpus.distinctive.groupby("group", sort=True)
    rows = [_terms_row(str(group), part.to_dict("records")) for group, part in groups]
    drawn = table((in_words(corpus.by), "terms"), rows, "terms")
    return element("p", TERMS_MEAN, class_="soft") + drawn if rows else ""


def _terms_row(group: str, terms: list[dict[str, Any]]) -> str:
    surest = sorted(terms, key=lambda term: (-term["z"], term["term"]))[:MOST_TERMS]
    told = ", ".join(f"{escaped(term['term'])}\u00a0{term['count']}" for term in surest)
    return element("tr", element("th", escaped(group), scope="row") + element("td", told))
