"""How well a text extracted from a page agrees with its gold."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from bias.inputs.matching import is_mostly, shingles

Hits = tuple[float, float, float]

ROUNDS = 1000
"""Draws of the bootstrap."""
LEAST_WORDS = 3
"""A block of fewer words may stand in a text by chance and is not followed up."""

_WORDS = 3
"""A block of fewer words may stand in a text by chance and is not followed up."""
STRETCH = 4
"""Words of a stretch by which a block is found in part."""
LEAST_STRETCHES = 5
"""Fewer are no evidence."""
MOSTLY = 0.6
"""Share of a block's stretches that must be found for it to be there."""

_WORD = re.compile(r"\w+")


def compare(gold: str, given: str, size: int) -> Hits:
    """Return shares of stretches of words found, wrongly given and missed; they sum to 1.

    As the article extraction benchmark does: stretches of `size` words are
    counted with repetitions, case kept, and each page weighs the same.

    >>> compare("the mayor has quit", "the mayor has quit", 4)
    (1.0, 0.0, 0.0)
    """
    ours, theirs = _stretches(given, size), _stretches(gold, size)
    counts = (ours & theirs).total(), (ours - theirs).total(), (theirs - ours).total()
    whole = sum(counts)
    found, wrong, missed = (count / whole if whole else 0.0 for count in counts)
    return found, wrong, missed


def _stretches(text: str, size: int) -> Counter[tuple[str, ...]]:
    return Counter(_windows(_WORD.findall(text), size))


def _windows(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Return every stretch of so many words; all words when there are fewer."""
    starts = range(max(1, len(words) - size + 1)) if words else ()
    return [tuple(words[i : i + size]) for i in starts]


def scores_of(pages: Sequence[Hits]) -> tuple[float, float, float]:
    """Return precision and recall, averaged over the pages where defined, and their F1.

    NaN where no page gives any. Pages with neither gold nor output count for nothing.
    """
    precision = _mean([hit / (hit + wrong) for hit, wrong, _ in pages if hit + wrong])
    recall = _mean([hit / (hit + missed) for hit, _, missed in pages if hit + missed])
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else float("nan")


def mean_difference(ours: Sequence[Hits], others: Sequence[Hits]) -> tuple[float, float, float]:
    """Return how far our F1 lies above another's, and the 95 % interval over pages.

    The interval is a bootstrap's: pages are drawn again with the same seed each time.
    """
    chance = random.Random(0)
    pairs = list(zip(ours, others, strict=True))
    drawn = sorted(_lead(chance.choices(pairs, k=len(pairs))) for _ in range(ROUNDS))
    return _lead(pairs), drawn[round(0.025 * ROUNDS)], drawn[round(0.975 * ROUNDS) - 1]


def _lead(pairs: Iterable[tuple[Hits, Hits]]) -> float:
    ours, others = zip(*pairs, strict=True)
    return scores_of(ours)[2] - scores_of(others)[2]


@dataclass(frozen=True)
class Index:
    """The words of some paragraphs, to look blocks up in."""

    words: str
    """Paragraphs parted by bars, so that no block is found across two of them."""
    stretches: frozenset[tuple[str, ...]]


def index_of(paragraphs: Sequence[str]) -> Index:
    """Return the index of an extractor's paragraphs."""
    keys = [_WORD.findall(text.lower()) for text in paragraphs]
    stretches = frozenset(stretch for key in keys for stretch in shingles(key))
    return Index(" | ".join(["", *map(" ".join, keys), ""]), stretches)


def fate_of(block: str, story: Index, labelled: Index, belongs: bool) -> str | None:
    """Return what became of a block: `kept` in the story, `labelled` or `gone`.

    None when it is too short to tell. A block found in both is where it
    belongs: what the gold calls the story is kept, all else labelled.
    """
    words = _WORD.findall(block.lower())
    if len(words) < LEAST_WORDS:
        return None
    places = [("labelled", labelled), ("kept", story)]
    ordered = reversed(places) if belongs else places
    return next((fate for fate, index in ordered if _holds(index, words)), "gone")


def stands_in(index: Index, text: str) -> bool:
    """Tell whether a text stands among the paragraphs, whole or mostly."""
    words = _WORD.findall(text.lower())
    return bool(words) and _holds(index, words)


def _holds(index: Index, words: Sequence[str]) -> bool:
    key = " ".join(words)
    return f" {key} " in index.words or is_mostly(key, index.stretches)
