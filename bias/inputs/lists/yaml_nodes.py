"""YAML as nodes with line numbers: no objects are made, aliases are refused.

Scalars stay as they are written, so that the word `no` is not taken for False.
"""

from typing import Any

from bias.errors import LexiconError
from bias.lists.user import MOST_ENTRIES

DEEPEST = 20
"""Levels of nesting; a term list needs three or four."""
MOST_VALUES = 2 * MOST_ENTRIES + 1_000
"""Values of a file: an entry is one or, with its replacement, two; the rest are names and notes."""


def compose(text: str, file: str) -> Any:
    """Return the root node of one YAML document.

    A node's `id` is `scalar`, `mapping` or `sequence`; its `value` a text, pairs of nodes, nodes.

    Raises `LexiconError`, naming file and line: no YAML, several documents, an alias, too many
    levels.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_events(yaml.parse(text, Loader=loader), file)
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}, line {mark.line + 1}" if mark else file
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise LexiconError(f"{place}: no valid YAML ({problem}). Correct it there.") from error
    if root is None:
        raise LexiconError(f"{file}: it is empty. Add a category with a list of words.")
    return root


def _check_events(events: Any, file: str) -> None:
    """Refuse, before nodes are made, aliases, endless nesting and too many values."""
    import yaml

    depth = values = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise LexiconError(
                f"{file}, line {line_of(event)}: aliases ('*name') are not read. Write "
                "the words out; a pattern that begins with '*' needs quotes."
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        values += isinstance(event, yaml.ScalarEvent)
        if values > MOST_VALUES:
            raise LexiconError(
                f"{file}, line {line_of(event)}: more than {MOST_VALUES:,} values. Part the list."
            )
        if depth > DEEPEST:
            raise LexiconError(
                f"{file}, line {line_of(event)}: more than {DEEPEST} levels of "
                "nesting. Write fewer."
            )


def line_of(node: Any) -> int:
    """Return the line a node or an event begins in, counted from 1."""
    line: int = node.start_mark.line + 1
    return line
