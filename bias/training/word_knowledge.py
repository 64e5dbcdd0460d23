"""What `wording.json.gz` knows about words before any label of bias is seen."""

import base64
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bias.models.files import read_model, shipped
from bias.models.linear import Weights
from bias.training.wording import FORMAT, LEVELS, VERSION

COMMON = 1e-3
"""Smooth inverse frequency (Arora et al. 2017): words above this share count less."""


@dataclass(frozen=True)
class Wording:
    """What is known about words before any label of bias is seen."""

    words: tuple[str, ...]
    partisan: Weights
    vectors: NDArray[np.float64]
    """One row per word, weighted down for common words; zeros where none was learnt."""


@cache
def shipped_wording() -> Wording:
    """Read `wording.json.gz`."""
    names = ("words", "counts", "partisan", "vectors", "dimensions")
    record = read_model(shipped("wording.json.gz"), FORMAT, VERSION, names)
    counts = np.array(record["counts"], dtype=float)
    whole = np.frombuffer(base64.b64decode(record["vectors"]), dtype=np.int8)
    stored = whole.reshape(-1, record["dimensions"]) / LEVELS
    vectors = np.zeros((len(counts), record["dimensions"]))
    rarity = COMMON / (COMMON + counts / counts.sum())
    vectors[: len(stored)] = stored * rarity[: len(stored), None]
    return Wording(tuple(record["words"]), Weights(**record["partisan"]), vectors)
