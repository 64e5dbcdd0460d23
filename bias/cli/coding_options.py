"""The options of `bias annotate`, `bias agree` and `bias verify`."""

from pathlib import Path

from bias.cli.options import (
    INPUTS,
    Commands,
    add_inputs,
    add_jobs,
    add_lexicons,
    add_models,
    command,
)

SHEETS = """A sheet is what `bias annotate -o SHEET.csv` wrote, filled in, or what its page saved.
Its columns are item, kind, text, label, words (of a sentence, parted by |), note and coder;
without coder the file's name tells who marked. Labels: biased or plain; of paragraphs their
role. An empty label counts as not judged.

-o writes agreement.csv, disagreements.csv (what people saw otherwise) and labels.csv, which
`bias train sentences --data FOLDER/labels.csv` takes."""
VERIFY = """Records (.jsonl) are measured again from their own text; of web pages, whose layout
counts and is not in the record, only the spans are compared. A folder of tables is compared
with a second run over the inputs that its manifest.json names. Own lists and models are
given as they were: --lexicon FILE, --model FILE.

status: 0 all follows; 1 something does not; 2 wrong usage."""


def add_annotate(commands: Commands) -> None:
    """Add `bias annotate`."""
    told = "write a sheet on which people mark words, sentences, paragraphs and articles"
    parser = command(commands, "annotate", told, "coding:run_annotate", INPUTS)
    add_inputs(parser, with_lexicons=False)
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        required=True,
        metavar="SHEET",
        help="sheet.html: a page that works offline and saves a table; sheet.csv: the table",
    )


def add_agree(commands: Commands) -> None:
    """Add `bias agree`."""
    told = "tell how far people who marked the same articles agree, and with the tool"
    parser = command(commands, "agree", told, "coding:run_agree", SHEETS)
    parser.add_argument("sheets", nargs="+", type=Path, metavar="SHEET", help="filled in, .csv")
    parser.add_argument(
        "--articles",
        action="append",
        metavar="INPUT",
        help="the articles that were marked: the tool's marks are compared, too; may be repeated",
    )
    parser.add_argument("-o", "--out", type=Path, metavar="FOLDER", help="for the tables")


def add_verify(commands: Commands) -> None:
    """Add `bias verify`."""
    told = "tell whether outputs still follow from their texts, inputs and versions"
    parser = command(commands, "verify", told, "verify:run_verify", VERIFY)
    parser.add_argument(
        "outputs", nargs="+", type=Path, metavar="OUTPUT", help="records (.jsonl) or a folder"
    )
    parser.add_argument(
        "--spans", action="store_true", help="of records only whether spans stand in their text"
    )
    add_lexicons(parser)
    add_models(parser)
    add_jobs(parser)
    parser.add_argument("--quiet", action="store_true", help="no closing line")
