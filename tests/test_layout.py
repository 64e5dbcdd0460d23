"""The same text laid out, broken at a margin, in one line and as Markdown: one rating."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bias
from bias.document.article import Article
from bias.document.paragraphs import split_paragraphs
from bias.document.segment import segment
from bias.document.wrapped import is_wrapped, rejoined
from bias.inputs.markdown import parted, plain
from bias.inputs.top import MOST_HEADLINE
from bias.training.articles import FILE, read_lines

TITLE = "Council Closes the Old Bridge Until Spring"
PARAGRAPHS = (
    "The council voted on Monday to close the old bridge until spring, when repairs are due to "
    "begin. Two members were absent.",
    "“This is an absolute disgrace, and the people of this town will remember it,” said Ada Quill, "
    "who owns a shop beside the river.",
    "The repairs will cost $4 million. The state pays half of it, and the town will borrow the "
    "rest over 20 years, the mayor said.",
)
VERSE = (
    "The river rose above the stair\nAnd took the bridge away\n"
    "We stood and watched it from the square\n"
)
POINTS = (
    "Bring these to the shelter:\nwater for three days\na torch\n"
    "blankets for everybody in the house\nyour papers"
)
TALK = (
    "The Court: Please state your name for the record.\nThe Witness: My name is Ada Quill, sir.\n"
    "Mr. Penn: Where were you on the night of the flood?\nThe Witness: I was beside the bridge.\n"
    "Mr. Penn: No further questions, your honour, today."
)
MARKDOWN = f"""# {TITLE}

![A bridge](bridge.jpg "The bridge")

