"""The tables of a comparison as files: whole or not at all, one event after another."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from bias.errors import UsageError
from bias.events.tables import COLUMNS
from bias.outputs import replacing
from bias.outputs.forms import Rows, as_cells, as_csv
from bias.outputs.parquet import assemble, check_parquet

FORMS = ("csv", "parquet")
Tables = Mapping[str, list[dict[str, Any]]]


def write_tables(events: Iterable[Tables], folder: Path, form: str) -> list[Path]:
    """Write the rows of some events, as `bias.events.tables.rows_of` gives them.

    Returns
    -------
    list of Path
        One file a table.
    """
    if form not in FORMS:
        raise UsageError(f"tables are {form!r}. Allowed: {', '.join(FORMS)}.")
    if form == "parquet":
        check_parquet(folder)
    make = as_csv if form == "csv" else as_cells
    paths = {table: folder / f"{table}.{'csv' if form == 'csv' else 'rows'}" for table in COLUMNS}
    with ExitStack() as stack:
        files = {name: stack.enter_context(replacing(p, "wb")) for name, p in paths.items()}
        for table, file in files.items():
            file.write(make(COLUMNS[table], []).header)
        for rows in events:
            _add(files, make, rows)
    return [*paths.values()] if form == "csv" else [*_assembled(paths)]


def _add(files: Mapping[str, IO[bytes]], make: Any, rows: Tables) -> None:
    for table, file in files.items():
        made: Rows = make(COLUMNS[table], rows[table])
        file.write(made.content)


def _assembled(paths: Mapping[str, Path]) -> Iterator[Path]:
    """Turn rows as JSON into Parquet files."""
    for path in paths.values():
        whole = path.with_suffix(".parquet")
        with replacing(whole, "wb") as file:
            assemble(path, Path(file.name))
        path.unlink()
        yield whole
