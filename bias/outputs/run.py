"""One output in the making: it grows by checkpoints, and gets its name when it is whole.

Everything stands in one hidden folder until the end: a part for each file,
`about.json` with what the run depends on, and `checkpoint.json` with counts and
the parts' sizes. A run that was killed is cut back to its last checkpoint and
goes on from there; as checkpoints stand at fixed counts, the bytes are those of
a run that was never killed.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any

from bias.errors import ReadError, UsageError
from bias.inputs import Refusal
from bias.outputs.copies import Copies, Copy
from bias.outputs.files import remove_if_empty
from bias.outputs.identifiers import Identifiers
from bias.outputs.layout import Encoded, Layout, layout_of
from bias.outputs.part import Part
from bias.outputs.record import Record
from bias.outputs.state import State, load_state, lock, save_json, save_state

CHECKPOINT = 200
"""Articles between checkpoints: two or three seconds of work on two cores, so that writing to the
disk for sure (some 10 ms) costs little and a kill loses little. A judgement of 2026-11-23."""
_OWN_PARTS = ("errors", "ids", "copies")


class Run:
    """One output in the making.

    Parameters
    ----------
    layout
        Of the output.
    about
        What the bytes depend on: inputs, options, versions; goes into a folder's
        manifest.
    resume
        Go on with the unfinished run, if there is one.
    resumable
        Its inputs can be read again from the beginning.

    Raises
    ------
    UsageError
        There is an unfinished run and `resume` was not asked for; or it was, and
        the run depends on something that has changed since.
    """

    def __init__(
        self, layout: Layout, about: Mapping[str, Any], resume: bool = False, resumable: bool = True
    ) -> None:
        self.layout = layout
        self.about = json.loads(json.dumps(about))
        self.resumable = resumable
        self.folder = layout.unfinished
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = lock(self.folder)
        self.state = self._last_state(resume) or State()
        self._is_resumed = self.state.read > 0
        self._parts = {} if self.state.complete else self._open_parts()
        self._ids = Identifiers.read(self.folder / "ids", self.state.sizes.get("ids", 0))
        self._copies = self._read_copies()

    def _read_copies(self) -> Copies:
        """Return the stories of an earlier run."""
        path = self.folder / "copies"
        if self.state.complete or not path.exists():
            return Copies()
        with path.open("rb") as lines:
            return Copies.read(lines)

    def _last_state(self, resume: bool) -> State | None:
        """Return where an earlier run stopped; None to begin from the start."""
        state, about = load_state(self.folder), self.folder / "about.json"
        if state is None or not about.exists():
            self._begin(about)
            return None
        if not resume:
            self._lock.close()
            raise UsageError(
                f"{self.layout.out}: an earlier run stopped after {_articles(state.read)}. "
                f"Add --resume to go on with it, or delete {self.folder} to start over."
            )
        self._check_same(json.loads(about.read_text("utf-8")))
        return state

    def _begin(self, about: Path) -> None:
        """Drop what a run left that cannot be resumed; say what this one depends on."""
        for stale in (about, self.folder / "checkpoint.json"):
            stale.unlink(missing_ok=True)
        if self.resumable:
            save_json(self.about, about)

    def _check_same(self, before: Mapping[str, Any]) -> None:
        now = self.about
        changed = sorted(k for k in before.keys() | now.keys() if before.get(k) != now.get(k))
        if changed:
            self._lock.close()
            raise UsageError(
                f"{self.layout.out}: cannot be resumed, as {_told(changed, before, now)}. "
                f"Undo that, or delete {self.folder} to start over."
            )

    def _open_parts(self) -> dict[str, Part]:
        sizes, layout = self.state.sizes, self.layout
        tables = {
            name: Part(self.folder / name, layout.is_packed(name), sizes.get(name, 0))
            for name in layout.files
        }
        return tables | {
            name: Part(self.folder / name, size=sizes.get(name, 0)) for name in _OWN_PARTS
        }

    def add(self, outcome: Encoded | Refusal) -> Copy | None:
        """Write what became of the next article; return the copy that it is.

        Ids that came before and copies are counted in `state`.
        """
        copy = None
        if isinstance(outcome, Refusal):
            self.state.refused += 1
            self._parts["errors"].add(outcome.as_line())
        else:
            copy = self._add_article(outcome)
        if self.state.read % CHECKPOINT == 0:
            self._checkpoint()
        return copy

    def _add_article(self, article: Encoded) -> Copy | None:
        self.state.rated += 1
        self.state.unrated += not article.is_rated
        for name, rows in article.tables.items():
            self._parts[name].add(rows.content, rows.header)
            self.state.rows[name] = self.state.rows.get(name, 0) + rows.count
        if not self._ids.add(article.id):
            self.state.see_twice(article.id, article.source)
        copy = self._copies.add(article.id, article.source, article.sketch)
        if copy:
            self.state.see_copy(copy)
        return copy

    def _checkpoint(self) -> None:
        self._parts["ids"].add(self._ids.settle())
        self._parts["copies"].add(self._copies.settle())
        self.state.sizes = {name: part.checkpoint() for name, part in self._parts.items()}
        save_state(self.state, self.folder)

    def finish(self) -> State:
        """Give the files their names, each whole; return the counts."""
        if not self.state.complete:
            self.state.complete = True
            self._checkpoint()
        self._close_parts()
        self._publish()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()
        if self.layout.is_folder:
            remove_if_empty(self.layout.out)
        return self.state

    def _publish(self) -> None:
        if self.state.rated:
            for name in self.layout.files:
                self.layout.publish(name, self.folder / name)
        errors = self.folder / "errors"
        if self.state.rated and self.state.refused and errors.exists():
            self.layout.errors.parent.mkdir(parents=True, exist_ok=True)
            errors.replace(self.layout.errors)
        elif not self.state.refused:
            self.layout.errors.unlink(missing_ok=True)
        if self.layout.is_folder and self.state.rated:
            save_json(self._manifest(), self.layout.out / "manifest.json")

    def _manifest(self) -> dict[str, Any]:
        state = self.state
        told = {
            "articles": state.rated,
            "counts": state.counts,
            "rows": state.rows,
            "left_out": state.left_out,
            "copies": {"count": state.copies, "named": state.copied},
        }
        return {**self.about, **told, "duplicates": state.duplicates}

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _close(self) -> None:
        self._close_parts()
        self._lock.close()

    def _close_parts(self) -> None:
        for part in self._parts.values():
            part.close()

    def __enter__(self) -> "Run":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """After an error keep what can be resumed, and say so in a note; else leave nothing.

        A refusal under --strict leaves nothing of this run, but keeps what an earlier one did.
        """
        if error is None:
            self._close()
            return
        state = load_state(self.folder)
        is_strict = isinstance(error, ReadError) and not self._is_resumed
        if not self.resumable or state is None or is_strict:
            self.abandon()
        else:
            self._close()
            error.add_note(
                f"{_articles(state.read)} {'is' if state.read == 1 else 'are'} "
                f"kept in {self.folder}: "
                "--resume goes on from there."
            )


def _articles(number: int) -> str:
    return f"{number:,} article{'s' * (number != 1)}"


def _told(changed: list[str], before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Say what has changed since a run began."""
    name = changed[0]
    old, new = before.get(name), now.get(name)
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        inner = sorted(k for k in old.keys() | new.keys() if old.get(k) != new.get(k))
        name, old, new = f"{name} {inner[0]}", old.get(inner[0]), new.get(inner[0])
    if isinstance(old, list) and isinstance(new, list):
        pairs = zip(old, new, strict=False)
        old, new = next((p for p in pairs if p[0] != p[1]), (len(old), len(new)))
    more = f", and {', '.join(changed[1:])}" if changed[1:] else ""
    return f"{name} changed since it began, from {old} to {new}{more}"


def write_records(
    records: Iterable[Record], out: Path, tables: str = "csv", keeps_columns: bool = False
) -> int:
    """Write records to `out`, whole or not at all; return how many there were.

    Raises `UsageError` for any other suffix.

    Parameters
    ----------
    records
        As `Analysis.to_dict` gives them; may be a stream.
    out
        By suffix, as for `bias.outputs.layout_of`.
    tables
        Form of a folder's tables, one of `bias.outputs.TABLE_FORMS`.
    keeps_columns
        The records have the input's own columns.
    """
    stream, layout = iter(records), layout_of(out, tables, keeps_columns)
    first = next(stream, None)
    if first is None:
        return 0
    about = {"schema_version": first["schema_version"], **first["meta"]}
    with Run(layout, about, resumable=False) as run:
        for number, record in enumerate(chain([first], stream)):
            run.add(layout.encode(record, number))
        return run.finish().rated
