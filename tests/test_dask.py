"""Dask and Spark: the same table as on one machine, whatever happens to the workers."""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from dying import analyze_or_die, pass_or_die
from pandas.testing import assert_frame_equal

import bias
from bias.cli import main
from bias.engines.choose import results
from bias.engines.pandas import analyze_pandas, empty_frame, map_in_pandas, spark_schema
from bias.errors import ReadError, UsageError
from bias.outputs.rows import TEXT_COLUMNS

BODY = (
    "The council of Wexmoor voted on Monday to close the ferry line across the bay. "
    "“This is a shameful betrayal of the islanders,” said Dora Pell, who runs the bakery. "
    "The reckless plan leaves 300 households without a crossing in winter, she added.\n\n"
    "The harbour office put the yearly loss at 40,000 crowns and will hear objections until May."
)


def articles(count: int) -> pd.DataFrame:
    """Return a table of invented articles that differ."""
    rows = [
        {"id": f"a{n}", "headline": f"Council Slams Ferry No. {n}", "body": BODY + f" Case {n}."}
        for n in range(count)
    ]
    return pd.DataFrame(rows, columns=["id", "headline", "body"])


def local(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table of the local engine."""
    made = (
        bias.Article(id=row.id, headline=row.headline, body=row.body, source=f"table:{row.Index}")
        for row in frame.itertuples()
    )
    return bias.to_frame(bias.analyze_many(made)).set_index(frame.index)


def test_a_frame_gives_the_table_of_the_local_engine() -> None:
    """Columns, order and numbers are those of `to_frame`, the index is the frame's."""
    frame = articles(3).set_index(pd.Index([7, 5, 9]))
    found = analyze_pandas(frame)
    assert_frame_equal(found, local(frame).astype(found.dtypes.to_dict()))
    assert list(found["rating_bias"].isna()) == [False] * 3


def test_types_do_not_hang_on_the_articles() -> None:
    """Empty, short and full frames have the same columns of the same types."""
    short = pd.DataFrame({"text": ["It is open."]})
    kinds = empty_frame().dtypes
    assert (analyze_pandas(short).dtypes == kinds).all()
    assert (analyze_pandas(articles(1)).dtypes == kinds).all()
    assert {str(kind) for name, kind in kinds.items() if name in TEXT_COLUMNS} == {"string"}


@pytest.mark.parametrize("body", [None, float("nan"), pd.NA, "", {"a": 1}, [1, 2]])
def test_a_row_that_cannot_be_read_keeps_its_place(body: Any) -> None:
    """Its numbers are undefined and the reason is told; the other rows are rated."""
    frame = pd.DataFrame({"id": ["x", "y"], "body": pd.Series([body, BODY], dtype=object)})
    found = analyze_pandas(frame)
    assert found["rating_bias"].isna().tolist() == [True, False]
    assert "body" in found["rating_reason"][0]
    assert found["source"].tolist() == ["table:0", "table:1"]


def test_paragraphs_may_come_as_an_array() -> None:
    """Spark hands lists over as arrays; they are read as lists are."""
    import numpy as np

    both = [["One came.", "Two went."], np.array(["One came.", "Two went."], dtype=object)]
    found = analyze_pandas(pd.DataFrame({"id": ["x", "x"], "body": both}))
    assert found.iloc[0].drop("source").equals(found.iloc[1].drop("source"))


def test_a_frame_without_a_body_is_refused() -> None:
    """The columns there are and the way out are named; a mapped column is read."""
    with pytest.raises(ReadError, match=r"Columns found: Words.*--column body=NAME"):
        analyze_pandas(pd.DataFrame({"Words": [BODY]}))
    mapped = analyze_pandas(pd.DataFrame({"Words": [BODY]}), {"body": "Words"})
    assert mapped["id"].tolist() == ["table:0"]


def test_map_in_pandas_streams_frames_of_one_schema() -> None:
    """Each frame comes as it is asked for, and Spark's schema names its columns."""
    frames = map_in_pandas(iter([articles(1), articles(0), articles(2)]))
    first = next(frames)
    assert [len(first), *map(len, frames)] == [1, 0, 2]
    schema = dict(entry.split() for entry in spark_schema().split(", "))
    assert [name.strip("`") for name in schema] == list(first.columns)
    assert schema["`id`"] == "string"
    assert schema["`rating_bias`"] == "double"


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to Dask say what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "bias.engines.dask", raising=False)
    with pytest.raises(UsageError, match=r"pip install 'newsbias\[dask\]'"):
        results(len, ["x"], "dask")
    with pytest.raises(ImportError, match=r"pip install 'newsbias\[dask\]'"):
        __import__("bias.engines.dask")


@pytest.fixture(scope="module")
def client() -> Any:
    """Return a client of a cluster of two worker processes."""
    distributed, dask = pytest.importorskip("distributed"), pytest.importorskip("dask")
    with (
        dask.config.set(
            {"distributed.comm.timeouts.connect": "5s"}
        ),  # a dead worker's is waited for
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_a_frame_on_a_cluster_that_loses_a_worker(client: Any, tmp_path: Path) -> None:
    """The table equals the local engine's, though a worker was killed on the way."""
    import dask.dataframe as dd

    from bias.engines.dask import analyze_frame

    frame, mark = articles(24), tmp_path / "killed"
    parts = dd.from_pandas(frame, npartitions=6, sort=False)
    parts = parts.map_partitions(pass_or_die, str(mark), meta=parts._meta)
    found = analyze_frame(parts)
    assert (found.dtypes == empty_frame().dtypes).all()
    computed = found.compute()
    assert mark.exists()
    assert_frame_equal(computed, local(frame).astype(found.dtypes.to_dict()))


@pytest.mark.parametrize("is_own", [False, True])
def test_the_command_on_a_cluster_that_loses_a_worker(
    client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_own: bool
) -> None:
    """Though a worker was killed, the bytes are the local engine's: nothing lost, twice or moved.

    So it is on a cluster with an address, and on one that the command makes for itself.
    """
    source, mark = tmp_path / "a.jsonl", tmp_path / "killed"
    lines = articles(80).to_json(orient="records", lines=True).splitlines()
    source.write_text("\n".join([*lines, "{broken", *lines[:3]]), "utf-8")
    where = ["--jobs", "2"] if is_own else ["--scheduler", client.scheduler.address]
    made = []
    for engine in (["--jobs", "1"], ["--engine", "dask", *where]):
        out = str(tmp_path / "x.jsonl")
        assert main(["analyze", str(source), "-o", out, "--quiet", *engine]) == 1
        made.append(Path(out).read_bytes())
        monkeypatch.setattr(
            "bias.cli.analyze.analyze_document", partial(analyze_or_die, mark=str(mark))
        )
    assert mark.exists()
    assert made[0] == made[1]
    assert len(made[0].splitlines()) == 83


def test_no_scheduler_at_the_address() -> None:
    """An address where nothing answers is wrong usage."""
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="no Dask scheduler answers"):
        list(results(len, ["x"], "dask", scheduler="nonsense://x"))
