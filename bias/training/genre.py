"""Train the genre model on sections of article-bias-prediction and on articles people judged.

    python -m bias.training genre --data PATH [-o FOLDER]

Writes `bias/models/data/genre.json.gz`, the same bytes each time on the same data. Run it again
whenever masking, roles, report verbs or the sentence model change.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bias.labelled.genre import Example, read_examples, read_judged
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.genre import FORM, GenreModel
from bias.models.linear import Weights
from bias.models.sentences import shipped_model
from bias.training.article_words import word_matrix
from bias.training.folds import left_out
from bias.training.sums import platt
from bias.words.types import Bools

MODEL = "genre.json.gz"
FEWEST = 8
"""Articles in which a word must stand to get a weight."""
REGULARISATION = 8.0
"""scikit-learn's C (chosen from 1 to 16 by the AUC within outlets left out, 2026-11-23)."""
MANNER_SCALE = 0.3
"""How freely the measures of manner are used beside the words (chosen likewise)."""
FOLDS = 8
FULL = 150
"""Articles of one outlet and genre that count fully; more share that weight."""
ONE_SIDED = 0.5
"""Weight of an outlet with one genre only: it teaches the outlet as well as the genre."""
FEWEST_OF_SIDE = 9
"""Articles of both genres that make an outlet two-sided."""
JUDGED_WEIGHT = 3.0
"""Of an article that people judged, on average."""
JUDGED_OPINION = 0.75
"""Share of that weight that is on opinion: nine of ten are, and at one half too many are called
reporting (both chosen out of fold on the judged articles outside the check part, 2026-11-30)."""
DIGITS = 4


def fit(examples: Sequence[Example]) -> GenreModel:
    """Fit the model; its slope and shift are set on outlets left out."""
    scores = out_of_fold(examples, calibrated=False)
    slope, shift = platt(scores, labels_of(examples), weights_of(examples))
    return _stretched(_fit_raw(examples), slope, shift)


def out_of_fold(examples: Sequence[Example], calibrated: bool = True) -> Floats:
    """Return each example's log-odds from a model that knows no article of its outlet.

    Slope and shift, where asked for, come from the scores of the other folds.
    """
    scores = np.zeros(len(examples))
    splits = left_out([example.outlet for example in examples], FOLDS)
    for inside, outside in splits:
        model = _fit_raw([examples[i] for i in inside])
        styles = [examples[i].style for i in outside]
        scores[outside] = [model.log_odds(style.counts, style.measures) for style in styles]
    if not calibrated:
        return scores
    labels, weights, shown = labels_of(examples), weights_of(examples), scores.copy()
    for inside, outside in splits:
        slope, shift = platt(scores[inside], labels[inside], weights[inside])
        shown[outside] = slope * scores[outside] + shift
    return shown


def labels_of(examples: Sequence[Example]) -> Bools:
    """Return which examples are opinion."""
    return np.array([example.opinion for example in examples])


def two_sided(examples: Sequence[Example]) -> set[str]:
    """Return the outlets with enough articles of both genres."""
    counts = Counter((example.outlet, example.opinion) for example in examples)
    outlets = {example.outlet for example in examples}
    return {o for o in outlets if min(counts[o, True], counts[o, False]) >= FEWEST_OF_SIDE}


def weights_of(examples: Sequence[Example]) -> Floats:
    """Weigh examples so that no outlet outweighs others and both genres are equal.

    Those that people judged weigh `JUDGED_WEIGHT` each, `JUDGED_OPINION` of it on opinion.
    """
    judged, weights = np.array([e.judged for e in examples]), np.ones(len(examples))
    if not judged.all():
        weights[~judged] = _by_outlet([e for e in examples if not e.judged])
    labels = labels_of(examples)
    for label, share in ((True, JUDGED_OPINION), (False, 1 - JUDGED_OPINION)):
        own = judged & (labels == label)
        weights[own] = JUDGED_WEIGHT * share * judged.sum() / max(1, own.sum())
    return weights


def _by_outlet(examples: Sequence[Example]) -> Floats:
    counts = Counter((example.outlet, example.opinion) for example in examples)
    both, labels = two_sided(examples), labels_of(examples)
    weights = np.array([
        (1.0 if e.outlet in both else ONE_SIDED) * min(1.0, FULL / counts[e.outlet, e.opinion])
        for e in examples
    ])  # fmt: skip
    weights[labels] *= weights[~labels].sum() / weights[labels].sum()
    return np.asarray(weights / weights.mean())


def _fit_raw(examples: Sequence[Example]) -> GenreModel:
    from scipy.sparse import csr_matrix, diags, hstack
    from sklearn.linear_model import LogisticRegression

    words = _vocabulary(examples)
    counts = [example.style.counts.by_word() for example in examples]
    counted = word_matrix(counts, {word: i for i, word in enumerate(words)})
    rarity = np.log(len(examples) / np.array(list(words.values()))) + 1
    rarity /= np.sqrt(np.mean(rarity**2))
    names, centre, scale, manner = _manner(examples)
    matrix = hstack([counted @ diags(rarity), csr_matrix(manner * MANNER_SCALE)]).tocsr()
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    model.fit(matrix, labels_of(examples), sample_weight=weights_of(examples))
    own = model.coef_[0][: len(words)] * rarity
    weights = model.coef_[0][len(words) :] * MANNER_SCALE
    numbers = zip(centre.tolist(), scale.tolist(), weights.tolist(), strict=True)
    wording = Weights(float(model.intercept_[0]), dict(zip(words, own.tolist(), strict=True)))
    return GenreModel(wording, dict(zip(names, numbers, strict=True)))


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    """Return the words with a weight, each with its number of articles; no marks, no names.

    Dashes and quotation marks tell the house style; so only `?` and `!` are kept.
    """
    known = shipped_model().partisan.words
    found = Counter(word for example in examples for word in example.style.counts.by_word())
    return {
        word: count
        for word, count in sorted(found.items())
        if count >= FEWEST and word in known and (word[0].isalpha() or word in "?!")
    }


def _manner(examples: Sequence[Example]) -> tuple[list[str], Floats, Floats, Floats]:
    """Return names, means and deviations of the measures, and them standardised."""
    names = list(examples[0].style.measures)
    table = np.array([[e.style.measures[name] for name in names] for e in examples])
    centre, scale = np.nanmean(table, axis=0), np.nanstd(table, axis=0)
    return names, centre, scale, np.nan_to_num((table - centre) / scale)


def _stretched(model: GenreModel, slope: float, shift: float) -> GenreModel:
    """Return the model with calibrated, rounded numbers."""
    words = {word: round(slope * weight, DIGITS) for word, weight in model.wording.words.items()}
    measures = {
        name: (round(centre, DIGITS), round(scale, DIGITS), round(slope * weight, DIGITS))
        for name, (centre, scale, weight) in model.measures.items()
    }
    return GenreModel(Weights(round(slope * model.wording.base + shift, DIGITS), words), measures)


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    judged = [one.example() for one in read_judged(data) if not one.is_check]
    model = fit([*read_examples(data), *judged])
    write_model(folder / MODEL, FORM, model.content())
