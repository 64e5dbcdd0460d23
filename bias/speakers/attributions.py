"""Who says what: sources, cues and contents, joined to attributions.

Labels say which words are of which part. A source belongs to the cue beside it, a content to the
cue of its sentence that is nearest; a quotation that goes on without a cue belongs to the
attribution before it. PolNeAR's scheme: speech, writing, thought, intention, attitude.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np

from bias.document.document import Document, Quotation
from bias.speakers.beside import Beside, Found
from bias.speakers.labels import label
from bias.speakers.naming import Naming
from bias.speakers.patterns import with_patterns
from bias.speakers.pieces import Attribution, Piece, pieces_of
from bias.words.types import Ints


def find_attributions(document: Document, labels: Ints | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a document, in the order in which they begin.

    Parameters
    ----------
    document
        The article as cut by `bias.document.segment.segment`.
    labels
        Of each token, see `bias.speakers.labels.label`; the shipped model's unless given.
    """
    if not len(document.starts):
        return ()
    labels = label(document) if labels is None else labels
    pieces = pieces_of(document, with_patterns(document, labels))
    joined, sentences = _Joined(document), document.sentences
    for _, here in groupby(pieces, key=lambda piece: sentences[piece.sentence].paragraph):
        joined.add([*here])
    return tuple(Naming(document).named(_mended(document, joined.found)))


def _of(pieces: Sequence[Piece], part: str) -> list[Piece]:
    return [piece for piece in pieces if piece.part == part]


@dataclass
class _Joined:
    """Attributions as they are put together, paragraph by paragraph."""

    document: Document
    found: list[Attribution] = field(default_factory=list)

    def add(self, pieces: Sequence[Piece]) -> None:
        """Join the pieces of one paragraph."""
        cues, contents = _of(pieces, "cue"), _of(pieces, "content")
        if not cues:
            self._without_cue(pieces, contents)
            return
        row, sources = _Row(cues), _Row(_of(pieces, "source"))
        of_cue: dict[Piece, list[Piece]] = {cue: [] for cue in cues}
        for content in contents:
            of_cue[self._cue_of(content, row)].append(content)
        for place, cue in enumerate(cues):
            source, said = _source_of(place, cues, sources), of_cue[cue]
            if source is None and len(said) > 1 and self._inverted(cue, said[-1]):
                source = replace(said.pop(), part="source")
            self.found.append(Attribution(cue, source, tuple(said)))

    def _inverted(self, cue: Piece, content: Piece) -> bool:
        """Tell whether what was taken for a content is a name: “…”, said Ada Brill."""
        is_next = content.first == cue.last
        return is_next and self.document.forms[content.first][0].isupper()

    def _without_cue(self, pieces: Sequence[Piece], contents: Sequence[Piece]) -> None:
        """Give a paragraph without a cue to the attribution before it, where that can go on."""
        if not contents:
            return
        source = next(iter(_of(pieces, "source")), None)
        if self.found and not source and self._goes_on(self.found[-1], contents[0]):
            before = self.found[-1]
            self.found[-1] = replace(before, contents=(*before.contents, *contents))
        else:
            self.found.append(Attribution(None, source, tuple(contents)))

    def _goes_on(self, before: Attribution, content: Piece) -> bool:
        """Tell whether a quotation in the next paragraph can be the same speaker's."""
        sentences, last = self.document.sentences, before.pieces[-1].sentence
        is_next = sentences[content.sentence].paragraph - sentences[last].paragraph == 1
        return is_next and bool(self.document.quoted[content.first])

    def _cue_of(self, content: Piece, cues: "_Row") -> Piece:
        """Return the cue that a content of the same paragraph belongs to."""
        before, after = cues.around(content)
        beside = [cue for cue in (before, after) if cue and cue.sentence == content.sentence]
        if beside:
            return min(beside, key=content.apart)
        if before is None or (after and self._runs_on(content, after)):
            return after or cues.pieces[0]
        return before

    def _runs_on(self, content: Piece, cue: Piece) -> bool:
        """Tell whether the quotation around a content goes on in the sentence of a cue."""
        document = self.document
        start = int(document.starts[content.first])
        quotation = quotation_at(document.quotations, start)
        return quotation is not None and quotation.end > document.sentences[cue.sentence].start


