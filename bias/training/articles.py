"""Train the article model on hyperpartisan-semeval19.

    python -m bias.training articles --data PATH [-o FOLDER]

Reads the 645 articles of the by-article training part, a few of partisan outlets without
labels, and the shipped sentence model; writes `bias/models/data/articles.json.gz`, the same bytes
each time on the same data. Run it again whenever an extractor's measures change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from bias.document.article import Article
from bias.document.segment import segment
from bias.features.measured import measure
from bias.labelled.files import read_lines
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.linear import Linear, Numbers, Weights
from bias.rating.article_codebook import MEASURES
from bias.rating.measures import ScoredSentences, measure_article
from bias.rating.rate import FORM, ArticleModel
from bias.training.article_words import fit_alike, word_matrix, word_rarity
from bias.training.folds import stratified
from bias.training.house_style import HouseStyle, read_house_style
from bias.training.sums import calibrate
from bias.words.numbered import Counted
from bias.words.types import Bools
from bias.words.vocabulary import shipped_vocabulary

FILE = "hyperpartisan-semeval19/train_byarticle.jsonl.gz"
MODEL = "articles.json.gz"
EXTRACTOR_FEATURES: tuple[str, ...] = ("headline", "loaded", "framing")
"""Features and scores of the extractors that the head uses beside `MEASURES`."""
MANNER = frozenset({"brackets_per_100", "dashes_per_100", "second_person_per_100"})
"""Measures that are told and have no say: how a writer parts clauses or addresses readers is no
argument about slant."""
REGULARISATION = 0.05
"""scikit-learn's C of the head (0.005, 0.02 and 0.05 tried by cross-validation, 2026-11-23)."""
FOLDS = 5
REFITS = 60
DIGITS = 4
LEAST_SPREAD = 1e-4
"""A measure that varies less is as good as constant."""


@dataclass(frozen=True)
class Example:
    """One labelled article, measured."""

    sentences: ScoredSentences
    counts: Counted
    """Of the words of headline and story, names hidden."""
    features: dict[str, float]
    """Of the extractors."""
    biased: bool
    domain: str
    text: str

    def measured(self, wording: Linear) -> dict[str, float]:
        """Return the features and every measure of headline and story."""
        return self.features | measure_article(self.sentences, wording)


def read_hyperpartisan(data: Path, flat: bool = False) -> list[Example]:
    """Read, measure and score the articles.

    Parameters
    ----------
    data
        The folder that holds `hyperpartisan-semeval19`.
    flat
        Take the one-line form instead: the title inside the text, no paragraphs.
    """
    return [_example(row, flat) for row in read_lines(data / FILE)]


def _example(row: dict[str, Any], flat: bool) -> Example:
    if flat:
        article = Article(body=row["flat_text"])
    else:
        article = Article(headline=row["title"] or "", body="\n\n".join(row["paragraphs"]))
    domain = urlsplit(row["url"] or "").netloc.removeprefix("www.")
    return example_of(article, bool(row["hyperpartisan"]), domain)


def example_of(article: Article, biased: bool, domain: str) -> Example:
    """Measure a labelled article; `domain` names its outlet."""
    measured = measure(segment(article))
    sentences, text = ScoredSentences.of(measured.reading), measured.reading.document.text
    features = measured.features | measured.scores
    return Example(sentences, sentences.counted, features, biased, domain, text)


def fit_wording(
    examples: Sequence[Example], labels: Bools, house: HouseStyle | None = None
) -> Weights:
    """Fit the weights of an article's words; the rarer in all news, the freer a weight.

    With `house` no weight can tell one partisan outlet from another.
    """
    counted = [example.counts.by_word() for example in examples]
    seen = set[str]().union(*counted)
    rarity = {word: rare for word, rare in word_rarity().items() if word in seen}
    places = {word: place for place, word in enumerate(rarity)}
    scale = np.array(list(rarity.values()))
    counts = word_matrix(counted, places)
    rows = counts.multiply(scale).tocsr()
    style = house.directions(list(rarity), scale) if house else np.zeros((0, len(scale)))
    told = rows @ style.T
    base, shares = fit_alike((rows @ rows.T).toarray() - told @ told.T, labels)
    slopes = rows.T @ shares
    slopes -= style.T @ (style @ slopes)
    weights = np.round(slopes * scale, DIGITS).tolist()
    kept = {word: weight for word, weight in zip(rarity, weights, strict=True) if weight}
    return Weights(round(base, DIGITS), kept)


