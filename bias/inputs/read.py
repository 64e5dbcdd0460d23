"""Read articles from whatever the caller names."""

import io
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.archive import read_warc
from bias.inputs.beside import Beside
from bias.inputs.columns import Columns
from bias.inputs.feeds import read_feed
from bias.inputs.fetch import fetch, is_address
from bias.inputs.gdelt import read_table
from bias.inputs.inputs import (
    STANDARD_INPUT,
    File,
    buffered,
    find_files,
    left_out,
    open_standard_input,
    printable,
)
from bias.inputs.items import Records, settle
from bias.inputs.mail import read_saved
from bias.inputs.office import read_docx, read_rtf, read_xlsx
from bias.inputs.page import Page, read_html
from bias.inputs.parquet import read_parquet
from bias.inputs.plain import read_markdown, read_text
from bias.inputs.record import Origin
from bias.inputs.refusal import FAILURES, Refusal, explain
from bias.inputs.rows import is_table, read_rows
from bias.inputs.sniff import sniff
from bias.inputs.tables import read_json, read_jsonl

if TYPE_CHECKING:
    import pandas as pd

FORMATS: dict[str, Callable[[io.BufferedReader, Origin, Columns], Records]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_saved,
    ".mht": read_saved,
    ".eml": read_saved,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".jl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_table,
    ".tsv": read_table,
    ".tab": read_table,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".docx": read_docx,
    ".rtf": read_rtf,
    ".xlsx": read_xlsx,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}
"""The reader of each suffix; every one also reads its `.gz`."""

MOST_SUFFIXES = 6
"""Suffixes that are named where files are left out."""

_LOG = logging.getLogger(__name__)


def read_article(path: str | Path, columns: Mapping[str, str] | None = None) -> Article:
    """Return the article of a file.

    Parameters
    ----------
    path
        A file, a folder, a glob, or `-` for standard input, with one article in it; or the address
        of a page (`https://…`), which is then fetched.
    columns
        Our names to the file's, such as `{"headline": "Title"}`.

    Raises
    ------
    ReadError
        It cannot be read, or holds no article or several.
    """
    found = list(islice(read_articles(path, columns, fetching=True), 2))
    if not found:
        raise ReadError(f"{path}: there is no article in it.")
    if len(found) > 1:
        raise ReadError(
            f"{path}: there are several articles in it. Read them with bias.read_articles; "
            "next(bias.read_articles(path)) is the first."
        )
    return found[0]


def read_articles(
    inputs: "str | Path | Iterable[str | Path] | pd.DataFrame",
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[Refusal], None] | None = None,
    metadata: str | Path | None = None,
    fetching: bool = False,
) -> Iterator[Article]:
    """Yield the articles of one or several inputs, in order, one at a time.

    Parameters
    ----------
    inputs
        Files, folders (read whole, sorted), globs, or `-` for standard input; or a DataFrame or
        a list of dictionaries, whose columns are read as those of a CSV file.
    columns
        Our names to the files', such as `{"headline": "Title"}`.
    on_error
        Called with each refused record or file, and reading goes on.
    metadata
        A table that says more of the files: `file`, and any of `outlet`, `date`, `url`, `authors`,
        `id`, `headline`; its other columns become the articles' `extra`.
    fetching
        Addresses (`https://…`) are inputs, too: their pages are fetched, and nothing else.

    Raises
    ------
    ReadError
        At the first refusal, when `on_error` is None.
    UsageError
        `columns` maps a name that does not exist; raised at once.
    """
    if is_table(inputs):
        return _accept(read_rows(inputs, columns), on_error or _raise)
    given: Any = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    _tell_left_out(given)
    items = read_items(given, columns, "others", metadata, fetching)
    return _accept(items, on_error or _raise)


def read_items(
    inputs: Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    others: str = "ignored",
    metadata: str | Path | None = None,
    fetching: bool = False,
) -> Records:
    """Return articles, pages still to be read and refusals, in order, one at a time.

    Parameters as for `read_articles`; `others` says in a word what becomes of columns that are
    no field of an article.
    """
    beside = None if metadata is None else Beside(metadata)
    return _read_all(inputs, Columns.of(columns, others), beside, fetching)


