"""`bias lexicon`, and the option `--lexicon`: term lists checked, listed, read, added to."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bias.errors import LexiconError, UsageError

if TYPE_CHECKING:
    from bias.lists.user import Problem, UserLexicon

SHOWN = 10
"""Problems of a list told before an analysis; `bias lexicon check` tells all."""


def user_lexicons(options: Namespace) -> "tuple[UserLexicon, ...]":
    """Read the lists named by `--lexicon` and tell what was left out of them.

    Raises `UsageError`: a list cannot be read, or its name is taken.
    """
    if not options.lexicon:
        return ()
    from bias.features.user_terms import check_user_lexicons
    from bias.inputs.lists import read_lexicon

    try:
        lexicons = tuple(read_lexicon(path) for path in options.lexicon)
    except LexiconError as error:
        raise UsageError(str(error)) from error
    check_user_lexicons(lexicons)
    for lexicon in lexicons:
        _tell(lexicon)
    return lexicons


def _tell(lexicon: "UserLexicon") -> None:
    """Name what was left out on standard error."""
    for problem in lexicon.problems[:SHOWN]:
        print(f"bias: {told(problem)}", file=sys.stderr)
    if more := len(lexicon.problems[SHOWN:]):
        print(
            f"bias: {lexicon.source}: {more} more; bias lexicon check {lexicon.source} tells all",
            file=sys.stderr,
        )


def told(problem: "Problem") -> str:
    """Return a problem as one line: file, line, what is wrong."""
    if problem.message.startswith(problem.file):
        return problem.message
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    return f"{place}: {problem.message}"


def run_lexicon_check(options: Namespace) -> int:
    """Print every problem of the lists; 1 when there is one."""
    from bias.inputs.lists.check import check_lists

    problems = check_lists(options.files or None)
    for problem in problems:
        print(told(problem))
    if not problems:
        print("no problems found")
    return int(bool(problems))


def run_lexicon_list(options: Namespace) -> int:
    """Print one line for each shipped list."""
    from bias.lists.terms import shipped_list, shipped_names

    print(f"{'name':<20}{'feature':<16}{'entries':>7}  definition")
    for terms in map(shipped_list, shipped_names()):
        feature, definition = (terms.header.get(key, "") for key in ("feature", "definition"))
        print(f"{terms.name:<20}{feature:<16}{len(terms.terms):>7}  {definition}")
    return 0


def run_lexicon_show(options: Namespace) -> int:
    """Print the entries of one list, tab-separated; of a file with their categories."""
    from bias.inputs.lists.read import SUFFIXES
    from bias.lists.terms import COLUMNS, shipped_list

    if options.name.lower().endswith(SUFFIXES):
        columns, terms = ["category", *COLUMNS], _read(Path(options.name)).terms
    else:
        columns, terms = [*COLUMNS], shipped_list(options.name).terms
    print("\t".join(columns))
    for term in terms:
        print("\t".join(str(getattr(term, column)) for column in columns))
    return 0


def run_lexicon_suggest(options: Namespace) -> int:
    """Print or write a list with words proposed for it; 1 when an input was refused."""
    from bias.inputs import Refusal, read_articles
    from bias.outputs import check_writable, replacing
    from bias.own.suggest import TOP, as_list, suggest

    if options.out:
        if options.out.suffix.lower() != ".tsv":
            raise UsageError(f"{options.out}: proposals are written as .tsv. Name it so.")
        check_writable(options.out)
    refused: list[Refusal] = []
    lexicon = _read(options.seed)
    articles = read_articles(options.inputs, dict(options.column), refused.append)
    made = as_list(lexicon, suggest(lexicon, articles, options.top or TOP))
    if options.out:
        with replacing(options.out) as file:
            file.write(made)
    else:
        print(made, end="")
    for refusal in refused:
        print(f"bias: refused {refusal}", file=sys.stderr)
    return int(bool(refused))


def _read(path: Path) -> "UserLexicon":
    """Read one list and tell what was left out of it."""
    from bias.inputs.lists import read_lexicon

    lexicon = read_lexicon(path)
    _tell(lexicon)
    return lexicon


def run_lexicon_audit(options: Namespace) -> int:
    """Print the flagged entries and a row for each list; save every entry when asked."""
    from bias.evaluation.lexicon_audit import audit, shipped_audit_lists, user_audit_lists
    from bias.evaluation.saved import markdown_table, save_table

    if not options.data.exists():
        raise UsageError(f"{options.data}: there is no such file or folder. Give --data PATH.")
    lists = user_audit_lists(options.files) if options.files else shipped_audit_lists()
    table, summary = audit(lists, options.data)
    flagged = table[table["flags"].ne("") & table["flags"].ne("dead")]
    print(markdown_table(flagged))
    print()
    print(markdown_table(summary))
    if options.out:
        save_table(table, options.out)
    return 0
