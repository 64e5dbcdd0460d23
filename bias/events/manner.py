"""One thing told in another manner: laid at somebody's door or stated, to come or done.

Neither is a contradiction: the one says how an outlet stands to what it tells, the other when it
told it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bias.events.account import Account
from bias.events.event import Event, Tie
from bias.events.words import COMING, number_of, stem_of
from bias.words.classes import DETERMINERS
from bias.words.cut import key_of

SURE, SURELY_ONE = 0.5, 0.7
"""Probability of two sentences from which their stage, and their attribution, is compared."""
SPOKEN = 0.5
"""Share of direct speech from which a sentence is speech."""
COMING_TO = frozenset(
    ("about", "due", "expected", "intends", "plans", "planned", "ready", "scheduled", "set")
)
"""With `to` behind them: what follows is still to come."""
REACH = 4
"""Words behind them in which the verb is sought."""


@dataclass(frozen=True)
class Manner:
    """Two sentences that tell one thing in another manner."""

    kind: Literal["attribution", "stage"]
    one: int
    other: int
    """Accounts: the one that states it, or that tells it as still to come; and the other."""
    lines: tuple[int, int]
    who: str
    """Last word of the name of whoever it is laid to; empty for a stage."""


def manners(event: Event) -> list[Manner]:
    """Return what is told in another manner, the likeliest sentences first; each of them once."""
    found, taken = list[Manner](), set[tuple[str, int, int]]()
    coming = [[_coming(a, line) for line in range(len(a.lines))] for a in event.accounts]
    for tie in sorted(event.ties, key=lambda tie: -tie.probability):
        for manner in _manners(event, tie, coming):
            ends = [
                (manner.kind, manner.one, manner.lines[0]),
                (manner.kind, manner.other, manner.lines[1]),
            ]
            if taken.isdisjoint(ends):
                taken.update(ends)
                found.append(manner)
    return found


def _manners(event: Event, tie: Tie, coming: Sequence[Sequence[set[int]]]) -> Iterator[Manner]:
    """Yield how the sentences of a tie differ; `coming` is what each has still to come."""
    sides = (tie.one, tie.line), (tie.other, tie.other_line)
    for (one, line), (other, second) in (sides, sides[::-1]):
        accounts = event.accounts[one], event.accounts[other]
        later = () if coming[other][second] else coming[one][line]
        if tie.probability >= SURE and later and _is_done(*accounts, line, second, later):
            yield Manner("stage", one, other, (line, second), "")
        if tie.probability >= SURELY_ONE and (who := _laid_to(*accounts, line, second)):
            yield Manner("attribution", one, other, (line, second), who)


def _laid_to(one: Account, other: Account, line: int, second: int) -> str:
    """Return to whom, by name, the other account lays what the one states; else nothing."""
    states, lays = one.lines[line], other.lines[second]
    if "headline" in (states.part, lays.part) or states.speakers or states.quoted:
        return ""
    named = {source.last for source in other.sources if source.named}
    return min(lays.speakers & named, default="") if lays.quoted < SPOKEN else ""


def _is_done(one: Account, other: Account, line: int, second: int, coming: Collection[int]) -> bool:
    """Tell whether the other tells, not as speech, what is still to come in the one."""
    if max(one.lines[line].quoted, other.lines[second].quoted) >= SPOKEN:
        return False
    first, last = other.words.line.searchsorted((second, second + 1)).tolist()
    return not set(coming).isdisjoint(other.words.stem[first:last].tolist())


def _coming(account: Account, line: int) -> set[int]:
    """Return the stems of what a sentence tells as still to come."""
    first, last = account.run.line.searchsorted((line, line + 1)).tolist()
    spans = zip(
        account.run.start[first:last].tolist(), account.run.end[first:last].tolist(), strict=True
    )
    keys = [key_of(account.text[start:end]) for start, end in spans]
    found = set[int]()
    for place, key in enumerate(keys):
        later = keys[place + 1 : place + 1 + REACH]
        is_verb = key in COMING and (not place or keys[place - 1] not in DETERMINERS)
        if is_verb or (key in COMING_TO and later[:1] == ["to"]):
            stems = filter(None, map(stem_of, later))
            found.update(number_of(stem) for stem in [*stems][:1])
    return found
