"""Sheets that people mark on, and how far they agree."""

import csv
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from browser import SCREEN, Visit

import bias
from bias.cli import main
from bias.coding.agreement import agreement, alphas, f1s, kappas
from bias.coding.items import items_of
from bias.coding.read import Mark, read_sheets
from bias.coding.tables import disagreements, labels
from bias.coding.tool import marks_of
from bias.document.segment import segment
from bias.errors import ReadError, UsageError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEADLINE = "Council Slams Bridge Plan"
BODY = 'The plan is a disgrace. "It is a sham," Ms. Ode said.\n\nREAD MORE: Ferry Sinks'
KRIPPENDORFF = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
"""Krippendorff (2011), Computing Krippendorff's alpha-reliability, part C; nominal: 0.743."""
NUMBERED = dict(zip("12345", ("body", "subhead", "ad", "credit", "notice"), strict=True))


@pytest.fixture
def article() -> bias.Article:
    """A headline, a judging sentence, a quotation, an insert."""
    return bias.Article(id="a", headline=HEADLINE, body=BODY)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles."""
    (tmp_path / "a.txt").write_text(f"{HEADLINE}\n\n{BODY}\n", "utf-8")
    (tmp_path / "b.txt").write_text("Bridge Opens\n\nIt is open. It is new.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a sheet."""
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def fill(sheet: Path, out: Path, biased: str, words: str, article: str) -> Path:
    """Write a sheet filled in: the sentences that are biased begin so, and the words in them."""
    rows = rows_of(sheet)
    for row in rows:
        is_biased = row["kind"] == "sentence" and row["text"].startswith(biased)
        row["label"] = {"article": article, "sentence": "plain"}.get(row["kind"], "body")
        row |= {"label": "biased", "words": words} if is_biased else {}
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return out


def test_items_are_the_analysis_own(article: bias.Article) -> None:
    """The article, its paragraphs and sentences, cut and named as elsewhere."""
    analysis = bias.analyze(article)
    items = [*items_of(segment(article))]
    assert items[0].name == "a"
    assert items[0].text == HEADLINE
    named = {item.name for item in items}
    for unit in ("sentence", "paragraph"):
        assert {item for _, item, _ in bias.nltk.coded(analysis, unit=unit)} <= named
    for item in items[1:]:
        assert analysis.text[item.start : item.end] == item.text


def test_a_sheet_tells_nothing_of_the_tool(folder: Path) -> None:
    """What is to fill in is empty."""
    assert main(["annotate", "a.txt", "b.txt", "-o", "sheet.csv", "--quiet", "--jobs", "1"]) == 0
    rows = rows_of(folder / "sheet.csv")
    assert {row["kind"] for row in rows} == {"article", "paragraph", "sentence"}
    assert all(row["label"] == row["words"] == row["coder"] == "" for row in rows)


