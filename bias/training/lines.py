"""Fit what the words of a line say of its role: words and pairs, first and last words.

`python -m bias.training roles` fits it before the model of measures, which weighs what it says.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bias.labelled.inserts import Labelled
from bias.models.lines import PART, LineModel, codes_of, pairs_of
from bias.roles.lines import lines_of
from bias.roles.role import ROLES
from bias.training.matrices import sparse
from bias.words.numbered import Numbered

REGULARISATION = 5.0
"""scikit-learn's C (1, 3, 5 and 20 tried with outlets left out, 2026-11-30)."""
FEWEST = 3
"""Outlets in which a word or a pair must stand: none is a single outlet's."""
MOST_ALIKE = 6
"""Paragraphs of one role beside the story that count in full in one article: a playlist of
forty titles teaches no more than six."""
LEAST = 5
"""A word or pair whose weights all are smaller, in hundredths, is left out."""
NEVER = -20.0
"""Base of a role that is not among the examples."""


@dataclass(frozen=True)
class Line:
    """The words and pairs of one paragraph."""

    terms: frozenset[int]
    """A word as minus its number, a pair as its code."""
    length: int
    role: str
    outlet: str
    weight: float


def read_lines(article: Labelled) -> list[Line]:
    """Return the paragraphs of an article, `mixed` ones left out."""
    terms, lengths = terms_of(lines_of([article.document]))
    alike = Counter(article.roles)
    return [
        Line(terms[i], lengths[i], role, article.outlet, weight_of(role, alike[role]))
        for i, role in enumerate(article.roles)
        if role != "mixed"
    ]


def weight_of(role: str, alike: int) -> float:
    """Return how much a paragraph counts beside so many of its role in the article.

    >>> weight_of("promo_media", 40), weight_of("body", 40)
    (0.15, 1.0)
    """
    return 1.0 if role == "body" else min(1.0, MOST_ALIKE / alike)


def terms_of(lines: Numbered) -> tuple[list[frozenset[int]], list[int]]:
    """Return the distinct words and pairs of each line, those with an unknown word left out."""
    numbers, known = lines.numbers.astype(np.int64), lines.numbers < lines.vocabulary.size
    words = np.where(known & (numbers > 0), -numbers, 0)
    pairs = np.append(np.where(known[1:] & known[:-1], codes_of(lines), 0), 0)
    ends = lines.lengths.cumsum()
    terms = [
        frozenset((*words[a:b].tolist(), *pairs[a : b - 1].tolist())) - {0}
        for a, b in zip(ends - lines.lengths, ends, strict=True)
    ]
    return terms, lines.lengths.tolist()


def fit_lines(lines: Sequence[Line]) -> LineModel:
    """Fit the model of lines."""
    from sklearn.linear_model import LogisticRegression

    chosen = choose_terms(lines)
    column = {term: place for place, term in enumerate(chosen)}
    found = [sorted(column[term] for term in line.terms if term in column) for line in lines]
    matrix = sparse(found, len(chosen), np.array([line.length**-0.5 for line in lines]))
    judge = LogisticRegression(C=REGULARISATION, tol=1e-3, max_iter=200)
    labels = [ROLES.index(line.role) for line in lines]  # type: ignore[arg-type]
    judge.fit(matrix, labels, sample_weight=[line.weight for line in lines])
    weights = np.zeros((len(chosen), len(ROLES)), np.int32)
    intercept = np.full(len(ROLES), NEVER)
    weights[:, judge.classes_] = (PART * judge.coef_.T).round()
    intercept[judge.classes_] = judge.intercept_.round(2)
    return _pruned(np.array(chosen, np.int64), weights, intercept)


def choose_terms(lines: Iterable[Line]) -> list[int]:
    """Return the words, then the pairs, that stand in enough outlets; each rising."""
    outlets = Counter(term for term, _ in {pair for line in lines for pair in _by_outlet(line)})
    often = [term for term, count in outlets.items() if count >= FEWEST]
    words, pairs = (t for t in often if t < 0), (t for t in often if t > 0)
    return [*sorted(words, reverse=True), *sorted(pairs)]


def _by_outlet(line: Line) -> Iterator[tuple[int, str]]:
    return ((term, line.outlet) for term in line.terms)


def _pruned(
    terms: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    weights: "np.ndarray[tuple[int, int], np.dtype[np.int32]]",
    intercept: "np.ndarray[tuple[int], np.dtype[np.float64]]",
) -> LineModel:
    kept = np.abs(weights).max(axis=1) >= LEAST
    terms, weights = terms[kept], weights[kept]
    words = (-terms[terms < 0]).astype(np.int32)
    return LineModel(ROLES, intercept, words, pairs_of(terms[terms > 0]), weights)
