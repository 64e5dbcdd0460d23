"""Models of one's own: trained on a table, read back with suspicion, used in an analysis."""

import csv
import gzip
import json
import math
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import bias
from bias.cli import main
from bias.errors import ModelError, ReadError, UsageError
from bias.models.files import LARGEST, pack, shipped
from bias.own.fit import train, write
from bias.own.table import FEWEST, draw_splits, read_table
from bias.rating.rate import FEWEST_WORDS

CALM = "The council of town {n} voted {n} to 4 to repair the old bridge in spring."
LOUD = "These shameless frauds in town {n} betray {n} decent people yet again, what a disgrace!"
ARTICLES, SENTENCES = "articles.json.gz", "sentences.json.gz"

Record = dict[str, Any]


def shipped_record(name: str) -> Record:
    """Return the content of a model that comes with the package."""
    record: Record = json.loads(gzip.decompress(shipped(name).read_bytes()))
    return record


def save(record: Any, path: Path) -> Path:
    """Write a record as a model file."""
    path.write_bytes(gzip.compress(json.dumps(record, default=pack).encode()))
    return path


def write_labels(
    path: Path, rows: list[tuple[Any, ...]], header: str = "text label outlet"
) -> Path:
    """Write a table of labels."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header.split(" "), *rows])
    return path


def labelled(count: int = 30) -> list[tuple[str, int, str]]:
    """Return as many loud sentences as calm ones, from six outlets."""
    return [
        (form.format(n=n), label, f"outlet {n % 6}")
        for n in range(count)
        for form, label in ((CALM, 0), (LOUD, 1))
    ]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sentence model trained by the command on sixty sentences."""
    folder = tmp_path_factory.mktemp("own")
    table = write_labels(folder / "labels.csv", labelled())
    assert main(["train", "sentences", "--data", str(table), "-o", f"{folder}/mine.json.gz"]) == 0
    return folder / "mine.json.gz"


def test_training_writes_model_card_and_plot(own: Path) -> None:
    """The card names data, splits, figures and the model's digest; the plot is an image."""
    card = own.with_name("mine.md").read_text("utf-8")
    model = bias.read_model(own)
    for told in (model.digest, "labels.csv", "30 labelled 1", "6 outlets", "macro F1", "mine.png"):
        assert told in card
    assert own.with_name("mine.png").read_bytes().startswith(b"\x89PNG")
    assert "/" not in card.split("command")[1].split("\n")[0]


def test_training_repeats_byte_for_byte(own: Path, tmp_path: Path) -> None:
    """The same table gives the same three files."""
    trained = train("sentences", own.with_name("labels.csv"))
    for path in write(trained, tmp_path / "mine.json.gz"):
        assert path.read_bytes() == own.with_name(path.name).read_bytes()


def test_own_sentence_model_judges_sentences_only(own: Path) -> None:
    """Sentences get other probabilities, the rating stays, and the record names the model."""
    article = bias.Article(headline="Town Votes", body="\n\n".join([CALM.format(n=3)] * 8))
    plain, mine = bias.analyze(article), bias.analyze(article, model=bias.read_model(own))
    assert [s.bias for s in plain.sentences] != [s.bias for s in mine.sentences]
    assert plain.rating == mine.rating
    assert mine.percentiles["bias"] == plain.percentiles["bias"]
    named = mine.to_dict()["meta"]["model"]
    assert named["own/mine.json.gz"] == bias.read_model(own).digest


def test_own_article_model_gives_the_rating(tmp_path: Path) -> None:
    """A model with another base moves the rating, which then has no percentile."""
    record = shipped_record(ARTICLES)
    record["base"] += 2
    model = bias.read_model(save(record, tmp_path / "mine.json.gz"))
    article = bias.Article(headline="Town Votes", body="\n\n".join([CALM.format(n=3)] * 8))
    plain, mine = bias.analyze(article), bias.analyze(article, model=model)
    assert plain.rating.bias is not None
    assert mine.rating.bias is not None
    assert mine.rating.bias > plain.rating.bias
    assert mine.to_dict()["percentiles"]["bias"] is None
    assert plain.sentences == mine.sentences
    many = next(bias.analyze_many([article], model=[model]))
    assert many.rating == mine.rating


@pytest.mark.parametrize("name", [ARTICLES, SENTENCES])
def test_shipped_models_pass(name: str, tmp_path: Path) -> None:
    """What comes with the package is understood, and changes nothing."""
    path = tmp_path / name
    path.write_bytes(shipped(name).read_bytes())
    article = bias.read_article("seeds/opinion-column.txt")
    plain, same = bias.analyze(article), bias.analyze(article, model=bias.read_model(path))
    assert plain.rating == same.rating
    assert plain.sentences == same.sentences


