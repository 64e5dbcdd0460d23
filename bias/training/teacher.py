"""Learn from sentences that language models labelled, before any person's label is seen.

    python -m bias.training teacher --data PATH [-o FOLDER]

Reads `annolexical` and `bias/models/data/wording.json.gz`; writes
`bias/models/data/teacher.json.gz`, the same bytes each time on the same data: a weight for
each word and pair, by logistic regression on words, pairs, groups of letters and word
vectors, and of each word how often a sentence with it was called biased. Only training
reads this file.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from bias.labelled.annolexical import Judged, read_annolexical
from bias.models.by_word import ByWord
from bias.models.files import write_model
from bias.models.linear import Weights
from bias.models.teacher import FORM
from bias.models.wording import shipped_wording
from bias.training.letters import letter_matrix
from bias.training.matrices import choose_columns, fit_blocks, pair_matrix, rarity, word_matrix
from bias.training.sums import DIGITS, fold
from bias.training.vocabulary import give_numbers

MODEL = "teacher.json.gz"
PAIR_ROWS = 8
"""A pair must stand in so many sentences."""
FEWEST, FEWEST_LETTERS = 2, 5
"""So must a word and a group of letters."""
LETTER_ROWS = 20_000
"""Sentences whose words say which groups of letters there are."""
REGULARISATION = 0.01
"""scikit-learn's C (among 0.001, 0.003 and 0.01 the best AUC on BABE, 2026-11-30)."""
SMOOTHING = 2.0
"""Sentences of either kind that each word is taken to have been in besides."""
ODDS_DIGITS = 2


def fit_wording(judged: Judged) -> Weights:
    """Fit a weight for each word and pair."""
    from scipy.sparse import csr_matrix

    wording, rows = shipped_wording(), judged.rows
    columns = choose_columns(rows, wording.words, PAIR_ROWS)
    words, pairs = word_matrix(rows, columns), pair_matrix(rows, columns)
    letters = letter_matrix(rows[:LETTER_ROWS], columns)
    vectors = words @ wording.vectors
    blocks = [words, pairs, words @ letters, csr_matrix(vectors)]
    scales = [rarity(words, FEWEST), rarity(pairs, FEWEST), rarity(blocks[2], FEWEST_LETTERS)]
    scales.append(1 / vectors.std(axis=0))
    base, parts = fit_blocks(blocks, scales, judged.biased.astype(float), REGULARISATION)
    weights = parts[0] + letters @ parts[2] + wording.vectors @ parts[3]
    return fold(base, weights, parts[1], columns, DIGITS)


def count_odds(judged: Judged) -> dict[str, float]:
    """Return of each word in `FEWEST` sentences the log-odds that such a sentence is biased."""
    both: Counter[str] = Counter(word for row in judged.rows for word in set(row))
    biased: Counter[str] = Counter(
        word
        for row, is_biased in zip(judged.rows, judged.biased.tolist(), strict=True)
        if is_biased
        for word in set(row)
    )
    return {
        word: round(_odds(biased[word], count - biased[word]), ODDS_DIGITS)
        for word, count in sorted(both.items())
        if count >= FEWEST and word[0].isalpha()
    }


def _odds(biased: int, others: int) -> float:
    return float(np.log((biased + SMOOTHING) / (others + SMOOTHING)))


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    judged = read_annolexical(data)
    odds = count_odds(judged)
    give_numbers(odds)
    return {"wording": fit_wording(judged).content(), "odds": ByWord.of(odds).content()}


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
