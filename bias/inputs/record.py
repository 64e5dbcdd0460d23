"""From one record (a table's row, a JSON object) to an article."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError
from bias.inputs.columns import ALIASES, Columns, named, plain_name
from bias.inputs.fragments import joined
from bias.inputs.limits import LARGEST, too_long
from bias.inputs.story import story_of

INNER = ("name", "rendered", "main", "text", "summary", "sections", "headline", "paragraphs")
"""What a structure in place of a text holds the text under: NewsAPI, WordPress, the New York Times'
interface, fundus."""
VALUES = (*INNER, "title", "value", "$date", "$numberLong", "$oid")
"""The same for a single value: a source's title, a day or a number as MongoDB writes them."""
REMOVED = "[Removed]"
"""What NewsAPI gives for the headline of an article that it has taken back."""
DEEPEST = 6
"""Levels of such structures."""

_SECONDS = re.compile(r"([1-3]\d{9})(?:\d{3})?(?:\.0+)?")
"""Since 1970, from 2001 on; milliseconds perhaps."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PLACE = re.compile(r".*\.\w{2,7}(?:\.gz)?(?::[0-9]+)?|.*:[0-9]+|-", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where records come from: the name to report, and the stem their ids start with."""

    name: str
    stem: str

    def at(self, line: int | None) -> "Origin":
        """Return the origin of one record of a table or list."""
        return self if line is None else Origin(f"{self.name}:{line}", f"{self.stem}:{line}")


def article_of(record: Mapping[Any, Any], origin: Origin, columns: Columns) -> Article:
    """Turn one record into an article.

    Raises `ReadError` when it lacks a mapped column, has neither headline nor body, one of them
    is not text, or a column that is not read looks like the body.
    """
    columns.check_mapped(record)
    taken, rest = _taken(record, columns)
    headline, body = _headline(taken.pop("headline")), _body(taken.pop("body"))
    _check(headline, body, record, rest, columns)
    known = {name: _scalar(value) for name, value in taken.items()}
    known["date"] = _day(known["date"])
    extra = {name: _scalar(value) for name, value in rest.items()} | {"authors": known["authors"]}
    story = story_of(headline, body, known["outlet"])
    return Article(
        headline=story.headline,
        body=story.body,
        id=known["id"] or origin.stem,
        outlet=known["outlet"],
        date=known["date"],
        url=known["url"],
        source=origin.name,
        extra={name: value for name, value in extra.items() if value is not None},
        blocks=story.blocks,
        mended=story.mended,
    )


def fields_of(
    record: Mapping[Any, Any], columns: Columns
) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return a record's fields of an article, but for the body, and its own columns, as texts."""
    taken, rest = _taken(record, columns)
    known = {name: _scalar(value) for name, value in taken.items() if name != "body"}
    known["date"] = _day(known["date"])
    texts = {name: _scalar(value) for name, value in rest.items()}
    return known, {name: text for name, text in texts.items() if text is not None}


def _taken(record: Mapping[Any, Any], columns: Columns) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values of our fields, and those of other columns by name as written."""
    fields, spelling, rest = _fields(record)
    if "source" not in columns.mapping.values():
        _set_place_apart(fields, rest)
    taken = {name: columns.take(fields, name) for name in ALIASES}
    return taken, rest | {spelling[name]: value for name, value in fields.items()}


def _fields(record: Mapping[Any, Any]) -> tuple[dict[str, Any], dict[str, str], dict[str, Any]]:
    """Return what holds something, by name as compared; how it is spelt; what comes twice."""
    fields, spelling, twice = dict[str, Any](), dict[str, str](), dict[str, Any]()
    for key, value in record.items():
        name = plain_name(key)
        if is_missing(value):
            continue
        if name in fields:
            twice[str(key).strip()] = value
        else:
            fields[name], spelling[name] = value, str(key).strip()
    return fields, spelling, twice


def _set_place_apart(fields: dict[str, Any], rest: dict[str, Any]) -> None:
    """Take a `source` that is an address or a file's name for no outlet."""
    source = fields.get("source")
    if not isinstance(source, str):
        return
    if _ADDRESS.fullmatch(source.strip()):
        fields.setdefault("url", source)
        rest["source"] = fields.pop("source")
    elif ("/" in source or ":" in source) and _PLACE.fullmatch(source.strip()):
        rest["source"] = fields.pop("source")


def _check(
    headline: str,
    body: str,
    record: Mapping[Any, Any],
    rest: Mapping[str, Any],
    columns: Columns,
) -> None:
    """Refuse what is no article, or not all of one."""
    if headline.strip() == REMOVED:
        raise ReadError("its service has removed the article. Leave it out.")
    if not headline.strip() and not body.strip():
        raise ReadError(
            f"neither headline nor body. Fields found: {named(list(record))}. "
            "Map others with --column headline=NAME --column body=NAME."
        )
    if not body.strip() and "body" not in columns.mapping:
        columns.check_body(rest)
    if len(headline) + len(body) > LARGEST:
        raise too_long("the article", LARGEST)


def is_missing(value: Any) -> bool:
    """Tell None, NaN and empty text."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def _headline(value: Any) -> str:
    text = _scalar(value)
    if text is None and value is not None:
        raise ReadError(f"the headline is a {type(value).__name__}; it must be text.")
    return (text or "").strip()


def _body(value: Any) -> str:
    """Return the body; a list holds its paragraphs, or pieces of them."""
    if value is None or isinstance(value, str):
        return _clean(value or "")
    return _clean(joined(list(_pieces(value))))


def _pieces(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the texts inside a list or a structure, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple) and depth < DEEPEST:
        for part in value:
            yield from _pieces(part, depth + 1)
    elif isinstance(value, Mapping) and depth < DEEPEST and not value.keys().isdisjoint(INNER):
        yield from _pieces([value[name] for name in INNER if name in value], depth)
    else:
        raise ReadError(
            f"the body holds a {type(value).__name__}; it must be text or a list of paragraphs. "
            "Read another column with --column body=NAME."
        )


def _scalar(value: Any) -> str | None:
    """Return a value as text; texts of a list are parted by commas, other structures are None."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return _listed(value)
    if isinstance(value, Mapping):
        inner = (_scalar(value[name]) for name in VALUES if name in value)
        return next(filter(None, inner), None)
    if value is None or isinstance(value, set):
        return None
    return _clean(str(value)).strip()


def _day(date: str | None) -> str | None:
    """Return a date; seconds or milliseconds since 1970 as ISO writes them.

    >>> _day("1709596800"), _day("2024-03-05"), _day("20240305")
    ('2024-03-05T00:00:00+00:00', '2024-03-05', '20240305')
    """
    seconds = _SECONDS.fullmatch(date or "")
    if seconds is None:
        return date
    return datetime.datetime.fromtimestamp(int(seconds[1]), datetime.UTC).isoformat()


def _listed(values: Sequence[Any]) -> str | None:
    if not all(isinstance(value, str | Mapping) for value in values):
        return None
    return ", ".join(filter(None, map(_scalar, values))) or None


def _clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON may carry and no file can hold."""
    return _SURROGATE.sub("\ufffd", text)
