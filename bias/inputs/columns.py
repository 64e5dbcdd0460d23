"""Which column of a table each of our fields is read from."""

import logging
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bias.errors import ReadError, UsageError

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "stories_id"),
    "headline": (
        "headline", "title", "article_title", "article_headline", "news_title", "headline_text",
        "story_title", "web_title", "page_title", "heading",
    ),
    "body": (
        "body", "text", "content", "maintext", "article_body", "full_text", "article_text",
        "story_text", "body_text", "cleaned_text", "clean_text", "text_content", "news_text",
        "article_content", "news_content", "full_content", "main_text", "raw_text", "article",
        "story", "paragraphs", "content_html", "body_html", "article_html", "html",
    ),
    "outlet": (
        "outlet", "source", "sitename", "media_name", "publication", "publisher", "newspaper",
        "source_hostname", "source_domain", "hostname", "domain", "outlet_name", "source_name",
        "publication_name", "publication_title", "news_outlet", "news_source", "media_outlet",
        "source_id", "website", "site",
    ),
    "date": (
        "date", "published", "published_at", "publish_date", "published_date", "date_publish",
        "date_published", "publication_date", "publishing_date", "pub_date", "published_time",
        "published_on", "web_publication_date", "seendate", "article_date", "news_date",
        "date_time", "timestamp", "created_at",
    ),
    "url": ("url", "link", "web_url", "article_url"),
    "authors": ("authors", "author", "byline"),
}  # fmt: skip
"""Our names, and the columns each is read from: the first that holds something. They are those of
NewsAPI, the Guardian, news-please, newspaper, fundus, trafilatura, goose, Media Cloud, GDELT and
schema.org, and those that people give to columns of their own."""

FILE_NAMES = ("file", "filename", "path", "filepath", "document")
"""Columns that name the file of a row, in a table that tells of other files."""
MOST_NAMED = 12
"""Columns that a message names; of a wide table the others are counted."""
BODY_WORDS, LONG_WORDS = 20, 60
"""Words of a cell that is an article's text under a name nobody knows: where the name says so, and
where it does not."""

_BODY_NAME = re.compile(r"text|body|content|article|artikel|story|paragraph|full", re.IGNORECASE)
_PARTING = re.compile(r"[\W_]+")
_LOG = logging.getLogger(__name__)


def plain_name(name: Any) -> str:
    """Return a column's name as it is compared.

    >>> plain_name("publishedAt") == plain_name(" Published_at:")
    True
    """
    return _PARTING.sub("", str(name)).lower()


KNOWN = frozenset(plain_name(alias) for aliases in ALIASES.values() for alias in aliases)
"""Every name that a field is read from, as it is compared."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns each of our names is read from."""

    candidates: dict[str, tuple[str, ...]]
    """As they are compared."""
    mapping: dict[str, str]
    """The caller's, ours to theirs."""
    others: str = "ignored"
    """What becomes of the other columns, in a word."""

    @classmethod
    def of(cls, mapping: Mapping[str, str] | None, others: str = "ignored") -> "Columns":
        """Apply the caller's mapping, ours to theirs, to the built-in names."""
        unknown = sorted(set(mapping or ()) - set(ALIASES))
        if unknown:
            raise UsageError(
                f"there is no {', '.join(unknown)} to read from a column. "
                f"Allowed are {', '.join(ALIASES)}, as in headline=TITLE."
            )
        known = {name: tuple(map(plain_name, aliases)) for name, aliases in ALIASES.items()}
        given = {name: (plain_name(column),) for name, column in (mapping or {}).items()}
        return cls(known | given, dict(mapping or {}), others)

    def check(self, header: Iterable[Any]) -> None:
        """Raise `ReadError` when a table has no column for the body, or lacks a mapped one.

        A table of headlines alone is one, too.
        """
        found = list(header)
        self._demand(self.mapping, found)
        if not self.has("headline", found):
            self._demand(("body",), found)

    def check_mapped(self, record: Iterable[Any]) -> None:
        """Raise `ReadError` when a record lacks a mapped column; an empty one is there."""
        if self.mapping:
            self._demand(self.mapping, list(record))

    def has(self, name: str, header: Iterable[Any]) -> bool:
        """Tell whether one of the columns gives a field."""
        return not {plain_name(column) for column in header}.isdisjoint(self.candidates[name])

    def _demand(self, names: Container[str], header: Sequence[Any]) -> None:
        for name in self.candidates:
            if name in names and not self.has(name, header):
                wanted = [self.mapping[name]] if name in self.mapping else ALIASES[name]
                raise ReadError(
                    f"no column for the {name}. Columns found: {named(header)}. "
                    f"The {name} is read from {named(wanted, ' or ')}; "
                    f"name another with --column {name}=NAME.{_beside(header)}"
                )

    def take(self, fields: dict[str, Any], name: str) -> Any:
        """Remove and return the first value that one of our names is read from.

        `fields` are those that hold something, by name as compared.
        """
        return next((fields.pop(c) for c in self.candidates[name] if c in fields), None)

    def check_body(self, rest: Mapping[str, Any]) -> None:
        """Refuse a headline without a body beside a column that looks like one.

        `rest` are the other columns, by name as written.
        """
        for column, value in rest.items():
            words = len(value.split()) if isinstance(value, str) else 0
            if words >= (BODY_WORDS if _BODY_NAME.search(column) else LONG_WORDS):
                raise ReadError(
                    f"no column for the body, and {column!r} holds {words} words. "
                    f"Read it with --column body={column}, or leave that column out."
                )

    def tell(self, header: Iterable[Any], where: str) -> None:
        """Log what a table's columns are read as."""
        if _LOG.isEnabledFor(logging.INFO):
            _LOG.info("%s: %s", where, self.told(header))

    def told(self, header: Iterable[Any]) -> str:
        """Say what is read from which column, and which are not read.

        >>> Columns.of(None).told(["title", "text", "source", "section"])
        'read: title→headline, text→body, source→outlet; ignored: section'
        """
        written = {plain_name(column): str(column).strip() for column in reversed(list(header))}
        rest, read = dict(written), []
        for name in self.candidates:
            if column := self.take(rest, name):
                read.append(column if column == name else f"{column}→{name}")
        left = [column for column in reversed(rest.values()) if column]
        ignored = f"; {self.others}: {named(left)}" if left else ""
        return f"read: {', '.join(read) or 'nothing'}{ignored}"


def named(names: Sequence[Any], link: str = ", ") -> str:
    """Name the columns that are there, the first of many."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return (link.join(map(str, names[:MOST_NAMED])) or "none") + more


def _beside(header: Sequence[Any]) -> str:
    """Say what to do with a table that names files."""
    if not any(plain_name(name) in FILE_NAMES for name in header):
        return ""
    return " If it tells of other files, give it with --metadata FILE."
