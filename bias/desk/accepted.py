"""What an editor has looked at and lets stand, with a reason.

In a file: `<!-- bias: ok CATEGORY the reason -->`, in the same line, or alone on a line before the
paragraph. Or in the settings, where no comment can stand: see `bias.desk.settings`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from bias.desk.finding import Finding
from bias.desk.source import Source
from bias.values import value

COMMENT = re.compile(r"<!--[ \t]{0,20}bias: ok (\w{1,40}) ([^\n]{1,300}?)[ \t]{0,20}-->")
"""A category and a reason; without a reason nothing is accepted."""


@value(frozen=True, slots=True)
class Accepted:
    """One entry of the settings."""

    text: str
    """The words that may stand, in any case."""
    reason: str
    file: str = "*"
    """Which files: a pattern such as `news/*.md`."""
    category: str | None = None
    """Only of this category."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is accepted."""
        path = Path(finding.path).as_posix()
        return (
            self.text.casefold() == finding.text.casefold()
            and self.category in (None, finding.category)
            and (fnmatch(path, self.file) or path.endswith("/" + self.file))
        )


class Accepting:
    """Tells which findings an editor has accepted.

    Parameters
    ----------
    entries
        Of the settings.
    """

    def __init__(self, entries: Sequence[Accepted] = ()) -> None:
        self._entries = entries
        self._source: Source | None = None
        self._covered = dict[str, Covered]()

    def left(self, findings: Iterable[Finding], source: Source | None) -> list[Finding]:
        """Return the findings of one file that are not accepted; `source` is its text."""
        if source is not self._source:
            self._source, self._covered = source, _covered(source) if source else {}
        return [finding for finding in findings if not self._is_accepted(finding)]

    def _is_accepted(self, finding: Finding) -> bool:
        covered = self._covered.get(finding.category)
        in_file = covered is not None and finding.place.line in covered
        return in_file or any(entry.covers(finding) for entry in self._entries)


class Covered:
    """The lines that comments on one category cover."""

    def __init__(self) -> None:
        self._firsts = list[int]()
        self._lasts = list[int]()

    def add(self, first: int, last: int) -> None:
        """Add a stretch of lines; they come in the order of their first."""
        self._firsts.append(first)
        self._lasts.append(max([last, *self._lasts[-1:]]))

    def __contains__(self, line: int) -> bool:
        """Tell whether a line is covered."""
        place = bisect_right(self._firsts, line)
        return place > 0 and self._lasts[place - 1] >= line


def _covered(source: Source) -> dict[str, Covered]:
    """Return which lines the comments of a file cover, by category."""
    found = dict[str, Covered]()
    comments = [*COMMENT.finditer(source.text)]
    ends = _paragraph_ends(source.written) if comments else []
    for comment in comments:
        line, _ = source.lines.at(comment.start())
        alone = not _without(source.written[line - 1])
        found.setdefault(comment[1], Covered()).add(line, ends[line - 1] if alone else line)
    return found


def _paragraph_ends(lines: Sequence[str]) -> list[int]:
    """Return for each line where its paragraph ends; of one without words, where the next does."""
    ends = [*range(1, len(lines) + 1)]
    for place in reversed(range(len(lines) - 1)):
        if not _without(lines[place]) or lines[place + 1].strip():
            ends[place] = ends[place + 1]
    return ends


def _without(line: str) -> str:
    return COMMENT.sub("", line).strip()
