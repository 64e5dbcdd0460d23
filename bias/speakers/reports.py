"""Find who reports what: a report verb, and the source that is its subject.

No parser: the source is read off the words beside the verb, as far as the next
comma, preposition or conjunction. Pronouns take the source named last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bias.document.document import Document, Sentence
from bias.document.kinds import PLAIN, report_forms
from bias.document.quotation_names import NameRuns
from bias.lists.terms import Match, shipped_lexicon
from bias.words.classes import (
    BODIES,
    CUTTERS,
    DATES,
    DETERMINERS,
    NO_NAMES,
    NO_VERB_AFTER,
    PREPOSITIONS,
    PRONOUNS,
    SKIPPED,
)
from bias.words.cut import Span

INVERTING = 0.5
"""Weight up to which a verb may stand before its source: "said Mr. Ryan"."""
REACH = 14
"""Tokens read on either side of a report verb, at most."""


@dataclass(frozen=True, slots=True)
class Speaker(Span):
    """A source as it is named beside its words."""

    name: str
    """The wording in the article, such as "Mr. Ryan" or "a senior official"; a pronoun's is
    that of the source it stands for."""
    last: str
    """Last word of the name it stands for, lower case; a pronoun's is the name before it."""
    named: bool
    """A name; else a description such as "officials"."""
    person: bool
    """A person's name, as far as its shape tells."""
    verb: str = ""
    """The report verb as it stands; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report verb in the outlet's voice, with its source."""

    match: Match
    """The verb: token indices, and its entry in `report_verbs`."""
    sentence: int
    """Index into `Document.sentences`."""
    speaker: Speaker


def find_reports(document: Document) -> tuple[Report, ...]:
    """Return every report verb of the body that has a source, in order."""
    body = [pair for pair in enumerate(document.sentences) if pair[1].part == "body"]
    verbs = shipped_lexicon("report_verbs").find_each(
        document.keys, [(sentence.first, sentence.last) for _, sentence in body]
    )
    reader, reports = _Reader(document), list[Report]()
    for (number, sentence), matches in zip(body, verbs, strict=True):
        reports.extend(reader.reports_of(number, sentence, matches))
    return tuple(reports)


