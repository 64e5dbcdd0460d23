"""What stands in an article and is no part of its story."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bias.roles.role import Role, Topic
from bias.values import value
from bias.words.cut import Span

if TYPE_CHECKING:
    from bias.analysis import Analysis

STORY = frozenset({"body", "subhead"})
"""Roles that are the story's."""


@value(frozen=True, slots=True)
class Outside(Span):
    """One paragraph, or a stretch of one, that is no part of the story."""

    role: Role
    topic: Topic | None
    """Of a `promo_story`: whether it is about this article's matter."""
    probability: float
    """Of that role, 0 to 1; NaN for a stretch, which its form alone tells."""


def outside(analysis: "Analysis") -> Iterator[Outside]:
    """Yield what is not part of the story, in order: paragraphs, and stretches inside others."""
    for paragraph in analysis.paragraphs:
        label = paragraph.label
        if label.role not in STORY:
            yield Outside(
                paragraph.start, paragraph.end, label.role, label.topic, label.probability
            )
        else:
            for part in label.stretches:
                yield Outside(part.start, part.end, part.role, part.topic, math.nan)
