"""Agency: who acts and who is acted upon, and how often nobody is said to act.

"Protesters were shot" leaves out who shot; so does "the shooting of protesters" (Fowler et al.
1979; Trew 1979 on passives and nominalisations in the press). Blame has a target: "critics
blame the mayor". Counts are of listed deeds in the outlet's own voice.
"""

import math
from collections import Counter
from collections.abc import Sequence

from bias.document.document import VOICES, Cue, Document, Part
from bias.features.agency.deeds import NOUN, PASSIVE, Deed, find_deeds
from bias.features.base import Evidence, Extractor, Measure, rate
from bias.reading import Reading

NAME = "agency"
WEIGHTS = {"agentless_passive": 0.15, "nominalisation": 0.1, "blame": 0.1}
"""Of a cue: each leaves a question open and is no slant by itself (set by hand)."""
DRAWN = 3.0
"""Deeds that a share is drawn by towards none: of two deeds little can be said."""
_NOTES = {
    "agentless_passive": "a deed in the passive; nobody is said to have done it",
    "nominalisation": "a deed as a noun; nobody is said to have done it",
    "blame": "lays a fault at somebody's door",
}


def category_of(deed: Deed) -> str:
    """Return what a deed is shown as; empty where it is only counted."""
    if deed.agentless and deed.way == PASSIVE:
        return "agentless_passive"
    if deed.agentless and deed.way == NOUN:
        return "nominalisation"
    return "blame" if deed.blames else ""


def _extract(reading: Reading) -> Evidence:
    """Measure the story's deeds; those of the headline are cues and not counted."""
    told, deeds = reading.told, tuple(find_deeds(reading))
    own = [
        d for d in deeds if d.match.first >= reading.story.start and not told.quoted[d.match.first]
    ]
    counts, words = Counter(map(category_of, own)), reading.outlet_words
    blamed = sum(deed.blames for deed in own)
    agentless = sum(deed.agentless for deed in own)
    features = {
        "agentless_passives_per_100_words": rate(counts["agentless_passive"], words),
        "nominalisations_per_100_words": rate(counts["nominalisation"], words),
        "blame_per_100_words": rate(blamed, words),
        "agentless_deeds_share": agentless / len(own) if own else math.nan,
    }
    score = agentless / (len(own) + DRAWN) if words else math.nan
    return Evidence(score, features, tuple(_cues(told, deeds)))


def _cues(told: Document, deeds: Sequence[Deed]) -> list[Cue]:
    return [_cue(told, deed, category) for deed in deeds if (category := category_of(deed))]


def _cue(told: Document, deed: Deed, category: str) -> Cue:
    first, last = deed.match.first, deed.match.last
    start, end = int(told.starts[first]), int(told.ends[last - 1])
    part: Part = "headline" if first < told.headline.last else "body"
    return Cue(
        start, end, told.text[start:end], part, NAME, category,
        VOICES[int(told.quoted[first])], WEIGHTS[category], _NOTES[category],
    )  # fmt: skip


MEASURES = (
    Measure(
        "agentless_passives_per_100_words",
        "Listed deeds of harm, force or blame in the passive without a doer (was shot, were "
        "accused of), in the outlet's own voice, per 100 of its words.",
        "per 100 words", 0, math.inf, "more deeds without a doer", "own list after Trew 1979",
    ),
    Measure(
        "nominalisations_per_100_words",
        "Listed deeds told as nouns without a doer (the killing of three men), in the outlet's own "
        "voice, per 100 of its words.",
        "per 100 words", 0, math.inf, "more deeds without a doer",
        "own list after Fowler et al. 1979",
    ),
    Measure(
        "blame_per_100_words",
        "Verbs that lay a fault at somebody's door (blame, accuse), in the outlet's own voice, per "
        "100 of its words.",
        "per 100 words", 0, math.inf, "more fault is laid", "own list",
    ),
    Measure(
        "agentless_deeds_share",
        "Share of the listed deeds in the outlet's own voice that are told without a doer; "
        "undefined where there is none.",
        "share", 0, 1, "more deeds without a doer", "own",
    ),
)  # fmt: skip

AGENCY = Extractor(
    NAME,
    NAME,
    "How far deeds of harm, force and blame are told without saying who did them.",
    MEASURES,
    _extract,
)
