"""Which cues to read first: one order for the terminal, the reports and notebooks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bias.document.document import Cue
from bias.evidence.select import select
from bias.roles.role import PROMO_INSERTS

if TYPE_CHECKING:
    from bias.analysis import Analysis

NOTHING = "nothing in the outlet’s own words stands out"
"""What a calm article's list says."""
LEAST = 0.5
"""Weight from which somebody else's word is worth a line."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One item of the evidence list, with the number that marks it in the text."""

    number: int
    cue: Cue
    times: int
    """How often the same words are found for the same reason."""
    also: tuple[Cue, ...] = ()
    """Other cues on the same stretch."""

    @property
    def categories(self) -> tuple[str, ...]:
        """What it is marked for, the likeliest first, each once."""
        return tuple(dict.fromkeys(cue.category for cue in (self.cue, *self.also)))


def strongest(analysis: "Analysis", top: int) -> tuple[Numbered, ...]:
    """Return the outlet's own words that stand up, strongest first; see `Analysis.evidence`.

    Parameters
    ----------
    analysis
        From `bias.analyze`.
    top
        Items at most, 1 or more.
    """
    items = select(analysis.reading, analysis.cues, top)
    return tuple(
        Numbered(number, item.cue, item.times, item.also)
        for number, item in enumerate(items, start=1)
    )


def by_others(analysis: "Analysis", top: int) -> tuple[Cue, ...]:
    """Return loaded words of those quoted, the weightiest first, the same words once."""
    said = sorted(_by_others(analysis.cues), key=lambda cue: (-cue.weight, cue.start))
    first = {cue.text.casefold(): cue for cue in reversed(said)}
    return tuple(cue for cue in said if first[cue.text.casefold()] is cue)[:top]


def _by_others(cues: Iterable[Cue]) -> Iterator[Cue]:
    return (
        cue
        for cue in cues
        if cue.voice == "quoted" and cue.feature == "loaded_terms" and cue.weight >= LEAST
    )


def in_insert(cue: Cue) -> bool:
    """Tell whether a cue stands inside a promo insert; the insert itself does not."""
    return cue.feature == "promo" and cue.category not in PROMO_INSERTS