class _Reader:
    """Reads sentence by sentence and remembers who spoke last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.keys = document.keys
        self.names = NameRuns(document)
        self.upper = self.names.upper
        self.people: set[str] = set()
        self.last: Speaker | None = None
        self.subject: Speaker | None = None
        self.person: Speaker | None = None
        self.before: Speaker | None = None

    def reports_of(
        self, number: int, sentence: Sentence, verbs: Iterable[Match]
    ) -> Iterator[Report]:
        here: Speaker | None = None
        for match in verbs:
            if self.tokens[match.first].voice == "quoted" or not self._is_verb(match, sentence):
                continue
            found = self._source(match, sentence, here)
            if not found:
                continue
            verb = self.document.text[
                self.tokens[match.first].start : self.tokens[match.last - 1].end
            ]
            self.last = replace(found, verb=verb)
            here = here or self.last
            yield Report(match, number, self.last)
        self.before = here
        self.subject = here or self._first_name(sentence, sentence.last) or self.subject
        self.person = (here if here and here.person else None) or (
            self._first_name(sentence, sentence.last, person=True) or self.person
        )

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
        return following not in PREPOSITIONS and (source or self._skipped(before))

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
            return here or self._first_name(sentence, match.first)
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
        while last < end and self.tokens[last].voice == "outlet":
            token = self.tokens[last]
            if token.kind == "mark" and not self.names.holds_mark(last):
                break
            if last > first and token.key in PREPOSITIONS:
                break
            last += 1
        return self._speaker(first, last)

    def _phrase_before(self, verb: int, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Read a source to the left, over adverbs and an aside between commas."""
        index = verb - 1
        while index >= sentence.first and self._skipped(self.keys[index]):
            index -= 1
            if self.keys[index] == "on" and self.keys[index + 1] in DATES:
                index -= 1
        if index < sentence.first:
            return None
        token = self.tokens[index]
        if token.key in PRONOUNS:
            return self._pronoun(index, sentence, here)
        if token.key in (",", ")", "—", "–", "--"):
            return self._before_aside(index, sentence)
        if token.kind == "mark" or token.voice == "quoted":
            return None
        return self._phrase_ending(index + 1, sentence)

    @staticmethod
    def _skipped(key: str) -> bool:
        return (
            key in SKIPPED
            or key in DATES
            or key.endswith("n't")
            or (key.endswith("ly") and len(key) > 4)
        )

    def _before_aside(self, comma: int, sentence: Sentence) -> Speaker | None:
        """Read X, a senator from Y, said: the source stands before the first comma."""
        aside = self._speaker(max(sentence.first, comma - 4), comma)
        floor = max(sentence.first, comma - 3 * REACH)
        for index in range(comma - 1, floor, -1):
            if self.tokens[index].voice == "quoted":
                break
            if self._name_before(index, floor):
                return self._phrase_ending(index, sentence)
        return aside if aside and aside.person else None

    def _name_before(self, index: int, floor: int) -> bool:
        """Tell whether a comma, bracket or dash follows a name."""
        token = self.tokens[index]
        if token.key[0] not in ",(—–-" or index - 1 < floor:
            return False
        before = self.tokens[index - 1]
        return before.kind == "word" and before.voice == "outlet" and self.upper[index - 1]

    def _phrase_ending(self, last: int, sentence: Sentence) -> Speaker | None:
        """Read leftwards to a mark or conjunction; the head is before a preposition."""
        first, floor = last, max(sentence.first, last - REACH)
        while first > floor and self._within(first - 1):
            first -= 1
        head = next((i for i in range(first + 1, last) if self.keys[i] in PREPOSITIONS), last)
        if self.keys[first] in PREPOSITIONS and head == last:
            return None if last - first < 2 else self._speaker(first + 1, last)
        return self._speaker(first, head)

    def _within(self, index: int) -> bool:
        token = self.tokens[index]
        if token.voice == "quoted" or token.key in CUTTERS:
            return False
        if token.key in PRONOUNS or token.key in report_forms():
            return False
        return token.kind != "mark" or (index > 0 and self.names.holds_mark(index))

    def _pronoun(self, index: int, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Give a pronoun the name of the source before it."""
        token = self.tokens[index]
        if token.key == "who":
            return self._phrase_ending(
                index - 1 if self._key(index - 1, sentence) == "," else index, sentence
            )
        if token.key in ("it", "you", "i", "we"):
            return None
        person = token.key in ("he", "she")
        source = here or self._first_name(sentence, index, person)
        source = (
            source
            or self._fitting(person)
            or (self.person if person else self.subject)
            or self.last
        )
        return source and replace(source, start=token.start, end=token.end)

    def _fitting(self, person: bool) -> Speaker | None:
        """Return the source of the sentence before, where "he" or "she" can mean it."""
        before = self.before
        if before and person and not before.person and (before.named or before.last[-1] == "s"):
            return None
        return before

    def _first_name(self, sentence: Sentence, until: int, person: bool = False) -> Speaker | None:
        """Return the first name of a sentence that starts before a token of it."""
        for first, last in self.names.before(sentence, until):
            speaker = self._speaker(first, last)
            if speaker and (speaker.person if person else speaker.named):
                return speaker
        return None

    def _speaker(self, first: int, last: int) -> Speaker | None:
        """Make a speaker of a run of tokens; its name is the last capitalised run."""
        tokens, keys = self.tokens, self.keys
        words = [i for i in range(first, last) if tokens[i].kind == "word" and keys[i] != "'s"]
        if not words:
            return None
        start, end, key = tokens[words[0]].start, tokens[words[-1]].end, keys[words[-1]]
        if len(words) == 1 and key in PRONOUNS:
            source = self.subject or self.last
            return source and replace(source, start=start, end=end)
        named = self.upper[words[-1]] and key not in NO_NAMES
        run = self.names.last_run(words) if named else words
        if named and (len(run) > 1 or run[0] != words[0]) and key not in BODIES:
            self.people.add(key)
        start = tokens[run[0]].start
        text = self.document.text[start:end]
        return Speaker(start, end, text, key, named, key in self.people)
