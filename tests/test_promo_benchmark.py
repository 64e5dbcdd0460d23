"""The promo-inserts benchmark: joining labels to articles, and the figures."""

import csv
import gzip
import importlib.util
import json
import lzma
import math
import re
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bias.errors import ReadError
from bias.evaluation.promo.baselines import by_cue_phrase, by_phrase_or_shape
from bias.evaluation.promo.calibration import calibration_error, calibration_rows
from bias.evaluation.promo.rows import main_rows, outlet_rows
from bias.evaluation.promo.scores import Figure, Judged
from bias.labelled.inserts import read_bare, read_real

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "benchmarks" / "promo_inserts"


def load_script(name: str) -> ModuleType:
    """Import a script of the benchmark's folder."""
    spec = importlib.util.spec_from_file_location(f"promo_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


join = load_script("join")

ARTICLES = {
    "ferry": ("Board approves the ferry", "The board met.\n\nRELATED: Mill burns\n\nIt voted."),
    "mill": ("Old mill burns down", "The mill burned.\n\nNobody was hurt."),
    "race": ("Rower wins “the long” race", "She won."),
}
REAL = [
    ("ferry", 0, "body", "", "The board met."),
    ("ferry", 1, "promo_story", "off", "RELATED: Mill burns"),
    ("ferry", 2, "body", "", "It voted."),
]
BARE = [
    ("mill", 0, "body", "", "", "", "The mill burned."),
    ("mill", 1, "promo_story", "off", "ferry", "title case", "Board Approves The Ferry"),
    ("mill", 2, "body", "", "", "", "Nobody was hurt."),
    ("mill", 3, "promo_story", "off", "", "", "ROWER WINS “THE LONG” RACE"),
]
ABOUT = [("roles_dev", "ferry", "Harbour Times", "natural", 2)]
ABOUT += [("bare_inserts_dev", "mill", "Harbour Times", "", "")]  # type: ignore[list-item]


@dataclass
class Mini:
    """An invented corpus with published labels."""

    articles: Path
    tables: Path


def write_table(path: Path, header: str, rows: list[tuple[object, ...]]) -> None:
    """Write one published table; the last column of a labelled row is its text's check."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(header.split())
        writer.writerows(rows)


def checked(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Replace the texts by their checks."""
    return [(*row[:-1], join.check_of(row[-1])) for row in rows]


def row_of(name: str) -> dict[str, str]:
    """Return an article as the public corpus has it."""
    title, text = ARTICLES[name]
    about = {"topic": "ferries", "source": "Harbour Times Online", "url": "u", "date": "2021-01-02"}
    return about | {"title": title, "content": "tokenised .", "content_original": text}


@pytest.fixture(params=["files", "shards"])
def mini(tmp_path: Path, request: pytest.FixtureRequest) -> Mini:
    """The corpus in either layout."""
    articles, tables = tmp_path / "articles", tmp_path / "tables"
    tables.mkdir()
    write_table(tables / "articles.tsv", "set article outlet sample annotators", ABOUT)  # type: ignore[arg-type]
    write_table(tables / "roles_dev.tsv", "article paragraph role topic check", checked(REAL))  # type: ignore[arg-type]
    header = "article paragraph role topic headline_of set_as check"
    write_table(tables / "bare_inserts_dev.tsv", header, checked(BARE))  # type: ignore[arg-type]
    if request.param == "files":
        folder = articles / "data" / "jsons"
        folder.mkdir(parents=True)
        for name in ARTICLES:
            (folder / f"{name}.json").write_text(json.dumps(row_of(name)), "utf-8")
    else:
        articles.mkdir()
        with lzma.open(articles / "articles_0.jsonl.xz", "wt", encoding="utf-8") as shard:
            for name in ARTICLES:
                row = row_of(name)
                row["content"] = row.pop("content_original")
                shard.write(json.dumps({"ID": name, **row}) + "\n")
    return Mini(articles, tables)


def test_labels_join_to_the_articles(mini: Mini, tmp_path: Path) -> None:
    """Both sets come back with text, labels and outlet, and the benchmark reads them."""
    assert join.join(mini.articles, tmp_path / "out", mini.tables) == []
    (real,), (bare,) = read_real(tmp_path / "out"), read_bare(tmp_path / "out")
    for labelled, rows in ((real, REAL), (bare, BARE)):
        document = labelled.document
        assert [p.of(document.text) for p in document.paragraphs] == [row[-1] for row in rows]
        assert list(labelled.roles) == [row[2] for row in rows]
        assert [topic or "" for topic in labelled.topics] == [row[3] for row in rows]
        assert labelled.outlet == "Harbour Times"


def test_all_articles_are_there_to_train_with(mini: Mini, tmp_path: Path) -> None:
    """The joined folder holds every article given, in shards, with the text as published."""
    join.join(mini.articles, tmp_path / "out", mini.tables)
    rows = list(join.read_articles(tmp_path / "out" / "article-bias-prediction"))
    texts = {row["ID"]: row["content"] for row in rows}
    assert texts == {name: text for name, (_, text) in ARTICLES.items()}


@pytest.mark.parametrize("paragraph", [0, 2])
def test_a_wrong_paragraph_is_an_error(mini: Mini, tmp_path: Path, paragraph: int) -> None:
    """Text that was not labelled is refused; the message names article and paragraph."""
    rows = checked(REAL)  # type: ignore[arg-type]
    rows[paragraph] = (*rows[paragraph][:-1], "00000000")
    write_table(mini.tables / "roles_dev.tsv", "article paragraph role topic check", rows)
    with pytest.raises(ReadError, match=f"article ferry, paragraph {paragraph}"):
        join.join(mini.articles, tmp_path / "out", mini.tables)


def test_another_number_of_paragraphs_is_an_error(mini: Mini, tmp_path: Path) -> None:
    """An article that was cut otherwise is refused by name."""
    rows = checked(REAL)[:-1]  # type: ignore[arg-type]
    write_table(mini.tables / "roles_dev.tsv", "article paragraph role topic check", rows)
    with pytest.raises(ReadError, match="article ferry: has 3 paragraphs, 2 were labelled"):
        join.join(mini.articles, tmp_path / "out", mini.tables)


def test_what_is_not_there_is_named(mini: Mini, tmp_path: Path) -> None:
    """An article or a headline the corpus lacks is named, and its article left out."""
    rows = checked(BARE)  # type: ignore[arg-type]
    rows[1] = (*rows[1][:4], "gone", *rows[1][5:])
    header = "article paragraph role topic headline_of set_as check"
    write_table(mini.tables / "bare_inserts_dev.tsv", header, rows)
    real = [("lost", *row[1:]) for row in checked(REAL)]  # type: ignore[arg-type]
    write_table(mini.tables / "roles_dev.tsv", "article paragraph role topic check", real)
    missing = join.join(mini.articles, tmp_path / "out", mini.tables)
    assert len(missing) == 2
    assert "lost" in missing[0]
    assert "gone" in missing[1]
    assert read_bare(tmp_path / "out") == []


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    """The message says what is expected."""
    with pytest.raises(ReadError, match="data/jsons"):
        list(join.read_articles(tmp_path))


@pytest.mark.parametrize("name", ["roles_dev", "roles_more", "bare_inserts_dev"])
def test_the_published_tables_hold_labels_and_no_text(name: str) -> None:
    """Every cell is an identifier, a number, a label or a check."""
    rows = join.read_table(f"{name}.tsv")
    places = re.compile(r"([a-z_]+:\d+-\d+(;|$))*")
    assert all(places.fullmatch(row.get("stretches", "")) for row in rows)
    others = {"set_as", "stretches"}
    cells = {cell for row in rows for key, cell in row.items() if key not in others}
    assert not [cell for cell in cells if " " in cell or len(cell) > 16]
    assert {row["article"] for row in rows} == {
        row["article"] for row in join.read_table("articles.tsv") if row["set"] == name
    }


@pytest.mark.parametrize("name", ["roles_dev", "roles_more", "bare_inserts_dev"])
def test_joining_gives_the_annotated_sets_back(data: Path, name: str) -> None:
    """Joined to the corpus at hand, each article there equals the annotated one."""
    corpus = join.read_corpus(data / "article-bias-prediction")
    joined, missing = join.join_set(name, corpus)
    with gzip.open(data / "promo_inserts" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        annotated = {row["id"]: row for row in map(json.loads, lines)}
    elsewhere = sum(row.get("sample") == "hyperpartisan" for row in annotated.values())
    assert len(joined) + len(missing) + elsewhere == len(annotated)
    for row in joined:
        assert row == annotated[row["id"]] | {"topic": row["topic"]}


def judged(*cases: tuple[str, str, str], kind: str = "real") -> list[Judged]:
    """Make judged paragraphs from outlet, gold and given role."""
    return [Judged(kind, *case, None, None, 0.9, 0.1) for case in cases]


def figures(cases: list[Judged]) -> dict[str, Figure]:
    """Return the main rows by name."""
    return {row.measure: row for row in main_rows(cases)}


CASES = judged(
    ("A", "promo_story", "signup"),  # a promo insert, if of another role
    ("A", "promo_media", "body"),
    ("B", "ad", "ad"),
    ("B", "body", "promo_story"),
    ("B", "body", "body"),
    ("B", "body", "body"),
)


def test_figures_are_counted_right() -> None:
    """Precision, recall, F1 and rates of a small table, by hand."""
    found = figures(CASES)
    whole, without = found["promo insert"], found["promo insert, ads left out"]
    assert (whole.precision, whole.recall, whole.n) == pytest.approx((2 / 3, 2 / 3, 3))
    assert (without.precision, without.recall, without.n) == pytest.approx((1 / 2, 1 / 2, 2))
    assert found["role ad"].f1 == 1
    assert found["share of body called promo insert"].f1 == pytest.approx(1 / 3)


def test_what_has_no_case_is_undefined() -> None:
    """No gold and no given case gives NaN, not 0."""
    found = figures(CASES)
    assert math.isnan(found["promo insert, bare_inserts_dev"].f1)
    assert math.isnan(found["role notice"].recall)
    assert not any(name.startswith("topic") for name in found)


def test_intervals_hold_the_figure() -> None:
    """The interval over outlets lies about the figure, and has no width for one outlet."""
    spread = figures(CASES)["promo insert"]
    assert spread.low <= spread.f1 <= spread.high
    alone = figures(judged(("A", "ad", "ad"), ("A", "ad", "body"), ("A", "body", "body")))
    assert alone["promo insert"].low == alone["promo insert"].high == alone["promo insert"].f1


def test_topics_count_the_gold_promo_stories() -> None:
    """The balanced accuracy is the mean recall of both topics."""
    topics = [("on", "on"), ("on", "off"), ("off", "off"), ("off", "off")]
    cases = [Judged("real", "A", "promo_story", "body", *pair) for pair in topics]
    found = figures(cases)
    assert found["topic, balanced accuracy, annotated"].f1 == 0.75
    assert found["topic off, annotated"].precision == pytest.approx(2 / 3)


def test_outlets_come_worst_first_with_their_spread() -> None:
    """Outlets with few inserts have no line; median and worst stand above the others."""
    good = [("A", "ad", "ad")] * 6
    cases = judged(*good, *[("B", "ad", "body")] * 2, *[("B", "ad", "ad")] * 4, ("C", "ad", "ad"))
    rows = list(outlet_rows(cases))
    assert [row.measure for row in rows[-2:]] == ["outlet B", "outlet A"]
    assert {row.measure: row.f1 for row in rows}["outlets, worst of F1"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("stated", "true", "error"),
    [([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0], 0), ([1.0, 1.0], [1, 0], 0.5), ([0.0], [1], 1)],
)
def test_calibration_error_is_the_gap(stated: list[float], true: list[int], error: float) -> None:
    """The error is what was stated less what came true, over tenths."""
    assert calibration_error(np.array(stated), np.array(true, float)) == pytest.approx(error)


def test_calibration_counts_every_paragraph_once() -> None:
    """The tenths of each probability hold all paragraphs in doubt."""
    rows = [row for row in calibration_rows(CASES) if row.measure.startswith("share true")]
    assert sum(row.n for row in rows) == 2 * len(CASES)
    assert all(row.low <= row.f1 <= row.high for row in rows)


@pytest.mark.parametrize(
    ("line", "cue", "shape"),
    [
        ("RELATED: Mayor quits", True, True),
        ("Sign up for our newsletter", True, True),
        ("Mayor Quits After Vote on Ferry", False, True),
        ("Mayor quits after the vote on the ferry", False, False),
        ("The mayor quit on Monday after the vote.", False, False),
        ("", False, False),
    ],
)
def test_baselines_know_phrases_and_shapes(line: str, cue: bool, shape: bool) -> None:
    """The rules find labels, and the second one title case without a full stop."""
    assert by_cue_phrase(line) is cue
    assert by_phrase_or_shape(line) is shape
