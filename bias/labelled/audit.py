"""Articles of left, centre and right outlets, for the audit of term lists.

From Article-Bias-Prediction (Baly et al. 2020): as many of each side, few of each
outlet, so that no outlet's house style speaks for its side.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.files import FOLDER, read_news

PER_SIDE = 1000
"""Articles of each side: together about three million words."""
PER_OUTLET = 60
"""Of one outlet at most."""


@dataclass(frozen=True, slots=True)
class SidedArticle:
    """One article and what the corpus says about it."""

    side: str
    """`left`, `center` or `right`: the article's label."""
    topic: str
    document: Document


def sided_articles(data: Path, per_side: int = PER_SIDE) -> Iterator[SidedArticle]:
    """Return the sample, cut into tokens, in the order of the files.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction`.
    per_side
        Articles of each side.
    """
    rows = read_news(data)
    chosen = _choose(data / FOLDER, per_side)
    return (_sided(row) for row in rows if row["ID"] in chosen)


def _sided(row: dict[str, str]) -> SidedArticle:
    article = Article(headline=row["title"] or "", body=row["content"] or "")
    return SidedArticle(row["bias_text"], row["topic"], segment(article))


def _choose(folder: Path, per_side: int) -> set[str]:
    """Return the identifiers of the sample: outlets take turns, articles by identifier."""
    import pandas as pd

    index = pd.read_csv(folder / "index.csv.gz", usecols=["ID", "bias_text", "source"])
    aliases = pd.read_csv(folder / "outlets.csv").set_index("source")["outlet"]
    index["outlet"] = index["source"].map(aliases).fillna(index["source"])
    index = index.sort_values("ID")
    index["turn"] = index.groupby(["bias_text", "outlet"]).cumcount()
    index = index[index["turn"] < PER_OUTLET].sort_values(["turn", "ID"])
    return set(index.groupby("bias_text").head(per_side)["ID"])
