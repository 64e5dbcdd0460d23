"""How well sentences of several articles about one event are aligned, and events found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import bootstrap, share
from bias.evaluation.measures import Floats, Labels, auc, f1
from bias.events.account import Account
from bias.events.align import likelihood
from bias.events.event import Event as Compared
from bias.events.find import find_events
from bias.events.told import told_elsewhere
from bias.labelled.comparisons import Event, Place, read_basil, read_events
from bias.models.pairs import shipped_pairs
from bias.training.events import TRIPLES, pairwise_f1, part_of, read_months
from bias.training.pairs import Read, found_of, likely_apart, read

if TYPE_CHECKING:
    import pandas as pd

CHECK, APART = "check part", "other events, each left out"
LEARNT = "events learnt from"
COLUMNS = ("test", "measure", "value", "low", "high", "n")
WANTED = 0.8
"""Precision at which the recall of pairs that tell the same is told."""
Row = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Judged:
    """Pairs of labelled sentences of some events."""

    event: Floats
    """Number of each pair's event."""
    is_pair: Labels
    is_same: Labels
    likely: Floats
    """How likely each tells the same."""
    plain: Floats
    """The cosine of their words, weighted by rarity among the event's sentences."""


def evaluate_compare(data: Path) -> "pd.DataFrame":
    """Run the shipped models on the check part; on the other events, models that had not read them.

    Parameters
    ----------
    data
        The folder that holds `event_comparison` and `basil`, and, if events are to be found,
        `same-event-triples` and `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns test, measure, value, low, high, n; low and high are a 95 % interval: of F1 and AUC
        by drawing pairs or sentences again, of shares Wilson's. TF-IDF's limit is the best of the
        events that are not of the check part.
    """
    import pandas as pd

    reads = [read(event) for event in read_events(data)]
    check = [one for one in reads if one.event.is_check]
    others = [one for one in reads if not one.event.is_check]
    apart = likely_apart(others)
    rows = [*_aligned(CHECK, check, _shipped(check), others, apart), *_conflicts(CHECK, check)]
    rows += [*_aligned(APART, others, apart, others, apart), *_conflicts(APART, others)]
    rows += _grouped(data)
    return pd.DataFrame(rows, columns=[*COLUMNS])


def measured_apart(data: Path) -> list[Row]:
    """Return the rows of the events that are not of the check part."""
    others = [read(event) for event in read_events(data) if not event.is_check]
    apart = likely_apart(others)
    return [*_aligned(APART, others, apart, others, apart), *_conflicts(APART, others)]


def _shipped(reads: Sequence[Read]) -> list[list[Floats]]:
    """Return how likely the pairs of each couple are by the shipped model."""
    pairs = shipped_pairs()
    return [
        [likelihood(couple.measures, pairs.first, pairs.second)[0] for couple in one.couples]
        for one in reads
    ]


def _aligned(
    test: str,
    reads: Sequence[Read],
    likely: Sequence[Sequence[Floats]],
    others: Sequence[Read],
    apart: Sequence[Sequence[Floats]],
) -> Iterator[Row]:
    """Yield the figures of alignment and of what is told elsewhere."""
    judged, tuning = _judged(reads, likely), _judged(others, apart)
    least = shipped_pairs().least
    yield _f1(test, "alignment, F1", judged.is_pair, judged.likely >= least)
    called = judged.likely >= least
    yield _share(test, "alignment, precision", judged.is_pair[called])
    yield _share(test, "alignment, recall", called[judged.is_pair])
    plain = judged.plain >= best_limit(tuning.is_pair, tuning.plain)
    yield _f1(test, "alignment, F1 of TF-IDF", judged.is_pair, plain)
    limit = limit_of_precision(judged.is_pair, judged.likely)
    name = f"recall of same at precision {WANTED}"
    yield _share(test, name, judged.likely[judged.is_same] >= limit)
    shared, told, cosine = _told(reads, likely)
    for name, scores in (("told elsewhere, AUC", told), ("told elsewhere, AUC of TF-IDF", cosine)):
        yield test, name, auc(shared, scores), *bootstrap(auc, shared, scores), len(shared)


def _f1(test: str, name: str, labels: Labels, called: Labels) -> Row:
    return test, name, f1(labels, called), *bootstrap(f1, labels, called), int(labels.sum())


def _share(test: str, name: str, right: Labels) -> Row:
    return test, name, *share(int(right.sum()), len(right)), len(right)


