"""The reference corpus: sentences of many news articles, masked, as numbers."""

import heapq
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bias.document.article import Article
from bias.document.masked import Masker
from bias.document.segment import segment
from bias.labelled.files import read_news
from bias.models.linear import Numbers
from bias.words.cut import key_of

ARTICLES_PER_SOURCE = 400
"""No outlet may teach more than this: its house style is not ours."""
KNOWN_COUNT = 5
"""A word must stand in lower case this often to be known."""
KNOWN_SHARE = 0.5
"""And at least in this share of its places inside sentences."""


@dataclass(frozen=True)
class Corpus:
    """Sentences as rows of numbers into `vocabulary`."""

    vocabulary: tuple[str, ...]
    tokens: NDArray[np.int32]
    bounds: Numbers
    """Sentence i is `tokens[bounds[i]:bounds[i + 1]]`."""
    sources: tuple[str, ...]
    """Of each sentence."""

    def keys(self, row: int) -> list[str]:
        """Return one sentence's masked keys."""
        return [self.vocabulary[i] for i in self.tokens[self.bounds[row] : self.bounds[row + 1]]]


def read_corpus(data: Path) -> tuple[Corpus, tuple[str, ...]]:
    """Return the masked corpus and the words it knows in lower case, by frequency."""
    sentences = list(_sentences(data))
    known = _known_words(surfaces for _, surfaces in sentences)
    vocabulary: dict[str, int] = {}
    tokens, bounds = array("i"), [0]
    masker = Masker.knowing(known)
    for _, surfaces in sentences:
        masked = masker.mask(surfaces)
        tokens.extend(vocabulary.setdefault(key, len(vocabulary)) for key in masked)
        bounds.append(len(tokens))
    corpus = Corpus(
        tuple(vocabulary), np.array(tokens), np.array(bounds), tuple(s for s, _ in sentences)
    )
    return corpus, tuple(known)


def _sentences(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield source and tokens as written of every body sentence; repeated ones once."""
    seen: set[tuple[str, ...]] = set()
    interned: dict[str, str] = {}
    for source, body in _chosen(data):
        document = segment(Article(body=body))
        for sentence in document.sentences:
            tokens = document.tokens[sentence.first : sentence.last]
            surfaces = [document.text[t.start : t.end] for t in tokens]
            surfaces = [interned.setdefault(s, s) for s in surfaces]
            if tuple(surfaces) not in seen:
                seen.add(tuple(surfaces))
                yield source, surfaces


def _chosen(data: Path) -> Iterator[tuple[str, str]]:
    """Yield source and body of at most `ARTICLES_PER_SOURCE` articles a source, by identifier."""
    by_source: dict[str, list[tuple[str, str]]] = {}
    for row in read_news(data):
        by_source.setdefault(row["source"], []).append((row["ID"], row["content"] or ""))
    for source in sorted(by_source):
        for _, body in heapq.nsmallest(ARTICLES_PER_SOURCE, by_source[source]):
            yield source, body


def _known_words(rows: Iterator[Sequence[str]]) -> dict[str, int]:
    """Return the words written in lower case inside sentences, with their counts."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for surfaces in rows:
        for surface in surfaces[1:]:
            if surface[0].islower():
                lower[key_of(surface)] += 1
            elif surface[0].isupper() and not surface[1:].isupper():
                capital[key_of(surface)] += 1
    known = [
        (word, count)
        for word, count in lower.items()
        if count >= KNOWN_COUNT and count >= KNOWN_SHARE * (count + capital[word])
    ]
    return dict(sorted(known, key=lambda item: (-item[1], item[0])))
