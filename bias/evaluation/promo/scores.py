"""Figures over judged paragraphs, with intervals over outlets.

Everything is counted once, in one table of gold against given label for each
outlet; a figure is a function of such a table, and an interval the spread of
that figure over sums of outlets drawn again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bias.evaluation.measures import Floats
from bias.roles.role import PROMO_INSERTS, ROLES

RESAMPLES = 1000
SEED = 0
TOPICS = ("on", "off")
NAN = float("nan")

Measure = Callable[[Floats], Floats]
"""From tables, gold by given in the last two axes, to a number for each."""


@dataclass(frozen=True)
class Judged:
    """One paragraph's gold and given label."""

    kind: str
    """`real` or `bare`."""
    outlet: str
    gold: str
    given: str
    topic: str | None
    given_topic: str | None
    probability: float = NAN
    """Of the given role, as the record has it; NaN for a baseline."""
    insert: float = NAN
    """Of a promo insert, all four roles together; NaN for a baseline."""
    doubtful: bool = True
    """The first pass left it in doubt."""
    article: str = ""
    """Its id in the set."""
    paragraph: int = 0
    """Counted from 0."""


@dataclass(frozen=True)
class Figure:
    """One row of the benchmark's table; NaN where undefined."""

    measure: str
    precision: float
    recall: float
    f1: float
    """F1, or the one figure where there is only one."""
    low: float
    high: float
    """95 % interval of `f1`: outlets drawn again, with replacement."""
    n: int
    """Gold cases of a class; for a single figure the cases it is over."""


def count_roles(judged: Iterable[Judged]) -> Floats:
    """Return a table of gold against given role for each outlet."""
    return _count(((j.outlet, j.gold, j.given) for j in judged), ROLES)


def count_topics(judged: Iterable[Judged]) -> Floats:
    """Return a table of gold against given topic of the promo stories for each outlet."""
    asked = ((j.outlet, j.topic, j.given_topic) for j in judged if j.topic and j.given_topic)
    return _count(asked, TOPICS)


def _count(cases: Iterable[tuple[str, str, str]], labels: Sequence[str]) -> Floats:
    cases = list(cases)
    outlets = {outlet: row for row, outlet in enumerate(sorted({case[0] for case in cases}))}
    column = {label: number for number, label in enumerate(labels)}
    tables = np.zeros((len(outlets), len(labels), len(labels)))
    for outlet, gold, given in cases:
        tables[outlets[outlet], column[gold], column[given]] += 1
    return tables


def of_roles(roles: Iterable[str]) -> list[int]:
    """Return the columns of some roles."""
    return [ROLES.index(role) for role in ROLES if role in set(roles)]


INSERTS = of_roles(PROMO_INSERTS)


def precision(tables: Floats, chosen: Sequence[int]) -> Floats:
    """Return the share of the cases given one of some labels whose gold is one of them."""
    return _ratio(_hits(tables, chosen), tables[..., :, chosen].sum((-2, -1)))


def recall(tables: Floats, chosen: Sequence[int]) -> Floats:
    """Return the share of the cases of some labels that were given one of them."""
    return _ratio(_hits(tables, chosen), tables[..., chosen, :].sum((-2, -1)))


def f1(tables: Floats, chosen: Sequence[int]) -> Floats:
    """Return the F1 of some labels taken as one class."""
    both = tables[..., :, chosen].sum((-2, -1)) + tables[..., chosen, :].sum((-2, -1))
    return _ratio(2 * _hits(tables, chosen), both)


def macro_f1(tables: Floats) -> Floats:
    """Return the mean F1 of the labels, those without a case left out."""
    values = np.array([f1(tables, [label]) for label in range(tables.shape[-1])])
    defined = ~np.isnan(values)
    return _ratio(np.where(defined, values, 0).sum(0), defined.sum(0))


def false_alarms(tables: Floats) -> Floats:
    """Return the share of the body's paragraphs that are called a promo insert."""
    body = tables[..., ROLES.index("body"), :]
    return _ratio(body[..., INSERTS].sum(-1), body.sum(-1))


def balanced_accuracy(tables: Floats) -> Floats:
    """Return the mean recall of both topics, undefined when one has no case."""
    return (recall(tables, [0]) + recall(tables, [1])) / 2


def _hits(tables: Floats, chosen: Sequence[int]) -> Floats:
    return np.asarray(tables[..., chosen, :][..., chosen].sum((-2, -1)))


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Divide; nothing of nothing is undefined."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def class_row(name: str, tables: Floats, chosen: Sequence[int], *, interval: bool) -> Figure:
    """Return precision, recall and F1 of some labels taken as one class."""
    whole = tables.sum(0)
    low, high = spread(tables, lambda t: f1(t, chosen)) if interval else (NAN, NAN)
    gold = int(whole[chosen].sum())
    share, found = float(precision(whole, chosen)), float(recall(whole, chosen))
    return Figure(name, share, found, float(f1(whole, chosen)), low, high, gold)


def single_row(name: str, tables: Floats, measure: Measure, n: int) -> Figure:
    """Return a single figure with its interval."""
    return Figure(name, NAN, NAN, float(measure(tables.sum(0))), *spread(tables, measure), n)


def spread(tables: Floats, measure: Measure) -> tuple[float, float]:
    """Return the 95 % interval of a figure over outlets (percentile bootstrap, seed 0)."""
    random, outlets = np.random.default_rng(SEED), len(tables)
    if not outlets:
        return NAN, NAN
    times = random.multinomial(outlets, [1 / outlets] * outlets, RESAMPLES)
    found = measure(np.tensordot(times.astype(float), tables, 1))
    found = found[~np.isnan(found)]
    low, high = np.quantile(found, [0.025, 0.975]) if len(found) else (NAN, NAN)
    return float(low), float(high)
