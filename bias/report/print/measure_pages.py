"""The measures, one a row, and the small print: method, versions, limits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bias.charts.fonts import width_of
from bias.charts.style import (
    INK,
    RULE,
    SOFT,
    measured,
    number,
    score_family,
    score_label,
    undefined,
)
from bias.codebook import in_words
from bias.rating.article_codebook import MEASURES as RATING_MEASURES
from bias.rating.beside import GENRE_MEASURES
from bias.report.marks import plain
from bias.report.print.canvas import draw_line
from bias.report.print.lines import break_lines
from bias.report.print.pages import LEFT, RIGHT, Pages, percentile_track

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.features.base import Extractor, Measure
    from bias.models.norms import Place
    from bias.report.subject import Subject

NAME, VALUE, TRACK, RANK, MEANING = LEFT + 12, 209.0, 216.0, 294.0, 301.0
TRACK_WIDTH = 40.0
SIZE, SMALL, MEANING_SIZE, LEADING = 6.4, 6.0, 6.9, 7.4
SMALL_LEADING = 8.0

METHOD = (
    "Rating: the probability that readers judge the article biased, for a reader who before "
    "reading held both equally likely; a model fitted to labelled articles and sentences, "
    "calibrated on outlets it had not seen. The interval holds 90 %. Scores sum up one extractor "
    "each; they say how much of a device there is, not whether it is justified.",
    "Percentile: where the number stands among the reference sample of real news articles; 50 is "
    "the middle one. The grey part of each track is the middle half. Where many articles have the "
    "very same value, their share stands there instead (“as in 45 %”), and a bar covers them.",
    "Voice: words inside direct speech are the speaker’s and count apart. Inserts and page "
    "furniture are left out of what is measured on the story.",
    "Limits: this shows wording and layout. It does not check facts, does not see what was left "
    "out, reads English only, and mistakes irony and unusual layouts. A single article says "
    "little about its outlet. Use the marks in the text to judge for yourself.",
)


def measure_pages(pages: Pages, subject: "Subject") -> None:
    """Set every score and feature with value, percentile and definition.

    Features at 0 and undefined ones are named in a line below their extractor's.
    """
    pages.y += 16
    pages.chapter("Measures")
    _heads(pages)
    analysis = subject.analysis
    for extractor in extractors():
        if extractor.score_name in analysis.scores:
            _score_row(pages, analysis, extractor.score_name, extractor.definition)
        _measure_rows(pages, analysis, extractor.measures)
    for title, measures in (
        ("Kind of piece", GENRE_MEASURES),
        ("What the rating looks at", RATING_MEASURES),
        ("Lists of your own", own_measures(analysis)),
    ):
        if measures:
            _section_head(pages)
            pages.text(NAME, pages.y, title, "sans-bold", SIZE + 0.6)
            pages.y += LEADING + 2.5
            _measure_rows(pages, analysis, measures)


def _measure_rows(pages: Pages, analysis: "Analysis", measures: "tuple[Measure, ...]") -> None:
    for measure in measures:
        value = analysis.values.get(measure.name)
        if value and not undefined(value):
            _measure_row(pages, analysis, measure)
    _absent(pages, analysis, [measure.name for measure in measures])


def _absent(pages: Pages, analysis: "Analysis", names: list[str]) -> None:
    """Name the features that are 0 here, and those that have no meaning here."""
    zero = [in_words(name) for name in names if analysis.values.get(name) == 0]
    without = [in_words(name) for name in names if undefined(analysis.values.get(name))]
    told = [("At 0 here", zero), ("Undefined here", without)]
    words = " ".join(f"{label}: {', '.join(group)}." for label, group in told if group)
    lines = break_lines(plain(words, "serif"), MEANING_SIZE, RIGHT - NAME)
    pages.need(LEADING * len(lines))
    for line in lines:
        draw_line(pages, line, NAME, pages.y, MEANING_SIZE, SOFT)
        pages.y += LEADING


def own_measures(analysis: "Analysis") -> "tuple[Measure, ...]":
    """Return the measures of the user's own lists; they judge nothing."""
    from bias.features.user_terms import PREFIX, own_measure

    return tuple(own_measure(name) for name in analysis.values if name.startswith(PREFIX))


