"""Folds: the rows a model learns from, and those that it is judged by."""

from collections.abc import Sequence

import numpy as np

from bias.models.linear import Numbers
from bias.words.types import Bools

Split = tuple[Numbers, Numbers]
"""Rows inside and outside of a fold."""
Splits = list[Split]


def at_random(count: int, folds: int, seed: int) -> Splits:
    """Deal so many rows to folds."""
    from sklearn.model_selection import KFold

    return list(KFold(folds, shuffle=True, random_state=seed).split(np.zeros(count)))


def stratified(labels: Bools | Numbers, folds: int, seed: int) -> Splits:
    """Deal rows to folds that have alike many of each label."""
    from sklearn.model_selection import StratifiedKFold

    return list(StratifiedKFold(folds, shuffle=True, random_state=seed).split(labels, labels))


def left_out(groups: Sequence[str], folds: int) -> Splits:
    """Deal whole groups, such as outlets, to folds."""
    from sklearn.model_selection import GroupKFold

    return list(GroupKFold(folds).split(groups, groups=groups))
