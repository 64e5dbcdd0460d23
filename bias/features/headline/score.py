"""The headline score: a sum of named parts, turned into a probability."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bias.document.document import Cue
from bias.features.headline.words import Headline
from bias.models.headline import JUDGING, HeadlineModel
from bias.models.linear import logistic

DEVICES = (
    "loaded_verb",
    "loaded_label",
    "hyperbole",
    "sarcasm",
    "named_target",
    "presupposition",
    "agentless",
    "scare_quotes",
    "capitals",
    "reader_address",
    "forward_reference",
    "question",
)
"""Devices that are parts of the score."""
PARTS = (*DEVICES, "other_words", "sentence", "wording", "gap")
"""All parts: the devices; how likely the words judge that are no cue; what the sentence model says
of the headline; how much it is worded like comment; how much hotter it is than its lead."""
MOST_PER_DEVICE = 1.5
"""Where one device's sum is cut off: a third slur says no more than two."""
MOST_GAP = 3.0
"""Where the gap is cut off."""
MOST_LOG_ODDS = 4.0
"""How far from 0 sentence and wording are believed."""
CONSTANT = "base"
"""The part of every headline: what is said of one without any evidence."""


def device_weights(cues: Iterable[Cue]) -> dict[str, float]:
    """Return the summed weight of the outlet's own cues by device, each cut off.

    Cues that are no devices, such as `clickbait`, count nothing.
    """
    sums = dict.fromkeys(DEVICES, 0.0)
    for cue in cues:
        if cue.voice == "outlet" and cue.category in sums:
            sums[cue.category] += cue.weight
    return {device: min(total, MOST_PER_DEVICE) for device, total in sums.items()}


def amounts_of(
    headline: Headline,
    cues: Iterable[Cue],
    judged: NDArray[np.float64],
    gap: float,
    denies: bool = False,
) -> dict[str, float]:
    """Return how much of each of `PARTS` a headline has.

    Parameters
    ----------
    headline
        Of the article.
    cues
        Its devices.
    judged
        How likely each of its words judges, of `find_judging`.
    gap
        Loaded weight per ten words above the lead's; NaN without a body is none.
    denies
        A charge is denied in it. Where all that judges is denied or a speaker's, the models, which
        read every word, say at most that nothing is known.
    """
    cues = [*cues]
    most = 0.0 if _judges_nothing(cues, denies) else MOST_LOG_ODDS
    return {
        **device_weights(cues),
        "other_words": _others(headline, cues, judged),
        "sentence": max(-MOST_LOG_ODDS, min(most, headline.sentence)),
        "wording": max(-MOST_LOG_ODDS, min(most, headline.wording)),
        "gap": 0.0 if math.isnan(gap) else min(MOST_GAP, max(0.0, gap)),
    }


def _judges_nothing(cues: Sequence[Cue], denies: bool) -> bool:
    """Tell whether judging words stand in a headline, and none is the outlet's own charge."""
    voices = {cue.voice for cue in cues if cue.category in JUDGING}
    return (denies or "quoted" in voices) and "outlet" not in voices


def _others(headline: Headline, cues: Iterable[Cue], judged: NDArray[np.float64]) -> float:
    """Return how many words of the outlet's may judge that are in no cue of a judging word."""
    told = {p for cue in cues if cue.category in JUDGING for p in headline.places(cue)}
    likely = judged.sum(axis=1).tolist()
    return math.fsum(
        chance
        for place, chance in enumerate(likely)
        if place not in told and headline.voices[place] == "outlet"
    )


def score_parts(model: HeadlineModel, amounts: Mapping[str, float]) -> dict[str, float]:
    """Return what each part adds to the log-odds, the constant first."""
    weights = model.score
    parts = {name: weights[name] * amounts[name] for name in PARTS}
    return {CONSTANT: weights[CONSTANT], **parts}


def score_of(parts: Mapping[str, float]) -> float:
    """Return the score, 0 to 1: the probability that readers see a clear slant.

    >>> score_of({"base": -1.0, "sentence": 1.0})
    0.5
    """
    return logistic(math.fsum(parts.values()))
