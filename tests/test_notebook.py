"""What a notebook user meets: things that show themselves, tables for charts, charts that show."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

import bias
from bias import charts
from bias.cli import main
from bias.showing import Shows

HOT = "The council met on Monday and voted to close the bridge for repairs until June. " * 4
CORPUS_CHARTS = (
    "articles_over_time", "distribution", "headline_and_body", "heat_map", "insert_kinds",
    "insert_shares", "over_time", "panels", "ranges",
)  # fmt: skip
ARTICLE_CHARTS = ("bias_strip", "percentile_dots", "rating_scale", "score_bars")
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def analysis(seeds: Path) -> bias.Analysis:
    """One article with everything: devices, inserts, quotations."""
    return bias.analyze(bias.read_article(seeds / "moon-station.txt"))


@pytest.fixture(scope="module")
def corpus(seeds: Path) -> bias.Corpus:
    """The seeds, by outlet."""
    return bias.summarize(map(bias.analyze, bias.read_articles(seeds)))


@pytest.fixture(scope="module")
def comparison(seeds: Path) -> bias.Comparison:
    """One event in three accounts."""
    return bias.compare(map(bias.analyze, bias.read_articles(seeds / "one-event.jsonl")))


@pytest.fixture(scope="module")
def events(seeds: Path) -> bias.Comparison:
    """The events among some articles: two of them tell none."""
    paths = ("one-event.jsonl", "moon-station.txt", "opinion-column.txt")
    articles = [a for path in paths for a in bias.read_articles(seeds / path)]
    return bias.compare(map(bias.analyze, articles), events=True)


@pytest.fixture(scope="module")
def things(
    analysis: bias.Analysis,
    corpus: bias.Corpus,
    comparison: bias.Comparison,
    events: bias.Comparison,
) -> tuple[Shows, ...]:
    """All that shows itself."""
    empty = bias.analyze(bias.Article())
    return analysis, analysis.rating, corpus, comparison, events, empty, empty.rating


def test_a_prompt_shows_one_line(things: tuple[Shows, ...], analysis: bias.Analysis) -> None:
    """Whatever it holds."""
    for thing in things:
        assert len(repr(thing)) < 250
        assert "\n" not in repr(thing)
    assert "“Ditched”" in repr(analysis)
    assert re.fullmatch(r"<Rating 0\.\d\d \w+, 90 % interval 0\.\d\d to 0\.\d\d>",
                        repr(analysis.rating))  # fmt: skip


def test_a_notebook_shows_a_small_element(
    things: tuple[Shows, ...], analysis: bias.Analysis
) -> None:
    """It loads nothing, runs nothing, and sets no colour of its own for paper or ink."""
    for thing in things:
        shown = thing._repr_html_()
        assert shown.startswith("<div")
        assert shown.endswith("</div>")
        assert len(shown) < 20_000
        assert not re.search(r"<script|<link|src=|url\(|https?:|<style|background:#fff", shown)
    assert "Ditched" in analysis._repr_html_()


def test_what_is_shown_is_escaped() -> None:
    """Markup in an article, its outlet or a group is text."""
    evil = "<script>alert(1)</script>"
    article = bias.Article(f"Mayor Slams {evil}", HOT + evil, outlet=evil, source=evil)
    analysis = bias.analyze(article)
    compared = bias.compare([analysis, analysis])
    for thing in (analysis, bias.summarize([analysis]), compared):
        assert "<script" not in thing._repr_html_()
        assert "<script>alert" not in thing.to_html()
    control = bias.analyze(bias.Article("Mayor \x1b[31mSlams Plan", HOT, outlet="\x1b[31m"))
    for thing in (control, bias.summarize([control]), bias.compare([control, control])):
        assert "\x1b" not in thing.summary() + repr(thing)


def test_an_analysis_is_text_page_and_record(
    analysis: bias.Analysis, seeds: Path, tmp_path: Path
) -> None:
    """`summary` fits a screen, `to_html` is the report's page, `to_json` a line of `.jsonl`."""
    assert len(analysis.summary().splitlines()) < 45
    assert "strongest evidence" in analysis.summary()
    page = analysis.to_html()
    assert page.startswith(("<!doctype html>", "<!DOCTYPE html>"))
    assert "Strongest evidence" in page
    out = tmp_path / "x.jsonl"
    assert main(["analyze", str(seeds / "moon-station.txt"), "-o", str(out), "--quiet"]) == 0
    assert f"{analysis.to_json()}\n" == out.read_text("utf-8")
    assert json.loads(analysis.to_json()) == analysis.to_dict()


