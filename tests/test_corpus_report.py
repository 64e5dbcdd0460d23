"""The corpus report: periods, distinctive terms, deviations, choice of pages, odd corpora."""

import csv
import io
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from report_cases import RATING, analysis_of, corpus

from bias import charts
from bias.analysis import Analysis, analyze
from bias.corpus.corpus import Corpus
from bias.corpus.deviations import deviation_table
from bias.corpus.distinctive import TermCounts, distinctive_terms, log_odds, terms_of, words_of
from bias.corpus.groups import NOT_GIVEN, group_table, keys_of
from bias.corpus.periods import day_of, every_period, grain_of, period_name, start_of
from bias.corpus.tables import article_row, csv_of, frame_of
from bias.corpus.timeline import time_table
from bias.document.article import Article
from bias.errors import UsageError
from bias.report import write_report
from bias.report.choice import Chosen
from bias.report.findings import explained
from bias.report.print.summary import summary_card, summary_pdf

NAMES = ("Ведомости", "L’Écho d’Ångström", "The 🙂 Post", "=SUM(A1)", "W" * 80)


def frame(analyses: list[Analysis]) -> pd.DataFrame:
    """Return the articles' table."""
    return frame_of([article_row(a.article.id, a) for a in analyses])


def dated(dates: Sequence[str | None]) -> list[Analysis]:
    """Return one article for each date, each of one of two outlets."""
    return [
        analysis_of(id=f"d{i}", date=day, outlet=f"Paper {i % 2}",
                    rating=replace(RATING, bias=(i % 9) / 10 + 0.05))
        for i, day in enumerate(dates)
    ]  # fmt: skip


