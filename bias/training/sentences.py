"""Train the sentence model on BABE.

    python -m bias.training sentences --data PATH [-o FOLDER]

The words that experts marked teach how loaded a word is by itself; the sentences, the
rest. Reads `babe` and `bias/models/data/wording.json.gz`; writes
`bias/models/data/sentences.json.gz`, the same bytes each time on the same data.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bias.labelled.babe import Labelled, read_babe
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.linear import Numbers
from bias.models.sentences import FLOOR, FORM, NOTHING, JudgedWording, SentenceModel
from bias.models.wording import shipped_wording
from bias.training.folds import at_random, stratified
from bias.training.matrices import (
    Columns,
    choose_columns,
    fit_blocks,
    pair_matrix,
    rarity,
    word_matrix,
)
from bias.training.sums import DIGITS, add, calibrate, fold, stretch_judged
from bias.training.vocabulary import give_numbers
from bias.training.words import WordTable, fit_words, read_words
from bias.words.numbered import Numbered
from bias.words.vocabulary import shipped_vocabulary

MODEL = "sentences.json.gz"
FEWEST = 2
"""A pair or letter group must stand in so many sentences."""
LETTERS = (3, 4, 5)
"""Lengths of the letter groups inside a word."""
VECTOR_SCALE, PARTISAN_SCALE = 1.0, 3.0
"""How freely those two blocks may be used (chosen with C by cross-validation, 2026-11-22)."""
PEAK_SCALE = 4.5
"""How freely the most loaded words may be used (set by hand; 1 and 2.2 did as well, 2026-11-22)."""
PEAK_FOLDS = 3
"""How loaded a word is, is learnt on two thirds of the sentences for the last third."""
REGULARISATION = 0.01
"""scikit-learn's C."""
FOLDS = 5


def describe_words(labelled: Labelled, at: Numbers) -> WordTable:
    """Describe the words of the sentences `at`."""
    seen = (mark.key for i in at for mark in labelled.marks[i] if mark.lower)
    return read_words(seen)


def fit_loaded(labelled: Labelled, at: Numbers, table: WordTable) -> dict[str, float]:
    """Return each word's log-odds of being marked, where they are above `FLOOR`."""
    words, _ = fit_words([mark for i in at for mark in labelled.marks[i]], table)
    return {word: odds for word, odds in words.items() if odds > FLOOR}


def _cross_peaks(labelled: Labelled, at: Numbers, table: WordTable) -> Floats:
    """Return the peaks of each sentence from words fitted without it."""
    found = np.zeros((len(at), 2))
    for inner, outer in at_random(len(at), PEAK_FOLDS, seed=1):
        loaded = fit_loaded(labelled, at[inner], table)
        model = SentenceModel(JudgedWording(NOTHING, loaded, (0.0, 0.0)))
        text = Numbered.of([labelled.rows[i] for i in at[outer]], shipped_vocabulary())
        found[outer] = np.stack(model.peaks(text), axis=1)
    return found


def fit(labelled: Labelled, at: Numbers, table: WordTable) -> JudgedWording:
    """Fit the weights of words and pairs, and of the most loaded words.

    Logistic regression on words, pairs, groups of letters inside words, word
    vectors and the partisan score; all are sums over words, so all fold into
    one weight a word. The peaks do not. Each sentence counts as biased and as not, by its share.
    """
    from scipy.sparse import csr_matrix

    wording, share = shipped_wording(), labelled.share[at]
    rows = [labelled.rows[i] for i in at]
    highest = _cross_peaks(labelled, at, table)
    columns = choose_columns(rows, wording.words, FEWEST)
    words, pairs = word_matrix(rows, columns), pair_matrix(rows, columns)
    letters = _letter_matrix(rows, columns)
    vectors = words @ wording.vectors
    partisan = wording.partisan.score(rows)[:, np.newaxis]
    scales = [
        *(rarity(matrix, FEWEST) for matrix in (words, pairs, words @ letters)),
        VECTOR_SCALE / vectors.std(axis=0),
        PARTISAN_SCALE / partisan.std(axis=0),
        PEAK_SCALE / highest.std(axis=0),
    ]
    dense = [csr_matrix(block) for block in (vectors, partisan, highest - highest.mean(axis=0))]
    blocks = [words, pairs, words @ letters, *dense]
    base, parts = fit_blocks(blocks, scales, share, REGULARISATION)
    word_weights = parts[0] + letters @ parts[2] + wording.vectors @ parts[3]
    base -= highest.mean(axis=0) @ parts[5]
    own = fold(base, word_weights, parts[1], columns, DIGITS + 2)
    words_and_pairs = add(own, wording.partisan, float(parts[4][0]))
    return JudgedWording(words_and_pairs, fit_loaded(labelled, at, table), parts[5].tolist())


def _letter_matrix(rows: Sequence[list[str]], columns: Columns) -> Any:
    """Return which groups of letters each word holds; only groups of the rows' words."""
    from scipy.sparse import csr_matrix

    seen = {word for row in rows for word in row}
    groups: dict[str, int] = {}
    for word in columns.words:
        if word in seen and word[0].isalpha():
            for group in _letters(word):
                groups.setdefault(group, len(groups))
    found = [
        (place, groups[group], count)
        for word, place in columns.words.items()
        if word[0].isalpha()
        for group, count in Counter(_letters(word)).items()
        if group in groups
    ]
    places, names, counts = zip(*found, strict=True)
    return csr_matrix(
        (counts, (places, names)), shape=(len(columns.words), len(groups)), dtype=float
    )


def _letters(word: str) -> list[str]:
    """Return the groups of letters of a word, ends marked."""
    marked = f"<{word}>"
    return [marked[i : i + n] for n in LETTERS for i in range(len(marked) - n + 1)]


def fit_calibrated(rows: Sequence[list[str]], labelled: Labelled, at: Numbers) -> JudgedWording:
    """Fit on the sentences `at`; log-odds corrected on out-of-fold scores and to an even prior."""
    table, biased = describe_words(labelled, at), labelled.biased[at]
    scores = np.zeros(len(at))
    for inner, outer in stratified(biased, FOLDS, seed=0):
        model = fit(labelled, at[inner], table)
        scores[outer] = model.score([rows[i] for i in at[outer]])
    slope, shift = calibrate(scores, biased)
    return stretch_judged(fit(labelled, at, table), slope, shift)


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    labelled = read_babe(data)
    give_numbers(describe_words(labelled, np.arange(len(labelled.rows))).places)
    model = fit_calibrated(labelled.rows, labelled, np.arange(len(labelled.rows)))
    return SentenceModel(model, shipped_wording().partisan).content()


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
