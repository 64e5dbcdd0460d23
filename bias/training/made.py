"""Sentences made for training: calm, harsh, and BABE's calm ones with loaded words put in.

BABE holds contested news alone, so a model of BABE never learns that recipes, riddles, school
facts or a creed's customs are calm; and what it then learns from those it must not take for a
licence of comment and sweeping claims. The frames (`calm_frames.tsv`, `harsh_frames.tsv`) and the
words that fill them (`frame_words.tsv`) were written for this project, and what they say need not
be true; the harsh ones speak of invented peoples and persons, for names are hidden anyway.
`checklist-bias`, which tests the same, lent nothing to them.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from bias.labelled.babe import mask_text, shipped_masker
from bias.labelled.files import shipped_lines
from bias.lists.groups import LOADED

FILLINGS = {"calm": 6, "harsh": 3}
"""Sentences that are made of a frame."""
WEIGHTY = 0.6
"""Least weight of a list entry that is put into a calm sentence."""
MOST_PUT_IN = 3
"""Words put into one sentence."""
_SLOT = re.compile(r"\{(\w+)\}")
Rows = Sequence[Sequence[str]]


def texts_of(kind: str) -> list[str]:
    """Return sentences made of the frames of a kind, `calm` or `harsh`, each once."""
    fillers = {name: words.split("|") for name, words in _table("frame_words.tsv")}
    random = np.random.default_rng(0)

    def fill(slot: re.Match[str]) -> str:
        words = fillers[slot[1]]
        return words[int(random.integers(len(words)))]

    frames = [frame for _, frame in _table(f"{kind}_frames.tsv") for _ in range(FILLINGS[kind])]
    filled = [_SLOT.sub(fill, frame) for frame in frames]
    return list(dict.fromkeys(text[0].upper() + text[1:] for text in filled))


def _table(name: str) -> list[list[str]]:
    """Return the rows of two cells of a table, without its head."""
    return [line.split("\t") for line in shipped_lines("bias.training", name)[1:]]


@cache
def rows_of(kind: str) -> list[list[str]]:
    """Return the masked keys of `texts_of`."""
    masker = shipped_masker()
    return [mask_text(text, masker) for text in texts_of(kind)]


@cache
def weighty_words() -> list[str]:
    """Return the words of our lists that judge the most, in every form."""
    entries = (term for term in LOADED.terms if term.weight >= WEIGHTY)
    forms = {form for term in entries for form in term.forms()}
    return sorted(form[0] for form in forms if len(form) == 1)


def disturbed(rows: Rows) -> list[list[str]]:
    """Return the rows with one to three weighty words of our lists put in anywhere."""
    random, words = np.random.default_rng(1), weighty_words()
    found = []
    for row in rows:
        changed = [*row]
        for _ in range(int(random.integers(1, MOST_PUT_IN + 1))):
            place = int(random.integers(len(changed) + 1))
            changed.insert(place, words[int(random.integers(len(words)))])
        found.append(changed)
    return found
