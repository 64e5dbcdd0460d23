"""The second pass's judge: a linear model and a sum of small trees over the same measures.

The linear part is a table that can be read; the trees add what counts only together. Both parts
were weighed when they were fitted, see `bias.training.roles`: what they say is summed.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from bias.models.files import File, Form, read_model, shipped
from bias.models.trees import Trees
from bias.roles.role import Role

if TYPE_CHECKING:
    from bias.roles.measures import Measures

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


FORM = Form("bias-roles", 1, ("roles", "intercept", "weights"))


@dataclass(frozen=True, eq=False)
class Linear:
    """A multinomial logistic regression over named measures."""

    roles: tuple[Role, ...]
    """What the columns of `weights` stand for."""
    measures: tuple[str, ...]
    """What the rows of `weights` stand for."""
    intercept: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    weights: "Matrix"

    def log_odds(self, values: "Matrix") -> "Matrix":
        """Return one row of log odds per paragraph, one column per role.

        What the measures add is summed in their order, for each paragraph by itself.
        """
        return cast("Matrix", np.einsum("mp,mr->pr", values, self.weights) + self.intercept)

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        weights = dict(zip(self.measures, self.weights.tolist(), strict=True))
        return {"roles": self.roles, "intercept": self.intercept.tolist(), "weights": weights}

    @classmethod
    def read(cls, path: File) -> "Linear":
        """Read a model file."""
        fields = read_model(path, FORM)
        roles = cast("tuple[Role, ...]", fields.names("roles"))
        weights = fields.lists_by_name("weights", len(roles))
        intercept = np.array(fields.numbers("intercept", len(roles)))
        return cls(roles, tuple(weights), intercept, np.array([*weights.values()]))


@dataclass(frozen=True, eq=False)
class RoleModel:
    """Both parts; their roles and measures are the same."""

    linear: Linear
    trees: Trees

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the columns of log odds stand for."""
        return self.linear.roles

    @property
    def measures(self) -> tuple[str, ...]:
        """What is asked of every paragraph."""
        return self.linear.measures

    def log_odds(self, measured: "Measures") -> "Matrix":
        """Return one row of log odds per paragraph, one column per role."""
        values = measured.values(self.measures)
        return self.linear.log_odds(values) + self.trees.log_odds(values)


@cache
def shipped_model() -> RoleModel:
    """Return the model that comes with the package."""
    return RoleModel(Linear.read(shipped("roles.json")), Trees.read(shipped("role_trees.json.gz")))