def files_left_out(inputs: Iterable[str | Path]) -> Counter[str]:
    """Return how many files of folders and globs are of no supported format, by suffix."""
    found = Counter[str]()
    for given in inputs:
        found.update(left_out(given, FORMATS))
    return found


def said_left_out(found: Mapping[str, int]) -> str:
    """Name the files that were left out.

    >>> said_left_out({".docx": 2, ".pdf": 1})
    '3 files left out (.docx 2, .pdf 1)'
    """
    count = sum(found.values())
    most = sorted(found, key=lambda suffix: (-found[suffix], suffix))[:MOST_SUFFIXES]
    told = ", ".join(f"{suffix} {found[suffix]}" for suffix in most)
    return f"{count} file{'s' * (count != 1)} left out ({told})"


def _tell_left_out(inputs: Iterable[str | Path]) -> None:
    if found := files_left_out(inputs):
        _LOG.warning("%s: formats that are read are %s", said_left_out(found), " ".join(FORMATS))


def _raise(refusal: Refusal) -> None:
    raise ReadError(str(refusal))


def _accept(records: Records, on_error: Callable[[Refusal], None]) -> Iterator[Article]:
    """Yield the articles and report the refusals."""
    for record in map(settle, records):
        if isinstance(record, Refusal):
            on_error(record)
        else:
            yield record


def _read_all(
    inputs: Iterable[str | Path], columns: Columns, beside: Beside | None, fetching: bool
) -> Records:
    for given in inputs:
        if str(given) == STANDARD_INPUT:
            yield from _guard(_read_standard_input(columns), STANDARD_INPUT)
        else:
            items = _read_input(given, columns, beside, fetching)
            yield from _guard(items, printable(str(given)))
    if beside:
        beside.tell()


def _read_input(
    given: str | Path, columns: Columns, beside: Beside | None, fetching: bool
) -> Records:
    if is_address(given):
        yield from _read_address(str(given), columns, fetching)
        return
    for file in find_files(given, FORMATS):
        if beside is None:
            yield from _guard(_read_file(file, columns), file.origin.name)
        elif not beside.is_at(file.path):
            items = _guard(_read_file(file, columns), file.origin.name)
            yield from (beside.told_of(item, file.path) for item in items)


def _read_address(url: str, columns: Columns, fetching: bool) -> Records:
    """Yield what an address answers, read in its format."""
    if not fetching:
        raise ReadError(
            "addresses on the web are not read among other inputs unless asked for. "
            "Add --fetch, or save the page as .html and name the file."
        )
    found = fetch(url)
    origin = Origin(url, urlsplit(found.url).path.strip("/") or urlsplit(found.url).netloc)
    if found.suffix == ".html":
        yield Page(found.data, origin, charset=found.charset, url=found.url)
    else:
        yield from FORMATS[found.suffix](buffered(io.BytesIO(found.data)), origin, columns)


def _read_file(file: File, columns: Columns) -> Records:
    with file.open() as stream:
        if file.suffix not in FORMATS:
            raise ReadError(
                f"files of the format {file.suffix or '(no suffix)'!r} are not read. "
                f"Allowed are {' '.join(FORMATS)}, each also .gz."
            )
        suffix = file.suffix
        if suffix in (".txt", ".text"):
            suffix, stream = _looked_at(stream, file.origin)
        yield from FORMATS[suffix](stream, file.origin, columns)


def _looked_at(stream: io.BufferedReader, origin: Origin) -> tuple[str, io.BufferedReader]:
    """Return the format of a text file: some hold a table, a page or JSON all the same."""
    suffix, stream = sniff(stream)
    if suffix != ".txt":
        _LOG.info("%s: its content is %s, and it is read so", origin.name, suffix.removeprefix("."))
    return suffix, stream


def _read_standard_input(columns: Columns) -> Records:
    suffix, stream = sniff(open_standard_input())
    yield from FORMATS[suffix](stream, Origin(STANDARD_INPUT, "stdin"), columns)


def _guard(records: Records, name: str) -> Records:
    """Turn whatever ends a reader early, or an input without records, into a refusal."""
    count = 0
    try:
        for record in records:
            count += 1
            yield record
    except FAILURES as error:
        yield Refusal(name, None, explain(error))
        return
    if not count:
        yield Refusal(name, None, "there is no article in it.")
