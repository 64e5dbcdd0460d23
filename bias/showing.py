"""What can show itself: at the prompt, in a notebook.

How it looks is the business of `bias.shown`, which stands above all that is shown and is
imported when somebody looks.
"""

from importlib import import_module


class Shows:
    """A value with a line for the prompt and a small page for notebooks."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return what it is in one line."""
        return told("line", self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: one element, nothing loaded, light and dark."""
        return told("card", self)


def told(how: str, thing: object) -> str:
    """Return a thing as `bias.shown` tells it: its `line`, `card`, `summary` or `page`."""
    module = import_module(f"bias.shown.{how}")
    shown: str = getattr(module, how)(thing)
    return shown
