"""The record: offsets that always hold, undefined instead of 0, the schema."""

import json
import lzma
import pickle
from itertools import islice
from pathlib import Path

import pytest

import bias
from bias.outputs.record import schema


def check_spans(record: dict[str, object]) -> None:
    """Every span lies inside the text, and every cue is the text it names."""
    text = record["text"]
    for name in ("paragraphs", "sentences", "cues"):
        for row in record[name]:
            assert 0 <= row["start"] < row["end"] <= len(text)
    for cue in record["cues"]:
        assert text[cue["start"] : cue["end"]] == cue["text"]


def test_every_span_holds_on_the_seeds(seeds: Path) -> None:
    """On the seed articles each cue is exactly the text between its offsets."""
    for article in bias.read_articles(seeds):
        check_spans(bias.analyze(article).to_dict())


def test_an_analysis_comes_whole_from_another_process(seeds: Path) -> None:
    """A pickled analysis holds the same document and gives the same record."""
    for article in [bias.Article(), *bias.read_articles(seeds)]:
        analysis = bias.analyze(article)
        sent = pickle.loads(pickle.dumps(analysis))
        assert sent.document == analysis.document
        assert sent.to_dict() == analysis.to_dict()


def test_every_span_holds_on_real_articles(data: Path) -> None:
    """So it is on 200 real articles, without an exception or a warning."""
    with lzma.open(data / "article-bias-prediction" / "articles_1.jsonl.xz", "rt") as lines:
        rows = [json.loads(line) for line in islice(lines, 200)]
    for row in rows:
        check_spans(bias.analyze(bias.Article(row["title"], row["content"])).to_dict())


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("", ""),
        ("Only a headline", ""),
        ("", "word"),
        ("“", "”“’‘\"'"),
        ("A\u00adb\u200bc", "Кремль объявил.\n\n🎉🎉\n\n中文。"),
        ("İstanbul’da", "e\u0301tude\r\nof\rlines\r\n\r\nnext"),
        ("(((((", "[" * 5000),
        ("A", "- one\n- two\n- three"),
    ],
)
def test_odd_articles_give_a_valid_record(headline: str, body: str) -> None:
    """Whatever comes in, the record is whole, valid and its spans hold."""
    record = bias.analyze(bias.Article(headline=headline, body=body)).to_dict()
    check_spans(record)
    assert set(schema()["required"]) == set(record)
    assert record == json.loads(json.dumps(record, allow_nan=False))


def test_undefined_is_null_and_never_zero() -> None:
    """Without a body no body rate is defined."""
    record = bias.analyze(bias.Article(headline="Board Meets")).to_dict()
    rates = {k: v for k, v in record["features"].items() if k.endswith("_per_100_words")}
    assert rates
    assert set(rates.values()) == {None}
    assert record["scores"]["loaded"] is None


def test_no_paragraph_is_dropped_or_merged() -> None:
    """Paragraphs of the record are the paragraphs that came in."""
    body = "One.\n\n, , , ,\n\nTwo.\nStill two.\n \nThree."
    analysis = bias.analyze(bias.Article("H", body))
    texts = [p.of(analysis.text) for p in analysis.paragraphs]
    assert texts == ["One.", ", , , ,", "Two.\nStill two.", "Three."]


def test_records_keep_the_order_of_the_input(seeds: Path) -> None:
    """Two processes keep the order."""
    articles = list(bias.read_articles(seeds)) * 4
    found = [analysis.article for analysis in bias.analyze_many(articles, jobs=2)]
    assert found == articles


def test_frame_has_the_codebooks_columns(seeds: Path) -> None:
    """`to_frame` has one row per article and every feature of the codebook."""
    from bias import codebook

    articles = list(bias.read_articles(seeds))
    frame = bias.to_frame(bias.analyze_many(articles))
    assert len(frame) == len(articles)
    names = {row["name"] for row in codebook.rows()}
    assert names <= set(frame.columns)


def test_unknown_public_name_says_what_there_is() -> None:
    """A misspelt public name is an AttributeError that lists the names."""
    with pytest.raises(AttributeError, match="read_articles"):
        bias.read_artcles  # noqa: B018
