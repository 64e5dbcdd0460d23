"""Cutting text: golden rules for sentences and tokens, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import lines_run

from bias.document.article import Article
from bias.document.document import Document
from bias.document.paragraphs import split_paragraphs
from bias.document.segment import segment
from bias.words.cut import key_of, keys_of, tidy

GOLDEN = [
    # one paragraph as the list of its sentences
    ["“We lost.", "We will win next time,” he said.", "He left."],
    ['"We lost."', "He left."],
    ["“Why?” he asked.", "Nobody knew."],
    ['"Why now?" asked Smith.', '"Because!" she shouted.'],
    ["“It works!” the mayor said.", "“It does.”"],
    ["“It works!” Mr. Fox said.", "“It does.”"],
    ["“Stop!”", "“No!”"],
    ["“He said ‘no.’”", "“She said ‘yes.’ ”"],
    ["'We lost,' he said.", "'We won,' she said."],
    ["He called it “a mess.”", "She agreed."],
    ["He called it ‘a mess.’", "She agreed."],
    ["He said: “Go.”", "They went."],
    ["“[He] left,” she said.", "[Read more.]"],
    ["He said (it was late).", "She agreed."],
    ["(He left.)", "She stayed."],
    ["He moved to the U.S. in 1990.", "She stayed in the U.S.", "They met in the U.S. Senate."],
    ["The U.S. and the U.K. agreed."],
    ["The F.B.I. declined to comment."],
    ["J. K. Rowling wrote it.", "George W. Bush read it."],
    ["It was J.K. Rowling who wrote.", "So it was."],
    ["J. A. Fox wrote it.", "It sold."],
    ["I saw Malcolm X.", "He spoke."],
    ["It was World War I.", "Then came peace."],
    ["He arrived at 5 p.m. on Monday.", "She came at 6 p.m.", "Then they left."],
    ["Polls close at 8 p.m. Eastern time."],
    ["It is the No. 1 song.", "He said no.", "Smith left."],
    ["He was ill.", "Smith left."],
    ["He was born Aug. 4, 1961.", "He is 60."],
    ["He waited … and waited.", "Then … nothing."],
    ["He waited ... and waited."],
    ["“I . . . don’t know,” he said."],
    ["Wow…", "That was it."],
    ["The rate rose 3.5 percent to $4.2 million.", "It fell."],
    ["St. Louis is big.", "It is."],
    ["Sen. Ted Cruz, R-Texas, spoke.", "Rep. Adam Fox (D-Calif.) replied."],
    ["Rep. Peter King (R., N.Y.) agreed.", "He left."],
    ["He lives in Washington, D.C.", "She lives in New York."],
    ["“Mr. President, go,” she said.", "“Dr. Birx has.”"],
    ["It was Smith Inc. v. Jones Corp. in Jan. 2015.", "It ended."],
    ["The law, e.g. the act, i.e. the bill, passed."],
    ["Visit example.com for more.", "Write to a.b@example.com today."],
    ["He wrote @realFox and #Vote2020.", "It spread."],
    ["He came in 2012.", "eBay followed."],
    ["Yahoo! announced it."],
    ["She won 🎉!", "Everyone cheered."],
    ["Élysée officials agreed.", "“Ça va,” he said."],
    ["Он пришёл.", "Она ушла."],
    ["He said so.[1]", "She agreed.[2]"],
    ["Donald Fox Jr. said so.", "His father agreed."],
    ["He has a Ph.D. from Yale.", "She has an M.D.", "They met."],
    ["He\u00a0left.\u00a0", "She stayed."],
]

TOKENS = [
    ("Don’t", ["don't"]),
    ("Trump’s", ["trump", "'s"]),
    ("far-right", ["far-right"]),
    ("AT&T", ["at&t"]),
    ("1,000.5%", ["1,000.5%"]),
    ("U.S.", ["u.s."]),
    ("soft\u00adhyphen", ["softhyphen"]),
    ("x\u0323\u0301y", ["x\u0323\u0301y"]),
    ("Москва", ["москва"]),
    ("a\u00a0b", ["a", "b"]),
    ("@realFox #Vote2020", ["@realfox", "#vote2020"]),
    ("a.b@example.co.uk", ["a.b@example.co.uk"]),
    ("(https://example.com/a_b?c=d).", ["(", "https://example.com/a_b?c=d", ")", "."]),
    ("Amazon.com’s", ["amazon.com", "'s"]),
    ("wait...", ["wait", "..."]),
]

PATHOLOGICAL = [
    "(", '"', '" ', "“", "“a ", "' ", "A", "A ", "A. ", ". ", "?!", "…", "a's ", "[1]", "x\n- ",
    "e\u0301\u0327", "\u0301", "\u00ad", "-a", "a.", "a@", "www.", "http://(", "said Xx ", ".a ",
]  # fmt: skip


def sentences(document: Document) -> list[str]:
    """Return the body's sentences as text."""
    return [s.of(document.text).strip() for s in document.sentences if s.part == "body"]


