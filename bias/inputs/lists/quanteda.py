"""quanteda dictionaries in YAML: categories, which may hold further ones, over words.

    conflict:
      verbs: [clash*, "lock horns"]
      nouns:
        - feud
        - skirm?sh

`*` and `?` are wildcards (quanteda's valuetype glob). A category inside another
is named after both: `conflict_verbs`.
"""

from typing import Any

from bias.errors import LexiconError
from bias.inputs.lists.entry import Entry, Gathered
from bias.inputs.lists.yaml_nodes import line_of
from bias.words.cut import column_word


def read_quanteda(root: Any, file: str) -> Gathered:
    """Read a quanteda dictionary from its root node.

    Raises `LexiconError`, naming file and line: words outside any category, or a category without
    a name.
    """
    found = Gathered(file)
    if root.id != "mapping":
        raise LexiconError(
            f"{file}, line {line_of(root)}: no category on top. Write 'category:' and below it "
            "its words, each after '- '."
        )
    _read_mapping(root, "", found)
    return found


def _read_mapping(node: Any, parent: str, found: Gathered) -> None:
    for key, value in node.value:
        name = column_word(key.value) if key.id == "scalar" else ""
        if not name:
            raise LexiconError(
                f"{found.file}, line {line_of(key)}: a category without a name of letters. Name it."
            )
        _read_value(value, f"{parent}_{name}" if parent else name, found)


def _read_value(node: Any, category: str, found: Gathered) -> None:
    """Take the words of a category, one, several, or in categories of their own."""
    if node.id == "scalar":
        if node.value.strip():
            found.entries.append(Entry(node.value, category, line_of(node)))
        else:
            found.report(line_of(node), f"an empty entry in {category!r}; it is left out.")
    elif node.id == "mapping":
        _read_mapping(node, category, found)
    elif node.id == "sequence":
        if not node.value:
            found.report(line_of(node), f"category {category!r} has no words.")
        for item in node.value:
            _read_value(item, category, found)
