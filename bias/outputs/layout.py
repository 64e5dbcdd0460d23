"""What an output consists of: which files, in which form, from which rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bias.errors import UsageError
from bias.outputs.copies import Sketch, sketch_of
from bias.outputs.forms import Rows, as_cells, as_csv, as_lines
from bias.outputs.parquet import assemble, check_parquet
from bias.outputs.record import Record
from bias.outputs.rows import UNIT_COLUMNS, flat_row, tidy_rows
from bias.outputs.wide import assemble_csv

SUFFIXES = (".jsonl", ".jsonl.gz", ".csv", ".csv.gz", ".parquet")
TABLE_FORMS = ("csv", "csv.gz", "parquet")
"""What the tidy tables of a folder may be written as."""

_FORMS = {"jsonl": as_lines, "csv": as_csv, "parquet": as_cells}


@dataclass(frozen=True, slots=True)
class Encoded:
    """One analysed article, ready to be written."""

    id: str
    source: str
    is_rated: bool
    """It was long enough."""
    tables: Mapping[str, Rows]
    sketch: Sketch
    """What tells its story from others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How an output is written."""

    out: Path
    suffix: str
    """Of each of its files."""
    is_folder: bool
    keeps_columns: bool = False
    """The input's own columns come back."""

    @property
    def files(self) -> dict[str, Path]:
        """The files of the tables, by table."""
        if not self.is_folder:
            return {"records" if self.form == "jsonl" else "articles": self.out}
        names = ("articles", *UNIT_COLUMNS)
        return {name: self.out / f"{name}{self.suffix}" for name in names}

    @property
    def form(self) -> str:
        """`jsonl`, `csv` or `parquet`."""
        return self.suffix.removesuffix(".gz").removeprefix(".")

    @property
    def packed(self) -> bool:
        """The files are gzip compressed."""
        return self.suffix.endswith(".gz")

    @property
    def errors(self) -> Path:
        """Where what was refused is written."""
        if self.is_folder:
            return self.out / "errors.jsonl"
        return self.out.with_name(self.out.name + ".errors.jsonl")

    @property
    def unfinished(self) -> Path:
        """The folder in which the output grows."""
        if self.is_folder:
            return self.out / ".unfinished"
        return self.out.with_name(f".{self.out.name}.unfinished")

    def encode(self, record: Record, number: int) -> Encoded:
        """Return a record as the bytes that each table gets; any process can do it.

        Parameters
        ----------
        record
            As `Analysis.to_dict` gives it.
        number
            Of the article in its run; unlike the id it never comes twice.
        """
        rows_of = self._rows(record, number)
        tables = {name: self._form_of(name)(_columns(name, rows), rows) for name, rows in rows_of}
        is_rated = record["rating"]["bias"] is not None
        return Encoded(record["id"], record["source"], is_rated, tables, sketch_of(record))

    def is_assembled(self, table: str) -> bool:
        """Tell a table that is written at the end, when all its columns are known."""
        return self.form == "parquet" or (self.keeps_columns and table == "articles")

    def is_packed(self, table: str) -> bool:
        """Tell a table whose unfinished part is compressed."""
        return self.packed and not self.is_assembled(table)

    def _form_of(self, table: str) -> Callable[[Sequence[str], Sequence[Mapping[str, Any]]], Rows]:
        return as_cells if self.is_assembled(table) else _FORMS[self.form]

    def _rows(
        self, record: Record, number: int
    ) -> Sequence[tuple[str, Sequence[Mapping[str, Any]]]]:
        if self.form == "jsonl":
            return [("records", [record])]
        if self.is_folder:
            return list(tidy_rows(record, number).items())
        return [("articles", [flat_row(record)])]

    def publish(self, table: str, part: Path) -> None:
        """Turn a complete part into the table's file; nothing to do when that is done."""
        if not part.exists():
            return
        out = self.files[table]
        out.parent.mkdir(parents=True, exist_ok=True)
        if self.is_assembled(table):
            whole = part.with_suffix(".whole")
            if self.form == "parquet":
                assemble(part, whole)
            else:
                assemble_csv(part, whole, self.packed)
            whole.replace(out)
        else:
            part.replace(out)


def _columns(table: str, rows: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    return UNIT_COLUMNS[table] if table in UNIT_COLUMNS else list(rows[0])


def layout_of(out: Path, tables: str = "csv", keeps_columns: bool = False) -> Layout:
    """Return how an output is written, told by its suffix.

    Raises `UsageError` for any other suffix, or Parquet without pyarrow.

    Parameters
    ----------
    out
        `.jsonl` for full records, `.csv` and `.parquet` for one flat row per
        article (each but parquet also `.gz`), no suffix for a folder of tidy
        tables.
    tables
        Form of a folder's tables, one of `TABLE_FORMS`.
    keeps_columns
        The input's own columns come back.
    """
    if out.name == "-":
        raise UsageError("-o - is no file. Leave -o out for a summary, or name a file or a folder.")
    is_folder = out.is_dir() or bool(out.name and not out.suffix)
    suffix = f".{tables}" if is_folder else _suffix(out)
    if suffix == ".parquet":
        check_parquet(out)
    return Layout(out, suffix, is_folder, keeps_columns)


def _suffix(out: Path) -> str:
    name = out.name.lower()
    found = next((suffix for suffix in SUFFIXES if name.endswith(suffix)), None)
    if found is None:
        raise UsageError(
            f"{out}: unknown output suffix {out.suffix!r}. "
            f"Allowed: {', '.join(SUFFIXES)}, or a folder."
        )
    return found