def _mended(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Give quotations without a source the one that stands at their marks."""
    beside = Beside(document)
    parts = [part for attribution in found for part in _sourced(document, beside, attribution)]
    parts += _overlooked(document, beside, parts)
    return sorted(parts, key=lambda part: min(piece.first for piece in part.pieces))


def _sourced(document: Document, beside: Beside, found: Attribution) -> Iterator[Attribution]:
    """Yield an attribution without the quotations that somebody else is named beside, and those."""
    left, others = list[Piece](), dict[Found, list[Piece]]()
    for piece in found.contents:
        is_sure = found.source and found.cue and found.cue.sentence == piece.sentence
        is_quoted = not is_sure and document.quoted[piece.first : piece.last].any()
        told = _told_at(document, beside, piece) if is_quoted else None
        if told is None or (found.source and _is_of(found, told[0])):
            left.append(piece)
        else:
            others.setdefault(told, []).append(piece)
    if not others:
        yield found
        return
    same = next((told for told in others if _is_of(found, told[0])), None)
    if same:
        others[same] += left
    elif left or found.source:
        yield Attribution(found.cue, found.source, tuple(left))
    yield from (Attribution(*told, tuple(pieces)) for told, pieces in others.items())


def _overlooked(
    document: Document, beside: Beside, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield what is said in quotations of which the model saw nothing, where somebody is named."""
    seen = np.zeros(len(document.starts), dtype=np.bool_)
    for attribution in found:
        for piece in attribution.pieces:
            seen[piece.first : piece.last] = True
    spans = np.array([(q.start, q.end) for q in document.quotations], dtype=np.int32)
    places = document.starts.searchsorted(spans).tolist()
    for quotation, (first, last) in zip(document.quotations, places, strict=True):
        if quotation.kind == "direct" and last > first and not seen[first:last].any():
            told = beside.after(last) or beside.before(first)
            if told and not any(seen[piece.first] for piece in told):
                yield Attribution(*told, tuple(_by_sentence(document, first, last)))


def _by_sentence(document: Document, first: int, last: int) -> Iterator[Piece]:
    """Yield the pieces of a quotation, one a sentence."""
    for number in dict.fromkeys(document.sentence_of[first:last].tolist()):
        sentence = document.sentences[number]
        yield Piece("content", max(first, sentence.first), min(last, sentence.last), number)


def _is_of(found: Attribution, cue: Piece) -> bool:
    """Tell whether an attribution has a cue already, maybe with more words."""
    return found.cue is not None and found.cue.first <= cue.first < found.cue.last


def _told_at(document: Document, beside: Beside, piece: Piece) -> Found | None:
    """Return the cue and source at the marks of the quotation that a piece stands in."""
    opens = piece.first + int(document.quoted[piece.first : piece.last].argmax())
    quotation = quotation_at(document.quotations, int(document.starts[opens]))
    if quotation is None:
        return None
    span = np.array((quotation.start, quotation.end), dtype=np.int32)
    first, last = document.starts.searchsorted(span).tolist()
    return beside.after(last) or beside.before(first)


def quotation_at(quotations: Sequence[Quotation], start: int) -> Quotation | None:
    """Return the quotation around a place of the text, if there is one."""
    place = bisect_right(quotations, start, key=lambda quotation: quotation.start) - 1
    found = quotations[place] if place >= 0 else None
    return found if found and start < found.end else None


class _Row:
    """Pieces of one kind in a paragraph, in order; the nearest are found without a walk."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._firsts = [piece.first for piece in pieces]

    def around(self, piece: Piece) -> tuple[Piece | None, Piece | None]:
        """Return the last that begins at or before a piece, and the first that begins after it."""
        place = bisect_right(self._firsts, piece.first)
        before = self.pieces[place - 1] if place else None
        return before, self.pieces[place] if place < len(self.pieces) else None


def _source_of(place: int, cues: Sequence[Piece], sources: _Row) -> Piece | None:
    """Return the source beside a cue: no other cue stands between; else that of the cue before."""
    cue, others = cues[place], (*cues[max(0, place - 1) : place], *cues[place + 1 : place + 2])
    here = [s for s in sources.around(cue) if s and s.sentence == cue.sentence]
    beside = [source for source in here if not any(_between(cue, source, c) for c in others)]
    if beside:
        return min(beside, key=cue.apart)
    return next((source for source in here if source.last <= cue.first), None)


def _between(one: Piece, other: Piece, piece: Piece) -> bool:
    """Tell whether a piece stands between two others."""
    low, high = sorted((one.first, other.first))
    return low < piece.first < high
