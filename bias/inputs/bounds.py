"""What a page says about itself, cut to a size that any extractor gets through.

Trafilatura compares every author's name with every other one each time it meets one, and searches
JSON that cannot be parsed in squares. Pages that name thousands would take minutes.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

MOST_PEOPLE = 50
"""Persons that a page's metadata name; no story has so many authors."""
LONGEST_NAMES = 1_000
"""Characters of what names them in one text."""
MOST_BROKEN = 4_000
"""Characters of a page's JSON that cannot be parsed."""
DEEPEST = 30
"""Levels of JSON that are looked into."""

_AUTHORS = ("author", "creator", "byl")
"""What the names of such fields hold."""
_OF_READERS = frozenset({"comment", "comments", "review", "reviews"})
"""Whose authors nobody looks for."""


def bound(tree: Any) -> None:
    """Take out of a parsed page, in place, what it says beyond these limits."""
    _bound_fields(tree)
    people, broken = _Budget(MOST_PEOPLE), MOST_BROKEN
    for script in tree.iter("script"):
        if "json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            content = json.loads(script.text)
        except (ValueError, RecursionError):
            script.text = script.text[:broken]
            broken -= len(script.text)
        else:
            bounded = _bounded(content, people)
            if people.is_spent:
                script.text = json.dumps(bounded)


def _bound_fields(tree: Any) -> None:
    """Cut the names in the head's fields short, and take out the fields beyond the limit."""
    for field in islice(_author_fields(tree), MOST_PEOPLE):
        field.set("content", field.get("content", "")[:LONGEST_NAMES])
    for field in list(islice(_author_fields(tree), MOST_PEOPLE, None)):
        field.attrib.clear()


def _author_fields(tree: Any) -> Iterator[Any]:
    for field in tree.iter("meta"):
        name = f"{field.get('name')} {field.get('property')} {field.get('itemprop')}".lower()
        if any(part in name for part in _AUTHORS):
            yield field


class _Budget:
    """How many persons may still be named."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.is_spent = False
        """Something had to be cut."""

    def take(self) -> bool:
        """Count one more; tell whether it may be named."""
        self.left -= 1
        self.is_spent = self.is_spent or self.left < 0
        return self.left >= 0


def _bounded(value: Any, people: _Budget, depth: int = 0) -> Any:
    """Return JSON without the persons beyond the budget."""
    if depth > DEEPEST:
        people.is_spent = True
        return None
    if isinstance(value, list):
        kept = (item for item in value if not _is_person(item) or people.take())
        return [_bounded(item, people, depth + 1) for item in kept]
    if isinstance(value, dict):
        return {name: _field(name, inner, people, depth + 1) for name, inner in value.items()}
    return value


def _field(name: str, value: Any, people: _Budget, depth: int) -> Any:
    if name.lower() in _OF_READERS:
        return value
    if not any(part in name.lower() for part in _AUTHORS):
        return _bounded(value, people, depth)
    if isinstance(value, list):
        value = [item for item in value if _is_person(item) or people.take()]
    elif not people.take():
        return None
    elif isinstance(value, str):
        people.is_spent = people.is_spent or len(value) > LONGEST_NAMES
        return value[:LONGEST_NAMES]
    return _bounded(value, people, depth)


def _is_person(item: Any) -> bool:
    return isinstance(item, dict) and "person" in str(item.get("@type")).lower()
