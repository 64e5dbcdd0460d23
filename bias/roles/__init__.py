"""What each paragraph is: the story, or something dropped into it."""

from bias.roles.label import label_paragraphs
from bias.roles.role import PROMO_INSERTS, ROLES, ParagraphRole, Reason, Role, Topic

__all__ = [
    "PROMO_INSERTS",
    "ROLES",
    "ParagraphRole",
    "Reason",
    "Role",
    "Topic",
    "label_paragraphs",
]
