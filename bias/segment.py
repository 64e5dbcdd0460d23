"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from NLTK's Punkt with our own abbreviations, so no data files are
needed; tokens come from one compiled pattern.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from bias.article import (
    Article,
    Document,
    Kind,
    Paragraph,
    Part,
    Sentence,
    Span,
    Token,
)
from bias.quotes import find_quotations

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and zero-width characters: may stand inside a word."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_TOKEN = re.compile(
    rf"""
    (?P<acronym>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w'’]))?)     # U.S.  p.m.  J.R.R
    | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W_]))  # 1,000.5  1990s  9:30
    | (?P<possessive>['’](?:s|S)(?!\w))                          # Trump|'s
    | (?P<word>\w+(?:(?:[-‐‑&{INVISIBLE}]|['’](?!(?:s|S)(?!\w)))\w+)*)  # don't  far-right  AT&T
    | (?P<mark>(?P<one>[^\w\s])(?P=one)*)                        # ...  --  (
    """,
    re.VERBOSE,
)
_LIST_ITEM = re.compile(r"\n\s*(?=(?:[-*•▪‣–—]|\(?\d{1,2}[.)])\s)")
_KEY = str.maketrans({"’": "'", "‐": "-", "‑": "-", **dict.fromkeys(INVISIBLE)})
_KINDS: dict[str, Kind] = {"number": "number", "one": "mark", "mark": "mark"}


def tidy(text: str) -> str:
    """Return `text` with LF line ends and in Unicode NFC; nothing else changes."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def split_paragraphs(body: str) -> list[str]:
    """Cut a body at blank lines or, where it has none, at each line end.

    >>> split_paragraphs("One.\\nStill one.\\n\\nTwo.")
    ['One.\\nStill one.', 'Two.']
    >>> split_paragraphs("One.\\nTwo.")
    ['One.', 'Two.']
    """
    body = body.strip()
    pieces = _BLANK_LINE.split(body)
    if len(pieces) == 1:
        pieces = body.split("\n")
    return [piece.strip() for piece in pieces if piece.strip()]


def key_of(text: str) -> str:
    """Return the form under which a token is looked up.

    >>> key_of("Don’t")
    "don't"
    """
    return text.lower().translate(_KEY)


def find_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Kind]]:
    """Yield every word, number and mark of `text[start:end]` with its offsets."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end()), _KINDS.get(match.lastgroup or "", "word")


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys of all tokens of a short text, such as a lexicon term.

    >>> keys_of("Witch hunt")
    ('witch', 'hunt')
    """
    return tuple(key_of(span.of(text)) for span, _ in find_tokens(text))


def segment(article: Article) -> Document:
    """Cut an article once, for everything that follows.

    Parameters
    ----------
    article
        Headline and body may be empty.

    Returns
    -------
    Document
        `text[span.start:span.end]` is the span's text for every span in it.
    """
    headline = tidy(article.headline).strip()
    bodies = split_paragraphs(tidy(article.body))
    text, spans = _lay_out(headline, bodies)
    quotations = find_quotations(text, spans)
    voices = [(q.start, q.end) for q in quotations if q.kind == "direct"]
    tokens: list[Token] = []
    units = [_cut_tokens(text, span, voices, tokens) for span in spans]
    sentences = [
        sentence
        for number, unit in enumerate(units, start=-1)
        for sentence in _cut_sentences(text, unit, number, tokens)
    ]
    return Document(
        article, text, units[0], tuple(units[1:]), tuple(sentences), tuple(tokens), quotations
    )


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


def _cut_tokens(
    text: str, span: Span, voices: list[tuple[int, int]], tokens: list[Token]
) -> Paragraph:
    """Append the span's tokens, each with its voice, to `tokens`."""
    first = len(tokens)
    inside = [(start, end) for start, end in voices if span.start <= start < span.end]
    upcoming = iter([*inside, (len(text) + 1, len(text) + 1)])
    start, end = next(upcoming)
    for cut, kind in find_tokens(text, span.start, span.end):
        while cut.start >= end:
            start, end = next(upcoming)
        voice = "quoted" if cut.start >= start else "outlet"
        tokens.append(
            Token(cut.start, cut.end, key_of(text[cut.start : cut.end]), kind, voice)
        )
    return Paragraph(span.start, span.end, first, len(tokens))


def _cut_sentences(
    text: str, unit: Paragraph, number: int, tokens: list[Token]
) -> Iterator[Sentence]:
    """Cut one paragraph into sentences; the headline is always one."""
    part: Part = "headline" if number < 0 else "body"
    bounds = [(unit.start, unit.end)] if number < 0 else _sentence_bounds(text, unit)
    first = unit.first
    for position, (start, end) in enumerate(bounds):
        last = first
        until = unit.end if position == len(bounds) - 1 else end
        while last < unit.last and tokens[last].start < until:
            last += 1
        if last > first:
            yield Sentence(start, end, part, number, first, last)
        first = last


def _sentence_bounds(text: str, unit: Paragraph) -> list[tuple[int, int]]:
    """Return the sentence offsets of one paragraph."""
    bounds, offset = [], unit.start
    for line in _split_items(text[unit.start : unit.end]):
        for start, end in _punkt().span_tokenize(line):
            bounds.append((offset + start, offset + end))
        offset += len(line)
    return bounds


def _split_items(paragraph: str) -> list[str]:
    """Cut before each list item; the pieces rejoin to the paragraph."""
    cuts = [0, *(match.start() for match in _LIST_ITEM.finditer(paragraph)), len(paragraph)]
    return [paragraph[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]


@cache
def _punkt() -> "PunktSentenceTokenizer":
    """Return Punkt with our abbreviations and sentence starters; no data files."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_word_list("abbreviations.txt"))
    parameters.sent_starters = set(_word_list("sentence_starters.txt"))
    return PunktSentenceTokenizer(parameters)


def _word_list(name: str) -> list[str]:
    """Read one of the splitter's word lists; `#` starts a comment."""
    lines = resources.files("bias.segmentation").joinpath(name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
