"""How likely a cue is a mark that a careful reader would make, too."""

import math

from bias.document.document import Cue
from bias.features.framing.chances import chance

SENTENCE = 0.6
"""What a sentence that is slanted as a whole keeps of its place: words point, a sentence does not.
A judgement of 2026-11-30."""
CERTAIN = 0.99
"""Weights of lists are no certainties."""


def likelihood(cue: Cue, sentence: float) -> float:
    """Return the probability that a cue is rightly marked, 0 to 1.

    Parameters
    ----------
    cue
        Its own probability is taken where it has one.
    sentence
        Log-odds that experts judge its sentence biased; counts with the cue's weight where no
        model has judged the cue itself.
    """
    if cue.feature == "framing" and cue.category == "sentence":
        return SENTENCE * cue.probability
    if not math.isnan(cue.probability):
        return cue.probability
    return chance(min(cue.weight, CERTAIN), sentence)
