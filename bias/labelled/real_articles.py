"""Articles of left, centre and right outlets, few of each (Baly et al. 2020)."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from bias.document.article import Article
from bias.document.segment import segment
from bias.labelled.files import FOLDER, read_news
from bias.reading import Reading
from bias.roles import label_paragraphs

PER_SIDE = 1000
"""Articles of each side: together about three million words."""
PER_OUTLET = 60
"""Of one outlet at most, where sides are compared."""


@dataclass(frozen=True, slots=True)
class RealArticle:
    """One article and where it stands."""

    article: Article
    source: str
    side: str
    """`left`, `center` or `right`: the label of its outlet."""
    url: str
    topic: str = ""


def sided_articles(data: Path, per_side: int = PER_SIDE) -> Iterator[RealArticle]:
    """Return as many articles of each side, few of each outlet, in the order of the files.

    So no outlet's house style speaks for its side.
    """
    rows = read_news(data)
    chosen = _choose(data / FOLDER, per_side)
    return (_article(row) for row in rows if row["ID"] in chosen)


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


def read_articles(
    data: Path, per_source: int, sources: Container[str] | None = None
) -> Iterator[RealArticle]:
    """Yield articles in the order of the files, which is by a hash.

    Parameters
    ----------
    data
        The folder that holds `article-bias-prediction`.
    per_source
        Articles of one source at most.
    sources
        Only these; all unless given.
    """
    taken: Counter[str] = Counter()
    for row in read_news(data):
        source = row["source"]
        if taken[source] < per_source and (sources is None or source in sources):
            taken[source] += 1
            yield _article(row)


def reading_of(article: Article) -> Reading:
    """Return an article as the extractors read it: cut, and each paragraph with its role."""
    document = segment(article)
    return Reading(document, label_paragraphs(document))


def _article(row: dict[str, str]) -> RealArticle:
    article = Article(row["title"] or "", row["content"] or "")
    return RealArticle(article, row["source"], row["bias_text"], row["url"] or "", row["topic"])
