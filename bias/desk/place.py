"""Lines and columns as editors count them: from 1, columns in code points."""

from bisect import bisect_right
from itertools import accumulate

from bias.values import value


@value(frozen=True, slots=True)
class Place:
    """A stretch of a file."""

    line: int
    column: int
    end_line: int
    end_column: int
    """One past its last column."""


@value(frozen=True, slots=True)
class Lines:
    """Where each line of a text begins."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Return the lines of a text, whose ends are line feeds."""
        return cls((0, *accumulate(len(line) + 1 for line in text.split("\n"))))

    def at(self, offset: int) -> tuple[int, int]:
        r"""Return line and column of an offset.

        >>> Lines.of("One\ntwo").at(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, 1 + offset - self.starts[line - 1]

    def place(self, start: int, end: int) -> Place:
        """Return where a stretch stands."""
        return Place(*self.at(start), *self.at(end))
