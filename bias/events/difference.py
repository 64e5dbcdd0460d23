"""What a contradiction between two accounts is, and how likely their sentences tell the same."""

import math

from bias.events.align import SURE, Aligned
from bias.values import value
from bias.words.cut import Span

LEAST = -3.6
"""Score from which a difference is shown. This and all that is set by hand for differences was set
on the events that `bias.training.pairs` learns from and on flags read in `same-event-triples`
(2026-11-30): at most two false ones an event. Names and opposite words that score less are shown
where they differ alike in other sentences, and surer."""
UNLIKELY = 0.02
"""Probability of a pair of sentences from which they are compared."""


@value(frozen=True, slots=True)
class Difference:
    """A contradiction between two sentences."""

    kind: str
    """Such as `money`, `day`, `name`, `outcome`."""
    one: Span
    other: Span
    """The words that differ, in the one text and in the other."""
    lines: tuple[int, int]
    """Their sentences."""
    values: frozenset[str]
    """What is meant by the words: Tuesday and Wednesday, whoever says which."""
    score: float
    """Log odds, roughly, that the two sentences tell the same and contradict each other."""


def odds_of(aligned: Aligned, lines: tuple[int, int]) -> float:
    """Return the log odds that two sentences tell the same."""
    likely = float(aligned.probability[lines])
    return math.log((likely + SURE) / (1 - likely + SURE))
