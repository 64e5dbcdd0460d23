"""How well the term lists find the words that experts marked, on BABE.

Gold: the `biased_words` of each sentence. A marked string is cut as the text is;
every place where its tokens stand in the sentence counts as marked, all its
words. Scored are word tokens. Outlets are ordered by their number of sentences;
places 1, 4, 5, 8, 9 … served to weigh the lists, the others are held out.
"""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bias.article import Article, Document
from bias.features.loaded_terms import find_loaded
from bias.segment import keys_of, segment

if TYPE_CHECKING:
    import pandas as pd

Finder = Callable[[Document], set[int]]
"""From a document to the indices of the tokens it calls loaded."""

PUBLISHED = {
    "BABE's list": "babe/bias_word_lexicon.csv.gz",
    "Recasens et al.'s list": "lexicons/recasens_bias_lexicon.txt",
}


def evaluate_loaded_terms(path: Path) -> "pd.DataFrame":
    """Return precision, recall and F1 over word tokens, by list and half of the outlets.

    Parameters
    ----------
    path
        The folder that holds `babe` and `lexicons`.

    Returns
    -------
    pandas.DataFrame
        Columns terms, outlets, precision, recall, f1, words.
    """
    import pandas as pd

    rows = []
    for half, frame in _halves(_sentences(path)).items():
        documents = [segment(Article(body=text)) for text in frame["text"]]
        gold = [_marked(d, w) for d, w in zip(documents, frame["biased_words"], strict=True)]
        for name, finder in _finders(path).items():
            rows.append({"terms": name, "outlets": half} | _score(documents, gold, finder))
    return pd.DataFrame(rows)


def _sentences(path: Path) -> "pd.DataFrame":
    import pandas as pd

    frame = pd.read_csv(path / "babe" / "sg2_sentences.csv.gz")
    return frame[frame["label_bias"] != "No agreement"]


def _halves(frame: "pd.DataFrame") -> dict[str, "pd.DataFrame"]:
    sizes = frame.groupby("outlet", dropna=False).size().sort_values(ascending=False)
    weighed = {outlet for place, outlet in enumerate(sizes.index) if place % 4 in (0, 3)}
    inside = frame["outlet"].isin(weighed)
    return {"weighed on": frame[inside], "held out": frame[~inside]}


def _marked(document: Document, literal: str) -> set[int]:
    """Return the tokens of one sentence that experts marked."""
    keys = tuple(token.key for token in document.tokens)
    found: set[int] = set()
    for string in ast.literal_eval(literal):
        wanted = keys_of(string)
        for i in range(len(keys) - len(wanted) + 1) if wanted else ():
            if keys[i : i + len(wanted)] == wanted:
                found |= set(range(i, i + len(wanted)))
    return found


def _finders(path: Path) -> dict[str, Finder]:
    finders: dict[str, Finder] = {"our lists": _ours}
    for name, file in PUBLISHED.items():
        finders[name] = _word_finder(_published(path / file))
    return finders


def _ours(document: Document) -> set[int]:
    return {
        index
        for sentence in document.sentences
        for match in find_loaded(document, sentence.first, sentence.last)
        for index in range(match.first, match.last)
    }


def _published(file: Path) -> set[str]:
    import pandas as pd

    if file.suffix == ".txt":
        return set(file.read_text("utf-8").lower().splitlines())
    return set(pd.read_csv(file).iloc[:, 0].astype(str).str.lower())


def _word_finder(words: set[str]) -> Finder:
    return lambda document: {i for i, t in enumerate(document.tokens) if t.key in words}


def _score(documents: list[Document], gold: Iterable[set[int]], finder: Finder) -> dict[str, float]:
    both = found_n = gold_n = words_n = 0
    for document, marked in zip(documents, gold, strict=True):
        words = {i for i, token in enumerate(document.tokens) if token.kind == "word"}
        found = finder(document) & words
        both += len(found & marked)
        found_n += len(found)
        gold_n += len(marked & words)
        words_n += len(words)
    precision, recall = both / max(found_n, 1), both / max(gold_n, 1)
    f1 = 2 * both / max(found_n + gold_n, 1)
    return {"precision": precision, "recall": recall, "f1": f1, "words": words_n}
