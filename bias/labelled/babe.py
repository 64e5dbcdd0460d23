"""BABE's sentences with what its experts said of them.

The 3,117 sentences of SG2 were judged by five experts; 1,438 of them had been judged before,
in SG1, by eight others. The five also said whether a sentence states facts or an opinion.
A sentence model learns most from all of this; what it is judged by is the label
of SG2 alone.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bias.document.article import Article
from bias.document.document import Document
from bias.document.masked import Masker
from bias.document.segment import segment
from bias.labelled.marks import Mark, marked_sentences, marks_of, read_votes
from bias.models.by_word import Floats
from bias.models.wording import shipped_wording
from bias.words.types import Bools

if TYPE_CHECKING:
    import pandas as pd


FIRST_SHARE, OPINION_SHARE = 0.4, 0.2
"""What the experts of SG1 and the label of opinion count beside the experts of SG2, where they
are there (chosen among 0 to 0.5 and 0 to 0.4 by the AUC over five folds, which is nearly the
same from 0.3 and 0.15 to 0.5 and 0.25, 2026-11-23)."""
OPINIONS = {
    "Entirely factual": 0.0,
    "Somewhat factual but also opinionated": 0.5,
    "Expresses writer’s opinion": 1.0,
}


@dataclass(frozen=True)
class Labelled:
    """Sentences with their labels."""

    texts: tuple[str, ...]
    rows: tuple[list[str], ...]
    """Masked keys."""
    biased: Bools
    """The joint label of SG2."""
    share: Floats
    """How biased all annotators together found it, 0 to 1: what is learnt."""
    outlet_type: tuple[str, ...]
    outlets: tuple[str, ...]
    documents: tuple[Document, ...]
    marks: tuple[tuple[Mark, ...], ...]
    """The words of each sentence."""


def shipped_masker() -> Masker:
    """Return what hides names before a model of sentences is trained."""
    return Masker.knowing(shipped_wording().partisan.words)


def mask_text(text: str, masker: Masker) -> list[str]:
    """Return the masked keys of a text taken as one sentence."""
    document = segment(Article(headline=" ".join(text.splitlines())))
    return next(iter(masker.mask_passage(document.passage).keys()), [])


def read_babe(data: Path) -> Labelled:
    """Return the SG2 sentences on which the experts agreed, each once."""
    table = marked_sentences(data).drop_duplicates("text")
    biased, votes = (table["label_bias"] == "Biased").to_numpy(), read_votes(data)
    documents = tuple(segment(Article(body=text)) for text in table["text"])
    cells = zip(table["text"], documents, table["biased_words"], strict=True)
    masker = shipped_masker()
    return Labelled(
        tuple(table["text"]),
        tuple(mask_text(text, masker) for text in table["text"]),
        biased,
        _shares(data, table["text"], biased),
        tuple(table["type"].fillna("unknown")),
        tuple(table["outlet"].astype(str)),
        documents,
        tuple(
            marks_of(document, literal, votes.get(text, [])) for text, document, literal in cells
        ),
    )


def _shares(data: Path, texts: "pd.Series[str]", biased: Bools) -> Floats:
    """Return how biased SG2's experts, SG1's experts and the label of opinion say each text is."""
    import pandas as pd

    second, first = (
        pd.read_csv(data / "babe" / f"{name}_annotators.csv.gz") for name in ("sg2", "sg1")
    )
    opinion = second["label_opinion"].map(OPINIONS).groupby(second["text"]).mean()
    own = _by_text(texts, second.groupby("text")["Label_bias_0-1"].mean(), biased)
    others = _by_text(texts, first.groupby("text")["Label_bias_0-1"].mean(), own)
    opinions = _by_text(texts, opinion, own)
    kept = 1 - FIRST_SHARE - OPINION_SHARE
    return kept * own + FIRST_SHARE * others + OPINION_SHARE * opinions


def _by_text(
    texts: "pd.Series[str]", found: "pd.Series[float]", default: NDArray[np.generic]
) -> Floats:
    """Return what was found of each text; the default where nothing was."""
    values = texts.map(found).to_numpy(float)
    return np.where(np.isnan(values), default, values)
