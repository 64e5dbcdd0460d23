"""How likely another article of the event tells what a sentence tells."""

from collections.abc import Sequence

import numpy as np

from bias.events.account import Account
from bias.events.align import SURE
from bias.models.by_word import Floats
from bias.models.pairs import Pairs, probabilities


def told_elsewhere(account: Account, found: Sequence[Floats], pairs: Pairs) -> Floats:
    """Return, for each sentence of an account, the probability that another tells its content.

    Parameters
    ----------
    account
        Whose sentences.
    found
        For each other account of the event, how likely each pair of sentences tells the same:
        shape (sentences of the account, sentences of the other).
    """
    return probabilities(pairs.told.odds(told_measures(account, found)))


def told_measures(account: Account, found: Sequence[Floats]) -> dict[str, Floats]:
    """Return what speaks for it, one value a sentence."""
    best = np.stack([values.max(axis=1, initial=0.0) for values in found])
    none = np.prod([np.prod(1 - values, axis=1) for values in found], axis=0)
    likeliest, any_pair = best.max(axis=0), 1 - none
    return {
        "likeliest": np.log((likeliest + SURE) / (1 - likeliest + SURE)),
        "any": np.log((any_pair + SURE) / (1 - any_pair + SURE)),
        "articles": best.sum(axis=0),
        "words": np.log1p(np.array([line.words for line in account.lines], float)),
        "quoted": np.array([line.quoted for line in account.lines]),
        "upper": np.log1p(np.arange(len(account.lines))),
    }
