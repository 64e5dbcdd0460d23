"""Where two accounts of one event contradict each other: other figures, days, names, outcomes.

Two sentences that probably tell the same, and in them two things of one kind that cannot both be
true: 16 bills and 15, Tuesday and Wednesday, Norfolk and Norwalk, her older sister and her
younger one. What one account tells in both ways is no contradiction.
"""

from collections.abc import Sequence
from itertools import chain

from bias.events.align import Aligned
from bias.events.contrary_figures import contrary_figures
from bias.events.contrary_words import contrary_words
from bias.events.difference import LEAST, Difference

MOST = 5
"""Differences of an event that are shown, at most: the strongest."""


def differences(couples: Sequence[Aligned]) -> list[list[Difference]]:
    """Return what the accounts of an event tell otherwise, for each couple of them.

    A contradiction that is plain in one pair of sentences is shown in every other pair that may
    hold it, in other articles as well.
    """
    found = [[*contrary_figures(couple), *contrary_words(couple)] for couple in couples]
    best: dict[tuple[str, frozenset[str]], float] = {}
    for difference in chain.from_iterable(found):
        what = difference.kind, difference.values
        best[what] = max(best.get(what, LEAST), difference.score)
    plain = sorted((what for what in best if best[what] > LEAST), key=lambda what: -best[what])
    shown = set(plain[:MOST])
    return [
        sorted((d for d in some if (d.kind, d.values) in shown), key=lambda d: (-d.score, d.lines))
        for some in found
    ]
