"""Tables whose columns are known at the end only: the input's own, beside ours.

Until then the rows are kept as JSON lists; in the last cell of each stand its own columns.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from bias.outputs.forms import BATCH, as_csv
from bias.outputs.part import LEVEL
from bias.outputs.rows import EXTRA

MOST = 500
"""Own columns that get one of ours each; what stands in others is joined as JSON in the last."""


class Wide:
    """The own columns of the rows in a part, by first occurrence.

    `part`: below a header, one JSON list a row.
    """

    def __init__(self, part: Path) -> None:
        with part.open(encoding="utf-8") as lines:
            header = json.loads(next(lines))
            self.is_wide = header[-1] == EXTRA
            self.ours = header[:-1] if self.is_wide else header
            found: dict[str, None] = {}
            self._has_others = False
            for line in lines if self.is_wide else ():
                self._note(json.loads(line)[-1], found)
        self._own = list(found)

    def _note(self, extra: Mapping[str, str], found: dict[str, None]) -> None:
        for name in extra:
            if name in found or len(found) < MOST:
                found[name] = None
            else:
                self._has_others = True

    @property
    def texts(self) -> list[str]:
        """The names of the own columns in the table; all hold text."""
        return [f"{EXTRA}_{name}" for name in self._own] + [EXTRA] * self._has_others

    def cells(self, row: list[Any]) -> list[Any]:
        """Return the cells of a row."""
        if not self.is_wide:
            return row
        extra = dict(row[-1])
        own = [extra.pop(name, None) for name in self._own]
        if self._has_others:
            own.append(json.dumps(extra, ensure_ascii=False) if extra else None)
        return [*row[:-1], *own]


def assemble_csv(part: Path, out: Path, packed: bool = False) -> None:
    """Write the rows of a part as CSV; equal rows give equal bytes."""
    wide = Wide(part)
    columns = [*wide.ours, *wide.texts]
    with part.open(encoding="utf-8") as lines, _opened(out, packed) as file:
        next(lines)
        file.write(as_csv(columns, ()).header)
        while rows := [wide.cells(json.loads(line)) for line in islice(lines, BATCH)]:
            named = [dict(zip(columns, cells, strict=True)) for cells in rows]
            file.write(as_csv(columns, named).content)


@contextmanager
def _opened(out: Path, packed: bool) -> Iterator[IO[bytes]]:
    """Open a file for writing; a packed one holds no time, so equal input gives equal bytes."""
    with out.open("wb") as raw:
        if not packed:
            yield raw
            return
        with gzip.GzipFile("", "wb", compresslevel=LEVEL, fileobj=raw, mtime=0) as file:
            yield cast("IO[bytes]", file)
