"""What the command line understands."""

import argparse
import os
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from bias import __version__

_INPUTS = """inputs: a file, a folder, a glob, or - for standard input; by suffix .txt .md .html
.htm .json .jsonl .csv .tsv .parquet, each also .gz. In .txt and .md the first line
that is not empty is the headline. In tables and JSON the columns are id, headline
(or title), body (or text, content) and, if there, outlet, date, url, authors."""

_LEXICON_FILES = """FILE is a term list: .tsv in this project's format, LIWC .dic, a quanteda
dictionary or a Vale rule as .yml or .yaml."""
_FLAGS = """flags: dead (never found), overlap (in another list of the same feature),
identity (holds a name of a group or person), topic (most of its articles share a
topic), one side (right or left articles hold it at least twice as often), rarely
marked (experts pass over it)."""

BENCHMARKS = (
    "articles",
    "calibration",
    "headlines",
    "loaded-terms",
    "promo-inserts",
    "sentences",
    "symmetry",
    "voice",
)


def build_parser() -> ArgumentParser:
    """Return the parser; each command sets `run`, a function from options to status."""
    parser = ArgumentParser(
        prog="bias",
        description="Shows where and how a news article is slanted, with the evidence in place.",
        epilog="Start with: bias analyze ARTICLE.txt    or: bias report FOLDER -o DIR",
    )
    parser.add_argument("--version", action="version", version=f"bias {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_analyze(commands)
    _add_report(commands)
    _add_evaluate(commands)
    _add_lexicon(commands)
    _add_codebook(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[ArgumentParser]",
    name: str,
    summary: str,
    epilog: str = "",
) -> ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=epilog,
        formatter_class=RawDescriptionHelpFormatter,
    )


def _add_inputs(parser: ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob or -")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="NAME=COLUMN",
        help="read NAME (such as headline) from the input's COLUMN; may be repeated",
    )
    _add_lexicons(parser)
    parser.add_argument(
        "--repeats",
        action="store_true",
        help="first count the lines that an outlet sets in several of these articles: "
        "they are hardly the story (reads the inputs twice)",
    )
    parser.add_argument(
        "--jobs", type=_jobs, default=_cores(), metavar="N", help="processes (default: %(default)s)"
    )
    parser.add_argument("--strict", action="store_true", help="stop at the first refused input")
    parser.add_argument("--quiet", action="store_true", help="no progress bar and no closing line")


def _add_lexicons(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--lexicon",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="also look for the terms of FILE: .tsv, LIWC .dic, quanteda or Vale .yml; "
        "may be repeated",
    )


def _column(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not (name and equals and column):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=COLUMN, such as headline=Title")
    return name, column


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _cores() -> int:
    """Return the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _add_analyze(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(commands, "analyze", "score and rate articles", _INPUTS)
    _add_inputs(parser)
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="OUT",
        help=".jsonl for full records, .csv or .parquet for one row per article, "
        "no suffix for a folder of tidy tables; without it a summary is printed",
    )
    parser.set_defaults(run=_run_analyze)


def _add_report(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(commands, "report", "analyze articles and draw the results", _INPUTS)
    _add_inputs(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--format",
        default="pdf,png,html",
        metavar="LIST",
        help="of pdf, png and html (default: %(default)s)",
    )
    parser.add_argument("--by", default="outlet", metavar="COLUMN", help="how to group articles")
    parser.add_argument("--title", metavar="TEXT", help="title of the summary")
    parser.add_argument(
        "--top",
        type=_jobs,
        default=10,
        metavar="N",
        help="articles and cues listed (default: %(default)s)",
    )
    parser.set_defaults(run=_run_report)


def _add_evaluate(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(commands, "evaluate", "run a benchmark on labelled data and print its table")
    parser.add_argument(
        "benchmark", choices=BENCHMARKS, metavar="BENCHMARK", help=", ".join(BENCHMARKS)
    )
    parser.add_argument(
        "--data", type=Path, required=True, metavar="PATH", help="the labelled data"
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="save the table as .csv or .md"
    )
    parser.set_defaults(run=_run_evaluate)


def _add_lexicon(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(commands, "lexicon", "check, audit, list or show the term lists")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = _command(actions, "check", "check the shipped lists, or FILE", _LEXICON_FILES)
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    check.set_defaults(run=_run_lexicon_check)
    _add_lexicon_audit(actions)
    listing = _command(actions, "list", "list the shipped lists")
    listing.set_defaults(run=_run_lexicon_list)
    show = _command(actions, "show", "print the entries of one list")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(run=_run_lexicon_show)


def _add_lexicon_audit(actions: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(
        actions,
        "audit",
        "count what each entry of the shipped lists, or of FILE, does on labelled data",
        f"{_LEXICON_FILES}\n{_FLAGS}",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--data", type=Path, required=True, metavar="PATH", help="the labelled data"
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="save the row of every entry as .csv or .md"
    )
    parser.set_defaults(run=_run_lexicon_audit)


def _add_codebook(commands: "argparse._SubParsersAction[ArgumentParser]") -> None:
    parser = _command(commands, "codebook", "print every measure: definition, unit, range, source")
    parser.add_argument(
        "--format",
        choices=("markdown", "csv", "json"),
        default="markdown",
        help="default: %(default)s",
    )
    _add_lexicons(parser)
    parser.set_defaults(run=_run_codebook)


def _run_analyze(options: Namespace) -> int:
    from bias.cli.analyze import run_analyze

    return run_analyze(options)


def _run_report(options: Namespace) -> int:
    from bias.cli.report import run_report

    return run_report(options)


def _run_evaluate(options: Namespace) -> int:
    from bias.cli.reference import run_evaluate

    return run_evaluate(options)


def _run_lexicon_check(options: Namespace) -> int:
    from bias.cli.lexicons import run_lexicon_check

    return run_lexicon_check(options)


def _run_lexicon_audit(options: Namespace) -> int:
    from bias.cli.lexicons import run_lexicon_audit

    return run_lexicon_audit(options)


def _run_lexicon_list(options: Namespace) -> int:
    from bias.cli.lexicons import run_lexicon_list

    return run_lexicon_list(options)


def _run_lexicon_show(options: Namespace) -> int:
    from bias.cli.lexicons import run_lexicon_show

    return run_lexicon_show(options)


def _run_codebook(options: Namespace) -> int:
    from bias.cli.reference import run_codebook

    return run_codebook(options)
