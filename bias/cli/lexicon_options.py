"""The options of `bias lexicon`."""

from argparse import Namespace
from pathlib import Path

from bias.cli.options import Commands, command

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
    check = command(actions, "check", "check the shipped lists, or FILE", _LEXICON_FILES)
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    check.set_defaults(run=_run_lexicon_check)
    _add_lexicon_audit(actions)
    listing = command(actions, "list", "list the shipped lists")
    listing.set_defaults(run=_run_lexicon_list)
    show = command(actions, "show", "print the entries of one list")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(run=_run_lexicon_show)


def _add_lexicon_audit(actions: Commands) -> None:
    parser = command(
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
