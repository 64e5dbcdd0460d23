"""Names and words of two accounts that contradict each other.

Names spelled almost alike, each in one account alone; other names in the same place of a sentence;
opposite words.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from importlib import resources
from itertools import islice, product

import numpy as np

from bias.events.account import Account
from bias.events.align import Aligned
from bias.events.difference import UNLIKELY, Difference, odds_of
from bias.events.figure_words import MONTH_NUMBERS, WEEKDAYS
from bias.events.words import stem_of
from bias.words.classes import common_words
from bias.words.cut import Span, key_of

OPPOSED = 1.0
"""What opposite words lose: they may be said of different things."""
ALIKE = 1.5
"""What they gain where the same word follows: her older sister, her younger sister."""
SPELLED, SPELLED_ALIKE = 0.65, 10.0
"""Likeness of two spellings from which they may be one name, and what more of it adds."""
SHORTEST, OPENING = 4, 4
"""Letters of a name worth comparing; letters in which two forms of one name agree."""
KNOWN, BOTH = 1.5, 2
"""What they lose if one article has both; if both articles have both, they are two names."""
MOST_NAMES = 60
"""Of an account that are compared."""
PLACING = frozenset(("at", "from", "in", "near", "outside"))
"""Before a name: it is a place."""
PLACED = 1.0
"""What other names in the same place of a sentence lose: they may be of different things."""


def contrary_words(aligned: Aligned) -> Iterator[Difference]:
    """Yield names and words that contradict each other."""
    yield from _names(aligned)
    for i, j in np.argwhere(aligned.probability >= UNLIKELY).tolist():
        yield from _outcomes(aligned, (i, j))


def _names(aligned: Aligned) -> Iterator[Difference]:
    """Yield names that are spelled alike or stand in like places, one in one article alone."""
    accounts = one, other = aligned.one.account, aligned.other.account
    named = [_named(account) for account in accounts]
    for first, second in product(*named):
        known = (first in other.every_key) + (second in one.every_key)
        likeness = _likeness(first, second)
        if known == BOTH or (known and likeness < SPELLED):
            continue
        values = frozenset((first, second))
        for (i, a), (j, b) in product(named[0][first], named[1][second]):
            if aligned.probability[i, j] < UNLIKELY:
                continue
            odds = odds_of(aligned, (i, j)) - KNOWN * known
            if likeness >= SPELLED:
                score = odds + SPELLED_ALIKE * (likeness - SPELLED)
                yield Difference("name", a, b, (i, j), values, score)
            elif (place := _placed(one, a)) and place == _placed(other, b):
                yield Difference("place", a, b, (i, j), values, odds - PLACED)


def _placed(account: Account, name: Span) -> tuple[str, str] | None:
    """Return what stands before the name of a place: a word with content and a preposition."""
    run, text = account.run, account.text
    at = int(run.start.searchsorted(name.start))
    if at < 2 or run.line[at - 2] != run.line[min(at, len(run.line) - 1)]:
        return None
    before = [key_of(text[run.start[n] : run.end[n]]) for n in (at - 2, at - 1)]
    stem = stem_of(before[0])
    return (stem, before[1]) if stem and before[1] in PLACING else None


def _outcomes(aligned: Aligned, lines: tuple[int, int]) -> Iterator[Difference]:
    """Yield opposite words; where a word with content follows right behind both, the same one."""
    one, other = aligned.one.account, aligned.other.account
    first, second = one.keys_of(lines[0]), other.keys_of(lines[1])
    for word, place in first.items():
        for opposite in opposites().get(word, ()):
            if opposite in second and opposite not in first and word not in second:
                behind = _behind(one, place), _behind(other, second[opposite])
                if behind[0] == behind[1] or not all(behind):
                    values = frozenset((word, opposite))
                    score = odds_of(aligned, lines) + (
                        ALIKE if behind[0] and behind[1] else -OPPOSED
                    )
                    yield Difference("outcome", place, second[opposite], lines, values, score)


def _behind(account: Account, word: Span) -> str:
    """Return the stem of the next word of a sentence; empty if it has no content."""
    run, at = account.run, int(account.run.start.searchsorted(word.end))
    if at >= len(run.line) or run.line[at] != run.line[at - 1]:
        return ""
    return stem_of(account.text[run.start[at] : run.end[at]])


def _named(account: Account) -> dict[str, list[tuple[int, Span]]]:
    """Return the names of an account, and where they stand."""
    found: dict[str, list[tuple[int, Span]]] = {}
    for line, span, key in account.named:
        plain = key.replace(".", "")
        if len(plain) >= SHORTEST and plain.isalpha() and plain not in _no_names():
            found.setdefault(plain, []).append((line, span))
    return dict(islice(found.items(), MOST_NAMES))


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are spelled, 0 for two forms of one name.

    >>> _likeness("norfolk", "norwalk") > 0.7, _likeness("russian", "russians")
    (True, 0)
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > 2 or one[:OPENING] == other[:OPENING]:
        return 0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@cache
def _no_names() -> frozenset[str]:
    """Return words with capitals that are no names, or are other words as well."""
    return common_words() | MONTH_NUMBERS.keys() | frozenset(WEEKDAYS)


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Return the opposites of each word of `opposites.tsv`."""
    lines = resources.files("bias.events").joinpath("opposites.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    both = [*pairs, *([other, one] for one, other in pairs)]
    return {word: frozenset(b for a, b in both if a == word) for word, _ in both}
