"""From one record (a table's row, a JSON object) to an article."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.inputs.limits import LARGEST, too_long
from bias.inputs.story import joined, story_of

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "headline": ("headline", "title"),
    "body": ("body", "text", "content"),
    "outlet": ("outlet", "source"),
    "date": ("date",),
    "url": ("url",),
    "authors": ("authors",),
}
"""Our names, and the columns each is read from: the first that holds something."""

MOST_NAMED = 12
"""Columns that a refusal names; of a wide table the others are counted."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where records come from: the name to report, and the stem their ids start with."""

    name: str
    stem: str

    def at(self, line: int | None) -> "Origin":
        """Return the origin of one record of a table or list."""
        return self if line is None else Origin(f"{self.name}:{line}", f"{self.stem}:{line}")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns each of our names is read from."""

    candidates: dict[str, tuple[str, ...]]
    """Lower case, without white space around them."""

    @classmethod
    def of(cls, mapping: Mapping[str, str] | None) -> "Columns":
        """Apply the caller's mapping, ours to theirs, to the built-in names."""
        unknown = sorted(set(mapping or ()) - set(ALIASES))
        if unknown:
            raise UsageError(
                f"columns: there is no {', '.join(unknown)} to map. "
                f"Allowed are {', '.join(ALIASES)}, as in headline=TITLE."
            )
        given = {name: (_plain(column),) for name, column in (mapping or {}).items()}
        return cls(ALIASES | given)

    def check(self, header: Iterable[Any]) -> None:
        """Raise `ReadError` when a table has no column for the body, or lacks a mapped one."""
        self._demand({"body", *self._mapped()}, header)

    def check_mapped(self, record: Iterable[Any]) -> None:
        """Raise `ReadError` when a record lacks a mapped column; an empty one is there."""
        if mapped := self._mapped():
            self._demand(mapped, record)

    def _mapped(self) -> set[str]:
        """Return the names that the caller mapped."""
        return {name for name, wanted in self.candidates.items() if wanted != ALIASES[name]}

    def _demand(self, names: Container[str], header: Iterable[Any]) -> None:
        found = list(header)
        plain = {_plain(name) for name in found}
        for name, wanted in self.candidates.items():
            if name in names and plain.isdisjoint(wanted):
                raise ReadError(
                    f"no column for the {name}. Columns found: {_named(found)}. "
                    f"The {name} is read from {' or '.join(wanted)}; "
                    f"name another with --column {name}=NAME."
                )


def article_of(record: Mapping[Any, Any], origin: Origin, columns: Columns) -> Article:
    """Turn one record into an article.

    Raises `ReadError` when it lacks a mapped column, has neither headline nor body, or one of them
    is not text.
    """
    columns.check_mapped(record)
    fields = {_plain(key): value for key, value in record.items() if not _is_missing(value)}
    taken = {name: _take(fields, columns.candidates[name]) for name in ALIASES}
    headline, body = _headline(taken.pop("headline")), _body(taken.pop("body"))
    if not headline.strip() and not body.strip():
        raise ReadError(
            f"neither headline nor body. Fields found: {_named(list(record))}. "
            "Map others with --column headline=NAME --column body=NAME."
        )
    if len(headline) + len(body) > LARGEST:
        raise too_long("the article", LARGEST)
    known = {name: _scalar(value) for name, value in taken.items()}
    story = story_of(headline, body, known["outlet"])
    spelling = {_plain(key): str(key).strip() for key in record}
    rest = {spelling[name]: _scalar(value) for name, value in fields.items()}
    rest["authors"] = known["authors"]
    return Article(
        headline=story.headline,
        body=story.body,
        id=known["id"] or origin.stem,
        outlet=known["outlet"],
        date=known["date"],
        url=known["url"],
        source=origin.name,
        extra={name: value for name, value in rest.items() if value is not None},
        blocks=story.blocks,
        mended=story.mended,
    )


def _plain(name: Any) -> str:
    """Return a column's name as it is compared."""
    return str(name).strip().lower()


def _named(names: Sequence[Any]) -> str:
    """Name the columns that are there, the first of many."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return (", ".join(map(str, names[:MOST_NAMED])) or "none") + more


def _take(fields: dict[str, Any], candidates: tuple[str, ...]) -> Any:
    """Remove and return the first candidate that is there."""
    return next((fields.pop(name) for name in candidates if name in fields), None)


def _is_missing(value: Any) -> bool:
    """Tell None, NaN and empty text."""
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def _headline(value: Any) -> str:
    text = _scalar(value)
    if text is None and value is not None:
        raise ReadError(f"the headline is a {type(value).__name__}; it must be text.")
    return (text or "").strip()


def _body(value: Any) -> str:
    """Return the body; a list holds its paragraphs."""
    if isinstance(value, list | tuple):
        value = joined(part if isinstance(part, str) else _refuse(part) for part in value)
    if value is None or isinstance(value, str):
        return _clean(value or "")
    return _refuse(value)


def _refuse(value: Any) -> str:
    raise ReadError(
        f"the body holds a {type(value).__name__}; it must be text or a list of paragraphs."
    )


def _scalar(value: Any) -> str | None:
    """Return a value as text; a list of texts is parted by commas, other structures are None."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return _clean(", ".join(value)) or None
    if value is None or isinstance(value, list | tuple | dict | set):
        return None
    return _clean(str(value)).strip()


def _clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON may carry and no file can hold."""
    return _SURROGATE.sub("\ufffd", text)
