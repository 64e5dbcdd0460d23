"""Plain lists: one word or phrase a line, or a table with a column `term` and what else is known.

    # what fear sounds like
    dread
    panic*
    living in fear

A line that begins with `#` is a remark. In a table only `term` is needed; `category`, `pos`,
`weight` and `note` have defaults: the file's name, no inflection, 1, none.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import cast, get_args

from bias.errors import LexiconError
from bias.inputs.lists.entry import Entry, Gathered
from bias.words.cut import column_word
from bias.words.inflect import PartOfSpeech

TERM = ("term", "word")
"""What the column of the terms is called."""
KNOWN = (*TERM, "category", "match", "pos", "weight", "note", "source")
REMARK = "#"
_PARTS_OF_SPEECH = get_args(PartOfSpeech)


def read_words(text: str, file: str, category: str) -> Gathered:
    """Read one word, phrase or pattern a line."""
    found = Gathered(file)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith(REMARK):
            found.entries.append(Entry(line.strip(), category, number))
    return found


def read_table(text: str, file: str, category: str) -> Gathered:
    """Read a table with a column `term`, or one without a header that has one column.

    Raises `LexiconError`, naming file and line: several columns and none called so.
    """
    found = Gathered(file)
    rows = _rows(text, file)
    number, first = next(rows, (1, []))
    names = [cell.lower() for cell in first]
    if not set(TERM).intersection(names):
        if len(first) > 1:
            raise LexiconError(
                f"{file}, line {number}: no column 'term' among {first!r}. Name the column of the "
                "words so."
            )
        names, rows = ["term"], _rows(text, file)
    for name in names:
        if name and name not in KNOWN:
            found.report(number, f"column {name!r} is not read. Known: {', '.join(KNOWN)}.")
    for line, cells in rows:
        _take(dict(zip(names, cells, strict=False)), line, category, found)
    return found


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, with their lines; remarks are left out."""
    head = next((line for line in text.splitlines() if _says(line)), "")
    reader = csv.reader(io.StringIO(text), delimiter=max("\t;,", key=head.count))
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells) and not cells[0].startswith(REMARK):
                yield reader.line_num, cells
    except csv.Error as error:
        raise LexiconError(f"{file}, line {reader.line_num}: no table ({error}).") from error


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(REMARK)


def _take(row: Mapping[str, str], line: int, category: str, found: Gathered) -> None:
    """Take the entry of a row; what it says beside the term and cannot mean is reported."""
    term = next((row[name] for name in TERM if row.get(name)), "")
    if not term:
        found.report(line, "no term in this row; it is left out.")
        return
    pos = row.get("pos", "").lower() if row.get("match") != "form" else ""
    if pos not in _PARTS_OF_SPEECH:
        found.report(line, f"pos {pos!r} of {term!r}: allowed are v, n, a; it does not inflect.")
        pos = ""
    found.entries.append(
        Entry(
            text=term,
            category=column_word(row.get("category", "")) or category,
            line=line,
            note=row.get("note", ""),
            weight=_weight(row.get("weight", ""), term, line, found),
            pos=cast(PartOfSpeech, pos),
            source=row.get("source", ""),
        )
    )


def _weight(text: str, term: str, line: int, found: Gathered) -> float:
    try:
        value = float(text or 1)
    except ValueError:
        value = 0.0
    if 0 < value <= 1:
        return value
    found.report(line, f"weight {text!r} of {term!r}: write above 0, at most 1; it counts as 1.")
    return 1.0
