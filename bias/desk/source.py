"""Where in its file a stretch of an article stands.

Reading tidies: marks of Markdown, tags and front matter go, cells are unquoted. So a stretch is
looked for in the file by its own words and those beside it, fewer and fewer of them.
"""

import unicodedata
from bisect import bisect_left
from functools import cached_property

from bias.desk.mark import AROUND, Mark
from bias.desk.place import Lines, Place

WINDOW = 1_000_000
"""Letters of a file, after what was found last, that are searched for the next stretch."""
MOST_MISSES = 200
"""Searches in vain for one article; then the rest of its marks stand where it begins."""
WIDTHS = (AROUND, 30, 12, 4, 0)
"""Letters on either side that are searched with a stretch, until it is found."""
STARTS = (60, 20, 8)
"""Letters of its own beginning that are searched where the whole is not found."""
LONGEST = 10_000
"""Letters of a line whose combining accents are counted."""


class Source:
    """The text of one file.

    Parameters
    ----------
    text
        As it stands in the file, line ends as line feeds.
    """

    def __init__(self, text: str) -> None:
        self.raw = text
        self.text = unicodedata.normalize("NFC", text)
        self.misses = 0
        """Searches in vain since the article began."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of `text`."""
        return Lines.of(self.text)

    @cached_property
    def written(self) -> list[str]:
        """Its lines as they stand in the file."""
        return self.raw.split("\n")

    def find(self, mark: Mark, *after: int) -> tuple[int, int] | None:
        """Return where a mark begins and ends; None if nowhere.

        Looked for from each of some offsets on, with as much of its line as stands there.
        """
        for width in WIDTHS:
            before = mark.before[-width:] if width else ""
            at = self._search(before + mark.text + mark.after[:width], after)
            if at is not None:
                return at + len(before), at + len(before) + len(mark.text)
        return self._beginning(mark.text, after)

    def _beginning(self, words: str, after: tuple[int, ...]) -> tuple[int, int] | None:
        """Find a stretch by its first letters: within it stand marks that reading took away."""
        for length in STARTS:
            at = self._search(words[:length], after) if length < len(words) else None
            if at is not None:
                return at, at + length
        return None

    def _search(self, words: str, after: tuple[int, ...]) -> int | None:
        for start in after:
            if self.misses >= MOST_MISSES or not words:
                return None
            at = self.text.find(words, start, start + WINDOW)
            if at >= 0:
                return at
            self.misses += 1
        return None

    def place(self, start: int, end: int) -> Place:
        """Return line and column of a stretch of `text` in the file."""
        return Place(*self._at(start), *self._at(end))

    def _at(self, offset: int) -> tuple[int, int]:
        """Count the columns of the file, where accents may be letters of their own."""
        line, column = self.lines.at(offset)
        written = self.written[line - 1]
        if len(self.raw) == len(self.text) or len(written) > LONGEST:
            return line, column
        prefixes = range(len(written) + 1)
        return line, 1 + bisect_left(prefixes, column - 1, key=lambda n: _composed(written[:n]))


def _composed(text: str) -> int:
    return len(unicodedata.normalize("NFC", text))
