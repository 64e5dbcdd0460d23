"""`bias report`: the same analysis, drawn."""

import sys
from argparse import Namespace
from functools import partial

from bias.analysis import analyze
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.models import user_models
from bias.output import check_writable
from bias.report import check_formats, write_report


def run_report(options: Namespace) -> int:
    """Draw the inputs; 1 when some were refused, else 0."""
    formats = check_formats(options.format.split(","))
    check_writable(options.out)
    batch = Batch(options)
    lexicons, models = user_lexicons(options), user_models(options)
    function = partial(analyze, lexicons=lexicons, repeats=batch.repeats(), model=models)
    paths = write_report(
        batch.results(function),
        options.out,
        formats=formats,
        by=options.by,
        title=options.title,
        top=options.top,
        pages=options.pages,
    )
    batch.write_refusals(options.out / "errors.jsonl")
    if not options.quiet:
        print(
            f"bias: {len(paths)} files in {options.out}, {len(batch.refused)} inputs refused",
            file=sys.stderr,
        )
    return int(bool(batch.refused))
