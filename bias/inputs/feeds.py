"""Read the entries of a feed, RSS or Atom, and of a WordPress export, through feedparser."""

import io
import time
from collections.abc import Iterator
from typing import Any

from bias.errors import ReadError
from bias.inputs.columns import Columns
from bias.inputs.items import Records
from bias.inputs.limits import LARGEST, whole
from bias.inputs.record import Origin
from bias.inputs.tables import articles_of

_FAULTS = (
    ValueError, TypeError, AttributeError, ArithmeticError, LookupError, AssertionError,
    RecursionError,
)  # fmt: skip
"""What feedparser raises about feeds that are not sound."""


def read_feed(stream: io.BufferedReader, origin: Origin, columns: Columns) -> Records:
    """Read a `.rss`, `.atom` or `.xml` file: an article for each entry.

    Nothing is fetched. Raises `ReadError` when it is no feed.
    """
    data = whole(stream, "the feed", LARGEST)
    if b"<!ENTITY" in data:
        raise ReadError("it declares entities, as no feed does. Save the feed again.")
    from feedparser import parse

    try:
        feed = parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _FAULTS as error:
        raise ReadError(f"it is no sound feed ({error}). Save it again.") from error
    if not feed.version and not feed.entries:
        raise ReadError(
            "it is no RSS or Atom feed. Save its articles as .html, or correct its suffix."
        )
    records = enumerate(_records(feed), start=1)
    yield from articles_of(records, origin, columns, ())


def _records(feed: Any) -> Iterator[dict[str, Any]]:
    """Yield what each entry says, under our names."""
    outlet = feed.feed.get("title")
    for entry in feed.entries:
        contents = [part.get("value") for part in entry.get("content", ())]
        yield {
            "id": entry.get("id"),
            "headline": entry.get("title"),
            "body": max(filter(None, contents), key=len, default=entry.get("summary")),
            "outlet": entry.get("source", {}).get("title") or outlet,
            "date": _date(entry),
            "url": entry.get("link"),
            "authors": entry.get("author"),
        }


def _date(entry: Any) -> str | None:
    """Return when an entry was published, as ISO writes it, in UTC."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if isinstance(parsed, time.struct_time):
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
    given = entry.get("published") or entry.get("updated")
    return given if isinstance(given, str) else None
