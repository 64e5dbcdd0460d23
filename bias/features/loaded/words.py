"""What each word says by itself and what stands around it, as the token model reads them."""

from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from bias.document.document import Document
from bias.document.names import FIRST, LISTED, SIGNS, Signs, free_places, is_hidden, signs_of
from bias.models.tokens import CONTEXT, FLOOR, Floats, TokenModel
from bias.words.cut import key_of, kind_of
from bias.words.types import Bools, Column, Ints

Places = NDArray[np.intp]

REACH = 4
"""Tokens to either side among which the next word is looked for."""
MOST_KEPT = 8
"""Models whose scores of words a process keeps; others are worked out again."""
_BEFORE_AND_AFTER = np.array([[-1], [1]])
_QUOTE_SIGNS = frozenset("\"'“”‘’")


def _is_quote_sign(word: str) -> bool:
    """Tell whether a token is a quotation mark, or several.

    >>> _is_quote_sign("”"), _is_quote_sign("’s")
    (True, False)
    """
    return key_of(word)[0] in _QUOTE_SIGNS and kind_of(word) == "mark"


_IS_QUOTE_SIGN = Column(_is_quote_sign, np.bool_)


@lru_cache(MOST_KEPT)
def own_scores(model: TokenModel) -> Column:
    """Return the own score of words, by their letters alone; of a name, `FLOOR`.

    A word that the model knows has its score with a capital too, though it is a name but
    where any word would be capitalised: see `ScoredWords`.
    """
    return Column(partial(_own_score, model), np.float64)


def _own_score(model: TokenModel, word: str) -> float:
    """Return the score of a word.

    >>> model = TokenModel({"vile": 2.0}, {"": -1.0, "<z": 0.5}, {}, 2.0)
    >>> [_own_score(model, word) for word in ("vile", "Vile", "zeal", "Zeal", "UN")]
    [2.0, 2.0, -0.5, -5.0, -5.0]
    """
    key = key_of(word)
    if not word.islower() and _is_name(word, key in model.words):
        return FLOOR
    return model.word_score(key)


def _is_name(word: str, known: bool) -> bool:
    """Tell whether a word with capitals is a name wherever it stands."""
    if not known and len(word) > 1 and word.istitle() and word.isalpha():
        return True
    return not (known and word[0].islower()) and is_hidden(signs_of(word), known, free=True)


def _are_free(signs: Signs, edges: Ints) -> Bools:
    """Tell of each token whether any word would be capitalised there, see `free_places`.

    Parameters
    ----------
    signs
        Of each token.
    edges
        Where each stretch begins, those between them too, and where the last ends.
    """
    firsts, sizes = edges[:-1], edges[1:] - edges[:-1]
    held = sizes.nonzero()[0]
    return free_places(
        signs, firsts[held], np.arange(len(held), dtype=np.int32).repeat(sizes[held])
    )


@dataclass(frozen=True, eq=False)
class ScoredWords:
    """The words of a document, each with its own score, in stretches such as sentences."""

    document: Document
    bounds: Ints
    """First token and one past the last of each stretch, shape (stretches, 2)."""
    stretch: Ints
    """Of each token: twice the number of its stretch, plus 1; even numbers lie between."""
    scores: Floats
    """Of each token: its own log-odds; a name's are `FLOOR`."""
    log_odds: Floats
    """Of each stretch, from the sentence model."""

    @classmethod
    def of(
        cls, model: TokenModel, document: Document, bounds: Ints, log_odds: Floats
    ) -> "ScoredWords":
        """Score the words of a document.

        Parameters
        ----------
        model
            What gives the scores.
        document
            Where the words stand.
        bounds
            First token and one past the last of each stretch, in order, shape (stretches, 2).
        log_odds
            Of each stretch.
        """
        edges = np.concatenate([[0], bounds.ravel(), [len(document.row)]])
        stretch = np.arange(len(edges) - 1, dtype=np.int32).repeat(edges[1:] - edges[:-1])
        scores, signs = document.column(own_scores(model)).copy(), document.column(SIGNS)
        is_name = ((signs & FIRST) > 0) & ~_are_free(signs, edges)
        scores[is_name | ((signs & LISTED) > 0)] = FLOOR
        return cls(document, bounds, stretch, scores, log_odds)

    def above(self, least: Floats) -> Bools:
        """Tell which tokens are words with more than the least score of their stretch.

        Parameters
        ----------
        least
            Of each stretch.
        """
        needed = np.full(2 * len(least) + 1, np.inf)
        needed[1::2] = least
        above: Bools = (self.scores > needed[self.stretch]) & self.document.is_word
        return above

    def bounds_at(self, at: Places) -> list[list[int]]:
        """Return where the stretches of some tokens begin and end."""
        bounds: list[list[int]] = self.bounds[self.stretch[at] // 2].tolist()
        return bounds

    def around(self, at: Places, weights: Floats) -> Floats:
        """Return what `CONTEXT` names, one row each, for some words.

        Parameters
        ----------
        at
            Indices of their tokens, all in stretches.
        weights
            Of the list entry that each belongs to; 0 where there is none.
        """
        around = np.empty((len(CONTEXT), len(at)))
        around[0], around[1] = self.scores[at], self.log_odds[self.stretch[at] // 2]
        around[2:4] = self._beside(at)
        around[4] = self.document.quoted[at]
        around[5] = self._quote_signs(at)
        around[6], around[7] = weights, weights > 0
        return around

    def _beside(self, at: Places) -> Floats:
        """Return the score of the next word before and after some words, at least `FLOOR`."""
        words = self.document.is_word.nonzero()[0]
        place = np.searchsorted(words, at)
        beside = words[np.array([place - 1, (place + 1) % len(words)])]
        away = (beside - at) * _BEFORE_AND_AFTER
        near = (away > 0) & (away <= REACH) & (self.stretch[at] == self.stretch[beside])
        return np.where(near, np.maximum(FLOOR, self.scores[beside]), FLOOR)

    def _quote_signs(self, at: Places) -> NDArray[np.int64]:
        """Count the quotation marks that touch each of some words."""
        is_sign = self.document.column(_IS_QUOTE_SIGN)
        beside = np.minimum(at + _BEFORE_AND_AFTER, len(is_sign) - 1)
        touches = (self.stretch[at] == self.stretch[beside]) & (beside >= 0) & is_sign[beside]
        count: NDArray[np.int64] = touches.sum(axis=0)
        return count
