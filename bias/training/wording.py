"""Learn about words from many articles without labels of bias.

    python -m bias.training wording --data PATH [-o FOLDER]

Writes `bias/models/data/wording.json.gz`: the words that news writes in lower case,
a weight for each word and pair that tells partisan and opinion outlets from
wire news (distant supervision, as Spinde et al. 2021), and a short vector for
each word (Levy and Goldberg 2014: a factorised matrix of positive pointwise
mutual information). Only training reads this file.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.labelled.files import shipped_lines
from bias.labelled.news import Corpus, read_corpus
from bias.lists.identity import NAME, NUMBER
from bias.models.by_word import numbers_of
from bias.models.files import write_model
from bias.models.linear import Numbers, Weights
from bias.models.wording import FORM, LEVELS
from bias.training.matrices import Columns, choose_columns, pair_matrix, word_matrix
from bias.training.sums import fold
from bias.training.vocabulary import give_numbers

MODEL = "wording.json.gz"
MARKS = (
    "!", "?", '"', "'", "'s", ",", ".", ":", ";", "(", ")", "-", "--", "—", "–", "...",
    "…", "%", "$",
)  # fmt: skip
SENTENCES_PER_SOURCE = 6000
LENGTHS = range(8, 81)
"""Tokens of a sentence worth learning from."""
PAIR_ROWS = 40
"""A pair must stand in so many sentences."""
PENALTY = 1e-5
"""Of the distant model (chosen by the AUC on seven outlets left out, 2026-11-22)."""
VECTOR_WORDS = 25_000
DIMENSIONS = 50
"""As good as 100 and 200 on babe (2026-11-22)."""
WINDOW = 4
CONTEXT_SMOOTHING = 0.75
"""Levy, Goldberg and Dagan (2015)."""
DIGITS = 4


def outlet_kinds() -> dict[str, str]:
    """Return `wire`, `left` or `right` for the outlets that teach."""
    _, *lines = shipped_lines("bias.training", "outlet_kinds.tsv")
    return dict(line.split("\t")[:2] for line in lines)


def teaching_rows(corpus: Corpus, kinds: dict[str, str]) -> list[int]:
    """Return the sentences to learn from: of a teaching outlet, of ordinary length."""
    taken: dict[str, int] = {}
    rows = []
    lengths = np.diff(corpus.bounds)
    order = np.random.default_rng(0).permutation(len(lengths))
    for row in order.tolist():
        source = corpus.sources[row]
        if (
            source in kinds
            and lengths[row] in LENGTHS
            and taken.get(source, 0) < SENTENCES_PER_SOURCE
        ):
            taken[source] = taken.get(source, 0) + 1
            rows.append(row)
    return sorted(rows)


def fit_partisan(corpus: Corpus, known: Sequence[str]) -> Weights:
    """Fit the weights that tell partisan outlets from wire news; left and right weigh the same."""
    from scipy.sparse import hstack
    from sklearn.linear_model import SGDClassifier

    kinds = outlet_kinds()
    numbers = teaching_rows(corpus, kinds)
    rows = [corpus.keys(number) for number in numbers]
    labels = np.array([kinds[corpus.sources[number]] for number in numbers])
    columns = choose_columns(rows, known, PAIR_ROWS)
    matrix = hstack([word_matrix(rows, columns), pair_matrix(rows, columns)]).tocsr()
    shares = {kind: np.mean(labels == kind) for kind in ("wire", "left", "right")}
    aims = {"wire": 0.5, "left": 0.25, "right": 0.25}
    weights = np.array([aims[label] / shares[label] for label in labels])
    model = SGDClassifier(
        loss="log_loss", alpha=PENALTY, max_iter=6, tol=None, average=True, random_state=0
    ).fit(matrix, labels != "wire", sample_weight=weights)
    return _standardised(model, matrix, columns)


def _standardised(model: Any, matrix: Any, columns: Columns) -> Weights:
    """Scale the scores to mean 0 and deviation 1 over the sentences it learnt from."""
    scores = matrix @ model.coef_[0]
    coefficients = model.coef_[0] / scores.std()
    split = len(columns.words)
    base = -scores.mean() / scores.std()
    return fold(base, coefficients[:split], coefficients[split:], columns, DIGITS)


def word_vectors(corpus: Corpus, known: Sequence[str]) -> NDArray[np.int8]:
    """Return a vector for each of the first `VECTOR_WORDS` known words."""
    from scipy.sparse import csr_matrix
    from sklearn.utils.extmath import randomized_svd

    words = known[:VECTOR_WORDS]
    places = {word: place for place, word in enumerate(words)}
    lookup = np.array([places.get(word, -1) for word in corpus.vocabulary])
    counts = _neighbours(lookup[corpus.tokens], corpus.bounds, len(words)).tocoo()
    total = counts.data.sum()
    row_sums = np.bincount(counts.row, counts.data, len(words))
    column_shares = np.bincount(counts.col, counts.data, len(words)) ** CONTEXT_SMOOTHING
    column_shares /= column_shares.sum()
    information = np.log(counts.data / (row_sums[counts.row] * column_shares[counts.col]))
    kept = (information > 0) & (counts.data >= 1) & (total > 0)
    table = csr_matrix(
        (information[kept], (counts.row[kept], counts.col[kept])), shape=counts.shape
    )
    left, values, _ = randomized_svd(table, DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.round(LEVELS * vectors / np.where(norms > 0, norms, 1)), np.int8)


def _neighbours(tokens: Numbers, bounds: Numbers, size: int) -> Any:
    """Count how often two words stand within the window; nearer ones count more."""
    from scipy.sparse import coo_matrix, csr_matrix

    rows = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    counts = csr_matrix((size, size))
    for step in range(1, WINDOW + 1):
        first, second = tokens[:-step], tokens[step:]
        kept = (first >= 0) & (second >= 0) & (rows[:-step] == rows[step:])
        pairs = (first[kept], second[kept])
        counts = counts + coo_matrix((np.full(kept.sum(), 1 / step), pairs), (size, size)).tocsr()
    return counts + counts.T


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    corpus, words = read_corpus(data)
    known = (*words, NAME, NUMBER, *MARKS)
    give_numbers(known)
    frequency = np.bincount(corpus.tokens, minlength=len(corpus.vocabulary))
    counts = dict(zip(corpus.vocabulary, frequency.tolist(), strict=True))
    return {
        "words": numbers_of(known),
        "counts": np.array([counts.get(word, 0) for word in known]),
        "partisan": fit_partisan(corpus, known).content(),
        "vectors": word_vectors(corpus, words),
    }


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
