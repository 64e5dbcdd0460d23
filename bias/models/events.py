"""How likely two articles tell the same event: see `bias/models/data/events.md`."""

from dataclasses import dataclass
from functools import cache

from bias.models.files import Form, read_model, shipped
from bias.models.pairs import Sum

FORM = Form("bias-events", 1, ("alike", "least"))
FILE = "events.json"


@dataclass(frozen=True)
class Events:
    """What is learnt of pairs of articles."""

    alike: Sum
    """Of their measures: do both tell one event?"""
    least: float
    """Mean probability from which two groups of articles are one event."""


@cache
def shipped_events() -> Events:
    """Read `events.json`."""
    fields = read_model(shipped(FILE), FORM)
    return Events(Sum.read(fields, "alike"), fields.number("least"))
