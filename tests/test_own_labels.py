"""Labels in words, rows that the shipped model has read, and signs of life while training."""

from pathlib import Path

import pytest
from test_own_model import CALM, labelled, write_labels

from bias.cli import main
from bias.cli.steps import Steps
from bias.errors import ReadError, UsageError
from bias.labelled.marks import marked_sentences
from bias.models import seen
from bias.models.seen import OPENING, hashes_of, learnt_from, text_hash
from bias.own.fit import UNREAD, train
from bias.own.overlap import overlap_of
from bias.own.table import FEWEST, read_table


def in_words(path: Path, yes: str = "Biased", no: str = "Non-biased") -> Path:
    """Write a table whose labels are words."""
    rows = [(text, yes if label else no, outlet) for text, label, outlet in labelled()]
    return write_labels(path, rows)


def test_words_are_labels(tmp_path: Path) -> None:
    """The named word is 1, the only other one 0, capitals or not."""
    numbers = read_table(write_labels(tmp_path / "n.csv", labelled()), {})
    words = read_table(in_words(tmp_path / "w.csv"), {}, positive="biased")
    assert words.share.tolist() == numbers.share.tolist()
    assert words.words is not None
    assert words.words.negative == "Non-biased"


def test_a_third_word_is_left_out_when_both_are_named(tmp_path: Path) -> None:
    """Rows on which nobody agreed are told and do not count; which word is 0 is never guessed."""
    rows = [(text, "yes" if label else "no", outlet) for text, label, outlet in labelled()]
    rows.append(("A plain sentence about the harbour.", "No agreement", "outlet 1"))
    path = write_labels(tmp_path / "labels.csv", rows)
    with pytest.raises(ReadError, match=r"'No agreement' \(1\).*--negative WORD"):
        read_table(path, {}, positive="yes")
    table = read_table(path, {}, positive="Yes", negative="no")
    assert len(table.share) == len(rows) - 1
    assert table.notes == (f"left out: {path}:61: the label is 'No agreement'",)


def test_words_that_stand_nowhere_are_refused(tmp_path: Path) -> None:
    """A slip of the pen is no empty class; numbers say how words are given."""
    path = in_words(tmp_path / "labels.csv")
    with pytest.raises(
        ReadError, match=r"no row has the label 'bias' of --positive.*'Biased' \(30"
    ):
        read_table(path, {}, positive="bias")
    with pytest.raises(ReadError, match="--positive WORD"):
        read_table(path, {})
    with pytest.raises(UsageError, match="Give --positive"):
        train("sentences", path, negative="no")


def test_an_empty_label_is_still_refused(tmp_path: Path) -> None:
    """Words or not, a row without a label is a fault of the table."""
    rows = [(text, "y" if label else "n", outlet) for text, label, outlet in labelled()]
    path = write_labels(tmp_path / "labels.csv", [*rows, ("Plain words.", "", "")])
    with pytest.raises(ReadError, match=r":61: the label is ''"):
        read_table(path, {}, positive="y")


def test_the_card_repeats_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command line takes the words, says what it does while it works, and cards them."""
    path, out = in_words(tmp_path / "labels.csv"), tmp_path / "mine.json.gz"
    arguments = ["train", "sentences", "--data", str(path), "-o", str(out), "--positive", "BIASED"]
    assert main(arguments) == 0
    told = capsys.readouterr()
    for doing in ("reading sentences", "testing on rows left out", "fitting", "drawing"):
        assert f"bias: {doing}" in told.err
        assert doing not in told.out
    assert "warning" not in told.err
    assert "--positive 'BIASED' --negative 'Non-biased'" in (tmp_path / "mine.md").read_text()
    assert main([*arguments, "--quiet"]) == 0
    assert "testing" not in capsys.readouterr().err


def test_steps_write_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    """A log gets a line a step, not one an article."""
    with Steps() as steps:
        for done in range(1000):
            steps.told("measuring", done, 1000)
        steps.told("fitting", 0, 1)
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["bias: measuring: 0 of 1000 (0 s)", "bias: fitting (0 s)"]


def test_layout_does_not_hide_a_text() -> None:
    """Case, marks, spacing and what stands below do not change a hash; other words do."""
    words = " ".join(["The harbour board met on a Tuesday in spring and voted"] * 12)
    assert text_hash(f"“{words.upper()}”\n\nShare this") == text_hash(words)
    assert text_hash(f"Not {words}") != text_hash(words)
    assert text_hash("— … “”") is None
    assert sum(map(str.isalnum, words)) > OPENING


def test_rows_that_the_shipped_model_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted, the warning says so, and the other rows have figures of their own."""
    rows = labelled(FEWEST + 10)
    known = hashes_of(text for text, *_ in rows[: 2 * 10])
    monkeypatch.setattr(seen, "_shipped", lambda kind: frozenset(known.tolist()))
    path = write_labels(tmp_path / "labels.csv", rows)
    trained = train("sentences", path)
    assert trained.warning is not None
    assert trained.warning.startswith("20 of 60 rows (33 %) are texts that the shipped model")
    unread = trained.figures[trained.figures["model"].str.endswith(UNREAD)]
    assert set(unread["n"]) == {40}
    assert len(unread) * 2 == len(trained.figures)
    few = overlap_of("sentences", read_table(write_labels(path, rows[: 2 * FEWEST]), {}))
    assert not few.enough
    assert "too few other rows" in str(few.warning)


def test_nothing_is_said_of_new_texts() -> None:
    """Sentences made up for a test were in no training."""
    assert not learnt_from("sentences", [CALM.format(n=n) for n in range(1000)]).any()
    assert not learnt_from("articles", ["", "…", CALM]).any()


def test_all_that_was_learnt_from_is_known(data: Path) -> None:
    """Each sentence and each article of the training parts is found again, in either form."""
    from bias.training.seen import article_texts

    assert learnt_from("sentences", marked_sentences(data)["text"]).all()
    assert learnt_from("articles", article_texts(data)).all()
