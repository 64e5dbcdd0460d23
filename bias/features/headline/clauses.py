"""Devices that lie in how a headline is built, not in single words.

Questions, announced answers, claims packed into why and how, commands to the
reader, passives without an actor, shouted words.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bias.document.columns import FIGURE, MARK
from bias.features.headline.words import Headline
from bias.lists.groups import ADDRESS, ANNOUNCED
from bias.lists.hits import Match
from bias.lists.identity import is_side
from bias.words.classes import word_set

_BREAKS = frozenset({":", ".", "!", "?", ";", "|", "-", "--", "---", "–", "—", "..."})
_AUXILIARIES = word_set("auxiliaries")
_NOT_A_CLAIM = _AUXILIARIES | word_set("no_claim_after_why")
"""After why or how these ask, measure or announce; they assert nothing."""
_ASKING = frozenset({"why", "how"})
_COMMANDS = word_set("commands")
_VERDICTS = word_set("verdicts")
"""Words that make a why or how clause a verdict rather than a report."""
DOUBTFUL = 0.15
"""Weight of a cue of a kind of which readers marked fewer than three in four (headline_devices,
outlets left out, 2026-11-30): it is marked and not drawn on paper."""
_MOCK_COURTESY = word_set("mock_courtesy")
_NO_OBJECT = word_set("no_object")
_COUNTED = word_set("counted")
_SMALL_NUMBERS = word_set("small_numbers")
_HEDGED = word_set("hedged")
"""A why or how clause with one of these offers a thought and takes nothing for granted."""
_WEAK_AFTER_HOW = word_set("weak_after_how")
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


def find_clause_devices(headline: Headline, terms: Sequence[Match]) -> Iterator[Device]:
    """Yield the devices of construction, each kind in turn."""
    keys, starts = headline.keys, clause_starts(headline)
    yield from _questions(keys, starts)
    yield from _presuppositions(keys, terms)
    yield from _charges(keys, terms)
    yield from _interjections(keys, starts)
    yield from _commands(headline, starts)
    yield from _counted_lists(headline)
    yield from map(device_of, headline.listed(ANNOUNCED))
    yield from map(device_of, headline.listed(ADDRESS))


def clause_starts(headline: Headline) -> list[int]:
    """Return where a clause begins: at the start, and after a colon, stop or dash."""
    starts, fresh = [], True
    for place, kind in enumerate(headline.kinds):
        if kind == MARK:
            fresh = fresh or headline.keys[place] in _BREAKS
        elif fresh:
            starts.append(place)
            fresh = False
    return starts


def _questions(keys: Sequence[str], starts: Sequence[int]) -> Iterator[Device]:
    """Yield each question with its clause, up to its mark."""
    for place, key in enumerate(keys):
        if key[0] == "?" and starts and place >= starts[0]:
            start = starts[bisect_right(starts, place) - 1]
            yield Device(start, place + 1, "question", 0.5, "asks instead of saying")


def _clause_end(keys: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(keys)) if keys[i] in _BREAKS), len(keys))


def _presuppositions(keys: Sequence[str], terms: Sequence[Match]) -> Iterator[Device]:
    """Why X is a disaster, how X never delivers: the verdict is taken for granted."""
    for start, key in enumerate(keys[:-2]):
        if key not in _ASKING or keys[start + 1] in _NOT_A_CLAIM:
            continue
        end = _clause_end(keys, start)
        asked = end < len(keys) and keys[end][0] == "?"
        if not asked and _is_contested(keys, start, end, terms):
            yield Device(start, end, "presupposition", DOUBTFUL, "takes its claim for granted")


def _is_contested(keys: Sequence[str], start: int, end: int, terms: Sequence[Match]) -> bool:
    keys = keys[start:end]
    if not _HEDGED.isdisjoint(keys):
        return False
    if any(start < term.first < end for term in terms):
        return True
    weak = _WEAK_AFTER_HOW if keys[0] == "how" else frozenset()
    return any(
        (key.endswith("n't") and key not in _REPORT_NOT)
        or (key in _VERDICTS and key not in weak and not is_side(keys, place))
        for place, key in enumerate(keys[2:], start=2)
    )


def _charges(keys: Sequence[str], terms: Sequence[Match]) -> Iterator[Device]:
    """Yield the problem with X, the folly of X, the rise of a judged thing."""
    labels = {term.first for term in terms if term.term.category == "loaded_label"}
    for start, key in enumerate(keys[:-3]):
        if key != "the":
            continue
        noun, link = keys[start + 1 : start + 3]
        grown = noun in _GROWTH and not labels.isdisjoint(range(start + 3, start + 6))
        judged = link == "of" and (grown or start + 1 in labels)
        if judged or (noun in _CHARGES and link == "with"):
            end = _clause_end(keys, start)
            yield Device(start, end, "presupposition", DOUBTFUL, "takes the charge for granted")


def _commands(headline: Headline, starts: Sequence[int]) -> Iterator[Device]:
    keys = headline.keys
    for start in starts:
        if keys[start] in _COMMANDS and start + 1 < len(keys):
            follower = start + 1
            if headline.kinds[follower] != MARK and keys[follower] not in _NO_OBJECT:
                yield Device(start, start + 2, "reader_address", 0.5, "tells the reader what to do")


def _interjections(keys: Sequence[str], starts: Sequence[int]) -> Iterator[Device]:
    """Sorry, losers: mock courtesy before a comma."""
    for start in starts:
        if keys[start] in _MOCK_COURTESY and start + 2 < len(keys) and keys[start + 1] == ",":
            yield Device(start, start + 3, "sarcasm", 0.7, "mock courtesy")


def _counted_lists(headline: Headline) -> Iterator[Device]:
    """Five things, 3 theories: a list to be read on for."""
    for place, (key, kind) in enumerate(zip(headline.keys, headline.kinds, strict=True)):
        if kind == FIGURE or key in _SMALL_NUMBERS:
            after = range(place + 1, min(place + 4, len(headline)))
            noun = next((i for i in after if headline.keys[i] in _COUNTED), None)
            if noun is not None:
                yield Device(place, noun + 1, "forward_reference", 0.5, "announces a list")


def device_of(match: Match, category: str = "") -> Device:
    """Turn a lexicon match into a device."""
    term = match.term
    return Device(match.first, match.last, category or term.category, term.weight, term.note)
