"""Scare quotes in the story: marks that keep a plain word at arm's length."""

from collections.abc import Iterator

from bias.document.columns import UPPER
from bias.document.document import Quotation
from bias.features.framing.chances import LEAST, chance
from bias.features.framing.found import Turn
from bias.models.by_word import Floats
from bias.reading import Reading, tokens_within
from bias.words.classes import word_set

WEIGHT = 0.4
"""How surely one marked word is held at arm's length, when nothing is known of the sentence;
more words are as often somebody's. A judgement of 2026-11-30."""
OWNED = 0.97
"""The same after an owner: `the committee's “experts”`."""
_OWNERS = frozenset(
    {"'s", "'", "their", "his", "her", "its", "these", "those", "such", "so-called"}
)
NOTE = "marks keep the word at arm's length: so called, not so meant"
_TOLD = word_set("told_as_words")
"""One of these in the sentence says whose word it is, or that a word is meant: `dubbed`."""


def find_scare_quotes(reading: Reading, odds: Floats) -> Iterator[Turn]:
    """Yield the single marked words whose sentence names nobody that says them.

    Parameters
    ----------
    reading
        Whose story is looked at.
    odds
        Log-odds that each sentence of `reading.told` is biased.
    """
    told = reading.told
    reported = {report.sentence for report in reading.reports}
    for quotation in told.quotations:
        if quotation.kind != "scare" or quotation.part != "body":
            continue
        first, last = tokens_within(told, quotation)
        sentence = int(told.sentence_of[first])
        weight = OWNED if told.keys[first - 1] in _OWNERS else WEIGHT
        likely = chance(weight, float(odds[sentence]))
        if likely >= LEAST and sentence not in reported and _is_kept_off(reading, quotation):
            yield Turn(first, last, sentence, "scare_quotes", weight, NOTE, likely)


def _is_kept_off(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether one plain word is marked, and nobody is said to use it."""
    told = reading.told
    first, last = tokens_within(told, quotation)
    words = [place for place in range(first, last) if told.is_word[place]]
    bounds = told.sentences[int(told.sentence_of[first])]
    around = told.keys[bounds.first : bounds.last]
    return len(words) == 1 and not told.column(UPPER)[words].any() and _TOLD.isdisjoint(around)
