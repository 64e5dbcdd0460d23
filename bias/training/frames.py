"""Train the frames model: which policy frames articles, headlines and paragraphs have.

    python -m bias.training frames --data PATH [-o FOLDER]

Some hundred labelled articles cannot teach many words. So a word's weight is the sum of four: its
own, that of the directions in which it goes with others in news nobody labelled (latent semantic
analysis, Deerwester et al. 1990), that of the frame lists it stands on (`lexicons/frame_*.tsv`),
and for articles what headlines and sentences taught. All are linear, so one weight a word is
what ships. Takes about two minutes; check parts teach nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bias.corpus.intervals import SEED
from bias.document.article import Article
from bias.document.columns import NUMBER
from bias.document.segment import segment
from bias.labelled.frames import ARTICLES, Framed, read_articles, read_short
from bias.labelled.real_articles import read_articles as read_news
from bias.labelled.real_articles import reading_of
from bias.lists.terms import shipped_list
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.frames import FORM, FRAMES, RARITY_STEP, Fitted
from bias.training.folds import Splits, at_random
from bias.words.numbered import Counted
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

MODEL = "frames.json.gz"
PER_SOURCE = 200
"""Unlabelled articles of one source at most: 11,800 in all."""
FEWEST = 5
"""Of them in which a word must stand to be known."""
DIRECTIONS = 200
FREELY = (1.0, 3.0, 0.1, 0.1)
"""How freely words, directions, lists and what short texts taught are used (chosen on five folds
of the articles outside the check part, 2026-11-30)."""
REGULARISATION = 1.0
"""scikit-learn's C of articles, chosen likewise."""
SHORT_REGULARISATION = 3.0
"""Of headlines and sentences, chosen on those on guns."""
FOLDS = 5
LEAST = 0.35
"""Probability from which a frame is called present: the best F1 of all frames together, as above."""
LEAST_AUC = 0.75
"""A frame that is told worse on texts left out is not said."""
FEWEST_POSITIVE = 15
"""Nor is one with fewer texts that have it."""
LEVELS = 127
DIGITS = 4


@dataclass(frozen=True, eq=False)
class Background:
    """What is known of words before any frame is."""

    rarity: Floats
    """By number of word, in steps of the model file; 0 where it is unknown."""
    directions: Floats
    """Shape (words of the vocabulary, directions)."""
    lists: Floats
    """Which word is on which frame's list, scaled; shape (words, frames)."""

    @classmethod
    def of(cls, rows: Iterable[Ints]) -> "Background":
        """Learn it from texts without labels, given as numbers of words."""
        from sklearn.utils.extmath import randomized_svd

        counts = count(rows)
        found = np.asarray((counts > 0).sum(axis=0)).ravel()
        logs = np.log(counts.shape[0] / np.maximum(found, 1)) + 1
        steps = np.where(found >= FEWEST, np.round(RARITY_STEP * logs), 0)
        rarity = np.asarray(steps / RARITY_STEP)
        matrix = _scaled(counts, rarity)
        directions = randomized_svd(matrix, DIRECTIONS, n_iter=4, random_state=SEED)[2].T
        listed = listed_words() * (rarity > 0)[:, None]
        return cls(rarity, directions, listed / np.std(matrix @ listed, axis=0))

    def matrix(self, rows: Iterable[Ints]) -> Any:
        """Return texts as sparse rows of length 1, as `FramesModel.pulls` has them."""
        return _scaled(count(rows), self.rarity)

    @cached_property
    def known(self) -> Ints:
        """Numbers of the words that are known."""
        return np.flatnonzero(self.rarity).astype(np.int32)


@dataclass(frozen=True, eq=False)
class Learnt:
    """Weights by number of word, and how well they do on texts left out."""

    weights: Floats
    """Shape (words of the vocabulary, frames)."""
    base: Floats
    found: Floats
    """Log-odds of each text from the folds that did not hold it."""
    auc: Floats
    said: Bools

    def fitted(self, known: Ints) -> Fitted:
        """Return what a model file holds."""
        own = self.weights[known]
        scale = np.maximum(np.abs(own).max(axis=0), 1e-6) / LEVELS
        numbers = (scale, self.base, np.full(len(FRAMES), LEAST), self.auc, self.said)
        whole = np.round(own / scale).astype(np.int8)
        return Fitted(whole, *(tuple(np.round(n.astype(float), 6).tolist()) for n in numbers))


