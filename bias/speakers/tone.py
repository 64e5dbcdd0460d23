"""What a cue says of the words it reports: nothing, that they are doubtful, or that they are so."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from bias.lists.groups import REPORT
from bias.lists.index import listed_words
from bias.lists.terms import Term
from bias.words.classes import word_set

Tone = Literal["neutral", "doubting", "endorsing"]

_TONES: Mapping[str, Tone] = {
    "holds": "doubting",
    "calls": "doubting",
    "describes": "doubting",
    "takes": "endorsing",
    "suggests": "endorsing",
    "presupposes": "endorsing",
}
"""By the first word of an entry's note in `report_verbs`."""
_FACT = "takes"
_ATTACK = "reports an attack more than words, in"
"""So the notes begin of verbs that take what is said for a fact, and of those that say nothing."""
_SAYING = word_set("saying_too")
"""Cues of speech and thought that are no report verbs: nouns, "reportedly", "is seen as", ":"."""
_FOR = frozenset({"for", "to"})
"""Alone, as in "for sceptics, the plan is a gamble"."""
_SHOWING = word_set("showing")
"""With these the outlet makes a claim its own, whoever else makes it: "shows how"."""


@cache
def _report_words() -> Mapping[str, Term]:
    return listed_words(REPORT)


def tone_of(keys: Sequence[str]) -> Tone:
    """Return the tone of a cue, told by its first listed verb.

    >>> [tone_of(keys) for keys in (["said"], ["has", "claimed"], ["pointed", "out"], ["hopes"])]
    ['neutral', 'doubting', 'endorsing', 'neutral']
    """
    if any(key in _SHOWING for key in keys):
        return "endorsing"
    note = next((_report_words()[key].note for key in keys if key in _report_words()), "")
    return _TONES.get(note.partition(" ")[0], "neutral")


def reports_words(keys: Sequence[str]) -> bool:
    """Tell whether a cue lays words or a view at somebody's door, and does not share the view.

    >>> [reports_words(keys) for keys in (["said"], ["shows"], ["regard"], ["slammed"], ["backs"])]
    [True, False, True, False, False]
    """
    if any(key in _SHOWING for key in keys):
        return False
    if len(keys) == 1 and keys[0] in _FOR:
        return True
    notes = [_report_words()[key].note for key in keys if key in _report_words()]
    if any(note.startswith((_FACT, _ATTACK)) for note in notes):
        return False
    return bool(notes) or any(key in _SAYING for key in keys)
