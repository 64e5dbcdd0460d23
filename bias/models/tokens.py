"""Probability that experts mark a word as loaded, in its sentence.

Every word has one number of its own; the words beside it, the sentence, the
voice and the term lists add to it. So each probability is a sum that can be
traced. `bias/models/data/tokens.md` is the model's card.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import ByWord
from bias.models.files import Form, read_model, shipped
from bias.models.linear import log_odds as as_log_odds
from bias.models.linear import logistic
from bias.words.derived import base_of

Floats = NDArray[np.float64]

FORM = Form("bias-tokens", 2, ("words", "letters", "weights", "top"))
FLOOR = -5.0
"""Score of a name, and the least that a neighbour may have: 1 in 150."""
LETTERS = (2, 3, 4, 5)
"""Lengths of the letter groups that stand for a word never seen."""
LONGEST = 40
"""Letters of a word that are looked at; no English word is longer."""
CONTEXT = ("word", "sentence", "before", "after", "quoted", "marked", "weight", "listed")
"""What a probability is made of: the word's own score, its sentence's log-odds, the words
beside it, whether it stands in direct speech, how many quotation marks touch it, the
weight of the list entry it belongs to, and whether there is one."""


@dataclass(frozen=True, eq=False)
class TokenModel:
    """How likely words are marked, with and without their surroundings."""

    words: Mapping[str, float]
    """Log-odds of each known word without context. Names, identity terms, left and right are
    not among them; words of either sex, such as she and he, have one number."""
    letters: Mapping[str, float]
    """What each group of letters adds for a word that is not known; `""` is the base."""
    weights: Mapping[str, float]
    """Of `CONTEXT`, and `base`."""
    top: float
    """The highest score of any word."""

    def word_score(self, key: str) -> float:
        """Return a word's own log-odds.

        One that is not known has those of its letters, or those of the word that it is made of
        where these are higher.
        """
        known = self.words.get(key)
        if known is not None:
            return known
        told = self.letters[""] + sum(self.letters.get(group, 0.0) for group in letters_of(key))
        base = base_of(key, self.words)
        return told if base is None else max(told, self.words[base])

    def least_scores(self, probability: float, log_odds: Floats) -> Floats:
        """Return the own score below which no neighbour lifts an unlisted word so far.

        Parameters
        ----------
        probability
            To be reached outside direct speech.
        log_odds
            Of each sentence.
        """
        weights = self.weights
        help_beside = max(0.0, self.top) * (weights["before"] + weights["after"])
        rest = weights["base"] + weights["sentence"] * log_odds + help_beside
        return np.maximum(FLOOR, (as_log_odds(probability) - rest) / weights["word"])

    def probabilities(self, around: Floats) -> list[float]:
        """Return the probability of each of some words.

        Parameters
        ----------
        around
            One row for each of `CONTEXT`, one column a word. The base and what the rows add
            are summed in this order.
        """
        weights = np.array([self.weights[name] for name in CONTEXT])
        parts = weights[:, np.newaxis] * around
        total = np.add.reduce(parts, axis=0, initial=self.weights["base"])
        return [*map(logistic, total.tolist())]


def letters_of(key: str) -> set[str]:
    """Return the groups of letters of a word, ends marked.

    >>> sorted(letters_of("a"))
    ['<a', '<a>', 'a>']
    """
    marked = f"<{key[:LONGEST]}>"
    return {marked[i : i + n] for n in LETTERS for i in range(len(marked) - n + 1)}


@cache
def shipped_token_model() -> TokenModel:
    """Return the model that comes with the package."""
    fields = read_model(shipped("tokens.json.gz"), FORM)
    words, weights = ByWord.read(fields, "words").by_word, fields.numbers_by_name("weights")
    return TokenModel(words, fields.numbers_by_name("letters"), weights, fields.number("top"))
