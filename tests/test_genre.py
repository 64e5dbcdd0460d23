"""Reporting and opinion are told apart by manner, whoever the piece is about."""

import math
from pathlib import Path

import pytest

from bias.analysis import analyze
from bias.document.article import Article
from bias.errors import ModelError
from bias.labelled.genre import genre_label
from bias.models.files import write_model
from bias.models.genre import FORM, read_genre_model
from bias.models.linear import Weights
from bias.rating.beside import FEWEST_WORDS, GENRE_MEASURES, genre_phrase

REPORT = (
    "The Senate voted on Tuesday to delay the water bill until autumn, officials said. "
    "The measure passed by 54 votes to 41 after three hours of debate.\n\n"
    "A spokesman for the committee said the delay would cost about $3 million. "
    "“We need more time to hear from the counties,” the chairman told reporters. "
    "According to a report released last week, 12 counties have asked for new pipes.\n\n"
    "The governor, who announced the plan in March, is expected to meet with lawmakers on "
    "Friday. Police said about 200 people had gathered outside the building."
)
COLUMN = (
    "Why should we be surprised? I have watched this Senate for thirty years, and it has never "
    "once done the decent thing when the foolish thing was on offer.\n\n"
    "The truth is that nobody in that chamber believes the excuse. If they did, they would not "
    "hide behind it. We all know what delay means: it means never. And yet our leaders ask us "
    "to be patient, as if patience ever mended a pipe.\n\n"
    "What we need is not another study. We need the courage to say that clean water is worth "
    "more than an easy vote. That is the choice before us, and we must not let them forget it."
)
QUOTED_COLUMN = "“" + COLUMN.replace("\n\n", "”\n\n“") + "”"


def _opinion(body: str) -> float:
    return analyze(Article(headline="Water bill", body=body)).values["genre_opinion"]


def test_report_and_column_are_told_apart() -> None:
    """A news report reads like reporting, a column like opinion; the two add up to 1."""
    report = analyze(Article(headline="Senate Delays Water Bill", body=REPORT)).values
    column = analyze(Article(headline="The Pipes Can Wait", body=COLUMN)).values
    assert report["genre_reporting"] > 0.8
    assert column["genre_opinion"] > 0.8
    for values in (report, column):
        assert math.isclose(values["genre_reporting"] + values["genre_opinion"], 1)
        assert "genre_satire" not in values


def test_quoted_opinion_is_the_speakers() -> None:
    """A report that quotes a columnist at length reads less like opinion than the column."""
    assert _opinion(f"{REPORT}\n\n{QUOTED_COLUMN}") < _opinion(COLUMN) - 0.3


@pytest.mark.parametrize("body", ["", "Too short.", " ".join(["The vote was held."] * 9)])
def test_too_short_is_undefined(body: str) -> None:
    """Below the fewest words no genre is given, and no phrase."""
    values = analyze(Article(headline="Vote", body=body)).values
    assert FEWEST_WORDS > 9 * 5
    assert all(math.isnan(values[measure.name]) for measure in GENRE_MEASURES)
    assert genre_phrase(values) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Democrats", "Republicans"),
        ("Joe Biden", "Donald Trump"),
        ("liberals", "conservatives"),
        ("Muslims", "Christians"),
        ("Fox News", "MSNBC"),
        ("She", "He"),
    ],
)
@pytest.mark.parametrize("body", [REPORT, COLUMN])
def test_names_move_nothing(one: str, other: str, body: str) -> None:
    """Swapping parties, leaders, faiths, outlets or sexes changes no number."""
    sentence = "\n\n{} had asked for more money, and most of {} agreed with the idea."
    first = _opinion(body + sentence.format(one, one))
    assert first == _opinion(body + sentence.format(other, other))


@pytest.mark.parametrize(
    ("opinion", "phrase"),
    [
        (0.84, "reads like opinion (0.84)"),
        (0.65, "reads like opinion (0.65)"),
        (0.10, "reads like reporting (0.90)"),
        (0.50, "between reporting and opinion (opinion 0.50)"),
    ],
)
def test_phrase(opinion: float, phrase: str) -> None:
    """One phrase says the likelier genre, or that neither is clear."""
    assert genre_phrase({"genre_opinion": opinion, "genre_reporting": 1 - opinion}) == phrase


@pytest.mark.parametrize(
    ("url", "title", "source", "genre"),
    [
        ("https://www.cnn.com/2020/01/02/opinions/a/index.html", "A", "CNN", "opinion"),
        ("https://www.cnn.com/2020/01/02/politics/a/index.html", "A", "CNN", "reporting"),
        ("https://www.cnn.com/2020/01/02/politics/a/index.html", "OPINION: A", "CNN", "opinion"),
        ("https://www.cnn.com/2020/01/02/politics/analysis-a/", "A", "CNN", None),
        ("https://www.cnn.com/2020/01/02/politics/a/", "A", "CNN - Editorial", None),
        ("https://townhall.com/columnists/a/", "A", "Townhall", "opinion"),
        ("https://townhall.com/news/a/", "A", "Townhall", None),
        ("", "A", "Somewhere", None),
    ],
)
def test_labels_come_from_sections(url: str, title: str, source: str, genre: str | None) -> None:
    """Only an outlet's own section or label says what a piece is."""
    assert genre_label(url, title, source) == genre


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    """A model whose measures lack a number is refused with a reason."""
    path = tmp_path / "genre.json.gz"
    content = {"wording": Weights(0.0, {}).content(), "measures": {"quoted": [1.0]}}
    write_model(path, FORM, content)
    with pytest.raises(ModelError, match="list of 3 numbers"):
        read_genre_model(path)
