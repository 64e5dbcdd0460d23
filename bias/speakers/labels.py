"""The label of each word of a document: of a source, of a cue, of a content, or of none."""

import numpy as np

from bias.document.document import Document
from bias.models.attribution import (
    ANSWERS,
    LONGEST,
    AttributionModel,
    shipped_attribution_model,
)
from bias.speakers.signs import Words, answers_of, codes_of, first_signs, second_signs
from bias.words.types import Bools, Ints

STRETCH = 50_000
"""Words that are looked at together, at most, so that a book needs no more memory."""


def label(document: Document, model: AttributionModel | None = None) -> Ints:
    """Return a label for each token, see `bias.models.attribution.BEGINS`."""
    model = model or shipped_attribution_model()
    if not len(document.starts):
        return np.zeros(0, dtype=np.int32)
    words = Words(document, model.clusters)
    scores = model.first.scores(codes_of(first_signs(words))[0])
    answers = answers_of(scores)
    scores = scores[:, ANSWERS:] + model.second.scores(codes_of(second_signs(words, answers))[0])
    return model.labels(scores, chain_starts(words))


def chain_starts(words: Words) -> Bools:
    """Tell which words begin a sentence, or a further piece of one that is very long."""
    places = np.arange(len(words.sentence)) - words.firsts[words.sentence]
    starts: Bools = places % LONGEST == 0
    return starts
