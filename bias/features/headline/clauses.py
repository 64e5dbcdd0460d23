"""Devices that lie in how a headline is built, not in single words.

Questions, announced answers, claims packed into why and how, commands to the
reader, passives without an actor, shouted words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bias.document.document import Document, Token
from bias.document.names import is_side
from bias.lists.terms import Match, shipped_lexicon
from bias.words.classes import word_set

_BREAKS = frozenset({":", ".", "!", "?", ";", "|", "-", "--", "---", "–", "—", "..."})
_AUXILIARIES = word_set("auxiliaries")
_NOT_A_CLAIM = _AUXILIARIES | word_set("no_claim_after_why")
"""After why or how these ask, measure or announce; they assert nothing."""
_COMMANDS = word_set("commands")
_VERDICTS = word_set("verdicts")
"""Words that make a why or how clause a verdict rather than a report."""
_MOCK_COURTESY = word_set("mock_courtesy")
_NO_OBJECT = word_set("no_object")
_COUNTED = word_set("counted")
_SMALL_NUMBERS = word_set("small_numbers")
_HEDGED = word_set("hedged")
"""A why or how clause with one of these offers a thought and takes nothing for granted."""
_WEAK_AFTER_HOW = frozenset({"should", "not", "best", "keep", "keeps", "still"})
"""Verdicts after why; after how they say what to do or what was done."""
_REPORT_NOT = word_set("report_not")
"""Denials of what is or was: why it has not rained."""
_CHARGES = word_set("charges")
_GROWTH = word_set("growth")


@dataclass(frozen=True, slots=True)
class Device:
    """A device on the tokens `[first, last)` of a headline."""

    first: int
    last: int
    category: str
    weight: float
    note: str


def clause_starts(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Return where a clause begins: at the start, and after a colon, stop or dash."""
    starts, fresh = [], True
    for index in range(first, last):
        if tokens[index].kind == "mark":
            fresh = fresh or tokens[index].key in _BREAKS
        elif fresh:
            starts.append(index)
            fresh = False
    return starts


def find_clause_devices(document: Document, terms: Sequence[Match]) -> Iterator[Device]:
    """Yield the devices of construction, each kind in turn."""
    tokens, first, last = document.tokens, document.headline.first, document.headline.last
    starts = clause_starts(tokens, first, last)
    yield from _questions(tokens, starts, last)
    yield from _presuppositions(tokens, first, last, terms)
    yield from _charges(tokens, first, last, terms)
    yield from _interjections(tokens, starts, last)
    yield from _commands(tokens, starts, last)
    yield from _counted_lists(tokens, first, last)
    yield from _listed(tokens, first, last, "forward_references")
    yield from _listed(tokens, first, last, "reader_address")


def _questions(tokens: Sequence[Token], starts: Sequence[int], last: int) -> Iterator[Device]:
    for index in range(starts[0] if starts else last, last):
        if tokens[index].key.startswith("?"):
            start = max((s for s in starts if s <= index), default=index)
            yield Device(start, index + 1, "question", 0.5, "asks instead of saying")


def _clause_end(tokens: Sequence[Token], start: int, last: int) -> int:
    return next((i for i in range(start, last) if tokens[i].key in _BREAKS), last)


def _presuppositions(
    tokens: Sequence[Token], first: int, last: int, terms: Sequence[Match]
) -> Iterator[Device]:
    """Why X is a disaster, how X never delivers: the verdict is taken for granted."""
    for start in range(first, last - 2):
        if tokens[start].key not in {"why", "how"} or tokens[start + 1].key in _NOT_A_CLAIM:
            continue
        end = _clause_end(tokens, start, last)
        asked = end < last and tokens[end].key.startswith("?")
        if not asked and _is_contested(tokens, start, end, terms):
            yield Device(start, end, "presupposition", 0.5, "takes its claim for granted")


def _is_contested(tokens: Sequence[Token], start: int, end: int, terms: Sequence[Match]) -> bool:
    keys = [token.key for token in tokens[start:end]]
    if not _HEDGED.isdisjoint(keys):
        return False
    if any(start < term.first < end for term in terms):
        return True
    weak = _WEAK_AFTER_HOW if keys[0] == "how" else frozenset()
    return any(
        (key.endswith("n't") and key not in _REPORT_NOT)
        or (key in _VERDICTS - weak and not is_side(keys, place))
        for place, key in enumerate(keys[2:], start=2)
    )


def _charges(
    tokens: Sequence[Token], first: int, last: int, terms: Sequence[Match]
) -> Iterator[Device]:
    """Yield the problem with X, the folly of X, the rise of a judged thing."""
    labels = {term.first for term in terms if term.term.category == "loaded_label"}
    for start in range(first, last - 3):
        noun, link = tokens[start + 1].key, tokens[start + 2].key
        judged = start + 1 in labels or (
            noun in _GROWTH and not labels.isdisjoint(range(start + 3, start + 6))
        )
        charged = (noun in _CHARGES and link == "with") or (judged and link == "of")
        if tokens[start].key == "the" and charged:
            end = _clause_end(tokens, start, last)
            yield Device(start, end, "presupposition", 0.5, "takes the charge for granted")


def _commands(tokens: Sequence[Token], starts: Sequence[int], last: int) -> Iterator[Device]:
    for start in starts:
        if tokens[start].key in _COMMANDS and start + 1 < last:
            follower = tokens[start + 1]
            if follower.kind != "mark" and follower.key not in _NO_OBJECT:
                yield Device(start, start + 2, "reader_address", 0.5, "tells the reader what to do")


def _interjections(tokens: Sequence[Token], starts: Sequence[int], last: int) -> Iterator[Device]:
    """Sorry, losers: mock courtesy before a comma."""
    for start in starts:
        if (
            tokens[start].key in _MOCK_COURTESY
            and start + 2 < last
            and tokens[start + 1].key == ","
        ):
            yield Device(start, start + 3, "sarcasm", 0.7, "mock courtesy")


def _counted_lists(tokens: Sequence[Token], first: int, last: int) -> Iterator[Device]:
    """Five things, 3 theories: a list to be read on for."""
    for index in range(first, last - 1):
        counted = tokens[index].kind == "number" or tokens[index].key in _SMALL_NUMBERS
        noun = next(
            (i for i in range(index + 1, min(index + 4, last)) if tokens[i].key in _COUNTED), 0
        )
        if counted and noun:
            yield Device(index, noun + 1, "forward_reference", 0.5, "announces a list")


def _listed(tokens: Sequence[Token], first: int, last: int, name: str) -> Iterator[Device]:
    for match in shipped_lexicon(name).find(tokens, first, last):
        yield device_of(match)


def device_of(match: Match, category: str = "") -> Device:
    """Turn a lexicon match into a device."""
    term = match.term
    return Device(match.first, match.last, category or term.category, term.weight, term.note)