def words(pdf: bytes) -> str:
    """Return a PDF's words."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("2026-03-02T08:30:00+01:00", date(2026, 3, 2)),
        ("20260302", date(2026, 3, 2)),
        ("2026-03", date(2026, 3, 1)),
        ("March 2, 2026", date(2026, 3, 2)),
        ("Mon, 02 Mar 2026 08:30:00 GMT", date(2026, 3, 2)),
        ("2 March 2026", date(2026, 3, 2)),
        ("03/04/2026", None),
        ("2026-13-45", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (math.nan, None),
    ],
)
def test_dates(text: object, day: date | None) -> None:
    """Dates that name one day for certain are read, all others are not guessed."""
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("last", "grain", "name"),
    [
        (date(2026, 1, 20), "day", "2026-01-20"),
        (date(2026, 6, 3), "week", "week of 2026-06-01"),
        (date(2028, 2, 9), "month", "2028-02"),
        (date(2040, 2, 9), "year", "2040"),
    ],
)
def test_periods_suit_the_span(last: date, grain: str, name: str) -> None:
    """The longer the span, the longer its periods; none is missing between the ends."""
    first = date(2026, 1, 1)
    found = grain_of([last, first])
    assert found == grain
    starts = every_period(start_of(first, found), start_of(last, found), found)
    assert 2 <= len(starts) <= 49
    assert period_name(starts[-1], found) == name


def test_gaps_are_kept() -> None:
    """A year without articles has a row, undefined and not 0."""
    table = time_table(frame(dated(["2015-01-02"] * 6 + ["2020-05-05"] * 6 + ["soon", None])))
    assert list(table["period"]) == [str(year) for year in range(2015, 2021)]
    assert list(table["articles"]) == [6, 0, 0, 0, 0, 6]
    assert table["mean"].isna().sum() == 4
    assert not table["low"].isna().iloc[0]


def test_grouping_by_date() -> None:
    """Groups of dates are periods in their order; what is no date comes last."""
    groups = group_table(frame(dated(["2020-05-05", "2015-01-02", "soon", None])), "date")
    assert list(groups["group"]) == ["2015", "2020", NOT_GIVEN]
    assert list(groups["given"]) == [True, True, False]


def test_articles_without_an_outlet_are_no_outlet() -> None:
    """They are counted apart, stand last and do not make a comparison of one group."""
    made = Corpus(frame([*dated(["2020-05-05"] * 8), analysis_of(outlet=None)]))
    assert "2 outlets, 1 article without one" in made.facts()
    assert made.groups["group"].iloc[-1] == NOT_GIVEN
    alone = Corpus(frame([analysis_of(id="a", outlet="One"), analysis_of(id="b", outlet=None)]))
    assert not alone.compared


def test_log_odds_by_hand() -> None:
    """The log-odds ratio and its variance are those of the paper, worked by hand.

    Counts 8 of 100 and 2 of 200, prior 1 of 10:
    ln(9 / 101) - ln(3 / 207) = -2.4179 + 4.2341 = 1.8162, sqrt(1 / 9 + 1 / 3) = 0.6667.
    """
    odds, spread = log_odds(8, 100, 2, 200, 1, 10)
    assert odds == pytest.approx(1.8162, abs=1e-4)
    assert spread == pytest.approx(2 / 3)


def counts(**groups: dict[str, int]) -> TermCounts:
    """Return counts of terms by group, each occurrence in an article of its own."""
    made = TermCounts()
    for group, terms in groups.items():
        made.words[group] = 10_000
        made.terms[group] = Counter(terms)
        made.articles[group] = Counter(terms)
    return made


def test_words_are_counted_where_terms_are_looked_for() -> None:
    """Headline and story count; an insert, furniture and quoted words do not."""
    article = Article(
        "Council Opens Bridge",
        "The council opened the bridge on Monday after four years of work on both banks of the "
        "river, and hundreds of people walked across it.\n\nRELATED: Mayor Slams Rival\n\n"
        "“It is a fine bridge,” said the engineer who had built it with her firm over the years, "
        "and she thanked everybody who had waited for it.\n\nCopyright 2026 The Post.",
    )
    analysis = analyze(article)
    roles = [paragraph.role for paragraph in analysis.paragraphs]
    assert roles == ["body", "promo_story", "body", "notice"]
    assert words_of(analysis) == 3 + 25 + 22


def test_distinctive_terms() -> None:
    """A term comes out where one group uses it far more; shared and single uses do not."""
    found = distinctive_terms(
        counts(a={"slammed": 30, "chaos": 20, "vile": 2}, b={"slammed": 2, "chaos": 20})
    )
    assert list(zip(found["group"], found["term"], strict=True)) == [("a", "slammed")]
    row = found.iloc[0]
    assert row["low"] < row["log_odds"] < row["high"]
    assert (row["count"], row["elsewhere"]) == (30, 2)


def test_one_group_has_no_distinctive_terms() -> None:
    """Without others to compare with nothing is distinctive."""
    assert distinctive_terms(counts(a={"slammed": 30})).empty


def test_terms_are_the_outlets_own() -> None:
    """Quoted words, names of parties to the story and whole inserts are not counted."""
    found = terms_of(analysis_of())
    assert "vanity project" in found
    assert "slammed" in found
    assert "shameful betrayal" not in found


def test_deviations() -> None:
    """Means are told against the news, with an interval only where articles are enough."""
    articles = frame(corpus(3, each=6))
    table = deviation_table(articles, keys_of(articles, "outlet"))
    assert NOT_GIVEN not in set(table["group"])
    assert table["measure"].iloc[0] == "bias"
    single = table[table["group"] == "Outlet 02 Daily News"]
    assert single["low"].isna().all()


def test_share_explained() -> None:
    """All differences lie between groups, or none do."""
    apart = pd.DataFrame({"group": list("aaabbb"), "bias": [0.1, 0.1, 0.1, 0.9, 0.9, 0.9]})
    assert explained(apart) == pytest.approx(1)
    mixed = apart.assign(bias=[0.1, 0.5, 0.9] * 2)
    assert explained(mixed) == 0
    assert explained(apart.assign(group="a")) is None


def test_chosen_pages() -> None:
    """Of many articles only those of the highest and lowest ratings are kept."""
    chosen = Chosen("listed", 2)
    for number in (5, 1, 9, 3, 7, 2):
        chosen.offer(f"n{number}", analysis_of(rating=replace(RATING, bias=number / 10)))
    assert set(chosen.held) == {"n9", "n7", "n1", "n2"}


def test_pages_listed(tmp_path: Path) -> None:
    """Articles outside the lists get no page, and nothing leads to one."""
    write_report(corpus(3), tmp_path, ("html",), top=1, pages="listed")
    made = {p.stem for p in tmp_path.glob("*.html")} - {"index"}
    assert len(made) == 2
    index = (tmp_path / "index.html").read_text("utf-8")
    assert index.count('href="a') == 2


def test_unknown_pages(tmp_path: Path) -> None:
    """An unknown choice of pages is refused with the allowed ones named."""
    with pytest.raises(UsageError, match="auto, all, listed"):
        write_report([analysis_of()], tmp_path, pages="some")


def test_links_lead_to_pages() -> None:
    """The reading lists of the PDF link to the articles' pages beside it."""
    reader = pypdf.PdfReader(io.BytesIO(summary_pdf(Corpus(frame(corpus(2)), top=2))))
    links = [
        note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])
    ]
    assert len(links) == 4
    assert all(link.endswith(".html") for link in links)


