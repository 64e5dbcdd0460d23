"""Who is named in a document, and who was named last.

A name is a run of capitalised words in the outlet's own voice; what else may be a source is
any row of words that a rule of `bias.speakers.reports` points to.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import numpy as np

from bias.document.columns import KIND, LENGTH, MARK, NUMBER, UPPER
from bias.document.document import Document, Sentence
from bias.values import value
from bias.words.classes import (
    BODIES,
    DETERMINERS,
    FUNCTION_WORDS,
    HONORIFICS,
    NAME_LINKS,
    NO_NAMES,
    PRONOUNS,
)
from bias.words.cut import Span
from bias.words.types import Bools
from bias.words.vocabulary import shipped_vocabulary

CAPITALS = 25
"""Capitalised words of a sentence that are tried as the start of its first name, at most: each
pronoun that speaks asks again. 100 gave the same records for 600 articles (2026-11-23)."""
LONGEST_NAME = 20
"""Tokens of one run of capitalised words, at most; 60 gave the same records."""
_CERTAIN = frozenset({"the", "his", "her", "their", "its", "our", "my", "this", "that"})
"""So begins the description of somebody who could be found."""
_NOBODY = (NO_NAMES | FUNCTION_WORDS) - PRONOUNS
"""Alone, these name nobody."""

_NO_PERSONS = frozenset(
    {"airport", "alliance", "avenue", "bank", "beach", "board", "bridge", "capitol", "chairman",
     "church", "club", "coast", "college", "commission", "committee", "company", "conference",
     "congressman", "congresswoman", "corporation", "director", "district", "east", "fund",
     "general", "governor", "group", "heights", "hill", "homes", "hospital", "island", "journal",
     "lake", "league", "mayor", "minister", "ministry", "museum", "network", "north", "park",
     "president", "prize", "project", "report", "river", "road", "school", "secretary",
     "senator", "service", "society", "south", "speaker", "spokesman", "spokeswoman", "square",
     "station", "team", "tracker", "tribune", "twitter", "union", "valley", "west"}
)  # fmt: skip
"""Last words of names of places, bodies, papers and posts: nobody's last name there."""


@value(frozen=True, slots=True)
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

    @property
    def kind(self) -> str:
        """`named`; `described`, as a certain one is: "the mayor"; or `anonymous`: "officials"."""
        if self.named:
            return "named"
        first = self.name.partition(" ")[0].lower()
        is_certain = first in _CERTAIN or "'s " in self.name or "’s " in self.name
        return "described" if is_certain else "anonymous"

    def at(self, start: int, end: int) -> "Speaker":
        """Return the same source where a pronoun stands for it."""
        return Speaker(start, end, self.name, self.last, self.named, self.person, self.verb)

    def saying(self, verb: str) -> "Speaker":
        """Return the same source with its report verb."""
        return Speaker(self.start, self.end, self.name, self.last, self.named, self.person, verb)


