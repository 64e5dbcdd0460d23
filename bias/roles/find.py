"""What a finder of inserts inside a paragraph is given and gives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bias.roles.role import Role
from bias.roles.shape import Look
from bias.words.cut import Span


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
