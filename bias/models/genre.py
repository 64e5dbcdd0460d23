"""How much a piece reads like reporting and how much like opinion: a linear model.

It knows the words of the outlet's voice and a few measures of manner;
`bias/models/data/genre.md` is its card. Satire is not judged: no data that may teach it was found.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

from bias.errors import ModelError
from bias.models.files import read_model, shipped
from bias.models.linear import Linear, Weights
from bias.words.numbered import Counted
from bias.words.vocabulary import shipped_vocabulary

FORMAT, VERSION = "bias-genre", 1


@dataclass(frozen=True)
class GenreModel:
    """Log-odds that a piece is opinion."""

    base: float
    words: Mapping[str, float]
    """Weight of each masked key; a repeated one counts by its logarithm."""
    measures: Mapping[str, tuple[float, float, float]]
    """Centre, scale and weight of each measure of manner."""

    def log_odds(self, counts: Counted, manner: Mapping[str, float]) -> float:
        """Return the log-odds that the piece is opinion rather than reporting.

        Parameters
        ----------
        counts
            Of its words.
        manner
            Its measures.
        """
        added = sum(self.added_by(name, manner[name]) for name in self.measures)
        return self._wording.pull(counts) + added

    def added_by(self, name: str, value: float) -> float:
        """Return what one measure adds; nothing where it is undefined."""
        centre, scale, weight = self.measures[name]
        return 0.0 if math.isnan(value) else weight * (value - centre) / scale

    @cached_property
    def _wording(self) -> Linear:
        return Linear(shipped_vocabulary(), [Weights(self.base, self.words)])


def read_genre_model(path: Path | Traversable) -> GenreModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    record = read_model(path, FORMAT, VERSION, ("base", "words", "measures"))
    sizes = {len(numbers) for numbers in record["measures"].values()}
    if sizes - {3}:
        raise ModelError(f"{path}: measures hold {sizes} numbers, expected 3. Train it again.")
    measures = {name: tuple(numbers) for name, numbers in record["measures"].items()}
    return GenreModel(record["base"], record["words"], measures)


@cache
def shipped_genre_model() -> GenreModel:
    """Return the model that comes with the package."""
    return read_genre_model(shipped("genre.json.gz"))
