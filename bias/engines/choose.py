"""Where the work is done: on this machine, or on a cluster."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from bias.engines.local import map_chunks
from bias.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")

ENGINES = ("local", "dask")


def results(
    function: Callable[[Sequence[Item]], Iterable[Result]],
    items: Iterable[Item],
    engine: str = "local",
    jobs: int = 1,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """Yield what `function` gives for each item, in order, with bounded memory.

    Parameters
    ----------
    function
        Gives one result for each of a few items. Picklable, but for `local` with one job.
    items
        May be endless.
    engine
        `local`: processes of this machine; `dask`: the workers of a Dask cluster.
    jobs
        Worker processes; of a cluster of its own when `scheduler` is None.
    scheduler
        Address of a running Dask cluster.

    Raises
    ------
    UsageError
        For another engine, a scheduler that is not Dask's, or Dask without its extra.
    """
    if engine not in ENGINES:
        raise UsageError(f"engine is {engine!r}. Allowed: {', '.join(ENGINES)}.")
    if engine == "dask":
        mapped: Iterator[Result] = _dask().map_chunks(function, items, jobs, scheduler)
        return mapped
    if scheduler is not None:
        raise UsageError(f"scheduler {scheduler!r} needs --engine dask. Add it, or leave it out.")
    return map_chunks(function, items, jobs)


def _dask() -> ModuleType:
    try:
        return import_module("bias.engines.dask")
    except ImportError as error:
        raise UsageError(
            "the engine dask needs Dask. Install it with: pip install 'newsbias[dask]'"
        ) from error
