"""What the words of a line say of its role: a sum over words and pairs, names hidden.

A line is a row of numbers of words between two edges: its first and its last word make a pair
with an edge. Weights are whole hundredths, so that a sum is the same whatever it is summed with.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import Floats
from bias.models.files import File, Form, read_model, shipped
from bias.models.linear import Numbers
from bias.words.numbered import Numbered
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-lines", 1, ("roles", "intercept", "words", "first", "second", "weights"))
EDGE = 0
"""Stands for the start and the end of a line, instead of a word's number."""
PART = 100
"""A weight counts hundredths."""


@dataclass(frozen=True, eq=False)
class LineModel:
    """A multinomial logistic regression over the words and pairs of a line."""

    roles: tuple[str, ...]
    """What the columns of `weights` stand for."""
    intercept: Floats
    words: Ints
    """Numbers of the words with a weight, rising."""
    pairs: Ints
    """Numbers of the words of each pair, rising; shape (pairs, 2)."""
    weights: NDArray[np.int32]
    """Of the words, then of the pairs."""

    def log_odds(self, lines: Numbered) -> Floats:
        """Return one row of log odds per line, one column per role.

        Parameters
        ----------
        lines
            Numbers of words, each line between two edges; `Vocabulary.size` stands for a word
            without a number.
        """
        return np.concatenate([self._log_odds(part) for part in lines.parts()])

    def _log_odds(self, lines: Numbered) -> Floats:
        if not lines.count:
            return np.empty((0, len(self.roles)))
        added, lengths = self._by_number[lines.numbers], lines.lengths
        is_likely = self._begins[lines.numbers[:-1]] & self._ends[lines.numbers[1:]]
        likely = is_likely.nonzero()[0]
        codes = codes_of(lines)[likely]
        places = self._codes.searchsorted(codes)
        found = (self._codes[places] == codes).nonzero()[0]
        added[likely[found]] += self._by_pair[places[found]]
        sums = np.add.reduceat(added, lengths.cumsum() - lengths, axis=0, dtype=np.int64)
        odds: Floats = self.intercept + sums / (PART * np.sqrt(lengths))[:, None]
        return odds

    @cached_property
    def _by_number(self) -> NDArray[np.int32]:
        table = np.zeros((shipped_vocabulary().size + 1, len(self.roles)), np.int32)
        table[self.words] = self.weights[: len(self.words)]
        return table

    @cached_property
    def _by_pair(self) -> NDArray[np.int32]:
        return self.weights[len(self.words) :]

    @cached_property
    def _begins(self) -> Bools:
        """Which numbers begin a pair with a weight."""
        return self._are_in(self.pairs[:, 0])

    @cached_property
    def _ends(self) -> Bools:
        """Which numbers end one."""
        return self._are_in(self.pairs[:, 1])

    def _are_in(self, numbers: Ints) -> Bools:
        found = np.zeros(shipped_vocabulary().size + 1, np.bool_)
        found[numbers] = True
        return found

    @cached_property
    def _codes(self) -> Numbers:
        """Each pair as one number, and one that is none."""
        codes = self.pairs.astype(np.int64) @ np.array([_base(), 1])
        return np.append(codes, _base() ** 2)

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        first, second = self.pairs.T
        return {
            "roles": self.roles, "intercept": self.intercept.tolist(), "words": self.words,
            "first": first, "second": second, "weights": self.weights,
        }  # fmt: skip

    @classmethod
    def read(cls, path: File) -> "LineModel":
        """Read a model file; raises `ModelError` when it does not fit."""
        fields, size = read_model(path, FORM), shipped_vocabulary().size
        roles = fields.names("roles")
        words, first, second, weights = map(fields.array, FORM.fields[2:])
        pairs = np.stack([first, second], axis=1) if first.shape == second.shape else first
        if pairs.ndim != 2 or words.ndim != 1 or weights.shape != (
            len(words) + len(pairs), len(roles),
        ):  # fmt: skip
            fields.refuse("weights", f"has shape {weights.shape}")
        for numbers in (words, first, second):
            if numbers.dtype.kind not in "iu" or not ((numbers >= 0) & (numbers < size)).all():
                fields.refuse("words", "speaks of words that this version does not know")
        intercept = np.array(fields.numbers("intercept", len(roles)))
        return cls(
            roles, intercept, words.astype(np.int32), pairs.astype(np.int32),
            weights.astype(np.int32),
        )  # fmt: skip


def probabilities(log_odds: Floats) -> Floats:
    """Turn log odds into probabilities, row by row.

    >>> probabilities(np.zeros((1, 2))).tolist()
    [[0.5, 0.5]]
    """
    shifted = np.exp(log_odds - log_odds.max(axis=1, keepdims=True))
    chances: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return chances


def codes_of(lines: Numbered) -> Numbers:
    """Return each pair of neighbouring words as one number; two edges in a row are code 0."""
    numbers = lines.numbers.astype(np.int64)
    codes: Numbers = numbers[:-1] * _base() + numbers[1:]
    return codes


def pairs_of(codes: Numbers) -> Ints:
    """Return the words of pairs that are given as one number each; shape (pairs, 2)."""
    return np.stack(np.divmod(codes, _base()), axis=1).astype(np.int32)


def _base() -> int:
    return shipped_vocabulary().size + 1


@cache
def shipped_line_model() -> LineModel:
    """Return the model that comes with the package."""
    return LineModel.read(shipped("lines.json.gz"))