def _set(*keys: Any, to: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        for key in keys[:-1]:
            record = record[key]
        record[keys[-1]] = to

    return change


EARLIER = {
    "articles": {
        "format": "bias-articles", "version": 1, "features": ["loaded_terms_per_100_words"],
        "centre": [1.0], "scale": [2.0], "weights": [0.5], "base": -0.25,
        "refits": [[-0.25, 0.5]] * 20, "wording": {"base": 0.5, "words": {"vile": 1.25}},
    },
    "sentences": {
        "format": "bias-sentences", "version": 2,
        "biased": {
            "wording": {"base": -1.0, "words": {"vile": 2.0}, "pairs": {"vile": {"plan": 0.5}}},
            "loaded": {"vile": 1.5}, "peak_weights": [0.25, 0.75],
        },
        "partisan": {"base": 0.0, "words": {"plan": -0.125}, "pairs": {}},
    },
}  # fmt: skip


def test_article_models_of_the_last_version_are_read(tmp_path: Path) -> None:
    """Its words stood by themselves; every number is the same."""
    model = bias.read_model(save(EARLIER["articles"], tmp_path / "mine.json.gz")).articles
    assert model is not None
    assert (model.features, model.weights) == (("loaded_terms_per_100_words",), (0.5,))
    assert (model.wording.base, dict(model.wording.words)) == (0.5, {"vile": 1.25})


def test_sentence_models_of_the_last_version_are_read(tmp_path: Path) -> None:
    """The same for words, pairs and loaded words."""
    model = bias.read_model(save(EARLIER["sentences"], tmp_path / "mine.json.gz")).sentences
    assert model is not None
    assert (dict(model.biased.loaded), model.biased.peak_weights) == ({"vile": 1.5}, (0.25, 0.75))
    assert dict(model.biased.wording.pairs) == {"vile": {"plan": 0.5}}
    assert dict(model.partisan.words) == {"plan": -0.125}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("biased", "loaded", "vile", to=None), "expected a number"),
        (_set("biased", "loaded", to=[]), "an object of numbers"),
        (_set("biased", "loaded", "zzyzx", to=1.0), "does not know: zzyzx"),
        (_set("partisan", "pairs", to=[]), "expected an object"),
        (_set("partisan", "pairs", to={"vile": {"plan": "1"}}), "expected a number"),
        (_set("code", to="import os"), "nobody here understands"),
    ],
    ids=["null", "a list", "an unknown word", "pairs in a list", "text", "a field"],
)
def test_spoilt_models_of_the_last_version_are_refused(
    change: Callable[[Record], None], told: str, tmp_path: Path
) -> None:
    """The same suspicion as with those of today."""
    record = json.loads(json.dumps(EARLIER["sentences"]))
    change(record)
    with pytest.raises(ModelError, match=told):
        bias.read_model(save(record, tmp_path / "mine.json.gz"))


def test_model_travels_to_other_processes(tmp_path: Path) -> None:
    """A pickled model is its file's bytes, read and checked again."""
    model = bias.read_model(save(shipped_record(ARTICLES), tmp_path / "mine.json.gz"))
    again = pickle.loads(pickle.dumps(model))
    assert (again.name, again.digest, again.articles) == (model.name, model.digest, model.articles)


def _loaded(numbers: Any = (1,), weights: Sequence[float] = (0.5,)) -> Callable[[Record], None]:
    """Return what puts other loaded words into a record."""
    arrays = {"numbers": np.array(numbers), "weights": np.array(weights)}
    return _set("biased", "loaded", to=arrays)


def _array(**parts: Any) -> Callable[[Record], None]:
    """Return what spoils an array."""
    array = pack(np.array([0.5])) | parts
    return _set("biased", "loaded", to={"numbers": np.array([1]), "weights": array})


