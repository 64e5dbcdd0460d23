"""What a desk has chosen: `[tool.bias.check]` in `pyproject.toml`, or `[check]` in `.bias.toml`.

[tool.bias.check]
fail-above = 0.65

[tool.bias.check.categories]
question = false
vague_attribution = true

[[tool.bias.check.accepted]]
text = "slams"
reason = "the union's own word, quoted in the second paragraph"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bias.desk.accepted import Accepted
from bias.desk.mark import CATEGORIES
from bias.desk.told import STRENGTH
from bias.errors import UsageError

OWN, SHARED = ".bias.toml", "pyproject.toml"
"""In one folder the first counts."""
KEYS = frozenset({"fail-above", "strength", "categories", "accepted"})
ENTRY = frozenset({"text", "reason", "file", "category"})


@dataclass(frozen=True)
class Settings:
    """What is told, and when a check fails."""

    fail_above: float | None = None
    """Only an article rated above fails; None: any finding does."""
    strength: float = STRENGTH
    """How likely a careful reader would mark a stretch, too, at least."""
    categories: Mapping[str, bool] = field(default_factory=dict)
    """False leaves a category out; true tells all of its cues, strong or not."""
    accepted: tuple[Accepted, ...] = ()


def find_settings(start: Path) -> Settings:
    """Return the settings of the nearest file in a folder or one above it; else the usual ones."""
    for folder in (start.resolve(), *start.resolve().parents):
        for name in (OWN, SHARED):
            if (folder / name).is_file() and (table := _table(folder / name)) is not None:
                return _settings(table, str(folder / name))
    return Settings()


def read_settings(path: Path) -> Settings:
    """Return the settings of a file.

    Raises `UsageError`: it cannot be read, or says what is not known.
    """
    return _settings(_table(path) or {}, str(path))


def _table(path: Path) -> dict[str, Any] | None:
    """Return what a file says of checks; None where it says nothing."""
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read as TOML ({error}).") from error
    own = content if path.name != SHARED else content.get("tool", {}).get("bias", {})
    found = own.get("check")
    return found if found is None else _is_table(found, str(path))


def _is_table(found: object, where: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise UsageError(f"{where}: check is {found!r:.40}. Write a table, [check].")
    return found


def _settings(table: Mapping[str, Any], where: str) -> Settings:
    _refuse_unknown(table, KEYS, f"{where}: check")
    fail_above = table.get("fail-above")
    return Settings(
        None if fail_above is None else share_of(fail_above, f"{where}: fail-above"),
        share_of(table.get("strength", STRENGTH), f"{where}: strength"),
        _categories(table.get("categories", {}), where),
        tuple(_accepted(entry, where) for entry in table.get("accepted", [])),
    )


def share_of(value: object, where: str) -> float:
    """Return a number from 0 to 1; raise `UsageError` for what is none."""
    if not isinstance(value, float | int) or isinstance(value, bool) or not 0 <= value <= 1:
        raise UsageError(f"{where} is {value!r}. Give a number from 0 to 1, such as 0.65.")
    return float(value)


def _categories(switches: Any, where: str) -> dict[str, bool]:
    told = f"{where}: categories"
    if not isinstance(switches, dict):
        raise UsageError(f"{told} is {switches!r:.40}. Write a table, such as question = false.")
    _refuse_unknown(switches, CATEGORIES, told)
    for name, is_on in switches.items():
        if not isinstance(is_on, bool):
            raise UsageError(f"{told}: {name} is {is_on!r}. Write true or false.")
    return dict(switches)


def _accepted(entry: Any, where: str) -> Accepted:
    told = f"{where}: accepted"
    if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
        raise UsageError(f'{told}: {entry!r:.60}. Write text = "…" and reason = "…".')
    _refuse_unknown(entry, ENTRY, told)
    for name in ("text", "reason"):
        if not entry.get(name, "").strip():
            raise UsageError(f"{told}: an entry lacks {name}. Say what may stand, and why.")
    if entry.get("category", "rating") not in CATEGORIES:
        _refuse_unknown({entry["category"]: ""}, CATEGORIES, told)
    return Accepted(**entry)


def _refuse_unknown(given: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    if unknown := sorted(given.keys() - known):
        raise UsageError(
            f"{where} has {', '.join(map(repr, unknown))}. Allowed: {', '.join(sorted(known))}."
        )
