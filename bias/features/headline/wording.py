"""What the models of sentences and of headlines say of a headline's wording, names hidden."""

from dataclasses import dataclass

import numpy as np

from bias.document.document import Document
from bias.document.masked import mask_headlines
from bias.models.by_word import Floats
from bias.models.headline import shipped_headline_wording
from bias.models.sentences import shipped_model
from bias.models.tokens import shipped_token_model
from bias.words.cut import key_of
from bias.words.types import Bools, Column


def _word_score(word: str) -> float:
    """Return the log-odds that experts mark a word, whatever stands beside it."""
    return shipped_token_model().word_score(key_of(word))


WORD_SCORE = Column(_word_score, np.float64)


@dataclass(frozen=True, eq=False)
class Judged:
    """What is said of the first sentences of a document, of which each is a headline."""

    sentence: Floats
    """Log-odds that experts judge it biased, of each."""
    wording: Floats
    """How much it is worded like comment rather than like a report, of each; log-odds."""
    hidden: Bools
    """Of each of their tokens: it is a name, which no model may see."""

    @classmethod
    def of(cls, document: Document, count: int) -> "Judged":
        """Judge the first `count` sentences."""
        masked, model = mask_headlines(document, count), shipped_headline_wording()
        return cls(
            shipped_model().score(masked).log_odds,
            model.scores(model.terms(masked))[0],
            masked.is_name[masked.word_of],
        )
