"""Vale rules in YAML: `existence` with `tokens`, `substitution` with `swap`.

    extends: substitution
    message: "Prefer '%s' over '%s'."
    ignorecase: true
    swap:
      strife-torn: disputed

A rule is one category. Vale's tokens are regular expressions; words and phrases
are taken, what needs an expression is left out and reported with its line.
"""

import re
from typing import Any

from bias.errors import LexiconError
from bias.inputs.lists.entry import Entry, Gathered
from bias.inputs.lists.yaml_nodes import line_of

KINDS = ("existence", "substitution")
_ESCAPED = re.compile(r"\\([^\w\s])")
_EXPRESSION = re.compile(r"[\\^$.|?*+()\[\]{}]")


def is_vale(root: Any) -> bool:
    """Tell a Vale rule from other YAML: it says what it extends."""
    return root.id == "mapping" and any(
        key.id == "scalar" and key.value == "extends" and value.id == "scalar"
        for key, value in root.value
    )


def read_vale(root: Any, file: str, category: str) -> Gathered:
    """Read one Vale rule from its root node.

    Raises `LexiconError`, naming file and line: a rule of another kind, or one without its words.
    """
    keys = {key.value: value for key, value in root.value if key.id == "scalar"}
    kind = keys["extends"]
    if kind.value not in KINDS:
        raise LexiconError(
            f"{file}, line {line_of(kind)}: extends {kind.value!r}. Allowed: {', '.join(KINDS)}."
        )
    found = Gathered(file)
    if "raw" in keys:
        found.report(line_of(keys["raw"]), "'raw' is a regular expression; it is left out.")
    if kind.value == "existence":
        _read_tokens(keys.get("tokens"), line_of(kind), category, _message(keys), found)
    else:
        _read_swap(keys.get("swap"), line_of(kind), category, found)
    _warn_of_case(keys, found)
    return found


def _message(keys: dict[str, Any]) -> str:
    node = keys.get("message")
    return node.value.strip() if node is not None and node.id == "scalar" else ""


def _read_tokens(node: Any, line: int, category: str, message: str, found: Gathered) -> None:
    if node is None or node.id != "sequence":
        raise LexiconError(f"{found.file}, line {line}: no 'tokens'. List words below 'tokens:'.")
    for item in node.value:
        word = item.value if item.id == "scalar" else ""
        _take(word, line_of(item), category, message.replace("%s", word), found)


def _read_swap(node: Any, line: int, category: str, found: Gathered) -> None:
    if node is None or node.id != "mapping":
        raise LexiconError(f"{found.file}, line {line}: no 'swap'. Write 'word: better' below it.")
    for key, better in node.value:
        note = f"instead: {better.value}" if better.id == "scalar" and better.value else ""
        _take(key.value if key.id == "scalar" else "", line_of(key), category, note, found)


def _take(text: str, line: int, category: str, note: str, found: Gathered) -> None:
    """Take a word or phrase; report what is none."""
    plain = _ESCAPED.sub(" ", text)
    if not text.strip():
        found.report(line, "an empty entry; it is left out.")
    elif _EXPRESSION.search(plain):
        found.report(
            line, f"{text!r} is a regular expression; it is left out. Write out its words."
        )
    else:
        found.entries.append(Entry(_ESCAPED.sub(r"\1", text), category, line, note))


def _warn_of_case(keys: dict[str, Any], found: Gathered) -> None:
    """Say that a rule about capitals is matched without regard to them."""
    ignore = keys.get("ignorecase")
    if ignore is not None and ignore.id == "scalar" and ignore.value.strip().lower() == "true":
        return
    for entry in found.entries:
        if entry.text != entry.text.lower():
            found.report(entry.line, f"{entry.text!r}: capitals make no difference here.")
