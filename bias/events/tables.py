"""A comparison as tables: the rows of each, as the contract lays them down."""

from collections.abc import Iterator, Mapping
from typing import Any

from bias.events.event import Event
from bias.events.wording import contrasts
from bias.outputs.record import number

Rows = Iterator[dict[str, Any]]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "events": ("event", "id", "outlet", "date"),
    "alignment": (
        "event", "a_id", "a_start", "a_end", "b_id", "b_start", "b_end", "relation", "probability",
    ),
    "told": ("event", "id", "start", "end", "told_elsewhere"),
    "wording": (
        "event", "a_id", "a_start", "a_end", "b_id", "b_start", "b_end", "a_voice", "b_voice",
    ),
}  # fmt: skip
"""Columns by table."""


def rows_of(event: Event) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table that an event gives."""
    made = {"events": _events, "alignment": _alignment, "told": _told, "wording": _wording}
    return {table: [*rows(event)] for table, rows in made.items()}


def _events(event: Event) -> Rows:
    for account in event.accounts:
        identity = {"outlet": account.outlet or None, "date": account.date or None}
        yield {"event": event.name, "id": account.id, **identity}


def _alignment(event: Event) -> Rows:
    for tie in event.ties:
        one, other = event.accounts[tie.one], event.accounts[tie.other]
        first, second = one.lines[tie.line], other.lines[tie.other_line]
        places = {
            "a_id": one.id, "a_start": first.start, "a_end": first.end,
            "b_id": other.id, "b_start": second.start, "b_end": second.end,
        }  # fmt: skip
        how = {"relation": tie.relation, "probability": number(tie.probability)}
        yield {"event": event.name, **places, **how}


def _told(event: Event) -> Rows:
    for account, told in zip(event.accounts, event.told, strict=False):
        for line, probability in zip(account.lines, told.tolist(), strict=True):
            place = {"id": account.id, "start": line.start, "end": line.end}
            yield {"event": event.name, **place, "told_elsewhere": number(probability)}


def _wording(event: Event) -> Rows:
    for contrast in contrasts(event):
        one, other = event.accounts[contrast.one], event.accounts[contrast.other]
        first, second = contrast.first, contrast.second
        yield {
            "event": event.name,
            "a_id": one.id, "a_start": first.start, "a_end": first.end,
            "b_id": other.id, "b_start": second.start, "b_end": second.end,
            "a_voice": one.voice(first), "b_voice": other.voice(second),
        }  # fmt: skip
