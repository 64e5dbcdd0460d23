"""One paragraph with its words, and what a finder of inserts inside it gives."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bias.roles.role import Role
from bias.roles.words import Words
from bias.words.cut import Span


@dataclass(frozen=True)
class Look:
    """A paragraph of the story; all offsets count from its start."""

    text: str
    starts: Sequence[int]
    """Where each word starts; the name of an outlet or a party is one word."""
    ends: Sequence[int]
    quoted: Sequence[bool]
    """Which words stand inside direct speech."""

    @property
    def forms(self) -> list[str]:
        """The words as written."""
        return [self.text[a:b] for a, b in zip(self.starts, self.ends, strict=True)]

    def words_in(self, span: Span) -> range:
        """Return the indices of the words that begin in a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, first))


def look_closely(words: Words, index: int, text: str) -> Look:
    """Return one paragraph, given all words of its document, its index and its text."""
    place, start = words.of(index), words.document.paragraphs[index].start
    return Look(
        text,
        (words.starts[place] - start).tolist(),
        (words.ends[place] - start).tolist(),
        words.document.quoted[words.tokens[place]].tolist(),
    )


@dataclass(frozen=True, slots=True)
class Find(Span):
    """A stretch that is an insert; offsets count from the paragraph's start."""

    role: Role
    title: int
    """Where the other story's own words begin, behind a label."""
    category: str
    """Of the reason, as in `bias.roles.role.Reason`."""
    note: str
    any_voice: bool = False
    """It is an insert also where it stands inside direct speech."""


Finder = Callable[[Look, Sequence[Span]], Iterator[Find]]
"""Given a paragraph and its sentences (offsets from its start), yields inserts."""
