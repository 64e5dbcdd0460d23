"""The ten roles a paragraph can have."""

from dataclasses import dataclass
from typing import Literal

from bias.article import Span

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


@dataclass(frozen=True, slots=True)
class Reason(Span):
    """Why a paragraph got its role, with the words that say so."""

    category: str
    """`phrase`, `shape`, `misfit`, `link` or `repeated`."""
    note: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class ParagraphRole:
    """The role of one paragraph, how sure, and why."""

    role: Role
    probability: float
    """Of this role, 0 to 1."""
    topic: Topic | None = None
    """For `promo_story`: is the other story about this article's matter?"""
    reasons: tuple[Reason, ...] = ()
