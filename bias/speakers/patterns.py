"""Turns of phrase that lay a view at somebody's door and are too rare for the model to have learnt.

"Some regard it as a gimmick", "the union's message is that …", "for sceptics, the plan is …", "in
the view of the teachers, …", "according to Ada Brill". They add labels where the model gave none.
"""

from functools import cache

import numpy as np

from bias.document.columns import NUMBER
from bias.document.document import Document
from bias.models.attribution import BEGINS
from bias.words.classes import CUTTERS, DETERMINERS, PREPOSITIONS, SKIPPED, word_set
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

SOURCE, CUE, CONTENT = BEGINS
REACH = 12
"""Words between a verb of judging and its "as", and of a source, at most."""
_JUDGING = word_set("judging_as")
_SAYING = word_set("saying_nouns")
_BE = frozenset({"is", "was", "are", "were", "remains"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "—", "–", ".", "?", "!", "and", "but", "while"})
_CHARGE_ENDS = frozenset({",", ";", ":", "—", "–", "(", "while", "after", "because"})
OPENING = 3
"""Tokens before an opening "according to", at most: `However, according to …`."""
_IN_VIEW = frozenset({"view", "eyes", "opinion", "words"})
CHARGING = frozenset(
    {"accused", "accuses", "accusing", "berated", "blamed", "blames", "blaming", "blasted",
     "blasts", "chided", "chides", "condemned", "condemns", "criticised", "criticises",
     "criticising", "criticized", "criticizes", "criticizing", "denounced", "denounces",
     "faulted", "faults", "lambasted", "rebuked", "slammed", "slams"}
)  # fmt: skip
"""Verbs behind which "for" or "of" and an -ing word tell what somebody is charged with."""
_DASHES = frozenset({"—", "–", "--", ",", ":"})
_WORDS = (*sorted(_JUDGING | _SAYING | _IN_VIEW | CHARGING), "for", "to", "according")


@cache
def _wanted() -> Bools:
    return shipped_vocabulary().holds(_WORDS)


def with_patterns(document: Document, labels: Ints) -> Ints:
    """Return labels with those that turns of phrase add."""
    places = np.flatnonzero(_wanted()[document.column(NUMBER)] & ~document.quoted).tolist()
    if not places:
        return labels
    pattern = _Patterns(document, labels.copy())
    for place in places:
        pattern.read(place)
    return pattern.labels


