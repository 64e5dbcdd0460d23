"""Train the lean model on article-bias-prediction.

    python -m bias.training lean --data PATH [-o FOLDER]

Reads the stories of all articles (about eight minutes), fits one logistic model per side
and writes `bias/models/data/lean.json.gz`, the same bytes each time on the same data.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.labelled.files import shipped_lines
from bias.labelled.lean import Grams, LeanCorpus, count_grams, read_corpora, thin
from bias.models.by_word import Floats, numbers_of
from bias.models.files import write_model
from bias.models.lean import FORM, RARITY_STEP, SIDES
from bias.models.linear import Numbers
from bias.training.folds import left_out
from bias.training.lean_calibration import (
    Spoken,
    fit_calibration,
    hold_out,
    least_sure,
    said_of,
)
from bias.training.vocabulary import give_numbers
from bias.words.types import Bools

MODEL = "lean.json.gz"
PENALTY = 2e-6
"""Of the logistic models (chosen on the official validation part, 2026-11-23)."""
EVENNESS = 0.15
"""A source with a hundred times the articles counts for half as much by article (chosen on the
official validation part among 0, 0.15, 0.25 and 0.5, 2026-11-23); each side counts the same."""
ROUNDS = 10
"""Passes over the articles."""
MOST = 200_000
"""Grams that are kept: those that a first fit over all of them uses most."""
FOLDS = 5
LEVELS = 127
CLIP = 99.9
"""Weights beyond this percentile of their sizes are stored as if they lay on it."""
DIGITS = 4

Sources = NDArray[np.str_]


@dataclass(frozen=True)
class Fit:
    """One logistic model per side."""

    weights: Floats
    """One row per gram."""
    base: Floats

    def scores(self, matrix: Any) -> Floats:
        """Return the score of each side, one row per article."""
        return np.asarray(matrix @ self.weights + self.base)


def rarity_of(grams: Grams) -> Floats:
    """Return how much each gram counts, in the steps it is stored in."""
    found = np.bincount(grams.counts.indices, minlength=len(grams.table))
    steps = np.round(RARITY_STEP * (1 + np.log(grams.counts.shape[0] / found)))
    return np.asarray(np.minimum(steps, 255) / RARITY_STEP)


def matrix_of(grams: Grams, rarity: Floats) -> Any:
    """Return the articles as `LeanModel.scores` sees them: rows of length 1."""
    from scipy.sparse import diags
    from sklearn.preprocessing import normalize

    counts = grams.counts.copy()
    counts.data = 1 + np.log(counts.data)
    return normalize((counts @ diags(rarity)).tocsr())


def article_weights(sides: Numbers, sources: Sources) -> Floats:
    """Return how much each article counts: less in large sources, each side the same.

    The mean is 1. Otherwise a few outlets would say how a side writes, and its number of
    articles how likely it is.
    """
    _, of, sizes = np.unique(sources, return_inverse=True, return_counts=True)
    weights = sizes[of] ** -EVENNESS
    totals = np.bincount(sides, weights, minlength=len(SIDES))
    present = np.count_nonzero(totals)
    return np.asarray(weights * len(sides) / (present * totals[sides]))


def fit(matrix: Any, sides: Numbers, sources: Sources) -> Fit:
    """Fit one logistic model per side."""
    from sklearn.linear_model import SGDClassifier

    model = SGDClassifier(
        loss="log_loss", alpha=PENALTY, max_iter=ROUNDS, tol=None, average=True, random_state=0
    ).fit(matrix, sides, sample_weight=article_weights(sides, sources))
    return Fit(model.coef_.T, model.intercept_)


def fit_rows(matrix: Any, corpus: LeanCorpus, rows: Numbers) -> Fit:
    """Fit to some of the articles."""
    return fit(matrix[rows], corpus.sides[rows], corpus.sources[rows])


def known_outlets(corpus: LeanCorpus) -> tuple[Numbers, Numbers]:
    """Return rows inside and outside by the official random split."""
    return (
        np.flatnonzero(corpus.split == "train"),
        np.flatnonzero(np.isin(corpus.split, ("valid", "test"))),
    )


def choose(corpus: LeanCorpus, grams: Grams, inside: Numbers | None = None) -> Grams:
    """Return the grams that a model fitted on some articles uses most.

    `inside`: their rows; those of the official training part unless given.
    """
    rarity, rows = rarity_of(grams), known_outlets(corpus)[0] if inside is None else inside
    first = fit_rows(matrix_of(grams, rarity), corpus, rows)
    found = np.bincount(grams.counts.indices, minlength=len(grams.table))
    use = np.abs(first.weights).max(axis=1) * rarity * np.sqrt(found)
    order = np.argsort(-use, kind="stable")
    return thin(grams, np.isin(np.arange(len(use)), order[:MOST]))


def judge_known(corpus: LeanCorpus, grams: Grams) -> tuple[Floats, Numbers]:
    """Return scores and rows of the official validation and test articles."""
    matrix, (inside, outside) = matrix_of(grams, rarity_of(grams)), known_outlets(corpus)
    return fit_rows(matrix, corpus, inside).scores(matrix[outside]), outside


def judge_new(corpus: LeanCorpus, grams: Grams) -> Floats:
    """Return each article's scores from models that read nothing of its outlet.

    `grams` must be all of them: which are kept is chosen anew without the outlet.
    """
    found = np.zeros((len(corpus.sides), len(SIDES)))
    for inside, outside in left_out(corpus.sources.tolist(), FOLDS):
        kept = choose(corpus, grams, inside)
        matrix = matrix_of(kept, rarity_of(kept))
        fitted = nameless(kept, fit_rows(matrix, corpus, inside))
        found[outside] = fitted.scores(matrix[outside])
    return found


def nameless(grams: Grams, fitted: Fit) -> Fit:
    """Return a fit in which grams that hold a name of `lean_names.txt` weigh nothing."""
    weights = fitted.weights.copy()
    weights[holds_a_name(grams)] = 0
    return Fit(weights, fitted.base)


def train(corpus: LeanCorpus) -> dict[str, Any]:
    """Return the content of the model file: fitted on all, judged on what it did not see."""
    grams = count_grams(corpus)
    kept = choose(corpus, grams)
    give_numbers(kept.words)
    learnt = (judge_new(corpus, grams), corpus.opinions, corpus.sides, corpus.sources)
    held, rarity = hold_out(*learnt), rarity_of(kept)
    final = fit(matrix_of(kept, rarity), corpus.sides, corpus.sources)
    right = held.share_right(said_of(held))[0]
    spoken = Spoken(fit_calibration(*learnt), least_sure(held), right)
    return as_record(kept, rarity, final, spoken)


def as_record(grams: Grams, rarity: Floats, fitted: Fit, spoken: Spoken) -> dict[str, Any]:
    """Return plain data to store: weights as whole numbers of a common step."""
    scale = float(np.percentile(np.abs(fitted.weights), CLIP)) / LEVELS
    weights = nameless(grams, fitted).weights
    whole = np.clip(np.round(weights / scale), -LEVELS, LEVELS).astype(np.int8)
    steps = np.round(rarity * RARITY_STEP).astype(np.uint8)
    return {
        "words": numbers_of(grams.words),
        "pairs": _parted(grams.table.pairs, grams.table.words),
        "triples": _parted(grams.table.triples, grams.table.words),
        "rarity": steps,
        "weights": whole,
        "scale": scale,
        "base": [round(float(value), DIGITS) for value in fitted.base],
        "calibration": spoken.calibration.tolist(),
        "least": spoken.least,
        "right": round(spoken.right, DIGITS),
    }


def holds_a_name(grams: Grams) -> Bools:
    """Say of each gram whether it holds a name of `lean_names.txt`."""
    listed = set(shipped_lines("bias.training", "lean_names.txt"))
    word, table, width = np.array([w in listed for w in grams.words]), grams.table, len(grams.words)
    pair = word[table.pairs // width] | word[table.pairs % width]
    triple = pair[table.triples // width] | word[table.triples % width]
    return np.concatenate([word, pair, triple])


def _parted(codes: Numbers, width: int) -> dict[str, Numbers]:
    """Return pairs or triples as two columns of numbers."""
    first, second = np.divmod(codes, width)
    return {"first": first, "second": second}


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(read_corpora(data)[0]))
