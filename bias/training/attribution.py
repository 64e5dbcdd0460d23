"""Train the model of attributions on PolNeAR: who says what, marked by people.

    python -m bias.training attribution --data PATH [-o FOLDER]

Reads `polnear`, its official training part, and the vectors of `bias/models/data/wording.json.gz`;
writes `bias/models/data/attribution.json.gz`, the same bytes each time on the same data. The
second layer learns from answers that the first gives to articles it has not seen. Half an hour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bias.document.document import Document
from bias.labelled.polnear import Attributed, read_polnear
from bias.models.attribution import (
    ANSWERS,
    BEGINS,
    CLUSTERS,
    FIRST_CODES,
    FORM,
    LABELS,
    PARTS,
    SECOND_CODES,
    AttributionModel,
    Layer,
    Scores,
    clusters_of,
)
from bias.models.by_word import ByWord
from bias.models.files import write_model
from bias.models.wording import shipped_wording
from bias.speakers.labels import chain_starts
from bias.speakers.signs import (
    Sign,
    Words,
    answers_of,
    codes_of,
    pair_signs,
    second_signs,
    window_signs,
)
from bias.training.chain import Chain, Matrix, Signs, fit_chain, fit_words
from bias.training.folds import at_random
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

MODEL = "attribution.json.gz"
FEWEST = 3
"""A sign must be seen so often."""
FOLDS = 3
FIRST_PENALTY, FIRST_ROUNDS = 2.0, 40
PENALTY, ROUNDS = 2.0, 100
"""Chosen on the articles from August 2016 on, the models fitted on those before."""
TILT = 1.3
"""What is added for a step from no part to the first word of one: readers leave out attributions
that others see, and without it too few are found. Chosen likewise."""
LEAST = 0.02
"""A sign none of whose weights is larger is left out."""
DIGITS = 2


@dataclass(frozen=True, eq=False)
class Corpus:
    """Articles as rows of words, one behind the other."""

    words: tuple[Words, ...]
    labels: Ints
    """Of each word."""

    @classmethod
    def of(cls, articles: Sequence[Attributed], clusters: Ints) -> "Corpus":
        """Read the articles as they are read when they are analysed."""
        words = tuple(Words.of(article.reading.told, clusters) for article in articles)
        labels = (
            labels_of(article)[read.tokens] for article, read in zip(articles, words, strict=True)
        )
        return cls(words, np.concatenate([*labels]))

    @property
    def article(self) -> Ints:
        """The index of each word's article."""
        sizes = [len(words.sentence) for words in self.words]
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    @property
    def is_first(self) -> Bools:
        """Which words begin a chain."""
        return np.concatenate([chain_starts(words) for words in self.words])


def labels_of(article: Attributed) -> Ints:
    """Return the label of each word that is measured, as it was marked."""
    document = article.reading.told
    middles = (document.starts + document.ends - 1) / 2
    labels = np.zeros(len(middles), dtype=np.int32)
    for begin, part in zip(BEGINS, PARTS, strict=True):
        for span in article.spans(part):
            first, last = np.searchsorted(middles, (span.start - 0.5, span.end - 0.5))
            labels[first:last] = begin + 1
            labels[first : min(first + 1, last)] = begin
    return _cut(labels, document)


def _cut(labels: Ints, document: Document) -> Ints:
    """Let a part begin again with each sentence."""
    firsts = np.flatnonzero(np.diff(document.sentence_of, prepend=-1))
    goes_on = firsts[np.isin(labels[firsts], [begin + 1 for begin in BEGINS])]
    labels[goes_on] -= 1
    return labels


def clusters_of_words() -> ByWord:
    """Group the words by the vectors learnt from news: those of a group are used alike."""
    from sklearn.cluster import MiniBatchKMeans

    wording = shipped_wording()
    groups = MiniBatchKMeans(CLUSTERS - 12, random_state=0, n_init=3, batch_size=4096)
    found = groups.fit(wording.learnt).labels_ + 1
    words = wording.words[: len(found)]
    return ByWord.of(dict(zip(words, found.astype(float).tolist(), strict=True)))


