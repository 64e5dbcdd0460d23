"""The parts of the reports: lines, fonts, marks, evidence, groups, the strip."""

import math
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from report_cases import CASES, CUES, HEADLINE, analysis_of, corpus

import bias
from bias.charts.fonts import printable, width_of
from bias.charts.strip import place
from bias.charts.style import FAMILIES, SCORE_LABELS, measured, number
from bias.corpus import deviations
from bias.corpus.groups import group_table, mean_of
from bias.corpus.intervals import wilson
from bias.corpus.tables import article_row, frame_of, tables_of
from bias.features import EXTRACTORS
from bias.features.base import Extractor
from bias.report.evidence import kind, numbers_by_cue, where
from bias.report.html.article import article_html
from bias.report.marks import cut
from bias.report.print.lines import Piece, break_lines
from bias.report.subject import Subject
from bias.shown import summary
from bias.why.strongest import in_insert, strongest


def luminance(colour: str) -> float:
    """Return how light a colour is in a grey copy, 0 to 255."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_families_differ_without_colour() -> None:
    """Families keep apart in grey, by letter, by underline and by marker."""
    greys = sorted(luminance(family.colour) for family in FAMILIES)
    assert min(b - a for a, b in pairwise(greys)) > 15
    for sign in ("letter", "underline", "marker", "label"):
        assert len({getattr(family, sign) for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_every_extractor_has_a_face(extractor: Extractor) -> None:
    """What a new one needs beside its measures is forgotten nowhere: see CONTRIBUTING."""
    assert extractor.name in {family.feature for family in FAMILIES}
    assert SCORE_LABELS[extractor.score_name][0] == extractor.name
    assert {extractor.score_name} <= summary.NAMES.keys() & deviations.MEASURES.keys()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.feature)
def test_words_in_family_ink_are_legible(family: object) -> None:
    """Small coloured words are dark enough on white."""
    assert luminance(family.ink) < 135  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [60.0, 200.0, 400.0])
def test_lines_hold_every_character(width: float) -> None:
    """Breaking loses nothing and no line is wider than asked."""
    text = HEADLINE + " https://example.org/" + "x" * 200 + " end"
    lines = break_lines([Piece(text, "serif", 0)], 10, width)
    assert "".join(p.piece.text for line in lines for p in line) == text
    for line in lines:
        told = "".join(p.piece.text for p in line).rstrip()
        assert width_of(told, "serif", 10) <= width + 0.01


def test_last_line_ends_in_ellipsis() -> None:
    """A text cut to some lines says that it was cut."""
    lines = break_lines([Piece(HEADLINE, "serif", 0)], 20, 200, most=2)
    assert len(lines) == 2
    assert lines[-1][-1].piece.text.endswith("…")


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("plain", "plain"),
        ("a\u00adb\u200bc", "abc"),
        ("one\ntwo", "one two"),
        ("👍🏽", "[thumbs up sign]"),
        ("🎉🎉", "[party popper ×2]"),
        ("\ud800", ""),
    ],
)
def test_printable(text: str, set_as: str) -> None:
    """Invisible characters go; what no font has is spelled out."""
    assert printable(text) == set_as


@pytest.mark.parametrize("case", CASES)
def test_cut_covers_each_paragraph(case: str) -> None:
    """The stretches of a paragraph join to the paragraph, whatever the cues."""
    analysis = CASES[case]()
    for paragraph in analysis.paragraphs:
        told = "".join(s.of(analysis.text) for s in cut(analysis, paragraph, {}))
        assert told == paragraph.of(analysis.text)


def test_every_listed_cue_has_its_number_in_the_text() -> None:
    """Each number of the evidence list stands exactly once in the text."""
    analysis = analysis_of()
    numbers = numbers_by_cue(strongest(analysis, 50))
    spans = [analysis.document.headline, *analysis.paragraphs]
    ends = [n for span in spans for s in cut(analysis, span, numbers) for n in s.ends]
    assert sorted(ends) == sorted(numbers.values())


def test_evidence_order() -> None:
    """The outlet's strong words alone are listed; a plain "said" and a quoted word are not."""
    cues = [item.cue for item in strongest(analysis_of(), 50)]
    assert "Slammed" in [cue.text for cue in cues]
    assert {cue.voice for cue in cues} == {"outlet"}
    assert len(cues) < len(CUES)
    assert not [cue for cue in cues if cue.text == "said"]


