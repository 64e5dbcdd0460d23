"""Other words for the same thing, side by side.

In two sentences that tell the same, what stands between words that both have: "was paid $84,000
from a public fund" beside "used $84,000 in taxpayer funds".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from bias.events.account import Account
from bias.events.event import Couple, Event
from bias.events.words import meanings
from bias.models.by_word import Floats
from bias.words.cut import Span

LIKELY = 0.3
"""Probability of two sentences from which their wording is compared."""
MOST_WORDS, MOST_LETTERS = 4, 70
"""Words with content of a stretch, and characters: longer ones tell other things."""
UNLIKE = 2
"""Words by which one stretch is longer than the other from which they tell other things."""
MOST_IN_LINE = 100
"""Words with content of a sentence whose wording is compared."""
MOST_PAIRS = 60
"""Pairs of sentences of two accounts whose wording is compared: the likeliest."""


BRIDGE = 1
"""Common words between two stretches that are joined to one, at most."""
LEAST_COMMON = 2
"""Words with content that two sentences have in common."""
KIN = 0.45
"""Cosine of the vectors of two words, one of each stretch, from which they are of one thing. Other
stretches need common words before and behind them."""
PER_LETTER = 0.004
"""What a letter takes from the weight: short stretches more surely stand for each other."""
LOADED = "loaded_terms"


@dataclass(frozen=True)
class Contrast:
    """A stretch of one account and what stands for it in another."""

    one: int
    other: int
    """Which accounts."""
    lines: tuple[int, int]
    """Their sentences."""
    first: Span
    second: Span
    weight: float
    """How sure it is that the sentences tell the same, and how loaded the words are."""


def contrasts(event: Event) -> list[Contrast]:
    """Return the contrasts of an event's wording, the most telling first."""
    found = [contrast for couple in event.couples for contrast in _contrasts(event, couple)]
    return sorted(found, key=lambda c: (-c.weight, c.one, c.other, c.first.start))


def _contrasts(event: Event, couple: Couple) -> Iterator[Contrast]:
    one, other = event.accounts[couple.one], event.accounts[couple.other]
    for i, j in _likeliest(couple):
        for first, second, kinship in _replaced(Words(one, i), Words(other, j)):
            weight = kinship * float(couple.probability[i, j])
            weight += _charge(one, first) + _charge(other, second)
            weight -= PER_LETTER * (first.end - first.start + second.end - second.start)
            yield Contrast(couple.one, couple.other, (i, j), first, second, weight)


def _likeliest(couple: Couple) -> list[tuple[int, int]]:
    """Return the pairs of sentences that surely tell the same; no more than bounded many."""
    likely = np.argwhere(couple.probability >= LIKELY)
    order = np.argsort(-couple.probability[tuple(likely.T)], kind="stable")[:MOST_PAIRS]
    return [(i, j) for i, j in likely[order].tolist()]


class Words:
    """The words with content of one sentence."""

    def __init__(self, account: Account, line: int) -> None:
        self._words = account.words
        first, last = account.words.line.searchsorted((line, line + 1)).tolist()
        self._places = slice(first, min(last, first + MOST_IN_LINE))
        self.stems: list[int] = self._words.stem[self._places].tolist()

    def span(self, first: int, last: int) -> Span:
        """Return where some words stand."""
        start = self._words.start[self._places][first]
        return Span(int(start), int(self._words.end[self._places][last - 1]))

    def is_short(self, first: int, last: int) -> bool:
        """Tell whether a stretch is short, and has no name or figure: those tell other things."""
        named = (self._words.is_name | self._words.is_figure)[self._places][first:last]
        if not 0 < last - first <= MOST_WORDS or named.any():
            return False
        span = self.span(first, last)
        return span.end - span.start <= MOST_LETTERS

    def vectors(self, first: int, last: int) -> Floats:
        """Return the learnt vectors of some words."""
        return meanings(self._words.meaning[self._places][first:last])


def _replaced(one: Words, other: Words) -> Iterator[tuple[Span, Span, float]]:
    """Yield which stretch of a sentence stands for which of another, and how akin they are."""
    steps = SequenceMatcher(None, one.stems, other.stems, autojunk=False).get_opcodes()
    if sum(b - a for kind, a, b, _, _ in steps if kind == "equal") < LEAST_COMMON:
        return
    for a, b, c, d in _joined(steps):
        if not (one.is_short(a, b) and other.is_short(c, d)) or abs(b - a - d + c) >= UNLIKE:
            continue
        kinship = float((one.vectors(a, b) @ other.vectors(c, d).T).max(initial=0.0))
        if kinship >= KIN or (a and c and b < len(one.stems) and d < len(other.stems)):
            yield one.span(a, b), other.span(c, d), kinship


def _joined(steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that are replaced; those with hardly a word between them as one."""
    begun: tuple[int, int, int, int] | None = None
    for kind, a, b, c, d in steps:
        if kind == "replace":
            begun = (begun[0], b, begun[2], d) if begun else (a, b, c, d)
        elif begun and (kind != "equal" or b - a > BRIDGE):
            yield begun
            begun = None
    if begun:
        yield begun


def _charge(account: Account, span: Span) -> float:
    """Return how loaded a stretch is: the weight of the strongest loaded term in it."""
    found = (cue.weight for cue in account.cues if cue.feature == LOADED and cue.meets(span))
    return max(found, default=0.0)
