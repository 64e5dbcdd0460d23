"""Reader of Parquet files, batch by batch; needs pyarrow."""

import io
import os
from collections.abc import Iterator
from typing import Any

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.items import Records
from bias.inputs.limits import BOMB_RATIO, LARGEST, LARGEST_DOCUMENT
from bias.inputs.record import Origin
from bias.inputs.tables import articles_of, with_body

BATCH_ROWS = 64
"""Rows of a Parquet file held at a time."""
LARGEST_GROUP = 1_000_000_000
"""Bytes of one row group of a Parquet file, unpacked; writers keep to some 128 MB."""


def read_parquet(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a Parquet file; a text that many rows share is unpacked for one row at a time."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ReadError(
            "Parquet files need pyarrow. Install it with: pip install newsbias[parquet]"
        ) from error
    compressed = not isinstance(stream.raw, io.FileIO)
    try:
        source = io.BytesIO(_unpack(stream)) if compressed else stream
        file = _open(source)
        header = file.schema_arrow.names
        columns.check(header)
        rows = enumerate(_rows(file, max(LARGEST, BOMB_RATIO * _size(source))), start=1)
        yield from articles_of(with_body(rows, header, columns), origin, columns, header)
    except pa.ArrowException as error:
        raise ReadError(f"it is no sound Parquet file ({error}).") from error


def _unpack(stream: io.BufferedReader) -> bytes:
    """Return what `.parquet.gz` holds; Parquet is read from both ends, so it must be whole."""
    data = stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise ReadError(f"it unpacks to more than {LARGEST_DOCUMENT:,} bytes. Unpack it first.")
    return data


def _size(source: Any) -> int:
    size: int = source.seek(0, os.SEEK_END)
    return size


def _open(source: Any) -> Any:
    """Open a file so that texts that come twice are held once."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = pq.ParquetFile(source)
    _check_groups(plain.metadata)
    texts = [f.name for f in plain.schema_arrow if f.type in (pa.string(), pa.large_string())]
    source.seek(0)
    return pq.ParquetFile(source, read_dictionary=texts)


def _check_groups(metadata: Any) -> None:
    """Refuse a file whose row groups would fill the memory."""
    sizes = (metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    if max(sizes, default=0) > LARGEST_GROUP:
        raise ReadError(
            f"a row group of it unpacks to more than {LARGEST_GROUP:,} bytes. "
            "Write it again with smaller row groups."
        )


def _rows(file: Any, most: int) -> Iterator[dict[str, Any]]:
    """Yield the rows; raises `ReadError` before they hold more than so many characters."""
    count = 0
    for batch in file.iter_batches(batch_size=BATCH_ROWS):
        count += sum(map(_characters, batch.columns))
        if count > most:
            raise ReadError(
                f"its rows unpack to more than {BOMB_RATIO} times its size and {LARGEST:,} "
                "characters, as decompression bombs do. Write it again without the rows that "
                "repeat a text."
            )
        for place in range(batch.num_rows):
            cells = zip(batch.schema.names, batch.columns, strict=True)
            yield {name: column[place].as_py() for name, column in cells}


def _characters(column: Any) -> int:
    """Return how much the texts of a column would hold, each row with its own."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    lengths = pc.binary_length(column.dictionary)
    return pc.sum(lengths.take(column.indices)).as_py() or 0
