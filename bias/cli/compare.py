"""`bias compare`: one event, told by several."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from bias.analysis import analyze_document
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.models import user_models
from bias.document.document import Document
from bias.errors import UsageError
from bias.events.account import Account
from bias.outputs import check_writable
from bias.report import check_formats
from bias.report.compare import compare_accounts
from bias.shown.harmless import counted


def run_compare(options: Namespace) -> int:
    """Compare the inputs; 1 when some were refused, else 0."""
    formats = check_formats(options.format.split(","))
    check_writable(options.out)
    _check_apart(options.inputs, options.out)
    batch = Batch(options)
    lexicons, models = user_lexicons(options), user_models(options)
    function = partial(_account, lexicons=lexicons, repeats=batch.repeats(), model=models)
    accounts = [*batch.results(function)]
    batch.write_refusals(options.out / "errors.jsonl")
    comparison = compare_accounts(accounts, options.events)
    paths = comparison.write(options.out, formats, options.tables, options.top)
    if not options.quiet:
        told = _told(len(accounts), len(comparison.groups), len(paths), options.out)
        print(f"bias: {told}, {counted(len(batch.refused), 'input')} refused", file=sys.stderr)
    return int(bool(batch.refused))


def _account(document: Document, **how: object) -> Account:
    return Account.of(analyze_document(document, **how))  # type: ignore[arg-type]


def _check_apart(inputs: list[str], out: Path) -> None:
    """Refuse to write among what is read."""
    for given in inputs:
        if given != "-" and Path(given).is_dir() and Path(given).resolve() == out.resolve():
            raise UsageError(
                f"{out}: is read as an input, and the tables would stand among the articles. "
                "Name another output, outside of the inputs."
            )


def _told(articles: int, events: int, files: int, out: Path) -> str:
    found = f" in {counted(events, 'event')}" if events > 1 else ""
    return f"{counted(articles, 'article')}{found} compared, {counted(files, 'file')} in {out}"
