"""What the lean model may say of outlets that it has not read, and how often it is right.

Scores of a story whose outlet taught the model say far more than those of another one. So what
they mean is learnt from scores of models that had read nothing of the outlet, apart for
reporting and opinion, and the model speaks from the probability on at which it is right often
enough on outlets left out once more.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import bootstrap
from bias.models import lines
from bias.models.by_word import Floats
from bias.models.lean import SIDES, SPOKEN, describe
from bias.models.linear import Numbers
from bias.training.folds import left_out
from bias.words.types import Bools

FOLDS = 10
EVENNESS = 0.5
"""An outlet with a hundred times the articles counts for a tenth by article: a few large ones
would else say how sure the model may be of all."""
RIGHT = 0.6
"""Share of its statements that must be right on outlets left out."""
LEVEL = 0.9
"""Of the interval over outlets whose lower end must reach `RIGHT`."""
CONFIDENCES = tuple(round(RIGHT + 0.01 * step, 2) for step in range(40))
"""Among which the least that is said is chosen: none below `RIGHT`."""
DIGITS = 4

Sources = NDArray[np.str_]


@dataclass(frozen=True)
class Spoken:
    """When the shipped model speaks, and how sure it then is."""

    calibration: Floats
    least: float
    right: float


@dataclass(frozen=True)
class Held:
    """What was said of articles whose outlets neither step had read."""

    probabilities: Floats
    """One row per article, one column per side."""
    sides: Numbers
    outlets: Sources

    @property
    def sure(self) -> Floats:
        """The likeliest side's probability."""
        return np.asarray(self.probabilities.max(axis=1))

    @property
    def called(self) -> Numbers:
        """The likeliest side, index into `SIDES`."""
        return np.asarray(self.probabilities.argmax(axis=1))

    @property
    def right(self) -> Bools:
        """Whether the likeliest side is the outlet's."""
        return np.asarray(self.called == self.sides)

    def said(self, least: float) -> Bools:
        """Return of which articles something is said, from a probability on."""
        spoken = [SIDES.index(side) for side in SPOKEN]
        return np.asarray((self.sure >= least) & np.isin(self.called, spoken))

    def of(self, rows: Numbers) -> "Held":
        """Return some rows."""
        return Held(self.probabilities[rows], self.sides[rows], self.outlets[rows])

    def share_right(self, said: Bools) -> tuple[float, float, float]:
        """Return the share of statements that are right, and its interval over outlets."""
        groups = np.unique(self.outlets[said], return_inverse=True)[1]
        if not len(groups):
            return np.nan, np.nan, np.nan
        counts = np.bincount(groups, self.right[said]), np.bincount(groups)
        ends = bootstrap(lambda hits, sizes: hits.sum() / sizes.sum(), *counts, level=LEVEL)
        return float(self.right[said].mean()), *ends


def fit_calibration(scores: Floats, opinions: Floats, sides: Numbers, outlets: Sources) -> Floats:
    """Return what `LeanModel.lean` needs to turn scores into probabilities: a row per side."""
    from sklearn.linear_model import LogisticRegression

    _, of, sizes = np.unique(outlets, return_inverse=True, return_counts=True)
    weights = sizes[of] ** -EVENNESS
    weights /= np.bincount(sides, weights)[sides]
    fitted = LogisticRegression(max_iter=5000).fit(
        describe(scores, opinions)[:, 1:], sides, weights * len(sides) / len(SIDES)
    )
    return np.round(np.column_stack([fitted.intercept_, fitted.coef_]), DIGITS)


def hold_out(scores: Floats, opinions: Floats, sides: Numbers, outlets: Sources) -> Held:
    """Return the probabilities of each article, calibrated without its outlet."""
    found = np.zeros_like(scores)
    for inside, outside in left_out(outlets.tolist(), FOLDS):
        calibration = fit_calibration(
            scores[inside], opinions[inside], sides[inside], outlets[inside]
        )
        found[outside] = probabilities(calibration, scores[outside], opinions[outside])
    return Held(found, sides, outlets)


def probabilities(calibration: Floats, scores: Floats, opinions: Floats) -> Floats:
    """Return the probability of each side, one row per article."""
    return lines.probabilities(describe(scores, opinions) @ calibration.T)


def least_sure(held: Held) -> float:
    """Return from which probability on statements are right often enough; 1 where none is."""
    for confidence in CONFIDENCES:
        if held.share_right(held.said(confidence))[1] >= RIGHT:
            return confidence
    return 1.0


def said_of(held: Held) -> Bools:
    """Return of which articles something is said, the bound being learnt on other outlets."""
    said = np.zeros(len(held.sides), np.bool_)
    for inside, outside in left_out(held.outlets.tolist(), FOLDS):
        said[outside] = held.of(outside).said(least_sure(held.of(inside)))
    return said
