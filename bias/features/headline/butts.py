"""How likely each name of a headline is the butt of its wording, though no rule says so.

A small learnt sum (`bias.models.headline`) of the headline as a whole, of how likely the words on
either side of the name judge, and of the frame in which it stands. The name itself is hidden.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bias.features.headline.clauses import Device
from bias.features.headline.judging import frame
from bias.features.headline.names import Name
from bias.features.headline.words import Headline
from bias.models.headline import HeadlineModel

Floats = NDArray[np.float64]

MEASURES = ("sentence", "wording", "judged", "before", "after", "names", "told")
"""What is measured of a name: the log-odds of sentence model and headline wording; how many words
of its voice may judge; the likeliest of them before and after it, the nearer the more; how many
names there are; the weight with which a rule calls it a butt."""
BUTT_FROM = 0.2
"""A name is a cue from this probability on: 47 % of such names readers marked, and 57 % of what
they marked is found (outlets left out, 2026-11-30)."""
_WEIGHT = 0.25
"""Of a cue that is certain: one that is doubtful is marked and not drawn on paper."""
_NEARER = 0.6
"""What a word counts of the one that is one nearer to the name."""
_MOST_LOG_ODDS = 4.0
"""How far from 0 sentence and wording are believed."""
MOST = 24
"""Names judged: a headline without end is judged as far as a reader would read it."""
_NOTE = "likely the butt of the headline's wording"


def named(headline: Headline, names: Sequence[Name]) -> list[Name]:
    """Return the names as every model sees them: one of three words is as good as one of one.

    A plain word that is seldom written is none.
    """
    found = list[Name]()
    for name in names:
        places = [p for p in range(name.first, name.last) if headline.hidden[p]]
        if places and (not found or found[-1].last <= places[0]):
            first, last = places[0], places[0]
            while first and headline.hidden[first - 1]:
                first -= 1
            while last < len(headline) and headline.hidden[last]:
                last += 1
            found.append(Name(first, last))
    return found


def measures_of(
    headline: Headline, names: Sequence[Name], judged: Floats, rules: Sequence[Device]
) -> Iterator[tuple[float, ...]]:
    """Yield `MEASURES` of each name.

    Parameters
    ----------
    headline, names
        The headline and its names, of `named`.
    judged
        How likely each of its words judges, of `find_judging`.
    rules
        The butts that rules found.
    """
    likely, (_, at) = judged.sum(axis=1).tolist(), frame(headline)
    whole = [_bounded(log_odds) for log_odds in (headline.sentence, headline.wording)]
    for name in names:
        voice, here = headline.voices[name.first], at[name.first]
        said = [x if v == voice else 0.0 for x, v in zip(likely, headline.voices, strict=True)]
        near = [x * _NEARER ** abs(place - here) for x, place in zip(said, at, strict=True)]
        before, after = max(near[: name.first], default=0.0), max(near[name.last :], default=0.0)
        told = max((rule.weight for rule in rules if _meet(rule, name)), default=0.0)
        yield *whole, math.fsum(said), before, after, float(len(names)), told


def _bounded(log_odds: float) -> float:
    return max(-_MOST_LOG_ODDS, min(_MOST_LOG_ODDS, log_odds))


def _meet(rule: Device, name: Name) -> bool:
    return rule.first < name.last and rule.last > name.first


def signs_of(headline: Headline, names: Sequence[Name]) -> Iterator[list[str]]:
    """Yield of each name what stands beside it, two words on either side, its place and voice."""
    shapes, at = frame(headline)
    for number, name in enumerate(names):
        first, last = at[name.first], at[name.last - 1]
        yield [
            f"before {shapes[first - 1]}",
            f"two before {shapes[first - 2]}",
            f"after {shapes[last + 1]}",
            f"two after {shapes[last + 2]}",
            f"name {min(number, 2)}",
            headline.voices[name.first],
        ]


def find_butts(
    headline: Headline,
    names: Sequence[Name],
    judged: Floats,
    rules: Sequence[Device],
    model: HeadlineModel,
) -> Iterator[Device]:
    """Yield the names that are likely a butt and that no rule found.

    Parameters
    ----------
    headline, names, judged, rules
        As of `measures_of`.
    model
        What judges.
    """
    names = named(headline, names)[:MOST]
    if not names:
        return
    measures = measures_of(headline, names, judged, rules)
    for name, row, signs in zip(names, measures, signs_of(headline, names), strict=True):
        likely = model.butt(zip(MEASURES, row, strict=True), signs)
        if likely >= BUTT_FROM and not any(_meet(rule, name) for rule in rules):
            yield Device(name.first, name.last, "named_target", round(_WEIGHT * likely, 2), _NOTE)
