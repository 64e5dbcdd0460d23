"""`bias annotate` and `bias agree`: sheets to mark on, and what comes of them."""

import sys
from argparse import Namespace
from functools import partial

from bias.cli.batch import Batch
from bias.coding.items import Item, items_of
from bias.coding.sheet import check_suffix, write_sheet
from bias.document.document import Document
from bias.outputs import check_writable
from bias.shown.harmless import counted

FILES = ("agreement", "disagreements", "labels")
"""What `bias agree -o FOLDER` writes."""


def run_annotate(options: Namespace) -> int:
    """Write a sheet; 1 when an input was refused, else 0."""
    check_suffix(options.out)
    check_writable(options.out)
    batch = Batch(options)
    count = write_sheet(batch.results(partial(_with_items)), options.out)
    if not options.quiet:
        print(f"bias: {counted(count, 'article')} to mark -> {options.out}", file=sys.stderr)
    return int(bool(batch.refused))


def _with_items(document: Document) -> tuple[Document, tuple[Item, ...]]:
    return document, tuple(items_of(document))


def run_agree(options: Namespace) -> int:
    """Print how far people agree, and write tables when asked."""
    from bias.coding.agreement import agreement
    from bias.coding.read import read_sheets
    from bias.coding.tables import disagreements, labels
    from bias.coding.tool import marks_of
    from bias.engines.many import analyze_many
    from bias.evaluation.saved import markdown_table, save_table
    from bias.inputs import read_articles

    marks = read_sheets(options.sheets)
    known = {mark.item for mark in marks}
    articles = read_articles(options.articles) if options.articles else ()
    for analysis in analyze_many(articles):
        marks += [mark for mark in marks_of(analysis) if mark.item in known]
    table = agreement(marks)
    print(markdown_table(table))
    if options.out is not None:
        check_writable(options.out)
        found = zip(FILES, (table, disagreements(marks), labels(marks)), strict=True)
        for name, written in found:
            save_table(written, options.out / f"{name}.csv")
        print(f"bias: {', '.join(FILES)} in {options.out}", file=sys.stderr)
    return 0
