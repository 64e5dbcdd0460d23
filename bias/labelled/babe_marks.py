"""The words that experts marked in BABE's sentences, and the halves of its outlets.

A marked string is cut as the text is; every place where its tokens stand in the
sentence counts as marked, all its words. Outlets are ordered by their number of
sentences; places 1, 4, 5, 8, 9 … served to weigh the lists, the others are held out.
"""

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from bias.document.document import Document
from bias.words.cut import keys_of

if TYPE_CHECKING:
    import pandas as pd

WEIGHED_ON, HELD_OUT = "weighed on", "held out"


def marked_sentences(path: Path) -> "pd.DataFrame":
    """Return BABE's sentences on whose bias the experts agreed; `path` holds `babe`."""
    import pandas as pd

    frame = pd.read_csv(path / "babe" / "sg2_sentences.csv.gz")
    return frame[frame["label_bias"] != "No agreement"]


def outlet_halves(frame: "pd.DataFrame") -> dict[str, "pd.DataFrame"]:
    """Part sentences by outlet: `weighed on` and `held out`."""
    sizes = frame.groupby("outlet", dropna=False).size().sort_values(ascending=False)
    weighed = {outlet for place, outlet in enumerate(sizes.index) if place % 4 in (0, 3)}
    inside = frame["outlet"].isin(weighed)
    return {WEIGHED_ON: frame[inside], HELD_OUT: frame[~inside]}


def marked_tokens(document: Document, literal: str) -> set[int]:
    """Return the tokens of one sentence that experts marked.

    Parameters
    ----------
    document
        The sentence.
    literal
        Its cell of the column `biased_words`: a list of strings, as Python writes it.
    """
    keys = tuple(token.key for token in document.tokens)
    found: set[int] = set()
    for string in ast.literal_eval(literal):
        wanted = keys_of(string)
        for i in range(len(keys) - len(wanted) + 1) if wanted else ():
            if keys[i : i + len(wanted)] == wanted:
                found |= set(range(i, i + len(wanted)))
    return found