def test_words_of_inserts_are_marked_and_not_listed(seeds: Path) -> None:
    """One insert is listed, after all of the story's; the words inside it say where they are."""
    analysis = bias.analyze(bias.read_article(seeds / "moon-station.txt"))
    listed = [item.cue for item in strongest(analysis, 50)]
    assert [cue.feature for cue in listed].index("promo") == len(listed) - 1
    assert not [cue for cue in listed if in_insert(cue)]
    cue = next(cue for cue in analysis.cues if in_insert(cue))
    assert f"{kind(cue)} · {where(cue)}".startswith("in an insert: ")
    assert "in an insert: " in article_html(Subject(analysis, 50)).decode()


def test_numbers_are_written_honestly() -> None:
    """Undefined is a word, never a zero."""
    assert number(math.nan) == number(None) == measured(math.nan) == "undefined"


@pytest.mark.parametrize("case", ["ferry", "long", "inserts", "no-headline"])
def test_strip_places(case: str) -> None:
    """Bars stand side by side from 0 to 1, each as wide as its sentence is long."""
    placed = place(tables_of({"a": CASES[case]()}).sentences)
    assert placed["left"].iloc[0] == pytest.approx(0)
    assert placed["right"].iloc[-1] == pytest.approx(1)
    assert (placed["left"].iloc[1:].to_numpy() >= placed["right"].iloc[:-1].to_numpy() - 1e-9).all()
    rates = (placed["right"] - placed["left"]) / (placed["end"] - placed["start"])
    assert rates.max() == pytest.approx(rates.min())


def test_groups() -> None:
    """Groups come by mean, those of few articles last, with an interval around the mean."""
    rows = [article_row(a.article.id, a) for a in corpus(4, each=6)]
    groups = group_table(frame_of(rows), "outlet")
    assert list(groups["group"])[-2:] == ["Outlet 03 Daily News", "not given"]
    assert list(groups["given"])[-2:] == [True, False]
    assert math.isnan(groups["low"].iloc[-2])
    many = groups[~groups["few"] & groups["given"]]
    assert list(many["mean"]) == sorted(many["mean"], reverse=True)
    assert ((many["low"] <= many["mean"]) & (many["mean"] <= many["high"])).all()


def test_intervals() -> None:
    """Intervals narrow with more articles, and the same values give the same interval."""
    few, many = pd.Series([0.2, 0.8] * 3).to_numpy(), pd.Series([0.2, 0.8] * 60).to_numpy()
    assert mean_of(few) == mean_of(few)
    mean, low, high = mean_of(few)
    assert low < mean < high
    assert mean_of(many)[2] - mean_of(many)[1] < high - low
    low, high = wilson(5, 10)
    assert low < 0.5 < high


def test_every_driver_has_words() -> None:
    """Whatever can drive a rating is told in words, not by its column's name."""
    from bias.rating.rate import shipped_model
    from bias.report.subject import DRIVERS

    assert set(shipped_model().features) == set(DRIVERS)


def test_long_facts_leave_room_for_the_version() -> None:
    """An outlet's name without a blank is cut before it meets the version."""
    from bias.charts.fonts import width_of
    from bias.report.print.card import VERSION_ROOM, fit

    room = 500 - VERSION_ROOM * 8
    assert width_of(fit("W" * 400, "sans", 8, room), "sans", 8) <= room
    assert width_of("bias 0.1.0", "sans", 8) < VERSION_ROOM * 8
