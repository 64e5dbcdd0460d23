"""Quotation marks: which stretches they mark, and whose words those are."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.document.article import Article
from bias.document.quotes import find_quotations
from bias.document.segment import segment
from bias.words.cut import Span

STRETCHES = [
    # text, stretches marked
    ("“We lost,” he said.", ["“We lost,”"]),
    ('"We lost," he said. "Badly."', ['"We lost,"', '"Badly."']),
    ("He said “no.”", ["“no.”"]),
    ("‘We lost,’ he said.", ["‘We lost,’"]),
    ("'We lost,' he said. 'Badly.'", ["'We lost,'", "'Badly.'"]),
    ("“He told me ‘no,’ twice,” she said.", ["“He told me ‘no,’ twice,”"]),
    ("‘He told me “no,” twice,’ she said.", ["‘He told me “no,” twice,’"]),
    ("«Non», said the mayor.", ["«Non»"]),
    ("„Nein“, said the mayor.", ["„Nein“"]),
    ("``No,'' she said.", ["``No,''"]),
    ("''No,'' she said.", ["''No,''"]),
    ("\"I'm sorry,” he said.", ["\"I'm sorry,”"]),
    ("“I left. He stayed", ["“I left. He stayed"]),
    ("“Go now, he said. “Stay,” she said.", ["“Go now, he said. ", "“Stay,”"]),
    (
        "Mayor: 'We won't pay workers' costs again' says union",
        ["'We won't pay workers' costs again'"],
    ),
    ("'Friends' star says 'enough'", ["'Friends'", "'enough'"]),
    ("(“No.”) She left.", ["“No.”"]),
    ("He left—“forever,” she said.", ["“forever,”"]),
    ("“Show”’s end", ["“Show”"]),
    ("‘‘No,’’ she said.", ["‘‘No,’’"]),
    ('It "works".', ['"works"']),
]

LOOK_ALIKES = [
    "Don't go to the voters' party.",
    "It's the workers' fault, isn't it?",
    "Music of the '90s and the ’80s, rock 'n' roll.",
    "Class of ’08 and Women's Day.",
    "He is 6'2\" tall and she is 5' 6\".",
    'A 12" record.',
    "'Tis late; tell 'em.",
    "O’Reilly and D'Angelo met at Lloyd’s.",
    "The Joneses’ house.",
    "",
    "“”",
]

CARRIED = [
    # paragraphs, what is quoted of each
    (["He said: “We lost.", "They lied to us.", "We go on,” he said."],
     ["“We lost.", "They lied to us.", "We go on,”"]),
    (['"We lost the game," he said. "It was hard.', 'We go on."'],
     ['"We lost the game,"', '"It was hard.', 'We go on."']),
    (["“We lost the game on that day.", "A.", "B.", "C.", "D.", "And that is all there is.”"],
     ["“We lost the game on that day.", "A.", "B.", "C.", "D.", "And that is all there is.”"]),
    # the mark was forgotten: what is quoted next shows it
    (["“We lost the game, said Fox.", "The board met.", "“We go on,” said Fox."],
     ["“We lost the game, said Fox.", "“We go on,”"]),
    (["“We lost the game, said Fox.", "The “plan” failed.", "It was over."],
     ["“We lost the game, said Fox.", "“plan”"]),
    # nothing closes it, or only too far away
    (["“We lost the game, said Fox.", "The board met.", "It was over."],
     ["“We lost the game, said Fox."]),
    (["“We lost the game, said Fox.", *"ABCDEF", "It was over,” he said."],
     ["“We lost the game, said Fox."]),
    # inches close nothing
    (['"We lost the game, said Fox.', 'The screen is 12" wide and 8" high.'],
     ['"We lost the game, said Fox.']),
]  # fmt: skip

VOICES = [
    # text, kinds in order
    ("“We will win this election,” Mr. Fox said.", ["direct"]),
    ("The report said the plan was “deeply flawed and costly.”", ["direct"]),
    ("So-called “experts” met the group.", ["scare"]),
    ("The agency runs a “no-fly” list of travellers.", ["scare"]),
    ("He spoke on NBC’s “Meet the Press” last week.", ["title"]),
    ("Her book, “The Long Way Home,” sold well.", ["title"]),
    ("She called it “a disgrace to our country” and said “we are done.”", ["direct", "direct"]),
]


def marked(text: str) -> list[str]:
    """Return the marked stretches of a one-paragraph text."""
    return [q.of(text) for q in find_quotations(text, [Span(0, 0), Span(0, len(text))])]


@pytest.mark.parametrize(("text", "stretches"), STRETCHES)
def test_every_style_of_marks_is_paired(text: str, stretches: list[str]) -> None:
    """Outermost stretches are found, with their marks, in every style."""
    assert marked(text) == stretches


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_apostrophes_and_measures_mark_nothing(text: str) -> None:
    """Apostrophes, decades, feet and inches open no quotation."""
    assert marked(text) == []


@pytest.mark.parametrize(("text", "kinds"), VOICES)
def test_kinds(text: str, kinds: list[str]) -> None:
    """Speech, terms at a distance and titles are told apart by what surrounds them."""
    quotations = find_quotations(text, [Span(0, 0), Span(0, len(text))])
    assert [quotation.kind for quotation in quotations] == kinds


def test_an_open_mark_goes_on_only_where_the_next_paragraph_opens() -> None:
    """A quotation continues over paragraphs that open again, and ends with the last."""
    body = "He said: “First we talk.\n\n“Then we vote,” and left.\n\n“And now.\n\nNobody spoke."
    document = segment(Article(body=body))
    assert [(q.paragraph, q.continues) for q in document.quotations] == [
        (0, True),
        (1, False),
        (2, False),
    ]
    outlet = {t.key for t in document.tokens if t.voice == "outlet" and t.kind == "word"}
    assert {"he", "said", "left", "nobody", "spoke"} == outlet - {"and"}


def test_headline_quotations_belong_to_the_headline() -> None:
    """A quotation in the headline has part `headline` and paragraph -1."""
    document = segment(Article("Mayor: ‘We will never pay for it’", "He left."))
    (quotation,) = document.quotations
    assert (quotation.part, quotation.paragraph) == ("headline", -1)


@given(st.text(alphabet="ab .,?’‘'\"“”«»„\n", max_size=80))
def test_quotations_never_overlap(text: str) -> None:
    """Stretches come in order, do not overlap and stay inside their paragraph."""
    spans = [Span(0, 0), Span(0, len(text))]
    end = 0
    for quotation in find_quotations(text, spans):
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end


def test_voice_of_annotated_articles(data: Path) -> None:
    """At least 99.5 % of the tokens of the annotated articles have the right voice."""
    right = total = 0
    with gzip.open(data / "quotations" / "articles_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts = _voices_right(json.loads(line))
            right, total = right + counts[0], total + counts[1]
    assert right / total >= 0.995


def _voices_right(record: dict) -> tuple[int, int]:
    """Count the word tokens of one article with the right voice, and all of them."""
    document = segment(Article(body="\n\n".join(record["paragraphs"])))
    direct: list[tuple[int, int]] = []
    reached: dict[int, int] = {}
    for mark in record["marked"]:
        paragraph = document.paragraphs[mark["p"]]
        text = paragraph.of(document.text)
        first, _, last = mark["text"].partition(" … ") if mark["text"] not in text else (
            mark["text"], "", "",
        )  # fmt: skip
        start = text.find(first, reached.get(mark["p"], 0))
        start = text.find(first) if start < 0 else start
        end = (text.find(last, start + len(first)) if last else start) + len(last or first)
        reached[mark["p"]] = end
        if mark["kind"] == "direct":
            direct.append((paragraph.start + start, paragraph.start + end))
    words = [token for token in document.tokens if token.kind == "word"]
    right = sum(
        (token.voice == "quoted") == any(a <= token.start < b for a, b in direct) for token in words
    )
    return right, len(words)


@pytest.mark.parametrize(("paragraphs", "wanted"), CARRIED)
def test_speech_runs_on_to_the_mark_that_closes_it(
    paragraphs: list[str], wanted: list[str]
) -> None:
    """A mark that can only close shows that the paragraphs before it are speech, too."""
    text = "\n\n".join(paragraphs)
    spans, start = [Span(0, 0)], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    found = find_quotations(text, spans)
    assert [q.of(text) for q in found] == wanted


def test_speech_that_runs_on_is_one_quotation() -> None:
    """Each part but the last goes on in the next paragraph."""
    paragraphs = ["He said: “We lost.", "They lied to us.", "We go on,” he said."]
    document = segment(Article(body="\n\n".join(paragraphs)))
    assert [q.continues for q in document.quotations] == [True, True, False]
