"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.document.sentences`; tokens from one compiled pattern.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from weakref import ref

import numpy as np

from bias.document.article import Article
from bias.document.columns import LENGTH
from bias.document.document import Document, Paragraph, Quotation, Sentence
from bias.document.paragraphs import split_paragraphs
from bias.document.passage import Passage
from bias.document.quotes import find_quotations
from bias.document.sentences import sentence_bounds
from bias.words.cut import TOKEN, Span, may_hold_address, pattern_for, tidy
from bias.words.pieces import Pieces, current_pieces
from bias.words.types import Bools, Ints, Row

STRETCH = 200_000
"""Characters cut into words at a time, so that a long article is never held as a list of them."""
MOST_LETTERS = 200_000
"""Characters of articles that are cut together: some thirty of the usual length. What is held for
them comes to 10 MB, and more at a time gains nothing (2026-11-29)."""
_BLANK = re.compile(r"\s+")
_IS_BLANK = np.array([chr(code).isspace() for code in range(0x3002)])
"""Which code points are blanks; none above the last is."""


def segment(article: Article) -> Document:
    """Cut an article once, for everything that follows; headline and body may be empty.

    Returns
    -------
    Document
        `text[span.start:span.end]` is the span's text for every span in it.
    """
    return segment_together([article])[0]


def cut_together(articles: Iterable[Article]) -> Iterator[Document]:
    """Yield the document of each article, in order; short neighbours share a passage."""
    near, letters = list[Article](), 0
    for article in articles:
        size = len(article.headline) + len(article.body)
        if near and letters + size > MOST_LETTERS:
            yield from segment_together(near)
            near, letters = [], 0
        near.append(article)
        letters += size
    if near:
        yield from segment_together(near)


def segment_together(articles: Sequence[Article]) -> list[Document]:
    """Cut several articles, each as `segment` does, so that they share one passage.

    What depends on their words alone is then worked out for all of them at once; it is held as
    long as one of the documents is.
    """
    pieces = current_pieces()
    drafts = [_Draft.of(article, *_text_of(article), pieces) for article in articles]
    row = Row(pieces.types, np.frombuffer(b"".join([d.rows for d in drafts]), np.int32))
    lengths, last = row.column(LENGTH), 0
    for draft in drafts:
        first, last = last, last + len(draft.rows) // row.numbers.itemsize
        draft.place(lengths[first:last])
    documents = [*map(_Draft.document, drafts, _passages(row, drafts))]
    whole = documents[0].passage.whole
    if whole:
        whole.sharers.extend(map(ref, documents))
    return documents


def _passages(row: Row, drafts: Sequence["_Draft"]) -> Iterator[Passage]:
    """Yield the passage of each article: a part of one, or all of it where there is one article."""
    words = [len(draft.starts) for draft in drafts]
    firsts = [_firsts(draft.sentences) for draft in drafts]
    if len(drafts) == 1:
        return iter([Passage(row, firsts[0])])
    before = [0, *accumulate(words)]
    shifted = [own + shift for own, shift in zip(firsts, before, strict=False)]
    return Passage(row, np.concatenate(shifted)).parts(words, [*map(len, firsts)])


@dataclass
class _Draft:
    """An article on its way to a document."""

    article: Article
    text: str
    spans: list[Span]
    """Headline and paragraphs."""
    stretches: list[Span]
    """What was cut by itself."""
    rows: bytes
    """Of its tokens among the types, packed."""
    starts: Ints = field(init=False)
    units: list[Paragraph] = field(init=False)
    sentences: tuple[Sentence, ...] = field(init=False)

    @classmethod
    def of(cls, article: Article, text: str, spans: list[Span], pieces: Pieces) -> "_Draft":
        """Cut a text into tokens."""
        stretches, rows = list[Span](), list[bytes]()
        for unit, pattern in _alike(text, spans):
            for stretch in _stretches(text, unit):
                stretches.append(stretch)
                rows.append(_rows(stretch.of(text), pattern, pieces))
        return cls(article, text, spans, stretches, b"".join(rows))

    def place(self, lengths: Ints) -> None:
        """Find where tokens, paragraphs and sentences stand; `lengths` are the tokens'."""
        self.starts = _places(self.text, self.stretches, lengths)
        self.units = _units(self.spans, self.starts)
        self.sentences = _cut_sentences(self.text, self.units, self.starts)

    def document(self, passage: Passage) -> Document:
        """Return the document, its words and sentences being those of a passage."""
        quotations = find_quotations(self.text, self.spans)
        return Document(
            article=self.article,
            text=self.text,
            headline=self.units[0],
            paragraphs=tuple(self.units[1:]),
            sentences=self.sentences,
            passage=passage,
            starts=self.starts,
            quoted=are_quoted(self.starts, quotations),
            quotations=quotations,
        )


