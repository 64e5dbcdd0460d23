"""What a cue says of the words it reports: nothing, that they are doubtful, or that they are so."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from bias.lists.groups import REPORT
from bias.words.classes import word_set

Tone = Literal["neutral", "doubting", "endorsing"]

_TONES: Mapping[Tone, frozenset[str]] = {
    "doubting": word_set("report_doubting"),
    "endorsing": word_set("report_endorsing"),
}
"""Entries of `report_verbs` that hold the words at a distance, and that take them for so."""
_NO_VIEW = word_set("report_facts") | word_set("report_attacks")
"""Those that take what is said for a fact, and those that tell an attack more than words."""
_SAYING = word_set("saying_too")
"""Cues of speech and thought that are no report verbs: nouns, "reportedly", "is seen as", ":"."""
_FOR = frozenset({"for", "to"})
"""Alone, as in "for sceptics, the plan is a gamble"."""
_SHOWING = word_set("showing")
"""With these the outlet makes a claim its own, whoever else makes it: "shows how"."""


@cache
def _report_forms() -> Mapping[tuple[str, ...], str]:
    return {form: term.term for term in REPORT.terms for form in term.forms()}


def tone_of(keys: Sequence[str]) -> Tone:
    """Return the tone of a cue, told by its first listed verb.

    >>> [tone_of(keys) for keys in (["said"], ["has", "claimed"], ["pointed", "out"], ["hopes"])]
    ['neutral', 'doubting', 'endorsing', 'neutral']
    """
    if any(key in _SHOWING for key in keys):
        return "endorsing"
    entry = next(iter(_entries(keys)), "")
    return next((tone for tone, entries in _TONES.items() if entry in entries), "neutral")


def reports_words(keys: Sequence[str]) -> bool:
    """Tell whether a cue lays words or a view at somebody's door, and does not share the view.

    >>> [reports_words(keys) for keys in (["said"], ["shows"], ["regard"], ["slammed"], ["backs"])]
    [True, False, True, False, False]
    """
    if any(key in _SHOWING for key in keys):
        return False
    if len(keys) == 1 and keys[0] in _FOR:
        return True
    entries = _entries(keys)
    if not _NO_VIEW.isdisjoint(entries):
        return False
    return bool(entries) or any(key in _SAYING for key in keys)


def _entries(keys: Sequence[str]) -> list[str]:
    """Return the entries of `report_verbs` that the words of a cue are forms of."""
    forms = _report_forms()
    found = [forms.get((*pair,)) or forms.get(pair[:1]) for pair in pairwise((*keys, ""))]
    return [entry.replace(" ", "_") for entry in found if entry]
