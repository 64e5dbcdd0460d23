"""Fit a sum of small trees by gradient boosting (Friedman 2001), with scikit-learn.

Each tree chooses among a random part of the measures and of the examples, which makes the sum of
them steadier on texts like none of those they were fitted on (Friedman 2002).
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np

from bias.models.by_word import Floats
from bias.models.trees import LEAVES, NEVER, PART, QUESTIONS, Trees

SEEDS = (0, 1)
"""Of fits whose mean is taken: one alone is off by chance in lines that little speaks for."""
ROUNDS = 60
"""Trees of each column in a fit."""
RATE = 0.12
MEASURES_SEEN = 0.4
EXAMPLES_SEEN = 0.9
FEWEST = 15
"""Examples in a leaf. All five chosen with outlets left out, from six settings: F1 of inserts
0.893 to 0.899 (2026-11-30)."""
DIGITS = 5
"""Of limits."""


def fit_trees(
    values: Floats,
    labels: Sequence[int],
    importance: Sequence[float],
    measures: Sequence[str],
    columns: Sequence[str],
    share: float = 1.0,
) -> Trees:
    """Fit trees that together are the log odds of the labels.

    Parameters
    ----------
    values
        Shape (examples, measures).
    labels
        Places of columns, each at least once.
    importance
        How much each example counts.
    measures, columns
        Their names.
    share
        What is added is multiplied by so much.
    """
    from sklearn.ensemble import GradientBoostingClassifier

    judges = [
        GradientBoostingClassifier(
            n_estimators=ROUNDS, learning_rate=RATE, max_leaf_nodes=LEAVES, max_depth=QUESTIONS,
            max_features=MEASURES_SEEN, subsample=EXAMPLES_SEEN, min_samples_leaf=FEWEST,
            init="zero", random_state=seed,
        ).fit(values, labels, sample_weight=importance)
        for seed in SEEDS
    ]  # fmt: skip
    known, rate = [columns[label] for label in judges[0].classes_], RATE * share / len(SEEDS)
    turns = chain.from_iterable(judge.estimators_ for judge in judges)
    trees = [_Read(tree.tree_, rate) for turn in turns for tree in turn]
    parts = ([getattr(tree, name) for tree in trees] for name in ("asked", "limits"))
    asked, limits = (np.array(part) for part in parts)
    cares, wants, adds = np.array([tree.leaves for tree in trees]).transpose(2, 0, 1)
    return Trees(tuple(known), tuple(measures), asked, limits, cares, wants, adds)


class _Read:
    """One of scikit-learn's trees, as questions and leaves."""

    def __init__(self, tree: Any, rate: float) -> None:
        self._tree, self._rate = tree, rate
        self.asked, self.limits = [0] * QUESTIONS, [NEVER] * QUESTIONS
        self.leaves: list[tuple[int, int, int]] = []
        """Of each: the questions that lead to it, those answered with yes, what it adds."""
        self._count = 0
        self._walk(0, 0, 0)
        self.leaves += [(0, 0, 0)] * (LEAVES - len(self.leaves))

    def _walk(self, node: int, cares: int, wants: int) -> None:
        tree, here = self._tree, self._count
        if tree.children_left[node] < 0:
            added = round(float(tree.value[node, 0, 0]) * self._rate * PART)
            self.leaves.append((cares, wants, added))
            return
        self.asked[here] = int(tree.feature[node])
        self.limits[here] = round(float(tree.threshold[node]), DIGITS)
        self._count += 1
        self._walk(tree.children_left[node], cares | 1 << here, wants | 1 << here)
        self._walk(tree.children_right[node], cares | 1 << here, wants)
