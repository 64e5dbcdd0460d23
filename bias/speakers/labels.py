"""The label of each word of a document: of a source, of a cue, of a content, or of none."""

import numpy as np

from bias.document.document import Document
from bias.models.attribution import (
    ANSWERS,
    BEGINS,
    CONTENT,
    CUE,
    LONGEST,
    AttributionModel,
    Scores,
    shipped_attribution_model,
)
from bias.speakers.signs import Words, answers_of, codes_of, first_scores, second_signs
from bias.words.types import Bools, Ints

LEAST_CUE, LEAST_CONTENT = 0.2, 0.7
"""A sentence none of whose words is so likely of a cue or of a content holds no attribution."""


def label(document: Document, model: AttributionModel | None = None) -> Ints:
    """Return a label for each token, see `bias.models.attribution.BEGINS`."""
    model, count = model or shipped_attribution_model(), len(document.starts)
    if not count:
        return np.zeros(0, dtype=np.int32)
    words = Words.of(document, model.clusters)
    labels = np.zeros(len(words.tokens), dtype=np.int32)
    scores = first_scores(model, words)
    answers = answers_of(scores)
    kept = _may_attribute(words, answers)
    if kept.any():
        chosen = words.where(kept)
        codes, _ = codes_of(second_signs(chosen, answers[kept]))
        sums = scores[kept, ANSWERS:] + model.second.scores(codes)
        labels[kept] = model.labels(sums, chain_starts(chosen))
    return _spread(labels, words.tokens, count)


def _spread(labels: Ints, tokens: Ints, count: int) -> Ints:
    """Return the labels of all tokens: those that are no words go on with the part before them.

    >>> _spread(np.array([1, 0], dtype=np.int32), np.array([0, 2], dtype=np.int32), 4).tolist()
    [1, 2, 0, 0]
    """
    goes_on = np.where(np.isin(labels, BEGINS), labels + 1, labels)
    spread: Ints = np.repeat(goes_on, np.diff(tokens, append=count))
    spread[tokens] = labels
    return spread


def _may_attribute(words: Words, answers: Scores) -> Bools:
    """Tell which words stand in a sentence that may hold an attribution."""
    is_sign = (answers[:, CUE] > LEAST_CUE) | (answers[:, CONTENT] > LEAST_CONTENT)
    found: Bools = np.logical_or.reduceat(is_sign, words.firsts)[words.sentence]
    return found


def chain_starts(words: Words) -> Bools:
    """Tell which words begin a sentence, or a further piece of one that is very long."""
    places = np.arange(len(words.sentence)) - words.firsts[words.sentence]
    starts: Bools = places % LONGEST == 0
    return starts
