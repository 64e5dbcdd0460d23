"""What the sentence model says of each sentence of a document."""

from bias.document.charges import without_denied
from bias.document.document import Document
from bias.document.masked import mask_passage, masker_of
from bias.document.passage import Passage
from bias.models.sentences import SentenceModel, SentenceScores, shipped_model


def score_sentences(document: Document, model: SentenceModel | None = None) -> SentenceScores:
    """Return the scores of every sentence of a document, in order; denied charges do not count."""
    passage = document.passage
    if model is not None:
        return model.score(without_denied(masker_of(model).mask_passage(passage), passage))
    return passage.once(_score_shipped).part(passage.sentences)


def _score_shipped(passage: Passage) -> SentenceScores:
    return shipped_model().score(without_denied(passage.once(mask_passage), passage))
