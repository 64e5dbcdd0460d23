"""Find who reports what: a report verb, and the source that is its subject.

No parser: the source is read off the words beside the verb, as far as the next
comma, preposition or conjunction. Pronouns take the source named last.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bias.document.document import Document, Sentence
from bias.document.kinds import PLAIN
from bias.lists.groups import REPORT
from bias.lists.hits import Match
from bias.lists.index import listed_words
from bias.speakers.sources import Sources, Speaker
from bias.values import value
from bias.words.classes import (
    CUTTERS,
    DATES,
    DETERMINERS,
    NO_VERB_AFTER,
    PREPOSITIONS,
    PRONOUNS,
    SKIPPED,
)

INVERTING = 0.5
"""Weight up to which a verb may stand before its source: "said Mr. Ryan"."""
REACH = 14
"""Tokens read on either side of a report verb, at most."""


@value(frozen=True, slots=True)
class Report:
    """One report verb in the outlet's voice, with its source."""

    match: Match
    """The verb: token indices, and its entry in `report_verbs`."""
    sentence: int
    """Index into `Document.sentences`."""
    speaker: Speaker


def find_reports(document: Document) -> tuple[Report, ...]:
    """Return every report verb of the body that has a source, in order."""
    verbs = document.listed(REPORT).matches()
    if not verbs:
        return ()
    reader, reports = _Reader(document), list[Report]()
    for number, sentence, verbs_here in _by_sentence(document, verbs):
        reports.extend(reader.reports_of(number, sentence, verbs_here))
    return tuple(reports)


def _by_sentence(
    document: Document, verbs: Sequence[Match]
) -> Iterator[tuple[int, Sentence, list[Match]]]:
    """Yield each sentence of the body, with its number and its verbs, the longest that begin."""
    place, free = 0, 0
    for number, sentence in enumerate(document.sentences):
        here = list[Match]()
        while place < len(verbs) and verbs[place].first < sentence.last:
            verb = verbs[place]
            if verb.first >= free and verb.last <= sentence.last:
                here.append(verb)
                free = verb.last
            place += 1
        if sentence.part == "body":
            yield number, sentence, here