def best_limit(labels: Labels, scores: Floats) -> float:
    """Return the score from which pairs, taken as such, have the highest F1."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(labels[order])
    values = 2 * right / (np.arange(1, len(order) + 1) + labels.sum())
    return float(scores[order[int(np.argmax(values))]])


def limit_of_precision(labels: Labels, scores: Floats, wanted: float = WANTED) -> float:
    """Return the lowest score down to which so large a share of the pairs is right."""
    order = np.argsort(-scores, kind="stable")
    shares = np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    reached = np.flatnonzero(shares >= wanted)
    return float(scores[order[reached[-1]]]) if len(reached) else np.inf


def _judged(reads: Sequence[Read], likely: Sequence[Sequence[Floats]]) -> Judged:
    """Return all pairs of labelled sentences, each as sure as the surest of ours that it is."""
    rows: list[tuple[int, bool, bool, float, float]] = []
    for number, (one, values) in enumerate(zip(reads, likely, strict=True)):
        found: dict[frozenset[Place], tuple[float, float]] = {}
        for couple, probability in zip(one.couples, values, strict=True):
            plain = couple.measures["alike_here"]
            _gather(one, couple.outlets, probability, plain, found)
        relations = {frozenset(pair): relation for pair, relation in one.event.pairs.items()}
        for pair in relations.keys() | found.keys():
            if all(place in _scored(one.event) for place in pair):
                relation = relations.get(pair)
                rows.append(
                    (number, relation is not None, relation == "same", *found.get(pair, (0.0, 0.0)))
                )
    columns = [np.array(column) for column in zip(*rows, strict=True)]
    return Judged(*columns)


def _gather(
    one: Read,
    outlets: tuple[str, str],
    probability: Floats,
    plain: Floats,
    found: dict[frozenset[Place], tuple[float, float]],
) -> None:
    first, second = (one.places[outlet] for outlet in outlets)
    for i, mine in enumerate(first):
        for j, theirs in enumerate(second):
            value = float(probability[i, j]), float(plain[i, j])
            for pair in product(mine, theirs):
                name = frozenset(pair)
                before = found.get(name, (0.0, 0.0))
                found[name] = max(before[0], value[0]), max(before[1], value[1])


def _scored(event: Event) -> frozenset[Place]:
    """Return the sentences that have labels."""
    known = event.only_here | event.shared | {place for pair in event.pairs for place in pair}
    return frozenset(place for place in known if place not in event.ignored and place[1] >= 0)


def _told(
    reads: Sequence[Read], likely: Sequence[Sequence[Floats]]
) -> tuple[Labels, Floats, Floats]:
    """Return which sentences are told elsewhere, and what is said of each."""
    rows: list[tuple[bool, float, float]] = []
    pairs = shipped_pairs()
    for one, values in zip(reads, likely, strict=True):
        plain = [couple.measures["alike_here"] for couple in one.couples]
        said: dict[Place, tuple[float, float]] = {}
        for outlet, account in one.accounts.items():
            told = told_elsewhere(account, found_of(one, values, outlet), pairs)
            cosine = np.max([found.max(axis=1) for found in found_of(one, plain, outlet)], axis=0)
            for line, places in enumerate(one.places[outlet]):
                for place in places:
                    before = said.get(place, (0.0, 0.0))
                    said[place] = max(before[0], told[line]), max(before[1], cosine[line])
        event = one.event
        for place in (event.only_here | event.shared) - event.ignored:
            rows.append((place in event.shared, *said.get(place, (0.0, 0.0))))
    shared, told, cosine = (np.array(column) for column in zip(*rows, strict=True))
    return shared, told, cosine


def _conflicts(test: str, reads: Sequence[Read]) -> list[Row]:
    """Return how many contradictions are flagged, and how many flags an event are none."""
    found, all_, wrong = 0, 0, 0
    for one in reads:
        wanted = {frozenset(pair) for pair in one.event.conflicts}
        flagged = [*_flagged(one)]
        found += len({pair for pairs in flagged for pair in pairs & wanted})
        wrong += sum(not pairs & wanted for pairs in flagged)
        all_ += len(wanted)
    flags = "pairs of sentences flagged and no labelled conflict, an event"
    return [
        (test, "conflicts flagged", *share(found, all_), all_),
        (test, flags, wrong / max(1, len(reads)), None, None, len(reads)),
    ]


def _flagged(one: Read) -> Iterator[set[frozenset[Place]]]:
    """Yield the labelled pairs of each pair of sentences that is called different."""
    accounts = [*one.accounts.values()]
    outlets = {id(account): outlet for outlet, account in one.accounts.items()}
    compared = Compared.of("", accounts)
    for tie in compared.ties:
        if tie.relation == "differs":
            sides = ((tie.one, tie.line), (tie.other, tie.other_line))
            places = [
                one.places[outlets[id(compared.accounts[account])]][line] for account, line in sides
            ]
            yield {frozenset(pair) for pair in product(*places)}


def _grouped(data: Path) -> list[Row]:
    """Return how well events are found among articles."""
    told = [(event, told) for event, some in read_basil(data).items() for told in some.values()]
    order = np.random.default_rng(0).permutation(len(told)).tolist()
    accounts = [_account(told[place][1].article) for place in order]
    rows = [_pairwise("basil, shuffled", find_events(accounts), [told[p][0] for p in order])]
    if not (data / TRIPLES).exists():
        return rows
    parts: dict[str, list[tuple[int, int, int]]] = {CHECK: [], LEARNT: []}
    for found in read_months(data).values():
        groups = find_events([account for _, account in found])
        events = [event for event, _ in found]
        for name, check in ((CHECK, True), (LEARNT, False)):
            parts[name].append(pairwise_f1(groups, part_of(events, check)))
    return rows + [_counted(f"triples by month, {name}", some) for name, some in parts.items()]


def _account(article: Any) -> Account:
    from bias.analysis import analyze

    return Account.of(analyze(article))


def _pairwise(test: str, groups: Sequence[Sequence[int]], events: Sequence[str]) -> Row:
    return _counted(test, [pairwise_f1(groups, events)])


def _counted(test: str, counts: Sequence[tuple[int, int, int]]) -> Row:
    right, called, true = (int(value) for value in np.sum(counts, axis=0))
    value = 2 * right / max(1, called + true)
    return test, "pairs of articles of one event, F1", value, None, None, true
