"""Whose words and views stand where: what the text lays at somebody's door without quotation marks.

A paraphrase that the outlet makes its own stays the outlet's: "the vote shows how …", "I think".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from bias.document.document import Document
from bias.speakers.patterns import CHARGING
from bias.speakers.pieces import Attribution, Piece
from bias.speakers.sources import Speaker
from bias.speakers.tone import reports_words
from bias.words.classes import word_set
from bias.words.types import Bools, Ints

_OURSELVES = frozenset({"i", "we", "us"})
"""Sources that are the writer."""

_OBJECTS = word_set("objects_are_ours")
"""Cues whose object, when it is no clause, the outlet names in its own words."""
_OPENERS = frozenset({"that", "whether", "how", "why", "it", "he", "she", "they", "as"})
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "should",
     "may", "might", "must", "did", "does", "do", "as"}
)  # fmt: skip
"""One of them shows that a content is a clause."""


@dataclass(frozen=True, eq=False)
class Reported:
    """What a document reports."""

    document: Document
    attributions: Sequence[Attribution]

    @cached_property
    def reports(self) -> tuple[bool, ...]:
        """Tell of each attribution whether it reports words or a view that the outlet leaves."""
        return tuple(map(self._reports, self.attributions))

    def _reports(self, attribution: Attribution) -> bool:
        keys, cue, source = self.document.keys, attribution.cue, attribution.source
        if source and source.last - source.first == 1 and keys[source.first] in _OURSELVES:
            return False
        if cue is None:
            return False
        if not reports_words(keys[cue.first : cue.last]):
            is_attack = not CHARGING.isdisjoint(keys[cue.first : cue.last])
            return is_attack and any(map(self._is_charge, attribution.contents))
        return not self._names_object(attribution, keys[cue.first : cue.last])

    def _names_object(self, attribution: Attribution, cue: Sequence[str]) -> bool:
        """Tell whether a content only names what is announced or praised: "the reckless plan"."""
        if _OBJECTS.isdisjoint(cue):
            return False
        return not any(self._is_clause(piece) for piece in attribution.contents)

    def _is_clause(self, piece: Piece) -> bool:
        keys = self.document.keys[piece.first : piece.last]
        return keys[0] in _OPENERS or not _FINITE.isdisjoint(keys)

    def _is_charge(self, piece: Piece) -> bool:
        """Tell whether a content says what somebody is blamed for: "for failing the schools"."""
        keys = self.document.keys[piece.first : piece.last]
        return any(key in ("for", "of") and after.endswith("ing") for key, after in pairwise(keys))

    @cached_property
    def owners(self) -> Ints:
        """Of each token, the index of the attribution whose content holds it; -1 for none."""
        owners = np.full(len(self.document.starts), -1, dtype=np.int32)
        for number, attribution in enumerate(self.attributions):
            for piece in attribution.contents:
                owners[piece.first : piece.last] = number
        return owners

    @cached_property
    def mask(self) -> Bools:
        """Which tokens are reported: in a content, and in no direct speech."""
        reports = np.append(np.array(self.reports, dtype=np.bool_), np.bool_(False))
        mask: Bools = reports[self.owners] & ~self.document.quoted
        return mask

    def speaker_at(self, token: int) -> Speaker | None:
        """Return who says what stands at a token, as far as an attribution tells."""
        owner = int(self.owners[token])
        return self.attributions[owner].speaker if owner >= 0 else None
