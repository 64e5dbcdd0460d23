"""Models of several labels of one's own: trained, carded, checked, and features of an analysis."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from test_own_model import save, write_labels

import bias
from bias.cli import main
from bias.errors import ModelError, ReadError, UsageError
from bias.models.files import unpack
from bias.own.fit import train
from bias.own.labels import kinds_of

TEXTS = {
    "Sport": "The team won the game by {n} points, and the coach praised every player.",
    "Money": "The bank raised its rates {n} times, and investors sold shares as the market fell.",
    "Weather": "Heavy rain and wind of {n} miles are forecast; a storm may flood the coast.",
}


def labelled(count: int = 24) -> list[tuple[str, str, str]]:
    """Return sentences of three kinds from six outlets."""
    return [
        (text.format(n=n), label, f"outlet {n % 6}")
        for n in range(count)
        for label, text in TEXTS.items()
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table and what `bias train labels` wrote beside it."""
    folder = tmp_path_factory.mktemp("kinds")
    path = write_labels(folder / "labels.csv", labelled())
    call = ["train", "labels", "--data", str(path), "-o", str(folder / "topics.json.gz"), "--quiet"]
    assert main(call) == 0
    return folder


def test_labels_become_features(made: Path) -> None:
    """Each label is a feature named after file and label; they add up to 1, and nothing moves."""
    model = bias.read_model(made / "topics.json.gz")
    assert model.kind == "labels"
    article = bias.Article(headline="Coach Praises Team", body=TEXTS["Sport"].format(n=40) * 3)
    plain, own = bias.analyze(article), bias.analyze(article, model=model)
    chances = {name: own.values[name] for name in own.values if name.startswith("label_")}
    assert list(chances) == ["label_topics_money", "label_topics_sport", "label_topics_weather"]
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=chances.__getitem__) == "label_topics_sport"
    assert own.rating == plain.rating
    assert own.to_dict()["meta"]["model"]["own/topics.json.gz"] == model.digest
    extractor = bias.FeatureExtractor(model=model)
    row = dict(
        zip(extractor.get_feature_names_out(), extractor.transform([article])[0], strict=True)
    )
    assert row["label_topics_sport"] == chances["label_topics_sport"]
    assert bias.to_frame([own])["label_topics_money"].notna().all()


def test_the_card_tells_how_good_it_is(made: Path) -> None:
    """Counts of each label, F1 of each, and two models beside it."""
    card = (made / "topics.md").read_text("utf-8")
    assert "72: 24 labelled Weather, 24 labelled Sport, 24 labelled Money" in card
    for told in ("F1 of Sport", "bag of words", "always the commonest", "whole outlets left out"):
        assert told in card
    assert (made / "topics.png").stat().st_size > 1000


def test_equal_tables_give_equal_bytes(made: Path, tmp_path: Path) -> None:
    """A rerun writes the same model."""
    call = ["train", "labels", "--data", str(made / "labels.csv"), "--quiet", "-o"]
    assert main([*call, str(tmp_path / "topics.json.gz")]) == 0
    one, two = (folder / "topics.json.gz" for folder in (made, tmp_path))
    assert one.read_bytes() == two.read_bytes()


def test_another_language_has_no_label(made: Path) -> None:
    """A text that is not English has undefined labels."""
    text = "Der Rat hat am Montag beschlossen, dass die alte Brücke im Frühjahr erneuert wird. " * 4
    values = bias.analyze(bias.Article(headline="", body=text), model=_model(made)).values
    assert np.isnan(values["label_topics_sport"])


def test_two_labels_and_numbers_are_labels_too(tmp_path: Path) -> None:
    """Two are enough, and 1, 2, 3 are names like others."""
    rows = [(text, "12"[label == "Sport"], outlet) for text, label, outlet in labelled()]
    made = train("labels", write_labels(tmp_path / "n.csv", rows))
    assert made.table.kinds == ("1", "2")
    found = made.figures.set_index(["model", "measure"])["value"]
    assert found["this recipe", "macro F1"] > found["always the commonest", "macro F1"]


def test_what_cannot_be_learnt_is_refused(tmp_path: Path) -> None:
    """One label, a label of too few rows, and --positive beside several."""
    rows = labelled()
    few = write_labels(tmp_path / "few.csv", [*rows, ("A plain sentence of a lake.", "Odd", "o")])
    with pytest.raises(ReadError, match=r"'Odd' \(1\).*At least 20 rows of each"):
        train("labels", few)
    with pytest.raises(ReadError, match="1 different labels"):
        train("labels", write_labels(tmp_path / "one.csv", [(t, "x", o) for t, _, o in rows]))
    with pytest.raises(UsageError, match="Leave --positive out"):
        train("labels", few, positive="Sport")
    with pytest.raises(ReadError, match="bias train labels"):
        train("sentences", few, positive="Sport")
    assert kinds_of(["b", "A", "a"]).names == ("A", "b")


def test_several_models_of_labels_stand_together(made: Path, tmp_path: Path) -> None:
    """Models of labels are told apart by their files; two of one name are refused."""
    model, other = _model(made), tmp_path / "themes.json.gz"
    other.write_bytes((made / "topics.json.gz").read_bytes())
    article = bias.Article(headline="", body=TEXTS["Sport"])
    both = bias.analyze(article, model=[model, bias.read_model(other)])
    assert {"label_topics_sport", "label_themes_sport"} <= both.values.keys()
    with pytest.raises(UsageError, match=r"label_topics_money.*twice"):
        bias.analyze(article, model=[model, model])


@pytest.mark.parametrize("labels", [["a"], ["a", "a"], [f"l{n}" for n in range(51)], "ab"])
def test_files_from_elsewhere_are_not_believed(made: Path, tmp_path: Path, labels: object) -> None:
    """Another number of labels, or none that can be, is refused."""
    record = unpack((made / "topics.json.gz").read_bytes(), "topics")
    with pytest.raises(ModelError):
        bias.read_model(save({**record, "labels": labels}, tmp_path / "bad.json.gz"))


def test_groups_show_them(made: Path, tmp_path: Path) -> None:
    """The columns stand in the flat table of `bias analyze`."""
    rows = pd.DataFrame({"headline": ["Rain"], "body": [TEXTS["Weather"]]})
    rows.to_csv(tmp_path / "news.csv", index=False)
    call = ["analyze", str(tmp_path / "news.csv"), "--model", str(made / "topics.json.gz")]
    assert main([*call, "-o", str(tmp_path / "out.csv"), "--quiet"]) == 0
    assert pd.read_csv(tmp_path / "out.csv")["label_topics_weather"][0] > 0.5


def _model(made: Path) -> "bias.OwnModel":
    return bias.read_model(made / "topics.json.gz")
