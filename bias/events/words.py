"""What a comparison asks of a word by its letters alone.

Two words are one *stem* when they begin alike, endings taken off: vote, voted; resign, resigned.
How rare a word is in the news, and which words keep its company there, `wording.json.gz` knows;
names were hidden from it, so they count as rare.
"""

import math
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import Floats
from bias.models.wording import shipped_wording
from bias.words.classes import FUNCTION_WORDS
from bias.words.cut import key_of, kind_of
from bias.words.inflect import lemma_of_irregular
from bias.words.types import Column

STEM_LENGTH = 6
"""Letters by which words count as one; 5 to 7 and Snowball's stems do as well (2026-11-30)."""
ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
    ("ly", ""),
)  # fmt: skip
"""Of which the first that fits is taken off, and what comes in its place."""
SHORTEST_STEM = 3
SHORTEST = 2
"""Words of fewer letters have no content."""
SILENT = 0
"""Stem of marks and of words of the language's frame."""
RAREST, FIGURE_RARITY, COMMONEST = 8.0, 6.0, 0.2
"""Rarity of a word the news does not know, of a figure, and the least that a word may have."""
ARTICLE_WORDS = 400
"""Known words of an article, about: turns a share of words into one of articles."""
NO_MEANING = -1
COMING = frozenset(("will", "'ll", "won't", "shall"))
"""Before a verb: it is still to come."""


def number_of(text: str) -> int:
    """Return a number for a text, the same in every process and never `SILENT`.

    >>> number_of("vote") == number_of("vote") != number_of("veto")
    True
    """
    return (
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest()) + 1
    )


def stem_of(word: str) -> str:
    """Return the letters that stand for a word and its like; empty for a word without content.

    >>> stem_of("Resigned") == stem_of("resigns"), stem_of("met") == stem_of("meets")
    (True, True)
    >>> stem_of("the")
    ''
    """
    key = key_of(word)
    if len(key) < SHORTEST or key in FUNCTION_WORDS or key == "'s" or kind_of(word) == "mark":
        return ""
    return _without_ending(lemma_of_irregular(key))[:STEM_LENGTH]


def _without_ending(word: str) -> str:
    """Take an inflection off a word, roughly.

    >>> [_without_ending(word) for word in ("votes", "voted", "vote", "parties", "class")]
    ['vot', 'vot', 'vot', 'party', 'class']
    """
    for ending, instead in ENDINGS:
        if word.endswith(ending) and not (ending == "s" and word.endswith("ss")):
            stem = word[: -len(ending)] + instead
            return stem.rstrip("e") if len(stem) >= SHORTEST_STEM else word
    return word.rstrip("e") if len(word) > SHORTEST_STEM else word


def _stem(word: str) -> int:
    stem = stem_of(word)
    return number_of(stem) if stem else SILENT


def _letters(word: str) -> int:
    return number_of(key_of(word))


def rarity_of(word: str) -> float:
    """Return how rare a word is: the logarithm of how many articles there are to one with it.

    >>> rarity_of("president") < rarity_of("impeachment") < rarity_of("Farenthold")
    True
    """
    return FIGURE_RARITY if kind_of(word) != "word" else _rarities().get(key_of(word), RAREST)


@cache
def _rarities() -> dict[str, float]:
    wording = shipped_wording()
    scale = math.log(float(wording.counts.sum()) / ARTICLE_WORDS)
    rare = np.clip(scale - np.log(np.maximum(wording.counts, 1)), COMMONEST, RAREST)
    return dict(zip(wording.words, rare.tolist(), strict=True))


@cache
def _places() -> dict[str, int]:
    """Return which row of the learnt vectors each word has."""
    wording = shipped_wording()
    return {word: place for place, word in enumerate(wording.words[: len(wording.learnt)])}


def _meaning(word: str) -> int:
    return _places().get(key_of(word), NO_MEANING)


def meanings(places: NDArray[np.int32]) -> Floats:
    """Return the vector of each word, of length 1; zeros where none was learnt."""
    learnt = shipped_wording().learnt
    vectors = np.where(places[:, None] < 0, 0.0, learnt[places])
    lengths: Floats = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


STEM = Column(_stem, np.int64)
"""Number of its stem; `SILENT` without content."""
LETTERS = Column(_letters, np.int64)
"""Number of its key."""
RARITY = Column(rarity_of, np.float64)
MEANING = Column(_meaning, np.int32)
"""Row of its learnt vector, `NO_MEANING` without one."""
