"""What the options of several commands have in common."""

import argparse
import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from bias.engines.choose import ENGINES

Commands: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"

INPUTS = """inputs: a file, a folder, a glob, - for standard input, or the address of a page; by
suffix .txt .md .docx .rtf .html .mhtml .eml .json .jsonl .csv .tsv .xlsx .rss .xml .parquet
.warc and the like (`bias docs reading`), each also .gz. In .txt and .md the first line that
is not empty is the headline. In tables and JSON the columns are id, headline (or title),
body (or text, content) and, if there, outlet (or source), date (or published), url,
authors; standard error says what was read from which column."""


def command(
    commands: Commands, name: str, summary: str, run: str = "", epilog: str = ""
) -> ArgumentParser:
    """Add a command, whose summary is also its description.

    `run` names module and function, `lexicons:run_lexicon_check`: imported when it is called.
    """
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=epilog,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_inputs(parser: ArgumentParser, with_lexicons: bool = True) -> None:
    """Add what the commands that read articles understand alike."""
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="file, folder, glob, - or an address"
    )
    add_columns(parser)
    parser.add_argument(
        "--metadata",
        type=Path,
        metavar="FILE",
        help="a table (.csv, .tsv, .jsonl, .json, .xlsx) that says more of the files: its column "
        "file names one in each row, others are outlet, date, url, authors and your own",
    )
    parser.add_argument(
        "--keep-columns",
        action="store_true",
        help="write the input's own columns, too: as extra in records, as extra_NAME in tables",
    )
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="fetch the pages of addresses (https://…) among several inputs; one alone is fetched "
        "without it",
    )
    if with_lexicons:
        add_lexicons(parser)
    add_models(parser)
    parser.add_argument(
        "--repeats",
        action="store_true",
        help="first count the lines that an outlet sets in several of these articles: "
        "they are hardly the story (reads the inputs twice)",
    )
    _add_engine(parser)
    parser.add_argument("--strict", action="store_true", help="stop at the first refused input")
    parser.add_argument("--quiet", action="store_true", help="no progress bar and no closing line")


def add_models(parser: ArgumentParser) -> None:
    """Add `--model`."""
    _add_repeatable(
        parser, "--model", Path, "FILE",
        "a model that `bias train` wrote: of articles, it gives the rating; of sentences, the "
        "sentences' probabilities; may be given once for each",
    )  # fmt: skip


def add_columns(parser: ArgumentParser) -> None:
    """Add `--column`."""
    told = "read NAME (such as headline) from the input's COLUMN; may be repeated"
    _add_repeatable(parser, "--column", _column, "NAME=COLUMN", told)


def add_jobs(parser: ArgumentParser) -> None:
    """Add `--jobs`."""
    parser.add_argument(
        "--jobs",
        type=whole_number,
        default=_cores(),
        metavar="N",
        help="processes (default: %(default)s)",
    )


def _add_engine(parser: ArgumentParser) -> None:
    add_jobs(parser)
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default="local",
        help="local: processes of this machine; dask: a cluster (default: %(default)s)",
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a running Dask cluster; without it one is made"
    )


def add_data(parser: ArgumentParser) -> None:
    """Add `--data`."""
    parser.add_argument(
        "--data", type=Path, required=True, metavar="PATH", help="the labelled data"
    )


def add_lexicons(parser: ArgumentParser) -> None:
    """Add `--lexicon`."""
    told = "also look for the terms of FILE: .txt, .csv, .tsv, LIWC .dic, quanteda or Vale .yml; "
    _add_repeatable(parser, "--lexicon", Path, "FILE", told + "may be repeated")


def _add_repeatable(
    parser: ArgumentParser, name: str, kind: Callable[[str], object], metavar: str, told: str
) -> None:
    """Add an option that gathers what it is given into a list."""
    parser.add_argument(name, action="append", default=[], type=kind, metavar=metavar, help=told)


def _column(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (name and equals and column):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=COLUMN, such as headline=Title")
    return name, column


def whole_number(text: str) -> int:
    """Read a whole number above 0."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _cores() -> int:
    """Return the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
