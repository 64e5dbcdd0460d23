"""Tables in memory: frames, dictionaries and texts given to the Python functions."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import bias
from bias.errors import ReadError, UsageError
from bias.inputs.rows import articles_in, is_table, rows_of

STORY = (
    "The harbour board voted on Monday to run the ferry on Sundays. The first boat leaves at nine, "
    "the board said, and the fare stays at two pounds."
)
ROWS = [
    {"title": "Ferry Runs", "text": STORY},
    {"title": "Mayor Slams Plan", "text": f"{STORY} {STORY}"},
]
ARTICLES = [bias.Article(headline=row["title"], body=row["text"]) for row in ROWS]


def arrow(rows: list[dict[str, Any]]) -> Any:
    """Return an Arrow table."""
    return pytest.importorskip("pyarrow").Table.from_pylist(rows)


def polars(rows: list[dict[str, Any]]) -> Any:
    """Return a Polars frame."""
    return pytest.importorskip("polars").DataFrame(rows)


TABLES: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "pandas": pd.DataFrame,
    "other index": lambda rows: pd.DataFrame(rows, index=["x", "y"]),
    "categories": lambda rows: pd.DataFrame(rows).astype("category"),
    "arrow": arrow,
    "polars": polars,
    "dictionaries": lambda rows: rows,
    "columns": lambda rows: {name: [row[name] for row in rows] for name in rows[0]},
    "series": lambda rows: dict(pd.DataFrame(rows).items()),
}


@pytest.mark.parametrize("kind", TABLES)
def test_tables_are_read_by_their_rows(kind: str) -> None:
    """Whatever holds them, rows are articles under the names that a CSV file has."""
    table = TABLES[kind](ROWS)
    assert is_table(table)
    found = list(bias.read_articles(table))
    assert [(a.headline, a.body) for a in found] == [(a.headline, a.body) for a in ARTICLES]


@pytest.mark.parametrize("kind", ["pandas", "dictionaries", "columns"])
def test_functions_take_tables(kind: str) -> None:
    """Features, analyses, headlines and classifiers are those of the articles one by one."""
    table = TABLES[kind](ROWS)
    features = bias.FeatureExtractor().fit_transform(table)
    np.testing.assert_array_equal(features, bias.FeatureExtractor().transform(ARTICLES))
    ratings = [analysis.rating.bias for analysis in bias.analyze_many(table)]
    assert ratings == [analysis.rating.bias for analysis in bias.analyze_many(ARTICLES)]
    titles = [row["title"] for row in ROWS]
    assert bias.rate_headlines(table).equals(bias.rate_headlines(titles))


SENTENCES = {
    "sentence": pd.DataFrame({"sentence": ["It is open.", "It is vile."], "label": [0, 1]}),
    "text": pd.DataFrame({"label": [0, 1], "text": ["It is open.", "It is vile."]}),
    "only column": pd.DataFrame({"satz": ["It is open.", "It is vile."]}),
    "dictionaries": [{"sentence": "It is open."}, {"sentence": "It is vile."}],
    "column": pd.DataFrame({"a": ["It is open.", "It is vile."]})["a"],
    "array": np.array(["It is open.", "It is vile."]),
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_sentences_of_a_table(kind: str) -> None:
    """Sentences are those of their column."""
    np.testing.assert_array_equal(
        bias.rate_sentences(SENTENCES[kind]),  # type: ignore[arg-type]
        bias.rate_sentences(["It is open.", "It is vile."]),
    )


REFUSED: dict[str, tuple[Any, str]] = {
    "a path": ("news.csv", "read_articles"),
    "an article": (ARTICLES[0], "a list of articles"),
    "numbers": ([1, 2], "int 1"),
    "texts": (["One.", "Two."], "str 'One.'"),
    "other columns": (pd.DataFrame({"kicker": ["A"], "story_id": [1]}), "no column for the body"),
    "a long column": (
        pd.DataFrame({"title": ["A"], "maintext_en": [f"{STORY} {STORY}"]}),
        "--column body=maintext_en",
    ),
    "an empty row": (pd.DataFrame({"title": ["A", None], "text": [STORY, np.nan]}), "table:1"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_table_of_articles_is_refused(kind: str) -> None:
    """Anything else is an error that says what to give."""
    given, reason = REFUSED[kind]
    with pytest.raises((UsageError, ReadError)) as error:
        list(bias.analyze_many(given))
    assert reason in str(error.value)


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "headlines": bias.rate_headlines,
    "sentences": bias.rate_sentences,
    "features": lambda table: bias.FeatureExtractor().fit_transform(table),
    "articles": lambda table: list(bias.read_articles(table)),
    "analyses": lambda table: list(bias.analyze_many(table)),
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_names_of_columns_are_never_analysed(function: Callable[[Any], Any]) -> None:
    """A table without a column that fits is refused, with the names of its columns."""
    table = pd.DataFrame({"votes": [1, 2], "kicker": ["Harbour", "Town"]})
    with pytest.raises((UsageError, ReadError), match=r"votes, kicker"):
        function(table)


def test_missing_cells_are_none() -> None:
    """NaN, None, NaT and NA are what is missing; numbers and days are text."""
    frame = pd.DataFrame(
        {
            "title": ["A", None],
            "text": ["x y", "z"],
            "date": pd.to_datetime(["2024-03-04", None]),
            "votes": pd.array([3, None], dtype="Int64"),
        }
    )
    first, second = bias.read_articles(frame)
    assert (first.date or "").startswith("2024-03-04")
    assert (first.extra, second.extra) == ({"votes": "3"}, {})
    assert (second.headline, second.date) == ("", None)


def test_rows_elsewhere_are_refused() -> None:
    """Frames whose rows are not in memory are named, with what brings them there."""

    class Lazy:
        columns = ("title", "text")

        def compute(self) -> None:
            """Bring rows into memory."""

    with pytest.raises(UsageError, match=r"\.compute\(\)"):
        list(rows_of(Lazy()))


def test_streams_stay_streams() -> None:
    """A generator of articles and dictionaries is not gone through ahead."""
    taken = []

    def stream() -> Iterable[Any]:
        for number in range(5):
            taken.append(number)
            yield ARTICLES[0] if number % 2 else ROWS[0]

    found = articles_in(stream(), "test")
    next(found)
    assert taken == [0]
    assert len(list(found)) == 4


def test_one_analysis_is_a_list_of_one() -> None:
    """A single analysis gives a frame of one row; own columns come when asked for."""
    article = bias.Article(headline="Ferry", body=STORY, extra={"section": "local"})
    frame = bias.to_frame(bias.analyze(article), keep_columns=True)
    assert frame["extra_section"].tolist() == ["local"]
    assert "extra_section" not in bias.to_frame([bias.analyze(article)])
