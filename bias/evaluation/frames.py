"""How well policy frames are told: on a check part, in folds, and on sets that taught nothing."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import SEED, bootstrap
from bias.evaluation.measures import Floats, Labels, Numbers, auc, f1
from bias.labelled.files import read_lines
from bias.labelled.frames import (
    ARTICLES,
    GUN_NEWS,
    GUNS,
    Framed,
    read_articles,
    read_headlines,
    read_short,
)
from bias.models.frames import FRAMES, FramesModel, shipped_frames_model
from bias.training.folds import Splits, at_random
from bias.words.numbered import Counted
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary

if TYPE_CHECKING:
    import pandas as pd

    from bias.training.background import Background

Figure = tuple[str, str, float, float | None, float | None, int]
FOLDS = 5
CHECK, FOLDED = f"{ARTICLES}, check part, as shipped", f"{ARTICLES}, five folds"
HEADLINES, CLIMATE = f"{GUN_NEWS}, five folds", "narrative-frames-climate"
BAG = "bag of words"
NARRATIVES = ("RE", "HI", "CO", "MO", "EC")
"""Resolution, human interest, conflict, moral, economic."""


def evaluate_frames(data: Path) -> "pd.DataFrame":
    """Run every test for which the data are there.

    Parameters
    ----------
    data
        The folder that holds `semeval23-task3-en`, `gvfc-gun-violence-frames`, `frac-frames`,
        `ccf-climate-frames`, `article-bias-prediction` and, if it is to be tested on,
        `narrative-frames-climate`.

    Returns
    -------
    pandas.DataFrame
        Columns test, measure, value, low, high, n; low and high are a 95 % bootstrap interval.
    """
    import pandas as pd

    from bias.training.background import read_background

    background, articles = read_background(data), read_articles(data)
    rows = [*_on_check([text for text in articles if text.is_check])]
    rows += _in_folds(data, background, articles)
    rows += _on_headlines(background, read_headlines(data))
    if (data / CLIMATE).exists():
        rows += _on_narratives(data / CLIMATE / "articles.jsonl.gz")
    return pd.DataFrame(rows, columns=["test", "measure", "value", "low", "high", "n"])


def micro_f1(labels: Labels, called: Labels) -> float:
    """Return F1 over all frames of all texts together."""
    return f1(labels.ravel(), called.ravel())


def mean_f1(labels: Labels, called: Labels) -> float:
    """Return the mean of the frames' F1."""
    return float(np.mean([f1(*pair) for pair in zip(labels.T, called.T, strict=True)]))


def _both(test: str, what: str, labels: Labels, called: Labels) -> Iterator[Figure]:
    for name, measure in (("micro F1", micro_f1), ("macro F1", mean_f1)):
        ends = bootstrap(measure, labels, called)
        yield test, f"{name}{what}", measure(labels, called), *ends, len(labels)


def _on_check(articles: Sequence[Framed]) -> Iterator[Figure]:
    """Judge the shipped model: all frames, those that it says, and each."""
    from bias.training.frames import article_row, labels_of

    model, labels = shipped_frames_model(), labels_of(articles)
    found = np.array([shipped_log_odds(article_row(text), model) for text in articles])
    called = found >= np.log(model.article.least / (1 - model.article.least))
    said = model.article.said
    yield from _both(CHECK, "", labels, called)
    yield from _both(CHECK, ", frames that are said", labels[:, said], called[:, said])
    for j in np.flatnonzero(said).tolist():
        yield CHECK, f"F1, {FRAMES[j]}", f1(labels[:, j], called[:, j]), None, None, len(labels)
        yield CHECK, f"AUC, {FRAMES[j]}", auc(labels[:, j], found[:, j]), None, None, len(labels)


def shipped_log_odds(row: Ints, model: FramesModel) -> Floats:
    """Return the log-odds of every frame of an article, given as numbers of words."""
    pulls = model.pulls(Counted.of(shipped_vocabulary(), row))[1]
    return np.asarray(model.article.base + pulls.sum(axis=0))


def _in_folds(data: Path, background: "Background", articles: Sequence[Framed]) -> Iterator[Figure]:
    """Fit to four fifths of the articles and judge the fifth; all frames, whether said or not."""
    from bias.training import frames as training

    short = [text for text in read_short(data) if not text.is_check]
    hints = training.learn_hints(background, [*map(training.short_row, short)], short)
    rows, labels = [*map(training.article_row, articles)], training.labels_of(articles)
    learnt = training.learn_articles(background, rows, articles, hints)
    called = learnt.found >= np.log(training.LEAST / (1 - training.LEAST))
    splits = at_random(len(articles), FOLDS, SEED)
    yield from _both(FOLDED, "", labels, called)
    lists = background.matrix(rows) @ background.lists
    yield from _both(FOLDED, ", lists alone", labels, _lists_alone(lists, labels, splits))
    texts = [f"{text.title} {text.text}" for text in articles]
    yield from _both(FOLDED, f", {BAG}", labels, bag(texts, labels, splits))
    for j, name in enumerate(FRAMES):
        yield FOLDED, f"AUC, {name}", float(learnt.auc[j]), None, None, int(labels[:, j].sum())


