"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.document.sentences`; tokens from one compiled pattern.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from bias.document.article import Article
from bias.document.columns import LENGTH
from bias.document.document import Bools, Document, Paragraph, Quotation, Sentence
from bias.document.quotes import find_quotations
from bias.document.sentences import sentence_bounds
from bias.words.cut import TOKEN, Span, may_hold_address, pattern_for, tidy
from bias.words.pieces import Pieces, current_pieces
from bias.words.types import Ints, Row

STRETCH = 200_000
"""Characters cut into words at a time, so that a long article is never held as a list of them."""
_BLANK = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_IS_BLANK = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which code points are blanks; none above the last is."""


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
    text, spans = _lay_out(headline, split_paragraphs(tidy(article.body)))
    row, starts = _cut_tokens(text, spans)
    quotations = find_quotations(text, spans)
    units = _units(spans, starts)
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


def segment_lines(lines: Sequence[str]) -> Document:
    """Cut lines that have nothing to do with each other, such as headlines, all at once.

    Each is a paragraph and one sentence, whatever stands in it, and is read as a headline:
    just as `segment` cuts an article of that headline and nothing else.
    """
    lines = [tidy(line).strip() for line in lines]
    text, spans = _lay_out("", lines)
    row, starts = _cut_tokens(text, spans)
    quotations = tuple(_quotations_of(lines, spans[1:]))
    units = _units(spans, starts)
    return Document(
        article=Article(),
        text=text,
        headline=units[0],
        paragraphs=tuple(units[1:]),
        sentences=tuple(
            Sentence(unit.start, unit.end, "headline", number, unit.first, unit.last)
            for number, unit in enumerate(units[1:])
            if unit.last > unit.first
        ),
        row=row,
        starts=starts,
        quoted=_quoted(starts, quotations),
        quotations=quotations,
    )


def _quotations_of(lines: Sequence[str], spans: Sequence[Span]) -> Iterator[Quotation]:
    """Yield the quotations of each line by itself."""
    for number, (line, span) in enumerate(zip(lines, spans, strict=True)):
        for found in find_quotations(line, [Span(0, len(line))]):
            start, end = span.start + found.start, span.start + found.end
            yield replace(found, start=start, end=end, paragraph=number)


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


def _cut_tokens(text: str, spans: Sequence[Span]) -> tuple[Row, Ints]:
    """Return the tokens of a text and where each starts."""
    pieces = current_pieces()
    cuts = [
        _cut_stretch(text[start:end], start, pattern, pieces)
        for unit, pattern in _alike(text, spans)
        for start, end in _stretches(text, unit)
    ]
    numbers, starts = (np.concatenate(column) for column in zip(*cuts, strict=True))
    return Row(pieces.types, numbers), starts


def _alike(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, re.Pattern[str]]]:
    """Yield a text in parts with what finds their tokens: paragraphs with an address go alone."""
    start = 0
    for span in spans if may_hold_address(text) else ():
        pattern = pattern_for(text, span.start, span.end)
        if pattern is not TOKEN:
            yield Span(start, span.start), TOKEN
            yield span, pattern
            start = span.end
    yield Span(start, len(text)), TOKEN


def _cut_stretch(
    text: str, start: int, pattern: re.Pattern[str], pieces: Pieces
) -> tuple[Ints, Ints]:
    """Return the rows of a stretch's tokens among the types, and where they start."""
    types = pieces.types
    if pattern is TOKEN:
        packed = b"".join(map(pieces.__getitem__, text.split()))
    else:
        packed = array("i", [types[word] for word, _ in pattern.findall(text)]).tobytes()
    numbers = np.frombuffer(packed, np.int32)
    return numbers, start + _places(text, types.column(LENGTH)[numbers])


def _stretches(text: str, unit: Span) -> Iterator[tuple[int, int]]:
    """Yield a unit in stretches that end at a blank, so that few words are held at a time."""
    start = unit.start
    while unit.end - start > STRETCH:
        blank = _BLANK.search(text, start + STRETCH, unit.end)
        if blank is None:
            break
        yield start, blank.end()
        start = blank.end()
    yield start, unit.end


def _places(text: str, lengths: Ints) -> Ints:
    """Return where each token starts: all but the blanks of a text belongs to its tokens."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    written = np.flatnonzero(~_IS_BLANK[np.minimum(letters, len(_IS_BLANK) - 1)])
    before = np.cumsum(lengths) - lengths
    places: Ints = written[before].astype(np.int32)
    return places


def _units(spans: Sequence[Span], starts: Ints) -> list[Paragraph]:
    """Return headline and paragraphs with the tokens they hold."""
    ends = [span.end for span in spans]
    lasts = np.searchsorted(starts, ends).tolist()
    return [
        Paragraph(span.start, span.end, first, last)
        for span, first, last in zip(spans, [0, *lasts], lasts, strict=False)
    ]


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