SPOILT = {
    "another format": (ARTICLES, _set("format", to="bias-roles"), "this version reads"),
    "a later version": (ARTICLES, _set("version", to=99), "this version reads"),
    "an unknown field": (ARTICLES, _set("code", to="import os"), "nobody here understands"),
    "an unknown feature": (ARTICLES, _set("features", 0, to="mood"), "does not measure"),
    "features that are no names": (ARTICLES, _set("features", 0, to=[1]), "names"),
    "a number too few": (ARTICLES, lambda r: r["weights"].pop(), "expected a list"),
    "a refit too short": (ARTICLES, lambda r: r["refits"][0].pop(), "expected a list"),
    "few refits": (ARTICLES, lambda r: r.update(refits=r["refits"][:19]), "list of 20 to"),
    "a version as text": (ARTICLES, _set("version", to="1"), "this version reads"),
    "a tiny scale": (ARTICLES, _set("scale", 0, to=5e-324), "at least 1e-06"),
    "NaN": (ARTICLES, _set("base", to=float("nan")), "NaN"),
    "infinity": (ARTICLES, _set("base", to=float("inf")), "Infinity"),
    "a huge number": (ARTICLES, _set("base", to=1e300), "either way"),
    "text for a number": (ARTICLES, _set("centre", 0, to="1"), "expected a number"),
    "true for a number": (ARTICLES, _set("centre", 0, to=True), "expected a number"),
    "a scale of 0": (ARTICLES, _set("scale", 0, to=0), "at least 1e-06"),
    "words in a list": (ARTICLES, _set("wording", "words", to=[1]), "expected an object"),
    "peaks of another shape": (SENTENCES, _set("biased", "peak_weights", to=[1]), "list of 2"),
    "pairs in a list": (SENTENCES, _set("partisan", "pairs", to=[]), "expected an object"),
    "an infinite weight": (SENTENCES, _loaded(weights=[math.inf]), "not at most"),
    "a weight too few": (SENTENCES, _loaded(weights=[]), "of shape"),
    "a word twice": (SENTENCES, _loaded([1, 1], [0.5, 1.0]), "a word twice"),
    "an unknown word": (SENTENCES, _loaded([10**6]), "does not know"),
    "a word that is none": (SENTENCES, _loaded([0]), "does not know"),
    "half a word": (SENTENCES, _loaded([0.5]), "does not know"),
    "words in rows": (SENTENCES, _loaded([[1, 2]]), "of shape"),
    "a word too few": (
        SENTENCES,
        _set("partisan", "pairs", "first", to=np.array([1, 2])),
        "of shape",
    ),
    "an array of objects": (SENTENCES, _array(array="|O"), "of type"),
    "an array too long": (SENTENCES, _array(shape=[10**12]), "no array"),
    "an array of no shape": (SENTENCES, _array(shape="x"), "no array"),
    "an array that is cut off": (SENTENCES, _array(data="AAA"), "no array"),
    "an array that is a number": (SENTENCES, _array(data=3), "no array"),
    "too many digits": (SENTENCES, _array(digits=400), "of type"),
}


@pytest.mark.parametrize("case", SPOILT)
def test_refuses_what_it_does_not_understand(case: str, tmp_path: Path) -> None:
    """A spoilt model is refused with the file's name and what is wrong."""
    name, spoil, told = SPOILT[case]
    record = shipped_record(name)
    spoil(record)
    path = save(record, tmp_path / "spoilt.json.gz")
    with pytest.raises(ModelError, match=rf"spoilt\.json\.gz.*{told}"):
        bias.read_model(path)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x80\x04\x95pickle", "gzipped JSON"),
        (gzip.compress(b"{" * 10), "gzipped JSON"),
        (gzip.compress(b"[" * 30_000), "gzipped JSON"),
        (gzip.compress(b"[1]"), "expected an object"),
        (gzip.compress(b" " * (LARGEST + 2)), "unpacks to more"),
        (gzip.compress(b'{"format": "bias-articles"}')[:-9], "gzipped JSON"),
        (gzip.compress(b"[" + b"{}," * 100_000 + b"{}]"), "brackets"),
        (gzip.compress(b'{"base": 1, "base": 2}'), "stands twice"),
    ],
    ids=["pickle", "no JSON", "deep", "a list", "a bomb", "cut off", "objects", "twice"],
)
def test_refuses_files_that_are_no_model(data: bytes, told: str, tmp_path: Path) -> None:
    """A file that is no model, or a trap, is refused and nothing of it is run."""
    path = tmp_path / "bad.json.gz"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=told):
        bias.read_model(path)


def test_one_model_of_each_kind(own: Path) -> None:
    """Two models of sentences, or something that is no model, are refused."""
    article, model = bias.Article(body="The council met."), bias.read_model(own)
    with pytest.raises(UsageError, match="two models of sentences"):
        bias.analyze(article, model=[model, model])
    with pytest.raises(UsageError, match="read_model"):
        bias.analyze(article, model=["mine.json.gz"])  # type: ignore[list-item]


def test_command_line_takes_a_model(own: Path, tmp_path: Path) -> None:
    """`bias analyze --model` names the model in the record; a missing file is wrong usage."""
    out = tmp_path / "out.jsonl"
    arguments = ["analyze", "seeds/calm-wire.txt", "-o", str(out), "--quiet", "--jobs", "1"]
    assert main([*arguments, "--model", str(own)]) == 0
    record = json.loads(out.read_text("utf-8"))
    assert "own/mine.json.gz" in record["meta"]["model"]
    assert main([*arguments, "--model", str(tmp_path / "none.json.gz")]) == 2


