"""What a run knows of itself at a checkpoint, and where it keeps that."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from bias.errors import UsageError
from bias.outputs.copies import Copy
from bias.outputs.record import DECIMALS

try:
    import fcntl
except ImportError:  # Windows has none; there two runs into one output are not told apart
    fcntl = None  # type: ignore[assignment]

FIRST = 10
"""Duplicate ids that are named; all are counted."""
MOST_COPIES = 1_000
"""Copies that the manifest names; all are counted."""
LONGEST_NAME = 200
"""Characters of an id or source that are told; an id may be as long as an article."""


@dataclass
class State:
    """Counts, and the sizes of the parts that belong to them."""

    rated: int = 0
    """Articles analysed and written."""
    unrated: int = 0
    """Those of them that are too short to rate."""
    refused: int = 0
    duplicate_ids: int = 0
    """Articles whose id an earlier one had; they are rated, too."""
    duplicates: list[dict[str, str]] = field(default_factory=list)
    """The first of them: id and source."""
    copies: int = 0
    """Articles that tell the story of an earlier one in nearly the same words."""
    copied: list[dict[str, Any]] = field(default_factory=list)
    """The first of them: id and source, those of the earlier one, and how far they agree."""
    left_out: dict[str, int] = field(default_factory=dict)
    """Files of the inputs' folders in formats that are not read, by suffix."""
    rows: dict[str, int] = field(default_factory=dict)
    """Of each table."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes of each part."""
    complete: bool = False
    """All inputs are read: only the parts' last names are wanting."""

    @property
    def read(self) -> int:
        """Articles, and what was refused, in the order of the inputs."""
        return self.rated + self.refused

    @property
    def counts(self) -> dict[str, int]:
        """What the manifest tells."""
        return {
            "read": self.read,
            "rated": self.rated,
            "unrated": self.unrated,
            "refused": self.refused,
            "duplicate_ids": self.duplicate_ids,
        }

    def see_twice(self, name: str, source: str) -> None:
        """Count an id that came before."""
        self.duplicate_ids += 1
        if len(self.duplicates) < FIRST:
            self.duplicates.append({"id": _cut(name), "source": _cut(source)})

    def see_copy(self, copy: Copy) -> None:
        """Count a story that was told before."""
        self.copies += 1
        if len(self.copied) < MOST_COPIES:
            agree = round(copy.agree, DECIMALS)
            names = (copy.id, copy.source, copy.of_id, copy.of_source)
            cut = zip(("id", "source", "of_id", "of_source"), map(_cut, names), strict=True)
            self.copied.append(dict(cut) | {"agree": agree})


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def save_state(state: State, folder: Path) -> None:
    """Replace the last checkpoint; a kill leaves the old one or the new one."""
    save_json(asdict(state), folder / "checkpoint.json")


def load_state(folder: Path) -> State | None:
    """Return the last checkpoint; None without any."""
    try:
        return State(**json.loads((folder / "checkpoint.json").read_text("utf-8")))
    except FileNotFoundError:
        return None


def save_json(content: Any, path: Path) -> None:
    """Write plain data so that they are on the disk before they have their name."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def lock(folder: Path) -> IO[str]:
    """Keep other runs out of a folder, until the file is closed or the process ends.

    Raises `UsageError`: another run is at work there.
    """
    file = (folder / "lock").open("w")
    if fcntl is None:
        file.close()  # an open file could not be removed there
    else:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.close()
            raise UsageError(
                f"{folder}: another run is writing there. Wait for it, or name another output."
            ) from error
    return file