def extractors() -> "tuple[Extractor, ...]":
    """Return the extractors, for the definitions of what they measure."""
    from bias.features import EXTRACTORS

    return EXTRACTORS


def _heads(pages: Pages) -> None:
    heads = (
        (NAME, "measure"),
        (VALUE - 20, "value"),
        (TRACK, "percentile"),
        (MEANING, "what it is"),
    )
    for x, head in heads:
        pages.text(x, pages.y, head, "sans", SMALL, SOFT)
    pages.y += 11


def _score_row(pages: Pages, analysis: "Analysis", name: str, definition: str) -> None:
    family = score_family(name)
    _section_head(pages)
    pages.text(LEFT, pages.y, family.letter, "sans-bold", SIZE + 0.6, family.ink)
    pages.text(NAME, pages.y, score_label(name), "sans-bold", SIZE + 0.6)
    _cells(pages, number(analysis.scores[name]), analysis.place(name), definition)


def _section_head(pages: Pages) -> None:
    pages.need(36)
    pages.y += 3
    pages.path([(LEFT, pages.y), (RIGHT, pages.y)], RULE, 0.6)
    pages.y += 9


def _measure_row(pages: Pages, analysis: "Analysis", measure: "Measure") -> None:
    pages.need(20)
    name = measure.name
    pages.text(NAME, pages.y, in_words(name), "sans", SIZE)
    told = with_unit(name, measure.definition, measure.unit)
    _cells(pages, measured(analysis.values.get(name)), analysis.place(name), told)


def with_unit(name: str, definition: str, unit: str) -> str:
    """Add a measure's unit to its definition where neither it nor the name tells."""
    told = unit == "count" or unit in f"{in_words(name)} {definition}"
    return definition if told else f"{definition} ({unit})"


def _cells(pages: Pages, value: str, place: "Place | None", definition: str) -> None:
    """Set the rest of a row: value, percentile, definition; go on below it."""
    grey = SOFT if value == "undefined" else INK
    x = VALUE - width_of(value, "sans", SIZE)
    pages.text(x, pages.y, value, "sans", SIZE, grey)
    if place:
        percentile_track(pages, TRACK, pages.y, TRACK_WIDTH, place)
        told = RANK - width_of(place.short, "sans", SIZE)
        pages.text(told, pages.y, place.short, "sans", SIZE)
    lines = break_lines(plain(definition, "serif"), MEANING_SIZE, RIGHT - MEANING)
    for line in lines:
        draw_line(pages, line, MEANING, pages.y, MEANING_SIZE, SOFT)
        pages.y += LEADING
    pages.y += 1.6 if lines else LEADING + 1.6


def method_pages(pages: Pages, subject: "Subject") -> None:
    """Set method, limits, source and the versions that produced the numbers."""
    pages.y += 14
    pages.need(120)
    pages.chapter("Method, versions and limits")
    for text in (*METHOD, *origin(subject.analysis)):
        for line in break_lines(plain(text, "sans"), SIZE, RIGHT - LEFT):
            pages.need(SMALL_LEADING)
            draw_line(pages, line, LEFT, pages.y, SMALL, SOFT)
            pages.y += SMALL_LEADING
        pages.y += 2


def origin(analysis: "Analysis") -> Iterator[str]:
    """Yield where the article came from and which versions made the numbers."""
    from bias.outputs.record import provenance
    from bias.rating.own import digests_of

    article, made = analysis.article, provenance(analysis.lexicons, digests_of(analysis.models))
    known = {"Source": article.source, "Address": article.url or "", "Id": article.id}
    yield "; ".join(f"{name}: {value}" for name, value in known.items() if value)
    yield f"Made by bias {made['version']}."
    for kind in ("model", "lexicons"):
        digests = made[kind]
        if digests:
            listed = ", ".join(f"{name} {digest}" for name, digest in digests.items())
            yield f"{kind.capitalize()} (SHA-256, first 12 digits): {listed}."
