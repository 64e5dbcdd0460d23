"""Train the article model on hyperpartisan-semeval19.

    python -m bias.training.articles --data PATH [-o MODEL]

Reads the 645 articles of the by-article training part and the shipped sentence
model; writes `bias/models/articles.json.gz`, the same bytes each time on the
same data. Run it again whenever an extractor's measures change.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from bias.analysis import measure
from bias.article import Article
from bias.article_codebook import MEASURES
from bias.article_measures import (
    ArticleWording,
    ScoredSentence,
    measure_article,
    read_sentences,
    without_furniture,
)
from bias.model_file import write_model
from bias.rating import FORMAT, VERSION, ArticleModel
from bias.segment import segment
from bias.sentence_model import score_sentences
from bias.training.sentences import calibrate, shipped_wording

FILE = "hyperpartisan-semeval19/train_byarticle.jsonl.gz"
MODEL = Path(__file__).parents[1] / "models" / "articles.json.gz"
EXTRACTOR_FEATURES: tuple[str, ...] = ("headline", "loaded")
"""Features and scores of the extractors that the head uses beside `MEASURES`."""
REGULARISATION = 0.02
"""scikit-learn's C of the head (chosen by cross-validation from 0.01 to 0.1, 2026-11-22)."""
WORDING_REGULARISATION = 1.0
VECTOR_SCALE = 0.05
"""How freely the article wording may use word vectors (chosen likewise)."""
FEWEST = 3
"""Articles in which a word must stand to get a weight of its own."""
FOLDS = 5
REFITS = 60
DIGITS = 4

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """One labelled article, measured."""

    sentences: tuple[ScoredSentence, ...]
    counts: Counter[str]
    features: dict[str, float]
    """Of the extractors."""
    biased: bool
    domain: str
    text: str


def read_hyperpartisan(data: Path, flat: bool = False) -> list[Example]:
    """Read, measure and score the articles.

    Parameters
    ----------
    data
        The folder that holds `hyperpartisan-semeval19`.
    flat
        Take the one-line form instead: the title inside the text, no paragraphs.
    """
    with gzip.open(data / FILE, "rt", encoding="utf-8") as lines:
        return [_example(json.loads(line), flat) for line in lines]


def _example(row: dict[str, Any], flat: bool) -> Example:
    if flat:
        article = Article(body=row["flat_text"])
    else:
        article = Article(headline=row["title"] or "", body="\n\n".join(row["paragraphs"]))
    measured = measure(segment(article))
    document = measured.reading.document
    sentences = without_furniture(read_sentences(measured.reading, score_sentences(document)))
    counts = Counter(key for sentence in sentences for key in sentence.keys)
    domain = urlsplit(row["url"] or "").netloc.removeprefix("www.")
    features = measured.features | measured.scores
    return Example(
        tuple(sentences), counts, features, bool(row["hyperpartisan"]), domain, document.text
    )


def fit_wording(examples: Sequence[Example], labels: Labels) -> ArticleWording:
    """Fit the weights of an article's words: words themselves and their vectors."""
    from scipy.sparse import csr_matrix, diags, hstack
    from sklearn.linear_model import LogisticRegression

    wording = shipped_wording()
    places = {word: place for place, word in enumerate(wording.words)}
    words = _word_matrix(examples, places)
    found = np.asarray((words > 0).sum(axis=0)).ravel()
    rarity = np.log(len(examples) / np.maximum(found, 1)) + 1
    rarity = np.where(found >= FEWEST, rarity, 0.0) / np.sqrt(np.mean(rarity[found > 0] ** 2))
    vectors = words @ wording.vectors
    scale = VECTOR_SCALE / vectors.std(axis=0)
    matrix = hstack([words @ diags(rarity), csr_matrix(vectors * scale)]).tocsr()
    model = LogisticRegression(C=WORDING_REGULARISATION, max_iter=5000).fit(matrix, labels)
    own, along = model.coef_[0][: len(places)], model.coef_[0][len(places) :]
    weights = own * rarity + wording.vectors @ (along * scale)
    rounded = {word: round(float(weights[place]), DIGITS) for word, place in places.items()}
    kept = {word: weight for word, weight in rounded.items() if weight}
    return ArticleWording(round(float(model.intercept_[0]), DIGITS), kept)


