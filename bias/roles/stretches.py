"""Find the stretches of a paragraph of the story that are promo inserts.

Link texts glued into a sentence, "(RELATED: …)" at its end, "Click here to …"
in its midst. The paragraph stays the story's; the stretch does not count as its
words. Whole paragraphs are not looked for here: they have roles of their own.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bias.roles.context import Scene
from bias.roles.cues import LONGEST
from bias.roles.look import Find, Finder, Look
from bias.roles.polls import find_glued_polls
from bias.roles.role import InsertStretch, Reason, Topic
from bias.roles.signs import STEM
from bias.roles.stretch_appeals import find_ads, find_appeals
from bias.roles.stretch_labels import find_bracketed, find_labelled, find_lone
from bias.roles.stretch_links import END, find_links
from bias.roles.topic import ON_TOPIC, mean_familiarity
from bias.words.cut import Span

LEAST_PROSE = 3
"""With fewer words left over, the paragraph is an insert as a whole: a matter for its role."""

HOLDS_PROSE = 0.9
"""Probability of `body` for what looked like an insert and holds prose (set by hand)."""

_FINDERS: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (find_links, (END,)),
    (find_bracketed, ("(", "[")),
    (find_labelled, (":", "|", "»", ">", "RELATED", "Related ", "READ ", "MORE ", "SEE ", "ALSO ")),
    (find_lone, ("ead more", "earn more", "ORE", "ull story", "e reading", "p reading",
                 "elated ", "ELATED ")),
    (find_ads, ("dvertisement", "DVERTISEMENT", "continues ", "Ad ", "AD ", "ponsored ")),
    (find_glued_polls, ("ake our poll",)),
    (find_appeals, ("here", "HERE", "Here", "more", "ubscribe", "ign up", "ewsletter", "inbox",
                    " app", "witter", "acebook", "nstagram", "@", "lease ", "-mail", "email",
                    ".com", ".org", ".net", ".gov", "www", "http", " our ", "RSS", "tunes",
                    " for exclusive", " for the latest", " for updates")),
)  # fmt: skip
"""Each finder with letters of which its form holds at least some, for speed."""
_HINTS = tuple((hint, finder) for finder, hints in _FINDERS for hint in hints)


Hints = Sequence[tuple[str, Finder]]


def hints_in(text: str) -> Hints:
    """Return the letters found in an article, each with what finds the form that holds them."""
    return [(hint, finder) for hint, finder in _HINTS if hint in text]


def find_stretches(scene: Scene, unit: int, hints: Hints = _HINTS) -> tuple[InsertStretch, ...]:
    """Return the inserts inside one paragraph, in order; they never overlap.

    A stretch inside direct speech is the speaker's and no insert, unless its
    build cannot be spoken. What would leave hardly a word of the paragraph is
    left to the paragraph's role. `hints` are those in the article, where they are known.
    """
    finders = _finders_for(scene.looks.texts[unit], hints)
    if not finders:
        return ()
    look = _look(scene, unit)
    finds = _find(look, finders)
    if not finds or _words_outside(look, finds) < LEAST_PROSE:
        return ()
    return tuple(_stretch(look, find) for find in finds)


def holds_prose(scene: Scene, unit: int, hints: Hints = _HINTS) -> bool:
    """Tell whether what looks like an insert is prose with one inside.

    It begins with prose, and most of its words lie outside of the stretches
    whose build leaves no doubt.
    """
    look = _look(scene, unit)
    sure = [find for find in _find(look, _finders_for(look.text, hints)) if find.any_voice]
    if not sure or sure[0].start == 0:
        return False
    outside = _words_outside(look, sure)
    return outside >= LEAST_PROSE and 2 * outside > len(look.starts)


def _finders_for(text: str, hints: Hints) -> list[Finder]:
    """Return the finders whose form may stand in a paragraph."""
    hinted = {finder for hint, finder in hints if hint in text}
    if not hinted or len(text) > LONGEST:
        return []
    return [finder for finder, _ in _FINDERS if finder in hinted]


def _look(scene: Scene, unit: int) -> Look:
    return Look(scene, unit, scene.looks.texts[unit])


def _find(look: Look, finders: Sequence[Finder]) -> list[Find]:
    """Return what some finders agree on in a paragraph, in order."""
    finds = [find for finder in finders for find in finder(look)]
    return [find for find in _apart(finds) if find.any_voice or not _is_quoted(look, find)]


def _apart(finds: Iterable[Find]) -> Iterator[Find]:
    """Yield finds in order, of overlapping ones the first and longest."""
    reached = 0
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if find.start >= reached and find.end > find.start:
            yield find
            reached = find.end


def _is_quoted(look: Look, find: Find) -> bool:
    words = look.words_in(find)
    return bool(words) and look.is_quoted(words[0])


def _words_outside(look: Look, finds: Sequence[Find]) -> int:
    return len(look.starts) - sum(len(look.words_in(find)) for find in finds)


def _stretch(look: Look, find: Find) -> InsertStretch:
    span = Span(look.start + find.start, look.start + find.end)
    topic = _topic(look, find) if find.role == "promo_story" else None
    reason = Reason(span.start, span.end, find.category, find.note)
    return InsertStretch(span.start, span.end, find.role, topic, (reason,))


def _topic(look: Look, find: Find) -> Topic:
    """Tell whether the other story is about the article's matter; on where nothing says."""
    scene, title = look.scene, look.words_in(Span(find.title, find.end))
    words = scene.looks.words.row.part(look.place.start, look.place.stop).column(STEM)[
        title.start : title.stop
    ]
    told = np.intersect1d(words, scene.stems.of(look.unit))
    if not len(told):
        return "on"
    own = 0 if scene.looks.bare[look.unit] else 1
    known = mean_familiarity(scene, look.unit, np.maximum(scene.times(look.unit, told) - own, 0))
    return "on" if known >= ON_TOPIC else "off"
