"""The second pass's judge: one linear model, plain numbers in a JSON file."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

import numpy as np

from bias.roles.role import Role

if TYPE_CHECKING:
    from bias.roles.measures import Measures

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, eq=False)
class RoleModel:
    """A multinomial logistic regression over named measures."""

    roles: tuple[Role, ...]
    """What the columns of `weights` stand for."""
    measures: tuple[str, ...]
    """What the rows of `weights` stand for."""
    intercept: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    weights: "Matrix"

    def log_odds(self, measured: "Measures") -> "Matrix":
        """Return one row of log odds per paragraph, one column per role.

        What the measures add is summed in their order, for each paragraph by itself.
        """
        added = np.einsum("mp,mr->pr", measured.values(self.measures), self.weights)
        return cast("Matrix", added + self.intercept)

    def to_json(self) -> str:
        """Return the model as text, the same bytes for the same numbers."""
        table = {name: row.tolist() for name, row in zip(self.measures, self.weights, strict=True)}
        lines = [f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in table.items()]
        roles, intercept = json.dumps(self.roles), json.dumps(self.intercept.tolist())
        weights = ",\n".join(lines)
        return f'{{"roles": {roles},\n"intercept": {intercept},\n"weights": {{\n{weights}\n}}}}\n'

    @classmethod
    def from_json(cls, text: str) -> "RoleModel":
        """Read what `to_json` wrote."""
        data = json.loads(text)
        return cls(
            cast("tuple[Role, ...]", tuple(data["roles"])),
            tuple(data["weights"]),
            np.array(data["intercept"], dtype=float),
            np.array(list(data["weights"].values()), dtype=float),
        )


def probabilities(log_odds: "Matrix") -> "Matrix":
    """Turn log odds into probabilities, row by row."""
    shifted = np.exp(log_odds - log_odds.max(axis=1, keepdims=True))
    return cast("Matrix", shifted / shifted.sum(axis=1, keepdims=True))


@cache
def shipped_model() -> RoleModel:
    """Return the model that comes with the package."""
    return RoleModel.from_json(
        resources.files("bias.models.data").joinpath("roles.json").read_text("utf-8")
    )
