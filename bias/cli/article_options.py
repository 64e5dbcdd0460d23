"""The options of `bias analyze` and `bias report`."""

from argparse import SUPPRESS
from pathlib import Path

from bias.cli.options import INPUTS, Commands, add_inputs, command, whole_number
from bias.outputs import TABLE_FORMS
from bias.report.choice import MOST_PAGES, PAGES


def add_analyze(commands: Commands) -> None:
    """Add `bias analyze`."""
    parser = command(commands, "analyze", "score and rate articles", "analyze:run_analyze", INPUTS)
    add_inputs(parser)
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="OUT",
        help=".jsonl for full records, .csv or .parquet for one row per article, "
        "no suffix for a folder of tidy tables; without it a summary is printed",
    )
    parser.add_argument(
        "--tables",
        choices=TABLE_FORMS,
        default="csv",
        help="form of the tables in an output folder (default: %(default)s)",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with a run into OUT that was stopped or killed"
    )


def add_report(commands: Commands) -> None:
    """Add `bias report`."""
    told = "analyze articles and draw the results"
    parser = command(commands, "report", told, "report:run_report", INPUTS)
    add_inputs(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--format",
        default="pdf,png,html",
        metavar="LIST",
        help="of pdf, png and html (default: %(default)s)",
    )
    parser.add_argument(
        "--by",
        default="outlet",
        metavar="COLUMN",
        help="what to group articles by: outlet, date, source, folder or a column of the input "
        "(default: %(default)s)",
    )
    parser.add_argument("--title", metavar="TEXT", help="title of the summary")
    parser.add_argument(
        "--top",
        type=whole_number,
        default=10,
        metavar="N",
        help="articles and cues listed (default: %(default)s)",
    )
    parser.add_argument(
        "--pages",
        choices=PAGES,
        default="auto",
        help=f"articles with files of their own: all, those listed, or auto: all up to "
        f"{MOST_PAGES}, of more those listed",
    )
    parser.add_argument("--resume", action="store_true", help=SUPPRESS)
