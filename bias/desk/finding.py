"""Findings: marks of an article, placed in its file."""

import re
from pathlib import Path

from bias.desk.mark import Level, Mark, Marked
from bias.desk.place import Place
from bias.desk.source import Source
from bias.inputs.decode import decode_page, text_lines
from bias.inputs.inputs import STANDARD_INPUT
from bias.values import value

PAGES = (".html", ".htm")
SEARCHED = (".txt", ".text", ".md", ".markdown", *PAGES, ".csv", ".tsv", ".json", ".jsonl")
"""Files whose text holds the articles' own words; of others the row is known, and no column."""
LARGEST = 64_000_000
"""Bytes of a file that is searched."""
_ROW = re.compile(r"(.*):([0-9]+)", re.DOTALL)


@value(frozen=True, slots=True)
class Finding:
    """One thing to look at, where it stands in its file."""

    path: str
    place: Place
    category: str
    message: str
    level: Level
    text: str
    """The words it is about."""


class Placing:
    """Places the marks of articles that come in the order of their files."""

    def __init__(self) -> None:
        self._path = ""
        self.source: Source | None = None
        """The text of the file whose article was placed last, where it can be searched."""
        self._after = 0

    def findings(self, marked: Marked) -> list[Finding]:
        """Return an article's marks as findings, in the order of its text."""
        path, row = _parted(marked.source)
        if path != self._path:
            self._path, self.source, self._after = path, _read(Path(path)), 0
        found = self._found(marked, self.source) if self.source else [None] * len(marked.marks)
        return [
            Finding(path, self._place(at, m, marked, row), m.category, m.message, m.level, m.text)
            for m, at in zip(marked.marks, found, strict=True)
        ]

    def _found(self, marked: Marked, source: Source) -> list[tuple[int, int] | None]:
        """Return where an article's marks stand in its file: in their order, as a rule.

        In a table the headline may stand after the story, so each is looked for from the
        article's beginning on as well.
        """
        source.misses = 0
        begun = source.find(marked.beginning, self._after)
        at = self._after = begun[0] if begun else self._after
        found, last = list[tuple[int, int] | None](), -1
        for mark in marked.marks:
            place = source.find(mark, at + (mark.start > last), self._after)
            at, last = place[0] if place else at, mark.start
            found.append(place)
        self._after = max([self._after, *(place[0] for place in found if place)])
        return found

    def _place(
        self, found: tuple[int, int] | None, mark: Mark, marked: Marked, row: int | None
    ) -> Place:
        """Return where a mark stands; of what is not found, where its article does."""
        if self.source and row is None:
            return self.source.place(*(found or (self._after, self._after)))
        if self.source and found:
            return self.source.place(*found)
        if self._path == STANDARD_INPUT and row is None:
            return marked.lines.place(mark.start, mark.end)
        return Place(row or 1, 1, row or 1, 1)


def _parted(source: str) -> tuple[str, int | None]:
    """Part the name of a file from the row in it."""
    numbered = _ROW.fullmatch(source)
    if numbered is None or Path(source).is_file():
        return source, None
    return numbered[1], int(numbered[2])


def _read(path: Path) -> Source | None:
    """Return the text of a file; None where it cannot be searched."""
    suffix = path.suffix.lower()
    if suffix not in SEARCHED or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    if suffix in PAGES:
        return Source(decode_page(path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n"))
    with path.open("rb") as stream, text_lines(stream, newline=None) as lines:
        return Source(lines.read())
