"""Whatever comes in, the readers and the analysis come to an end and keep their promises."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bias.analysis import analyze
from bias.document.article import Article
from bias.document.paragraphs import split_paragraphs
from bias.document.segment import segment
from bias.errors import LexiconError
from bias.inputs import Refusal, read_items, settle
from bias.inputs.lists import read_lexicon
from bias.lists.user import UserLexicon
from bias.outputs import flat_row
from bias.words.cut import find_tokens, tidy

CASES = sorted((Path(__file__).parent / "cases" / "fuzz").glob("*"))
"""Inputs that failed once: `benchmarks/fuzz.py` found them."""

SEEDED = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’s", "(", ")", "[", "…", "...", ". ", "? ", "\n", "\n\n", " ", "U.S. ",
     "he said, ", "READ MORE:", "radical ", "A", "a", "1,000", "\u0301", "\u200b", "\u00ad",
     "\u202e", "😀", "ﷺ", "İ", "\0", "\ufeff", "Ms. Fox ", "<p>", "</div>", "&amp;", "https://a.b/c",
     "@x", "*"]
)  # fmt: skip
LIST_PIECES = st.sampled_from(["%\n", "\t", "\n", ": ", "- ", "[", "*", "a b", "1", "'"])
LIST_TEXTS = st.lists(st.one_of(LIST_PIECES, st.text(max_size=5)), max_size=30).map("".join)
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=8)), max_size=60).map("".join)


@SEEDED
@given(TEXTS)
def test_paragraphs_hold_the_whole_text(text: str) -> None:
    """Cutting into paragraphs loses nothing but white space, and adds nothing."""
    body = tidy(text)
    assert "".join("".join(split_paragraphs(body)).split()) == "".join(body.split())


@SEEDED
@given(TEXTS)
def test_tokens_cover_the_text(text: str) -> None:
    """Tokens come in order, do not overlap, and leave out no letter or digit."""
    text = tidy(text)
    spans = [span for span, _ in find_tokens(text)]
    ends = [0, *(span.end for span in spans)]
    assert all(before <= span.start < span.end for before, span in zip(ends, spans, strict=False))
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert not [sign for place, sign in enumerate(text) if sign.isalnum() and place not in covered]


@SEEDED
@given(TEXTS, TEXTS)
def test_documents_are_sound(headline: str, body: str) -> None:
    """Sentences stand in order inside their paragraphs; quoted stretches inside the text."""
    document = segment(Article(headline=headline, body=body))
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(document.text)
        if sentence.part == "body":
            paragraph = document.paragraphs[sentence.paragraph]
            assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
    starts = [sentence.start for sentence in document.sentences]
    assert starts == sorted(starts)
    for quotation in document.quotations:
        assert 0 <= quotation.start < quotation.end <= len(document.text)


@SEEDED
@given(TEXTS, TEXTS)
def test_records_are_sound(headline: str, body: str) -> None:
    """Every article gives a record: cues are where they say, numbers are in range."""
    record = analyze(Article(headline=headline, body=body * 3), [OWN]).to_dict()
    json.dumps(record, allow_nan=False).encode()
    for cue in record["cues"]:
        assert record["text"][cue["start"] : cue["end"]] == cue["text"]
    shares = [s["bias"] for s in record["sentences"]] + list(record["scores"].values())
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert flat_row(record)["id"] == record["id"]


def _own() -> UserLexicon:
    """Return a list of wildcard phrases that begin alike."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "own.yml")
        path.write_text('x: ["* said", "a* *", "? *", "radical*", "*a*b*"]', "utf-8")
        return read_lexicon(path)


OWN = _own()


@pytest.mark.parametrize(
    "suffix", [".txt", ".html", ".json", ".jsonl", ".csv", ".warc", ".parquet"]
)
@settings(SEEDED, max_examples=25)
@given(data=st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "replace")), st.binary()))
def test_readers_refuse_or_read(suffix: str, data: bytes, tmp_path: Path) -> None:
    """Whatever a file holds, packed or not, each of its items is an article or a refusal."""
    for name, content in ((f"a{suffix}", data), (f"b{suffix}.gz", gzip.compress(data)[:-3])):
        path = tmp_path / name
        path.write_bytes(content)
        items = [settle(item) for item in read_items([path])]
        assert items
        assert all(isinstance(item, Article | Refusal) for item in items)


@SEEDED
@given(
    TEXTS, st.sampled_from(["<p>{}</p>", "<div><b>{}", "<title>{}", "<p title='{}'>x", "<!--{}"])
)
def test_pages_refuse_or_read(text: str, frame: str) -> None:
    """Broken markup around an article is read to the end."""
    from bias.inputs.columns import Columns
    from bias.inputs.page import read_html
    from bias.inputs.record import Origin

    page = f"<html><body>{frame.format(text)}<p>The council met on Monday.</p></body>"
    stream = io.BufferedReader(io.BytesIO(page.encode("utf-8", "replace")))  # type: ignore[arg-type]
    for item in read_html(stream, Origin("a.html", "a"), Columns.of(None)):
        assert isinstance(settle(item), Article | Refusal)


@pytest.mark.parametrize("suffix", [".tsv", ".dic", ".yml"])
@settings(SEEDED, max_examples=25)
@given(text=LIST_TEXTS)
def test_term_lists_are_read_or_refused(suffix: str, text: str, tmp_path: Path) -> None:
    """A term list, whatever is in it, is a list or an error that names its file."""
    path = tmp_path / f"own{suffix}"
    path.write_text(text, "utf-8", errors="replace")
    try:
        read_lexicon(path)
        told = path.name
    except LexiconError as error:
        told = str(error)
    assert path.name in told


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_failed_once(path: Path) -> None:
    """Inputs on which a reader or the analysis once failed are read or refused."""
    for item in read_items([path]):
        article = settle(item)
        if isinstance(article, Article):
            json.dumps(analyze(article, [OWN]).to_dict()).encode()
