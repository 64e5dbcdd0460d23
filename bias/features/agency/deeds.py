"""Deeds of harm, force and blame: who does them, who bears them, and where no doer is told.

Rules over listed verbs and nouns (`deed_verbs`, `blame_verbs`, `deed_nouns`). A verb after a form
of *be* or *get* is a passive; its doer follows `by`. An active verb counts only where a name stands
right before it: so what is said of an entity is seldom wrong, and much is left unsaid.
"""

from collections.abc import Iterator, Sequence

from bias.document.columns import KIND, MARK, UPPER
from bias.lists.groups import AGENCY
from bias.lists.hits import Match
from bias.reading import Reading
from bias.values import value
from bias.words.classes import (
    DETERMINERS,
    FUNCTION_WORDS,
    HONORIFICS,
    NAME_LINKS,
    NO_NAMES,
    word_set,
)

PASSIVE, ACTIVE, NOUN = "passive", "active", "noun"
REACH = 12
"""Tokens after a deed in which its doer is looked for, and before it its bearer."""
NEAR = 6
"""Tokens before a name in which a preposition makes it part of something else."""
_BE = word_set("be")
_BETWEEN = frozenset({
    "not", "also", "never", "then", "later", "since", "ever", "already", "still", "just", "first",
    "once", "often", "being", "been", "all", "both", "now", "soon", "again",
})  # fmt: skip
"""Words between a form of *be* and its participle, beside adverbs in -ly."""
_HAVE = frozenset({"had", "has", "have", "will", "would", "could", "should", "may", "might", "can"})
_OWNED = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "noon", "midnight", "then", "now", "today", "mistake", "accident",
    "law", "force", "default", "phone", "email", "e-mail", "text", "tweet", "name", "nature",
})  # fmt: skip
"""`By Friday` and `by tweet` name no doer."""
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "you", "it", "himself", "themselves"})
_NO_SUBJECT_AFTER = frozenset({"of", "in", "at", "for", "with", "by", "to", "from", "on", "and"})
"""A name after these is no subject, or not the only one."""
_FIRED = frozenset({"shot", "shots", "gun", "guns", "round", "rounds", "missile", "missiles"})
_BEFORE_NAMES = DETERMINERS | HONORIFICS | {"."}
_INSIDE = frozenset({"'", '"', "”", "“", ","})
"""Marks over which a doer is looked for."""


@value(frozen=True, slots=True)
class Deed:
    """One listed deed where it stands."""

    match: Match
    way: str
    """`passive`, `active` or `noun`."""
    told: bool
    """The sentence says who does it."""
    doer: tuple[int, int] | None
    """Tokens of the name of who does it, half-open; None where no name is told."""
    bearer: tuple[int, int] | None
    """Of who bears it."""

    @property
    def blames(self) -> bool:
        """It lays a fault at somebody's door."""
        return self.match.term.category == "blame"

    @property
    def agentless(self) -> bool:
        """It is told without its doer."""
        return self.way != ACTIVE and not self.told


def find_deeds(reading: Reading) -> Iterator[Deed]:
    """Yield the deeds of headline and story, in order."""
    told, masked = reading.told, reading.masked
    found = told.listed(AGENCY).apart()
    if not len(found):
        return
    is_name = (told.column(UPPER) & masked.is_name[masked.word_of]).tobytes()
    upper, is_mark = told.column(UPPER).tobytes(), (told.column(KIND) == MARK).tobytes()
    sentences = map(told.sentences.__getitem__, told.sentence_of[found.firsts].tolist())
    for match, sentence in zip(found.matches(), sentences, strict=True):
        if match.last <= sentence.last:
            words = (told.keys, upper, is_mark, is_name)
            deed = _deed(_Clause(*words, sentence.first, sentence.last), match)
            if deed is not None:
                yield deed


