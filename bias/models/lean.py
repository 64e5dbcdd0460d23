"""Which outlets an article's wording resembles: left, centre or right. Never a verdict.

A linear model over words, pairs and triples of the story. Labels are those of the outlets, so it
knows how outlets write and what about, not what is slanted. The rating does not read it.
`bias/models/data/lean.md` is the model's card, `docs/lean.md` the method in prose.
"""

import base64
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.abc import Traversable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bias.errors import ModelError
from bias.models.files import read_model, shipped
from bias.models.lean_text import GramTable, Numbers, story_keys
from bias.reading import Reading

FORMAT, VERSION = "bias-lean", 1
SIDES = ("left", "center", "right")
FEWEST_KEYS = 100
"""Words and marks of the story for a lean (set by hand: about five sentences)."""
RARITY_STEP = 32
"""A gram's rarity is stored as a whole number of steps of 1/32."""

_SPOKEN = {"left": "left", "center": "centre", "right": "right"}


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
class LeanModel:
    """Weights of words, pairs and triples for each side."""

    table: GramTable
    rarity: NDArray[np.float64]
    """How much each gram counts: rare ones more, as in tf-idf."""
    weights: NDArray[np.float64]
    """One row per gram, one column per side."""
    base: NDArray[np.float64]
    sharpness: float
    """What scores are multiplied by, so that probabilities are calibrated."""
    accuracy: Mapping[str, float]
    """Share of articles whose side is found, of `known` and of `new` outlets."""

    def scores(self, keys: Sequence[str]) -> NDArray[np.float64]:
        """Return the score of each side: a mean of weights, so that length has no say."""
        rows, counts = np.unique(self.table.rows(keys), return_counts=True)
        amounts = (1 + np.log(counts)) * self.rarity[rows]
        norm = math.sqrt(float(amounts @ amounts)) or 1.0
        total: NDArray[np.float64] = self.base + amounts @ self.weights[rows] / norm
        return total

    def lean(self, keys: Sequence[str]) -> Lean:
        """Return the probabilities of the three sides."""
        powers = (self.sharpness * self.scores(keys)).tolist()
        shares = [math.exp(power - max(powers)) for power in powers]
        return Lean(*(share / sum(shares) for share in shares))


def lean_of(reading: Reading, model: LeanModel | None = None) -> Lean | None:
    """Return which outlets' articles the wording of a story resembles.

    Parameters
    ----------
    reading
        The document with its paragraphs' roles; inserts and page furniture are left out.
    model
        The shipped one unless given.

    Returns
    -------
    Lean or None
        None for a story of fewer than `FEWEST_KEYS` words and marks.
    """
    keys = story_keys(reading)
    return None if len(keys) < FEWEST_KEYS else (model or shipped_lean_model()).lean(keys)


def lean_phrase(lean: Lean | None, model: LeanModel | None = None) -> str:
    """Say a lean in words, always with how often such a statement is right.

    Examples
    --------
    >>> lean_phrase(None)
    'too short to compare its wording with that of outlets'
    """
    if lean is None:
        return "too short to compare its wording with that of outlets"
    accuracy = (model or shipped_lean_model()).accuracy
    side, chance = lean.nearest, lean.probability(lean.nearest)
    return (
        f"wording resembles articles from {_SPOKEN[side]} outlets ({100 * chance:.0f} %); such a "
        f"statement is right for {100 * accuracy['known']:.0f} % of articles of outlets the model "
        f"knows, but only for {100 * accuracy['new']:.0f} % of others, little better than chance"
    )


def read_lean_model(path: Path | Traversable) -> LeanModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    names = ("words", "pairs", "triples", "rarity", "weights", "scale", "base", "sharpness")
    record = read_model(path, FORMAT, VERSION, (*names, "accuracy"))
    words = record["words"].split("\n")
    pairs, triples = (_codes(record[name], len(words)) for name in ("pairs", "triples"))
    table = GramTable({word: row for row, word in enumerate(words)}, pairs, triples)
    rarity = _numbers(record["rarity"], "u1") / RARITY_STEP
    weights = _numbers(record["weights"], "i1") * record["scale"]
    if not len(table) == len(rarity) == len(weights) / len(SIDES):
        raise ModelError(
            f"{path}: {len(table)} grams but {len(rarity)} rarities and {len(weights)} weights. "
            "Train it again."
        )
    return LeanModel(
        table=table,
        rarity=rarity,
        weights=weights.reshape(-1, len(SIDES)),
        base=np.array(record["base"], dtype=np.float64),
        sharpness=record["sharpness"],
        accuracy=record["accuracy"],
    )


def _codes(text: str, width: int) -> Numbers:
    """Return pairs or triples: rows of two numbers, as one number each."""
    both = np.frombuffer(base64.b64decode(text), dtype="<u4").astype(np.int64).reshape(-1, 2)
    return both[:, 0] * width + both[:, 1]


def _numbers(text: str, kind: str) -> NDArray[np.float64]:
    return np.frombuffer(base64.b64decode(text), dtype=kind).astype(np.float64)


@cache
def shipped_lean_model() -> LeanModel:
    """Return the model that comes with the package."""
    return read_lean_model(shipped("lean.json.gz"))
