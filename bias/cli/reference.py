"""`bias codebook`, `bias evaluate` and `bias train`: numbers about numbers."""

import csv
import json
import sys
from argparse import Namespace
from importlib import import_module
from typing import TYPE_CHECKING

from bias.cli.lexicons import user_lexicons
from bias.cli.steps import Steps
from bias.errors import UsageError
from bias.outputs import check_writable

if TYPE_CHECKING:
    import pandas as pd

_ELSEWHERE = {"promo_inserts": "promo.inserts"}
"""Benchmarks whose module is not called as they are."""
NAMED = 10
"""Rows left out of training that are named on standard error."""


def run_codebook(options: Namespace) -> int:
    """Print the codebook."""
    from bias import codebook

    lexicons = user_lexicons(options)
    if options.format == "markdown":
        print(codebook.as_markdown(lexicons), end="")
    elif options.format == "json":
        print(json.dumps(codebook.rows(lexicons), indent=2, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, codebook.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(codebook.rows(lexicons))
    return 0


def run_evaluate(options: Namespace) -> int:
    """Run one benchmark, print its table and save it when asked."""
    if not options.data.exists():
        raise UsageError(f"{options.data}: there is no such file or folder. Give --data PATH.")
    if options.out:
        check_writable(options.out)
    from bias.evaluation.saved import markdown_table, save

    name = options.benchmark.replace("-", "_")
    module = import_module(f"bias.evaluation.{_ELSEWHERE.get(name, name)}")
    table: pd.DataFrame = getattr(module, f"evaluate_{name}")(options.data)
    print(markdown_table(table))
    if options.out:
        save(options.benchmark, table, options.out)
    return 0


def run_train(options: Namespace) -> int:
    """Fit a model, write it with its card, and print its figures."""
    from bias.evaluation.saved import markdown_table
    from bias.own.fit import check_out, train, write

    check_out(options.out)
    check_writable(options.out)
    with Steps(options.quiet) as steps:
        trained = train(
            options.task,
            options.data,
            dict(options.column),
            options.label,
            options.positive,
            options.negative,
            steps.told,
        )
    for note in trained.table.notes[:NAMED]:
        print(f"bias: {note}", file=sys.stderr)
    if len(trained.table.notes) > NAMED:
        print(f"bias: and {len(trained.table.notes) - NAMED} more left out", file=sys.stderr)
    if trained.warning:
        print(f"bias: warning: {trained.warning}", file=sys.stderr)
    paths = write(trained, options.out)
    print(markdown_table(trained.figures))
    print(f"bias: wrote {', '.join(map(str, paths))}", file=sys.stderr)
    return 0
