"""`bias train`: a model on labels of one's own."""

import sys
from argparse import Namespace

from bias.outputs import check_writable


def run_train(options: Namespace) -> int:
    """Fit a model, write it with its card, and print its figures."""
    from bias.evaluation.saved import markdown_table
    from bias.own.fit import check_out, train, write

    check_out(options.out)
    check_writable(options.out)
    trained = train(options.task, options.data, dict(options.column), options.label)
    for note in trained.table.notes[:NAMED]:
        print(f"bias: {note}", file=sys.stderr)
    if len(trained.table.notes) > NAMED:
        print(f"bias: and {len(trained.table.notes) - NAMED} more left out", file=sys.stderr)
    paths = write(trained, options.out)
    print(markdown_table(trained.figures))
    print(f"bias: wrote {', '.join(map(str, paths))}", file=sys.stderr)
    return 0


NAMED = 10
"""Rows left out that are named on standard error."""
