"""How much a piece reads like reporting and how much like opinion: a linear model.

It knows the words of the outlet's voice and a few measures of manner;
`bias/models/data/genre.md` is its card. Satire is not judged: no data that may teach it was found.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bias.models.files import File, Form, read_model, shipped
from bias.models.linear import Linear, Weights
from bias.words.numbered import Counted
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-genre", 2, ("wording", "measures"))


@dataclass(frozen=True)
class GenreModel:
    """Log-odds that a piece is opinion."""

    wording: Weights
    """Weight of each masked key; a repeated one counts by its logarithm."""
    measures: Mapping[str, Sequence[float]]
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
        return self._linear.pull(counts) + added

    def added_by(self, name: str, value: float) -> float:
        """Return what one measure adds; nothing where it is undefined."""
        centre, scale, weight = self.measures[name]
        return 0.0 if math.isnan(value) else weight * (value - centre) / scale

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        measures = {name: list(numbers) for name, numbers in self.measures.items()}
        return {"wording": self.wording.content(), "measures": measures}

    @cached_property
    def _linear(self) -> Linear:
        return Linear(shipped_vocabulary(), [self.wording])


def read_genre_model(path: File) -> GenreModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    fields = read_model(path, FORM)
    measures = fields.lists_by_name("measures", 3)
    return GenreModel(Weights.read(fields, "wording"), measures)


@cache
def shipped_genre_model() -> GenreModel:
    """Return the model that comes with the package."""
    return read_genre_model(shipped("genre.json.gz"))
