"""How well lists and token model find the words that experts marked, on BABE and BASIL.

Gold on BABE: the `biased_words` of each sentence (`bias.labelled.marks`), over all
sentences, biased or not. Scored are word tokens. The token model is fitted again without
the sentences it is scored on, and so is the sentence model that it draws on.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.document.document import Document
from bias.evaluation.basil_spans import basil_rows
from bias.evaluation.measures import Floats, Labels
from bias.features.loaded.here import LITERAL_BELOW, UNLISTED_FROM
from bias.features.loaded.meant import find_loaded
from bias.labelled.marks import HELD_OUT, WEIGHED_ON, marked_sentences, outlet_halves
from bias.training.folds import left_out
from bias.training.tokens import Marked, cross_score, fit_tokens, predict, read_marked, split_rows
from bias.training.words import read_words

if TYPE_CHECKING:
    import pandas as pd

Finder = Callable[[Document], set[int]]
"""From a document to the indices of the tokens it calls loaded."""
Chosen = Labels
"""Of each place: called loaded."""

PUBLISHED = {
    "BABE's list": "babe/bias_word_lexicon.csv.gz",
    "Recasens et al.'s list": "lexicons/recasens_bias_lexicon.txt",
}
VADER_CUT = 1.5
"""Least valence, to either side of 0 on a scale to 4, of the words of VADER's list."""
MARKED_FROM = 0.22
"""From this probability on a word counts as found: the best F1 over all folds (2026-11-22)."""
FOLDS = 5
COLUMNS = ("terms", "outlets", "precision", "recall", "f1", "words")


def evaluate_loaded_terms(path: Path) -> "pd.DataFrame":
    """Return precision, recall and F1 of lists and token model.

    Parameters
    ----------
    path
        The folder that holds `babe`, `basil` and `lexicons`. VADER's list is read where the
        package `vaderSentiment` is installed (`pip install vaderSentiment`).

    Returns
    -------
    pandas.DataFrame
        Columns terms, outlets, precision, recall, f1, words. On BABE words are the words
        scored; on BASIL a span counts as found when a cue overlaps it, a cue as right when it
        overlaps a span, and words are the spans.
    """
    import pandas as pd

    marked = read_marked(path)
    halves = _halves(path, marked)
    rows = [
        row
        for name, finder in _finders(path).items()
        for row in _score(name, halves, marked, _call(marked, finder))
    ]
    by_outlet = left_out(marked.labelled.outlets, FOLDS)
    for by, folds in (("sentence", split_rows(marked)), ("outlet", by_outlet)):
        log_odds = cross_score(marked, folds)
        for name, chosen in _cross_validated(marked, log_odds, folds):
            rows += _score(f"{name}, 5 folds by {by}", halves, marked, chosen)
    rows += basil_rows(path)
    return pd.DataFrame(rows, columns=COLUMNS)


def _cross_validated(
    marked: Marked, log_odds: Sequence[Any], folds: Sequence[Any]
) -> Iterator[tuple[str, Chosen]]:
    """Yield what the token model calls loaded, with the lists' help, as shown, and without."""
    for lists in (True, False):
        words = marked if lists else marked.without_lists()
        table = read_words(words.seen, lists)
        found = np.zeros(len(words.places))
        for inside, outside in folds:
            model = fit_tokens(words, log_odds, inside, table)
            chosen, probabilities = predict(model, words, log_odds, outside)
            found[chosen] = probabilities
        name = "token model" if lists else "token model without lists"
        yield name, found >= MARKED_FROM
        if lists:
            yield "cues as shown", _shown(marked, found)


def _shown(marked: Marked, found: Floats) -> Chosen:
    """Return what an analysis would show: listed terms that are not plain, and sure others."""
    listed = np.array([place.weight > 0 for place in marked.places])
    single = np.array([place.single for place in marked.places])
    plain = single & (found > 0) & (found < LITERAL_BELOW)
    return np.where(listed, ~plain, found >= UNLISTED_FROM)


def _halves(path: Path, marked: Marked) -> dict[str, Chosen]:
    """Return for each half of the outlets, and for all, which places are theirs."""
    frames = outlet_halves(marked_sentences(path))
    weighed = set(frames[WEIGHED_ON]["outlet"].astype(str))
    outlets = marked.labelled.outlets
    inside = np.array([outlets[place.row] in weighed for place in marked.places])
    return {"all": np.ones(len(inside), bool), WEIGHED_ON: inside, HELD_OUT: ~inside}


def _finders(path: Path) -> dict[str, Finder]:
    finders: dict[str, Finder] = {"our lists": _ours}
    for name, file in PUBLISHED.items():
        finders[name] = _word_finder(_published(path / file))
    vader = _vader()
    return finders | ({"VADER's list": _word_finder(vader)} if vader else {})


def _ours(document: Document) -> set[int]:
    return {
        index
        for match in find_loaded(document, document.sentences)
        for index in range(match.first, match.last)
    }


def _published(file: Path) -> set[str]:
    import pandas as pd

    if file.suffix == ".txt":
        return set(file.read_text("utf-8").lower().splitlines())
    return set(pd.read_csv(file).iloc[:, 0].astype(str).str.lower())


def _vader() -> set[str]:
    """Return the strong words of VADER's list (Hutto and Gilbert 2014); empty without it."""
    from importlib.util import find_spec

    found = find_spec("vaderSentiment")
    if found is None or found.origin is None:
        return set()
    lines = (Path(found.origin).parent / "vader_lexicon.txt").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line.strip()]
    return {cell[0].lower() for cell in cells if abs(float(cell[1])) >= VADER_CUT}


def _word_finder(words: set[str]) -> Finder:
    return lambda document: {i for i, key in enumerate(document.keys) if key in words}


def _call(marked: Marked, finder: Finder) -> Chosen:
    found = [finder(document) for document in marked.labelled.documents]
    return np.array([place.mark.index in found[place.row] for place in marked.places])


def _score(
    name: str, halves: dict[str, Chosen], marked: Marked, chosen: Chosen
) -> list[tuple[Any, ...]]:
    rows = []
    for half, inside in halves.items():
        found, gold = chosen & inside, marked.gold & inside
        both, total = int((found & gold).sum()), int(found.sum() + gold.sum())
        precision, recall = both / max(int(found.sum()), 1), both / max(int(gold.sum()), 1)
        rows.append((name, half, precision, recall, 2 * both / max(total, 1), int(inside.sum())))
    return rows
