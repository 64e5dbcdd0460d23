"""`bias train`: fit a model on labels of one's own, test it, and write it with its card."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from bias.errors import UsageError
from bias.evaluation.articles import cross_validate
from bias.evaluation.measures import Floats, Labels
from bias.models.files import Form, write_model
from bias.models.labels import FORM as LABELS
from bias.models.sentences import FORM as SENTENCES
from bias.models.sentences import SentenceModel, shipped_model
from bias.outputs import replacing
from bias.own import articles as own_articles
from bias.own import kind_figures
from bias.own import kinds as own_kinds
from bias.own import sentences as own_sentences
from bias.own.card import Trained, card
from bias.own.figures import bag_of_words, figures, reliability
from bias.own.overlap import overlap_of
from bias.own.progress import Told, untold, watched
from bias.own.table import Table, read_table
from bias.rating.rate import FORM as ARTICLES
from bias.training import articles

SUFFIX = ".json.gz"
OURS, SHIPPED, BAG = "this recipe", "shipped model", "bag of words"
COMMONEST = "always the commonest"
TESTING, FITTING, JUDGING = "testing on rows left out", "fitting on all rows", "drawing intervals"
"""What is being done, as `told` hears it."""
UNREAD = ", rows unread"
"""Added to a model's name for its figures on rows that the shipped model did not learn from."""


def train(
    task: str,
    data: Path,
    columns: Mapping[str, str] | None = None,
    label: str = "label",
    positive: str | None = None,
    negative: str | None = None,
    told: Told = untold,
) -> Trained:
    """Fit and cross-validate a model on a table of labels.

    Parameters
    ----------
    task
        `sentences`, `articles` or `labels`: which of several labels a text has.
    data
        One table that `bias analyze` reads, with a label in each row: 0 or 1, or for
        sentences the share of annotators who said 1. Rows of an `outlet` (or `group`) are
        kept together in cross-validation.
    columns
        Our names to the table's, such as `{"body": "Sentence"}`.
    label
        Column of the labels.
    positive, negative
        Where labels are words: those that count as 1 and as 0. Rows with another are left out;
        without `negative` the only other word counts as 0.
    told
        Is told how far the work is, as `bias.own.progress.Told` lays down.

    Raises
    ------
    UsageError
        There is no such task, or `data` is no file.
    ReadError
        Rows cannot be used, or too few are left.
    """
    if task not in TASKS:
        raise UsageError(f"task is {task!r}. Allowed: {', '.join(TASKS)}.")
    if negative is not None and positive is None:
        raise UsageError("negative is given and positive is not. Give --positive WORD too.")
    shares, kinds = task == "sentences", task == "labels"
    if kinds and positive is not None:
        raise UsageError("labels takes all labels of the table. Leave --positive out.")
    table = read_table(data, columns or {}, label, shares, positive, negative, kinds)
    return TASKS[task](table, told)


def _sentences(table: Table, told: Told) -> Trained:
    rows, (splits, drawn) = own_sentences.read_rows(table, told), table.splits()
    found = {
        OURS: own_sentences.cross_validate(table, rows, watched(splits, TESTING, told)),
        BAG: bag_of_words([row.body for row in table.articles], table.biased, splits),
        SHIPPED: shipped_model().biased.score(rows),
    }
    told(FITTING, 0, 1)
    model = own_sentences.fit_calibrated(rows, table.share, table.groups)
    content = SentenceModel(model, shipped_model().partisan).content()
    return _trained("sentences", table, SENTENCES, content, drawn, found, told)


def _articles(table: Table, told: Told) -> Trained:
    table, examples = own_articles.read_examples(table, told)
    splits, drawn = table.splits()
    scores, _, ends = cross_validate(examples, examples, watched(splits, TESTING, told))
    found = {
        OURS: scores,
        BAG: bag_of_words([example.text for example in examples], table.biased, splits),
        SHIPPED: own_articles.shipped_log_odds(examples),
    }
    told(FITTING, 0, 1)
    content = articles.fit(examples).content()
    return _trained("articles", table, ARTICLES, content, drawn, found, told, ends)


def _labels(table: Table, told: Told) -> Trained:
    rows, (splits, drawn) = own_kinds.read_rows(table, told), table.splits()
    labels, texts = table.classes, [f"{a.headline}\n{a.body}" for a in table.articles]
    found = {
        OURS: own_kinds.cross_validate(table, rows, watched(splits, TESTING, told)),
        BAG: kind_figures.bag_of_words(texts, labels, splits),
        COMMONEST: kind_figures.commonest(labels),
    }
    told(FITTING, 0, 1)
    content = own_kinds.fit_calibrated(rows, labels, table.kinds, table.groups).content()
    told(FITTING, 1, 1)
    told(JUDGING, 0, 1)
    measured = kind_figures.figures(labels, table.kinds, found, table.groups)
    shown = kind_figures.reliability(labels, found[OURS])
    told(JUDGING, 1, 1)
    return Trained("labels", table, LABELS, content, drawn, measured, shown)


def _trained(
    task: str,
    table: Table,
    form: Form,
    content: Mapping[str, Any],
    drawn: str,
    found: Mapping[str, Floats],
    told: Told,
    ends: Floats | None = None,
) -> Trained:
    told(FITTING, 1, 1)
    told(JUDGING, 0, 1)
    overlap = overlap_of(task, table)
    measured = figures(table.biased, found, table.groups)
    if overlap.warning and overlap.enough:
        measured = pd.concat([measured, _unread(table, found, overlap.unread)], ignore_index=True)
    shown = reliability(table.biased, found[OURS], ends)
    told(JUDGING, 1, 1)
    return Trained(task, table, form, content, drawn, measured, shown, overlap.warning)


def _unread(table: Table, found: Mapping[str, Floats], rows: Labels) -> "pd.DataFrame":
    """Return the figures on some rows alone."""
    groups = [group for group, kept in zip(table.groups, rows, strict=False) if kept]
    scores = {f"{model}{UNREAD}": values[rows] for model, values in found.items()}
    return figures(table.biased[rows], scores, groups)


TASKS: Mapping[str, Callable[[Table, Told], Trained]] = {
    "sentences": _sentences,
    "articles": _articles,
    "labels": _labels,
}


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
