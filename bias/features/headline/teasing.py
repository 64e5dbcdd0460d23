"""Probability that a headline is clickbait, from its words and how they follow one another.

A logistic model over words, pairs and triples of neighbouring words and the
headline's length. Case is ignored, for it tells the outlet; every name, known
or not, is one mark, places another, popular culture three, and numbers are a
few kinds. So a person,
party, outlet, faith, place or sex can be swapped for its like and nothing
moves. `bias/models/data/clickbait.md` is the model's card.
"""

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from bias.document.document import Cue, Document, Token
from bias.document.names import NAME, ONE_SEX, SIDES, holds_identity, identity_words
from bias.lists.pop_culture import STAR, WARE, WORK, pop_mark
from bias.lists.terms import shipped_lexicon
from bias.models.files import read_model, shipped
from bias.models.linear import logistic
from bias.words.classes import FUNCTION_WORDS, follows_title
from bias.words.cut import Span

FORMAT, VERSION = "bias-clickbait", 1
THRESHOLD = 0.5
"""From this probability a headline is called clickbait; the two errors weigh the same."""
CUE_WEIGHT = 0.2
"""Of the stretches that speak for clickbait: they tease, and readers seldom call that a slant
(set by hand, below the least of the devices)."""
LONGEST_GRAM = 3
PLACE, SIDE, PLATFORM = "⟨place⟩", "⟨side⟩", "⟨platform⟩"
_PLATFORMS = frozenset(
    {
        "facebook", "instagram", "netflix", "pinterest", "reddit", "snapchat", "tiktok", "tinder",
        "tumblr", "twitter", "vine", "whatsapp", "youtube",
    }
)  # fmt: skip
"""Where people post and watch; one is as good as another."""
_PLACE_NOTES = frozenset({"country or place", "people of a country"})
_JOINED = frozenset({NAME, PLACE, STAR, WARE, WORK})
"""Marks of which several in a row are one."""
_EDGES = ("^", "$")
_LONGEST_LENGTH = 25
"""Keys from which one more says nothing."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_LIST = 101
"""A whole number up to here may count the items of a list."""
_QUOTES = dict.fromkeys(("“", "”", "‘", "’", "'", "`", "«", "»"), '"')


@dataclass(frozen=True, slots=True)
class Key(Span):
    """What the model sees of one or several tokens, and where they stand."""

    key: str


def headline_keys(document: Document, known: Container[str]) -> list[Key]:
    """Return the headline's words as the model sees them.

    Parameters
    ----------
    document
        Only its headline is read.
    known
        Plain words of the language; every other word counts as a name.
    """
    keys: list[Key] = []
    for key in _masked(document, known):
        if keys and (joint := _joint(keys[-1].key, key.key)):
            key = Key(keys.pop().start, key.end, joint)
        keys.append(key)
    return keys


def _joint(one: str, other: str) -> str | None:
    """Return the mark of two neighbours that are one name; a star's other names are the star's."""
    if one == other:
        return one if one in _JOINED else None
    return STAR if {one, other} == {NAME, STAR} else None


def _masked(document: Document, known: Container[str]) -> Iterator[Key]:
    """Yield one key a token, one for each listed name of several."""
    tokens, headline = document.tokens, document.headline
    found = shipped_lexicon("identity_terms").find(tokens, headline.first, headline.last)
    names = {match.first: match for match in found}
    free = headline.first
    for index in range(headline.first, headline.last):
        match = names.get(index)
        if match and tokens[index].key not in SIDES:
            free = match.last
            mark = PLACE if match.term.note in _PLACE_NOTES else NAME
            yield Key(tokens[index].start, tokens[free - 1].end, _one_sex(tokens[index].key, mark))
        elif index >= free:
            titled = follows_title(document.keys, index)
            key = NAME if titled else _mask(tokens[index], known)
            yield Key(tokens[index].start, tokens[index].end, key)


def _one_sex(key: str, mark: str) -> str:
    """Words of either sex stay words, one for both."""
    return ONE_SEX.get(key, mark)


def _mask(token: Token, known: Container[str]) -> str:
    key = ONE_SEX.get(token.key, token.key)
    if token.kind == "number":
        return number_kind(key)
    if token.kind == "mark":
        return _QUOTES.get(key[0], key[0])
    if key in SIDES:
        return SIDE
    if key in FUNCTION_WORDS or "'" in key:
        return key
    if key in _PLATFORMS:
        return PLATFORM
    if holds_identity(key, identity_words()):
        return NAME
    return key if key in known else pop_mark(key) or NAME


def number_kind(key: str) -> str:
    """Return which kind of number it is: a list's length, a year, a place, a share, another.

    >>> [number_kind(key) for key in ("17", "2024", "3rd", "5%", "1,200")]
    ['⟨count⟩', '⟨year⟩', '⟨rank⟩', '⟨share⟩', '⟨number⟩']
    """
    if key.endswith("%"):
        return "⟨share⟩"
    if key.endswith(("st", "nd", "rd", "th")):
        return "⟨rank⟩"
    digits = key.removesuffix("s")
    if not (digits.isdecimal() and len(digits) <= 4):
        return "⟨number⟩"
    value = int(digits)
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return "⟨year⟩"
    return "⟨count⟩" if value <= _LONGEST_LIST else "⟨number⟩"


def grams_of(keys: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return each distinct gram and the keys `[first, last)` where it first stands.

    Grams are words, then pairs and triples with the headline's edges, then its length.

    >>> list(grams_of(["why", "not"]))
    ['why', 'not', '^ why', 'why not', 'not $', '^ why not', 'why not $', '#2']
    """
    grams: dict[str, tuple[int, int]] = {}
    for place, key in enumerate(keys):
        grams.setdefault(key, (place, place + 1))
    row = [_EDGES[0], *keys, _EDGES[1]]
    for size in range(2, LONGEST_GRAM + 1):
        for place in range(len(row) - size + 1):
            where = (max(0, place - 1), min(len(keys), place - 1 + size))
            grams.setdefault(" ".join(row[place : place + size]), where)
    grams.setdefault(f"#{min(len(keys), _LONGEST_LENGTH)}", (0, 0))
    return grams


