"""How likely a turn of phrase is meant: what it says by itself, and the sentence around it."""

import math

from bias.models.by_word import Floats

LEAST = 0.5
"""From here on it is a cue. What is less likely is no finding: `has yet to` is as often plain."""
ALONE = 0.3
"""Entries of at most this weight count only where they are a sentence by themselves: `Bravo.`"""
STANDING_ALONE = 1.5
"""Stands for the log-odds of the sentence where the entry is all of it: `Good for them.` says
nothing else that could be judged. A judgement of 2026-11-30."""


MOST_SAID = 0.5
"""A sentence of which more is direct speech or reported is not the outlet's."""


def log_odds_of(weight: float) -> float:
    """Return the log-odds of an entry's weight, a probability below 1.

    >>> round(log_odds_of(0.5), 2), round(log_odds_of(0.9), 2)
    (0.0, 2.2)
    """
    return math.log(weight / (1 - weight))


def chance(weight: float, sentence: float) -> float:
    """Return the probability that a turn of phrase slants here, 0 to 1.

    Parameters
    ----------
    weight
        How surely it slants by itself, in a sentence of which nothing is known, 0 to 1.
    sentence
        Log-odds that experts judge its sentence biased.

    Examples
    --------
    >>> round(chance(0.5, 0.0), 2), chance(0.35, -2.0) < 0.1
    (0.5, True)
    """
    return 1 / (1 + math.exp(-(log_odds_of(weight) + sentence)))


def sentence_odds(log_odds: Floats, shares: Floats) -> Floats:
    """Return the log-odds of sentences that are the outlet's; of others, that nothing is slanted.

    Parameters
    ----------
    log_odds
        Of each sentence.
    shares
        Of each, how much of it is direct speech or reported, 0 to 1.
    """
    odds: Floats = log_odds.copy()
    odds[shares > MOST_SAID] = -math.inf
    return odds
