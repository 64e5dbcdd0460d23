"""The options of `bias lexicon`."""

from pathlib import Path

from bias.cli.options import Commands, add_data, command

_LEXICON_FILES = """FILE is a term list: .tsv in this project's format, LIWC .dic, a quanteda
dictionary or a Vale rule as .yml or .yaml."""
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
    show = command(actions, "show", "print the entries of one list", "lexicons:run_lexicon_show")
    show.add_argument("name", metavar="NAME")
