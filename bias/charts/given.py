"""What a chart may be given: a table, or what such tables come from."""

from typing import TYPE_CHECKING, Union

from bias.corpus.corpus import Corpus
from bias.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

Table = Union["pd.DataFrame", Corpus]
"""A table with the columns that a chart names, or a corpus that has it."""
_CORPUS = "Give bias.summarize(analyses), or a table of it"


def table_of(given: Table, name: str, *columns: str) -> "pd.DataFrame":
    """Return a table of a corpus by name, or the table given.

    Raises `UsageError` where a column is lacking.
    """
    if isinstance(given, Corpus):
        found: pd.DataFrame = getattr(given, name)
        return found
    known = getattr(given, "columns", None)
    if known is None:
        raise UsageError(f"A chart got {type(given).__name__}. {_CORPUS}, such as .{name}.")
    if lacking := [column for column in columns if column not in known]:
        raise UsageError(f"The table has no {', '.join(lacking)}. {_CORPUS}, such as .{name}.")
    return given


def ratings_of(given: Table, ratings: "pd.DataFrame | None") -> "pd.DataFrame | None":
    """Return group and rating of every article: those given, else the corpus's, if it is one."""
    if ratings is None:
        return given.ratings if isinstance(given, Corpus) else None
    return table_of(ratings, "ratings", "group", "bias")