REFUSED = {
    "too few of a class": (labelled(FEWEST - 1), "At least"),
    "one class": ([(CALM.format(n=n), 0, "") for n in range(60)], "0 rows labelled 1"),
    "a label that is no number": ([*labelled(), ("Plain words.", "maybe", "")], ":61: the label"),
    "a label above 1": ([*labelled(), ("Plain words.", 2, "")], ":61: the label is '2'"),
    "no label": ([*labelled(), ("Plain words.", "", "")], ":61: the label is ''"),
    "one text, two labels": ([*labelled(), (CALM.format(n=0), 1, "")], ":61: the text of .*:1 "),
    "no text": ([*labelled(), ("", 1, "x")], ":61: neither headline nor body"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_tables_that_cannot_teach_are_refused(case: str, tmp_path: Path) -> None:
    """The error names the row and what is allowed."""
    rows, told = REFUSED[case]
    path = write_labels(tmp_path / "labels.csv", list(rows))
    with pytest.raises(ReadError, match=told):
        read_table(path, {})


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """Without a column for text or labels the error says which are there."""
    path = write_labels(tmp_path / "labels.csv", labelled(), "text verdict outlet")
    with pytest.raises(ReadError, match=r"no column 'label'.*verdict"):
        read_table(path, {})
    assert len(read_table(path, {}, "Verdict").share) == 60
    path = write_labels(tmp_path / "labels.csv", labelled(), "words label outlet")
    with pytest.raises(ReadError, match="body"):
        read_table(path, {})


def test_duplicates_are_told_and_left_out(tmp_path: Path) -> None:
    """The same text with the same label counts once."""
    path = write_labels(tmp_path / "labels.csv", [*labelled(), *labelled(1)])
    table = read_table(path, {})
    assert len(table.share) == 60
    assert [note.split(": ")[1].split(":")[-1] for note in table.notes] == ["61", "62"]


def test_shares_of_annotators(tmp_path: Path) -> None:
    """Labels between 0 and 1 are shares for sentences and refused for articles."""
    rows = [(text, 0.8 if label else 0.2, outlet) for text, label, outlet in labelled()]
    path = write_labels(tmp_path / "labels.csv", rows)
    assert read_table(path, {}, shares=True).biased.sum() == 30
    with pytest.raises(ReadError, match="allowed is 0 or 1"):
        read_table(path, {})


def test_outlets_are_left_out_whole() -> None:
    """No outlet is on both sides of a fold; where outlets are too few, the card says so."""
    import numpy as np

    labels = np.arange(60) % 2 == 0
    groups = tuple(f"outlet {n // 2 % 6}" for n in range(60))
    splits, told = draw_splits(labels, groups)
    names = np.array(groups)
    assert all(set(names[i]).isdisjoint(names[o]) for i, o in splits)
    assert "6 outlets" in told
    assert "too few" in draw_splits(labels, ("one",) * 60)[1]
    assert "no outlets" in draw_splits(labels, ())[1]


def test_article_models_are_trained_too(tmp_path: Path) -> None:
    """Forty articles give a model that tells loud ones from calm ones."""
    rows = []
    for n in range(22):
        for form, label in ((CALM, 0), (LOUD, 1)):
            body = " ".join(form.format(n=10 * n + i) for i in range(4))
            rows.append(("", body, label, f"outlet {n % 6}"))
    rows.append(("Short", "Too short to rate.", 0, "outlet 0"))
    path = write_labels(tmp_path / "labels.csv", rows, "headline body label outlet")
    trained = train("articles", path)
    assert any(f"fewer than {FEWEST_WORDS} words" in note for note in trained.table.notes)
    model = bias.read_model(write(trained, tmp_path / "mine.json.gz")[0])
    loud, calm = (
        bias.analyze(bias.Article(body=row[1]), model=model).rating.bias for row in rows[1::-1]
    )
    assert loud is not None
    assert calm is not None
    assert calm < 0.5 < loud


def test_models_need_their_suffix(tmp_path: Path) -> None:
    """A model's name ends in `.json.gz`, and so does not take that of its card."""
    table = write_labels(tmp_path / "labels.csv", labelled())
    assert main(["train", "sentences", "--data", str(table), "-o", f"{tmp_path}/mine.md"]) == 2
    assert main(["train", "sentences", "--data", str(tmp_path), "-o", f"{tmp_path}/a.json.gz"]) == 2
