"""A stream of articles, analysed one after another or by several processes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bias.analysis import Analysis, analyze_together
from bias.document.article import Article
from bias.engines.local import map_chunks
from bias.errors import UsageError
from bias.inputs.rows import articles_in
from bias.lists.user import UserLexicon
from bias.rating.own import Models, own_models
from bias.roles import Repeats

if TYPE_CHECKING:
    import pandas as pd


def analyze_many(
    articles: "Iterable[Article] | pd.DataFrame",
    jobs: int = 1,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> Iterator[Analysis]:
    """Analyze a stream of articles; memory stays bounded and order is kept.

    Parameters
    ----------
    articles
        Any iterable, such as `bias.read_articles("news/")`; also a DataFrame or dictionaries, whose
        columns are read as those of a CSV file.
    jobs
        Worker processes; 1 works in this process.
    lexicons, repeats, model
        As for `analyze`.
    """
    function = partial(
        analyze_together, lexicons=tuple(lexicons), repeats=repeats, model=own_models(model)
    )
    return map_chunks(function, articles_in(articles, "analyze_many"), jobs)


def analyses_in(given: Iterable[Analysis] | Analysis, caller: str) -> Iterator[Analysis]:
    """Yield analyses, of which there may be one alone; `caller` is named in errors.

    Raises `UsageError`, before anything is done or at what is no analysis.
    """
    if isinstance(given, Analysis):
        return iter((given,))
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise _no_analysis(given, caller)
    return _checked(given, caller)


def _checked(given: Iterable[Analysis], caller: str) -> Iterator[Analysis]:
    for item in given:
        if not isinstance(item, Analysis):
            raise _no_analysis(item, caller)
        yield item


def _no_analysis(item: object, caller: str) -> UsageError:
    return UsageError(
        f"{caller} got {type(item).__name__} {item!r:.40} where an analysis is meant. Give what "
        "bias.analyze(article) returns, or several: bias.analyze_many(bias.read_articles(path))."
    )
