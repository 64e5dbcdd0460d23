"""Whose words and views stand where: what the text lays at somebody's door without quotation marks.

A paraphrase that the outlet makes its own stays the outlet's: "the vote shows how …", "I think".
"""

from collections.abc import Iterator, Sequence
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
_CLAIMS = frozenset(
    f"{noun}{ending}"
    for noun in ("accusation", "allegation", "assertion", "charge", "claim", "suggestion")
    for ending in ("", "s")
)
NAMED_WITHIN = 5
"""Words within which a content that is a claim names it."""
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
            for first, last in self._said(attribution):
                owners[first:last] = number
        return owners

    def _said(self, attribution: Attribution) -> Iterator[tuple[int, int]]:
        """Yield the tokens that are said: what judges a claim, as in "absurd claims", is not."""
        cue = attribution.cue
        names_claim = cue is not None and self._claim_in(cue) is not None
        for piece in attribution.contents:
            claim = None if self._is_clause(piece) else self._claim_in(piece)
            if claim is not None:
                yield claim, piece.last
            elif not (names_claim and cue and 0 <= cue.first - piece.last <= 1):
                yield piece.first, piece.last

    def _claim_in(self, piece: Piece) -> int | None:
        """Return where a claim is named at the beginning of a piece: "her absurd allegations"."""
        last = min(piece.last, piece.first + NAMED_WITHIN)
        keys = self.document.keys[piece.first : last]
        return next((piece.first + n for n, key in enumerate(keys) if key in _CLAIMS), None)

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
