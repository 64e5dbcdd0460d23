"""Tables in memory: frames of pandas and Polars, tables of Arrow, dictionaries."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.inputs.columns import Columns, named, plain_name
from bias.inputs.items import Records
from bias.inputs.record import Origin
from bias.inputs.refusal import Refusal
from bias.inputs.tables import article_or_refusal, with_body

AT_ONCE = 1_000
"""Rows of a frame that are taken out of it together."""
NAME = "table"
"""What a table in memory is called in ids and messages."""

_FRAMES = ("iterrows", "iter_rows", "to_pylist")
"""Methods by which pandas, Polars and Arrow give rows."""
_ELSEWHERE = ("compute", "collect")
"""Methods by which Dask, Polars' lazy frames and Spark bring rows into memory."""

Row = tuple[Any, Mapping[Any, Any]]
"""A row's label or place, and its cells by column."""


def is_table(given: object) -> bool:
    """Tell a table in memory from what names files or holds articles.

    >>> is_table([{"title": "A"}]), is_table({"title": ["A", "B"]}), is_table(["a.txt"])
    (True, True, False)
    """
    if isinstance(given, list | tuple):
        return bool(given) and isinstance(given[0], Mapping)
    return isinstance(given, Mapping) or _is_frame(given)


def _is_frame(given: object) -> bool:
    has_columns = _has(given, "columns") or _has(given, "column_names")
    return has_columns and any(_has(given, name) for name in (*_FRAMES, *_ELSEWHERE))


def _has(given: object, name: str) -> bool:
    """Tell what a kind of object can do, without asking this one, which may cost or warn."""
    return hasattr(type(given), name)


def read_rows(given: Any, columns: Mapping[str, str] | None = None) -> Records:
    """Yield an article or a refusal for each row of a table in memory.

    Raises `ReadError` when it has no column for the body, `UsageError` when its rows are elsewhere.
    """
    known = Columns.of(columns)
    header = columns_of(given)
    if header is not None:
        known.check(header)
        known.tell(header, NAME)
    rows = with_body(rows_of(given), header, known) if header is not None else rows_of(given)
    return (article_or_refusal(row, Origin(NAME, NAME), number, known) for number, row in rows)


def columns_of(given: Any) -> list[Any] | None:
    """Return the columns of a table; None where each row has its own."""
    if isinstance(given, Mapping):
        return list(given)
    if not _is_frame(given):
        return None
    return list(given.columns if not _has(given, "column_names") else given.column_names)


def rows_of(given: Any) -> Iterator[Row]:
    """Yield the rows of a table; what is missing is None."""
    if isinstance(given, Mapping):
        return enumerate(_of_columns(given))
    if not _is_frame(given):
        return enumerate(given)
    if any(_has(given, name) for name in _ELSEWHERE):
        raise UsageError(
            f"the rows of this {type(given).__name__} are not in memory. Bring them there with "
            ".compute(), .collect() or .toPandas(); for Dask see bias.engines.dask."
        )
    if _has(given, "iter_rows"):
        return enumerate(given.iter_rows(named=True))
    if _has(given, "to_pylist"):
        batches = given.to_batches(max_chunksize=AT_ONCE)
        return enumerate(row for batch in batches for row in batch.to_pylist())
    return _of_pandas(given)


def _of_columns(given: Mapping[Any, Any]) -> Iterator[Mapping[Any, Any]]:
    """Yield the rows of a dictionary of columns; any other is one row."""
    lengths = {
        len(cells) if hasattr(cells, "__len__") and not isinstance(cells, str | Mapping) else -1
        for cells in given.values()
    }
    if len(lengths) != 1 or lengths == {-1}:
        yield given
        return
    for cells in zip(*given.values(), strict=True):
        yield dict(zip(given, cells, strict=True))


def _of_pandas(frame: Any) -> Iterator[Row]:
    for start in range(0, len(frame), AT_ONCE):
        part = frame.iloc[start : start + AT_ONCE]
        cells = part.astype(object).where(part.notna(), None).to_dict("records")
        yield from zip(part.index, cells, strict=True)


def articles_in(given: Iterable[Any], caller: str) -> Iterator[Article]:
    """Yield the articles that a caller was given: articles, dictionaries, or a table's rows.

    Raises `UsageError` for anything else, `ReadError` for a row that is no article.
    """
    if isinstance(given, str | Article) or _has(given, "joinpath"):
        raise UsageError(
            f"{caller} got {type(given).__name__} {given!s:.40}. Give a list of articles, or "
            "what bias.read_articles(path) returns."
        )
    if is_table(given):
        yield from map(_accepted, read_rows(given))
        return
    known = Columns.of(None)
    for number, item in enumerate(given):
        if isinstance(item, Mapping):
            yield _accepted(article_or_refusal(item, Origin(NAME, NAME), number, known))
        elif isinstance(item, Article):
            yield item
        else:
            raise UsageError(
                f"{caller} got {type(item).__name__} {item!r:.40} for an article. Give bias.Article"
                "(headline=…, body=…), a table, or what bias.read_articles(path) returns."
            )


def _accepted(item: Any) -> Article:
    if isinstance(item, Refusal):
        raise ReadError(str(item))
    article: Article = item
    return article


def texts_in(given: Any, caller: str, names: tuple[str, ...]) -> list[Any]:
    """Return the texts of a list; of a table those of the first column by one of these names.

    Raises `UsageError`: a table has none, or it is a single text.
    """
    if isinstance(given, str):
        raise UsageError(f"{caller} got a single text. Give a list of them.")
    if not is_table(given):
        return list(given)
    rows = [row for _, row in rows_of(given)]
    header = columns_of(given) or list(rows[0])
    written = {plain_name(column): column for column in reversed(header)}
    found = next((written[name] for name in map(plain_name, names) if name in written), None)
    if found is None and len(header) == 1:
        found = header[0]
    if found is None:
        raise UsageError(
            f"{caller} got a table with the columns {named(header)}. Give one column of texts, "
            f"such as frame[{str(header[0])!r}], or name it {' or '.join(names)}."
        )
    return [row.get(found) for row in rows]
