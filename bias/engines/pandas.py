"""Articles in pandas frames: for notebooks, and for engines that hand such frames to workers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from bias.analysis import Analysis, analyze
from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.record import Origin, article_of
from bias.inputs.rows import NAME, rows_of
from bias.lists.user import UserLexicon
from bias.outputs import flat_row
from bias.outputs.rows import EXTRA, TEXT_COLUMNS
from bias.rating.own import Models
from bias.roles import Repeats

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]

_SHORT = Article(headline="", body="It is open.")
"""Any article has all columns."""


def to_frame(analyses: Iterable[Analysis] | Analysis, keep_columns: bool = False) -> "pd.DataFrame":
    """Return one row per article, in order, with the codebook's columns.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`, or any list of analyses; a single one gives one row.
    keep_columns
        With the input's own columns, called `extra_NAME`.

    Returns
    -------
    pandas.DataFrame
        Undefined numbers are NaN.
    """
    import pandas as pd

    several = [analyses] if isinstance(analyses, Analysis) else analyses
    rows = [flat_row(analysis.to_dict(keep_columns)) for analysis in several]
    own = [{f"{EXTRA}_{k}": v for k, v in row.pop(EXTRA, {}).items()} for row in rows]
    frame = pd.DataFrame(rows)
    numbers = [column for column in frame.columns if column not in TEXT_COLUMNS]
    frame = frame.astype(dict.fromkeys(numbers, float))
    return frame.join(pd.DataFrame(own)) if keep_columns else frame


def analyze_pandas(
    frame: "pd.DataFrame",
    columns: Mapping[str, str] | None = None,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> "pd.DataFrame":
    """Analyze one article a row.

    Parameters
    ----------
    frame
        With the columns of a table: `id`, `headline` or `title`, `body` or `text`, and so on. A
        row without `id` is called `table:` and its label in the index.
    columns
        Our names to the frame's, such as `{"headline": "Title"}`.
    lexicons, repeats, model
        As for `bias.analyze`.

    Returns
    -------
    pandas.DataFrame
        The columns of `bias.to_frame`, in one row for each of the frame's, with its index. Text
        columns are `string`, all others float, whatever the articles are. A row that cannot be
        read has no numbers, and `rating_reason` says why.

    Raises
    ------
    ReadError
        The frame has no column for the body, or lacks a mapped one.
    UsageError
        `columns` maps a name that does not exist.
    """
    known = Columns.of(columns)
    known.check(frame.columns)
    function = partial(analyze, lexicons=tuple(lexicons), repeats=repeats, model=model)
    origin = Origin(NAME, NAME)
    rows = [_row(function, cells, origin.at(n), known) for n, cells in rows_of(frame)]
    return _typed(rows, _row_of(function, _SHORT), frame.index)


def map_in_pandas(
    frames: "Iterable[pd.DataFrame]",
    columns: Mapping[str, str] | None = None,
    lexicons: Sequence[UserLexicon] = (),
    model: Models = (),
) -> "Iterator[pd.DataFrame]":
    """Yield `analyze_pandas` of each frame: the function that Spark's `mapInPandas` takes.

    Spark numbers the rows of each frame from 0, so give the articles an `id`. Parameters as
    for `analyze_pandas`.
    """
    for frame in frames:
        yield analyze_pandas(frame, columns, lexicons, model=model)


def empty_frame(lexicons: Sequence[UserLexicon] = ()) -> "pd.DataFrame":
    """Return what `analyze_pandas` gives for no articles: its columns and their types."""
    import pandas as pd

    return analyze_pandas(pd.DataFrame({"headline": [], "body": []}), lexicons=lexicons)


def spark_schema(lexicons: Sequence[UserLexicon] = ()) -> str:
    """Return the schema that Spark's `mapInPandas` takes."""
    kinds = (
        (name, "string" if name in TEXT_COLUMNS else "double") for name in empty_frame(lexicons)
    )
    return ", ".join(f"`{name}` {kind}" for name, kind in kinds)


def _row(
    function: Callable[[Article], Analysis],
    record: Mapping[Any, Any],
    origin: Origin,
    columns: Columns,
) -> Row:
    """Analyze one row; what fails is a row, too, so that none is lost."""
    try:
        plain = {name: _plain(value) for name, value in record.items()}
        return _row_of(function, article_of(plain, origin, columns))
    except ReadError as error:
        reason = str(error)
    except Exception as error:
        reason = f"analysis failed ({type(error).__name__}: {error}). Please report this article."
    return {"id": origin.stem, "source": origin.name, "rating_reason": reason}


def _plain(value: Any) -> Any:
    """Return an array, which some engines make of a list, as the list."""
    return value.tolist() if hasattr(value, "tolist") else value


def _row_of(function: Callable[[Article], Analysis], article: Article) -> Row:
    return flat_row(function(article).to_dict())


def _typed(rows: Sequence[Row], like: Row, index: "pd.Index[Any]") -> "pd.DataFrame":
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(like), index=index)
    return frame.astype({name: "string" if name in TEXT_COLUMNS else float for name in like})
