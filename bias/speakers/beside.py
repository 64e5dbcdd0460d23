"""Who speaks beside a quotation's marks, where the model found no source: “…,” says Gibson.

A listed report verb stands at the marks, and behind or before it a name or a description.
"""

from collections.abc import Mapping
from functools import cache

from bias.document.columns import KIND, MARK, UPPER
from bias.document.document import Document
from bias.lists.groups import REPORT
from bias.lists.index import listed_words
from bias.speakers.pieces import Piece
from bias.words.classes import CUTTERS, DATES, DETERMINERS, PREPOSITIONS, SKIPPED

MOST_WEIGHT = 0.5
"""Weight up to which a listed verb may stand so."""
REACH = 8
"""Words of a source, at most."""
ASIDE = 30
"""Words between the two marks of an aside, at most."""
_PERSONS = frozenset({"he", "she", "they"})

Found = tuple[Piece, Piece]
"""A cue and its source."""


@cache
def _verbs() -> frozenset[str]:
    terms: Mapping[str, object] = listed_words(REPORT)
    return frozenset(key for key in terms if listed_words(REPORT)[key].weight <= MOST_WEIGHT)


class Beside:
    """Reads the words at the marks of quotations; flags are 1 or 0 a token."""

    def __init__(self, document: Document) -> None:
        self._document, self._keys = document, document.keys
        self._upper = document.column(UPPER).tobytes()
        self._is_mark = (document.column(KIND) == MARK).tobytes()
        self._quoted = document.quoted.tobytes()

    def after(self, place: int) -> Found | None:
        """Read “…,” said Mr. Ryan and “…,” Mr. Ryan said; `place` is the token behind the mark."""
        if place >= len(self._keys) or self._quoted[place] or not self._goes_on(place):
            return None
        last = self._last(place)
        if self._keys[place] in _verbs():
            end = self._end(place + 1, last)
            return self._found(place, place + 1, end) if self._opens(place + 1, last) else None
        end = self._end(place, last)
        verb = self._skip(end, last)
        is_tag = verb < last and self._keys[verb] in _verbs() and self._opens(place, last)
        return self._found(verb, place, end) if is_tag else None

    def before(self, place: int) -> Found | None:
        """Read Mr. Ryan said: “…”; `place` is the token of the opening mark."""
        verb = place - 1
        first = self._document.sentences[int(self._document.sentence_of[place])].first
        while verb > first and (self._is_mark[verb] or self._keys[verb] == "that"):
            verb -= 1
        if place - verb > 3 or verb <= first or self._keys[verb] not in _verbs():
            return None
        end = verb
        while end > first and self._is_aside(end - 1):
            end -= 1
        if end > first and self._is_mark[end - 1]:
            end = self._aside_start(end - 1, first)
        start = end
        while start > first and end - start < REACH and self._within(start - 1):
            start -= 1
        return self._found(verb, start, end) if self._opens(start, end) else None

    def _goes_on(self, place: int) -> bool:
        """Tell whether the sentence of the mark goes on behind it."""
        sentence_of = self._document.sentence_of
        return bool(place and sentence_of[place] == sentence_of[place - 1])

    def _aside_start(self, mark: int, first: int) -> int:
        """Return where an aside begins that ends with a mark: “X — which is new — says”."""
        floor = max(first, mark - ASIDE)
        places = range(mark - 1, floor, -1)
        is_open = (p for p in places if self._is_mark[p] and self._upper[p - 1])
        return next(is_open, mark + 1)

    def _last(self, place: int) -> int:
        sentence = self._document.sentences[int(self._document.sentence_of[place])]
        return min(sentence.last, place + REACH + 2)

    def _end(self, first: int, last: int) -> int:
        """Return where the words that begin a source end."""
        end = first
        while end < last and self._within(end) and not self._is_aside(end):
            end += 1
        return end

    def _skip(self, place: int, last: int) -> int:
        while place < last and self._is_aside(place):
            place += 1
        return place

    def _is_aside(self, place: int) -> bool:
        key = self._keys[place]
        return key in SKIPPED or key in DATES or (key.endswith("ly") and not self._upper[place])

    def _within(self, place: int) -> bool:
        key = self._keys[place]
        outside = key in PREPOSITIONS or key in CUTTERS or key in _verbs()
        is_stop = self._is_mark[place] and key != "."
        return not (outside or is_stop or self._quoted[place])

    def _opens(self, first: int, last: int) -> bool:
        """Tell whether a source can begin with a word."""
        if first >= last:
            return False
        key = self._keys[first]
        return bool(self._upper[first]) or key in DETERMINERS or key in _PERSONS

    def _found(self, verb: int, first: int, last: int) -> Found | None:
        if self._is_mark[last - 1]:
            last -= 1
        if first >= last:
            return None
        sentence = int(self._document.sentence_of[verb])
        return Piece("cue", verb, verb + 1, sentence), Piece("source", first, last, sentence)
