"""The words of every unit as the model of lines sees them: names hidden, edges marked."""

from collections.abc import Sequence

import numpy as np

from bias.document.document import Document
from bias.document.masked import mask
from bias.models.lines import EDGE
from bias.roles.words import Counts
from bias.words.numbered import Numbered
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary


def lines_of(documents: Sequence[Document]) -> Numbered:
    """Return the words of every unit of some documents; a headline's line is empty."""
    numbers, units, before = list[Ints](), list[Counts](), 0
    for document in documents:
        masked, first = mask(document), np.array([p.first for p in document.paragraphs], np.intp)
        tokens = masked.tokens
        begin = int(tokens.searchsorted(document.headline.last))
        numbers.append(masked.numbers[begin:])
        units.append(before - 1 + first.searchsorted(tokens[begin:], "right"))
        before += len(first) + 1
    return _between_edges(np.concatenate(numbers), np.concatenate(units), before)


def _between_edges(numbers: Ints, units: Counts, count: int) -> Numbered:
    """Set each unit's words between two edges."""
    vocabulary, every = shipped_vocabulary(), np.arange(count)
    known = np.where(numbers, numbers, vocabulary.size)
    firsts, ends = units.searchsorted(every), units.searchsorted(every, "right")
    edges = np.stack([firsts, ends], axis=1).ravel()
    told = np.insert(known, edges, EDGE).astype(np.int32)
    sentence = np.insert(units, edges, every.repeat(2)).astype(np.int32)
    return Numbered(vocabulary, told, sentence, count)
