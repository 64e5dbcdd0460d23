"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.document.sentences`; tokens from one compiled pattern.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from bias.document.article import Article
from bias.document.document import Document, Paragraph, Part, Quotation, Sentence, Token, Voice
from bias.document.quotes import find_quotations
from bias.document.sentences import sentence_bounds
from bias.words.cut import PIECES, TOKEN, Span, pattern_for, tidy

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


_ADDRESS_PARTS = ("@", "#", "://", ".com", ".org", ".net", ".gov", ".edu", ".co.uk")


def split_paragraphs(body: str) -> list[str]:
    r"""Cut a body at blank lines or, where it has none, at each line end.

    >>> split_paragraphs("One.\nStill one.\n\nTwo.")
    ['One.\nStill one.', 'Two.']
    >>> split_paragraphs("One.\nTwo.")
    ['One.', 'Two.']
    """
    body = body.strip()
    pieces = _BLANK_LINE.split(body)
    if len(pieces) == 1:
        pieces = body.split("\n")
    return [piece.strip() for piece in pieces if piece.strip()]


_FIRST = itemgetter(0)


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
    units, pieces = _cut_pieces(text, spans)
    starts = [*accumulate(map(len, pieces), initial=0)][:-1]
    tokens = _tokens_of(pieces, starts, _voices(starts, quotations))
    sentences = [
        sentence
        for number, unit in enumerate(units, start=-1)
        for sentence in _cut_sentences(text, unit, number, starts)
    ]
    return Document(article, text, units[0], tuple(units[1:]), tuple(sentences), tokens, quotations)


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


def _cut_pieces(text: str, spans: Sequence[Span]) -> tuple[list[Paragraph], list[str]]:
    """Cut every span into tokens, each with the blanks behind it; the first is the headline.

    Joined, the pieces are the text.
    """
    pieces: list[str] = []
    units = []
    signs = any(map(text.__contains__, _ADDRESS_PARTS))
    for span, end in zip(spans, [*(span.start for span in spans[1:]), len(text)], strict=True):
        first = len(pieces)
        pattern = pattern_for(text, span.start, span.end) if signs else TOKEN
        pieces += map(_FIRST, pattern.findall(text, span.start, end))
        units.append(Paragraph(span.start, span.end, first, len(pieces)))
    return units, pieces


def _tokens_of(pieces: list[str], starts: list[int], voices: list[Voice]) -> tuple[Token, ...]:
    """Make the tokens of an article."""
    known = map(PIECES.__getitem__, pieces)
    return tuple(
        [
            Token(start, start + length, key, kind, voice)
            for start, (key, kind, length), voice in zip(starts, known, voices, strict=True)
        ]
    )


def _voices(starts: Sequence[int], quotations: Iterable[Quotation]) -> list[Voice]:
    """Return the voice of each token, told by where it starts."""
    voices: list[Voice] = ["outlet"] * len(starts)
    for quotation in quotations:
        if quotation.kind == "direct":
            first = bisect_left(starts, quotation.start)
            last = bisect_left(starts, quotation.end, lo=first)
            voices[first:last] = ["quoted"] * (last - first)
    return voices


def _cut_sentences(
    text: str, unit: Paragraph, number: int, starts: Sequence[int]
) -> Iterator[Sentence]:
    """Cut one paragraph into sentences; the headline is always one.

    `starts` is where the document's tokens start.
    """
    part: Part = "headline" if number < 0 else "body"
    bounds = [(unit.start, unit.end)] if number < 0 else sentence_bounds(text, unit.start, unit.end)
    first = unit.first
    for position, (start, end) in enumerate(bounds, start=1):
        last = bisect_left(starts, end, first, unit.last) if position < len(bounds) else unit.last
        if last > first:
            yield Sentence(start, end, part, number, first, last)
        first = last
