"""How far a long command is, on standard error: a bar where it is watched, lines elsewhere."""

import sys
from time import monotonic
from types import TracebackType
from typing import Any

SECONDS = 15.0
"""Between two lines where standard error is no terminal."""


class Steps:
    """Progress through named steps."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.began = self.last = monotonic()
        self._doing = ""
        self._bar: Any = None

    def __enter__(self) -> "Steps":
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave a clean line, whatever happened."""
        self._close()

    def told(self, doing: str, done: int, total: int) -> None:
        """Show that `done` of `total` parts of a step are done."""
        if self.quiet:
            return
        if sys.stderr.isatty():
            self._draw(doing, done, total)
        else:
            self._write(doing, done, total)

    def _draw(self, doing: str, done: int, total: int) -> None:
        from tqdm import tqdm

        if doing != self._doing:
            self._close()
            self._doing, self._bar = doing, tqdm(desc=doing, total=total, leave=False)
        self._bar.update(done - self._bar.n)
        self._bar.refresh()

    def _write(self, doing: str, done: int, total: int) -> None:
        """Write a line for each step's begin and, every so often, how far it is."""
        now = monotonic()
        if doing == self._doing and now - self.last < SECONDS:
            return
        self._doing, self.last = doing, now
        part = f": {done} of {total}" if total > 1 else ""
        print(f"bias: {doing}{part} ({now - self.began:.0f} s)", file=sys.stderr, flush=True)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
        self._bar = None
