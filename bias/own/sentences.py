"""A sentence model on labels of one's own, built upon the one that comes with the package.

A logistic model over names-hidden words, pairs, word vectors and the shipped model's score.
All are sums over words, so the result has the shipped model's form. Why all four: with 500
subjective and objective sentences (CheckThat 2025) AUC is 0.783, by words and pairs alone
0.711, by the shipped model alone 0.740; with 500 sentences on the war in Ukraine (Färber et
al. 2020), whose labels are of another kind, 0.651, 0.628 and 0.447. With 1,500 of the latter
words and pairs alone are a little better, 0.694 to 0.682 (four draws each, 2026-11-23).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from bias.document.masked import Masker
from bias.evaluation.measures import Floats
from bias.labelled.babe import mask_text
from bias.models.sentences import JudgedWording, shipped_model
from bias.models.wording import shipped_wording
from bias.own.progress import Told, untold, watched
from bias.own.table import Table, draw_splits
from bias.training.folds import Split
from bias.training.matrices import choose_columns, fit_blocks, pair_matrix, rarity, word_matrix
from bias.training.sentences import FEWEST
from bias.training.sums import DIGITS, add, calibrate, fold, stretch_judged

REGULARISATION = 0.03
"""scikit-learn's C (0.01 and 0.03 tried on the two sets above, 2026-11-23)."""
VECTOR_SCALE, SHIPPED_SCALE = 0.6, 3.0
"""How freely word vectors and the shipped score are used (0.3 to 1, 3 to 10 tried likewise)."""


def read_rows(table: Table, told: Told = untold) -> list[list[str]]:
    """Return the masked keys of each sentence."""
    masker = Masker.knowing(shipped_wording().partisan.words)
    rows = watched(table.articles, "reading sentences", told)
    return [mask_text(row.body, masker) for row in rows]


def fit(rows: Sequence[list[str]], share: Floats) -> JudgedWording:
    """Fit on sentences; a label between 0 and 1 counts as biased and as not, by its share."""
    from scipy.sparse import csr_matrix

    wording, shipped = shipped_wording(), shipped_model().biased
    columns = choose_columns(rows, wording.words, FEWEST)
    words, pairs = word_matrix(rows, columns), pair_matrix(rows, columns)
    vectors = words @ wording.vectors
    scores = shipped.score(rows)[:, np.newaxis]
    middle = scores.mean(axis=0)
    rare = rarity(words, FEWEST)
    often = np.flatnonzero(rare)
    free = [VECTOR_SCALE / _spread(vectors), SHIPPED_SCALE / _spread(scores)]
    scales = [rare[often], rarity(pairs, FEWEST), *free]
    blocks = [words[:, often], pairs, csr_matrix(vectors), csr_matrix(scores - middle)]
    base, parts = fit_blocks(blocks, scales, share, REGULARISATION)
    pull = float(parts[3][0])
    weights = wording.vectors @ parts[2]
    weights[often] += parts[0]
    own = fold(base - middle[0] * pull, weights, parts[1], columns, DIGITS + 2)
    peaks = [pull * weight for weight in shipped.peak_weights]
    return JudgedWording(add(own, shipped.wording, pull), shipped.loaded, peaks)


def _spread(values: Floats) -> Floats:
    return np.asarray(np.maximum(values.std(axis=0), 1e-9))


def fit_calibrated(
    rows: Sequence[list[str]], share: Floats, groups: tuple[str, ...]
) -> JudgedWording:
    """Fit; log-odds corrected on out-of-fold scores and to even odds beforehand."""
    biased = np.asarray(share > 0.5)
    scores = np.zeros(len(rows))
    for inside, outside in draw_splits(biased, groups)[0]:
        model = fit([rows[i] for i in inside], share[inside])
        scores[outside] = model.score([rows[i] for i in outside])
    slope, shift = calibrate(scores, biased)
    return stretch_judged(fit(rows, share), max(slope, 0.0), shift)


def cross_validate(table: Table, rows: Sequence[list[str]], splits: Iterable[Split]) -> Floats:
    """Return each sentence's log-odds from a model that did not see it."""
    found = np.zeros(len(rows))
    for inside, outside in splits:
        groups = tuple(table.groups[i] for i in inside) if table.groups else ()
        model = fit_calibrated([rows[i] for i in inside], table.share[inside], groups)
        found[outside] = model.score([rows[i] for i in outside])
    return found
