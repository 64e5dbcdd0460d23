"""Train the frames model: which policy frames articles, headlines and paragraphs have.

    python -m bias.training frames --data PATH [-o FOLDER]

Some hundred labelled articles cannot teach many words. So a word's weight is the sum of four: its
own, that of the directions in which it goes with others in news nobody labelled (latent semantic
analysis, Deerwester et al. 1990), that of the frame lists it stands on (`lexicons/frame_*.tsv`),
and for articles what headlines and sentences taught. All are linear, so one weight a word is
what ships. Takes about two minutes; check parts teach nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bias.corpus.intervals import SEED
from bias.document.article import Article
from bias.document.columns import NUMBER
from bias.document.segment import segment
from bias.labelled.frames import ARTICLES, Framed, read_articles, read_short
from bias.labelled.real_articles import reading_of
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.frames import FORM, FRAMES, RARITY_STEP, Fitted
from bias.training.background import Background, read_background
from bias.training.folds import Splits, at_random
from bias.words.types import Bools, Ints

MODEL = "frames.json.gz"
FREELY = (1.0, 3.0, 0.1, 0.1)
"""How freely words, directions, lists and what short texts taught are used (chosen on five folds
of the articles outside the check part, 2026-11-30)."""
REGULARISATION = 1.0
"""scikit-learn's C of articles, chosen likewise."""
SHORT_REGULARISATION = 3.0
"""Of headlines and sentences, chosen on those on guns."""
FOLDS = 5
LEAST = 0.35
"""Probability from which a frame is called present: of all frames, the best F1 together."""
LEAST_AUC = 0.75
"""A frame that is told worse on texts left out is not said."""
FEWEST_POSITIVE = 15
"""Nor is one with fewer texts that have it."""
LEVELS = 127


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


def article_row(text: Framed) -> Ints:
    """Return the numbers of an article's words, headline and story."""
    told = reading_of(Article(headline=text.title, body=text.text)).told
    return np.asarray(told.column(NUMBER))


def short_row(text: Framed) -> Ints:
    """Return the numbers of a headline's or a sentence's words."""
    return np.asarray(segment(Article(headline=text.title)).column(NUMBER))


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
    judged = (
        asked & np.isin(np.arange(len(labels)), np.concatenate([out for _, out in splits]))[:, None]
    )
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
    background: Background,
    rows: Sequence[Ints],
    texts: Sequence[Framed],
    splits: Splits,
    **how: Any,
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
