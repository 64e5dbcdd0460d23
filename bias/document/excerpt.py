"""Some of a document's words as a document of their own: what else stands in it is not there.

Nothing is cut again. The text stays, and with it every offset; what is left out has no word,
no sentence, no paragraph and no quotation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

import numpy as np

from bias.document.document import Document, Paragraph, Quotation, Sentence
from bias.document.marks import opens_with_mark
from bias.document.quotes import find_quotations
from bias.document.segment import are_quoted
from bias.words.cut import Span
from bias.words.types import Bools, Ints

_CLOSING = "”“\"»’'"


def excerpt(document: Document, kept: Bools) -> Document:
    """Return a document of some tokens of another.

    Parameters
    ----------
    document
        The whole.
    kept
        Which of its tokens stay.

    Returns
    -------
    Document
        Its paragraphs and sentences are those with a token left, numbered anew. One that loses
        tokens is one of the others, from the first to the last, and so is a quotation.
    """
    rest = _Rest(document, kept)
    quotations = tuple(sorted(rest.quotations(), key=lambda quotation: quotation.start))
    return Document(
        article=document.article,
        text=document.text,
        headline=rest.paragraph(document.headline),
        paragraphs=tuple(rest.paragraphs),
        sentences=tuple(rest.sentences()),
        passage=document.passage.where(kept),
        starts=rest.starts,
        quoted=are_quoted(rest.starts, quotations),
        quotations=quotations,
    )


@dataclass(frozen=True, eq=False)
class _Rest:
    """What is left of a document."""

    document: Document
    kept: Bools

    @cached_property
    def starts(self) -> Ints:
        """Where each token that is kept starts."""
        return self.document.starts[self.kept]

    @cached_property
    def ends(self) -> Ints:
        """Where it ends."""
        return self.document.ends[self.kept]

    @cached_property
    def before(self) -> Ints:
        """How many tokens are kept before each of the document's, and in all."""
        return np.append(np.int32(0), np.cumsum(self.kept, dtype=np.int32))

    @cached_property
    def numbers(self) -> list[int]:
        """Which paragraphs have a token left."""
        paragraphs = enumerate(self.document.paragraphs)
        return [number for number, p in paragraphs if self.before[p.first] < self.before[p.last]]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Them, as they are now."""
        return [self.paragraph(self.document.paragraphs[number]) for number in self.numbers]

    def paragraph(self, unit: Paragraph) -> Paragraph:
        """Return what is left of a paragraph, or of the headline, which may be empty."""
        first, last = self.before.item(unit.first), self.before.item(unit.last)
        if first == last:
            return unit
        return Paragraph(self.starts.item(first), self.ends.item(last - 1), first, last)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences that have a token left."""
        for s in self.document.sentences:
            first, last = self.before.item(s.first), self.before.item(s.last)
            if first < last:
                start, end = self.starts.item(first), self.ends.item(last - 1)
                yield Sentence(start, end, s.part, self._place[s.paragraph], first, last)

    @cached_property
    def _place(self) -> dict[int, int]:
        """The new number of each paragraph that is left, by the old one."""
        return {-1: -1, **{number: place for place, number in enumerate(self.numbers)}}

    def quotations(self) -> Iterator[Quotation]:
        """Yield the quotations.

        They are looked for again where words have gone from between others, or paragraphs over
        which a quotation may run on.
        """
        if self._loses_words or (self._has_gaps and self._runs_on):
            yield from self._found()
            return
        for q in self.document.quotations:
            if q.paragraph in self._place:
                number = self._place[q.paragraph]
                yield Quotation(q.start, q.end, q.kind, q.part, number, q.continues)

    @property
    def _loses_words(self) -> bool:
        """Whether a paragraph that is left has lost a word."""
        units = zip(*self._units(), strict=True)
        return any(left.last - left.first < whole.last - whole.first for whole, left in units)

    @property
    def _has_gaps(self) -> bool:
        """Whether paragraphs between others are left out."""
        numbers = self.numbers
        return len(numbers) > 0 and numbers[-1] - numbers[0] >= len(numbers)

    @property
    def _runs_on(self) -> bool:
        """Whether a mark is left open, or opens a paragraph beside a gap."""
        text = self.document.text
        opens = partial(opens_with_mark, text)
        paragraphs = self.document.paragraphs
        if any(q.continues or text[q.end - 1] not in _CLOSING for q in self.document.quotations):
            return True
        return any(
            opens(paragraphs[number + 1]) != opens(paragraphs[below])
            for number, below in pairwise(self.numbers)
            if below > number + 1
        )

    def _found(self) -> Iterator[Quotation]:
        """Yield what is found if nothing else had stood between the words that are left."""
        places: list[int] = []
        spans: list[Span] = []
        for whole, left in zip(*self._units(), strict=True):
            start = len(places)
            places += self._places(whole, left)
            spans.append(Span(start, len(places)))
        text = "".join(map(self.document.text.__getitem__, places))
        for q in find_quotations(text, spans):
            start, end = places[q.start], places[q.end - 1] + 1
            yield Quotation(start, end, q.kind, q.part, q.paragraph, q.continues)

    def _units(self) -> tuple[list[Paragraph], list[Paragraph]]:
        """Return headline and paragraphs with a token left, as they were and as they are."""
        document = self.document
        whole = [document.headline, *(document.paragraphs[number] for number in self.numbers)]
        return whole, [self.paragraph(document.headline), *self.paragraphs]

    def _places(self, whole: Paragraph, left: Paragraph) -> list[int]:
        """Return where the letters stand that are left of a paragraph, and the blanks between."""
        tokens = slice(whole.first, whole.last)
        sizes = np.diff(self.document.starts[tokens], append=np.int32(whole.end))
        places = whole.start + self.kept[tokens].repeat(sizes).nonzero()[0]
        found: list[int] = places[places < left.end].tolist()
        return found


def text_without(text: str, unit: Span, pieces: Iterable[Span]) -> str:
    """Return a paragraph or the headline without the pieces that lie in it."""
    parts, place = [], unit.start
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if unit.start <= piece.start and piece.end <= unit.end:
            parts.append(text[place : piece.start].strip())
            place = piece.end
    parts.append(text[place : unit.end].strip())
    return " ".join(part for part in parts if part)


def blanked(text: str, pieces: Iterable[Span]) -> str:
    r"""Return a text in which some pieces are blanks; every offset stays.

    >>> blanked("One.\nTwo.", [Span(0, 4)])
    '    \nTwo.'
    """
    parts: list[str] = []
    place = 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        start = max(place, piece.start)
        parts += (text[place:start], " " * (piece.end - start))
        place = max(place, piece.end)
    return "".join((*parts, text[place:])) if parts else text
