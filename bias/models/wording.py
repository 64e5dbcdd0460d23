"""What `wording.json.gz` knows about words before any label of bias is seen."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import word_numbers
from bias.models.files import Form, read_model, shipped
from bias.models.linear import Weights
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-wording", 2, ("words", "counts", "partisan", "vectors"))
LEVELS = 127
"""Vectors are stored as whole numbers from -127 to 127."""
COMMON = 1e-3
"""Smooth inverse frequency (Arora et al. 2017): words above this share count less."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Wording:
    """What is known about words before any label of bias is seen."""

    words: tuple[str, ...]
    counts: Floats
    """How often each stands in the reference corpus."""
    partisan: Weights
    learnt: Floats
    """A vector of length 1 for each of the first words; for the others none was learnt."""

    @cached_property
    def all_vectors(self) -> Floats:
        """One row per word; zeros where none was learnt."""
        vectors = np.zeros((len(self.words), self.learnt.shape[1]))
        vectors[: len(self.learnt)] = self.learnt
        return vectors

    @cached_property
    def vectors(self) -> Floats:
        """The same, weighted down for common words."""
        rarity: Floats = COMMON / (COMMON + self.counts / self.counts.sum())
        return self.all_vectors * rarity[:, None]


@cache
def shipped_wording() -> Wording:
    """Read `wording.json.gz`."""
    fields = read_model(shipped("wording.json.gz"), FORM)
    numbers, spelled = word_numbers(fields, "words"), shipped_vocabulary().words
    return Wording(
        tuple(spelled[number] for number in numbers.tolist()),
        fields.array("counts", np.inf).astype(np.float64),
        Weights.read(fields, "partisan"),
        fields.array("vectors") / LEVELS,
    )