@value(frozen=True, slots=True)
class _Clause:
    """A sentence's words around a deed."""

    keys: Sequence[str]
    upper: bytes
    """1 where a token begins with a capital."""
    is_mark: bytes
    is_name: bytes
    """1 where the models take it for a name: knows a name that opens a sentence."""
    first: int
    last: int

    def key(self, place: int) -> str:
        """Return the key of a token; empty outside the sentence."""
        return self.keys[place] if self.first <= place < self.last else ""

    def name_at(self, place: int) -> tuple[int, int] | None:
        """Return the name that begins at a word, or right after articles and titles."""
        while self.key(place) in _BEFORE_NAMES:
            place += 1
        last = place
        while last < self.last and (self._is_name(last) or self._links(last, place)):
            last += 1
        while last > place and self.keys[last - 1] in NAME_LINKS:
            last -= 1
        return (place, last) if last > place and not self._describes(last) else None

    def _describes(self, place: int) -> bool:
        """Tell whether a word goes on after a name: `Iranian official`, `FBI director`."""
        key = self.key(place)
        return (
            bool(key) and not self.is_mark[place] and not self.upper[place]
            and key not in FUNCTION_WORDS and not key.endswith(("ly", "ed", "day", "'s"))
        )  # fmt: skip

    def name_before(self, place: int) -> tuple[int, int] | None:
        """Return the name that ends right before a word."""
        first = place
        while first > self.first and self._is_name(first - 1):
            first -= 1
        return (first, place) if first < place else None

    def subject_before(self, place: int) -> tuple[int, int] | None:
        """Return the same, unless the name is part of something else: `members of the Squad`."""
        name = self.name_before(place)
        if name is None:
            return None
        before = name[0] - 1
        while before > name[0] - NEAR and self._leads(before):
            before -= 1
        return None if self.key(before) in _NO_SUBJECT_AFTER else name

    def _leads(self, place: int) -> bool:
        """Tell whether a word may stand between a preposition and its name: `of the teen Jo`."""
        key = self.key(place)
        if not key or self.is_mark[place] or self.upper[place]:
            return False
        return key in DETERMINERS or key not in FUNCTION_WORDS

    def _is_name(self, place: int) -> bool:
        if not self.upper[place] or self.is_mark[place] or self.keys[place] in NO_NAMES:
            return False
        return place > self.first or bool(self.is_name[place])

    def _links(self, place: int, first: int) -> bool:
        return place > first and self.keys[place] in NAME_LINKS


def _deed(clause: _Clause, match: Match) -> Deed | None:
    key = clause.keys[match.first]
    if match.term.category == "nominalisation" or key.endswith("ing"):
        return _noun(clause, match)
    if key == match.term.term:
        return None
    be = _helper(clause, match.first)
    if be is not None and _is_another(clause, match, be):
        return None
    if be is not None:
        by = _by(clause, match.last)
        doer = clause.name_at(by + 1) if by else None
        return Deed(match, PASSIVE, by > 0, doer, _bearer(clause, be))
    return _active(clause, match)


def _is_another(clause: _Clause, match: Match, be: int) -> bool:
    """Tell a listed verb in another sense: shots are fired, an agency is charged to act."""
    if match.term.term == "charge":
        return clause.key(match.last) in {"to", "for"}
    return match.term.term == "fire" and clause.key(be - 1) in _FIRED


def _helper(clause: _Clause, place: int) -> int | None:
    """Return the form of *be* or *get* that makes a participle passive; None without one."""
    place -= 1
    while clause.key(place) in _BETWEEN or clause.key(place).endswith("ly"):
        if clause.key(place) in _BE:
            return place
        place -= 1
    return place if clause.key(place) in _BE else None


def _bearer(clause: _Clause, place: int) -> tuple[int, int] | None:
    """Return the name before the helping verbs."""
    while clause.key(place) in _BE or clause.key(place) in _BETWEEN or clause.key(place) in _HAVE:
        place -= 1
    return clause.subject_before(place + 1)


def _by(clause: _Clause, place: int) -> int:
    """Return where `by` names the doer in the clause; 0 where it does not."""
    for here in range(place, min(place + REACH, clause.last - 1)):
        key, following = clause.keys[here], clause.key(here + 1)
        if key == "by" and following not in _TIMES and not following[:1].isdigit():
            return 0 if following.endswith("ing") else here
        if clause.is_mark[here] and key not in _INSIDE:
            return 0
    return 0


def _active(clause: _Clause, match: Match) -> Deed | None:
    """Return a deed of a name before its verb, when what follows may be its object."""
    place, following = match.first - 1, clause.key(match.last)
    while clause.key(place).endswith("ly") or clause.key(place) in _BETWEEN | _HAVE:
        place -= 1
    doer, bearer = clause.subject_before(place + 1), clause.name_at(match.last)
    has_object = bearer is not None or following in DETERMINERS | _OWNED | _OBJECTS
    if (
        doer is None
        or not has_object
        or following in FUNCTION_WORDS - DETERMINERS - _OWNED - _OBJECTS
    ):
        return None
    return Deed(match, ACTIVE, True, doer, bearer)


def _noun(clause: _Clause, match: Match) -> Deed | None:
    """Return a deed told as a noun; None where it may be part of a name or of another noun."""
    first, last = match.first, match.last
    before, following = clause.key(first - 1), clause.key(last)
    named = bool(clause.upper[first]) and first > clause.first
    compound = following and not clause.is_mark[last] and following not in FUNCTION_WORDS
    is_noun = before in DETERMINERS | _OWNED | {"'s"} or following in {"of", "by"}
    if named or compound or not is_noun:
        return None
    bearer = clause.name_at(last + 1) if following == "of" else None
    by = _by(clause, last)
    if by:
        return Deed(match, NOUN, True, clause.name_at(by + 1), bearer)
    owner = clause.name_before(first - 1) if before == "'s" else None
    return Deed(match, NOUN, before == "'s" or before in _OWNED, None, bearer or owner)
