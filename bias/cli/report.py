"""`bias report`: the same analysis, drawn."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bias.analysis import analyze_document
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.models import user_models
from bias.cli.overlap import check_apart
from bias.errors import UsageError
from bias.inputs.read import files_left_out, said_left_out
from bias.outputs import Layout, check_writable, remove_if_empty
from bias.report import check_formats, write_report
from bias.shown.harmless import counted, harmless

FIRST = ("index.html", "summary.pdf", "summary.png", ".html", ".pdf", ".png")
"""What to open of a report: the first of these that was written."""


def run_report(options: Namespace) -> int:
    """Draw the inputs; 1 when some were refused, else 0."""
    if options.resume:
        raise UsageError(
            "--resume does not apply to bias report: a report is drawn again whole, and equal "
            "input gives equal files. Leave it out, or run bias analyze -o FOLDER --resume."
        )
    formats = check_formats(options.format.split(","))
    check_writable(options.out)
    check_apart(options.inputs, Layout(options.out, ".csv", is_folder=True))
    batch = Batch(options)
    lexicons, models = user_lexicons(options), user_models(options)
    function = partial(analyze_document, lexicons=lexicons, repeats=batch.repeats(), model=models)
    paths = write_report(
        batch.results(function),
        options.out,
        formats=formats,
        by=options.by,
        title=options.title,
        top=options.top,
        pages=options.pages,
        keep_columns=options.keep_columns,
    )
    if paths:
        batch.write_refusals(options.out / "errors.jsonl")
    else:
        remove_if_empty(options.out)
    if not options.quiet:
        told = _told(paths, len(batch.refused), options.out if paths else None)
        if found := files_left_out(options.inputs):
            told += f", {harmless(said_left_out(found))}"
        print(f"bias: {told}", file=sys.stderr)
    return int(bool(batch.refused))


def _told(paths: Sequence[Path], refused: int, out: Path | None) -> str:
    drawn = f"{counted(len(paths), 'file')} in {out}" if out else "nothing drawn"
    first = next((path for end in FIRST for path in paths if path.name.endswith(end)), None)
    opened = f"; open {first}" if first else ""
    where = f", see {out / 'errors.jsonl'}" if out and refused else ""
    return f"{drawn}, {counted(refused, 'input')} refused{where}{opened}"
