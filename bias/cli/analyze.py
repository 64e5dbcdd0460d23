"""`bias analyze`: records to a file, or a summary to the terminal."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from bias.analysis import Analysis, analyze
from bias.article import Article
from bias.cli.batch import Batch
from bias.cli.lexicons import user_lexicons
from bias.cli.terminal import summarize
from bias.output import Record, check_writable, write_records, writer_for
from bias.record import record_of


def run_analyze(options: Namespace) -> int:
    """Analyze the inputs; 1 when some were refused, else 0."""
    batch, lexicons = Batch(options), user_lexicons(options)
    if options.out is not None:
        writer_for(options.out)
        check_writable(options.out)
    function = partial(analyze, lexicons=lexicons, repeats=batch.repeats())
    if options.out is None:
        print(summarize(batch.results(function)), end="")
        return int(bool(batch.refused))
    count = _write(batch.results(partial(_record, function)), options.out)
    batch.write_refusals(_errors_path(options.out))
    _close(count, batch, options)
    return int(bool(batch.refused))


def _record(function: Callable[[Article], Analysis], article: Article) -> Record:
    return record_of(function(article))


def _write(records: Iterator[Record], out: Path) -> int:
    """Write the records; without any, leave no empty file behind."""
    first = next(records, None)
    return 0 if first is None else write_records(chain([first], records), out)


def _errors_path(out: Path) -> Path:
    if out.is_dir() or not out.suffix:
        return out / "errors.jsonl"
    return out.with_name(out.name + ".errors.jsonl")


def _close(count: int, batch: Batch, options: Namespace) -> None:
    if options.quiet:
        return
    line = f"{count} analysed, {len(batch.refused)} refused"
    where = f" -> {options.out}" if count else "; nothing written"
    print(f"bias: {line}{where}", file=sys.stderr)
