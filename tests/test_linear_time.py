"""Long and strange articles: the work must grow with the length, not with its square."""

import pytest
from steps import lines_run

from bias.analysis import analyze
from bias.document.article import Article
from bias.document.document import Document
from bias.document.masked import Masker
from bias.document.quotes import find_quotations
from bias.document.segment import segment
from bias.features.attribution import extract
from bias.features.loaded.meant import find_loaded
from bias.inputs.blocks import cut_blocks
from bias.inputs.markup import parse
from bias.inputs.matching import find_extracted
from bias.inputs.region import keep_blocks
from bias.lists.groups import LOADED
from bias.reading import Reading
from bias.roles import label_paragraphs
from bias.roles.context import look_around
from bias.roles.measures import measure
from bias.words.cut import Span

HEADLINE = "Mayor Slams Radical Plan"
STORY = "The mayor said on Monday that the “radical” plan failed. “We lost,” Ms. Fox said. "
LENGTH = 40_000
"""Characters of an article that must come through whole."""

PIECES = {
    "one word": "a",
    "one number": "1",
    "stops": "...",
    "straight marks": '"a ',
    "curly marks": "“a ",
    "single marks": "'a ",
    "brackets": "(a ",
    "capitals": "A ",
    "verbs": "he said, ",
    "verbs after a day": "Monday he said, ",
    "claims": "critics claim ",
    "quotations": "“We lost,” he said, ",
    "loaded": "radical ",
    "charges": "accused of a radical lie, ",
    "addresses": "a.b@c.org ",
    "calls": "read the full ",
    "story": STORY,
    "lines": "Line n\n\n",
    "labels": "READ MORE:\n\n",
    "open marks": "“We lost the game on that day.\n\n",
    "stops by paragraph": "." * 3_900 + "\n\n",
}
"""What is said over and over again."""


def _article(piece: str, length: int) -> Article:
    return Article(headline=HEADLINE, body=piece * (length // len(piece)))


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_long_article_gives_a_whole_record(piece: str) -> None:
    """Whatever is repeated at length, the article is analysed to its end."""
    article = _article(piece, LENGTH)
    record = analyze(article).to_dict()
    assert len(record["paragraphs"]) == len(article.body.split("\n\n")) - article.body.endswith(
        "\n"
    )
    assert record["paragraphs"][-1]["end"] == len(HEADLINE) + 2 + len(article.body.rstrip())


def _whole(document: Document) -> object:
    return extract(Reading(document, label_paragraphs(document)))


@pytest.mark.parametrize(
    "piece",
    [
        PIECES[name]
        for name in ("straight marks", "verbs", "quotations", "story", "lines", "labels")
    ],
)
def test_work_doubles_with_the_length(piece: str) -> None:
    """Roles and sourcing run twice the lines for twice the text, give or take a tenth."""
    _whole(segment(_article(piece, 100)))
    short, long = (segment(_article(piece, length)) for length in (4_000, 8_000))
    assert lines_run(lambda: _whole(long)) < 2.2 * lines_run(lambda: _whole(short))


def test_terms_of_a_long_line_in_headline_case_double_with_it() -> None:
    """Whether a line is in headline case is asked for each term, and looks at its beginning."""

    def work(length: int) -> int:
        document = segment(_article("The Mayor Of Hull Slams Radical Plan ", length))
        document.listed(LOADED), document.forms, document.keys
        return lines_run(lambda: list(find_loaded(document, document.paragraphs)))

    work(100)
    assert work(24_000) < 2.2 * work(12_000)


def test_a_crowd_of_quoted_words_is_not_read_again_for_each() -> None:
    """A list of quoted words takes less than half of what the same words in prose take."""
    text, prose = "“a” " * 300, ("“a” " + "word " * 40) * 300
    crowd, apart = (
        lines_run(lambda t=t: find_quotations(t, [Span(0, 0), Span(0, len(t))]))
        for t in (text, prose)
    )
    assert crowd < apart / 2
    assert len(find_quotations(text, [Span(0, 0), Span(0, len(text))])) == 300


def test_of_countless_lines_only_some_get_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are the first and the last ones; the others are the story."""
    monkeypatch.setattr("bias.roles.measures.MOST", 20)
    document = segment(_article("a\n", 200))
    chosen = measure(look_around(document)).paragraphs.tolist()
    assert chosen == [*range(10), *range(90, 100)]
    assert [role.role for role in label_paragraphs(document)] == ["body"] * 100


PAGES = {
    "siblings": "<div><p>{} lines of the story.</p></div>",
    "nested": "<div class='box'><p>{} lines of the story.</p>",
    "same beginnings": "<p>The mayor of the town said again on Monday: {} more.</p>",
    "same": "<p>The mayor said so.</p>",
    "headings": "<h1>Pier {} to be repaired</h1><svg><title>Pier</title></svg>",
}


@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES)
def test_matching_a_page_doubles_with_its_blocks(piece: str) -> None:
    """Cutting and matching blocks run twice the lines for twice the blocks."""

    def work(blocks: int) -> int:
        tree = parse("".join(piece.format(i) for i in range(blocks)))
        cuts = list(cut_blocks(tree))
        text = "\n".join(cut.text for cut in cuts)
        return lines_run(lambda: keep_blocks(cuts, find_extracted(cuts, text)))

    assert work(1_200) < 2.2 * work(600)


def test_a_side_of_politics_is_told_by_its_neighbours() -> None:
    """Whether "right" is a side never takes the whole sentence in hand."""

    def work(words: int) -> int:
        return lines_run(lambda: masker.mask(["right"] * words))

    masker = Masker.knowing({"right"})
    masker.mask(["right"])
    assert work(400) < 2.2 * work(200)
