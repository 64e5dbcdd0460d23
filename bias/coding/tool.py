"""What the tool says of the items of an article, as one more who marks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bias.coding.items import BIASED, PLAIN, Item, items_of
from bias.coding.read import Mark
from bias.document.document import Cue
from bias.features.base import MINOR
from bias.words.cut import Span

if TYPE_CHECKING:
    from bias.analysis import Analysis

TOOL = "bias"
EVEN = 0.5
"""Probability from which it says `biased`."""
WORDS = frozenset({"loaded_terms", "headline"})
"""Whose cues are words that a person would mark."""


def marks_of(analysis: "Analysis") -> Iterator[Mark]:
    """Yield what the tool says: its rating, the roles, sentences and words, in the outlet's voice.

    An article that is not rated has no label.
    """
    bias = {(s.start, s.end): s.bias for s in analysis.sentences}
    roles = {(p.start, p.end): p.role for p in analysis.paragraphs}
    cues = [
        cue
        for cue in analysis.cues
        if cue.feature in WORDS and cue.weight >= MINOR
        and cue.voice == "outlet" and not cue.reported
    ]  # fmt: skip
    for item in items_of(analysis.document):
        place = item.start, item.end
        if item.kind == "article":
            label = _side(analysis.rating.bias)
        else:
            label = roles[place] if item.kind == "paragraph" else _side(bias[place])
        words = _words(item, cues) if item.kind == "sentence" else ()
        yield Mark(TOOL, item.name, item.kind, item.text, label, words)


def _side(probability: float | None) -> str:
    if probability is None:
        return ""
    return BIASED if probability >= EVEN else PLAIN


def _words(item: Item, cues: list[Cue]) -> tuple[Span, ...]:
    return tuple(Span(c.start - item.start, c.end - item.start) for c in cues if c.meets(item))
