"""Fit what tells comment from report by the words of a headline, names hidden.

    python -m bias.training headline_wording --data PATH [-o FOLDER]

Nobody judged these headlines. Two labels are known of their outlets: whether one mostly argues or
mostly reports (`bias.training.headline`), and whether AllSides calls it left or right, or centre.
Both say where judging words stand; each alone has a flaw, kind of piece in one, topic in the
other, so their log-odds are added. Reads `article-bias-prediction` without the headlines of
`headline_devices`; writes `bias/models/data/headline_wording.json.gz`, the same bytes each time.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bias.document.masked import mask_headlines
from bias.document.segment import segment_lines
from bias.labelled.files import read_news
from bias.labelled.headlines import every_labelled
from bias.models.files import write_model
from bias.models.headline import WORDING_FORM
from bias.models.linear import Weights
from bias.training.headline import COMMENT, REPORT
from bias.training.matrices import choose_columns, pair_matrix, word_matrix
from bias.training.sums import add, fold
from bias.words.types import Bools
from bias.words.vocabulary import shipped_vocabulary

MODEL = "headline_wording.json.gz"
FEWEST = 4
"""Headlines in which a word or pair must stand."""
KIND_PENALTY, SIDE_PENALTY = 2.0, 0.5
"""scikit-learn's C for outlets that argue or report, and for those of a side or of none; chosen by
the score's AUC on headlines of `headline_devices` left out, 2026-11-30: 0.3 to 3 do alike."""
DIGITS = 2
AT_ONCE = 1000
"""Headlines that are cut together."""


def fit_wording(rows: Sequence[Sequence[str]], labels: Bools, inverse_penalty: float) -> Weights:
    """Return the weights of masked words and pairs that speak for a label."""
    from scipy.sparse import hstack
    from sklearn.linear_model import LogisticRegression

    counts = Counter(word for row in rows for word in set(row))
    vocabulary = shipped_vocabulary()
    known = sorted(word for word, n in counts.items() if n >= FEWEST and word in vocabulary)
    columns = choose_columns(rows, known, FEWEST)
    matrix = hstack([word_matrix(rows, columns), pair_matrix(rows, columns)]).tocsr()
    model = LogisticRegression(C=inverse_penalty, max_iter=500, class_weight="balanced")
    model.fit(matrix, labels)
    words, pairs = np.split(model.coef_[0], [len(known)])
    return fold(float(model.intercept_[0]), words, pairs, columns, DIGITS)


def mask_lines(lines: Sequence[str]) -> list[list[str]]:
    """Return the masked keys of some lines of which each has a word."""
    found: list[list[str]] = []
    for start in range(0, len(lines), AT_ONCE):
        texts = [" ".join(line.split()) for line in lines[start : start + AT_ONCE]]
        found += mask_headlines(segment_lines(texts).passage).keys()
    return found


def train(data: Path) -> dict[str, Any]:
    """Return the content of the model file."""
    ids, texts = every_labelled(data)
    news = [
        (str(row["title"]), row["source"], row["bias_text"])
        for row in read_news(data)
        if row["ID"] not in ids and str(row["title"]).strip().lower() not in {"", *texts}
    ]
    rows = mask_lines([title for title, *_ in news])
    comment = np.array([source in COMMENT for _, source, _ in news])
    report = np.array([source in REPORT for _, source, _ in news])
    told = (comment | report).nonzero()[0]
    kind = fit_wording([rows[place] for place in told], comment[told], KIND_PENALTY)
    side = fit_wording(rows, np.array([bias != "center" for *_, bias in news]), SIDE_PENALTY)
    return {"wording": _rounded(add(kind, side, 1.0)).content()}


def _rounded(wording: Weights) -> Weights:
    words = {word: round(weight, DIGITS) for word, weight in wording.words.items()}
    pairs = {
        first: {second: round(weight, DIGITS) for second, weight in row.items()}
        for first, row in wording.pairs.items()
    }
    return Weights(round(wording.base, DIGITS), words, pairs)


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    write_model(folder / MODEL, WORDING_FORM, train(data))
