"""A stream of articles, analysed one after another or by several processes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bias.analysis import Analysis, analyze_together
from bias.document.article import Article
from bias.engines.local import map_chunks
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
