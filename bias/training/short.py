"""Learn how far the rating of a few words lies from that of the whole article.

    python -m bias.training short --data PATH [-o FOLDER]

Cuts the articles of hyperpartisan-semeval19 to their first words, headline first, rates both
forms with models that had not read the outlet, and writes how far the whole article's log-odds
lie around those of its beginning: `bias/models/data/short.json` (one minute). What lies between
the two on average is left out: longer articles of that set are more often biased, and articles
that are short by themselves come true as they are.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bias.document.article import Article
from bias.labelled.files import read_lines
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.models.short import FILE, FORM
from bias.rating.rate import LEVEL
from bias.training.articles import FILE as LABELLED
from bias.training.articles import Example, example_of, fit, predict, read_hyperpartisan
from bias.training.folds import left_out
from bias.training.house_style import read_house_style

CUTS = (25, 50, 100)
"""Words of headline and story that are kept."""
WHOLE = 150
"""Words of an article that is worth cutting, and at least twice as many as are kept."""
FOLDS = 5
DIGITS = 3


def first_words(headline: str, paragraphs: Sequence[str], words: int) -> Article:
    r"""Return an article's beginning, its headline first.

    >>> first_words("Ferry Returns", ["It sailed again.", "Nobody met it."], 6).body
    'It sailed again.\n\nNobody'
    """
    left, kept = words - len(headline.split()), list[str]()
    for paragraph in paragraphs:
        if left <= 0:
            break
        kept.append(" ".join(paragraph.split()[:left]))
        left -= len(paragraph.split())
    return Article(headline=headline, body="\n\n".join(kept))


def read_cut(data: Path, words: int) -> list[Example]:
    """Return the labelled articles, each cut to its first words."""
    rows = read_lines(data / LABELLED)
    cut = (first_words(row["title"] or "", row["paragraphs"], words) for row in rows)
    return [example_of(article, False, "") for article in cut]


def write(data: Path, folder: Path) -> None:
    """Rate the articles of a folder whole and cut, and write the margins into another."""
    whole, house = read_hyperpartisan(data), read_house_style(data)
    cuts = {words: read_cut(data, words) for words in CUTS}
    found = {words: np.full(len(whole), np.nan) for words in CUTS}
    full = np.zeros(len(whole))
    for inside, outside in left_out([example.domain for example in whole], FOLDS):
        model = fit([whole[row] for row in inside], house)
        for row in outside:
            full[row] = predict(model, whole[row])[0]
            for words, examples in cuts.items():
                if examples[row].sentences.is_body.any():
                    found[words][row] = predict(model, examples[row])[0]
    lengths = np.array([example.sentences.word_count for example in whole])
    margins = {
        str(words): margin_of(full - scores, lengths >= max(WHOLE, 2 * words))
        for words, scores in found.items()
    }
    write_model(folder / FILE, FORM, {"margins": margins})


def margin_of(differences: Floats, long: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> float:
    """Return half the width that holds `LEVEL` of the differences, about their mean."""
    known = differences[long & ~np.isnan(differences)]
    low, high = np.quantile(known - known.mean(), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return round(float(high - low) / 2, DIGITS)
