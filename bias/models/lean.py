"""Which outlets an article's wording resembles: left, centre or right. Never a verdict.

A linear model over words, pairs and triples of the story. Labels are those of the outlets, so it
knows how outlets write and what about, not what is slanted. The rating does not read it.
`bias/models/data/lean.md` is the model's card, `docs/lean.md` the method in prose.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import word_numbers
from bias.models.fields import Fields
from bias.models.files import File, Form, read_model, shipped
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary

Numbers = NDArray[np.int64]

FORM = Form(
    "bias-lean",
    3,
    (
        "words", "pairs", "triples", "rarity", "weights", "scale", "base", "calibration", "least",
        "right",
    ),
)  # fmt: skip
SIDES = ("left", "center", "right")
SPOKEN = ("left", "right")
"""Sides that are named. A story taken for one of a centre outlet is one for 4 of 10 outlets that
the model has not read, however sure it is (`bias/models/data/lean.md`)."""
MOST = 2**17
"""Words of a story whose grams are counted at a time."""
DESCRIBED = 2 + 2 * len(SIDES)
"""Numbers by which a story is described to calibration."""
RARITY_STEP = 32
"""A gram's rarity is stored as a whole number of steps of 1/32."""


@dataclass(frozen=True, slots=True)
class Lean:
    """How far the wording resembles articles from left, centre and right outlets."""

    left: float
    """Probability, 0 to 1; the three add up to 1."""
    center: float
    right: float

    @property
    def nearest(self) -> str:
        """The likeliest of `left`, `center` and `right`."""
        return max(SIDES, key=self.probability)

    def probability(self, side: str) -> float:
        """Return the probability of one side."""
        return float(getattr(self, side))


@dataclass(frozen=True)
class GramTable:
    """The words, pairs and triples that have a row: first words, then pairs, then triples."""

    words: int
    """How many."""
    pairs: Numbers
    """Row of the first word times the number of words plus row of the second, rising."""
    triples: Numbers
    """Place of the first two in `pairs` times the number of words plus row of the third."""

    def __len__(self) -> int:
        """Return the number of rows."""
        return self.words + len(self.pairs) + len(self.triples)

    def count(self, words: Numbers, most: int = MOST) -> tuple[Numbers, Numbers]:
        """Return the distinct rows of an article, rising, and how often each stands there.

        Counted are the rows that begin at `most` words, then those at the next: a book needs no
        more memory.

        >>> table = GramTable(2, np.array([1]), np.array([0]))
        >>> [found.tolist() for found in table.count(np.array([0, 1, 0]), most=2)]
        [[0, 1, 2, 3], [2, 1, 1, 1]]
        """
        found = [
            np.unique(self.rows(words[first : first + most + 2], most), return_counts=True)
            for first in range(0, max(1, len(words)), most)
        ]
        if len(found) == 1:
            return found[0]
        rows, place = np.unique(np.concatenate([own for own, _ in found]), return_inverse=True)
        counts = np.bincount(place, np.concatenate([counts for _, counts in found]))
        return rows, counts.astype(np.int64)

    def rows(self, words: Numbers, most: int | None = None) -> Numbers:
        """Return the row of every word, pair and triple of an article; repeated ones again.

        Parameters
        ----------
        words
            The row of each word of the article, in order; -1 where it has none.
        most
            Only of those that begin at one of so many words.

        Examples
        --------
        >>> table = GramTable(2, np.array([1]), np.array([0]))
        >>> table.rows(np.array([0, 1, 0])).tolist()
        [0, 1, 0, 2, 3]
        """
        second = _join(words, words[1:], self.pairs, self.words)
        third = _join(second, words[2:], self.triples, self.words)
        starts = (0, self.words, self.words + len(self.pairs))
        found = zip((words[:most], second[:most], third[:most]), starts, strict=True)
        return np.concatenate([rows[rows >= 0] + start for rows, start in found])


def _join(first: Numbers, second: Numbers, codes: Numbers, width: int) -> Numbers:
    """Return the place in `codes` of each gram and the word after it, or -1."""
    first = first[: len(second)]
    places = np.full(len(second), -1, dtype=np.int64)
    known = np.flatnonzero((first >= 0) & (second >= 0))
    places[known] = find(codes, first[known] * width + second[known])
    return places


def find(codes: Numbers, wanted: Numbers) -> Numbers:
    """Return the place of each number in rising `codes`, -1 where it is missing.

    >>> find(np.array([3, 5, 9]), np.array([5, 4, 10])).tolist()
    [1, -1, -1]
    """
    if not len(codes):
        return np.full(len(wanted), -1)
    places = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
    return np.where(codes[places] == wanted, places, -1)