The [council](https://town.example/c_(x)) **voted** on Monday to close the *old bridge* until \
spring, when repairs are due to begin. Two members were absent.

---

“This is an __absolute disgrace__, and the people of [this town][1] will remember it,” said \
_Ada Quill_, who owns a shop beside the river.

The repairs will cost \\$4 million. The `state` pays half of it, and the town will borrow the \
~~rest~~ over 20 years, the mayor said.
"""


def fill(paragraph: str, width: int = 70) -> str:
    """Break a paragraph at a margin."""
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)


def real_articles(data: Path, count: int) -> list[tuple[str, list[str]]]:
    """Return titles and paragraphs of labelled articles."""
    rows = read_lines(data / FILE)
    return [
        (row["title"] or "", [" ".join(p.split()) for p in row["paragraphs"]])
        for row, _ in zip(rows, range(count), strict=False)
    ]


def ratings(title: str, bodies: list[str]) -> list[float]:
    """Rate one story in several layouts; empty where it has no rating."""
    found = [bias.analyze(Article(title, body)).rating.bias for body in bodies]
    return [] if None in found else [float(value) for value in found if value is not None]


@pytest.mark.parametrize("width", [40, 62, 70, 100])
@pytest.mark.parametrize("parted_by", ["\n", "\n\n"])
def test_a_margin_says_nothing(width: int, parted_by: str) -> None:
    """Broken lines give the same paragraphs, sentences, voices and reason, blank lines or not."""
    laid_out = bias.analyze(Article(TITLE, "\n\n".join(PARAGRAPHS * 3)))
    body = parted_by.join(fill(paragraph, width) for paragraph in PARAGRAPHS * 3)
    broken = bias.analyze(Article(TITLE, body))
    assert broken.text.split() == laid_out.text.split()
    assert [s.of(broken.text).split() for s in broken.sentences] == [
        s.of(laid_out.text).split() for s in laid_out.sentences
    ]
    assert broken.rating.bias == pytest.approx(laid_out.rating.bias, abs=1e-6)
    assert broken.rating.interval == pytest.approx(laid_out.rating.interval, abs=1e-6)
    assert broken.rating.reason is laid_out.rating.reason is None
    assert broken.values["quoted_word_share"] == laid_out.values["quoted_word_share"] > 0
    assert len(broken.paragraphs) == 9


@pytest.mark.parametrize(
    "lines", [VERSE * 3, POINTS, TALK, "One.\nTwo.\nThree.\nFour.\nFive.\nSix."]
)
def test_other_line_ends_part_paragraphs(lines: str) -> None:
    """Verse, points, talk and short lines are paragraphs line by line, as ever."""
    assert split_paragraphs(lines) == [line for line in lines.split("\n") if line]
    assert not is_wrapped(lines.split("\n"))


@given(st.lists(st.text(st.characters(exclude_characters="\n\r"), max_size=60), max_size=12))
def test_no_line_is_lost(lines: list[str]) -> None:
    """Whatever the lines are, each stands in one paragraph, in order."""
    assert [line for part in rejoined(lines) for line in part] == lines


def test_one_long_line_is_no_headline(tmp_path: Path) -> None:
    """A story that was pasted without its line ends is body; a line like a headline is one."""
    path = tmp_path / "pasted.txt"
    path.write_text(" ".join((TITLE, *PARAGRAPHS)), encoding="utf-8")
    article = bias.read_article(path)
    assert (article.headline, len(article.body.split()) > MOST_HEADLINE) == ("", True)
    analysis = bias.analyze(article)
    assert analysis.text == " ".join((TITLE, *PARAGRAPHS))
    assert analysis.rating.bias is not None
    path.write_text(TITLE, encoding="utf-8")
    assert bias.read_article(path).headline == TITLE


def test_markdown_reads_as_it_is_shown(tmp_path: Path) -> None:
    """Links, emphasis, headings, rules and pictures leave the words they mark, and nothing else."""
    path = tmp_path / "story.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    article = bias.read_article(path)
    shown = Article(TITLE, "\n\n".join(PARAGRAPHS))
    document = segment(article)
    assert document.text == segment(shown).text
    rated, expected = bias.analyze(article).rating, bias.analyze(shown).rating
    assert rated.bias == pytest.approx(expected.bias, abs=0.02)


@pytest.mark.parametrize("title", [f"title: “{TITLE}”", f'Title: "{TITLE}"', f"headline: {TITLE}"])
def test_front_matter_names_the_article(tmp_path: Path, title: str) -> None:
    """Headline, outlet and date come from it, whether the story repeats the headline or not."""
    front = f"---\n{title}\ndate: 2026-03-02\noutlet: The Border Echo\ntags: [bridge]\n---\n\n"
    for heading in ("", f"# {TITLE}\n\n"):
        path = tmp_path / "story.md"
        path.write_text(front + heading + "\n\n".join(PARAGRAPHS), encoding="utf-8")
        article = bias.read_article(path)
        assert article.headline.strip("“”") == TITLE
        assert (article.outlet, article.date) == ("The Border Echo", "2026-03-02")
        assert [p.split()[0] for p in split_paragraphs(article.body)][-2:] == ["“This", "The"]
        assert article.extra["tags"] == "bridge"


def test_front_matter_in_toml(tmp_path: Path) -> None:
    """Between lines of plus signs."""
    path = tmp_path / "story.md"
    path.write_text(
        f'+++\ntitle = "{TITLE}"\ndate = 2026-03-02\n+++\n\nIt closed.', encoding="utf-8"
    )
    article = bias.read_article(path)
    assert (article.headline, article.body, article.date) == (TITLE, "It closed.", "2026-03-02")


def test_front_matter_without_a_headline(tmp_path: Path) -> None:
    """The first line stays the headline; three dashes without fields are no front matter."""
    path = tmp_path / "story.md"
    path.write_text(f"---\ndate: 2026-03-02\n---\n\n# {TITLE}\n\nIt closed.", encoding="utf-8")
    article = bias.read_article(path)
    assert (article.headline, article.body, article.date) == (TITLE, "It closed.", "2026-03-02")
    text = "---\n\nA story: it begins.\n\n---\n"
    assert parted(text) == ({}, text)


KEPT = [
    "2 * 3 * 4 is 24", "snake_case and _private", "a [bracket] (and another)", "5 > 4 and 3 < 4",
    "He said [sic] that", "* a point", "1. One", "> quoted", "C:\\Temp",
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_mark_stays(text: str) -> None:
    """Stars, brackets and lines under words are marks only where they are paired about words."""
    assert plain(text) == text


@given(st.text(alphabet="ab *_`[]()!#\\~-<>\n", max_size=60))
def test_markdown_only_takes_away(text: str) -> None:
    """No letter comes in, and none changes its place."""
    rest = iter(text)
    assert all(letter in rest for letter in plain(text) if letter in "ab")


def test_layout_of_real_articles(data: Path) -> None:
    """Broken at a margin no rating moves by 0.02; in one line few do, where layout said more."""
    moved: dict[str, list[float]] = {"margin": [], "no blank lines": [], "one line": []}
    for title, paragraphs in real_articles(data, 60):
        broken = [*map(fill, paragraphs)]
        layouts = ["\n\n".join(paragraphs), "\n\n".join(broken), "\n".join(broken)]
        found = ratings(title, [*layouts, " ".join(paragraphs)])
        for name, value in zip(moved, found[1:], strict=False):
            moved[name].append(abs(value - found[0]))
    assert len(moved["margin"]) > 50
    assert max(moved["margin"]) <= 0.02
    for name, least in (("no blank lines", 0.95), ("one line", 0.8)):
        assert sum(move <= 0.02 for move in moved[name]) >= least * len(moved[name])
        assert sum(moved[name]) / len(moved[name]) < 0.012