def count(rows: Iterable[Ints]) -> Any:
    """Return logarithmic counts of the words that have a number, a row a text."""
    from scipy.sparse import csr_matrix

    vocabulary = shipped_vocabulary()
    counted = [Counted.of(vocabulary, row[row > 0]) for row in rows]
    bounds = np.cumsum([0, *(len(one.numbers) for one in counted)])
    values = 1 + np.log(np.concatenate([one.amounts for one in counted]))
    columns = np.concatenate([one.numbers for one in counted])
    return csr_matrix((values, columns, bounds), shape=(len(counted), vocabulary.size))


def _scaled(counts: Any, rarity: Floats) -> Any:
    from scipy.sparse import diags
    from sklearn.preprocessing import normalize

    return normalize((counts @ diags(rarity)).tocsr())


def listed_words() -> Floats:
    """Return 1 where a word, by number, stands on a frame's list; shape (words, frames)."""
    vocabulary = shipped_vocabulary()
    table = np.zeros((vocabulary.size, len(FRAMES)))
    for column, frame in enumerate(FRAMES):
        forms = (form for term in shipped_list(f"frame_{frame}").terms for form in term.forms())
        table[[vocabulary[form[0]] for form in forms if len(form) == 1], column] = 1
    table[0] = 0
    return table


def article_row(text: Framed) -> Ints:
    """Return the numbers of an article's words, headline and story."""
    told = reading_of(Article(headline=text.title, body=text.text)).told
    return np.asarray(told.column(NUMBER))


def short_row(text: Framed) -> Ints:
    """Return the numbers of a headline's or a sentence's words."""
    return np.asarray(segment(Article(headline=text.title)).column(NUMBER))


def read_background(data: Path) -> Background:
    """Learn about words from `article-bias-prediction`."""
    articles = (own.article for own in read_news(data, PER_SOURCE))
    return Background.of(np.asarray(segment(a).column(NUMBER)) for a in articles)


def labels_of(texts: Sequence[Framed]) -> Bools:
    """Return which text has which frame, shape (texts, frames)."""
    return np.array([[name in text.frames for name in FRAMES] for text in texts])


def asked_of(texts: Sequence[Framed]) -> Bools:
    """Return which text's people were asked about which frame."""
    return np.array([[name in text.asked for name in FRAMES] for text in texts])


def learn(
    background: Background,
    matrix: Any,
    labels: Bools,
    asked: Bools,
    sources: Sequence[str],
    splits: Splits,
    *,
    taught: Floats | None = None,
    penalty: float = REGULARISATION,
) -> Learnt:
    """Fit every frame; slope and shift are set on texts left out.

    Parameters
    ----------
    matrix
        Of `Background.matrix`.
    labels, asked
        Shape (texts, frames).
    sources
        The set that each text is from: a frame is judged within each.
    splits
        Rows inside and outside of each fold; what is never outside is not judged.
    taught
        Weights by number of word and frame from other texts.
    penalty
        scikit-learn's C.
    """
    blocks = _blocks(background, matrix, taught)
    design = _design(blocks, matrix)
    found = np.zeros(labels.shape)
    for inside, outside in splits:
        for frame in range(labels.shape[1]):
            fit = _fit_one(design, labels[:, frame], inside[asked[inside, frame]], penalty)
            found[outside, frame] = fit[0] + design[outside] @ fit[1]
    fits = [
        _fit_one(design, labels[:, j], np.flatnonzero(asked[:, j]), penalty)
        for j in range(labels.shape[1])
    ]
    base, weights = np.array([f[0] for f in fits]), _folded(blocks, np.array([f[1] for f in fits]))
    judged = asked & np.isin(np.arange(len(labels)), np.concatenate([out for _, out in splits]))[:, None]
    slope, shift = calibrated(found, labels, judged)
    auc = areas_of(found, labels, judged, sources)
    enough = (labels & judged).sum(axis=0) >= FEWEST_POSITIVE
    said = enough & (auc >= LEAST_AUC)
    return Learnt(slope * weights, slope * base + shift, slope * found + shift, auc, said)


def _blocks(background: Background, matrix: Any, taught: Floats | None) -> list[Floats]:
    """Return, by number of word, what stands beside the words' own weights."""
    blocks = [background.directions, background.lists]
    if taught is not None:
        spread = np.std(matrix @ taught, axis=0)
        blocks.append(taught / np.where(spread > 0, spread, 1.0))
    return [block * freely for block, freely in zip(blocks, FREELY[1:], strict=False)]


def _design(blocks: Sequence[Floats], matrix: Any) -> Any:
    from scipy.sparse import csr_matrix, hstack

    return hstack([matrix, *(csr_matrix(matrix @ block) for block in blocks)]).tocsr()


def _folded(blocks: Sequence[Floats], weights: Floats) -> Floats:
    """Return one weight for each word and frame; given one row a frame."""
    size = len(blocks[0])
    folded, first = weights[:, :size].T.copy(), size
    for block in blocks:
        folded += block @ weights[:, first : first + block.shape[1]].T
        first += block.shape[1]
    return folded


