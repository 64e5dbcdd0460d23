"""Probability that a headline is clickbait, from its words and how they follow one another.

A logistic model over words, pairs and triples of neighbouring words and the
headline's length. Case is ignored, for it tells the outlet; every name, known
or not, is one mark, places another, popular culture three, and numbers are a
few kinds (`bias.features.headline.teasing`). So a person, party, outlet, faith,
place or sex can be swapped for its like and nothing moves.
`bias/models/data/clickbait.md` is the model's card.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, pairwise, repeat

from bias.models.by_word import word_numbers
from bias.models.files import Form, read_model, shipped
from bias.models.linear import logistic
from bias.words.vocabulary import shipped_vocabulary

FORM = Form("bias-clickbait", 2, ("base", "grams", "weights", "known"))
THRESHOLD = 0.5
"""From this probability a headline is called clickbait; the two errors weigh the same."""
_LONGEST_GRAM = 3
_EDGES = ("^", "$")
_LONGEST_LENGTH = 25
"""Keys from which one more says nothing."""
Stretch = tuple[int, int]
"""The keys `[first, last)`."""


def grams_of(keys: Sequence[str]) -> dict[str, None]:
    """Return each distinct gram of a headline's masked keys.

    Grams are words, then pairs and triples with the headline's edges, then its length.

    >>> list(grams_of(["why", "not"]))
    ['why', 'not', '^ why', 'why not', 'not $', '^ why not', 'why not $', '#2']
    """
    return dict.fromkeys(_grams(keys))


def _grams(keys: Sequence[str]) -> Iterator[str]:
    """Yield every gram, one that comes again too."""
    row = [_EDGES[0], *keys, _EDGES[1]]
    pairs, triples = pairwise(row), zip(row, row[1:], row[2:], strict=False)
    length = f"#{min(len(keys), _LONGEST_LENGTH)}"
    return chain(keys, map(" ".join, pairs), map(" ".join, triples), (length,))


def _places(count: int) -> Iterator[Stretch]:
    """Yield on which of so many keys each gram of `_grams` stands, edges left out.

    >>> list(_places(2))
    [(0, 1), (1, 2), (0, 1), (0, 2), (1, 2), (0, 2), (0, 2), (0, 0)]
    """
    yield from ((place, place + 1) for place in range(count))
    for size in range(2, _LONGEST_GRAM + 1):
        for place in range(-1, count + 2 - size):
            yield max(0, place), min(count, place + size)
    yield 0, 0


@dataclass(frozen=True)
class ClickbaitModel:
    """What every gram adds to the log-odds, before division by the root of their number."""

    base: float
    weights: Mapping[str, float]
    """By gram; one that is not here adds nothing."""
    known: frozenset[str]
    """Plain words; every other word counts as a name."""

    def log_odds(self, keys: Sequence[str]) -> float:
        """Return the log-odds of a headline with these masked keys."""
        grams = grams_of(keys)
        total = math.fsum(map(self.weights.get, grams, repeat(0.0)))
        return self.base + total / math.sqrt(len(grams))

    def probability(self, keys: Sequence[str]) -> float:
        """Return P(clickbait) of a headline with these masked keys, 0 to 1."""
        return logistic(self.log_odds(keys))

    def strongest(self, keys: Sequence[str], most: int = 3) -> list[tuple[Stretch, float]]:
        """Return the stretches that speak most for clickbait, and the log-odds each adds.

        A stretch is two or three neighbouring words and adds what all that is learnt
        of them and their order adds. Stretches do not overlap; the strongest comes first.
        """
        chosen: list[tuple[Stretch, float]] = []
        for amount, first, last in sorted(self._windows(keys), key=lambda w: (-w[0], w[1], w[2])):
            if amount <= 0 or len(chosen) == most:
                break
            if all(last <= start or end <= first for (start, end), _ in chosen):
                chosen.append(((first, last), amount))
        return chosen

    def _windows(self, keys: Sequence[str]) -> Iterator[tuple[float, int, int]]:
        """Yield each stretch of words with the log-odds of all the grams within.

        A gram that comes again counts where it stands first.
        """
        first: dict[str, Stretch] = {}
        for gram, place in zip(_grams(keys), _places(len(keys)), strict=True):
            first.setdefault(gram, place)
        root, added = math.sqrt(len(first)), defaultdict[Stretch, float](float)
        for gram, place in first.items():
            added[place] += self.weights.get(gram, 0.0) / root
        for size in range(2, _LONGEST_GRAM + 1):
            for start in range(len(keys) - size + 1):
                ends = combinations(range(start, start + size + 1), 2)
                yield math.fsum(added.get(end, 0.0) for end in ends), start, start + size


@cache
def shipped_clickbait() -> ClickbaitModel:
    """Return the model that comes with the package."""
    fields = read_model(shipped("clickbait.json.gz"), FORM)
    grams, weights = fields.lines("grams"), fields.array("weights")
    if weights.shape != (len(grams),):
        fields.refuse("weights", f"are {len(weights)} for {len(grams)} grams")
    words = shipped_vocabulary().words
    known = frozenset(map(words.__getitem__, word_numbers(fields, "known").tolist()))
    weight_of = dict(zip(grams, weights.tolist(), strict=True))
    return ClickbaitModel(fields.number("base"), weight_of, known)
