"""A stream of articles, analysed one after another or by several processes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from bias.analysis import Analysis, analyze_together
from bias.document.article import Article
from bias.engines.local import map_chunks
from bias.lists.user import UserLexicon
from bias.rating.own import Models, own_models
from bias.roles import Repeats


def analyze_many(
    articles: Iterable[Article],
    jobs: int = 1,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> Iterator[Analysis]:
    """Analyze a stream of articles; memory stays bounded and order is kept.

    Parameters
    ----------
    articles
        Any iterable, such as `bias.read_articles("news/")`.
    jobs
        Worker processes; 1 works in this process.
    lexicons, repeats, model
        As for `analyze`.
    """
    function = partial(
        analyze_together, lexicons=tuple(lexicons), repeats=repeats, model=own_models(model)
    )
    return map_chunks(function, articles, jobs)