def _word_matrix(examples: Sequence[Example], places: dict[str, int]) -> Any:
    """Return logarithmic counts, each row of length 1, as `ArticleWording.score` has them."""
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    found = [
        (row, places[word], 1 + np.log(count))
        for row, example in enumerate(examples)
        for word, count in example.counts.items()
        if word in places
    ]
    rows, columns, values = zip(*found, strict=True)
    return normalize(csr_matrix((values, (rows, columns)), shape=(len(examples), len(places))))


def feature_matrix(examples: Sequence[Example], scores: Sequence[float]) -> Floats:
    """Return the head's features, one row per article; `scores` are the wording scores."""
    blank = ArticleWording(0.0, {})
    rows = []
    for example, score in zip(examples, scores, strict=True):
        values = example.features | measure_article(example.sentences, blank)
        values["article_wording"] = score
        rows.append([values[name] for name in feature_names()])
    return np.array(rows)


def feature_names() -> tuple[str, ...]:
    """Return the names of the head's features, in order."""
    return (*(measure.name for measure in MEASURES), *EXTRACTOR_FEATURES)


def wording_out_of_fold(examples: Sequence[Example], labels: Labels) -> Floats:
    """Return each article's wording score from models that did not see it."""
    scores = np.zeros(len(examples))
    for inside, outside in split(labels, FOLDS, seed=1):
        wording = fit_wording([examples[i] for i in inside], labels[inside])
        scores[outside] = [wording.score(examples[i].counts) for i in outside]
    return scores


def split(labels: Labels, folds: int, seed: int) -> list[tuple[Numbers, Numbers]]:
    """Return stratified folds: rows inside and outside."""
    from sklearn.model_selection import StratifiedKFold

    return list(StratifiedKFold(folds, shuffle=True, random_state=seed).split(labels, labels))


def fit(examples: Sequence[Example]) -> ArticleModel:
    """Fit wording, head, calibration and refits on some articles.

    Everything a later step reads of an earlier one is out of fold.
    """
    labels = np.array([example.biased for example in examples])
    matrix = feature_matrix(examples, wording_out_of_fold(examples, labels).tolist())
    centre = np.nanmean(matrix, axis=0)
    scale = np.maximum(np.nanstd(matrix, axis=0), 1e-9)
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
        wording=fit_wording(examples, labels),
    )


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS + 2) for value in values)


def _fit_head(deviations: Floats, labels: Labels) -> Floats:
    """Return base and weights."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(deviations, labels)
    return np.concatenate([model.intercept_, model.coef_[0]])


def _head_out_of_fold(deviations: Floats, labels: Labels) -> Floats:
    scores = np.zeros(len(labels))
    for inside, outside in split(labels, FOLDS, seed=2):
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
    picks = [random.integers(0, len(groups), len(groups)) for _ in range(REFITS)]
    return [np.array([row for pick in chosen for row in groups[pick]]) for chosen in picks]


def predict(model: ArticleModel, example: Example) -> tuple[float, list[float]]:
    """Return the log-odds of one article and its standardised features."""
    values = example.features | measure_article(example.sentences, model.wording)
    deviations = model.standardise(values)
    return model.log_odds(deviations), deviations


def as_record(model: ArticleModel) -> dict[str, Any]:
    """Return plain data to store."""
    names = ("features", "centre", "scale", "weights", "base", "refits")
    wording = {"base": model.wording.base, "words": dict(model.wording.words)}
    return {name: getattr(model, name) for name in names} | {"wording": wording}


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description="Train the article model.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path, default=MODEL)
    options = parser.parse_args()
    write_model(options.out, FORMAT, VERSION, as_record(fit(read_hyperpartisan(options.data))))


if __name__ == "__main__":
    main()