class _Patterns:
    """Reads turns of phrase in one document, and writes labels."""

    def __init__(self, document: Document, labels: Ints) -> None:
        self.labels, self._keys = labels, document.keys
        self._sentences, self._sentence_of = document.sentences, document.sentence_of
        self._is_word = document.is_word

    def read(self, place: int) -> None:
        """Read the turn of phrase that a word may belong to."""
        key, sentence = self._keys[place], self._sentences[int(self._sentence_of[place])]
        first, last = sentence.first, sentence.last
        if key == "according":
            self._according(place, last)
        elif 0 < self.labels[place] < CONTENT:
            return
        elif key in ("for", "to"):
            if place == first:
                self._opening(place + 1, last, place, place + 1)
        elif key in _IN_VIEW and self._keys[place - 1 : place + 2] == ["the", key, "of"]:
            if place - 2 == first:
                self._opening(place + 2, last, first, place + 2)
        elif key in CHARGING:
            self._charged(place, first, last)
        elif key in _SAYING:
            self._message(place, first, last)
        elif key in _JUDGING:
            self._judged(place, first, last)

    def _according(self, place: int, last: int) -> None:
        """Read a source behind "according to" that the model passed over."""
        start = place + 2
        if self._keys[place + 1 : start] == ["to"] and start < last and not self._marked(start):
            end = start
            while end < min(last, start + REACH) and self._names(end):
                end += 1
            self._write(CUE, place, start)
            self._write(SOURCE, start, end)
            self._told_by(place, end, last)

    def _told_by(self, cue: int, end: int, last: int) -> None:
        """Take what stands beside a newly found "according to …" for what its source says."""
        sentence = self._sentences[int(self._sentence_of[cue])]
        if (self.labels[sentence.first : last] >= CONTENT).any():
            return
        if self._keys[end : end + 1] == [","] and cue - sentence.first <= OPENING:
            self._write(CONTENT, end + 1, last - 1)
        elif self._keys[cue - 1] == "," or end >= last - 1:
            self._write(CONTENT, sentence.first, cue)

    def _marked(self, place: int) -> bool:
        return self.labels[place] in (SOURCE, SOURCE + 1)

    def _opening(self, first: int, last: int, cue: int, cue_end: int) -> None:
        """Read "for sceptics, the plan is a gamble": somebody, a comma, and what is so for them."""
        end = self._phrase_end(first, last)
        names_people = end > first and (self._keys[end - 1][-1:] == "s")
        if not names_people or self._keys[end : end + 1] != [","] or not self._is_free(cue, last):
            return
        if not _BE.isdisjoint(self._keys[end + 1 : last]):
            self._write(CUE, cue, cue_end)
            self._write(SOURCE, first, end)
            self._write(CONTENT, end + 1, last - 1)

    def _message(self, place: int, first: int, last: int) -> None:
        """Read "the union's message is that …"."""
        verb = place + 1
        if verb >= last:
            return
        if self._keys[verb] in _DASHES and self._keys[verb + 1 : verb + 2] == ["that"]:
            if self._is_free(place, last):
                end = self._closing(verb, last)
                self._write(CUE, place, verb)
                self._write(CONTENT, verb + 1, end)
            return
        if self._keys[verb + 1 : verb + 2] != ["that"] or self._keys[verb] not in _BE:
            return
        if self._is_free(place, last):
            start = self._phrase_start(place, first)
            if self._keys[place - 1] in ("'s", "'") and start < place - 1:
                self._write(SOURCE, start, place - 1)
            self._write(CUE, place, verb + 1)
            self._write(CONTENT, verb + 1, last - 1)

    def _closing(self, mark: int, last: int) -> int:
        """Return where a clause ends that a mark opens: at the same mark, or with its sentence."""
        keys = self._keys
        end = next((p for p in range(mark + 1, last) if keys[p] == keys[mark]), last - 1)
        return end if keys[mark] != "," else last - 1

    def _charged(self, verb: int, first: int, last: int) -> None:
        """Read "a member blasted the mayor for failing the schools"."""
        keys, reach = self._keys, range(verb + 1, min(last - 1, verb + REACH))
        start = next((p for p in reach if keys[p] in ("for", "of")), None)
        if start is None or not keys[start + 1].endswith("ing") or not self._is_free(verb, last):
            return
        end = next((p for p in range(start + 1, last) if keys[p] in _CHARGE_ENDS), last - 1)
        if keys[verb - 1] not in _BE:
            self._write(SOURCE, self._phrase_start(verb, first), verb)
        self._write(CUE, verb, verb + 1)
        self._write(CONTENT, start + 1, end)

    def _judged(self, verb: int, first: int, last: int) -> None:
        """Read "the owners cast the strikers as unpatriotic" and "is seen as a sham"."""
        keys = self._keys
        end = next((i for i in range(verb + 1, last) if keys[i] in _CLAUSE_ENDS), last)
        has_as = "as" in keys[verb + 1 : min(end, verb + REACH)]
        if not has_as or not self._is_free(verb, end):
            return
        if self._keys[verb - 1] not in ("to", *_BE):
            last_word = verb
            while last_word > first and keys[last_word - 1] in SKIPPED:
                last_word -= 1
            self._write(SOURCE, self._phrase_start(last_word, first), last_word)
        self._write(CUE, verb, verb + 1)
        self._write(CONTENT, verb + 1, end)

    def _is_free(self, first: int, last: int) -> bool:
        """Tell whether the model saw no source and no cue in some words."""
        here = self.labels[first:last]
        return not ((here > 0) & (here < CONTENT)).any()

    def _phrase_end(self, first: int, last: int) -> int:
        end = first
        while end < min(last, first + REACH) and self._goes_on(end):
            end += 1
        return end

    def _phrase_start(self, last: int, first: int) -> int:
        start = last
        while start > max(first, last - REACH) and self._goes_on(start - 1):
            start -= 1
            if self._keys[start] in DETERMINERS:
                break
        return start

    def _goes_on(self, place: int) -> bool:
        return self._names(place) and not self.labels[place]

    def _names(self, place: int) -> bool:
        key = self._keys[place]
        outside = (key in PREPOSITIONS and key != "who") or key in CUTTERS
        return bool(self._is_word[place] or key == "'s") and not outside

    def _write(self, label: int, first: int, last: int) -> None:
        if first < last:
            self.labels[first:last] = label + 1
            self.labels[first] = label