def _fit_one(design: Any, labels: Bools, rows: Any, penalty: float) -> tuple[float, Floats]:
    """Return base and weights for one frame; zeros where nothing can be learnt."""
    from sklearn.linear_model import LogisticRegression

    if len(set(labels[rows].tolist())) < 2:
        return 0.0, np.zeros(design.shape[1])
    model = LogisticRegression(
        C=penalty, class_weight="balanced", solver="liblinear", random_state=0
    ).fit(design[rows], labels[rows])
    return float(model.intercept_[0]), model.coef_[0]


def calibrated(found: Floats, labels: Bools, asked: Bools) -> tuple[float, Floats]:
    """Return one slope for all frames and a shift for each, so that scores become log-odds.

    A frame of few texts has too few for a slope of its own; its shift is drawn from its share.
    """
    from sklearn.linear_model import LogisticRegression

    shares = np.clip((labels & asked).sum(axis=0) / np.maximum(asked.sum(axis=0), 1), 0.01, 0.99)
    middles = np.array([found[a, j].mean() if a.any() else 0.0 for j, a in enumerate(asked.T)])
    rare = np.log(shares / (1 - shares))
    given = np.stack([(found - middles)[asked], np.broadcast_to(rare, found.shape)[asked]], axis=1)
    model = LogisticRegression(C=10.0).fit(given, labels[asked])
    slope, weight = model.coef_[0].tolist()
    return slope, weight * rare + model.intercept_[0] - slope * middles


def areas_of(found: Floats, labels: Bools, asked: Bools, sources: Sequence[str]) -> Floats:
    """Return how well each frame is told: AUC within a set, mean by its texts that have the frame.

    0 where nobody was asked about it.
    """
    sets, areas = np.array(sources), np.zeros(labels.shape[1])
    for frame in range(labels.shape[1]):
        parts = [np.flatnonzero(asked[:, frame] & (sets == name)) for name in sorted({*sources})]
        told = [(labels[part, frame], found[part, frame]) for part in parts]
        both = [(y, scores) for y, scores in told if 0 < y.sum() < len(y)]
        if both:
            weights = [int(y.sum()) for y, _ in both]
            areas[frame] = np.average([roc_area(y, scores) for y, scores in both], weights=weights)
    return areas


def roc_area(labels: Bools, scores: Floats) -> float:
    """Return the chance that a positive scores above a negative."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores))


def learn_short(background: Background, rows: Sequence[Ints], texts: Sequence[Framed]) -> Learnt:
    """Fit the frames of headlines and sentences to them and to whole articles.

    Each set of short texts is judged by what the others taught: what is learnt from headlines on
    guns should hold for a paragraph on taxes.
    """
    sources = np.array([text.source for text in texts])
    sets = sorted({*sources.tolist()} - {ARTICLES})
    splits = [(np.flatnonzero(sources != s), np.flatnonzero(sources == s)) for s in sets]
    return _learn_texts(background, rows, texts, splits)


def learn_articles(
    background: Background, rows: Sequence[Ints], texts: Sequence[Framed], hints: Floats
) -> Learnt:
    """Fit the frames of articles, given as numbers of words; `hints` from other texts."""
    splits = at_random(len(texts), FOLDS, SEED)
    return _learn_texts(background, rows, texts, splits, taught=hints)


def learn_hints(background: Background, rows: Sequence[Ints], texts: Sequence[Framed]) -> Floats:
    """Return what headlines and sentences teach about words, by number and frame."""
    splits = at_random(len(texts), 2, SEED)
    return _learn_texts(background, rows, texts, splits, penalty=SHORT_REGULARISATION).weights


def _learn_texts(
    background: Background, rows: Sequence[Ints], texts: Sequence[Framed], splits: Splits, **how: Any
) -> Learnt:
    matrix, sources = background.matrix(rows), [text.source for text in texts]
    return learn(background, matrix, labels_of(texts), asked_of(texts), sources, splits, **how)


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    background = read_background(data)
    short = [text for text in read_short(data) if not text.is_check]
    articles = [text for text in read_articles(data) if not text.is_check]
    short_rows, rows = [*map(short_row, short)], [*map(article_row, articles)]
    hints = learn_hints(background, short_rows, short)
    whole = learn_articles(background, rows, articles, hints)
    brief = learn_short(background, [*short_rows, *rows], [*short, *articles])
    known = background.known
    return {
        "words": known,
        "rarity": np.round(background.rarity[known] * RARITY_STEP).astype(np.int64),
        "article": whole.fitted(known).content(),
        "short": brief.fitted(known).content(),
    }


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, FORM, train(data))
