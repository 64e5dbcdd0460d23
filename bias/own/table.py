"""A table of one's own labels: read whole, and refused with the rows that cannot be used."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import numpy as np

from bias.document.article import Article
from bias.errors import ReadError, UsageError
from bias.evaluation.measures import Floats, Labels
from bias.evaluation.measures import Numbers as Classes
from bias.inputs import Refusal, read_articles
from bias.own.labels import Numbers, Reader, Words, kinds_of, words_of
from bias.training.folds import Splits, stratified

FEWEST = 20
"""Rows of either class: with fewer, cross-validation says nothing (set by hand)."""
FEWEST_GROUPS = 5
"""Outlets needed to leave outlets out."""
FOLDS = 5
NAMED = 5
"""Rows named in an error; all are counted."""


@dataclass(frozen=True)
class Table:
    """Labelled rows, each text once."""

    name: str
    """Of the file."""
    digest: str
    """SHA-256 of the file, first 12 hex digits."""
    articles: tuple[Article, ...]
    """A sentence is an article's body."""
    share: Floats
    """The labels, 0 to 1."""
    groups: tuple[str, ...]
    """The outlet of each row; empty when the table names none."""
    notes: tuple[str, ...]
    """What was left out."""
    words: Words | None = None
    """What the labels' words mean; None where labels are numbers."""
    kinds: tuple[str, ...] = ()
    """The names of several labels, where `share` holds the place of each row's."""

    @property
    def biased(self) -> Labels:
        """Which rows count as biased."""
        return np.asarray(self.share > 0.5)

    @property
    def classes(self) -> Classes:
        """The class of each row: the place of its label, or whether it counts as biased."""
        return self.share.astype(np.int64) if self.kinds else self.biased.astype(np.int64)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each label."""
        names = self.kinds or ("0", "1")
        return {name: int((self.classes == place).sum()) for place, name in enumerate(names)}

    def checked(self) -> "Table":
        """Return itself; raises `ReadError` when a class has too few rows."""
        if self.kinds and min(self.counts.values()) < FEWEST:
            told = ", ".join(f"{name!r} ({count})" for name, count in self.counts.items())
            raise ReadError(
                f"{self.name}: labels are {told}. At least {FEWEST} rows of each are needed. Label "
                "more, or join labels."
            )
        if self.kinds:
            return self
        ones = int(self.biased.sum())
        zeros = len(self.share) - ones
        if min(ones, zeros) < FEWEST:
            raise ReadError(
                f"{self.name}: {ones} rows labelled 1 and {zeros} labelled 0. At least {FEWEST} of "
                "either are needed. Label more."
            )
        return self

    def only(self, places: Sequence[int], notes: Sequence[str]) -> "Table":
        """Return the rows at these places, with notes on the others."""
        return replace(
            self,
            articles=tuple(self.articles[i] for i in places),
            share=self.share[list(places)],
            groups=tuple(self.groups[i] for i in places) if self.groups else (),
            notes=(*self.notes, *notes),
        ).checked()

    def splits(self) -> tuple[Splits, str]:
        """Return folds, rows inside and outside, and how they were drawn."""
        return draw_splits(self.classes, self.groups)


def read_table(
    path: Path,
    columns: Mapping[str, str],
    label: str = "label",
    shares: bool = False,
    positive: str | None = None,
    negative: str | None = None,
    kinds: bool = False,
) -> Table:
    """Read a table of labelled sentences or articles.

    Parameters
    ----------
    path
        One file that `bias analyze` reads; its rows have a label.
    columns
        Our names to the table's, such as `{"body": "Sentence"}`.
    label
        Column of the labels: 0 or 1.
    shares
        Labels between 0 and 1 are allowed: the share of annotators who said 1.
    positive, negative
        Words that count as 1 and as 0, where labels are words; rows with another are left out.
    kinds
        Labels are several words, or numbers taken as such.

    Raises
    ------
    ReadError
        Rows cannot be used, or too few are left. Rows are counted from 1 below the header.
    UsageError
        `path` is no single file.
    """
    if not path.is_file():
        raise UsageError(f"{path}: is no file. Give --data one table, such as labels.csv.")
    refused: list[Refusal] = []
    rows = list(read_articles(path, columns, refused.append))
    problems = [str(refusal) for refusal in refused]
    if rows and not any(_label(row, label) for row in rows):
        _no_column(path, label, rows[0])
    words, several = None, None
    if kinds:
        several = kinds_of(_label(row, label) for row in rows)
    if positive is not None:
        words = words_of((_label(row, label) for row in rows), positive, negative)
    reader: Reader = several or words or Numbers(shares)
    labelled = [(row, _read_label(row, label, reader, problems)) for row in rows]
    if problems:
        _refuse(path, problems)
    found = [(row, value) for row, value in labelled if value is not None]
    kept, notes = _once_each(path, found)
    notes += [
        f"left out: {row.source}: the label is {_label(row, label)!r:.40}"
        for row, value in labelled
        if value is None
    ]
    share = np.array([value for _, value in kept])
    articles = tuple(row for row, _ in kept)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    names = several.names if several else ()
    groups = _groups(articles)
    return Table(path.name, digest, articles, share, groups, tuple(notes), words, names).checked()


def _label(row: Article, label: str) -> str:
    plain = label.strip().lower()
    return next((value for name, value in row.extra.items() if name.lower() == plain), "")


def _no_column(path: Path, label: str, row: Article) -> NoReturn:
    others = ", ".join(sorted(row.extra)) or "none"
    raise ReadError(
        f"{path}: no column {label!r} with labels. Columns beside the text: {others}. "
        "Name it with --label COLUMN."
    )


def _read_label(row: Article, label: str, reader: Reader, problems: list[str]) -> float | None:
    """Return a row's label, None to leave it out; what is wrong with it joins the problems."""
    text = _label(row, label)
    try:
        return reader.value(text)
    except ValueError:
        problems.append(f"{row.source}: the label is {text!r:.40}; allowed is {reader.allowed}")
        return None