def test_agreement_is_told_end_to_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sheets in, a table out; the tool is one more; labels are what `bias train` takes."""
    main(["annotate", "a.txt", "b.txt", "-o", "sheet.csv", "--quiet", "--jobs", "1"])
    sheet = folder / "sheet.csv"
    fill(sheet, folder / "ana.csv", "The plan", "disgrace", "biased")
    fill(sheet, folder / "bo.csv", "The plan", "a disgrace | plan", "plain")
    articles = ["--articles", "a.txt", "--articles", "b.txt"]
    assert main(["agree", "ana.csv", "bo.csv", *articles, "-o", "out"]) == 0
    told = capsys.readouterr().out
    assert "| sentence | kappa | ana and bias |" in told
    table = {
        (r["unit"], r["measure"], r["coders"]): r for r in rows_of(folder / "out" / "agreement.csv")
    }
    assert float(table["sentence", "kappa", "ana and bo"]["value"]) == 1
    assert float(table["article", "agree", "ana and bo"]["value"]) == 0
    assert float(table["word", "f1", "ana and bo"]["value"]) == pytest.approx(0.5)
    found = rows_of(folder / "out" / "disagreements.csv")
    assert HEADLINE in {row["text"] for row in found}
    shares = {row["body"]: float(row["label"]) for row in rows_of(folder / "out" / "labels.csv")}
    assert shares["The plan is a disgrace."] == 1.0
    assert shares["It is open."] == 0.0


def test_alpha_is_krippendorffs() -> None:
    """His worked example with missing values, through the whole of it."""
    marks = [
        Mark(coder, f"a:{unit}-9", "paragraph", "", NUMBERED[value], ())
        for coder, row in zip("ABCD", KRIPPENDORFF.split("\n")[1:], strict=False)
        for unit, value in enumerate(row.split())
        if value != "."
    ]
    table = agreement(marks).set_index(["measure", "coders"])
    assert table.loc[("alpha", "all"), "value"] == pytest.approx(0.743, abs=0.0005)
    assert table.loc[("alpha", "all"), "items"] == 11
    low, high = table.loc[("alpha", "all"), ["low", "high"]]
    assert low < 0.743 < high


def test_sums_give_what_nltk_gives() -> None:
    """The measures that intervals are drawn of are NLTK's."""
    from nltk.metrics.agreement import AnnotationTask

    random = np.random.default_rng(5)
    first, second = random.integers(0, 3, 60), random.integers(0, 3, 60)
    second[:30] = first[:30]
    triples = [
        (c, str(n), str(v)) for c, row in (("x", first), ("y", second)) for n, v in enumerate(row)
    ]
    task = AnnotationTask(triples)
    tables = np.zeros((1, 3, 3))
    np.add.at(tables[0], (first, second), 1)
    assert kappas(tables)[0] == pytest.approx(task.kappa_pairwise("x", "y"))
    totals = np.bincount(np.concatenate([first, second]), minlength=3)
    sums = np.array([[*totals, 2.0 * (first != second).sum()]])
    assert alphas(sums)[0] == pytest.approx(task.alpha())
    precision = (second[first == 1] == 1).sum() / (first == 1).sum()
    recall = (first[second == 1] == 1).sum() / (second == 1).sum()
    assert f1s(tables, 1)[0] == pytest.approx(2 * precision * recall / (precision + recall))


def test_where_nobody_differs_nothing_is_claimed() -> None:
    """One label throughout is no agreement beyond chance: NaN, and no warning."""
    marks = [Mark(c, f"a:{n}-9", "sentence", "It is.", "plain", ()) for c in "AB" for n in range(3)]
    table = agreement(marks).set_index(["unit", "measure"])
    assert math.isnan(table.loc[("sentence", "alpha"), "value"])
    assert math.isnan(table.loc[("sentence", "kappa"), "value"])
    assert table.loc[("sentence", "agree"), "value"] == 1
    assert agreement([]).empty
    assert disagreements(marks).empty
    assert len(labels(marks)) == 3


