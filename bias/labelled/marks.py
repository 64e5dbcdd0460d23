"""How far BABE's experts marked each word of a sentence as loaded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.babe_marks import marked_tokens
from bias.words.cut import keys_of

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Mark:
    """One word of a sentence, and how far experts marked it as loaded."""

    key: str
    share: float
    """Mean of the joint list's yes or no and the annotators' share, 0 to 1."""
    lower: bool
    """It is written in lower case."""


def read_votes(data: Path) -> dict[str, list[str]]:
    """Return what each annotator marked in a sentence, by its text."""
    import pandas as pd

    table = pd.read_csv(data / "babe" / "sg2_annotators.csv.gz")
    marks = table["biased_words"].fillna("").astype(str)
    return {str(text): list(group) for text, group in marks.groupby(table["text"])}


def mark_shares(document: Document, votes: Sequence[str]) -> Floats:
    """Return which share of the annotators marked each token."""
    counts = np.zeros(len(document.tokens))
    keys = tuple(token.key for token in document.tokens)
    for vote in votes:
        marked: set[int] = set()
        for string in vote.replace(";", ",").split(","):
            wanted = keys_of(string)
            for i in range(len(keys) - len(wanted) + 1) if wanted else ():
                if keys[i : i + len(wanted)] == wanted:
                    marked |= set(range(i, i + len(wanted)))
        counts[list(marked)] += 1
    return counts / max(len(votes), 1)


def marks_of(text: str, literal: str, votes: Sequence[str]) -> tuple[Mark, ...]:
    """Return the words of a sentence; `literal` is its cell of `biased_words`."""
    document = segment(Article(body=text))
    joint, shares = marked_tokens(document, literal), mark_shares(document, votes)
    return tuple(
        Mark(t.key, ((i in joint) + float(shares[i])) / 2, t.of(document.text).islower())
        for i, t in enumerate(document.tokens)
        if t.kind == "word"
    )
