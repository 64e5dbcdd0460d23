"""Write analyses as records, flat tables or tidy tables; whole or not at all."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from bias.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis

Record = dict[str, Any]

SUFFIXES = (".jsonl", ".jsonl.gz", ".csv", ".csv.gz", ".parquet")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text cell for a formula."""
UNIT_COLUMNS = {
    "paragraphs": ("article", "number", "start", "end", "role", "probability", "topic", "text"),
    "sentences": ("article", "number", "start", "end", "part", "bias", "text"),
    "cues": (
        "article", "number", "start", "end", "text", "part", "feature", "category", "voice",
        "weight",
        "probability",
    ),
}  # fmt: skip
"""Columns of the tidy tables below `articles`."""
_IDENTITY = ("id", "headline", "outlet", "date", "url", "source")
_RATING = ("bias", "low", "high", "band", "without_inserts", "reason")


def flat_row(record: Record) -> dict[str, Any]:
    """Return one record as one row: identity, rating, scores, features.

    Rating columns are called `rating_bias`, `rating_low` and so on, scores
    `score_headline` and so on; features keep their names.
    """
    row = {name: record[name] for name in _IDENTITY}
    row |= {f"rating_{name}": record["rating"][name] for name in _RATING}
    row |= {f"score_{name}": value for name, value in record["scores"].items()}
    row |= record["features"]
    return row


def tidy_rows(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Return one record as rows of the tidy tables, each with the article's id."""
    text = record["text"]
    tables = {"articles": [flat_row(record)]}
    for name, columns in UNIT_COLUMNS.items():
        tables[name] = []
        for number, row in enumerate(record[name]):
            place = {"article": record["id"], "number": number}
            full = place | {"text": text[row["start"] : row["end"]]} | row
            tables[name].append({column: full[column] for column in columns})
    return tables


def to_frame(analyses: "Iterable[Analysis]") -> "pd.DataFrame":
    """Return one row per article, in order, with the codebook's columns.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`, or any list of analyses.

    Returns
    -------
    pandas.DataFrame
        Undefined numbers are NaN.
    """
    import pandas as pd

    frame = pd.DataFrame([flat_row(analysis.to_dict()) for analysis in analyses])
    texts = {*_IDENTITY, "rating_band", "rating_reason"}
    numbers = [column for column in frame.columns if column not in texts]
    return frame.astype(dict.fromkeys(numbers, float))


@contextmanager
def replacing(path: Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Open a file that takes its name only when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": ""}
    try:
        with unfinished.open(mode, **text) as file:  # type: ignore[call-overload]
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_records(records: Iterable[Record], out: Path) -> int:
    """Write records to `out` and return how many there were.

    Parameters
    ----------
    records
        As `bias.record.record_of` gives them; may be a stream.
    out
        By suffix: `.jsonl` full records, `.csv` and `.parquet` one flat row
        per article (each but parquet also `.gz`), no suffix a folder of tidy
        tables.

    Raises
    ------
    UsageError
        For any other suffix.
    """
    return writer_for(out)(records, out)


def writer_for(out: Path) -> Callable[[Iterable[Record], Path], int]:
    """Return the function that writes this kind of output."""
    name = out.name.lower()
    if out.is_dir():
        return _write_folder
    if name.endswith((".jsonl", ".jsonl.gz")):
        return _write_jsonl
    if name.endswith((".csv", ".csv.gz")):
        return _write_csv
    if name.endswith(".parquet"):
        return _write_parquet
    if name and not out.suffix:
        return _write_folder
    raise UsageError(
        f"{out}: unknown output suffix {out.suffix!r}. Allowed: {', '.join(SUFFIXES)}, or a folder."
    )


def check_writable(out: Path) -> None:
    """Make sure, before any work, that an output can be written.

    Raises
    ------
    UsageError
        When its folder cannot be made or written to, or it is neither a file
        nor a folder.
    """
    folder = out if out.is_dir() or not out.suffix else out.parent
    try:
        if out.exists() and not (out.is_file() or out.is_dir()):
            raise UsageError(f"{out}: is neither a file nor a folder. Name another output.")
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{out}: cannot be written ({reason}). Name another output.") from error


@contextmanager
def _text_file(out: Path) -> Iterator[IO[str]]:
    """Open a text file, compressed when its name says so; equal input, equal bytes."""
    if out.suffix.lower() != ".gz":
        with replacing(out) as file:
            yield file
        return
    with (
        replacing(out, "wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
    ):
        import io

        with io.TextIOWrapper(packed, "utf-8", newline="") as file:
            yield file


def _write_jsonl(records: Iterable[Record], out: Path) -> int:
    count = 0
    with _text_file(out) as file:
        for record in records:
            count += 1
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return count


def _write_csv(records: Iterable[Record], out: Path) -> int:
    with _text_file(out) as file:
        return _write_rows((flat_row(record) for record in records), file)


def _write_rows(rows: Iterable[Mapping[str, Any]], file: IO[str]) -> int:
    count = 0
    for row in rows:
        _append([row.values()] if count else [row, row.values()], file)
        count += 1
    return count


def _harmless(cell: Any) -> Any:
    """Keep a spreadsheet from running text that came from an article."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell


def _write_parquet(records: Iterable[Record], out: Path) -> int:
    import pandas as pd

    frame = pd.DataFrame([flat_row(record) for record in records])
    try:
        with replacing(out, "wb") as file:
            frame.to_parquet(file, index=False)
    except ImportError as error:
        raise UsageError(
            f"{out}: writing parquet needs pyarrow. Install `newsbias[parquet]`, or write .csv."
        ) from error
    return len(frame)


def _write_folder(records: Iterable[Record], out: Path) -> int:
    """Write the tidy tables and a manifest into a folder."""
    from contextlib import ExitStack

    from bias.record import SCHEMA_VERSION, provenance

    count, made = 0, provenance()
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(_text_file(out / f"{name}.csv"))
            for name in ("articles", *UNIT_COLUMNS)
        }
        for name, columns in UNIT_COLUMNS.items():
            _append([columns], files[name])
        for record in records:
            if not count:
                _append([flat_row(record)], files["articles"])
                made = record["meta"]
            count += 1
            for name, rows in tidy_rows(record).items():
                _append([row.values() for row in rows], files[name])
    manifest = {"articles": count, "schema_version": SCHEMA_VERSION} | made
    with replacing(out / "manifest.json") as file:
        file.write(json.dumps(manifest, indent=2, sort_keys=True) + "\n")
    return count


def _append(rows: Iterable[Iterable[Any]], file: IO[str]) -> None:
    import csv

    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
