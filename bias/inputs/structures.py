"""Where the records are in a JSON file: a list, an object that holds one, objects one by one."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bias.errors import ReadError
from bias.inputs.columns import Columns, plain_name

DEEPEST = 3
"""Levels of objects around a list of records, as in `{"response": {"docs": [...]}}`."""

_DECODER = json.JSONDecoder()
_BLANKS = " \t\n\r\ufeff\x1e,"
"""White space, a byte order mark, what begins a record of a JSON text sequence (RFC 7464), and the
commas of a list whose brackets are missing."""


def values_of(text: str) -> Iterator[Any]:
    """Yield the values of a JSON text: one, or several behind each other.

    Raises `ReadError` where it is no JSON; nesting too deep and numbers too long are the input's
    fault, too.
    """
    place = _after_blanks(text, 0)
    while place < len(text):
        try:
            value, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"not valid JSON ({error}).") from error
        yield value
        place = _after_blanks(text, place)


def _after_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BLANKS:
        place += 1
    return place


def records_of(content: Any, columns: Columns) -> tuple[list[Any], bool]:
    """Return the records in a file's only value, and whether they are several.

    An object without headline and body holds them: as its only list of objects, under `articles`
    first, or under their ids.
    """
    if isinstance(content, list):
        return content, True
    if not isinstance(content, dict):
        return [content], False
    if isinstance(content.get("articles"), list):
        return content["articles"], True
    if (rows := _rows_of_columns(content, columns)) is not None:
        return rows, True
    if _is_record(content, columns):
        return [content], False
    if content and all(_is_record(value, columns) for value in content.values()):
        return [{"id": key} | value for key, value in content.items()], True
    lists = [*_lists(content)]
    return (lists[0], True) if len(lists) == 1 else ([content], False)


def _rows_of_columns(content: Mapping[str, Any], columns: Columns) -> list[Any] | None:
    """Return the rows of a table that was written column by column, as pandas does; else None.

    Columns hold their cells in lists of one length, or under the rows' labels; or `columns` names
    them, and `data` holds the rows.
    """
    names, data = content.get("columns"), content.get("data")
    if isinstance(names, list) and isinstance(data, list) and columns.has("body", names):
        rows = (row for row in data if isinstance(row, list))
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    sought = [v for n, v in content.items() if columns.has("headline", [n])]
    told = [v for n, v in content.items() if columns.has("body", [n])]
    for kind in (Mapping, list):
        held = [v for v in (*sought, *told) if isinstance(v, kind)]
        if sought and told and len(held) == len(sought) + len(told):
            return _rows(content, held[0])
    return None


def _rows(content: Mapping[str, Any], first: Any) -> list[Any] | None:
    """Return the rows of columns that all have the cells that one has; None where they differ."""
    if isinstance(first, Mapping):
        if not all(isinstance(v, Mapping) and v.keys() == first.keys() for v in content.values()):
            return None
        return [{name: cells[key] for name, cells in content.items()} for key in first]
    if not all(isinstance(v, list) and len(v) == len(first) for v in content.values()):
        return None
    return [dict(zip(content, row, strict=True)) for row in zip(*content.values(), strict=True)]


def unwrapped(record: Mapping[Any, Any], columns: Columns) -> Mapping[Any, Any]:
    """Return a record without a body with the fields of the object in it that has one.

    So the Guardian (`fields`), Elasticsearch (`_source`), JSON:API (`attributes`) and GraphQL
    (`node`) wrap theirs.
    """
    if columns.has("body", record):
        return record
    for name, inner in record.items():
        if isinstance(inner, Mapping) and columns.has("body", inner):
            return {key: value for key, value in record.items() if key != name} | dict(inner)
    return record


def _is_record(value: Any, columns: Columns) -> bool:
    if not isinstance(value, Mapping):
        return False
    names = {plain_name(name) for name, inner in value.items() if not _holds_records(inner)}
    sought = {name for field in ("headline", "body") for name in columns.candidates[field]}
    return not names.isdisjoint(sought)


def _lists(content: Mapping[str, Any], depth: int = 0) -> Iterator[list[Any]]:
    """Yield the lists of objects in an object and those inside it."""
    for value in content.values():
        if _holds_records(value):
            yield value
        elif isinstance(value, Mapping) and depth < DEEPEST:
            yield from _lists(value, depth + 1)


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def begins_document(line: str) -> bool:
    r"""Tell the first line of JSON that stands over several lines from a whole record.

    >>> begins_document('{\n'), begins_document('[{"title": "A",\n'), begins_document('{"a": 1}')
    (True, True, False)
    """
    bare = line.strip()
    return bare.startswith(("{", "[")) and (bare.startswith("[") or bare.endswith(("{", "[", ",")))
