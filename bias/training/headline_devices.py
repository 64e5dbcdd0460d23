"""Fit what judges the words and names of a headline, and the weights of the parts of its score.

    python -m bias.training headline_devices --data PATH [-o FOLDER]

Run it again whenever the sentence model, the token model, the headline wording or the lists change;
it takes half a minute. Reads `headline_devices` without the headlines kept for checking; writes
`bias/models/data/headline_devices.json`, the same bytes each time on the same data.

Names learn from words, and the score from devices, that a model judged which had not seen the
outlet.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bias.document.article import Article
from bias.document.segment import segment
from bias.features.base import Evidence
from bias.features.headline import butts
from bias.features.headline.clauses import Device
from bias.features.headline.devices import denies, find_devices, loaded_terms, ruled_targets
from bias.features.headline.extractor import explain
from bias.features.headline.gap import GAPS, against_story
from bias.features.headline.judging import (
    MEASURES,
    find_judging,
    judging_places,
    measures_of,
    signs_of,
)
from bias.features.headline.names import Name, find_names, sure_names
from bias.features.headline.score import CONSTANT, PARTS, amounts_of
from bias.features.headline.words import Headline
from bias.labelled.headlines import group_of, split_headlines
from bias.lists.hits import Match
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.headline import FORM, JUDGING, HeadlineModel
from bias.reading import Reading
from bias.roles import ParagraphRole
from bias.training.folds import Splits, left_out
from bias.training.matrices import columns_of, sparse
from bias.training.sums import platt

MODEL = "headline_devices.json"
FOLDS = 5
FEWEST = 5
"""Words that must show a sign for it to have a weight."""
WORD_PENALTY, BUTT_PENALTY, SCORE_PENALTY = 0.1, 0.05, 0.1
"""scikit-learn's C; half and double do alike on outlets left out, 2026-11-30."""
SLANTS = (1, 2)
"""Grades from which a headline counts as slanted, in two fits whose weights are added: the grades
between say more than either."""
CLEAR = 2
LEAST_SCALE = 0.25
"""Share of its largest amount that a part's spread counts as at least: one that stands in few
headlines weighs little."""
DIGITS = 3