class _Reader:
    """Reads sentence by sentence and remembers who spoke last."""

    def __init__(self, document: Document) -> None:
        self.text, self.keys = document.text, document.keys
        self.starts, self.ends = document.starts.data, document.ends.data
        self.quoted = document.quoted.tobytes()
        self.is_word = document.is_word.tobytes()
        self.sources = Sources(document)
        self.upper = self.sources.is_upper

    def reports_of(
        self, number: int, sentence: Sentence, verbs: Iterable[Match]
    ) -> Iterator[Report]:
        here: Speaker | None = None
        for match in verbs:
            if self.quoted[match.first] or not self._is_verb(match, sentence):
                continue
            found = self._source(match, sentence, here)
            if not found:
                continue
            verb = self.text[self.starts[match.first] : self.ends[match.last - 1]]
            self.sources.last = speaker = found.saying(verb)
            here = here or speaker
            yield Report(match, number, speaker)
        self.sources.leave(sentence, here)

    def _is_verb(self, match: Match, sentence: Sentence) -> bool:
        verb, before = self.keys[match.first], self._key(match.first - 1, sentence)
        if before in NO_VERB_AFTER or self.upper[match.first]:
            return False
        plain = match.term.weight <= PLAIN or match.term.match == "phrase"
        if plain or verb.endswith(("ed", "ing")):
            return True
        following = self._key(match.last, sentence)
        if following == "that" or not before:
            return following == "that"
        source = before in PRONOUNS or self.upper[match.first - 1]
        return following not in PREPOSITIONS and bool(source or _is_skipped(before))

    def _source(self, match: Match, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Return the source of a verb; `here` is the one the sentence named first."""
        if match.term.term == "according to":
            return self._phrase_after(match.last, sentence)
        inverted = self._inverted(match, sentence)
        if inverted:
            return inverted
        before = self._key(match.first - 1, sentence)
        participle = self.keys[match.first].endswith("ing") and not before.isalpha()
        if participle or before in ("and", "then", "but"):
            return here or self.sources.first_name(sentence, match.first)
        return self._phrase_before(match.first, sentence, here)

    def _key(self, index: int, sentence: Sentence) -> str:
        return self.keys[index] if sentence.first <= index < sentence.last else ""

    def _inverted(self, match: Match, sentence: Sentence) -> Speaker | None:
        """Read “…,” said Mr. Ryan: the verb follows a mark and a name follows the verb."""
        before = self._key(match.first - 1, sentence)
        if not before or match.term.weight > INVERTING or match.last >= sentence.last:
            return None
        marked = before[-1] in "\"”’'"
        if not marked and (before != "," or self._before_aside(match.first - 1, sentence)):
            return None
        key = self.keys[match.last]
        if key in DATES or self.keys[match.first] in ("told", "tells", "tell"):
            return None
        if self.upper[match.last] or key in DETERMINERS or key in ("he", "she"):
            return self._phrase_after(match.last, sentence)
        return None

    def _phrase_after(self, first: int, sentence: Sentence) -> Speaker | None:
        """Read a source to the right, as far as a comma or a preposition."""
        last, end = first, min(sentence.last, first + REACH)
        while last < end and not self.quoted[last] and not self.sources.ends_name[last]:
            if last > first and self.keys[last] in PREPOSITIONS:
                break
            last += 1
        return self.sources.of_words(first, last)

    def _phrase_before(self, verb: int, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Read a source to the left, over adverbs and an aside between commas."""
        index = verb - 1
        while index >= sentence.first and _is_skipped(self.keys[index]):
            index -= 1
            if self.keys[index] == "on" and self.keys[index + 1] in DATES:
                index -= 1
        if index < sentence.first:
            return None
        key = self.keys[index]
        if key in PRONOUNS:
            return self._pronoun(index, sentence, here)
        if key in (",", ")", "—", "–", "--"):
            return self._before_aside(index, sentence)
        if self.quoted[index] or self.sources.is_mark[index]:
            return None
        return self._phrase_ending(index + 1, sentence)

    def _before_aside(self, comma: int, sentence: Sentence) -> Speaker | None:
        """Read X, a senator from Y, said: the source stands before the first comma."""
        aside = self.sources.of_words(max(sentence.first, comma - 4), comma)
        floor = max(sentence.first, comma - 3 * REACH)
        for index in range(comma - 1, floor, -1):
            if self.quoted[index]:
                break
            if self._name_before(index, floor):
                return self._phrase_ending(index, sentence)
        return aside if aside and aside.person else None

    def _name_before(self, index: int, floor: int) -> bool:
        """Tell whether a comma, bracket or dash follows a name."""
        if self.keys[index][0] not in ",(—–-" or index - 1 < floor:
            return False
        is_name = self.is_word[index - 1] and self.upper[index - 1] and not self.quoted[index - 1]
        return bool(is_name)

    def _phrase_ending(self, last: int, sentence: Sentence) -> Speaker | None:
        """Read leftwards to a mark or conjunction; the head is before a preposition."""
        first, floor = last, max(sentence.first, last - REACH)
        while first > floor and self._within(first - 1):
            first -= 1
        head = next((i for i in range(first + 1, last) if self.keys[i] in PREPOSITIONS), last)
        if self.keys[first] in PREPOSITIONS and head == last:
            return None if last - first < 2 else self.sources.of_words(first + 1, last)
        return self.sources.of_words(first, head)

    def _within(self, index: int) -> bool:
        if self.quoted[index] or self.sources.ends_name[index]:
            return False
        return self.keys[index] not in _outside()

    def _pronoun(self, index: int, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Give a pronoun the name of the source before it."""
        key = self.keys[index]
        if key == "who":
            return self._phrase_ending(
                index - 1 if self._key(index - 1, sentence) == "," else index, sentence
            )
        if key in ("it", "you", "i", "we"):
            return None
        person = key in ("he", "she")
        source = (
            here
            or self.sources.first_name(sentence, index, person)
            or self._fitting(person)
            or (self.sources.person if person else self.sources.subject)
            or self.sources.last
        )
        return source and source.at(self.starts[index], self.ends[index])

    def _fitting(self, person: bool) -> Speaker | None:
        """Return the source of the sentence before, where "he" or "she" can mean it."""
        before = self.sources.before
        if before and person and not before.person and (before.named or before.last[-1] == "s"):
            return None
        return before


@cache
def _outside() -> frozenset[str]:
    """Return the words that a source does not reach back over."""
    return CUTTERS | PRONOUNS | listed_words(REPORT).keys()


def _is_skipped(key: str) -> bool:
    """Tell whether a word may stand between a source and its verb."""
    return (
        key in SKIPPED
        or key in DATES
        or key.endswith("n't")
        or (key.endswith("ly") and len(key) > 4)
    )
