"""What a word says by itself: fitted on how often experts marked it.

Each word form is described by what was learnt without labels (its vector, its
use in partisan outlets, how common it is), by its letters, by the term lists,
and by itself. Names, identity terms, left and right have no number.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from bias.labelled.marks import Mark
from bias.lists.groups import LOADED, LOADED_LISTS
from bias.lists.identity import ONE_SEX, SIDES, holds_identity, identity_words
from bias.lists.terms import shipped_list
from bias.models.by_word import Floats
from bias.models.tokens import FLOOR, letters_of
from bias.models.wording import shipped_wording
from bias.training.matrices import columns_of, sparse

FEWEST = 3
"""A group of letters must stand in so many words."""
VECTOR_SCALE, PARTISAN_SCALE, COMMON_SCALE, LETTER_SCALE, WEIGHT_SCALE = 3.0, 2.0, 0.33, 0.3, 3.0
"""How freely each block may be used (set by hand)."""
TEACHER_SCALE = 3.0
"""The same of what a teacher says of the word."""
REGULARISATION = 0.3
"""scikit-learn's C."""
DIGITS = 2
LETTER_DIGITS = 3


@dataclass(frozen=True)
class WordTable:
    """Every word form that has a number, and its description."""

    places: dict[str, int]
    matrix: Any
    """Sparse, one row a word: vector and frequency, letters, list entry, itself."""
    letters: dict[str, int]
    """Column of each group of letters."""


def read_words(
    seen: Iterable[str], lists: bool = True, taught: Mapping[str, float] | None = None
) -> WordTable:
    """Describe the known words, those seen in the labelled sentences and the lists' own.

    Parameters
    ----------
    seen
        Keys of the labelled sentences, where they are written in lower case.
    lists
        Whether the term lists may help.
    taught
        What a teacher says of words, as `Teacher.odds`; they are described too.
    """
    from scipy.sparse import csr_matrix, hstack, identity

    entries = _entries() if lists else {}
    hidden, seen = identity_words(), tuple(seen)
    words = [
        word
        for word in dict.fromkeys((*_learnt_words().places, *entries, *(taught or ()), *seen))
        if word[0].isalpha() and word not in SIDES and not holds_identity(word, hidden)
    ]
    letters = _choose_letters(words, set(seen))
    found = [sorted(letters[g] for g in letters_of(word) if g in letters) for word in words]
    blocks = [
        csr_matrix(_learnt(words)),
        sparse(found, len(letters)) * LETTER_SCALE,
        csr_matrix(_listed(words, entries)),
        identity(len(words)),
    ]
    if taught is not None:
        blocks.append(csr_matrix([[TEACHER_SCALE * taught.get(word, 0.0)] for word in words]))
    places = {word: place for place, word in enumerate(words)}
    return WordTable(places, hstack(blocks).tocsr(), letters)


def _entries() -> dict[str, tuple[float, str]]:
    """Return weight and category of every form of the lists' single words."""
    names = [shipped_list(name).header["category"] for name in LOADED_LISTS]
    return {
        form[0]: (term.weight, term.category)
        for term in reversed(LOADED.terms)
        if term.category in names
        for form in term.forms()
        if len(form) == 1
    }


@dataclass(frozen=True)
class _Learnt:
    """What is known about words before any of them is marked."""

    places: dict[str, int]
    description: Floats
    """Vector, use in partisan outlets, how common; one row a word."""


@cache
def _learnt_words() -> _Learnt:
    wording = shipped_wording()
    places = {word: place for place, word in enumerate(wording.words)}
    partisan = np.array([wording.partisan.words.get(word, 0.0) for word in places])
    columns = [
        VECTOR_SCALE * wording.all_vectors,
        PARTISAN_SCALE * partisan,
        COMMON_SCALE * np.log1p(wording.counts),
    ]
    return _Learnt(places, np.column_stack(columns))


def _learnt(words: Sequence[str]) -> Floats:
    """Return what is known of each word; the last column says that nothing is."""
    learnt = _learnt_words()
    places = np.array([learnt.places.get(word, -1) for word in words])
    unknown = places < 0
    return np.column_stack([np.where(unknown[:, None], 0.0, learnt.description[places]), unknown])


def _listed(words: Sequence[str], entries: dict[str, tuple[float, str]]) -> Floats:
    """Return the weight of each word's list entry and a column for each list."""
    categories = [shipped_list(name).header["category"] for name in LOADED_LISTS]
    rows = np.zeros((len(words), len(categories) + 1))
    for row, word in enumerate(words):
        if word in entries:
            weight, category = entries[word]
            rows[row, 0] = WEIGHT_SCALE * weight
            rows[row, 1 + categories.index(category)] = 1
    return rows


def _choose_letters(words: Sequence[str], seen: set[str]) -> dict[str, int]:
    """Return a column for each group of letters of the words seen in labelled sentences."""
    counts = Counter(group for word in words if word in seen for group in letters_of(word))
    return columns_of(counts, FEWEST)


def fit_words(marks: Sequence[Mark], table: WordTable) -> tuple[dict[str, float], dict[str, float]]:
    """Return each word's log-odds of being marked, and what letters add for other words.

    `marks`: the words of some sentences; those without a row are left out.
    """
    from scipy.sparse import vstack
    from sklearn.linear_model import LogisticRegression

    rows = np.array([table.places.get(mark.key, -1) for mark in marks])
    target = np.array([mark.share for mark in marks])
    kept, size = rows >= 0, len(table.places)
    positive = np.bincount(rows[kept], target[kept], size)
    negative = np.bincount(rows[kept], 1 - target[kept], size)
    up, down = np.flatnonzero(positive > 0), np.flatnonzero(negative > 0)
    model = LogisticRegression(C=REGULARISATION, max_iter=300, tol=1e-3).fit(
        vstack([table.matrix[up], table.matrix[down]]),
        np.repeat([1, 0], [len(up), len(down)]),
        sample_weight=np.concatenate([positive[up], negative[down]]),
    )
    return _numbers(model, table), _letters(model, table)


def _numbers(model: Any, table: WordTable) -> dict[str, float]:
    scores = np.round(model.decision_function(table.matrix), DIGITS).tolist()
    words = dict(zip(table.places, scores, strict=True)) | dict.fromkeys(SIDES, FLOOR)
    return words | {one: words[other] for one, other in ONE_SEX.items() if other in words}


def _letters(model: Any, table: WordTable) -> dict[str, float]:
    """Return the weights of letters; the base of an unknown word stands under `""`."""
    coefficients = model.coef_[0]
    first = _learnt_words().description.shape[1] + 1
    last = first + len(table.letters)
    base = model.intercept_[0] + coefficients[first - 1]
    weights = np.round(LETTER_SCALE * coefficients[first:last], LETTER_DIGITS).tolist()
    letters = {group: w for group, w in zip(table.letters, weights, strict=True) if w}
    return {"": round(float(base), DIGITS), **letters}
