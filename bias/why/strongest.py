"""Which cues to read first: one order for the terminal, the reports and notebooks."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bias.document.document import Cue
from bias.roles.role import PROMO_INSERTS

if TYPE_CHECKING:
    from bias.analysis import Analysis

EMPHASIS = {"headline": 1.0, "loaded_terms": 1.0, "promo": 0.9, "attribution": 0.6}
"""How early a family comes at equal weight; the rest, such as hedges, come last."""
LAST = 0.4
QUOTED = 0.5
"""Somebody else's words say less about the article."""
LEAST = 0.25
"""Strength from which a cue is evidence: a plain "said" or a single hedge is not
(set by hand on the seed articles, 2026-11-23)."""
REPEATED = 0.85
"""What each further cue of one category keeps of its place in the list."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One cue of the evidence list, with the number that marks it in the text."""

    number: int
    cue: Cue
    times: int
    """How often the same words are found for the same reason."""


def strongest(analysis: "Analysis", top: int) -> tuple[Numbered, ...]:
    """Return the cues to read first, strongest first; the same words only once.

    Terms of the user's own lists are marked in the text but are no evidence of slant,
    and neither is a weak cue: a calm article has an empty list. Words inside an insert are
    another story's, and come after all of this one's.
    """
    groups: dict[tuple[str, str, str, str], list[Cue]] = {}
    ours = (cue for cue in analysis.cues if cue.feature not in analysis.lexicons)
    for cue in sorted((cue for cue in ours if _strength(cue) >= LEAST), key=_order):
        key = (cue.feature, cue.category, cue.voice, cue.text.casefold())
        groups.setdefault(key, []).append(cue)
    firsts = _varied(list(groups.values()))[:top]
    return tuple(Numbered(n, cues[0], len(cues)) for n, cues in enumerate(firsts, start=1))


def in_insert(cue: Cue) -> bool:
    """Tell whether a cue stands inside a promo insert; the insert itself does not."""
    return cue.feature == "promo" and cue.category not in PROMO_INSERTS


def _order(cue: Cue) -> tuple[float, int, int]:
    return (-_strength(cue), cue.start, -cue.end)


def _strength(cue: Cue) -> float:
    emphasis = EMPHASIS.get(cue.feature, LAST) * (QUOTED if cue.voice == "quoted" else 1.0)
    return round(cue.weight * emphasis, 6)


def _varied(groups: list[list[Cue]]) -> list[list[Cue]]:
    """Move cues down that repeat a category already listed, so that every kind is seen."""
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for cues in groups:
        kind = (cues[0].feature, cues[0].category)
        place = in_insert(cues[0]), -_strength(cues[0]) * REPEATED ** seen[kind]
        ranked.append((place, cues))
        seen[kind] += 1
    return [cues for _, cues in sorted(ranked, key=lambda pair: pair[0])]
