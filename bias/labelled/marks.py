"""The words that BABE's experts marked as loaded, and the halves of its outlets.

A marked string is cut as the text is; every place where its tokens stand in the
sentence counts as marked, all its words. Outlets are ordered by their number of
sentences; places 1, 4, 5, 8, 9 … served to weigh the lists, the others are held out.
"""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bias.document.document import Document
from bias.models.by_word import Floats
from bias.words.cut import keys_of

if TYPE_CHECKING:
    import pandas as pd

WEIGHED_ON, HELD_OUT = "weighed on", "held out"


@dataclass(frozen=True)
class Mark:
    """One word of a sentence, and how far experts marked it as loaded."""

    index: int
    """Of its token."""
    key: str
    gold: bool
    """The experts' joint list holds it."""
    votes: float
    """Share of the annotators who marked it."""
    lower: bool
    """It is written in lower case."""

    @property
    def share(self) -> float:
        """Mean of the joint list's yes or no and the annotators' share, 0 to 1."""
        return (self.gold + self.votes) / 2


def marked_sentences(data: Path) -> "pd.DataFrame":
    """Return BABE's sentences on whose bias the experts agreed; `data` holds `babe`."""
    import pandas as pd

    frame = pd.read_csv(data / "babe" / "sg2_sentences.csv.gz")
    return frame[frame["label_bias"] != "No agreement"]


def outlet_halves(frame: "pd.DataFrame") -> dict[str, "pd.DataFrame"]:
    """Part sentences by outlet: `weighed on` and `held out`."""
    sizes = frame.groupby("outlet", dropna=False).size().sort_values(ascending=False)
    weighed = {outlet for place, outlet in enumerate(sizes.index) if place % 4 in (0, 3)}
    inside = frame["outlet"].isin(weighed)
    return {WEIGHED_ON: frame[inside], HELD_OUT: frame[~inside]}


def read_votes(data: Path) -> dict[str, list[str]]:
    """Return what each annotator marked in a sentence, by its text."""
    import pandas as pd

    table = pd.read_csv(data / "babe" / "sg2_annotators.csv.gz")
    marks = table["biased_words"].fillna("").astype(str)
    return {str(text): list(group) for text, group in marks.groupby(table["text"])}


def marked_tokens(document: Document, literal: str) -> set[int]:
    """Return the tokens of one sentence that experts marked.

    Parameters
    ----------
    document
        The sentence.
    literal
        Its cell of the column `biased_words`: a list of strings, as Python writes it.
    """
    return _places(document, ast.literal_eval(literal))


def mark_shares(document: Document, votes: Sequence[str]) -> Floats:
    """Return which share of the annotators marked each token."""
    counts = np.zeros(len(document.keys))
    for vote in votes:
        counts[list(_places(document, vote.replace(";", ",").split(",")))] += 1
    return counts / max(len(votes), 1)


def _places(document: Document, strings: Iterable[str]) -> set[int]:
    """Return every token at which one of some strings stands."""
    keys, found = tuple(document.keys), set[int]()
    for wanted in filter(None, map(keys_of, strings)):
        for i in range(len(keys) - len(wanted) + 1):
            if keys[i : i + len(wanted)] == wanted:
                found |= set(range(i, i + len(wanted)))
    return found


def marks_of(document: Document, literal: str, votes: Sequence[str]) -> tuple[Mark, ...]:
    """Return the words of a sentence; `literal` is its cell of `biased_words`."""
    joint, shares = marked_tokens(document, literal), mark_shares(document, votes).tolist()
    return tuple(
        Mark(i, t.key, i in joint, shares[i], t.of(document.text).islower())
        for i, t in enumerate(document.tokens)
        if t.kind == "word"
    )
