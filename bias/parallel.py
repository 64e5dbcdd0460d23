"""Map a function over a stream with several processes; order kept, memory bounded."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

from bias.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 16
"""Items handed to a worker at a time: large enough to hide the hand-over."""
AHEAD = 3
"""Chunks in flight per worker: keeps workers busy and memory bounded."""


def map_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1
) -> Iterator[Result]:
    """Yield `function(item)` for each item, in order.

    Parameters
    ----------
    function
        Picklable when `jobs` is above 1.
    items
        May be endless; at most `jobs * AHEAD * CHUNK` are held.
    jobs
        Worker processes; 1 works in this process.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs!r}. Give a whole number above 0.")
    if jobs == 1:
        yield from map(function, items)
        return
    stream = iter(items)
    pending: deque[Future[list[Result]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        while chunk := list(islice(stream, CHUNK)):
            pending.append(pool.submit(_map_chunk, function, chunk))
            if len(pending) >= jobs * AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _map_chunk(function: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [function(item) for item in chunk]


def _end_with_parent() -> None:
    """Let a worker end when the run is killed; else it would wait for work for ever."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
