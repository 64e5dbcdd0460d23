"""The one list of all outputs: the outlet's own words that stand up, strongest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bias.document.document import Cue
from bias.evidence.candidates import candidates
from bias.evidence.likelihood import WHOLE, Likelihood
from bias.reading import Reading
from bias.roles.role import PROMO_INSERTS

LEAST = 0.33
"""How likely a careful reader would show a cue. Of the cues that readers judged, from here on 57 %
are good and 6 % wrong, read with the weights of other outlets (2026-11-30)."""
MOST = 6
"""Items at most; fewer where fewer stand."""
SURE_INSERT = 0.9
"""How sure the role of an insert must be."""


@dataclass(frozen=True, slots=True)
class Item:
    """One stretch of evidence."""

    cue: Cue
    """The likeliest on it."""
    also: tuple[Cue, ...] = ()
    """Other cues that meet it."""
    times: int = 1
    """How often the same words stand for the same reason."""


def select(reading: Reading, cues: Sequence[Cue], most: int = MOST) -> tuple[Item, ...]:
    """Return what stands up, strongest first, each stretch once with all its reasons.

    Parameters
    ----------
    reading
        Of the article.
    cues
        All of the article's.
    most
        Items at most, 1 or more.

    Returns
    -------
    tuple of Item
        The outlet's own words in their slanted sense, at most one promo insert, which comes last;
        empty for a calm article.
    """
    items = list[Item]()
    for cue in _ranked(reading, cues):
        _add(items, cue)
    insert = tuple(Item(cue) for cue in _inserts(reading, cues))[:1]
    return (*items[: most - len(insert)], *insert)


def _ranked(reading: Reading, cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues that stand up, the likeliest first."""
    likelihood = Likelihood(reading)
    likely = [(likelihood.of(cue), cue) for cue in candidates(reading, cues, likelihood)]
    kept = [(chance, cue) for chance, cue in likely if chance >= LEAST]
    return [cue for _, cue in sorted(kept, key=lambda pair: (-pair[0], pair[1].start))]


def _add(items: list[Item], cue: Cue) -> None:
    """Add a cue to the item that it meets or repeats; else as an item of its own."""
    words = cue.text.casefold()
    for place, item in enumerate(items):
        if cue.meets(item.cue):
            if cue.category != WHOLE:
                items[place] = Item(item.cue, (*item.also, cue), item.times)
            return
        if item.cue.text.casefold() == words and item.cue.category == cue.category:
            items[place] = Item(item.cue, item.also, item.times + 1)
            return
    items.append(Item(cue))


def _inserts(reading: Reading, cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield the off-topic headlines of other stories that judge and whose role is sure."""
    loaded = [cue for cue in cues if cue.feature == "promo" and cue.category not in PROMO_INSERTS]
    sure = {
        (paragraph.start, paragraph.end)
        for paragraph, label in zip(reading.document.paragraphs, reading.roles, strict=True)
        if label.role == "promo_story" and label.topic == "off" and label.probability >= SURE_INSERT
    }
    return (
        cue
        for cue in cues
        if cue.category == "promo_story"
        and (cue.start, cue.end) in sure
        and any(cue.meets(word) for word in loaded)
    )
