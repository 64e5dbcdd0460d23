"""`bias codebook`, `bias lexicon` and `bias evaluate`: tables to look things up in."""

import csv
import importlib
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bias.errors import UsageError
from bias.output import replacing

if TYPE_CHECKING:
    import pandas as pd

_BENCHMARKS = {
    "articles": "bias.evaluation.articles:evaluate_articles",
    "headlines": "bias.evaluation.headlines:evaluate_headlines",
    "loaded-terms": "bias.evaluation.loaded_terms:evaluate_loaded_terms",
    "promo-inserts": "bias.evaluation.promo_inserts:evaluate_promo_inserts",
    "sentences": "bias.evaluation.sentences:evaluate_sentences",
    "voice": "bias.evaluation.voice:evaluate_voice",
}


def run_codebook(options: Namespace) -> int:
    """Print the codebook."""
    from bias import codebook

    if options.format == "markdown":
        print(codebook.as_markdown(), end="")
    elif options.format == "json":
        print(json.dumps(codebook.rows(), indent=2, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, codebook.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(codebook.rows())
    return 0


def run_lexicon_check(options: Namespace) -> int:
    """Print every problem of the lists; 1 when there is one."""
    from bias.lexicon_check import check_lists

    problems = check_lists(options.files or None)
    for problem in problems:
        print(f"{problem.file}, line {problem.line}: {problem.message}")
    if not problems:
        print("no problems found")
    return int(bool(problems))


def run_lexicon_list(options: Namespace) -> int:
    """Print one line for each shipped list."""
    from bias.lexicon_check import list_summary

    print(f"{'name':<20}{'feature':<16}{'entries':>7}  definition")
    for row in list_summary():
        print(f"{row.name:<20}{row.feature:<16}{row.entries:>7}  {row.definition}")
    return 0


def run_lexicon_show(options: Namespace) -> int:
    """Print the entries of one list, tab-separated."""
    from bias.lexicon import COLUMNS, shipped_list

    terms = shipped_list(options.name).terms
    print("\t".join(COLUMNS))
    for term in terms:
        print("\t".join(str(getattr(term, column)) for column in COLUMNS))
    return 0


def run_evaluate(options: Namespace) -> int:
    """Run one benchmark, print its table and save it when asked."""
    if not options.data.exists():
        raise UsageError(f"{options.data}: there is no such file or folder. Give --data PATH.")
    module, function = _BENCHMARKS[options.benchmark].split(":")
    evaluate: Callable[[Path], pd.DataFrame] = getattr(importlib.import_module(module), function)
    table = evaluate(options.data)
    print(markdown_table(table))
    if options.out:
        _save(table, options.out)
    return 0


def _save(table: "pd.DataFrame", out: Path) -> None:
    with replacing(out) as file:
        if out.suffix == ".csv":
            table.to_csv(file, index=False)
        else:
            file.write(markdown_table(table) + "\n")


def markdown_table(table: "pd.DataFrame") -> str:
    """Return a frame as a Markdown table; undefined cells are empty."""
    rows = [list(map(str, table.columns)), ["---"] * len(table.columns)]
    rows += [[_cell(value) for value in row] for row in table.itertuples(index=False)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else _short(value)
    return "" if value is None else str(value)


def _short(value: float) -> str:
    """Three digits after the point, or three that say something when it is small."""
    return f"{value:.3g}" if abs(value) < 1 else f"{value:.3f}".rstrip("0").rstrip(".")
