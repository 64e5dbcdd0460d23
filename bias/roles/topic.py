"""Whether the story a promo sends the reader to is about this article's matter."""

from math import log1p
from statistics import fmean

from bias.roles.context import Scene
from bias.roles.role import Topic
from bias.roles.shape import STEM_LENGTH

ON_TOPIC = 0.2
"""Familiarity from which a promo counts as on topic (chosen on the 226 promo
stories of promo_inserts' roles_dev, 2026-11-22)."""
LINES_BELOW = 50
"""How many lines below a label are searched for the one it speaks of, at most."""
LABELS = frozenset(
    {"story_label", "story_label_alone", "story_gap", "story_tail", "story_click", "media_label"}
)
"""Phrases that are page furniture, not part of the other story's headline."""


def topic_of(scene: Scene, index: int) -> Topic:
    """Tell whether a promo is about the article's matter.

    A promo without words of its own ("READ MORE:") speaks of the line below it
    or, with none, counts as on topic: nothing says otherwise.
    """
    for below in range(index, min(index + LINES_BELOW, len(scene.looks))):
        found = familiarity(scene, below)
        if found is not None:
            return "on" if found >= ON_TOPIC else "off"
        if below + 1 < len(scene.looks) and not scene.looks[below + 1].bare:
            break
    return "on"


def familiarity(scene: Scene, index: int) -> float | None:
    """Return how much a line's words are at home in the story, 0 to 1.

    For each of its words with content: the log of how many paragraphs of prose
    (and the headline) use it, relative to all; then the mean. None when it has
    no such words.
    """
    stems = _own_stems(scene, index)
    if not stems:
        return None
    most = log1p(len(scene.prose) + 1)
    return fmean(log1p(scene.story[stem]) / most for stem in sorted(stems))


def _own_stems(scene: Scene, index: int) -> set[str]:
    """Return the stems of a line, those of its label left out."""
    look, start = scene.looks[index], scene.document.paragraphs[index].start
    labels = [span for name, span in scene.phrases[index].items() if name in LABELS]
    return {
        word.key[:STEM_LENGTH]
        for word in look.words
        if not any(span.start <= word.start - start < span.end for span in labels)
    } & look.stems
