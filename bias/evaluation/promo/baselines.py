"""What is compared with on promo_inserts: two rules and a linear model of n-grams.

The rules are what one writes in ten minutes. They know inserts, not roles: what
they find is entered as `promo_story`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bias.document.document import Document, Paragraph
from bias.evaluation.promo.scores import Judged
from bias.labelled.inserts import Labelled

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

CUE_PHRASES = re.compile(
    r"""^\W*(?:(?:related|read\ more|read\ also|read\ next|see\ also|also\ read|more\ from|more\ on
        |just\ watched|watch|listen|photos|gallery|advertisement|story\ continues|recommended
        |article\ continues|sign\ up|subscribe|download|follow|like\ us|click\ here|support\ our
        |donate|sponsored|trending|don['’]t\ miss|you\ (?:may|might)\ (?:also\ )?like)\b
        |(?:more|video|photo):)|click\ here|\bnewsletters?\b""",
    re.IGNORECASE | re.VERBOSE,
)
CUE_CHARACTERS = 200
HEADLINE_WORDS = range(4, 21)
CAPITALISED = 0.6
"""Share of the words that begin with a capital from which a line looks like a headline."""
NGRAM_CHARACTERS = (200, 100)
"""Of a long paragraph its beginning and its end are read."""
FEATURES = 2**17


def by_cue_phrase(text: str) -> bool:
    """Tell whether a short paragraph holds words that announce an insert."""
    return len(text) < CUE_CHARACTERS and bool(CUE_PHRASES.search(text))


def by_phrase_or_shape(text: str) -> bool:
    """Tell whether it does so, or looks like a headline: capitals, no full stop."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    shaped = len(words) in HEADLINE_WORDS and capitals >= CAPITALISED * len(words)
    return by_cue_phrase(text) or (shaped and text.rstrip("\"'”’)")[-1:] not in ".!?:;,")


RULES: dict[str, Callable[[str], bool]] = {
    "cue phrases": by_cue_phrase,
    "cue phrases or headline shape": by_phrase_or_shape,
}


def judge_by_rule(articles: Sequence[Labelled], rule: Callable[[str], bool]) -> list[Judged]:
    """Judge every paragraph by its own text alone."""
    return [
        _judged(article, role, "promo_story" if rule(text) else "body")
        for article in articles
        for text, role in zip(texts_of(article.document), article.roles, strict=True)
        if role != "mixed"
    ]


def judge_by_ngrams(
    articles: Sequence[Labelled], made: Sequence[Labelled], fold_of: Mapping[str, int]
) -> list[Judged]:
    """Judge with a linear model of word and character n-grams, shape and novelty.

    A support vector machine, one class against the rest, on hashed n-grams;
    trained on the same articles and in the same folds as the model it is
    compared with.
    """
    from scipy.sparse import hstack
    from sklearn.svm import LinearSVC

    every = [*articles, *made]
    rows = [(a, role) for a in every for role in a.roles]
    values = hstack([_ngrams(every), np.array(list(chain.from_iterable(map(shape_of, every))))])
    values = values.tocsr()
    folds = np.array([fold_of[article.outlet] for article, _ in rows])
    known = np.array([role != "mixed" for _, role in rows])
    asked = known & np.array([article.kind != "made" for article, _ in rows])
    roles = np.array([role for _, role in rows])
    judged = []
    for fold in sorted(set(fold_of.values())):
        model = LinearSVC(random_state=0).fit(
            values[known & (folds != fold)], roles[known & (folds != fold)]
        )
        chosen = np.flatnonzero(asked & (folds == fold))
        judged += [
            _judged(rows[i][0], rows[i][1], str(given))
            for i, given in zip(chosen, model.predict(values[chosen]), strict=True)
        ]
    return judged


def texts_of(document: Document) -> list[str]:
    """Return the paragraphs."""
    return [paragraph.of(document.text) for paragraph in document.paragraphs]


def _judged(article: Labelled, gold: str, given: str) -> Judged:
    return Judged(article.kind, article.outlet, gold, given, None, None)


def _ngrams(articles: Sequence[Labelled]) -> "csr_matrix":
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer

    first, last = NGRAM_CHARACTERS
    texts = [text for article in articles for text in texts_of(article.document)]
    texts = [t if len(t) <= first + last else f"{t[:first]} {t[-last:]}" for t in texts]
    words = HashingVectorizer(ngram_range=(1, 2), n_features=FEATURES)
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 4), n_features=FEATURES)
    return hstack([words.transform(texts), characters.transform(texts)])


def shape_of(article: Labelled) -> Iterator[list[float]]:
    """Yield for each paragraph its length, capitals, end, place and share of new words."""
    document, count = article.document, len(article.document.paragraphs)
    words = [_words(document, paragraph) for paragraph in document.paragraphs]
    seen = Counter(word for found in words for word in found)
    seen.update(_words(document, document.headline))
    for index, (text, own) in enumerate(zip(texts_of(document), words, strict=True)):
        new = sum(seen[word] == 1 for word in own)
        letters = [piece[0] for piece in text.split()]
        yield [
            min(len(text), 400) / 400,
            sum(letter.isupper() for letter in letters) / max(len(letters), 1),
            float(text.isupper()),
            float(text.rstrip("\"'”’)")[-1:] in ".!?"),
            index / max(count - 1, 1),
            float(index == 0),
            float(index == count - 1),
            new / max(len(own), 1),
            float(not own),
        ]


def _words(document: Document, paragraph: Paragraph) -> frozenset[str]:
    tokens = document.tokens_of(paragraph)
    return frozenset(t.key for t in tokens if t.kind == "word" and len(t.key) > 3)
