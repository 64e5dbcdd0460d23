"""Articles of left, centre and right outlets, few of each (Baly et al. 2020)."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from bias.document.article import Article
from bias.document.segment import segment
from bias.labelled.files import read_news
from bias.reading import Reading
from bias.roles import label_paragraphs


@dataclass(frozen=True, slots=True)
class RealArticle:
    """One article and where it stands."""

    article: Article
    source: str
    side: str
    """`left`, `center` or `right`: the label of its outlet."""
    url: str


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
    return RealArticle(article, row["source"], row["bias_text"], row["url"] or "")