def test_the_tool_marks_the_outlets_words(article: bias.Article) -> None:
    """Not what it quotes."""
    marks = {mark.item: mark for mark in marks_of(bias.analyze(article))}
    said = [span.of(mark.text) for mark in marks.values() for span in mark.words]
    assert {"Slams", "disgrace"} <= set(said)
    assert "sham" not in said
    assert marks["a"].label == ""  # too short to rate


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("item,kind,text\na,article,x\n", "label"),
        ("item,kind,text,label\na,article,x,maybe\n", "line 2.*biased, plain"),
        ("item,kind,text,label\na,verse,x,plain\n", "line 2.*verse"),
        ("item,kind,text,label,words\na:0-2,sentence,It is.,plain,was\n", "line 2.*'was'"),
        (b"item,kind,text,label\n\xff\xfe\x00", "read as a sheet"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_told(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    """With file, line, what came and what is allowed."""
    path = tmp_path / "ana.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ReadError, match=said):
        read_sheets([path])


def test_one_person_marks_one_sheet(tmp_path: Path) -> None:
    """Two sheets of a name are refused, and so are two articles of an id."""
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path in paths:
        path.write_text("item,kind,text,label,coder\na,article,x,plain,Ana\n", "utf-8")
    with pytest.raises(UsageError, match="Ana"):
        read_sheets(paths)
    (tmp_path / "t.csv").write_text("id,headline,body\na,A,B.\na,C,D.\n", "utf-8")
    arguments = ["annotate", str(tmp_path / "t.csv"), "--quiet", "--jobs", "1", "-o"]
    assert main([*arguments, str(tmp_path / "s.html")]) == 2
    assert main([*arguments, str(tmp_path / "s.txt")]) == 2


@pytest.fixture
def sheet(browser: "Browser", folder: Path) -> "Iterator[Page]":
    """A page to mark on; hostile text is text."""
    evil = "<script>window.hacked=1</script> The plan."
    (folder / "evil.txt").write_text(f"Bridge {evil}\n\nIt is {evil}\n", "utf-8")
    inputs = ["a.txt", "b.txt", "evil.txt"]
    assert main(["annotate", *inputs, "-o", "sheet.html", "--quiet", "--jobs", "1"]) == 0
    with Visit(browser, folder / "sheet.html", viewport=SCREEN) as page:
        yield page


def test_a_page_is_for_everybody(sheet: "Page") -> None:
    """The accessibility checker finds nothing; a phone needs no scrolling sideways."""
    from axe_playwright_python.sync_playwright import Axe

    sheet.set_viewport_size({"width": 360, "height": 780})
    assert [found["id"] for found in Axe().run(sheet).response["violations"]] == []
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_filled_in_comes_back_whole(sheet: "Page", folder: Path) -> None:
    """By pointer and by keyboard, after a reload, as a table that `bias agree` reads."""
    sheet.locator("#coder").fill("Ana Lind")
    judged = sheet.locator(".s", has_text="The plan is a disgrace")
    judged.locator("input").check()
    judged.locator(".w", has_text="disgrace").click()
    judged.locator(".t").focus()
    for key in ("ArrowLeft", "ArrowLeft", "Enter"):
        sheet.keyboard.press(key)
    sheet.locator("select").nth(1).select_option("promo_story")
    whole = sheet.locator(".whole").first
    whole.get_by_text("biased", exact=True).click()
    whole.locator(".note").fill('heated, "very"')
    whole.locator(".read").check()
    sheet.reload()
    assert sheet.locator("#done").inner_text() == "1 of 3 read"
    with sheet.expect_download() as saved:
        sheet.locator("#save").click()
    path = folder / saved.value.suggested_filename
    assert path.name == "marks-Ana-Lind.csv"
    saved.value.save_as(path)
    assert sheet.evaluate("window.hacked") is None
    marks = {mark.item: mark for mark in read_sheets([path])}
    main(["annotate", "a.txt", "b.txt", "evil.txt", "-o", "sheet.csv", "--quiet", "--jobs", "1"])
    rows = rows_of(folder / "sheet.csv")
    assert {row["item"]: row["text"] for row in rows} == {m.item: m.text for m in marks.values()}
    by_text = {mark.text: mark for mark in marks.values()}
    disgrace = by_text["The plan is a disgrace."]
    assert disgrace.label == "biased"
    assert [span.of(disgrace.text) for span in disgrace.words] == ["a disgrace"]
    assert by_text["READ MORE: Ferry Sinks"].label in ("promo_story", "plain")
    assert marks["a"].label == "biased"
    assert marks["b"].label == ""
    assert by_text["It is open."].label == ""
    assert {mark.coder for mark in marks.values()} == {"Ana Lind"}
    assert {row["note"] for row in rows_of(path)} == {"", 'heated, "very"'}
