"""The ten roles a paragraph can have."""

from typing import Literal

from bias.values import value
from bias.words.cut import Span

Role = Literal[
    "body",
    "subhead",
    "promo_story",
    "promo_media",
    "ad",
    "signup",
    "engagement",
    "credit",
    "notice",
    "residue",
]
Topic = Literal["on", "off"]

ROLES: tuple[Role, ...] = (
    "body", "subhead", "promo_story", "promo_media", "ad", "signup",
    "engagement", "credit", "notice", "residue",
)  # fmt: skip
PROMO_INSERTS: frozenset[Role] = frozenset({"promo_story", "promo_media", "ad", "signup"})
"""The roles that send the reader elsewhere."""


@value(frozen=True, slots=True)
class Reason(Span):
    """Why a paragraph got its role, with the words that say so."""

    category: str
    """`phrase`, `shape`, `misfit`, `link` or `repeated`."""
    note: str
    weight: float = 1.0


@value(frozen=True, slots=True)
class InsertStretch(Span):
    """A stretch of a paragraph of the story that is a promo insert."""

    role: Role
    """One of `PROMO_INSERTS`."""
    topic: Topic | None = None
    """For `promo_story`, as for a paragraph."""
    reasons: tuple[Reason, ...] = ()


@value(frozen=True, slots=True)
class ParagraphRole:
    """The role of one paragraph, how sure, and why."""

    role: Role
    probability: float
    """Of this role, 0 to 1."""
    topic: Topic | None = None
    """For `promo_story`: is the other story about this article's matter?"""
    reasons: tuple[Reason, ...] = ()
    stretches: tuple[InsertStretch, ...] = ()
    """Inserts inside a paragraph of the story, in order; their words are not the story's."""

    @property
    def inserts(self) -> int:
        """How many promo inserts the paragraph is or holds."""
        return int(self.role in PROMO_INSERTS) + len(self.stretches)

    def role_of(self, sentence: Span) -> Role:
        """Return a sentence's role: of the stretch that takes most of it, else the paragraph's."""
        for stretch in self.stretches:
            shared = min(stretch.end, sentence.end) - max(stretch.start, sentence.start)
            if 2 * shared > sentence.end - sentence.start:
                return stretch.role
        return self.role
