"""The card of a model of one's own: what it learnt from, how good it is, what it is for."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bias.evaluation.saved import markdown_table
from bias.models.files import Form
from bias.own.table import NAMED, Table
from bias.version import __version__

if TYPE_CHECKING:
    import pandas as pd

_USE = {
    "sentences": "It gives the sentences' probabilities; the rating does not see it.",
    "articles": "It gives the rating with its interval. What the shipped model's ratings alone can "
    "be compared by, the percentile of `bias` among news articles, is undefined under it.",
    "labels": "It gives features named after the file and the labels, such as `label_FILE_LABEL`: "
    "their probabilities, which add up to 1. The rating does not see them.",
}
_MEASURED = (
    "Accuracy is at the table's own share of ones, balanced accuracy and macro F1 at even odds; "
    "low and high are a 95 % bootstrap interval, of whole outlets where named. The bag of "
    "words sees names, which the models do not. The shipped model judges by its own labels."
)
_MEASURED_OF_LABELS = (
    "The likeliest label counts, every label held equally likely beforehand; low and high are a "
    "95 % bootstrap interval, of whole outlets where named. The bag of words sees names, which "
    "this model does not."
)
_CALIBRATED = (
    "Probabilities answer a reader who beforehand held both labels equally likely; here the "
    "table's own share is added, so that they can be held against it. `value` of a tenth is "
    "the share of ones in it, with its 95 % interval."
)
_CALIBRATED_OF_LABELS = (
    "Of the likeliest label: `predicted` is how likely it was said to be, `value` how often it was "
    "right, with its 95 % interval. Probabilities hold every label equally likely beforehand; the "
    "table's labels need not be."
)


@dataclass(frozen=True)
class Trained:
    """A model of one's own, and how it did on rows that it did not see."""

    task: str
    table: Table
    """What was left of the labels when those that cannot be used were gone."""
    form: Form
    """Of the file."""
    content: Mapping[str, Any]
    drawn: str
    """How the folds were drawn."""
    figures: "pd.DataFrame"
    """As `bias.own.figures.figures` returns them."""
    reliability: "pd.DataFrame"
    """As `bias.own.figures.reliability` returns them."""
    warning: str | None = None
    """What the figures flatter, and why; None where they do not."""


def card(trained: Trained, name: str, digest: str, plot: str) -> str:
    """Return the card in Markdown.

    Parameters
    ----------
    name, digest
        Of the model's file.
    plot
        Name of the calibration plot beside it.
    """
    several = bool(trained.table.kinds)
    parts = [
        f"# Model card: {name}",
        f"A model of {trained.task} on labels of your own. Use: "
        f"`bias analyze INPUT --model {name}`. {_USE[trained.task]}",
        "\n".join(_facts(trained, name, digest)),
        "## Figures",
        f"Of rows that the model did not see: {trained.drawn}. Every step is fitted again in each "
        f"fold. {_MEASURED_OF_LABELS if several else _MEASURED}",
        *([f"**Mind:** {trained.warning}"] if trained.warning else []),
        markdown_table(trained.figures),
        "## Calibration",
        f"![Predicted probability and observed share of each tenth]({plot})",
        _CALIBRATED_OF_LABELS if several else _CALIBRATED,
        markdown_table(trained.reliability.drop(columns="model")),
        *_left_out(trained),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(trained: Trained, name: str, digest: str) -> Iterator[str]:
    table = trained.table
    told = ", ".join(f"{count} labelled {label}" for label, count in reversed(table.counts.items()))
    yield "| | |\n| --- | --- |"
    yield f"| data | {table.name}, SHA-256, first 12 digits: {table.digest} |"
    yield f"| rows | {len(table.share)}: {told} |"
    yield f"| outlets | {len(set(table.groups)) or 'not named'} |"
    yield f"| splits | {trained.drawn} |"
    form = trained.form
    yield f"| format | {form.name}, version {form.version}; plain data, JSON, gzip |"
    yield f"| SHA-256, first 12 digits | {digest} |"
    words = table.words
    meant = f" --positive '{words.positive}' --negative '{words.negative}'" if words else ""
    yield f"| command | `bias train {trained.task} --data {table.name}{meant} -o {name}` |"
    yield f"| made by | bias {__version__}{_date()} |"


def _date() -> str:
    """Return the day set for reproducible builds; nothing where none is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return f", {datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d}" if seconds.isdigit() else ""


def _left_out(trained: Trained) -> Iterator[str]:
    notes = trained.table.notes
    if not notes:
        return
    yield "## Left out"
    more = [f"- and {len(notes) - NAMED} more"] if len(notes) > NAMED else []
    yield "\n".join([f"- {note}" for note in notes[:NAMED]] + more)