def segment_lines(lines: Sequence[str]) -> Document:
    """Cut lines that have nothing to do with each other, such as headlines, all at once.

    Each is a paragraph and one sentence, whatever stands in it, and is read as a headline:
    just as `segment` cuts an article of that headline and nothing else.
    """
    lines, pieces = [tidy(line).strip() for line in lines], current_pieces()
    draft = _Draft.of(Article(), *_lay_out("", lines), pieces)
    row = Row(pieces.types, np.frombuffer(draft.rows, np.int32))
    starts = _places(draft.text, draft.stretches, row.column(LENGTH))
    units = _units(draft.spans, starts)
    quotations = tuple(_quotations_of(lines, draft.spans[1:]))
    sentences = tuple(
        Sentence(unit.start, unit.end, "headline", number, unit.first, unit.last)
        for number, unit in enumerate(units[1:])
        if unit.last > unit.first
    )
    return Document(
        article=draft.article,
        text=draft.text,
        headline=units[0],
        paragraphs=tuple(units[1:]),
        sentences=sentences,
        passage=Passage(row, _firsts(sentences)),
        starts=starts,
        quoted=are_quoted(starts, quotations),
        quotations=quotations,
    )


def _firsts(sentences: Iterable[Sentence]) -> Ints:
    return np.array([sentence.first for sentence in sentences], dtype=np.int32)


def _quotations_of(lines: Sequence[str], spans: Sequence[Span]) -> Iterator[Quotation]:
    """Yield the quotations of each line by itself."""
    for number, (line, span) in enumerate(zip(lines, spans, strict=True)):
        for found in find_quotations(line, [Span(0, len(line))]):
            start, end = span.start + found.start, span.start + found.end
            yield replace(found, start=start, end=end, paragraph=number)


def _text_of(article: Article) -> tuple[str, list[Span]]:
    """Return an article's text, and where headline and paragraphs stand in it."""
    return _lay_out(tidy(article.headline).strip(), split_paragraphs(tidy(article.body)))


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


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


def _rows(text: str, pattern: re.Pattern[str], pieces: Pieces) -> bytes:
    """Return the rows of a stretch's tokens among the types, packed."""
    if pattern is TOKEN:
        return b"".join(map(pieces.__getitem__, text.split()))
    types = pieces.types
    return array("i", [types[word] for word, _ in pattern.findall(text)]).tobytes()


def _stretches(text: str, unit: Span) -> Iterator[Span]:
    """Yield a unit in stretches that end at a blank, so that few words are held at a time."""
    start = unit.start
    while unit.end - start > STRETCH:
        blank = _BLANK.search(text, start + STRETCH, unit.end)
        if blank is None:
            break
        yield Span(start, blank.end())
        start = blank.end()
    yield Span(start, unit.end)


def _places(text: str, stretches: Sequence[Span], lengths: Ints) -> Ints:
    """Return where each token starts: all but the blanks of a text belongs to its tokens."""
    written = np.concatenate([_written(text, stretch) for stretch in stretches])
    before = lengths.cumsum() - lengths
    places: Ints = written[before]
    return places


def _written(text: str, stretch: Span) -> Ints:
    """Return where the characters of a stretch stand that are no blanks."""
    letters = np.frombuffer(stretch.of(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_blank = _IS_BLANK[np.minimum(letters, len(_IS_BLANK) - 1)]
    written: Ints = (~is_blank).nonzero()[0].astype(np.int32) + np.int32(stretch.start)
    return written


def _units(spans: Sequence[Span], starts: Ints) -> list[Paragraph]:
    """Return headline and paragraphs with the tokens they hold."""
    ends = [span.end for span in spans]
    lasts = np.searchsorted(starts, ends).tolist()
    return [
        Paragraph(span.start, span.end, first, last)
        for span, first, last in zip(spans, [0, *lasts], lasts, strict=False)
    ]


def are_quoted(starts: Ints, quotations: Iterable[Quotation]) -> Bools:
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
