"""Tables of GDELT, which have no header: those of its knowledge graph give headlines."""

import io
import re
from collections.abc import Iterator
from html import unescape

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.decode import text_lines
from bias.inputs.items import Records
from bias.inputs.limits import bounded_lines
from bias.inputs.record import Origin
from bias.inputs.tables import articles_of, read_csv

GRAPH = 27
"""Columns of the knowledge graph, version 2.1."""

_GRAPH_ID = re.compile(rb"\d{14}-T?\d+\t\d{14}\t")
_EVENT_ID = re.compile(rb"\d{6,12}\t\d{8}\t\d{6}\t")
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_AUTHORS = re.compile(r"<PAGE_AUTHORS>(.*?)</PAGE_AUTHORS>", re.DOTALL)


def read_table(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a `.csv` or `.tsv` file: a table with a header, or one of GDELT's without."""
    head = stream.peek(64)[:64]
    if _GRAPH_ID.match(head):
        return _read_graph(stream, origin, columns)
    if _EVENT_ID.match(head):
        raise ReadError(
            "GDELT's table of events holds neither headlines nor texts. Read its knowledge graph "
            "(.gkg.csv), or fetch the pages named in it and save them as .html or .warc."
        )
    return read_csv(stream, origin, columns)


def _read_graph(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    with text_lines(stream, newline="\n") as lines:
        yield from articles_of(enumerate(_records(bounded_lines(lines)), 1), origin, columns, ())


def _records(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    """Yield what each row says of a page, under our names."""
    for line in lines:
        cells = line.rstrip("\r\n").split("\t")
        cells += [""] * (GRAPH - len(cells))
        title, authors = _TITLE.search(cells[-1]), _AUTHORS.search(cells[-1])
        yield {
            "id": cells[0],
            "headline": unescape(title[1]) if title else "",
            "date": _day(cells[1]),
            "outlet": cells[3],
            "url": cells[4],
            "authors": unescape(authors[1]) if authors else "",
        }


def _day(stamp: str) -> str:
    """Return a stamp such as 20240305101500 as ISO writes the day."""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if stamp[:8].isdigit() else stamp
