"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.document.sentences`; tokens from one compiled pattern.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import numpy as np

from bias.document.article import Article
from bias.document.columns import LENGTH
from bias.document.document import Bools, Document, Paragraph, Quotation, Sentence
from bias.document.quotes import find_quotations
from bias.document.sentences import sentence_bounds
from bias.words.cut import TOKEN, Span, may_hold_address, pattern_for, tidy
from bias.words.types import Ints, Row, current_types

STRETCH = 200_000
"""Characters cut into words at a time, so that a long article is never held as a list of them."""
_BLANK = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_IS_BLANK = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which code points are blanks; none above the last is."""
_FIRST = itemgetter(0)


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
    row, units = _cut_tokens(text, spans)
    starts = _places(text, row.column(LENGTH))
    return Document(
        article=article,
        text=text,
        headline=units[0],
        paragraphs=tuple(units[1:]),
        sentences=_cut_sentences(text, units, starts),
        row=row,
        starts=starts,
        quoted=_quoted(starts, quotations),
        quotations=quotations,
    )


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


def _cut_tokens(text: str, spans: Sequence[Span]) -> tuple[Row, list[Paragraph]]:
    """Cut every span into tokens; the first is the headline."""
    types, numbers, units = current_types(), array("i"), list[Paragraph]()
    may_hold = may_hold_address(text)
    for span in spans:
        first = len(numbers)
        pattern = pattern_for(text, span.start, span.end) if may_hold else TOKEN
        for start, end in _stretches(text, span):
            numbers.extend(map(types.__getitem__, map(_FIRST, pattern.findall(text, start, end))))
        units.append(Paragraph(span.start, span.end, first, len(numbers)))
    return Row(types, np.array(numbers, dtype=np.int32)), units


def _stretches(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield a span in stretches that end at a blank, so that few words are held at a time."""
    start = span.start
    while span.end - start > STRETCH:
        blank = _BLANK.search(text, start + STRETCH, span.end)
        if blank is None:
            break
        yield start, blank.end()
        start = blank.end()
    yield start, span.end


def _places(text: str, lengths: Ints) -> Ints:
    """Return where each token starts: all but the blanks of a text belongs to its tokens."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    written = np.flatnonzero(~_IS_BLANK[np.minimum(letters, len(_IS_BLANK) - 1)])
    before = np.cumsum(lengths) - lengths
    places: Ints = written[before].astype(np.int32)
    return places


def _quoted(starts: Ints, quotations: Iterable[Quotation]) -> Bools:
    """Tell of each token whether it starts inside direct speech."""
    quoted = np.zeros(len(starts), dtype=np.bool_)
    spans = [(q.start, q.end) for q in quotations if q.kind == "direct"]
    for first, last in np.searchsorted(starts, spans).tolist() if spans else ():
        quoted[first:last] = True
    return quoted


def _cut_sentences(text: str, units: Sequence[Paragraph], starts: Ints) -> tuple[Sentence, ...]:
    """Cut the paragraphs into sentences; the headline is always one."""
    cuts = [
        (start, end, number)
        for number, unit in enumerate(units, start=-1)
        for start, end in _bounds(text, unit, number)
    ]
    lasts = np.searchsorted(starts, [end for _, end, _ in cuts]).tolist()
    rows = zip(cuts, [0, *lasts], lasts, strict=False)
    return tuple(
        [
            Sentence(start, end, "headline" if number < 0 else "body", number, first, last)
            for (start, end, number), first, last in rows
            if last > first
        ]
    )


def _bounds(text: str, unit: Paragraph, number: int) -> list[tuple[int, int]]:
    return [(unit.start, unit.end)] if number < 0 else sentence_bounds(text, unit.start, unit.end)
