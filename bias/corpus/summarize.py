"""From analyses to the tables of a corpus: what `bias.charts` draws."""

from collections import Counter
from collections.abc import Iterable

from bias.analysis import Analysis
from bias.corpus.corpus import Corpus
from bias.corpus.distinctive import TermCounts
from bias.corpus.grouping import check_grouping
from bias.corpus.tables import article_row, frame_of
from bias.errors import UsageError


def summarize(
    analyses: Iterable[Analysis] | Analysis, by: str = "outlet", title: str | None = None
) -> Corpus:
    """Compare articles by outlet, date or a column of their own.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`; may be a stream, of which only the numbers are kept.
    by
        `outlet`, `date` (joined to days, weeks, months or years, as the span demands), `source`,
        or a column of the first article's `extra`.
    title
        Heads what a notebook shows.

    Returns
    -------
    Corpus
        With the tables `articles`, `groups`, `ratings`, `deviations`, `periods` and `distinctive`;
        each chart of `bias.charts` that compares articles draws it.

    Raises
    ------
    UsageError
        There is no article, or no such column.

    Examples
    --------
    >>> from bias.analysis import analyze
    >>> from bias.document.article import Article
    >>> opened = analyze(Article("Bridge Opens", "It is open.", outlet="The Echo"))
    >>> summarize([opened]).groups[["group", "articles", "rated"]].values.tolist()
    [['The Echo', 1, 0]]
    """
    several = [analyses] if isinstance(analyses, Analysis) else analyses
    rows, terms, seen = [], TermCounts(), Counter[str]()
    for number, analysis in enumerate(several, start=1):
        if number == 1:
            check_grouping(by, analysis.article)
        name = analysis.article.id or str(number)
        seen[name] += 1
        row = article_row(name if seen[name] == 1 else f"{name}-{seen[name]}", analysis)
        terms.add(str(row.get(by) or ""), analysis)
        rows.append(row)
    if not rows:
        raise UsageError("summarize got no analysis. Give those of bias.analyze_many, or a list.")
    return Corpus(frame_of(rows), by, title, terms=terms)