@dataclass(frozen=True, eq=False)
class Example:
    """One labelled headline."""

    row: dict[str, Any]
    reading: Reading

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Example":
        """Cut a headline and the paragraphs that its readers had before them."""
        document = segment(Article(row["headline"], "\n\n".join(row["lead"])))
        roles = (ParagraphRole("body", 1.0),) * len(document.paragraphs)
        return cls(row, Reading(document, roles))

    @property
    def slant(self) -> int:
        """0 to 3."""
        return int(self.row["slant"])

    @cached_property
    def headline(self) -> Headline:
        """Its words."""
        return Headline.of(self.reading.told)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its names."""
        return find_names(self.headline)

    @cached_property
    def terms(self) -> list[Match]:
        """Its listed terms."""
        return loaded_terms(self.headline)

    @cached_property
    def places(self) -> list[int]:
        """Its tokens that may judge."""
        return judging_places(self.headline)

    def read(self, model: HeadlineModel) -> Evidence:
        """Return what is found with a model."""
        return explain(self.headline, self.reading, model)[0]

    def judged(self, model: HeadlineModel) -> Floats:
        """Return how likely each of its words judges, shape (tokens, devices)."""
        return find_judging(self.headline, self.terms, model)

    def rules(self, judged: Floats) -> list[Device]:
        """Return the butts that rules find."""
        return ruled_targets(self.headline, self.names, self.terms, judged)

    @cached_property
    def named(self) -> list[Name]:
        """Its names that may be butts."""
        return butts.named(self.headline, self.names)

    def butts(self) -> list[bool]:
        """Tell of each of `named` whether readers marked it as the butt."""
        marked = {*self._marked("named_target")}
        return [not marked.isdisjoint(range(name.first, name.last)) for name in self.named]

    def labels(self) -> list[int]:
        """Return of each of `places` its device: 0 for none, else 1 more than in `JUDGING`."""
        marked = dict[int, int]()
        for number, device in enumerate(JUDGING, start=1):
            for place in self._marked(device):
                marked.setdefault(place, number)
        return [marked.get(place, 0) for place in self.places]

    def _marked(self, device: str) -> Iterable[int]:
        """Yield the tokens on which readers marked a device."""
        for found in self.row["devices"]:
            start = self.headline.text.find(found["text"])
            if found["device"] == device and start >= 0:
                end = start + len(found["text"])
                starts = self.headline.starts
                yield from (
                    place
                    for place, first in enumerate(starts)
                    if first < end and self.headline.end(place) > start
                )


def read_examples(data: Path) -> list[Example]:
    """Return the headlines to learn from; an empty one is left out."""
    return [Example.of(row) for row in split_headlines(data)[0] if row["headline"].strip()]


def split_examples(examples: Sequence[Example]) -> Splits:
    """Return five folds of whole outlets."""
    return left_out([group_of(example.row) for example in examples], FOLDS)


def fit_model(examples: Sequence[Example]) -> HeadlineModel:
    """Fit words, names and score; each of what models said that had not seen the outlet."""
    judged, splits = [np.zeros(0)] * len(examples), split_examples(examples)
    for inside, outside in splits:
        words = fit_words([examples[i] for i in inside])
        for i in outside.tolist():
            judged[i] = examples[i].judged(words)
    parts = np.zeros((len(examples), len(PARTS)))
    for inside, outside in splits:
        model = fit_butts([examples[i] for i in inside], [judged[i] for i in inside])
        parts[outside] = [_amounts(examples[i], judged[i], model) for i in outside]
    slants = np.array([example.slant for example in examples])
    named, score = fit_butts(examples, judged), fit_score(parts, slants)
    return replace(fit_words(examples), butts=named.butts, score=score)


def _amounts(example: Example, judged: Floats, model: HeadlineModel) -> list[float]:
    """Return the amounts of `PARTS` that an example has."""
    headline, names = example.headline, example.names
    cues = find_devices(headline, names, example.terms, judged, model)
    gaps, _ = against_story(example.reading, headline, cues, sure_names(headline, names))
    amounts = amounts_of(headline, cues, judged, gaps[GAPS[0]], denies(headline))
    return [amounts[name] for name in PARTS]


def fit_words(examples: Sequence[Example]) -> HeadlineModel:
    """Fit the probabilities of words; the model has no names and no score."""
    labels = np.array([label for example in examples for label in example.labels()])
    known = np.array([row for e in examples for row in measures_of(e.headline, e.terms, e.places)])
    shown = [row for e in examples for row in signs_of(e.headline, e.places)]
    base, measures, signs = _fit_shown(known, shown, labels, WORD_PENALTY)
    base, measures = base[1:] - base[0], measures[1:] - measures[0]
    told = {sign: _short(row[1:] - row[0]) for sign, row in signs.items()}
    return HeadlineModel(
        _short(base),
        {name: _short(measures[:, i]) for i, name in enumerate(MEASURES)},
        {sign: row for sign, row in told.items() if any(row)},
        {},
        {},
    )


def fit_butts(examples: Sequence[Example], judged: Sequence[Floats]) -> HeadlineModel:
    """Fit the probabilities of names; the model has no words and no score.

    `judged`: of each example, how likely its words judge, from a model that had not seen it.
    """
    found = [*zip(examples, judged, strict=True)]
    labels = np.array([label for example in examples for label in example.butts()])
    rows = (butts.measures_of(e.headline, e.named, j, e.rules(j)) for e, j in found)
    known = np.array([row for e in rows for row in e])
    shown = [row for e in examples for row in butts.signs_of(e.headline, e.named)]
    base, measures, signs = _fit_shown(known, shown, labels, BUTT_PENALTY)
    weights = dict(zip((CONSTANT, *butts.MEASURES), (*base, *measures[0]), strict=True))
    told = weights | {sign: row[0] for sign, row in signs.items()}
    short = {name: round(float(weight), DIGITS) for name, weight in told.items()}
    return HeadlineModel(
        [], {}, {}, {name: w for name, w in short.items() if w or name in weights}, {}
    )


def _fit_shown(
    known: Floats, shown: Sequence[Sequence[str]], labels: Floats, penalty: float
) -> tuple[Floats, Floats, dict[str, Floats]]:
    """Fit measures and signs: base, weights of measures, of each sign; one row a class."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    columns = columns_of(Counter(sign for row in shown for sign in row), FEWEST)
    found = [[columns[sign] for sign in row if sign in columns] for row in shown]
    centre, scale = known.mean(axis=0), known.std(axis=0) + 1e-9
    matrix = hstack([csr_matrix((known - centre) / scale), sparse(found, len(columns))]).tocsr()
    model = LogisticRegression(C=penalty, max_iter=3000).fit(matrix, labels)
    measures, signs = np.split(model.coef_, [known.shape[1]], axis=1)
    measures = measures / scale
    base = model.intercept_ - measures @ centre
    return base, measures, {sign: signs[:, i] for sign, i in columns.items()}


def _short(weights: Floats) -> list[float]:
    return [round(float(weight), DIGITS) for weight in weights]


def fit_score(parts: Floats, slants: Floats) -> dict[str, float]:
    """Return the weight of each part and the constant, for the log-odds of a clear slant.

    Parameters
    ----------
    parts
        Amounts of `PARTS`, one row a headline.
    slants
        Of each, 0 to 3.
    """
    from sklearn.linear_model import LogisticRegression

    scale = np.maximum(parts.std(axis=0), LEAST_SCALE * parts.max(axis=0) + 1e-9)
    fits = [
        LogisticRegression(C=SCORE_PENALTY, max_iter=3000).fit(parts / scale, slants >= least)
        for least in SLANTS
    ]
    weights = sum(fit.coef_[0] for fit in fits) / scale
    slope, shift = platt(parts @ weights, slants >= CLEAR)
    named = zip(PARTS, (slope * weights).tolist(), strict=True)
    return {
        CONSTANT: round(shift, DIGITS),
        **{name: round(weight, DIGITS) for name, weight in named},
    }


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    return fit_model(read_examples(data)).content()


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
