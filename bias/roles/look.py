"""One paragraph with its words, and what a finder of inserts inside it gives."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from bias.roles.context import Scene
from bias.roles.role import Role
from bias.values import value
from bias.words.cut import Span

_FIRST = attrgetter("first")


@dataclass(frozen=True)
class Look:
    """One paragraph; all offsets count from its start."""

    scene: Scene
    unit: int
    text: str

    @cached_property
    def place(self) -> slice:
        """Which of the scene's words are the paragraph's."""
        return self.scene.looks.words.of(self.unit)

    @property
    def start(self) -> int:
        """Where the paragraph starts in its document."""
        return self.scene.looks.starts[self.unit]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts; the name of an outlet or a party is one word."""
        starts: list[int] = (self.scene.looks.words.starts[self.place] - self.start).tolist()
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        ends: list[int] = (self.scene.looks.words.ends[self.place] - self.start).tolist()
        return ends

    @property
    def forms(self) -> list[str]:
        """The words as written."""
        return [self.text[a:b] for a, b in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def sentences(self) -> list[Span]:
        """The paragraph's sentences."""
        document, place = self.scene.find(self.unit)
        paragraph, every = document.paragraphs[place], document.sentences
        first = bisect_left(every, paragraph.first, key=_FIRST)
        last = bisect_left(every, paragraph.last, first, key=_FIRST)
        return [Span(s.start - self.start, s.end - self.start) for s in every[first:last]]

    def words_in(self, span: Span) -> range:
        """Return the indices of the words that begin in a span."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, first))

    def is_quoted(self, word: int) -> bool:
        """Tell whether a word stands inside direct speech."""
        return bool(self.scene.looks.words.quoted[self.place.start + word])


@value(frozen=True, slots=True)
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


Finder = Callable[[Look], Iterator[Find]]
"""Given a paragraph, yields inserts."""
