"""Learn which sentences of several articles about one event tell the same.

    python -m bias.training pairs --data PATH [-o FOLDER]

Reads `event_comparison` and `basil`, all but the check part; writes `bias/models/data/pairs.json`
(half a minute). The second look, and what is told elsewhere, learn from how likely pairs looked to
a model that had not read their event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from bias.analysis import analyze
from bias.events.account import Account
from bias.events.align import around, first_look, likelihood, worth_a_look
from bias.events.measures import measure_pairs
from bias.events.scene import Scene, Stage
from bias.events.told import told_measures
from bias.labelled.comparisons import Event, Place, Told, read_events
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.pairs import FILE, FORM, Pairs, Sum
from bias.training.folds import left_out
from bias.words.cut import Span
from bias.words.types import Bools

FOLDS = 7
INVERSE_PENALTY = 0.1
"""scikit-learn's C; 0.03 to 0.3 do alike."""
SAME = 2
DIGITS = 5


@dataclass(frozen=True, eq=False)
class Couple:
    """Two articles of an event: what is measured of their pairs of sentences, and the labels."""

    event: str
    outlets: tuple[str, str]
    measures: Mapping[str, Floats]
    """Each of shape (sentences, sentences)."""
    labels: Floats
    """0 for no pair, 1 overlap, 2 same."""
    counts: Bools
    """Pairs to learn from: no headline, and nothing that was left out of the labels."""

    @property
    def taught(self) -> Bools:
        """Pairs to learn from that share a telling word."""
        return np.asarray(self.counts & worth_a_look(self.measures))


@dataclass(frozen=True, eq=False)
class Read:
    """An event as the models see it."""

    event: Event
    accounts: Mapping[str, Account]
    places: Mapping[str, list[set[Place]]]
    """Of each sentence of an account: the labelled sentences that it is, or is part of."""
    couples: tuple[Couple, ...]


def read(event: Event) -> Read:
    """Analyse the articles of an event and measure every pair of their sentences."""
    accounts = {outlet: Account.of(analyze(told.article)) for outlet, told in event.told.items()}
    scene = Scene.of([*accounts.values()])
    stages = {outlet: Stage(account, scene) for outlet, account in accounts.items()}
    places = {outlet: _places(outlet, event.told[outlet], accounts[outlet]) for outlet in accounts}
    couples = (_couple(event, two, stages, places) for two in combinations(accounts, 2))
    return Read(event, accounts, places, tuple(couples))


def _places(outlet: str, told: Told, account: Account) -> list[set[Place]]:
    """Return which labelled sentences each sentence of an account is, or is part of."""
    return [
        {(outlet, number) for number, span in told.sentences.items() if _is_one(line, span)}
        for line in account.lines
    ]


