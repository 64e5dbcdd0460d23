"""What articles may be grouped by."""

from bias.document.article import Article
from bias.errors import UsageError

GROUPINGS = ("outlet", "date", "source", "folder")
"""Columns every article has; its `extra` columns may group as well."""


def check_grouping(by: str, article: Article) -> None:
    """Refuse a grouping that the first article does not have."""
    allowed = (*GROUPINGS, *article.extra)
    if by not in allowed:
        raise UsageError(
            f"there is no column {by!r} to group by. Allowed here: {', '.join(allowed)}."
        )
