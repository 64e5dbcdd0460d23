"""`bias train`: fit a model on labels of one's own, test it, and write it with its card."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bias.errors import UsageError
from bias.evaluation.articles import cross_validate
from bias.evaluation.measures import Floats
from bias.models.files import Form, write_model
from bias.models.sentences import FORM as SENTENCES
from bias.models.sentences import SentenceModel, shipped_model
from bias.outputs import replacing
from bias.own import articles as own_articles
from bias.own import sentences as own_sentences
from bias.own.card import Trained, card
from bias.own.figures import bag_of_words, figures, reliability
from bias.own.table import Table, read_table
from bias.rating.rate import FORM as ARTICLES
from bias.training import articles

SUFFIX = ".json.gz"
OURS, SHIPPED, BAG = "this recipe", "shipped model", "bag of words"


def train(
    task: str, data: Path, columns: Mapping[str, str] | None = None, label: str = "label"
) -> Trained:
    """Fit and cross-validate a model on a table of labels.

    Parameters
    ----------
    task
        `sentences` or `articles`.
    data
        One table that `bias analyze` reads, with a label in each row: 0 or 1, or for
        sentences the share of annotators who said 1. Rows of an `outlet` (or `group`) are
        kept together in cross-validation.
    columns
        Our names to the table's, such as `{"body": "Sentence"}`.
    label
        Column of the labels.

    Raises
    ------
    UsageError
        There is no such task, or `data` is no file.
    ReadError
        Rows cannot be used, or too few are left.
    """
    if task not in TASKS:
        raise UsageError(f"task is {task!r}. Allowed: {', '.join(TASKS)}.")
    table = read_table(data, columns or {}, label, shares=task == "sentences")
    return TASKS[task](table)


def _sentences(table: Table) -> Trained:
    rows, (splits, drawn) = own_sentences.read_rows(table), table.splits()
    found = {
        OURS: own_sentences.cross_validate(table, rows, splits),
        BAG: bag_of_words([row.body for row in table.articles], table.biased, splits),
        SHIPPED: shipped_model().biased.score(rows),
    }
    model = own_sentences.fit_calibrated(rows, table.share, table.groups)
    content = SentenceModel(model, shipped_model().partisan).content()
    return _trained("sentences", table, SENTENCES, content, drawn, found)


def _articles(table: Table) -> Trained:
    table, examples = own_articles.read_examples(table)
    splits, drawn = table.splits()
    scores, _, ends = cross_validate(examples, examples, splits)
    found = {
        OURS: scores,
        BAG: bag_of_words([example.text for example in examples], table.biased, splits),
        SHIPPED: own_articles.shipped_log_odds(examples),
    }
    content = articles.fit(examples).content()
    return _trained("articles", table, ARTICLES, content, drawn, found, ends)


def _trained(
    task: str,
    table: Table,
    form: Form,
    content: Mapping[str, Any],
    drawn: str,
    found: Mapping[str, Floats],
    ends: Floats | None = None,
) -> Trained:
    measured = figures(table.biased, found, table.groups)
    told = reliability(table.biased, found[OURS], ends)
    return Trained(task, table, form, content, drawn, measured, told)


TASKS: Mapping[str, Callable[[Table], Trained]] = {"sentences": _sentences, "articles": _articles}


def check_out(out: Path) -> None:
    """Raise `UsageError` unless a model can have this name."""
    if not out.name.endswith(SUFFIX) or out.name == SUFFIX:
        raise UsageError(f"{out}: a model's name ends in {SUFFIX}, such as mine{SUFFIX}.")


def write(trained: Trained, out: Path) -> list[Path]:
    """Write a model, its card (`.md`) and its calibration plot (`.png`); return the paths.

    `out`: name of the model, ending in `.json.gz`. The same table gives the same bytes.
    """
    from bias.charts.calibration import calibration_png

    check_out(out)
    stem = out.name.removesuffix(SUFFIX)
    told, plot = out.with_name(f"{stem}.md"), out.with_name(f"{stem}.png")
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f".{out.name}.part")
    write_model(unfinished, trained.form, trained.content)
    unfinished.replace(out)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()[:12]
    with replacing(plot, "wb") as file:
        file.write(calibration_png(trained.reliability))
    with replacing(told) as file:
        file.write(card(trained, out.name, digest, plot.name))
    return [out, told, plot]
