"""Fit the clickbait model.

    python -m bias.training clickbait --data PATH [-o FOLDER]

Learns from the headlines of Chakraborty et al. (2016): pages that live on
clicks against news. Political news is rare there, so headlines of reporting
outlets of Article-Bias-Prediction are added as plain ones. Short vectors of
words, learnt without labels, let a rare word count like its neighbours; they
are folded into one weight a word.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bias.errors import ReadError
from bias.features.headline.teasing import headline_keys
from bias.features.headline.words import Headline
from bias.labelled.files import FOLDER, kept_out, read_news, shipped_lines
from bias.lists.identity import identity_words
from bias.models.by_word import Floats, numbers_of
from bias.models.clickbait import FORM, ClickbaitModel, grams_of
from bias.models.files import write_model
from bias.models.wording import shipped_wording
from bias.training.matrices import columns_of, roots, sparse
from bias.training.wording import outlet_kinds
from bias.words.classes import FUNCTION_WORDS, common_words
from bias.words.types import Bools

MODEL = "clickbait.json.gz"
INVERSE_PENALTY = 200.0
"""C of the logistic regression; 10 is worse by 0.3 points, 1000 no better (2026-11-22)."""
PLAIN_WEIGHT = 0.1
"""What an added plain headline counts beside a labelled one."""
MOST_PLAIN = 12_000
BASE_SHIFT = 0.65
"""Log-odds that the added plain headlines take from clickbait and the labelled ones miss:
best on headlines left out (five folds, 2026-11-22)."""
FEWEST = 2
"""Headlines a gram must stand in."""
LEAST_WEIGHT = 0.3
"""Smaller weights are left out of the file; a headline's grams divide them by five or more."""
DIGITS = 1
LIVES_OF_WOMEN = frozenset(
    {
        "abortion", "abortions", "bikini", "bikinis", "bra", "bras", "breast", "breastfed",
        "breastfeed", "breastfeeding", "breasts", "bridal", "bride", "brides", "bridesmaid",
        "bridesmaids", "contraception", "curvy", "diva", "divas", "dress", "dresses", "gown",
        "gowns", "handbag", "handbags", "hijab", "hijabs", "housewife", "housewives", "lipstick",
        "makeup", "maternity", "menstrual", "midwife", "midwives", "miscarriage", "miscarriages",
        "misogynist", "misogyny", "motherhood", "ovaries", "pregnancies", "pregnancy", "pregnant",
        "sexism", "sexist", "skirt", "skirts", "surrogate", "uterus", "womanhood", "womb",
    }
)  # fmt: skip
"""Topics that magazines cover and newspapers cover less: seen, they would make a plain report
of women's lives look like clickbait, so each counts as a name."""
Keys = list[str]


@dataclass(frozen=True)
class Headlines:
    """Headlines as keys, with what is known of each."""

    keys: tuple[Keys, ...]
    clickbait: Bools

    def take(self, rows: Sequence[int]) -> "Headlines":
        """Return some of them."""
        return Headlines(tuple(self.keys[row] for row in rows), self.clickbait[list(rows)])


@dataclass(frozen=True)
class _Vectors:
    """Short vectors of content words, learnt without labels."""

    words: tuple[str, ...]
    """All words that news writes in lower case, with a vector or without."""
    places: Mapping[str, int]
    """Rows of `table`, of words that are no function words."""
    table: Floats


@cache
def _vectors() -> _Vectors:
    wording = shipped_wording()
    words = wording.words[: len(wording.learnt)]
    places = {word: row for row, word in enumerate(words) if word not in FUNCTION_WORDS}
    return _Vectors(wording.words, places, wording.learnt)


@cache
def known_words() -> frozenset[str]:
    """Return the plain words the model may see; every other word counts as a name."""
    lines = shipped_lines("bias.training", "magazine_words.txt")
    own = frozenset(word for line in lines for word in line.split(" "))
    plain = own | frozenset(_vectors().words) | common_words()
    return plain - identity_words() - LIVES_OF_WOMEN


