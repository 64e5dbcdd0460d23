"""Epithets made on the spot, such as `car-hating`: known by how they end."""

from collections.abc import Iterator

import numpy as np

from bias.features.framing.chances import LEAST, chance
from bias.features.framing.found import Turn
from bias.models.by_word import Floats
from bias.reading import Reading
from bias.words.cut import key_of
from bias.words.types import Column

WEIGHT = 0.9
"""How surely such a word judges, when nothing is known of its sentence."""
NOTE = "names somebody by what they are said to hate or crave"
_ENDINGS = (
    "-hating", "-bashing", "-crazed", "-obsessed", "-worshiping", "-worshipping", "-peddling",
    "-coddling", "-grubbing", "-thirsty", "-addled", "-drunk",
)  # fmt: skip


def _is_compound(word: str) -> bool:
    """Tell whether a word is an epithet made on the spot.

    >>> _is_compound("car-hating"), _is_compound("hating")
    (True, False)
    """
    return "-" in word and key_of(word).endswith(_ENDINGS)


_COMPOUND = Column(_is_compound, np.bool_)


def find_compounds(reading: Reading, odds: Floats) -> Iterator[Turn]:
    """Yield the story's words of the outlet's that are such epithets.

    Parameters
    ----------
    reading
        Whose story is looked at.
    odds
        Log-odds that each sentence of `reading.told` is biased.
    """
    told = reading.told
    found = told.column(_COMPOUND) & ~told.quoted & ~reading.reported.mask
    found[: reading.story.start] = False
    for place in np.flatnonzero(found).tolist():
        sentence = int(told.sentence_of[place])
        likely = chance(WEIGHT, float(odds[sentence]))
        if likely >= LEAST:
            yield Turn(place, place + 1, sentence, "epithet", WEIGHT, NOTE, likely)