@dataclass(frozen=True)
class ClickbaitModel:
    """What every gram adds to the log-odds, before division by the root of their number."""

    base: float
    weights: Mapping[str, float]
    """By gram; one that is not here adds nothing."""
    known: frozenset[str]
    """Plain words; every other word counts as a name."""

    def log_odds(self, grams: Mapping[str, object]) -> float:
        """Return the log-odds of a headline with these grams."""
        weights = self.weights
        total = math.fsum(weights[gram] for gram in grams if gram in weights)
        return self.base + total / math.sqrt(len(grams) or 1)

    def probability(self, document: Document) -> float:
        """Return P(clickbait), 0 to 1; NaN without a word in the headline."""
        if not _has_words(document):
            return math.nan
        keys = [key.key for key in headline_keys(document, self.known)]
        return logistic(self.log_odds(grams_of(keys)))

    def strongest(self, document: Document, most: int = 3) -> list[tuple[Span, float]]:
        """Return the stretches that speak most for clickbait, and the log-odds each adds.

        A stretch is two or three neighbouring words and adds what all that is learnt
        of them and their order adds. Stretches do not overlap; the strongest comes first.
        """
        keys = headline_keys(document, self.known)
        chosen: list[tuple[Span, float]] = []
        for amount, first, last in sorted(self._windows(keys), key=lambda w: (-w[0], w[1], w[2])):
            if amount <= 0 or len(chosen) == most:
                break
            span = Span(keys[first].start, keys[last - 1].end)
            if all(span.end <= one.start or one.end <= span.start for one, _ in chosen):
                chosen.append((span, amount))
        return chosen

    def _windows(self, keys: Sequence[Key]) -> Iterator[tuple[float, int, int]]:
        """Yield each stretch of words with the log-odds of all the grams within."""
        grams = grams_of([key.key for key in keys])
        root, added = math.sqrt(len(grams)), defaultdict[tuple[int, int], float](float)
        for gram, where in grams.items():
            added[where] += self.weights.get(gram, 0.0) / root
        for size in range(2, LONGEST_GRAM + 1):
            for start in range(len(keys) - size + 1):
                ends = combinations(range(start, start + size + 1), 2)
                yield math.fsum(added.get(end, 0.0) for end in ends), start, start + size


def _has_words(document: Document) -> bool:
    return any(token.kind == "word" for token in document.tokens_of(document.headline))


@cache
def shipped_clickbait() -> ClickbaitModel:
    """Return the model that comes with the package."""
    record = read_model(shipped("clickbait.json.gz"), FORMAT, VERSION, ("base", "weights", "known"))
    return ClickbaitModel(record["base"], record["weights"], frozenset(record["known"]))


def clickbait_probability(document: Document) -> float:
    """Return the probability that the headline is clickbait, 0 to 1; NaN without one."""
    return shipped_clickbait().probability(document)


def clickbait_spans(document: Document, most: int = 3) -> list[tuple[Span, float]]:
    """Return the headline's stretches that speak most for clickbait, strongest first.

    Parameters
    ----------
    document
        Spans are offsets into its text.
    most
        Stretches to return at most.

    Returns
    -------
    list
        Stretch and the log-odds it adds, above 0.
    """
    return shipped_clickbait().strongest(document, most)


def find_clickbait(document: Document, probability: float) -> Iterator[Cue]:
    """Yield what makes the headline read like clickbait; nothing below `THRESHOLD`.

    Parameters
    ----------
    document
        The article.
    probability
        Of its headline, from `clickbait_probability`; NaN without one.
    """
    if not probability >= THRESHOLD:
        return
    for span, _ in clickbait_spans(document):
        headline = document.tokens_of(document.headline)
        voice = next(token.voice for token in headline if token.start == span.start)
        yield Cue(
            span.start, span.end, span.of(document.text), "headline", "headline",
            "clickbait", voice, CUE_WEIGHT, "speaks for clickbait",
        )  # fmt: skip
