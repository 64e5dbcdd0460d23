"""The corpus report's choices: groups drawn, articles listed, drivers told, files left behind."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from report_cases import RATING, analysis_of, corpus

from bias import charts
from bias.corpus.corpus import Corpus
from bias.corpus.tables import article_row, frame_of
from bias.rating.rate import Driver
from bias.report import write_report
from bias.report.choice import Chosen
from bias.report.findings import pair_finding
from bias.report.print.summary import summary_pdf
from bias.report.subject import drivers

SUMMARY = {"index.html", "groups.csv", "deviations.csv", "frames.csv", "over_time.csv", "terms.csv"}
SIZES = (8, 7, 6, 2, 1, 1)


def outlets(sizes: tuple[int, ...] = SIZES) -> Corpus:
    """Return a corpus with so many articles of each outlet, undated and rated apart."""
    made = [
        analysis_of(id=f"{n}-{i}", outlet=f"Paper {n}", date=None,
                    rating=replace(RATING, bias=0.1 + 0.8 * ((7 * n + 3 * i) % 23) / 23))
        for n, size in enumerate(sizes) for i in range(size)
    ]  # fmt: skip
    return Corpus(frame_of([article_row(a.article.id, a) for a in made]))


def words(made: Corpus) -> str:
    """Return the words of a corpus's PDF."""
    reader = pypdf.PdfReader(io.BytesIO(summary_pdf(made)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@cache
def words_of(sizes: tuple[int, ...]) -> str:
    """Return the words of the PDF on outlets of these sizes, drawn once."""
    return words(outlets(sizes))


def left_in(folder: Path) -> set[str]:
    """Return the summary's files in a folder."""
    names = {path.name for path in folder.iterdir()}
    return names & (SUMMARY | {"summary.pdf", "summary.png"})


def test_another_report_leaves_no_summary(tmp_path: Path) -> None:
    """One article drawn where several were leaves nothing of their summary."""
    write_report(corpus(3), tmp_path, ("html",), top=1, pages="listed")
    assert left_in(tmp_path) == SUMMARY
    write_report([analysis_of()], tmp_path, ("html",))
    assert not left_in(tmp_path)


def test_the_same_report_in_another_format(tmp_path: Path) -> None:
    """The same articles in another format join the files there; other articles replace them."""
    tables, drawn = SUMMARY - {"index.html"}, {"summary.png"}
    for articles, kind, kept in (
        (3, "png", tables | drawn), (3, "html", SUMMARY | drawn), (4, "html", SUMMARY)
    ):  # fmt: skip
        write_report(corpus(articles, each=2), tmp_path, (kind,), top=1, pages="listed")
        assert left_in(tmp_path) == kept


def test_files_of_others_stay(tmp_path: Path) -> None:
    """A page of the same name that is of no report of ours is left alone."""
    (tmp_path / "index.html").write_text("mine")
    write_report([analysis_of()], tmp_path, ("png",))
    assert (tmp_path / "index.html").read_text() == "mine"


@pytest.mark.parametrize(
    ("sizes", "drawn", "small"), [(SIZES, 3, 3), ((8, 7), 2, 0), ((8, 2, 1), 3, 0), ((2, 1), 2, 0)]
)
def test_small_groups_are_not_pictured(sizes: tuple[int, ...], drawn: int, small: int) -> None:
    """Groups of few articles stay out of heat map and panels where two larger ones remain."""
    made = outlets(sizes)
    assert (len(made.pictured), len(made.small)) == (drawn, small)
    told = f"{small} outlets of fewer than five rated articles: groups.csv."
    assert (told in words_of(sizes)) == bool(small)


def test_headline_finding_counts_what_is_compared() -> None:
    """Groups too small for an interval are not among those counted."""
    made = outlets()
    table = made.groups
    large = ~table["few"]
    table.loc[large, ["headline_low", "headline_high"]] = (-9.0, -8.0)
    table.loc[large, ["wording_low", "wording_high"]] = (1.0, 2.0)
    found = pair_finding(made)
    assert found == (
        "Headlines are calmer than bodies in 3 of the 3 outlets with five or more articles"
    )
    assert pair_finding(outlets((2, 1))) == "Too few articles to compare headlines with bodies"


def test_reserved_ratings_are_not_listed() -> None:
    """An article unlike those the rating learnt from leads no list, and gets no page for it."""
    strange = replace(RATING, bias=0.99, reason="written as a list")
    made = [analysis_of(id="strange", rating=strange), analysis_of(id="plain")]
    found = Corpus(frame_of([article_row(a.article.id, a) for a in made]), top=1)
    assert list(found.first_to_read()["article"]) == ["plain"]
    assert found.calmest().empty
    assert "so not listed: 1." in words(found)
    chosen = Chosen("listed", 1)
    for one in made:
        chosen.offer(one.article.id, one)
    assert set(chosen.held) == {"plain"}


@pytest.mark.parametrize(("sizes", "told"), [((8, 7), True), ((8,), False)])
def test_intervals_are_explained_where_drawn(sizes: tuple[int, ...], told: bool) -> None:
    """How intervals of means are made is said only where means are compared."""
    assert ("come from resampling the articles given" in words_of(sizes)) == told


@pytest.mark.parametrize(
    ("moved", "told"),
    [
        ((("names_per_100", 0.3, -1.0),), "Raised by few names +0.3 (log-odds)."),
        ((("quoted_share", -0.2, -1.0),), "Lowered by small share of quotation −0.2 (log-odds)."),
        ((("sentence_length", 0.3, -1.0),), "Raised by length of sentences (little) +0.3"
                                            " (log-odds)."),
        ((("names_per_100", 0.3, 1.0), ("loaded", 0.09, 1.0)), "Raised by names +0.3 (log-odds)."),
        ((("loaded", 0.05, 1.0),), "Raised by loaded terms +0.05 (log-odds)."),
        ((), ""),
    ],
)  # fmt: skip
def test_drivers_in_words(moved: tuple[tuple[str, float, float], ...], told: str) -> None:
    """Less of a measure reads as English, and what moved next to nothing is not told."""
    rating = replace(RATING, drivers=tuple(Driver(*one) for one in moved))
    assert drivers(rating) == told


def inside(axes: object) -> bool:
    """Say whether every word of a chart lies within its figure."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = axes.figure  # type: ignore[attr-defined]
    with charts.styled():
        renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
        boxes = [text.get_window_extent(renderer) for text in axes.texts]  # type: ignore[attr-defined]
    wide, tall = figure.bbox.width + 1, figure.bbox.height + 1
    return all(b.x0 >= -1 and b.y0 >= -1 and b.x1 <= wide and b.y1 <= tall for b in boxes)


def test_charts_alone_cut_nothing() -> None:
    """A chart that makes its own figure keeps every word within it."""
    made = outlets((8, 7, 6))
    dated = Corpus(made.articles.assign(date=["2026-03-02", "2026-03-05", "2026-03-09"] * 7))
    term = {"term": "bring to their knees", "count": 1204, "elsewhere": 31002, "articles": 900,
            "log_odds": 2.0, "low": 1.0, "high": 3.0}  # fmt: skip
    cells = pd.DataFrame(
        [{"group": "Paper", "label": label, "deviation": 12.0, "low": 1.0, "high": 20.0}
         for label in (*(f"Measure {n}" for n in range(15)), "Headline beyond body")]
    )  # fmt: skip
    drawn = {
        "heat": charts.heat_map(cells),
        "terms": charts.distinctive(pd.DataFrame([term] * 4)),
        **{value: charts.over_time(dated.periods, value)
           for value in ("mean", "headline", "wording", "with_inserts")},
    }  # fmt: skip
    assert [name for name, axes in drawn.items() if not inside(axes)] == []
    assert "mean rating" in {text.get_text() for text in drawn["mean"].texts}
