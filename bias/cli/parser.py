"""What the command line understands."""

from argparse import ArgumentParser
from pathlib import Path

from bias.cli.article_options import add_analyze, add_compare, add_report
from bias.cli.coding_options import add_agree, add_annotate, add_verify
from bias.cli.desk_options import add_check, add_inserts, add_mcp, add_pages
from bias.cli.lexicon_options import add_lexicon
from bias.cli.options import Commands, add_columns, add_data, add_lexicons, command
from bias.version import __version__

BENCHMARKS = (
    "articles", "behaviour", "calibration", "compare", "evidence", "frames", "genre", "headlines",
    "lean", "loaded-terms", "promo-inserts", "sentences", "sources", "symmetry", "unlike", "voice",
)  # fmt: skip
TASKS = ("sentences", "articles", "labels")
TRAIN = """table: one file that `bias analyze` reads, such as .csv, .tsv, .jsonl or .parquet; its
columns are body (or text, content) and label, for articles also headline (or title), and if
there, outlet or group: rows of one outlet are kept together in cross-validation. Labels are
0 or 1; of sentences also the share of annotators who said 1; or words, with --positive. Of
labels they are two or more words or numbers, each a class of its own.
Beside MODEL a card (.md) and a calibration plot (.png) are written."""


def build_parser() -> ArgumentParser:
    """Return the parser; each command names in `run` the function from options to status."""
    parser = ArgumentParser(
        prog="bias",
        description="Shows where and how a news article is slanted, with the evidence in place.",
        epilog="Start with: bias analyze ARTICLE.txt    or: bias report FOLDER -o DIR",
    )
    parser.add_argument("--version", action="version", version=f"bias {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    add_analyze(commands)
    add_report(commands)
    add_compare(commands)
    add_check(commands)
    add_inserts(commands)
    add_annotate(commands)
    add_agree(commands)
    _add_evaluate(commands)
    _add_train(commands)
    add_lexicon(commands)
    _add_codebook(commands)
    add_verify(commands)
    add_mcp(commands)
    add_pages(commands)
    return parser


def _add_evaluate(commands: Commands) -> None:
    told = "run a benchmark on labelled data and print its table"
    parser = command(commands, "evaluate", told, "reference:run_evaluate")
    parser.add_argument(
        "benchmark", choices=BENCHMARKS, metavar="BENCHMARK", help=", ".join(BENCHMARKS)
    )
    add_data(parser)
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="OUT",
        help="save the table: .csv, .md, or a folder for both and a plot",
    )


def _add_train(commands: Commands) -> None:
    told = "fit a model of your own on a table of labels"
    parser = command(commands, "train", told, "reference:run_train", TRAIN)
    parser.add_argument("task", choices=TASKS, metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("--data", type=Path, required=True, metavar="PATH", help="the table")
    parser.add_argument(
        "-o", "--out", type=Path, required=True, metavar="MODEL", help="such as mine.json.gz"
    )
    parser.add_argument(
        "--label", default="label", metavar="COLUMN", help="of the labels (default: %(default)s)"
    )
    parser.add_argument(
        "--positive", metavar="WORD", help="labels are words: this one counts as 1, such as Biased"
    )
    parser.add_argument(
        "--negative",
        metavar="WORD",
        help="counts as 0, rows with another are left out (default: the only other word)",
    )
    parser.add_argument("--quiet", action="store_true", help="no progress")
    add_columns(parser)


def _add_codebook(commands: Commands) -> None:
    told = "print every measure: definition, unit, range, source"
    parser = command(commands, "codebook", told, "reference:run_codebook")
    parser.add_argument(
        "--format",
        choices=("markdown", "csv", "json"),
        default="markdown",
        help="default: %(default)s",
    )
    add_lexicons(parser)
