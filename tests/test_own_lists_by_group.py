"""The user's lists in the summary: groups, index, charts, with intervals."""

from pathlib import Path

import pandas as pd
import pypdfium2
import pytest

import bias
from bias.cli import main
from bias.corpus.groups import group_table
from bias.corpus.tables import tables_of

CALM = "The council met on Monday and approved the ferry after a debate about its cost. " * 4
FEAR = "Panic and fear spread through the town, the mayor wrote in a statement. "
RATE = "lexicon_fear_fear_per_100_words"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Six articles each of two outlets, one of which writes of fear."""
    rows = [
        {"headline": f"Ferry {n}", "body": CALM + FEAR * (n % 3 + 1) * loud, "outlet": outlet}
        for outlet, loud in (("The Ferry Post", True), ("Harbour Daily", False))
        for n in range(6)
    ]
    file = tmp_path / "news.csv"
    pd.DataFrame(rows).to_csv(file, index=False)
    (tmp_path / "fear.txt").write_text("fear\npanic*\n", "utf-8")
    return file


def test_the_summary_tells_how_much_fear_per_outlet(news: Path, tmp_path: Path) -> None:
    """`groups.csv`, `index.html` and `summary.pdf` hold the list's means with intervals."""
    out = tmp_path / "report"
    options = ["--lexicon", str(news.with_name("fear.txt")), "--quiet", "--format", "pdf,html,png"]
    assert main(["report", str(news), "-o", str(out), *options]) == 0
    groups = pd.read_csv(out / "groups.csv").set_index("group")
    assert groups.loc["Harbour Daily", RATE] == 0
    low, mean, high = groups.loc["The Ferry Post", [f"{RATE}_low", RATE, f"{RATE}_high"]]
    assert 0 < low < mean < high
    page = (out / "index.html").read_text("utf-8")
    assert f"{mean:.2f} ({low:.2f} to {high:.2f})" in page
    assert "fear, quoted" in page
    document = pypdfium2.PdfDocument(out / "summary.pdf")
    told = "".join(page.get_textpage().get_text_range() for page in document)
    assert f"run from Harbour Daily (0.00) to The Ferry Post ({mean:.2f})" in told


def test_without_lists_nothing_is_said(news: Path, tmp_path: Path) -> None:
    """A report without lists has no such columns and no such section."""
    out = tmp_path / "report"
    assert main(["report", str(news), "-o", str(out), "--quiet", "--format", "html"]) == 0
    assert "lexicon_" not in (out / "groups.csv").read_text("utf-8")
    assert "Your lists" not in (out / "index.html").read_text("utf-8")


def test_the_chart_draws_them_alone(news: Path) -> None:
    """`bias.charts.own_terms` draws a measure of the groups, and names those there are."""
    fear = bias.read_lexicon(news.with_name("fear.txt"))
    analyses = [*bias.analyze_many(bias.read_articles(news), lexicons=[fear])]
    corpus = bias.summarize(analyses)
    articles = tables_of({str(n): a for n, a in enumerate(analyses)}).articles
    groups = group_table(articles, "outlet")
    axes = bias.charts.own_terms(groups, RATE)
    assert len([line for line in axes.lines if line.get_marker() == "o"]) == 2
    with pytest.raises(bias.BiasError, match="In these groups: lexicon_fear_fear_per"):
        bias.charts.own_terms(groups, "joy")
    for given, measure in ((groups, "fear"), (groups, None), (corpus, "fear"), (corpus, None)):
        assert len(bias.charts.own_terms(given, measure).lines) == len(axes.lines)
    never = groups.assign(**{name: float("nan") for name in groups if name.startswith(RATE)})
    assert "undefined" in bias.charts.own_terms(never, RATE).texts[0].get_text()
