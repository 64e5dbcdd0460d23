"""`bias codebook` and `bias evaluate`: tables to look things up in."""

import csv
import importlib
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bias.cli.lexicons import user_lexicons
from bias.errors import UsageError
from bias.output import replacing

if TYPE_CHECKING:
    import pandas as pd

_BENCHMARKS = {
    "articles": "bias.evaluation.articles:evaluate_articles",
    "calibration": "bias.evaluation.calibration:evaluate_calibration",
    "genre": "bias.evaluation.genre:evaluate_genre",
    "headlines": "bias.evaluation.headlines:evaluate_headlines",
    "lean": "bias.evaluation.lean:evaluate_lean",
    "loaded-terms": "bias.evaluation.loaded_terms:evaluate_loaded_terms",
    "promo-inserts": "bias.evaluation.promo_inserts:evaluate_promo_inserts",
    "sentences": "bias.evaluation.sentences:evaluate_sentences",
    "symmetry": "bias.evaluation.symmetry:evaluate_symmetry",
    "voice": "bias.evaluation.voice:evaluate_voice",
}


def run_codebook(options: Namespace) -> int:
    """Print the codebook."""
    from bias import codebook

    lexicons = user_lexicons(options)
    if options.format == "markdown":
        print(codebook.as_markdown(lexicons), end="")
    elif options.format == "json":
        print(json.dumps(codebook.rows(lexicons), indent=2, ensure_ascii=False))
    else:
        writer = csv.DictWriter(sys.stdout, codebook.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(codebook.rows(lexicons))
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
        save_table(table, options.out)
    return 0


def save_table(table: "pd.DataFrame", out: Path) -> None:
    """Write a frame: `.csv` as such, any other suffix as Markdown."""
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
