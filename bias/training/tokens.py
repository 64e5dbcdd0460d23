"""Train the token model on the words that BABE's experts marked.

    python -m bias.training tokens --data PATH [-o FOLDER]

Two linear models, one after the other: what a word says by itself, from its
letters, its vector, its use in partisan outlets and the term lists; then what
its surroundings add. Reads `babe` and `bias/models/data/wording.json.gz`; writes
`bias/models/data/tokens.json.gz`, the same bytes each time on the same data.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np

from bias.document.article import Article
from bias.document.document import Document
from bias.document.masked import score_sentences
from bias.document.segment import segment
from bias.features.loaded.meant import find_loaded
from bias.features.loaded.words import ScoredWords
from bias.labelled.babe import read_babe
from bias.labelled.marks import mark_shares, marked_sentences, marked_tokens, read_votes
from bias.lists.hits import bounds_of
from bias.models.by_word import ByWord, Floats
from bias.models.files import write_model
from bias.models.linear import Numbers
from bias.models.sentences import SentenceModel
from bias.models.tokens import CONTEXT, FLOOR, FORM, TokenModel
from bias.models.wording import shipped_wording
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
    """Of `Marked.documents`."""
    index: int
    """Of its token."""
    key: str
    weight: float
    """Of the list entry that it belongs to; 0 when there is none."""
    single: bool
    """That entry is a single word."""


@dataclass(frozen=True)
class Marked:
    """BABE's sentences with their marked words."""

    documents: tuple[Document, ...]
    outlets: tuple[str, ...]
    places: tuple[Place, ...]
    gold: Bools
    """Of each place: the experts' joint list holds the word."""
    share: Floats
    """Of each place: share of the annotators who marked it."""

    @cached_property
    def rows(self) -> Numbers:
        """Return the row of each place."""
        return np.array([place.row for place in self.places])

    @cached_property
    def seen(self) -> list[str]:
        """Return the keys of the places that are written in lower case."""
        return [p.key for p in self.places if self.documents[p.row].forms[p.index].islower()]

    def among(self, rows: Numbers) -> Bools:
        """Tell for each place whether its sentence is one of `rows`."""
        return np.isin(self.rows, rows)


def read_marked(data: Path, lists: bool = True) -> Marked:
    """Return the sentences in the order of `read_babe`; without `lists` no weights of entries."""
    table = marked_sentences(data).drop_duplicates("text")
    votes = read_votes(data)
    documents, places, gold, share = [], [], [], []
    for row, (text, marks) in enumerate(zip(table["text"], table["biased_words"], strict=True)):
        document = segment(Article(body=text))
        documents.append(document)
        chosen, shares = marked_tokens(document, marks), mark_shares(document, votes.get(text, []))
        for place in _places(document, row, lists):
            places.append(place)
            gold.append(place.index in chosen)
            share.append(shares[place.index])
    outlets = tuple(table["outlet"].astype(str))
    return Marked(tuple(documents), outlets, tuple(places), np.array(gold), np.array(share))


def _places(document: Document, row: int, lists: bool) -> list[Place]:
    places = []
    found = find_loaded(document, document.sentences) if lists else ()
    entries = {i: m for m in found for i in range(m.first, m.last)}
    for index in np.flatnonzero(document.is_word).tolist():
        match = entries.get(index)
        weight = match.term.weight if match else 0.0
        single = match is not None and match.last - match.first == 1
        places.append(Place(row, index, document.keys[index], weight, single))
    return places


def split_rows(marked: Marked) -> list[tuple[Numbers, Numbers]]:
    """Return five random folds of sentences: rows inside and outside."""
    from sklearn.model_selection import KFold

    rows = np.arange(len(marked.documents))
    return list(KFold(FOLDS, shuffle=True, random_state=0).split(rows))


def cross_score(
    data: Path, marked: Marked, folds: Sequence[tuple[Numbers, Numbers]]
) -> list[Floats]:
    """Return each sentence's log-odds from a sentence model that did not see its fold.

    For each row the log-odds of its document's sentences.
    """
    labelled = read_babe(data)
    whole = np.zeros(len(labelled.rows))
    scores = [np.zeros(0)] * len(labelled.rows)
    for inside, outside in folds:
        judged = fit(labelled, inside, describe_words(labelled, inside))
        whole[outside] = judged.score([labelled.rows[i] for i in outside])
        model = SentenceModel(judged, shipped_wording().partisan)
        for i in outside.tolist():
            scores[i] = score_sentences(marked.documents[i], model).log_odds
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
    from sklearn.model_selection import KFold

    rows, targets = [], []
    for inner, outer in KFold(INNER_FOLDS, shuffle=True, random_state=1).split(at):
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
    inside = marked.among(at)
    keys = [marked.places[i].key for i in np.flatnonzero(inside)]
    target = (marked.gold[inside] + marked.share[inside]) / 2
    words, letters = fit_words(keys, target, table)
    return TokenModel(words, letters, {}, max(words.values()))


def describe(
    model: TokenModel, marked: Marked, log_odds: Sequence[Floats], at: Numbers
) -> tuple[Numbers, Floats]:
    """Return the places of some sentences and what stands around each, one column a place."""
    chosen = np.flatnonzero(marked.among(at))
    parts = []
    for row, found in groupby(map(marked.places.__getitem__, chosen), key=attrgetter("row")):
        document, places = marked.documents[row], [*found]
        words = ScoredWords.of(model, document, bounds_of(document.sentences), log_odds[row])
        weights = np.array([place.weight for place in places])
        parts.append(words.around(np.array([place.index for place in places]), weights))
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
    log_odds = cross_score(data, marked, split_rows(marked))
    model = fit_tokens(marked, log_odds, np.arange(len(marked.documents)), table)
    return {
        "words": ByWord.of(model.words).content(),
        "letters": dict(model.letters),
        "weights": dict(model.weights),
        "top": model.top,
    }


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
