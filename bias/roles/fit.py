"""How well a paragraph's words fit the story around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import cache
from importlib import resources

from bias.document.names import identity_words
from bias.roles.context import Scene
from bias.roles.shape import STEM_LENGTH, Look

REACH = 3
"""How many paragraphs of prose on each side a line is held against."""


@cache
def _common_words() -> frozenset[str]:
    """Return the words that news writes in lower case: any other is a name or rare.

    Words for parties, faiths and peoples count as names however common they are.
    """
    text = resources.files("bias.models.data").joinpath("common_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split(" ")) - identity_words()


def rare_stems(look: Look) -> frozenset[str]:
    """Return a paragraph's stems that say what it is about: names and rare words."""
    common, stems = _common_words(), look.stems
    return stems & {w.key[:STEM_LENGTH] for w in look.words if w.key not in common}


def fit_of(scene: Scene, index: int) -> dict[str, float]:
    """Return how much of a paragraph stands elsewhere in the article, and where.

    Shares run from 0 to 1; -1 marks that there is nothing to share.
    """
    look, stems = scene.looks[index], scene.looks[index].stems
    own, times = 0 if look.bare else 1, {stem: scene.story.get(stem, 0) for stem in stems}
    known = {stem for stem, count in times.items() if count > own}
    here, after = bisect_left(scene.prose, index), bisect_right(scene.prose, index)
    above = _stems_near(scene, scene.prose[max(0, here - REACH) : here])
    below = _stems_near(scene, scene.prose[after : after + REACH])
    last = _stems_near(scene, scene.prose[max(0, here - 1) : here])
    following = _stems_near(scene, scene.prose[after : after + 1])
    return {
        "stems": float(min(len(stems), 15)),
        "known_share": _share(known, stems),
        "unknown": float(min(len(stems) - len(known), 10)),
        "unknown_names": float(min(len(_names(look) - known), 10)),
        "known_mass": min((sum(times.values()) - own * len(stems)) / max(len(stems), 1), 10.0),
        "headline_share": _share(stems & scene.headline.stems, stems),
        "headline_covered": _share(stems & scene.headline.stems, scene.headline.stems),
        "above_share": _share(stems & above, stems),
        "below_share": _share(stems & below, stems),
        "below_only": _share((stems & below) - above, stems),
        "next_share": _share(stems & following, stems),
        "next_only": _share((stems & following) - last, stems),
        "bridge": float(min(len(last & following), 8)),
        **_fit_of_rare(rare_stems(look), known, above, below),
    }


def _fit_of_rare(
    rare: Set[str], known: Set[str], above: Set[str], below: Set[str]
) -> dict[str, float]:
    return {
        "rare": float(min(len(rare), 8)),
        "rare_unknown": float(min(len(rare - known), 8)),
        "rare_known_share": _share(rare & known, rare),
        "rare_above_share": _share(rare & above, rare),
        "rare_below_share": _share(rare & below, rare),
    }


def _names(look: Look) -> frozenset[str]:
    """Return the stems that the paragraph writes with a capital."""
    return look.stems & {
        word.key[:STEM_LENGTH]
        for word, form in zip(look.words, look.forms, strict=True)
        if form[0].isupper()
    }


def _stems_near(scene: Scene, indices: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(scene.looks[i].stems for i in indices))


def _share(part: Set[str], whole: Set[str]) -> float:
    """Return part of whole; -1 marks that there is nothing to share."""
    return len(part) / len(whole) if whole else -1.0