def feature_matrix(examples: Sequence[Example], scores: Sequence[float]) -> Floats:
    """Return the head's features, one row per article; `scores` are the wording scores."""
    blank = Linear(shipped_vocabulary(), [Weights(0.0, {})])
    rows = []
    for example, score in zip(examples, scores, strict=True):
        values = example.measured(blank)
        values["article_wording"] = score
        rows.append([values[name] for name in feature_names()])
    return np.array(rows)


def feature_names() -> tuple[str, ...]:
    """Return the names of the head's features, in order."""
    measures = (measure.name for measure in MEASURES if measure.name not in MANNER)
    return (*measures, *EXTRACTOR_FEATURES)


def wording_out_of_fold(
    examples: Sequence[Example], labels: Bools, house: HouseStyle | None = None
) -> Floats:
    """Return each article's wording score from models that did not see it."""
    scores = np.zeros(len(examples))
    for inside, outside in stratified(labels, FOLDS, seed=1):
        wording = fit_wording([examples[i] for i in inside], labels[inside], house)
        linear = Linear(shipped_vocabulary(), [wording])
        scores[outside] = [linear.pull(examples[i].counts) for i in outside]
    return scores


def fit(examples: Sequence[Example], house: HouseStyle | None = None) -> ArticleModel:
    """Fit wording, head, calibration and refits on some articles.

    Everything a later step reads of an earlier one is out of fold.

    Parameters
    ----------
    examples
        Of both kinds.
    house
        What the wording must not tell apart; nothing unless given.
    """
    labels = np.array([example.biased for example in examples])
    matrix = feature_matrix(examples, wording_out_of_fold(examples, labels, house).tolist())
    matrix[:, np.isnan(matrix).all(axis=0)] = 0.0  # nowhere defined: nothing to learn
    centre, spread = np.nanmean(matrix, axis=0), np.nanstd(matrix, axis=0)
    scale = np.where(spread < LEAST_SPREAD, 1.0, spread)
    deviations = np.nan_to_num((matrix - centre) / scale)
    slope, shift = calibrate(_head_out_of_fold(deviations, labels), labels)
    rows = [_fit_head(deviations, labels)]
    rows += [_fit_head(deviations[draw], labels[draw]) for draw in _draws(examples)]
    stretched = [np.concatenate([[slope * row[0] + shift], slope * row[1:]]) for row in rows]
    numbers: list[list[float]] = [[round(float(x), DIGITS) for x in row] for row in stretched]
    head, refits = numbers[0], numbers[1:]
    return ArticleModel(
        features=feature_names(),
        centre=_rounded(centre),
        scale=_rounded(scale),
        weights=tuple(head[1:]),
        base=head[0],
        refits=tuple(tuple(row) for row in refits),
        wording=fit_wording(examples, labels, house),
    )


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS + 2) for value in values)


def _fit_head(deviations: Floats, labels: Bools) -> Floats:
    """Return base and weights."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(deviations, labels)
    return np.concatenate([model.intercept_, model.coef_[0]])


def _head_out_of_fold(deviations: Floats, labels: Bools) -> Floats:
    scores = np.zeros(len(labels))
    for inside, outside in stratified(labels, FOLDS, seed=2):
        row = _fit_head(deviations[inside], labels[inside])
        scores[outside] = row[0] + deviations[outside] @ row[1:]
    return scores


def _draws(examples: Sequence[Example]) -> list[Numbers]:
    """Resample outlets, not articles: an outlet's articles resemble each other."""
    random = np.random.default_rng(0)
    by_domain: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        by_domain.setdefault(example.domain, []).append(number)
    groups = [by_domain[domain] for domain in sorted(by_domain)]
    found: list[Numbers] = []
    while len(found) < REFITS:
        chosen = random.integers(0, len(groups), len(groups))
        rows = np.array([row for pick in chosen for row in groups[pick]])
        if len({examples[row].biased for row in rows}) == 2:
            found.append(rows)
    return found


def predict(model: ArticleModel, example: Example) -> tuple[float, list[float]]:
    """Return the log-odds of one article and its standardised features."""
    deviations = model.standardise(example.measured(model.linear))
    return model.log_odds(deviations), deviations


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    model = fit(read_hyperpartisan(data), read_house_style(data))
    write_model(folder / MODEL, FORM, model.content())