def _lists_alone(scores: Floats, labels: Labels, splits: Splits) -> Labels:
    """Call a frame present by how many of its list's words there are, cut where folds say."""
    from sklearn.linear_model import LogisticRegression

    called = np.zeros(labels.shape, dtype=bool)
    for inside, outside in splits:
        for j in range(labels.shape[1]):
            model = LogisticRegression(class_weight="balanced")
            model.fit(scores[inside][:, [j]], labels[inside, j])
            called[outside, j] = model.predict(scores[outside][:, [j]])
    return called


def bag(texts: Sequence[str], labels: Labels, splits: Splits) -> Labels:
    """Return what a plain bag of words calls out of fold: tf-idf, balanced logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    called = np.zeros(labels.shape, dtype=bool)
    for inside, outside in splits:
        vectors = TfidfVectorizer(sublinear_tf=True, min_df=2)
        taught = vectors.fit_transform([texts[i] for i in inside])
        tested = vectors.transform([texts[i] for i in outside])
        for j in range(labels.shape[1]):
            model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000)
            called[outside, j] = model.fit(taught, labels[inside, j]).predict(tested)
    return called


def _on_headlines(background: "Background", texts: Sequence[Framed]) -> Iterator[Figure]:
    """Fit to four fifths of the headlines on guns that have a frame; one of nine is right."""
    from bias.training import frames as training

    texts = [text for text in texts if text.kind]
    columns = [FRAMES.index(name) for name in GUNS.values()]
    matrix = background.matrix(map(training.short_row, texts))
    labels, splits = training.labels_of(texts)[:, columns], at_random(len(texts), FOLDS, SEED)
    learnt = training.learn(
        background, matrix, labels, np.ones_like(labels), [GUN_NEWS] * len(texts), splits,
        penalty=training.SHORT_REGULARISATION,
    )  # fmt: skip
    kinds = [*GUNS.values()]
    right = np.array([kinds.index(text.kind) for text in texts])
    yield _nine(HEADLINES, "macro F1 of nine", right, learnt.found.argmax(axis=1))
    answers = _bag_of_nine([text.title for text in texts], right, splits)
    yield _nine(HEADLINES, f"macro F1 of nine, {BAG}", right, answers)


def _nine(test: str, name: str, right: Numbers, answers: Numbers) -> Figure:
    def measure(right: Numbers, answers: Numbers) -> float:
        return mean_f1(_one_hot(right), _one_hot(answers))

    return test, name, measure(right, answers), *bootstrap(measure, right, answers), len(right)


def _one_hot(numbers: Numbers) -> Labels:
    hot: Labels = numbers[:, None] == np.arange(len(GUNS))
    return hot


def _bag_of_nine(texts: Sequence[str], right: Numbers, splits: Splits) -> Numbers:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    answers = np.zeros(len(texts), dtype=np.int64)
    for inside, outside in splits:
        vectors = TfidfVectorizer(sublinear_tf=True)
        taught = vectors.fit_transform([texts[i] for i in inside])
        model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000)
        model.fit(taught, right[inside])
        answers[outside] = model.predict(vectors.transform([texts[i] for i in outside]))
    return answers


def _on_narratives(file: Path) -> Iterator[Figure]:
    """Tell five narrative frames of articles on climate from our frames' log-odds alone."""
    from bias.training.frames import article_row

    rows = [row for row in read_lines(file) if row["frames"]]
    labels = np.array([[bool(row["frames"][name]) for name in NARRATIVES] for row in rows])
    folds = np.array([row["test_fold"] for row in rows])
    splits = [(np.flatnonzero(folds != f), np.flatnonzero(folds == f)) for f in sorted({*folds})]
    texts = [Framed(str(row["id"]), "", row["text"], frozenset(), frozenset()) for row in rows]
    model = shipped_frames_model()
    found = np.array([shipped_log_odds(article_row(text), model) for text in texts])
    ways: list[tuple[str, Callable[[], Labels]]] = [
        ("our frames", lambda: _from_frames(found, labels, splits)),
        (BAG, lambda: bag([text.text for text in texts], labels, splits)),
        ("majority", lambda: np.broadcast_to(labels.mean(axis=0) > 0.5, labels.shape)),
    ]
    for name, way in ways:
        yield from _both(CLIMATE, f", {name}", labels, way())


def _from_frames(found: Floats, labels: Labels, splits: Splits) -> Labels:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    called = np.zeros(labels.shape, dtype=bool)
    for inside, outside in splits:
        for j in range(labels.shape[1]):
            how: Any = LogisticRegression(C=0.3, class_weight="balanced")
            model = make_pipeline(StandardScaler(), how).fit(found[inside], labels[inside, j])
            called[outside, j] = model.predict(found[outside])
    return called
