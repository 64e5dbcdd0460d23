"""What each paragraph is: the story, or something dropped into it."""

from bias.roles.label import label_paragraphs
from bias.roles.repeats import Repeats, find_repeats
from bias.roles.role import (
    PROMO_INSERTS,
    ROLES,
    InsertStretch,
    ParagraphRole,
    Reason,
    Role,
    Topic,
)

__all__ = [
    "PROMO_INSERTS",
    "ROLES",
    "InsertStretch",
    "ParagraphRole",
    "Reason",
    "Repeats",
    "Role",
    "Topic",
    "find_repeats",
    "label_paragraphs",
]