def keys_of_headlines(texts: Iterable[object]) -> tuple[Keys, ...]:
    """Return the masked keys of each of several headlines."""
    headlines = Headline.alone([str(text) for text in texts])
    return tuple([*filter(None, headline_keys(h, known_words()))] for h in headlines)


def read_labelled(data: Path) -> Headlines:
    """Return the headlines of `clickbait-chakraborty` under a folder.

    Raises `ReadError` when they are not there.
    """
    import pandas as pd

    file = data / "clickbait-chakraborty" / "headlines.csv.gz"
    if not file.is_file():
        raise ReadError(f"{file}: not found. Give the folder that holds clickbait-chakraborty.")
    frame = pd.read_csv(file)
    clickbait = frame["clickbait"].to_numpy(dtype=bool)
    return Headlines(keys_of_headlines(frame["headline"]), clickbait)


def read_plain(data: Path, without: Collection[str]) -> Headlines:
    """Return headlines of reporting outlets; none where the corpus is not there."""
    kinds = outlet_kinds()
    rows = read_news(data) if (data / FOLDER).is_dir() else ()
    wire = (r for r in rows if kinds.get(r["source"]) == "wire" and r["ID"] not in without)
    found = {row["title"] for row in wire if row["title"] is not None}
    order = np.random.default_rng(0).permutation(sorted(found))[:MOST_PLAIN]
    keys = keys_of_headlines(order)
    return Headlines(keys, np.zeros(len(keys), dtype=bool))


def fit(labelled: Headlines, plain: Headlines) -> ClickbaitModel:
    """Fit the model on labelled headlines and on added plain ones."""
    from scipy.sparse import hstack
    from sklearn.linear_model import LogisticRegression

    keys = [*labelled.keys, *plain.keys]
    rows = [grams_of(row) for row in keys]
    columns = columns_of(Counter(gram for row in rows for gram in row), FEWEST)
    found = [[columns[gram] for gram in row if gram in columns] for row in rows]
    grams_table = sparse(found, len(columns), roots(rows))
    table = hstack([grams_table, _vector_table(keys, rows)]).tocsr()
    truth = np.concatenate([labelled.clickbait, plain.clickbait])
    weights = np.repeat([1.0, PLAIN_WEIGHT], [len(labelled.keys), len(plain.keys)])
    model = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear", tol=1e-3, random_state=0)
    model.fit(table, truth, sample_weight=weights)
    grams = dict(zip(columns, model.coef_[0].tolist(), strict=False))
    _fold(grams, model.coef_[0][len(columns) :])
    base = float(model.intercept_[0]) + BASE_SHIFT
    kept = {gram: round(w, DIGITS) for gram, w in grams.items() if abs(w) >= LEAST_WEIGHT}
    return ClickbaitModel(round(base, 3), kept, known_words())


def _vector_table(keys: Sequence[Keys], rows: Sequence[Collection[str]]) -> Any:
    """Return the summed vectors of the headlines' content words, divided alike."""
    from scipy.sparse import csr_matrix

    vectors, table = _vectors(), np.zeros((len(keys), _vectors().table.shape[1]))
    for number, (words, row) in enumerate(zip(keys, rows, strict=True)):
        places = [vectors.places[word] for word in dict.fromkeys(words) if word in vectors.places]
        table[number] = vectors.table[places].sum(axis=0) / np.sqrt(len(row) or 1)
    return csr_matrix(table)


def _fold(grams: dict[str, float], directions: Floats) -> None:
    """Add to each word's weight what its vector says."""
    vectors = _vectors()
    smooth = vectors.table @ directions
    for word, place in vectors.places.items():
        grams[word] = grams.get(word, 0.0) + float(smooth[place])


def as_record(model: ClickbaitModel) -> dict[str, Any]:
    """Return plain data to store."""
    known = np.sort(numbers_of(model.known))
    weights = np.array([*model.weights.values()])
    grams = "\n".join(model.weights)
    return {"base": model.base, "grams": grams, "weights": weights, "known": known}


def write(data: Path, folder: Path) -> None:
    """Fit the model and write it; headlines of `headline_devices` are kept out of it."""
    model = fit(read_labelled(data), read_plain(data, kept_out(data)))
    write_model(folder / MODEL, FORM, as_record(model))