class Sources:
    """The sources of one document, sentence by sentence; flags are 1 or 0 a token."""

    def __init__(self, document: Document) -> None:
        upper, outlet, stops = document.column(UPPER), ~document.quoted, _stops(document)
        part = upper | _parts()[0][document.column(NUMBER)]
        is_mark = document.column(KIND) == MARK
        self._text, self._keys = document.text, document.keys
        self._starts, self._ends = document.starts.data, document.ends.data
        self._firsts: list[int] = np.flatnonzero(upper & outlet & document.is_word).tolist()
        self._goes_on = np.where(is_mark, stops, part & outlet).tobytes()
        self._is_part = part.tobytes()
        self._is_word = document.is_word.tobytes()
        self._people = set[str]()
        self.is_mark = is_mark.tobytes()
        self.is_upper = upper.tobytes()
        """It begins with a capital."""
        self.ends_name = (is_mark & ~stops).tobytes()
        """It is a mark other than the stop of a title or an initial."""
        self.last: Speaker | None = None
        """Who spoke last."""
        self.before: Speaker | None = None
        """Who spoke first in the sentence before, if anybody."""
        self.subject: Speaker | None = None
        """Who spoke first, or was named first, in the last sentence with either."""
        self.person: Speaker | None = None
        """The same of people."""

    def leave(self, sentence: Sentence, here: Speaker | None) -> None:
        """Remember whom a pronoun of the next sentence may mean; `here` spoke first in this one."""
        name = here or self.first_name(sentence, sentence.last)
        self.before, self.subject = here, name or self.subject
        if name and not name.person:
            name = self.first_name(sentence, sentence.last, person=True)
        self.person = name or self.person

    def first_name(self, sentence: Sentence, until: int, person: bool = False) -> Speaker | None:
        """Return the first name of a sentence that starts before a token of it."""
        for first, last in self._runs(sentence, until):
            speaker = self._of_run(first, last)
            if speaker and (speaker.person if person else speaker.named):
                return speaker
        return None

    def of_words(self, first: int, last: int) -> Speaker | None:
        """Make a speaker of a row of tokens; its name is the last capitalised run."""
        keys, is_word = self._keys, self._is_word
        words = [i for i in range(first, last) if is_word[i] and keys[i] != "'s"]
        if not words:
            return None
        if len(words) == 1 and keys[words[0]] in PRONOUNS:
            return self._meant_by(words[0])
        named, run = self._names(words[-1]), len(words) - 1
        while run > 0 and (not named or self._is_part[words[run - 1]]):
            run -= 1
        return self._made(words[run], words[-1], named, len(words) > 1)

    def person_within(self, first: int, last: int) -> Speaker | None:
        """Return the first person named by several words in a row of tokens.

        "Secretary of State Ada Brill" is none called State, and "The Texas" none at all.
        """
        place = bisect_left(self._firsts, first)
        for start in self._firsts[place : place + CAPITALS]:
            if start >= last:
                break
            stop = self._goes_on.find(0, start, last)
            end = last if stop < 0 else stop
            is_of_state = end - start > 2 and self._keys[start - 1] == "of"
            start += is_of_state or self._keys[start] in DETERMINERS
            if end - start > 1 and self._keys[end : end + 1] != ["'s"]:
                speaker = self._of_run(start, end)
                if speaker and speaker.person:
                    return speaker
        return None

    def _runs(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Yield where names may start in a sentence before one of its tokens, and end."""
        place = bisect_left(self._firsts, sentence.first)
        for first in self._firsts[place : place + CAPITALS]:
            if first >= until:
                break
            end = min(sentence.last, first + LONGEST_NAME)
            stop = self._goes_on.find(0, first, end)
            last = end if stop < 0 else stop
            opens = first == sentence.first and self._keys[first] in FUNCTION_WORDS
            start = first + 1 if opens and last - first > 1 else first
            if last - start > 1 or self._keys[start] not in _NOBODY:
                yield start, last

    def _of_run(self, first: int, end: int) -> Speaker | None:
        """Make a speaker of a run of capitalised words, if it can be one."""
        last = end - 2 if self.is_mark[end - 1] else end - 1
        key = self._keys[last]
        if first == last and key in PRONOUNS:
            return self._meant_by(first)
        named = self._names(last)
        is_one = named or key in self._people
        return self._made(first, last, named, first < last) if is_one else None

    def _meant_by(self, pronoun: int) -> Speaker | None:
        """Return whom a pronoun by itself means."""
        source = self.subject or self.last
        return source and source.at(self._starts[pronoun], self._ends[pronoun])

    def _names(self, last: int) -> bool:
        """Tell whether a word may be the last of a name."""
        return bool(self.is_upper[last]) and self._keys[last] not in NO_NAMES

    def _made(self, first: int, last: int, named: bool, is_long: bool) -> Speaker:
        """Make a speaker of words; a name of several is a person's, unless it is a body's."""
        start, end, key = self._starts[first], self._ends[last], self._keys[last]
        if named and is_long and key not in BODIES and key not in _NO_PERSONS:
            self._people.add(key)
        return Speaker(start, end, self._text[start:end], key, named, key in self._people)


def _stops(document: Document) -> Bools:
    """Tell which tokens are the full stop of a title or an initial."""
    numbers, ends = document.column(NUMBER), document.ends
    stops: Bools = numbers == shipped_vocabulary()["."]
    short = (document.column(LENGTH) == 1) | _parts()[1][numbers]
    stops[1:] &= short[:-1] & (document.starts[1:] == ends[:-1])
    stops[:1] = False
    return stops


@cache
def _parts() -> tuple[Bools, Bools]:
    """Tell by number which words may link a name in lower case, and which are titles."""
    vocabulary = shipped_vocabulary()
    return vocabulary.holds(NAME_LINKS), vocabulary.holds(HONORIFICS)
