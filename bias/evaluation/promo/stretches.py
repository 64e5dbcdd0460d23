"""Inserts inside paragraphs of the story, on the `promo_inserts` sets.

`mixed` paragraphs hold one; paragraphs of the story should hardly ever lose a
word. Annotators labelled whole paragraphs, so that a paragraph labelled `body`
may end in a real insert: those count against the precision given here.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bias.labelled.inserts import Labelled, read_bare, read_real
from bias.reading import tokens_within
from bias.roles.context import look_around
from bias.roles.stretches import find_stretches

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class _Seen:
    """One paragraph: its gold label, its tokens, and how many the inserts in it take."""

    role: str
    tokens: int
    taken: int


def evaluate_stretches(path: Path) -> "pd.DataFrame":
    """Return how often inserts inside paragraphs are found, and where none should be.

    `path` is the folder that holds `promo_inserts` and `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns measure, precision, recall, f1, n. Shares stand under f1: those of
        `body` paragraphs with an insert found inside, and of their tokens left out.
    """
    import pandas as pd

    seen = [
        paragraph for article in (*read_real(path), *read_bare(path)) for paragraph in _see(article)
    ]
    mixed = [s for s in seen if s.role == "mixed"]
    body = [s for s in seen if s.role == "body"]
    touched, taken = sum(s.taken > 0 for s in body), sum(s.taken for s in body)
    rows = [
        _found(mixed, touched),
        _share("body paragraphs with an insert found inside", touched, len(body)),
        _share("tokens of body paragraphs left out", taken, sum(s.tokens for s in body)),
    ]
    return pd.DataFrame(rows, columns=["measure", "precision", "recall", "f1", "n"])


def _see(article: Labelled) -> list[_Seen]:
    scene, document, seen = look_around(article.document), article.document, list[_Seen]()
    for index, paragraph in enumerate(document.paragraphs):
        spans = [tokens_within(document, stretch) for stretch in find_stretches(scene, index)]
        taken = sum(last - first for first, last in spans)
        seen.append(_Seen(article.roles[index], paragraph.last - paragraph.first, taken))
    return seen


def _found(mixed: Sequence[_Seen], wrong: int) -> tuple[str, float, float, float, int]:
    hits = sum(s.taken > 0 for s in mixed)
    precision = hits / (hits + wrong) if hits + wrong else math.nan
    recall = hits / len(mixed) if mixed else math.nan
    f1 = 2 * hits / (hits + wrong + len(mixed)) if mixed else math.nan
    return "mixed paragraphs, insert found inside", precision, recall, f1, len(mixed)


def _share(measure: str, part: int, whole: int) -> tuple[str, float, float, float, int]:
    return measure, math.nan, math.nan, part / whole if whole else math.nan, whole