@dataclass(frozen=True, eq=False)
class Columns:
    """Which codes have a column in a matrix of signs."""

    codes: Ints
    size: int

    @classmethod
    def of(cls, codes: Ints, size: int) -> "Columns":
        """Give one to each code that is seen often enough."""
        often = np.bincount(codes.ravel(), minlength=size) >= FEWEST
        return cls(np.flatnonzero(often).astype(np.int32), size)

    def signs(self, codes: Ints) -> Signs:
        """Return the matrix of some words, shape of `codes` (signs, words)."""
        column = np.full(self.size, -1, dtype=np.int32)
        column[self.codes] = np.arange(len(self.codes))
        return Signs.of(column[codes.T], len(self.codes))

    def content(self, weights: Matrix) -> dict[str, Any]:
        """Return what a model file holds: signs that matter."""
        kept = np.abs(weights).max(axis=1) >= LEAST
        return {
            "codes": self.codes[kept],
            "weights": np.round(weights[kept], DIGITS),
        }


def fit(corpus: Corpus) -> dict[str, Any]:
    """Return the fields of the model that articles give, beside the clusters."""
    codes, size = _codes([codes_of(_first_signs(words)) for words in corpus.words])
    columns = Columns.of(codes, size)
    parts = (corpus.labels + 1) // 2
    answers = np.zeros((len(parts), ANSWERS), dtype=np.float32)
    for inside, outside in at_random(len(corpus.words), FOLDS, seed=0):
        chosen, others = (np.isin(corpus.article, rows) for rows in (inside, outside))
        weights = _fit_first(columns.signs(codes[:, chosen]), parts[chosen])
        answers[others] = answers_of(columns.signs(codes[:, others]).scores(weights))
    first = _fit_first(columns.signs(codes), parts)
    second_codes, second_size = _codes(_second(corpus, answers))
    second = Columns.of(second_codes, second_size)
    both = Columns(
        np.concatenate([columns.codes, second.codes + size]).astype(np.int32), size + second_size
    )
    signs = both.signs(np.concatenate([codes, second_codes + size]))
    chain = fit_chain(signs, corpus.labels, corpus.is_first, LABELS, PENALTY, ROUNDS)
    cut = len(columns.codes)
    return {
        "first": columns.content(np.concatenate([first, chain.weights[:cut]], axis=1)),
        "second": second.content(chain.weights[cut:]),
        **_tilted(chain),
    }


def _first_signs(words: Words) -> Iterator[Sign]:
    yield from window_signs(words)
    yield from pair_signs(words)


def _fit_first(signs: Signs, parts: Ints) -> Matrix:
    return fit_words(signs, parts, ANSWERS, FIRST_PENALTY, FIRST_ROUNDS)


def _second(corpus: Corpus, answers: Scores) -> list[tuple[Ints, int]]:
    article = corpus.article
    return [
        codes_of(second_signs(words, answers[article == number]))
        for number, words in enumerate(corpus.words)
    ]


def _codes(found: Sequence[tuple[Ints, int]]) -> tuple[Ints, int]:
    return np.concatenate([codes for codes, _ in found], axis=1), found[0][1]


def _tilted(chain: Chain) -> dict[str, Any]:
    """Return the steps and starts of a chain that finds a few parts more."""
    steps, starts = chain.steps.copy(), chain.starts.copy()
    steps[0, list(BEGINS)] += TILT
    starts[list(BEGINS)] += TILT
    return {"steps": np.round(steps, DIGITS), "starts": np.round(starts, DIGITS)}


def model_of(content: dict[str, Any], clusters: ByWord) -> AttributionModel:
    """Return the model that `fit` gave the fields of."""
    first, second = content["first"], content["second"]
    return AttributionModel(
        clusters_of(clusters, content["size"]),
        Layer.of(FIRST_CODES, first["codes"], first["weights"]),
        Layer.of(SECOND_CODES, second["codes"], second["weights"]),
        content["steps"].astype(np.float32),
        content["starts"].astype(np.float32),
    )


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    clusters = clusters_of_words()
    articles = [*read_polnear(data, "train")]
    size = shipped_vocabulary().size
    content = fit(Corpus.of(articles, clusters_of(clusters, size)))
    write_model(folder / MODEL, FORM, {"size": size, "clusters": clusters.content(), **content})