def _refuse(path: Path, problems: list[str]) -> NoReturn:
    more = f" … and {len(problems) - NAMED} more" if len(problems) > NAMED else ""
    raise ReadError(
        f"{path}: {len(problems)} rows cannot be used: {'; '.join(problems[:NAMED])}{more}. "
        "Mend or drop them."
    )


def _once_each(
    path: Path, found: list[tuple[Article, float]]
) -> tuple[list[tuple[Article, float]], list[str]]:
    """Return each text once, and notes on what came twice."""
    first: dict[str, tuple[Article, float]] = {}
    notes, clashes = [], []
    for row, value in found:
        text = " ".join(f"{row.headline} {row.body}".split())
        before, known = first.setdefault(text, (row, value))
        if known != value:
            clashes.append(f"{row.source}: the text of {before.source} with another label")
        elif before is not row:
            notes.append(f"left out: {row.source}: the text of {before.source} again")
    if clashes:
        _refuse(path, clashes)
    return list(first.values()), notes


def _groups(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """Return the outlet of each row, or its `group`; a row without one stands for itself."""
    named = [row.outlet or _label(row, "group") for row in articles]
    if not any(named):
        return ()
    return tuple(name or row.source for name, row in zip(named, articles, strict=True))


def draw_splits(labels: Labels | Classes, groups: tuple[str, ...]) -> tuple[Splits, str]:
    """Return folds with whole outlets left out, or at random where that cannot be.

    Parameters
    ----------
    labels
        One per row, all classes among them.
    groups
        One outlet per row, or none at all.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    count = len(set(groups))
    if count >= FEWEST_GROUPS:
        drawn = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
        splits = list(drawn.split(labels, labels, groups))
        if all(_has_all(labels, rows) for split in splits for rows in split):
            return splits, f"whole outlets left out ({count} outlets, {FOLDS} folds)"
    why = (
        "one class is missing where some are left out"
        if count >= FEWEST_GROUPS
        else (f"{count} outlets are too few to leave out" if count else "no outlets are named")
    )
    return stratified(labels, FOLDS, seed=0), f"rows at random ({FOLDS} folds; {why})"


def _has_all(labels: Labels | Classes, rows: Classes) -> bool:
    """Tell whether some rows have every class."""
    return len(np.unique(labels[rows])) == len(np.unique(labels))
