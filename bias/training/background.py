"""What is known of words before any policy frame is, from news that nobody labelled."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bias.corpus.intervals import SEED
from bias.document.columns import NUMBER
from bias.document.segment import segment
from bias.labelled.real_articles import read_articles
from bias.lists.terms import shipped_list
from bias.models.by_word import Floats
from bias.models.frames import FRAMES, RARITY_STEP
from bias.words.numbered import Counted
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary

PER_SOURCE = 200
"""Unlabelled articles of one source at most: 11,800 in all."""
FEWEST = 5
"""Of them in which a word must stand to be known."""
DIRECTIONS = 200


@dataclass(frozen=True, eq=False)
class Background:
    """What is known of words before any frame is."""

    rarity: Floats
    """By number of word, in steps of the model file; 0 where it is unknown."""
    directions: Floats
    """Shape (words of the vocabulary, directions)."""
    lists: Floats
    """Which word is on which frame's list, scaled; shape (words, frames)."""

    @classmethod
    def of(cls, rows: Iterable[Ints]) -> "Background":
        """Learn it from texts without labels, given as numbers of words."""
        from sklearn.utils.extmath import randomized_svd

        counts = count(rows)
        found = np.asarray((counts > 0).sum(axis=0)).ravel()
        logs = np.log(counts.shape[0] / np.maximum(found, 1)) + 1
        steps = np.where(found >= FEWEST, np.round(RARITY_STEP * logs), 0)
        rarity = np.asarray(steps / RARITY_STEP)
        matrix = _scaled(counts, rarity)
        directions = randomized_svd(matrix, DIRECTIONS, n_iter=4, random_state=SEED)[2].T
        listed = listed_words() * (rarity > 0)[:, None]
        return cls(rarity, directions, listed / np.std(matrix @ listed, axis=0))

    def matrix(self, rows: Iterable[Ints]) -> Any:
        """Return texts as sparse rows of length 1, as `FramesModel.pulls` has them."""
        return _scaled(count(rows), self.rarity)

    @cached_property
    def known(self) -> Ints:
        """Numbers of the words that are known."""
        return np.flatnonzero(self.rarity).astype(np.int32)


def count(rows: Iterable[Ints]) -> Any:
    """Return logarithmic counts of the words that have a number, a row a text."""
    from scipy.sparse import csr_matrix

    vocabulary = shipped_vocabulary()
    counted = [Counted.of(vocabulary, row[row > 0]) for row in rows]
    bounds = np.cumsum([0, *(len(one.numbers) for one in counted)])
    values = 1 + np.log(np.concatenate([one.amounts for one in counted]))
    columns = np.concatenate([one.numbers for one in counted])
    return csr_matrix((values, columns, bounds), shape=(len(counted), vocabulary.size))


def _scaled(counts: Any, rarity: Floats) -> Any:
    from scipy.sparse import diags
    from sklearn.preprocessing import normalize

    return normalize((counts @ diags(rarity)).tocsr())


def listed_words() -> Floats:
    """Return 1 where a word, by number, stands on a frame's list; shape (words, frames)."""
    vocabulary = shipped_vocabulary()
    table = np.zeros((vocabulary.size, len(FRAMES)))
    for column, frame in enumerate(FRAMES):
        forms = (form for term in shipped_list(f"frame_{frame}").terms for form in term.forms())
        table[[vocabulary[form[0]] for form in forms if len(form) == 1], column] = 1
    table[0] = 0
    return table


def read_background(data: Path) -> Background:
    """Learn about words from `article-bias-prediction`."""
    articles = (own.article for own in read_articles(data, PER_SOURCE))
    return Background.of(np.asarray(segment(a).column(NUMBER)) for a in articles)
