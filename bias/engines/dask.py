"""Analyze on the workers of a Dask cluster; needs the extra `dask`.

A task that is lost with its worker is done again by another, so that the
results are those of one machine.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

from bias.engines.local import AHEAD, CHUNK, chunks_of
from bias.errors import BiasError, UsageError
from bias.inputs.columns import Columns
from bias.lists.user import UserLexicon
from bias.rating.own import Models
from bias.roles import Repeats

try:
    from distributed import Client, KilledWorker, LocalCluster
except ImportError as error:
    raise ImportError(
        "bias.engines.dask needs Dask. Install it with: pip install 'newsbias[dask]'"
    ) from error

if TYPE_CHECKING:
    from dask.dataframe import DataFrame

Item = TypeVar("Item")
Result = TypeVar("Result")


def analyze_frame(
    frame: "DataFrame",
    columns: Mapping[str, str] | None = None,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> "DataFrame":
    """Analyze one article a row of a Dask frame; lazy, as Dask frames are.

    Parameters and result as for `bias.engines.pandas.analyze_pandas`, partition by partition.
    """
    from bias.engines.pandas import analyze_pandas, empty_frame

    Columns.of(columns).check(frame.columns)
    meta = empty_frame(lexicons)
    return frame.map_partitions(analyze_pandas, columns, tuple(lexicons), repeats, model, meta=meta)


def map_chunks(
    function: Callable[[Sequence[Item]], Iterable[Result]],
    items: Iterable[Item],
    jobs: int = 1,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """Yield what `function` gives for each item, as `bias.engines.choose.results` tells it.

    The cluster's workers need this package in this version. At most `AHEAD * CHUNK` items are
    held for each of its threads. Raises `UsageError` where no scheduler answers, `BiasError` when
    an article ended one worker after the other.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs!r}. Give a whole number above 0.")
    with ExitStack() as stack:
        client = _connect(stack, jobs, scheduler)
        pending = deque[Any]()
        for chunk in chunks_of(items):
            pending.append(client.submit(_list, function, chunk, pure=False))
            if len(pending) >= AHEAD * max(1, sum(client.nthreads().values())):
                yield from _result(pending.popleft())
        while pending:
            yield from _result(pending.popleft())


def _connect(stack: ExitStack, jobs: int, scheduler: str | None) -> Client:
    """Return a client, of a cluster of its own where there is none."""
    if scheduler is not None:
        return stack.enter_context(_client(scheduler))
    cluster = LocalCluster(
        n_workers=jobs,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",  # with None it takes port 8787, or warns
        scheduler_kwargs={"dashboard": False},
    )
    return stack.enter_context(_client(stack.enter_context(cluster)))


def _client(scheduler: str | LocalCluster) -> Client:
    try:
        return Client(scheduler, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {scheduler!r} ({error}). "
            "Start one with `dask scheduler`, or leave --scheduler out."
        ) from error


def _result(future: Any) -> Any:
    try:
        return future.result()
    except KilledWorker as error:
        raise BiasError(
            f"one worker after the other ended at the same {CHUNK} articles ({error}). "
            "Give the workers more memory, or look for a very long article there."
        ) from error


def _list(
    function: Callable[[Sequence[Item]], Iterable[Result]], chunk: list[Item]
) -> list[Result]:
    return list(function(chunk))