CORPORA = {
    "one group": lambda: [analysis_of(id=str(i)) for i in range(7)],
    "small groups": lambda: [
        analysis_of(id=f"{n}-{i}", outlet=f"Paper {n}") for n in range(1, 5) for i in range(n)
    ],
    "names": lambda: [
        analysis_of(id=f"{n}-{i}", outlet=name) for n, name in enumerate(NAMES) for i in range(6)
    ],
    "no dates, no outlets": lambda: [
        analysis_of(id=str(i), date=None, outlet=None, headline="") for i in range(4)
    ],
    "days": lambda: dated([f"2026-03-{day:02}" for day in range(1, 29, 3)]),
    "weeks with gaps": lambda: dated(["2026-01-05"] * 6 + ["2026-06-05"] * 6),
}


@pytest.mark.parametrize(
    ("case", "by"),
    [
        *((case, "outlet") for case in CORPORA),
        *((case, "date") for case in ("names", "no dates, no outlets", "days", "weeks with gaps")),
    ],
)
def test_odd_corpora(case: str, by: str) -> None:
    """Every odd corpus is drawn without a warning, and says what it leaves out."""
    made = Corpus(frame(CORPORA[case]()), by)
    found = words(summary_pdf(made))
    assert "Method and limits" in found
    assert made.compared or "Groups are not compared" in found


@pytest.mark.parametrize("case", ["one group", "names", "no dates, no outlets"])
def test_odd_cards(case: str) -> None:
    """The card of an odd corpus is drawn without a warning."""
    assert summary_card(Corpus(frame(CORPORA[case]())))


def test_tables_are_harmless() -> None:
    """A group's name that a spreadsheet would run is disarmed; undefined cells are empty."""
    table = group_table(frame(CORPORA["names"]()), "outlet")
    table.loc[0, "low"] = math.nan
    rows = list(csv.DictReader(io.StringIO(csv_of(table).decode())))
    assert rows[0]["low"] == ""
    assert "'=SUM(A1)" in {row["group"] for row in rows}


def test_charts_stand_alone(tmp_path: Path) -> None:
    """Every chart of several articles draws itself from the tables that a report writes."""
    analyses = corpus(4, each=8)
    write_report(analyses, tmp_path, ("html",), top=1, pages="listed")
    groups = pd.read_csv(tmp_path / "groups.csv")
    periods = pd.read_csv(tmp_path / "over_time.csv")
    cells = pd.read_csv(tmp_path / "deviations.csv")
    articles = frame(analyses)
    ratings = articles[["bias"]].assign(group=keys_of(articles, "outlet"))
    terms = distinctive_terms(counts(a={"slammed": 30}, b={"slammed": 2}))
    drawn = [
        charts.ranges(groups, ratings), charts.ranges(groups), charts.panels(groups, ratings),
        charts.heat_map(cells), charts.headline_and_body(groups), charts.insert_shares(groups),
        charts.insert_kinds(groups), charts.articles_over_time(periods),
        charts.distribution(articles["bias"]), charts.distinctive(terms),
        *(charts.over_time(periods, value) for value in ("mean", "wording", "with_inserts")),
    ]  # fmt: skip
    for axes in drawn:
        with charts.styled():
            axes.figure.canvas.print_figure(io.BytesIO(), format="png")


def test_empty_charts_say_why() -> None:
    """A chart without anything to draw holds a sentence instead."""
    axes = charts.distinctive(distinctive_terms(TermCounts()))
    assert [text.get_text() for text in axes.texts] == ["No loaded term sets this group apart."]
    axes = charts.distribution(pd.Series([math.nan]))
    assert axes.texts[0].get_text() == "None of the articles could be rated."


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([{"outlet": None, "date": "2026-03-02"}] * 2, "outlet not given · 2026-03-02"),
        ([{"outlet": "A"}, {"outlet": None}], "1 outlet, 1 article without one"),
        ([{"date": "2026-03-02"}, {"date": "2026-03-05"}], "2026-03-02 to 2026-03-05"),
    ],
)
def test_facts(facts: list[dict[str, str | None]], told: str) -> None:
    """The line under the title counts what is known, and names a single day once."""
    made = [analysis_of(**{"id": str(i), **known}) for i, known in enumerate(facts)]
    assert told in Corpus(frame(made)).facts()
    assert f"{told} to" not in Corpus(frame(made)).facts()
