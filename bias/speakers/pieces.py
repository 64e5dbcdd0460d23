"""The parts of attributions: neighbouring words with one label, and what they are joined to."""

from dataclasses import dataclass

import numpy as np

from bias.document.document import Document
from bias.models.attribution import PARTS
from bias.speakers.sources import Speaker
from bias.values import value
from bias.words.types import Ints


@value(frozen=True, slots=True)
class Piece:
    """Neighbouring words of one part: the tokens `[first, last)` of one sentence."""

    part: str
    """One of `PARTS`."""
    first: int
    last: int
    sentence: int
    """Index into `Document.sentences`."""

    def apart(self, other: "Piece") -> int:
        """Return how many tokens lie between two pieces."""
        return max(self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: a source, the cue that says so, and what is said."""

    cue: Piece | None
    """None where only a quotation's marks say so."""
    source: Piece | None
    """None where nobody is named: "reportedly", "is seen as"."""
    contents: tuple[Piece, ...]
    speaker: Speaker | None = None
    """Who the source is."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that it consists of."""
        return (*filter(None, (self.source, self.cue)), *self.contents)


def pieces_of(document: Document, labels: Ints) -> list[Piece]:
    """Return the pieces that labels make, in order; none goes on in the next sentence."""
    part, sentence_of = (labels + 1) // 2, document.sentence_of
    begins = labels % 2 == 1
    begins[1:] |= (part[1:] != part[:-1]) | (sentence_of[1:] != sentence_of[:-1])
    begins[:1] = True
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(labels)).tolist()
    kinds, sentences = part[firsts].tolist(), sentence_of[firsts].tolist()
    rows = zip(kinds, firsts.tolist(), lasts, sentences, strict=True)
    return [Piece(PARTS[kind - 1], *row) for kind, *row in rows if kind]
