"""Texts that come twice are named, near copies too; others are not."""

import json
import random
from pathlib import Path

import pytest

import bias
from bias.cli import main
from bias.outputs.copies import Copies, sketch

WORDS = [f"{a}{b}{c}" for a in "bdfg" for b in ("an", "or", "et") for c in ("us", "a", "ing", "e")]


def story(seed: int, words: int = 300) -> str:
    """Return a story of words drawn at random."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(99)) for _ in range(words))


def lead(text: str) -> str:
    """Return the text behind another beginning."""
    return f"HULL (Bay Press) — {story(99, 20)} {text}"


COPIES = {
    "the same": lambda text: text,
    "capitals and marks": lambda text: f"“{text.upper()}”".replace(" ", ",  "),
    "dateline and lead": lead,
    "cut short": lambda text: text[: len(text) * 7 // 8],
    "a paragraph left out": lambda text: text[:700] + text[1_000:],
    "lines broken": lambda text: text.replace(" ", "\n"),
    "some words changed": lambda text: text.replace("banus", "zzz", 4),
}


@pytest.mark.parametrize("kind", COPIES)
@pytest.mark.parametrize("seed", range(4))
def test_copies_are_found(kind: str, seed: int) -> None:
    """What is nearly the same story is known again among others."""
    copies = Copies()
    for other in range(20):
        assert copies.add(f"o{other}", "", sketch(story(100 + other))) is None
    copies.add("first", "a.csv:1", sketch(story(seed)))
    found = copies.add("second", "b.csv:7", sketch(COPIES[kind](story(seed))))
    assert found
    assert (found.id, found.source, found.of_id, found.of_source) == (
        "second", "b.csv:7", "first", "a.csv:1",
    )  # fmt: skip
    assert found.agree == 1 or kind not in ("the same", "capitals and marks", "lines broken")


@pytest.mark.parametrize("words", [40, 300, 3_000])
def test_other_stories_are_no_copies(words: int) -> None:
    """Stories that share their vocabulary only, or half a page at most, are told apart."""
    copies = Copies()
    for seed in range(100):
        assert copies.add(str(seed), "", sketch(story(seed, words))) is None
    shared = f"{story(500, words)} {story(0, words // 5)}"
    assert copies.add("x", "", sketch(shared)) is None


def test_short_texts_are_left_alone() -> None:
    """A headline or a line is said by many."""
    copies = Copies()
    assert copies.add("a", "", sketch("Ferry runs again")) is None
    assert copies.add("b", "", sketch("Ferry runs again")) is None


def test_what_is_kept_comes_back() -> None:
    """A resumed run knows the stories of the first."""
    copies = Copies()
    copies.add("a", "x:1", sketch(story(1)))
    again = Copies.read(copies.settle().splitlines())
    assert again.settle() == b""
    found = again.add("b", "x:2", sketch(story(1)))
    assert found
    assert found.of_id == "a"


def test_a_run_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard error and the manifest say which article says another's words."""
    rows = [{"id": f"i{n}", "title": "Ferry", "text": story(n % 2)} for n in range(4)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "out"
    assert main(["analyze", str(source), "-o", str(out), "--jobs", "1"]) == 0
    told = capsys.readouterr().err
    assert f"copy: {source}:3 tells {source}:1 again (100 % the same)" in told
    assert "2 articles say nearly the words of an earlier one" in told
    named = json.loads((out / "manifest.json").read_text("utf-8"))["copies"]
    assert named["count"] == 2
    assert [(copy["id"], copy["of_id"]) for copy in named["named"]] == [("i2", "i0"), ("i3", "i1")]


def test_inserts_do_not_make_copies() -> None:
    """What is compared is the story; only its roles decide what that is."""
    from bias.outputs.copies import sketch_of

    analysis = bias.analyze(bias.Article(headline="A", body=story(5)))
    assert sketch_of(analysis.to_dict()) == sketch(story(5))
