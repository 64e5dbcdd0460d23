"""Work in a process of its own, which is ended when it takes too long."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.pool import Pool
from threading import Lock
from typing import Any

from bias.errors import BiasError


class Worker:
    """One process that does one thing after another.

    Parameters
    ----------
    seconds
        After which a call is given up.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._pool: Pool | None = None
        self._lock = Lock()

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function returns; both, and its errors, must be fit for another process.

        Raises `BiasError` when it takes too long.
        """
        with self._lock:
            self._pool = self._pool or multiprocessing.get_context("spawn").Pool(1)
            try:
                return self._pool.apply_async(function, arguments).get(self.seconds)
            except multiprocessing.TimeoutError:
                self.close()
                raise BiasError(
                    f"No answer within {self.seconds:g} seconds. Give a shorter text."
                ) from None

    def close(self) -> None:
        """End the process; a later call begins another."""
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()
        self._pool = None