def test_whatever_shows_itself_is_text_page_and_data(things: tuple[Shows, ...]) -> None:
    """Text fits a screen, the page is whole and leads nowhere, data is JSON without NaN."""
    for thing in things:
        text, page = thing.summary(), thing.to_html()
        assert len(text.splitlines()) < 45
        assert max(map(len, text.splitlines())) <= 100
        assert page.lower().startswith("<!doctype html>")
        assert not re.search(r"""<a [^>]*href=["'](?!#|https?:)""", page)
        assert json.loads(thing.to_json()) == thing.to_dict()


def test_a_comparison_says_what_it_found(
    comparison: bias.Comparison, events: bias.Comparison
) -> None:
    """Who tells it, how each is rated, where two differ; of many articles which events."""
    for shown in (comparison.summary(), comparison._repr_html_()):
        assert {"Harrow Ledger", "Coastal Press", "Velden Courier"} <= set(
            re.findall(r"[A-Z]\w+ (?:Ledger|Press|Courier)", shown)
        )
        assert "“5.6 million”" in shown
    assert len(comparison.to_dict()["alignment"]) == len(comparison.alignment)
    assert "1 event told by several" in repr(events)
    assert "Velden to vote" in events.summary()


@pytest.mark.parametrize("name", CORPUS_CHARTS)
def test_charts_take_a_corpus_and_show(corpus: bias.Corpus, name: str) -> None:
    """Each draws a corpus, also one of a single article without outlet and date."""
    chart = getattr(charts, name)
    assert chart(corpus)._repr_png_().startswith(PNG)
    alone = bias.summarize(bias.analyze(bias.Article("Bridge Opens", "It is open.")))
    assert chart(alone)._repr_png_().startswith(PNG)


@pytest.mark.parametrize("name", ARTICLE_CHARTS)
def test_charts_take_an_analysis_and_show(analysis: bias.Analysis, name: str) -> None:
    """Each draws an analysis."""
    assert getattr(charts, name)(analysis)._repr_png_().startswith(PNG)


def test_tables_of_a_corpus_are_drawn_alike(corpus: bias.Corpus) -> None:
    """A corpus's own table draws what the corpus draws."""
    whole = charts.ranges(corpus)._repr_png_()
    assert charts.ranges(corpus.shown, corpus.ratings)._repr_png_() == whole


@pytest.mark.parametrize("given", [pd.DataFrame({"group": ["A"]}), [1, 2], "A"])
def test_what_a_chart_cannot_draw_is_told(given: object) -> None:
    """In our words: what is lacking, and where to get it."""
    for name in ("ranges", "heat_map", "over_time", "panels", "bias_strip"):
        with pytest.raises(bias.BiasError, match="summarize"):
            getattr(charts, name)(given)


def test_ratings_are_drawn_from_a_table_too(corpus: bias.Corpus) -> None:
    """Of a table its ratings are drawn, as those of a corpus and of a column are."""
    drawn = charts.distribution(corpus)._repr_png_()
    for ratings in (corpus.ratings, corpus.articles, corpus.ratings["bias"]):
        assert charts.distribution(ratings)._repr_png_() == drawn
    for given in (corpus.groups, [0.1, 0.2], "A"):
        with pytest.raises(bias.BiasError, match="summarize"):
            charts.distribution(given)