@dataclass(frozen=True)
class LeanModel:
    """Weights of words, pairs and triples for each side."""

    row_of: Numbers
    """Row in `table` of every word of the shipped vocabulary, by number; -1 where it has none."""
    table: GramTable
    rarity: NDArray[np.uint8]
    """How much each gram counts, in steps of 1/32: rare ones more, as in tf-idf."""
    weights: NDArray[np.int8]
    """One row per gram, one column per side, in steps of `scale`."""
    scale: float
    base: NDArray[np.float64]
    calibration: NDArray[np.float64]
    """One row per side: weights of what `describe` returns, so that probabilities come true for
    outlets that the model has not read."""
    least: float
    """The likeliest side's probability from which it is named; below, it is wrong too often."""
    right: float
    """Share of what it names that is right for such outlets."""

    def scores(self, numbers: Ints) -> NDArray[np.float64]:
        """Return the score of each side: a mean of weights, so that length has no say.

        Parameters
        ----------
        numbers
            Of the words in the shipped vocabulary, in order.
        """
        rows, counts = self.table.count(self.row_of[numbers])
        amounts = (1 + np.log(counts)) * (self.rarity[rows] / RARITY_STEP)
        norm = math.sqrt(float(amounts @ amounts)) or 1.0
        pulls = amounts @ self.weights[rows].astype(np.float64) * self.scale
        total: NDArray[np.float64] = self.base + pulls / norm
        return total

    def lean(self, numbers: Ints, opinion: float) -> Lean:
        """Return the probabilities of the three sides.

        Parameters
        ----------
        numbers
            As for `scores`.
        opinion
            Probability that the piece is opinion, 0 to 1: there wording says more of an outlet.
        """
        described = describe(self.scores(numbers), np.float64(opinion))
        powers = (self.calibration @ described).tolist()
        shares = [math.exp(power - max(powers)) for power in powers]
        return Lean(*(share / sum(shares) for share in shares))

    def names(self, lean: Lean) -> bool:
        """Tell whether a side is likely enough to be named."""
        return lean.nearest in SPOKEN and lean.probability(lean.nearest) >= self.least


def describe(scores: NDArray[np.float64], opinion: Any) -> NDArray[np.float64]:
    """Return what calibration weighs: scores of opinion and of reporting apart.

    Parameters
    ----------
    scores
        Of the three sides, shape (…, 3).
    opinion
        Probability that a piece is opinion, shape (…).

    Returns
    -------
    numpy.ndarray
        Shape (…, 8): 1; scores above their mean, as far as it is opinion and as far as it is
        not; `opinion`.
    """
    above = scores - scores.mean(axis=-1, keepdims=True)
    share = np.asarray(opinion, np.float64)[..., np.newaxis]
    parts = (np.ones_like(share), above * share, above * (1 - share), share)
    return np.concatenate(parts, axis=-1)


def read_lean_model(path: File) -> LeanModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    fields = read_model(path, FORM)
    words = word_numbers(fields, "words")
    pairs, triples = (_codes(fields, name, len(words)) for name in ("pairs", "triples"))
    table = GramTable(len(words), pairs, triples)
    rarity, weights = fields.array("rarity"), fields.array("weights")
    if rarity.shape != (len(table),) or weights.shape != (len(table), len(SIDES)):
        found = f"{len(table)} grams but {len(rarity)} rarities and {len(weights)} weights"
        fields.refuse("rarity", f"does not fit: {found}")
    return LeanModel(
        row_of=_rows_of(words),
        table=table,
        rarity=rarity,
        weights=weights,
        scale=fields.number("scale"),
        base=np.array(fields.numbers("base", len(SIDES))),
        calibration=np.array(fields.rows("calibration", len(SIDES), len(SIDES), DESCRIBED)),
        least=fields.number("least"),
        right=fields.number("right"),
    )


def _rows_of(words: Ints) -> Numbers:
    """Return the place among `words` of every word of the shipped vocabulary."""
    rows = np.full(shipped_vocabulary().size, -1, dtype=np.int64)
    rows[words] = np.arange(len(words))
    return rows


def _codes(fields: Fields, name: str, width: int) -> Numbers:
    """Return pairs or triples as one number each."""
    part = fields.part(name, "first", "second")
    first, second = part.array("first"), part.array("second")
    if first.shape != second.shape:
        fields.refuse(name, f"has {first.size} first words and {second.size} others")
    codes: Numbers = first.astype(np.int64) * width + second
    return codes


@cache
def shipped_lean_model() -> LeanModel:
    """Return the model that comes with the package."""
    return read_lean_model(shipped("lean.json.gz"))
