"""The second pass's judge: one linear model, plain numbers."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from bias.models.files import File, Form, read_model, shipped
from bias.roles.role import Role

if TYPE_CHECKING:
    from bias.roles.measures import Measures

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


FORM = Form("bias-roles", 1, ("roles", "intercept", "weights"))


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

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        weights = dict(zip(self.measures, self.weights.tolist(), strict=True))
        return {"roles": self.roles, "intercept": self.intercept.tolist(), "weights": weights}

    @classmethod
    def read(cls, path: File) -> "RoleModel":
        """Read a model file."""
        fields = read_model(path, FORM)
        roles = cast("tuple[Role, ...]", fields.names("roles"))
        weights = fields.lists_by_name("weights", len(roles))
        intercept = np.array(fields.numbers("intercept", len(roles)))
        return cls(roles, tuple(weights), intercept, np.array([*weights.values()]))


def probabilities(log_odds: "Matrix") -> "Matrix":
    """Turn log odds into probabilities, row by row."""
    shifted = np.exp(log_odds - log_odds.max(axis=1, keepdims=True))
    return cast("Matrix", shifted / shifted.sum(axis=1, keepdims=True))


@cache
def shipped_model() -> RoleModel:
    """Return the model that comes with the package."""
    return RoleModel.read(shipped("roles.json"))
