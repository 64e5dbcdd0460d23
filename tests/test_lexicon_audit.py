"""The audit of term lists: counts on a made-up corpus, flags, and the lists that ship."""

import json
import lzma
from pathlib import Path

import pandas as pd
import pytest

from bias.cli import main
from bias.evaluation.lexicon_audit import (
    FLAGS,
    audit,
    shipped_audit_lists,
    user_audit_lists,
)
from bias.lists.terms import shipped_list, shipped_names

GENERAL = ("loaded_terms", "epistemology")
"""Features of the lists that are not about headlines or layout."""
MOST_FLAGS = {"overlap": 0, "identity": 0, "topic": 5, "one side": 0, "rarely marked": 0}
"""In the general lists, by `bias lexicon audit --data DATA`, 2026-11-22."""
LIST = "a:\n - bicker*\n - pact\n - zyzzyva\n - democrats\n - harbour\nb: [slam, the board]\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Forty made-up articles a side, and sentences with marks, laid out as the data sets are."""
    folder = tmp_path / "data" / "article-bias-prediction"
    folder.mkdir(parents=True)
    rows = [
        {
            "ID": f"{side}{n}",
            "bias_text": side,
            "url": "",
            "topic": "ports" if n < 4 else f"topic {n % 9}",
            "source": f"{side} outlet {n % 3}",
            "title": "Board Meets",
            "content": "The board met"
            + (" and the crew bickered" if side == "right" else "")
            + (" in the harbour." if n < 4 else ".")
            + ' "A pact," he said.',
        }
        for side in ("left", "center", "right")
        for n in range(40)
    ]
    with lzma.open(folder / "articles_0.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    pd.DataFrame(rows)[["ID", "bias_text", "source"]].to_csv(folder / "index.csv.gz", index=False)
    pd.DataFrame({"source": ["left outlet 0"], "outlet": ["left outlet 1"]}).to_csv(
        folder / "outlets.csv", index=False
    )
    babe = tmp_path / "data" / "babe"
    babe.mkdir()
    sentences = [("The crew bickered.", "['bickered']"), ("The board met.", "[]")] * 20
    frame = pd.DataFrame(sentences, columns=["text", "biased_words"])
    frame["outlet"], frame["label_bias"] = "Harbour Post", "Biased"
    frame.to_csv(babe / "sg2_sentences.csv.gz", index=False)
    return tmp_path / "data"


@pytest.fixture
def table(corpus: Path, tmp_path: Path) -> pd.DataFrame:
    """The audit of a small list, by term."""
    file = tmp_path / "mine.yml"
    file.write_text(LIST, "utf-8")
    rows, _ = audit(user_audit_lists([file]), corpus)
    return rows.set_index("term")


def test_counts(table: pd.DataFrame) -> None:
    """Hits are counted in either voice, rates by side in the outlet's, marks by occurrence."""
    assert table.loc["bicker*", ["hits", "left", "center"]].tolist() == [40, 0, 0]
    assert table.loc["bicker*", "right"] == pytest.approx(1e6 * 40 / (40 * 11 + 4 * 3))
    assert table.loc["pact", ["hits", "left", "right"]].tolist() == [120, 0, 0]
    assert table.loc["bicker*", ["sentences", "marked"]].tolist() == [20, 1]
    assert table.loc["the board", ["sentences", "marked"]].tolist() == [20, 0]


@pytest.mark.parametrize(
    ("term", "flags"),
    [
        ("bicker*", "one side"),
        ("pact", ""),
        ("zyzzyva", "dead"),
        ("democrats", "dead; identity"),
        ("harbour", "topic"),
        ("the board", "rarely marked"),
    ],
)
def test_flags(table: pd.DataFrame, term: str, flags: str) -> None:
    """Each flag is raised for its own fault and no other."""
    assert table.loc[term, "flags"] == flags


def test_entries_of_the_package_are_pointed_out(table: pd.DataFrame) -> None:
    """An entry that a shipped list has too says in which; that alone is no fault."""
    assert "loaded_verbs" in table.loc["slam", "also_in"]
    assert "overlap" not in table.loc["slam", "flags"]


def test_two_lists_of_one_kind_overlap(corpus: Path, tmp_path: Path) -> None:
    """The same entry in two lists of a user's is flagged in both."""
    files = [tmp_path / "one.yml", tmp_path / "two.yml"]
    for file in files:
        file.write_text("a: [pact]", "utf-8")
    rows, summary = audit(user_audit_lists(files), corpus)
    assert rows["flags"].tolist() == ["overlap", "overlap"]
    assert summary["overlap"].tolist() == [1, 1]


def test_the_command_prints_and_saves(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`bias lexicon audit FILE` prints flagged entries and a row a list, and saves every entry."""
    file, out = tmp_path / "mine.yml", tmp_path / "audit.csv"
    file.write_text(LIST, "utf-8")
    assert main(["lexicon", "audit", str(file), "--data", str(corpus), "-o", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "| one side |" in printed
    assert len(pd.read_csv(out)) == 7
    assert main(["lexicon", "audit", str(file), "--data", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize("name", shipped_names())
def test_no_entry_is_hidden_by_its_own_list(name: str) -> None:
    """Every entry of a shipped list has a form that no earlier entry of it takes."""
    seen: set[tuple[str, ...]] = set()
    hidden = []
    for term in shipped_list(name).terms:
        if term.forms() <= seen:
            hidden.append(term.term)
        seen |= term.forms()
    assert hidden == []


def test_lists_of_one_extractor_share_no_entry() -> None:
    """No entry stands in two lists that are matched together, unless grammar tells them apart."""
    homes: dict[tuple[str, str, str], str] = {}
    shared = []
    for item in shipped_audit_lists():
        for term in item.terms if item.feature in GENERAL else ():
            key = (item.feature, term.term, term.pos)
            shared += [term.term] if homes.setdefault(key, item.name) != item.name else []
    assert shared == []


def test_shipped_lists_raise_no_more_flags_than_known(data: Path) -> None:
    """On the labelled data the general lists keep at or below the flags counted when last read."""
    lists = [item for item in shipped_audit_lists() if item.feature in GENERAL]
    _, summary = audit(lists, data)
    counts = {flag: int(summary[flag].sum()) for flag in FLAGS if flag != "dead"}
    assert {flag: count for flag, count in counts.items() if count > MOST_FLAGS[flag]} == {}
