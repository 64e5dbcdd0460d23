"""Every measure of an article with its percentile and definition, folded by extractor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bias.charts.style import measured, number, score_family, score_label, undefined
from bias.codebook import in_words
from bias.rating.article_codebook import MEASURES
from bias.rating.beside import GENRE_MEASURES
from bias.report.html.charts import meter, rank_cells
from bias.report.html.element import element, escaped, number_cell, table
from bias.report.print.measure_pages import METHOD, extractors, origin, own_measures, with_unit

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.features.base import Measure
    from bias.report.subject import Subject

RANKS = (
    "Percentile: how many of 100 real news articles lie below; the grey part of the track is the "
    "middle half of them. Where many have the very same value, their share stands there instead "
    "(“as in 45 %”), and a bar covers them."
)
HEADS = ("measure", "value", "", "percentile", "what it is")


def scores_part(analysis: "Analysis") -> str:
    """Return the scores, one a row, each with its percentile."""
    heads = ("score", "", "here, 0 to 1", "", "percentile")
    rows = (_score(name, value, analysis) for name, value in analysis.scores.items())
    return table(heads, rows, "scores") + element("p", RANKS, class_="soft")


def _score(name: str, value: float, analysis: "Analysis") -> str:
    family = score_family(name)
    letter = element("b", family.letter, class_=f"letter {family.feature}")
    label = element("th", f"{letter} {escaped(score_label(name))}", scope="row", class_="name")
    if undefined(value):
        return element("tr", label + element("td", "undefined here", colspan=4, class_="soft"))
    cells = number_cell(number(value)) + element("td", meter(value, family.feature))
    return element("tr", label + cells + rank_cells(analysis.place(name)))


def measures_part(analysis: "Analysis") -> str:
    """Return all measures, folded by extractor."""
    groups = [(score_label(e.score_name), e.definition, e.measures) for e in extractors()]
    groups.append(("What the rating looks at", "", MEASURES))
    groups.append(("Genre", "What kind of piece it reads like.", GENRE_MEASURES))
    groups.append(
        ("Lists of your own", "They enter no score and no rating.", own_measures(analysis))
    )
    known = {measure.name for *_, measures in groups for measure in measures}
    rest = [_row(analysis, name, "") for name in analysis.values if name not in known]
    made = [_group(analysis, *group) for group in groups]
    return "".join([*made, _folded("Other measures", "", rest)])


def _group(analysis: "Analysis", title: str, definition: str, measures: "Sequence[Measure]") -> str:
    rows = [
        _row(analysis, m.name, with_unit(m.name, m.definition, m.unit))
        for m in measures
        if m.name in analysis.values
    ]
    return _folded(title, definition, rows)


def _folded(title: str, definition: str, rows: list[str]) -> str:
    if not rows:
        return ""
    count = element("span", f" · {len(rows)}", class_="soft")
    told = element("p", escaped(definition), class_="soft") if definition else ""
    return element(
        "details",
        element("summary", escaped(title) + count) + told + table(HEADS, rows, "measures"),
    )


def _row(analysis: "Analysis", name: str, told: str) -> str:
    meaning = element("td", escaped(told), class_="soft")
    label = element("th", escaped(in_words(name)), scope="row")
    value = analysis.values[name]
    cells = label + number_cell(measured(value)) + rank_cells(analysis.place(name)) + meaning
    return element("tr", cells, class_="nil" if undefined(value) or not value else None)


def method_part(subject: "Subject") -> str:
    """Return method and limits, and folded away which versions made the numbers."""
    told = "".join(element("p", escaped(text), class_="soft") for text in METHOD)
    versions = "".join(
        element("p", escaped(text), class_="soft") for text in origin(subject.analysis) if text
    )
    return told + element("details", element("summary", "Source, versions and digests") + versions)
