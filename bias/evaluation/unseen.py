"""Sentences judged by a model that did not learn from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bias.evaluation.measures import Floats, Labels
from bias.models.sentences import JudgedWording, shipped_model
from bias.training.folds import Splits, stratified
from bias.words.types import Bools

if TYPE_CHECKING:
    import pandas as pd

    from bias.labelled.babe import Labelled

Calls = Callable[..., Bools]
"""`Unseen.calls`, or what answers as it does."""
FOLDS = 5
SEED = 0


def folds(labels: Labels) -> Splits:
    """Return the five stratified folds."""
    return stratified(labels, FOLDS, SEED)


@dataclass(frozen=True, eq=False)
class Unseen:
    """Models by the sentences of BABE that each did not see; the shipped one for all others."""

    models: Sequence[JudgedWording]
    fold_of: Mapping[str, int]
    """By the letters and digits of a sentence of BABE."""

    @classmethod
    def of(cls, data: Path) -> "Unseen":
        """Fit one model a fold of BABE; `data` is the folder that holds `babe`."""
        from bias.labelled.babe import read_babe

        return cls.fitted(read_babe(data))

    @classmethod
    def fitted(cls, labelled: "Labelled") -> "Unseen":
        """Fit one model a fold of BABE's sentences."""
        from bias.training.sentences import fit_calibrated

        models, fold_of = [], dict[str, int]()
        for fold, (inside, outside) in enumerate(folds(labelled.biased)):
            models.append(fit_calibrated(labelled.rows, labelled, inside))
            fold_of |= {letters(labelled.texts[i]): fold for i in outside.tolist()}
        return cls(models, fold_of)

    @cached_property
    def _all(self) -> tuple[JudgedWording, ...]:
        return *self.models, shipped_model().biased

    def calls(self, texts: "pd.Series[str]", originals: "pd.Series[str] | None" = None) -> Bools:
        """Tell which sentences are called biased.

        Parameters
        ----------
        texts
            To be judged.
        originals
            The sentences from which they were made, if any: these must be unseen.
        """
        return self.log_odds(texts, originals) > 0

    def log_odds(
        self, texts: "pd.Series[str]", originals: "pd.Series[str] | None" = None
    ) -> Floats:
        """Return the log-odds of sentences; parameters as of `calls`."""
        from bias.labelled.babe import mask_text, shipped_masker

        masker, last = shipped_masker(), len(self.models)
        rows = [mask_text(text, masker) for text in texts]
        sources = texts if originals is None else originals
        chosen = np.array([self.fold_of.get(letters(text), last) for text in sources])
        found = np.zeros(len(rows))
        for fold, model in enumerate(self._all):
            places = np.flatnonzero(chosen == fold)
            found[places] = model.score([rows[i] for i in places])
        return found


def letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what tells it from others.

    >>> letters("The 5-4 vote.")
    'the54vote'
    """
    return "".join(filter(str.isalnum, text.lower()))
