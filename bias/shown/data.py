"""Ratings, corpora and comparisons as plain data; a record is `Analysis.to_dict`."""

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from bias.corpus.corpus import Corpus
from bias.events.tables import COLUMNS
from bias.outputs.record import Record, number, rating_of
from bias.rating.rate import Rating
from bias.report.compare import Comparison

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("groups", "deviations", "periods", "distinctive")
"""Of a corpus; its articles are records of their own."""


@singledispatch
def data(thing: object) -> Record:
    """Return a thing as plain data; what is undefined is None."""
    raise TypeError(f"{type(thing).__name__} is no plain data.")


@data.register
def _(rating: Rating) -> Record:
    return rating_of(rating)


@data.register
def _(corpus: Corpus) -> Record:
    counts = {"articles": len(corpus.articles), "by": corpus.by}
    return counts | {name: _rows(getattr(corpus, name)) for name in TABLES}


@data.register
def _(comparison: Comparison) -> Record:
    return {name: _rows(getattr(comparison, name)) for name in COLUMNS}


def _rows(table: "pd.DataFrame") -> list[Record]:
    return [
        {name: _plain(value) for name, value in row.items()} for row in table.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: numbers rounded, what is undefined as None.

    >>> _plain(float("nan")), _plain(0.123456), _plain(3), _plain("a"), _plain(True)
    (None, 0.1235, 3, 'a', True)
    """
    if isinstance(value, float):
        return number(value)
    return value if value is None or isinstance(value, str | int) else str(value)
