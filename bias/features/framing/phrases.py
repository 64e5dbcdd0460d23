"""Turns of phrase that are listed: hints, mockery, guesses at minds, praise, generalities."""

from collections.abc import Iterator

import numpy as np

from bias.features.framing.chances import ALONE, LEAST, STANDING_ALONE, chance
from bias.features.framing.found import Turn
from bias.features.framing.meant import is_meant
from bias.lists.denied import is_denied
from bias.lists.groups import FRAMING
from bias.lists.hits import Match
from bias.models.by_word import Floats
from bias.reading import Reading


def find_phrases(reading: Reading, odds: Floats) -> Iterator[Turn]:
    """Yield the listed turns of phrase in the outlet's voice that slant here.

    Parameters
    ----------
    reading
        Whose story is looked at.
    odds
        Log-odds that each sentence of `reading.told` is biased.
    """
    told = reading.told
    found = told.listed(FRAMING).within(reading.body_bounds)
    found = found.where(~(told.quoted | reading.reported.mask)[found.firsts])
    sentences = told.sentence_of[found.firsts].tolist()
    for match, sentence in zip(found.matches(), sentences, strict=True):
        term, bounds = match.term, told.sentences[sentence]
        alone = _stands_alone(reading, match, bounds.first, bounds.last)
        if term.weight <= ALONE and not alone:
            continue
        likely = chance(term.weight, STANDING_ALONE if alone else float(odds[sentence]))
        if likely < LEAST or is_denied(told.keys, bounds.first, match):
            continue
        if not is_meant(told.keys, bounds.first, bounds.last, match):
            yield Turn(
                match.first, match.last, sentence, term.category, term.weight, term.note, likely
            )


def _stands_alone(reading: Reading, match: Match, first: int, last: int) -> bool:
    """Tell whether an entry is all the words of its sentence."""
    words = int(np.count_nonzero(reading.told.is_word[first:last]))
    return words <= match.last - match.first
