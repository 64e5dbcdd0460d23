"""What articles may be grouped by."""

from bias.document.article import Article
from bias.errors import UsageError

GROUPINGS = ("outlet", "date", "source")
"""Columns every article has; its `extra` columns may group as well."""


def check_grouping(by: str, article: Article) -> None:
    """Refuse a grouping that the first article does not have."""
    allowed = (*GROUPINGS, *article.extra)
    if by not in allowed:
        raise UsageError(f"by is {by!r}. Allowed here: {', '.join(allowed)}.")