def test_what_is_long_is_one_line_at_a_prompt(seeds: Path, tmp_path: Path) -> None:
    """Articles, documents, lists, models and corpora hold much, and say little."""
    analysis = bias.analyze(bias.read_article(seeds / "moon-station.txt"))
    path = tmp_path / "fear.txt"
    path.write_text("\n".join(f"fear{n}" for n in range(500)), "utf-8")
    fear = bias.read_lexicon(path)
    reader = bias.nltk.CorpusReader([analysis])
    things = (analysis.article, analysis.document, analysis.reading, fear, reader)
    for thing in things:
        assert repr(thing).startswith(f"<{type(thing).__name__} ")
        assert len(repr(thing)) < 300
    assert "500 terms: fear0, " in repr(fear)
    with pytest.raises(bias.BiasError, match="path of a list"):
        bias.read_lexicon(["fear", "panic"])


def test_charts_name_what_is_theirs() -> None:
    """Completion offers charts, not the modules that draw them."""
    assert dir(charts) == sorted(charts.__all__)
    assert all(callable(getattr(charts, name)) for name in charts.__all__)


def test_groups_are_by_any_column() -> None:
    """Outlet, date, source or a column of the input; another is refused; so is nothing."""
    articles = [bias.Article("Bridge Opens", HOT, extra={"topic": t}) for t in ("a", "b", "a")]
    found = bias.summarize(map(bias.analyze, articles), by="topic").groups
    assert dict(zip(found["group"], found["articles"], strict=True)) == {"a": 2, "b": 1}
    with pytest.raises(bias.BiasError, match="topic"):
        bias.summarize(map(bias.analyze, articles), by="section")
    with pytest.raises(bias.BiasError, match="no analysis"):
        bias.summarize([])


def test_articles_without_a_name_are_told_apart(corpus: bias.Corpus) -> None:
    """Rows of the table keep names of their own."""
    same = bias.summarize(map(bias.analyze, [bias.Article("A", "B.", id="x")] * 3))
    assert list(same.articles["article"]) == ["x", "x-2", "x-3"]
    assert len(set(corpus.articles["article"])) == len(corpus.articles)


def test_frames_and_charts_are_public() -> None:
    """They stand in `dir(bias)` and answer."""
    assert {"analyze_frame", "charts", "summarize", "Corpus"} <= set(dir(bias))
    frame = bias.analyze_frame(pd.DataFrame({"headline": ["Mayor Slams Plan"], "body": [HOT]}))
    assert len(frame) == 1
    assert bias.charts is charts


def test_cards_citations_and_pages_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """All are named; each is printed; what is not there is refused with what is."""
    assert main(["card"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "sentences" in names
    for name in names:
        assert main(["card", name]) == 0
        assert capsys.readouterr().out.startswith("# ")
        assert main(["cite", name]) == 0
        told = capsys.readouterr().out
        assert told.count("@") >= 2
        assert told.count("{") == told.count("}")
    assert main(["cite"]) == 0
    assert "spinde-2021" in capsys.readouterr().out
    assert main(["card", "nothing"]) == 2
    assert "sentences" in capsys.readouterr().err


def test_every_source_names_cards_that_name_it() -> None:
    """A model is cited with what its card says it learnt from."""
    from bias.citing import _sources, card

    for entry, models in _sources():
        author = re.search(r"author\s*= \{(?:\{)?([\w ]+),", entry)
        assert author
        named = [model for model in models if author[1] in card(model)]
        assert named, entry


def test_pages_of_the_documentation_ship(capsys: pytest.CaptureFixture[str]) -> None:
    """Named, and shown by name."""
    pytest.importorskip("bias.docs")
    assert main(["docs"]) == 0
    assert "rating" in capsys.readouterr().out
    assert main(["docs", "rating"]) == 0
    assert capsys.readouterr().out.startswith("# ")
    assert main(["docs", "nothing"]) == 2
