"""Learn which cues a careful reader would show, from cues that readers judged.

    python -m bias.training evidence --data PATH [-o FOLDER]

Reads the articles of `bias/labelled/judged_cues.tsv` and writes `bias/models/data/evidence.json`
(one minute). A cue counts that may be evidence and that a reader judged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bias.analysis import analyze
from bias.evidence.candidates import candidates
from bias.evidence.likelihood import KINDS, Likelihood, kind_of
from bias.labelled.judged_cues import GOOD, Judged, read_judged
from bias.models.by_word import Floats
from bias.models.evidence import FILE, FORM
from bias.models.files import write_model
from bias.models.pairs import Sum
from bias.training.folds import left_out
from bias.words.types import Bools

NUMBERS = ("sentence", "weight", "article")
FEATURES = ("headline", "loaded_terms", "attribution")
NAMES = (
    *NUMBERS,
    *(f"kind {kind}" for kinds in KINDS.values() for kind in kinds),
    *(f"kind {feature}" for feature in FEATURES),
)
REGULARISATION = 0.3
"""scikit-learn's C, on measures of one spread (set by hand)."""
FOLDS = 10
DIGITS = 4


@dataclass(frozen=True, eq=False)
class Cases:
    """Judged cues as rows."""

    measures: Floats
    """Shape (cues, `NAMES`)."""
    judgements: tuple[str, ...]
    outlets: tuple[str, ...]

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> "Cases":
        """Analyse the articles and measure their judged cues."""
        rows, judgements, outlets = list[list[float]](), list[str](), list[str]()
        for one in judged:
            analysis = analyze(one.article)
            likelihood = Likelihood(analysis.reading)
            for cue in candidates(analysis.reading, analysis.cues, likelihood):
                judgement = one.of(cue)
                if judgement is not None and kind_of(cue) != "framing":
                    measures = likelihood.measures(cue)
                    rows.append([measures.get(name, 0.0) for name in NAMES])
                    judgements.append(judgement)
                    outlets.append(one.outlet)
        return cls(np.array(rows), tuple(judgements), tuple(outlets))

    @property
    def is_good(self) -> Bools:
        """Which are good."""
        return np.array([judgement == GOOD for judgement in self.judgements])


def fit(measures: Floats, is_good: Bools) -> Sum:
    """Fit the sum of the measures that gives the log-odds of a good cue."""
    from sklearn.linear_model import LogisticRegression

    numbers = len(NUMBERS)
    scale = np.ones(len(NAMES))
    scale[:numbers] = measures[:, :numbers].std(axis=0)
    model = LogisticRegression(C=REGULARISATION, max_iter=1000).fit(measures / scale, is_good)
    weights = np.round(model.coef_[0] / scale, DIGITS).tolist()
    base = round(float(model.intercept_[0]), DIGITS)
    return Sum(dict(zip(NAMES, weights, strict=True)), base)


def out_of_fold(cases: Cases) -> Floats:
    """Return the log-odds of each cue from cues of other outlets."""
    odds = np.zeros(len(cases.measures))
    for inside, outside in left_out(cases.outlets, FOLDS):
        found = fit(cases.measures[inside], cases.is_good[inside])
        columns = dict(zip(NAMES, cases.measures[outside].T, strict=True))
        odds[outside] = found.odds(columns)
    return odds


def write(data: Path, folder: Path) -> None:
    """Fit the model on the data sets in a folder and write it into another."""
    cases = Cases.of([*read_judged(data)])
    write_model(folder / FILE, FORM, {"good": fit(cases.measures, cases.is_good).content()})