@pytest.mark.parametrize("golden", GOLDEN, ids=" | ".join)
def test_golden_sentences(golden: list[str]) -> None:
    """A paragraph falls into exactly these sentences."""
    document = segment(Article(body=" ".join(golden)))
    assert sentences(document) == [sentence.strip() for sentence in golden]


@pytest.mark.parametrize(("text", "keys"), TOKENS)
def test_golden_tokens(text: str, keys: list[str]) -> None:
    """Words, numbers, addresses, handles and tags stay whole."""
    assert list(keys_of(text)) == keys


def test_list_items_are_sentences_of_their_own() -> None:
    """Lines that begin with a bullet or a number are cut before."""
    document = segment(Article(body="We want:\n- peace\n- bread\n1. Land for all.\n\nThat is it."))
    assert sentences(document) == [
        "We want:",
        "- peace",
        "- bread",
        "1. Land for all.",
        "That is it.",
    ]


def test_paragraphs_end_at_blank_lines_or_else_at_line_ends() -> None:
    """Single line ends part paragraphs only where there is no blank line."""
    assert split_paragraphs("One.\nStill one.\n \nTwo.") == ["One.\nStill one.", "Two."]
    assert split_paragraphs("One.\nTwo.") == ["One.", "Two."]


def test_an_empty_article_has_no_units() -> None:
    """Nothing in, nothing out; the headline is an empty span at 0."""
    document = segment(Article())
    assert (document.text, document.sentences, len(document.tokens)) == ("", (), 0)


def test_tidy_keeps_everything_but_line_ends_and_normal_form() -> None:
    """No-break spaces, soft hyphens and zero-width characters stay."""
    assert tidy("e\u0301\u00a0\u00ad\u200b\r\nx\ry") == "é\u00a0\u00ad\u200b\nx\ny"


@given(st.text(max_size=40))
def test_a_key_is_stable(text: str) -> None:
    """The key of a key is itself, for ASCII text."""
    if text.isascii():
        assert key_of(key_of(text)) == key_of(text)


WORDS = st.sampled_from(
    [
        "He", "said", "“No.”", '"Yes!"', "U.S.", "Mr.", "…", ". . .", "eBay", "a.b@c.com", "😀",
        "é", "’90s", "(see", "below).", "it.", "Why?", "Then", "[1]", "\u00a0", "\n", "\n\n",
        "- item", "J.", "No.", "1.", "”",
    ]
)  # fmt: skip


@given(st.text(max_size=20), st.one_of(st.text(max_size=120), st.lists(WORDS).map(" ".join)))
def test_what_holds_for_every_document(headline: str, body: str) -> None:
    """Spans nest and never overlap, and nothing of the text is lost."""
    document = segment(Article(headline, body))
    assert len(document.paragraphs) == len(split_paragraphs(tidy(body)))
    covered = [i for s in document.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(document.tokens)))
    for sentence in document.sentences:
        for token in document.tokens_of(sentence):
            assert sentence.start <= token.start < token.end <= sentence.end
    for number, paragraph in enumerate(document.paragraphs):
        own = [s.of(document.text) for s in document.sentences if s.paragraph == number]
        assert " ".join(" ".join(own).split()) == " ".join(paragraph.of(document.text).split())
    ends = [0, *(s.end for s in document.sentences)]
    assert all(end <= s.start for end, s in zip(ends, document.sentences, strict=False))


@pytest.mark.parametrize("unit", PATHOLOGICAL, ids=repr)
def test_cutting_work_is_linear(unit: str) -> None:
    """Four times the text runs about four times the lines, not sixteen times."""
    segment(Article(body="First. Second."))
    short, long = (Article(body=unit * count) for count in (1_000, 4_000))
    assert lines_run(lambda: segment(long)) < 4.5 * lines_run(lambda: segment(short)) + 2_000


def test_no_token_has_an_empty_key() -> None:
    """A zero-width character that stands alone is a token like any other."""
    document = segment(Article(body="Said \u200b, “\u200b” he \ufeff told \u00ad us."))
    assert all(token.key for token in document.tokens)
