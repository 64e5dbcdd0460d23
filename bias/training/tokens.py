"""Train the token model on the words that BABE's experts marked.

    python -m bias.training tokens --data PATH [-o FOLDER]

Two linear models, one after the other: what a word says by itself, from its
letters, its vector, its use in partisan outlets and the term lists; then what
its surroundings add. Reads `babe` and `bias/models/data/wording.json.gz`; writes
`bias/models/data/tokens.json.gz`, the same bytes each time on the same data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np

from bias.document.judged import score_sentences
from bias.features.loaded.meant import find_loaded
from bias.features.loaded.words import ScoredWords
from bias.labelled.babe import Labelled, read_babe
from bias.labelled.marks import Mark
from bias.lists.hits import bounds_of
from bias.models.by_word import ByWord, Floats
from bias.models.files import write_model
from bias.models.linear import Numbers
from bias.models.sentences import SentenceModel
from bias.models.tokens import CONTEXT, FLOOR, FORM, TokenModel
from bias.models.wording import shipped_wording
from bias.training.folds import Splits, at_random
from bias.training.sentences import describe_words, fit
from bias.training.sums import calibrate
from bias.training.vocabulary import give_numbers
from bias.training.words import WordTable, fit_words, read_words
from bias.words.types import Bools

MODEL = "tokens.json.gz"
FOLDS = 5
INNER_FOLDS = 3
DIGITS = 3


@dataclass(frozen=True)
class Place:
    """One word of one sentence."""

    row: int
    """Of the sentences."""
    mark: Mark
    weight: float
    """Of the list entry that it belongs to; 0 when there is none."""
    single: bool
    """That entry is a single word."""


@dataclass(frozen=True)
class Marked:
    """BABE's sentences with their marked words."""

    labelled: Labelled
    places: tuple[Place, ...]

    @cached_property
    def rows(self) -> Numbers:
        """Return the row of each place."""
        return np.array([place.row for place in self.places])

    @cached_property
    def gold(self) -> Bools:
        """Tell of each place whether the experts' joint list holds the word."""
        return np.array([place.mark.gold for place in self.places])

    @cached_property
    def seen(self) -> list[str]:
        """Return the keys of the places that are written in lower case."""
        return [place.mark.key for place in self.places if place.mark.lower]

    def among(self, rows: Numbers) -> Bools:
        """Tell for each place whether its sentence is one of `rows`."""
        return np.isin(self.rows, rows)

    def without_lists(self) -> "Marked":
        """Return the same without weights of entries."""
        plain = (replace(place, weight=0.0, single=False) for place in self.places)
        return replace(self, places=tuple(plain))


def read_marked(data: Path) -> Marked:
    """Return the sentences of `read_babe`, and what the lists say of their words."""
    labelled = read_babe(data)
    places = (_places(labelled, row) for row in range(len(labelled.rows)))
    return Marked(labelled, tuple(chain.from_iterable(places)))


def _places(labelled: Labelled, row: int) -> Iterator[Place]:
    document = labelled.documents[row]
    found = find_loaded(document, document.sentences)
    entries = {i: m for m in found for i in range(m.first, m.last)}
    for mark in labelled.marks[row]:
        match = entries.get(mark.index)
        weight = match.term.weight if match else 0.0
        yield Place(row, mark, weight, match is not None and match.last - match.first == 1)


def split_rows(marked: Marked) -> Splits:
    """Return five random folds of sentences."""
    return at_random(len(marked.labelled.rows), FOLDS, seed=0)


def cross_score(marked: Marked, folds: Sequence[tuple[Numbers, Numbers]]) -> list[Floats]:
    """Return each sentence's log-odds from a sentence model that did not see its fold.

    For each row the log-odds of its document's sentences.
    """
    labelled = marked.labelled
    whole = np.zeros(len(labelled.rows))
    scores = [np.zeros(0)] * len(labelled.rows)
    for inside, outside in folds:
        judged = fit(labelled, inside, describe_words(labelled, inside))
        whole[outside] = judged.score([labelled.rows[i] for i in outside])
        model = SentenceModel(judged, shipped_wording().partisan)
        for i in outside.tolist():
            scores[i] = score_sentences(labelled.documents[i], model).log_odds
    slope, shift = calibrate(whole, labelled.biased)
    return [slope * row + shift for row in scores]


def fit_tokens(
    marked: Marked, log_odds: Sequence[Floats], at: Numbers, table: WordTable
) -> TokenModel:
    """Fit both models on the sentences `at`.

    The second sees of each word the score that the first gives when it has not
    seen the word's sentence.
    """
    from sklearn.linear_model import LogisticRegression

    rows, targets = [], []
    for inner, outer in at_random(len(at), INNER_FOLDS, seed=1):
        model = _fit_words(marked, at[inner], table)
        chosen, matrix = describe(model, marked, log_odds, at[outer])
        kept = matrix[0] > FLOOR
        rows.append(matrix[:, kept].T)
        targets.append(marked.gold[chosen][kept])
    matrix = np.concatenate(rows)
    second = LogisticRegression(C=1.0, max_iter=1000).fit(matrix, np.concatenate(targets))
    weights = dict(zip(CONTEXT, second.coef_[0].tolist(), strict=True))
    weights["base"] = float(second.intercept_[0])
    rounded = {name: round(weight, DIGITS) for name, weight in weights.items()}
    return replace(_fit_words(marked, at, table), weights=rounded)


def _fit_words(marked: Marked, at: Numbers, table: WordTable) -> TokenModel:
    """Fit the first model alone."""
    marks = [marked.places[i].mark for i in np.flatnonzero(marked.among(at))]
    words, letters = fit_words(marks, table)
    return TokenModel(words, letters, {}, max(words.values()))


def describe(
    model: TokenModel, marked: Marked, log_odds: Sequence[Floats], at: Numbers
) -> tuple[Numbers, Floats]:
    """Return the places of some sentences and what stands around each, one column a place."""
    chosen = np.flatnonzero(marked.among(at))
    parts = []
    for row, found in groupby(map(marked.places.__getitem__, chosen), key=attrgetter("row")):
        document, places = marked.labelled.documents[row], [*found]
        words = ScoredWords.of(model, document, bounds_of(document.sentences), log_odds[row])
        weights = np.array([place.weight for place in places])
        parts.append(words.around(np.array([place.mark.index for place in places]), weights))
    return chosen, np.concatenate(parts, axis=1)


def predict(
    model: TokenModel, marked: Marked, log_odds: Sequence[Floats], at: Numbers
) -> tuple[Numbers, Floats]:
    """Return the places of some sentences and the probability of each; 0 for a name."""
    chosen, matrix = describe(model, marked, log_odds, at)
    return chosen, np.where(matrix[0] > FLOOR, model.probabilities(matrix), 0.0)


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    marked = read_marked(data)
    table = read_words(marked.seen)
    give_numbers(table.places)
    log_odds = cross_score(marked, split_rows(marked))
    model = fit_tokens(marked, log_odds, np.arange(len(log_odds)), table)
    return {
        "words": ByWord.of(model.words).content(),
        "letters": dict(model.letters),
        "weights": dict(model.weights),
        "top": model.top,
    }


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
