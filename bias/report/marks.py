"""The article's text cut at every cue and quotation: what is set, and how marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from bias.charts.fonts import Face, printable
from bias.charts.style import FAMILIES, INSERT_KINDS, OTHER, Family, family_of
from bias.document.document import Cue
from bias.features.base import MINOR
from bias.report.print.lines import Piece
from bias.values import value
from bias.words.cut import Span

if TYPE_CHECKING:
    from bias.analysis import Analysis

RANK = {family.feature: rank for rank, family in enumerate(FAMILIES)}
"""Where cues overlap, the earlier family gives the mark its colour."""
REFERENCE_SCALE = 0.62


@value(frozen=True, slots=False)
class Stretch(Span):
    """A stretch of text under the same cues, in one voice."""

    cues: tuple[Cue, ...] = ()
    quoted: bool = False
    """It stands inside direct speech."""
    ends: tuple[int, ...] = ()
    """Numbers of the listed cues that end here."""

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Return the families that mark this stretch, the first gives the colour."""
        found = dict.fromkeys(family_of(cue.feature) for cue in self.cues)
        strong = self.strong
        return tuple(sorted(found, key=lambda f: (f not in strong, RANK.get(f.feature, len(RANK)))))

    @cached_property
    def strong(self) -> frozenset[Family]:
        """Return the families of the cues that weigh something; inserts always do."""
        return frozenset(family_of(cue.feature) for cue in self.cues if _weighs(cue, MINOR))

    @cached_property
    def insert(self) -> Cue | None:
        """Return the insert inside a paragraph that this stretch is part of."""
        return next((cue for cue in self.cues if cue.category in INSERT_KINDS), None)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of set text is marked."""

    families: tuple[Family, ...] = ()
    strong: frozenset[Family] = frozenset()
    """Those of `families` whose letters stand in the margin."""
    quoted: bool = False
    references: tuple[int, ...] = ()
    """Numbers of listed cues: then the piece is these, not the article's words."""

    @property
    def family(self) -> Family:
        """Return the family whose colour it takes."""
        return self.families[0] if self.families else OTHER


def cut(
    analysis: "Analysis",
    span: Span,
    numbers: Mapping[Cue, int],
    also: Iterable[int] = (),
    least: float = 0.0,
) -> list[Stretch]:
    """Cut a paragraph, or the headline, where its marks change.

    Cues as long as the whole paragraph are left out: they are drawn as its box.

    Parameters
    ----------
    analysis, span
        Of the article, and which part of its text.
    numbers
        Of the listed cues.
    also
        Offsets to cut at besides, such as the sentences'.
    least
        Leave out lighter cues, inserts excepted: on paper, where no reader can switch
        them off, a mark under every "said" hides those that matter.
    """
    inside = [cue for cue in analysis.cues if _inside(cue, span)]
    cues = [cue for cue in inside if not _covers(cue, span) and _weighs(cue, least)]
    spoken = analysis.reading.quotations
    speech = [q for q in spoken if q.kind == "direct" and q.meets(span)]
    edges = {span.start, span.end, *also}
    edges.update(edge for part in (*cues, *speech) for edge in (part.start, part.end))
    bounds = sorted(edge for edge in edges if span.start <= edge <= span.end)
    return [
        Stretch(
            start,
            end,
            tuple(cue for cue in cues if cue.start <= start and end <= cue.end),
            any(q.start <= start and end <= q.end for q in speech),
            tuple(sorted(numbers[cue] for cue in inside if cue in numbers and cue.end == end)),
        )
        for start, end in pairwise(bounds)
    ]


def _inside(cue: Cue, span: Span) -> bool:
    return span.start <= cue.start and cue.end <= span.end and cue.start < cue.end


def _weighs(cue: Cue, least: float) -> bool:
    return cue.weight >= least or cue.category in INSERT_KINDS


def _covers(cue: Cue, span: Span) -> bool:
    return cue.feature == "promo" and (cue.start, cue.end) == (span.start, span.end)


def pieces(text: str, stretches: Iterable[Stretch], face: Face) -> list[Piece[Ink]]:
    """Return stretches as pieces to set, with reference numbers after listed cues."""
    made = []
    for stretch in stretches:
        ink = Ink(stretch.families, stretch.strong, stretch.quoted)
        if words := printable(stretch.of(text), face):
            made.append(Piece(words, face, ink))
        if stretch.ends:
            reference = Ink(stretch.families, stretch.strong, stretch.quoted, stretch.ends)
            listed = ",".join(str(number) for number in stretch.ends)
            made.append(Piece(listed, "sans-bold", reference, REFERENCE_SCALE))
    return made


def plain(text: str, face: Face) -> list[Piece[Ink]]:
    """Return unmarked words as pieces to set."""
    return [Piece(printable(text, face), face, Ink())]
