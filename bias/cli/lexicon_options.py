"""The options of `bias lexicon`."""

from pathlib import Path

from bias.cli.options import Commands, add_columns, add_data, command, whole_number

_LEXICON_FILES = """FILE is a term list: .txt with one word a line, .csv or .tsv with a column
`term` or in this project's format, LIWC .dic, a quanteda dictionary or a Vale rule as .yml or
.yaml."""
_SUGGEST = """Proposed are words of the inputs that stand where the list's words stand in news (by
word vectors that come with the package), with their nearest words and how often they occur. The
output is a list itself: strike what does not belong, and use it with --lexicon."""
_FLAGS = """flags: dead (never found), overlap (in another list of the same feature),
identity (holds a name of a group or person), topic (most of its articles share a
topic), one side (right or left articles hold it at least twice as often), rarely
marked (experts pass over it)."""


def add_lexicon(commands: Commands) -> None:
    """Add `bias lexicon` and its actions."""
    parser = command(commands, "lexicon", "check, audit, list or show the term lists")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    told = "check the shipped lists, or FILE"
    check = command(actions, "check", told, "lexicons:run_lexicon_check", _LEXICON_FILES)
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    told = "count what each entry of the shipped lists, or of FILE, does on labelled data"
    epilog = f"{_LEXICON_FILES}\n{_FLAGS}"
    audit = command(actions, "audit", told, "lexicons:run_lexicon_audit", epilog)
    audit.add_argument("files", nargs="*", type=Path, metavar="FILE")
    add_data(audit)
    audit.add_argument(
        "-o", "--out", type=Path, metavar="FILE", help="save the row of every entry as .csv or .md"
    )
    command(actions, "list", "list the shipped lists", "lexicons:run_lexicon_list")
    told = "print the entries of a shipped list, or of FILE"
    show = command(actions, "show", told, "lexicons:run_lexicon_show", _LEXICON_FILES)
    show.add_argument("name", metavar="NAME|FILE")
    told = "propose words for a list of your own from your articles"
    suggest = command(actions, "suggest", told, "lexicons:run_lexicon_suggest", _SUGGEST)
    suggest.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob or -")
    suggest.add_argument(
        "--seed", type=Path, required=True, metavar="FILE", help="the list: a few words are enough"
    )
    suggest.add_argument(
        "--top", type=whole_number, metavar="N", help="at most N a category (default: 30)"
    )
    suggest.add_argument("-o", "--out", type=Path, metavar="FILE", help="write to FILE.tsv")
    add_columns(suggest)
