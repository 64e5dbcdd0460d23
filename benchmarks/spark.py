"""Run the recipe for Spark in local mode, and compare its table with that of one machine.

    pip install pyspark            # and Java 17 or later
    python benchmarks/spark.py [--articles 200] [--partitions 4]

The articles are those of `seeds/`, again and again under new headlines; one has no body. Prints
what was compared; the status is 1 when the tables differ.
"""

import argparse
import os
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pandas as pd

from bias.engines.pandas import analyze_pandas, map_in_pandas, spark_schema

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> int:
    """Compare; 1 when the tables differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--partitions", type=int, default=4)
    options = parser.parse_args()
    frame = articles(options.articles)
    found, version = by_spark(frame, options.partitions)
    wanted = analyze_pandas(frame).drop(columns="source").set_index("id")
    found = found.drop(columns="source").set_index("id").loc[wanted.index]
    equal = found.astype(wanted.dtypes.to_dict()).equals(wanted)
    rows = f"{len(found)} rows in {options.partitions} partitions"
    print(f"PySpark {version}: {rows}, {'equal' if equal else 'DIFFERENT'}")
    return int(not equal)


def articles(count: int) -> pd.DataFrame:
    """Return a table of articles; the first has no body."""
    texts = [path.read_text("utf-8").split("\n", 1) for path in sorted(SEEDS.glob("*.txt"))]
    rows = [
        {"id": f"a{number}", "headline": f"{head} ({number})", "body": body if number else None}
        for number, (head, body) in enumerate(islice(cycle(texts), count))
    ]
    return pd.DataFrame(rows)


def by_spark(frame: pd.DataFrame, partitions: int) -> tuple[pd.DataFrame, str]:
    """Return the table that Spark's workers make, and Spark's version."""
    session = local_session()
    try:
        spread = session.createDataFrame(frame).repartition(partitions)
        table: pd.DataFrame = spread.mapInPandas(map_in_pandas, spark_schema()).toPandas()
        return table, session.version
    finally:
        session.stop()


def local_session() -> Any:
    """Return a session of two workers on this machine; nothing outside of it is asked."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SystemExit("This needs PySpark. Install it with: pip install pyspark") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers', too
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    here = "127.0.0.1"
    return (
        builder.config("spark.driver.host", here)
        .config("spark.driver.bindAddress", here)
        .getOrCreate()
    )


if __name__ == "__main__":
    sys.exit(main())