def _is_one(one: Span, other: Span) -> bool:
    """Tell whether the shorter of two stretches lies at least half inside the other."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and 2 * common >= min(one.end - one.start, other.end - other.start)


def _couple(
    event: Event,
    outlets: tuple[str, str],
    stages: Mapping[str, Stage],
    places: Mapping[str, list[set[Place]]],
) -> Couple:
    measures = measure_pairs(*(stages[outlet] for outlet in outlets))
    one, other = (places[outlet] for outlet in outlets)
    labels = np.array([[_label(event, a, b) for b in other] for a in one])
    counts = [np.array([_counts(event, place) for place in places[o]]) for o in outlets]
    return Couple(event.id, outlets, measures, labels, counts[0][:, None] & counts[1][None])


def _label(event: Event, one: set[Place], other: set[Place]) -> int:
    found = {event.pairs.get((a, b)) or event.pairs.get((b, a)) for a in one for b in other}
    return SAME if "same" in found else int("overlap" in found)


def _counts(event: Event, places: set[Place]) -> bool:
    return any(place not in event.ignored and place[1] >= 0 for place in places)


def fit(
    values: Mapping[str, Floats], labels: Bools, inverse_penalty: float = INVERSE_PENALTY
) -> Sum:
    """Fit log odds to measures, one value a case; for the fit each is scaled by how it varies."""
    from sklearn.linear_model import LogisticRegression

    table = np.stack([*values.values()], axis=1)
    centre, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-9)
    model = LogisticRegression(C=inverse_penalty, max_iter=5000)
    model.fit((table - centre) / scale, labels)
    weights = [round(float(weight), DIGITS) for weight in model.coef_[0] / scale]
    base = float(model.intercept_[0] - np.array(weights) @ centre)
    return Sum(dict(zip(values, weights, strict=True)), round(base, DIGITS))


def _gathered(measures: Sequence[Mapping[str, Floats]], kept: Sequence[Bools]) -> dict[str, Floats]:
    """Return each measure of all pairs that are kept, one behind the other."""
    rows = [*zip(measures, kept, strict=True)]
    return {name: np.concatenate([m[name][k] for m, k in rows]) for name in measures[0]}


def _labels(couples: Sequence[Couple]) -> Floats:
    return np.concatenate([couple.labels[couple.taught] for couple in couples])


def fit_first(couples: Sequence[Couple]) -> Sum:
    """Fit the first look at a pair."""
    kept = [couple.taught for couple in couples]
    return fit(_gathered([couple.measures for couple in couples], kept), _labels(couples) > 0)


@dataclass(frozen=True, eq=False)
class Looks:
    """Both looks at a pair of sentences, and whether two that tell the same tell no more."""

    first: Sum
    second: Sum
    same: Sum

    @classmethod
    def fit(cls, couples: Sequence[Couple]) -> "Looks":
        """Fit them; the second from first looks of models that had not read the event."""
        looked: list[Floats] = [np.empty(0)] * len(couples)
        for inside, outside in left_out([couple.event for couple in couples], FOLDS):
            first = fit_first([couples[row] for row in inside])
            for row in outside:
                looked[row] = first_look(couples[row].measures, first)
        measures = [{**c.measures, **around(p)} for c, p in zip(couples, looked, strict=True)]
        labels, kept = _labels(couples), [couple.taught for couple in couples]
        second = fit(_gathered(measures, kept), labels > 0)
        paired = [couple.taught & (couple.labels > 0) for couple in couples]
        same = fit(_gathered(measures, paired), labels[labels > 0] == SAME)
        return cls(fit_first(couples), second, same)

    def likely(self, couple: Couple) -> Floats:
        """Return how likely each pair of sentences of a couple tells the same."""
        return likelihood(couple.measures, self.first, self.second)[0]


def likely_apart(reads: Sequence[Read]) -> list[list[Floats]]:
    """Return how likely each pair of each couple is, by looks that had not read its event."""
    likely: list[list[Floats]] = [[] for _ in reads]
    for inside, outside in left_out([read.event.id for read in reads], FOLDS):
        looks = Looks.fit([couple for row in inside for couple in reads[row].couples])
        for row in outside:
            likely[row] = [looks.likely(couple) for couple in reads[row].couples]
    return likely


def found_of(read: Read, likely: Sequence[Floats], outlet: str) -> list[Floats]:
    """Return how likely the pairs of an outlet's sentences with each other's are."""
    turned = {
        couple.outlets: (values, values.T)
        for couple, values in zip(read.couples, likely, strict=True)
    }
    return [values[two.index(outlet)] for two, values in turned.items() if outlet in two]


def fit_told(reads: Sequence[Read], likely: Sequence[Sequence[Floats]]) -> Sum:
    """Fit whether another article tells what a sentence tells."""
    measures, kept, labels = list[dict[str, Floats]](), list[Bools](), list[bool]()
    for one, pairs in zip(reads, likely, strict=True):
        for outlet, account in one.accounts.items():
            measures.append(told_measures(account, found_of(one, pairs, outlet)))
            places = one.places[outlet]
            shared = [bool(place & one.event.shared) for place in places]
            here = [bool(place & one.event.only_here) for place in places]
            chosen = np.array(shared) != np.array(here)
            kept.append(chosen)
            labels += np.array(shared)[chosen].tolist()
    return fit(_gathered(measures, kept), np.array(labels))


def best_limit(reads: Sequence[Read], likely: Sequence[Sequence[Floats]]) -> float:
    """Return the probability from which pairs, taken as such, have the highest F1."""
    both = [
        (values[couple.counts], couple.labels[couple.counts] > 0)
        for one, pairs in zip(reads, likely, strict=True)
        for couple, values in zip(one.couples, pairs, strict=True)
    ]
    values, labels = (np.concatenate(part) for part in zip(*both, strict=True))
    order = np.argsort(-values, kind="stable")
    right = np.cumsum(labels[order])
    scores = 2 * right / (np.arange(1, len(order) + 1) + labels.sum())
    near = scores >= scores.max() - NEAR
    return round(float(np.median(values[order][near])), 2)


NEAR = 0.01
"""Limits whose F1 is so near the highest do as well: the middle one is taken."""


def write(data: Path, folder: Path) -> None:
    """Read the events of a folder and write the model into another."""
    reads = [read(event) for event in read_events(data) if not event.is_check]
    likely = likely_apart(reads)
    looks = Looks.fit([couple for one in reads for couple in one.couples])
    told, least = fit_told(reads, likely), best_limit(reads, likely)
    pairs = Pairs(looks.first, looks.second, looks.same, told, least)
    sums = {name: getattr(pairs, name).content() for name in FORM.fields[:-1]}
    write_model(folder / FILE, FORM, {**sums, "least": pairs.least})
