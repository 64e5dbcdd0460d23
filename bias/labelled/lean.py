"""Stories of labelled outlets as counts of words, pairs and triples, for the lean model."""

import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.article import Article
from bias.document.listed_names import listed_hidden
from bias.labelled.files import read_news, read_outlets
from bias.labelled.real_articles import reading_of
from bias.models.lean import SIDES, GramTable, find
from bias.models.linear import Numbers
from bias.rating.beside import FEWEST_KEYS, genre_of
from bias.reading import Reading
from bias.words.types import Bools

FEWEST_ARTICLES = 10
"""Articles in which a word must stand."""
FEWEST_FOR_PAIR = 20
FEWEST_FOR_TRIPLE = 30

Keys = Sequence[str]
View = Callable[[Reading], Keys]


@dataclass(frozen=True)
class LeanCorpus:
    """Articles as rows of numbers into `vocabulary`, with what is known of their outlets."""

    vocabulary: tuple[str, ...]
    tokens: NDArray[np.int32]
    bounds: Numbers
    """Article i is `tokens[bounds[i]:bounds[i + 1]]`."""
    sides: Numbers
    """Index into `SIDES`."""
    sources: NDArray[np.str_]
    """Outlets; the several names of one are joined."""
    split: NDArray[np.str_]
    """Of the official random split: `train`, `valid`, `test` or empty."""
    opinions: NDArray[np.float64]
    """Probability that each is opinion, 0 to 1."""


def story_keys(reading: Reading) -> list[str]:
    """Return the keys of the story with listed names hidden, as the shipped model sees them."""
    return listed_hidden(reading.told.row.where(reading.story))


def read_corpora(data: Path, views: Sequence[View] = (story_keys,)) -> list[LeanCorpus]:
    """Read the articles once; return a corpus for each view of an article.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction`.
    views
        What is to be seen of an article. Stories too short for a lean are left out.
    """
    rows: list[dict[str, Any]] = []
    outlets = read_outlets(data)
    builders = [_Builder() for _ in views]
    for row in read_news(data):
        reading = reading_of(Article(body=row["content"] or ""))
        opinion = genre_of(reading)["genre_opinion"]
        if len(story_keys(reading)) >= FEWEST_KEYS and not math.isnan(opinion):
            kept = {name: row[name] for name in ("bias_text", "random_split")}
            rows.append(kept | {"outlet": outlets[row["source"]], "opinion": opinion})
            for builder, view in zip(builders, views, strict=True):
                builder.add(view(reading))
    return [builder.build(rows) for builder in builders]


class _Builder:
    """Gathers one view of all articles."""

    def __init__(self) -> None:
        self.vocabulary: dict[str, int] = {}
        self.tokens, self.bounds = array("i"), [0]

    def add(self, keys: Iterable[str]) -> None:
        """Append one article."""
        places = self.vocabulary
        self.tokens.extend(places.setdefault(key, len(places)) for key in keys)
        self.bounds.append(len(self.tokens))

    def build(self, rows: Sequence[dict[str, Any]]) -> LeanCorpus:
        """Return the corpus."""
        return LeanCorpus(
            tuple(self.vocabulary),
            np.array(self.tokens),
            np.array(self.bounds),
            np.array([SIDES.index(row["bias_text"]) for row in rows]),
            np.array([row["outlet"] for row in rows]),
            np.array([row["random_split"] for row in rows]),
            np.array([row["opinion"] for row in rows]),
        )


@dataclass(frozen=True)
class Grams:
    """How often each article holds each word, pair and triple."""

    words: tuple[str, ...]
    table: GramTable
    counts: Any
    """Sparse, one row per article, one column per row of the table."""


def count_grams(corpus: LeanCorpus) -> Grams:
    """Count the words, pairs and triples that stand in enough articles."""
    from scipy.sparse import hstack

    size = len(corpus.bounds) - 1
    article = np.repeat(np.arange(size), np.diff(corpus.bounds))
    words, known = _count(corpus.tokens.astype(np.int64), article, size, FEWEST_ARTICLES)
    first, width = find(known, corpus.tokens.astype(np.int64)), len(known)
    near, joined = _neighbours(first, first[1:], article, width)
    pairs, pair_codes = _count(joined[near], article[:-1][near], size, FEWEST_FOR_PAIR)
    second = np.where(near, find(pair_codes, joined), -1)
    near, joined = _neighbours(second, first[2:], article, width)
    triples, triple_codes = _count(joined[near], article[:-2][near], size, FEWEST_FOR_TRIPLE)
    names = tuple(corpus.vocabulary[code] for code in known.tolist())
    table = GramTable(width, pair_codes, triple_codes)
    return Grams(names, table, hstack([words, pairs, triples]).tocsr())


def _neighbours(
    first: Numbers, second: Numbers, article: Numbers, width: int
) -> tuple[Bools, Numbers]:
    """Return where two grams follow each other in one article, and the number of each such two."""
    first, step = first[: len(second)], len(article) - len(second)
    near = (first >= 0) & (second >= 0) & (article[: len(second)] == article[step:])
    return near, first * width + second


def _count(codes: Numbers, article: Numbers, size: int, fewest: int) -> tuple[Any, Numbers]:
    """Return a matrix of counts and what each column counts, in rising order."""
    import pandas as pd
    from scipy.sparse import csr_matrix

    columns, found = pd.factorize(codes)
    ones = np.ones(len(codes), np.float32)
    matrix = csr_matrix((ones, (article, columns)), shape=(size, len(found)))
    often = np.flatnonzero(np.bincount(matrix.indices, minlength=len(found)) >= fewest)
    order = often[np.argsort(found[often])]
    return matrix[:, order], found[order]


def thin(grams: Grams, wanted: Bools) -> Grams:
    """Return only the wanted grams and those that they begin with or are made of."""
    table, width = grams.table, grams.table.words
    words, pairs, triples = np.split(wanted.copy(), [width, width + len(table.pairs)])
    pairs[table.triples[triples] // width] = True
    words[table.triples[triples] % width] = True
    words[table.pairs[pairs] // width] = True
    words[table.pairs[pairs] % width] = True
    kept = int(words.sum())
    word, pair = np.cumsum(words) - 1, np.cumsum(pairs) - 1
    names = tuple(compress(grams.words, words.tolist()))
    pair_codes, triple_codes = table.pairs[pairs], table.triples[triples]
    thinned = GramTable(
        kept,
        word[pair_codes // width] * kept + word[pair_codes % width],
        pair[triple_codes // width] * kept + word[triple_codes % width],
    )
    chosen = np.flatnonzero(np.concatenate([words, pairs, triples]))
    return Grams(names, thinned, grams.counts[:, chosen])
