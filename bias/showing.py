"""What can show itself: at the prompt, in a notebook, as text, as a page, as data.

How it looks is the business of `bias.shown`, which stands above all that is shown and is
imported when somebody looks.
"""

import json
from importlib import import_module
from typing import Any


class Shows:
    """A value with a line for the prompt, a small element for notebooks, and longer forms."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return what it is in one line."""
        return str(_shown("line", self))

    def _repr_html_(self) -> str:
        """Return what a notebook shows: one element, nothing loaded, light and dark."""
        return str(_shown("card", self))

    def summary(self) -> str:
        """Return a readable summary that fits a terminal; of an article some thirty lines."""
        return str(_shown("summary", self))

    def to_html(self) -> str:
        """Return one HTML page that needs nothing beside it: what the reports write, where they do.

        Its links to other pages are words.
        """
        return str(_shown("page", self))

    def to_dict(self) -> dict[str, Any]:
        """Return plain data; what is undefined is None."""
        data: dict[str, Any] = _shown("data", self)
        return data

    def to_json(self) -> str:
        """Return `to_dict()` as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False)


def _shown(how: str, thing: object) -> Any:
    """Return a thing as `bias.shown` tells it: its `line`, `card`, `summary`, `page` or `data`."""
    return getattr(import_module(f"bias.shown.{how}"), how)(thing)
